import { object, objects, string } from '../json.ts';
import { codingsOf, joined, nameOf, namesOf } from './coding.ts';
import { prefixed } from './condition.ts';
import { annotations, type Reading } from './reading.ts';
import { reasonsOf } from './reasons.ts';
import { type Resource, sourceOf } from './resource.ts';

/** Device of a patient: an implant or an aid. */
export function readDevice(resource: Resource, reading: Reading): void {
  const { json } = resource;
  const status = string(json, 'status');
  if (reading.isVoid(resource, status)) return;
  const type = object(json, 'type');
  reading.addEvent({
    kind: 'device',
    moment: undefined,
    codings: codingsOf(type),
    name:
      nameOf(type) ??
      string(objects(json, 'deviceName')[0], 'name') ??
      string(json, 'modelNumber') ??
      'Device without a name',
    status,
    detail: joined([
      prefixed('model ', string(json, 'modelNumber')),
      prefixed('made by ', string(json, 'manufacturer')),
      annotations(json),
    ]),
    source: sourceOf(resource),
  });
}

/** DeviceUseStatement: that a device is used, since when, and what for. */
export function readDeviceUse(resource: Resource, reading: Reading): void {
  const { json } = resource;
  const status = string(json, 'status');
  if (reading.isVoid(resource, status, ['intended'])) return;
  const recorded = reading.moment(resource, ['recordedOn']);
  const reference = object(json, 'device');
  const device = reading.follow(resource, 'device', reference, 'information')?.json;
  const type = object(device, 'type');
  reading.addEvent({
    kind: 'device',
    moment: reading.moment(resource, ['timingDateTime', 'timingPeriod']) ?? recorded,
    recorded,
    end: reading.end(resource, 'timingPeriod'),
    codings: codingsOf(type),
    name: nameOf(type) ?? string(reference, 'display') ?? 'Device without a name',
    status,
    detail: joined([namesOf(json, 'bodySite'), reasonsOf(resource, reading), annotations(json)]),
    source: sourceOf(resource),
  });
}

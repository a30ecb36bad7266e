import { object, objects, string } from '../json.ts';
import { codeOf, codingsOf, joined, nameOf, namesOf } from './coding.ts';
import { prefixed } from './condition.ts';
import type { Reading } from './reading.ts';
import { reasonsOf } from './reasons.ts';
import { type Resource, sourceOf } from './resource.ts';

/** Encounter: a visit or a stay. One that is only planned is a plan. */
export function readEncounter(resource: Resource, reading: Reading): void {
  const { json } = resource;
  const status = string(json, 'status');
  if (reading.isVoid(resource, status, ['cancelled'])) return;
  const [type] = objects(json, 'type');
  const setting = object(json, 'class');
  const hospitalization = object(json, 'hospitalization');
  reading.addEvent({
    kind: status === 'planned' ? 'plan' : 'encounter',
    moment: reading.moment(resource, ['period']),
    end: reading.end(resource, 'period'),
    codings: codingsOf(objects(json, 'type')),
    name: nameOf(type) ?? nameOf(object(json, 'serviceType')) ?? string(setting, 'display') ?? 'Encounter',
    status,
    category: codeOf(json, 'class')?.toUpperCase(),
    detail: joined([
      reasonsOf(resource, reading),
      prefixed('service: ', type ? nameOf(object(json, 'serviceType')) : undefined),
      prefixed('admitted from ', nameOf(object(hospitalization, 'admitSource'))),
      prefixed('discharged to ', nameOf(object(hospitalization, 'dischargeDisposition'))),
      namesOf(hospitalization, 'specialArrangement'),
    ]),
    source: sourceOf(resource),
  });
}

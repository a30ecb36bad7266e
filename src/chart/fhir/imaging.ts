import { number, object, objectOfEach, objects, string } from '../json.ts';
import { codingOf, codingsOf, joined, nameOf } from './coding.ts';
import { prefixed } from './condition.ts';
import { annotations, type Reading } from './reading.ts';
import { reasonsOf } from './reasons.ts';
import { type Resource, sourceOf } from './resource.ts';

/** ImagingStudy: that images were made, of what and by which modality. The pixels are not read. */
export function readImagingStudy(resource: Resource, reading: Reading): void {
  const { json } = resource;
  const status = string(json, 'status');
  if (reading.isVoid(resource, status, ['cancelled', 'registered'])) return;
  const encounter = reading.encounter(resource);
  const series = objects(json, 'series');
  const procedures = objects(json, 'procedureCode');
  const modalities = [...objects(json, 'modality'), ...objectOfEach(series, 'modality')];
  const sites = objectOfEach(series, 'bodySite');
  const modality = joined(
    modalities.map((each) => string(each, 'display') ?? string(each, 'code')),
    ' and ',
  );
  const site = joined(
    sites.map((each) => string(each, 'display') ?? string(each, 'code')),
    ', ',
  );
  const said =
    string(json, 'description') ?? nameOf(procedures[0]) ?? string(object(json, 'procedureReference'), 'display');
  const codings = [...codingsOf(procedures), ...[...modalities, ...sites].flatMap((each) => codingOf(each) ?? [])];
  const moment = reading.moment(resource, ['started']) ?? encounter.start;
  reading.addEvent({
    kind: 'imaging',
    moment,
    codings: codings.filter(
      (coding, at) => codings.findIndex((other) => other.code === coding.code && other.system === coding.system) === at,
    ),
    name: said ?? joined([modality, site], ', ') ?? 'Imaging study',
    status,
    category: joined(
      modalities.map((each) => string(each, 'code')),
      '/',
    ),
    detail: joined([
      said === undefined ? undefined : joined([modality, site], ', '),
      reasonsOf(resource, reading),
      prefixed('images: ', number(json, 'numberOfInstances')?.toString()),
      annotations(json),
    ]),
    encounter: encounter.id,
    source: sourceOf(resource),
  });
}

import { object, objects, string } from '../json.ts';
import { codeOf, codingsOf, joined, nameOf, namesOf } from './coding.ts';
import { atAge, prefixed } from './condition.ts';
import { annotations, type Reading } from './reading.ts';
import { reasonsOf } from './reasons.ts';
import { type Resource, sourceOf } from './resource.ts';

/** Procedure: what was done. One that was not done, or only prepared, is left out and counted. */
export function readProcedure(resource: Resource, reading: Reading): void {
  const { json } = resource;
  const status = string(json, 'status');
  if (reading.isVoid(resource, status, ['not-done', 'preparation'])) return;
  const encounter = reading.encounter(resource);
  const code = object(json, 'code');
  reading.addEvent({
    kind: 'procedure',
    moment:
      reading.moment(resource, ['performedDateTime', 'performedPeriod']) ??
      atAge(object(json, 'performedAge'), reading) ??
      encounter.start,
    end: reading.end(resource, 'performedPeriod'),
    codings: codingsOf(code),
    name: nameOf(code) ?? 'Procedure without a name',
    status,
    category: codeOf(json, 'category'),
    detail: joined([
      prefixed('performed ', string(json, 'performedString')),
      namesOf(json, 'bodySite'),
      reasonsOf(resource, reading),
      prefixed('outcome: ', nameOf(object(json, 'outcome'))),
      prefixed('complication: ', joined(objects(json, 'complication').map(nameOf), ', ')),
      prefixed('follow-up: ', joined(objects(json, 'followUp').map(nameOf), ', ')),
      annotations(json),
    ]),
    encounter: encounter.id,
    source: sourceOf(resource),
  });
}

import { number, object, objects, string } from '../json.ts';
import { codingsOf, joined, nameOf } from './coding.ts';
import { prefixed } from './condition.ts';
import { annotations, type Reading } from './reading.ts';
import { reasonsOf } from './reasons.ts';
import { type Resource, sourceOf } from './resource.ts';

/** Immunization that was given. */
export function readImmunization(resource: Resource, reading: Reading): void {
  const { json } = resource;
  const status = string(json, 'status');
  if (reading.isVoid(resource, status, ['not-done'])) return;
  const encounter = reading.encounter(resource);
  const recorded = reading.moment(resource, ['recorded']);
  const vaccine = object(json, 'vaccineCode');
  const [protocol] = objects(json, 'protocolApplied');
  const dose = number(protocol, 'doseNumberPositiveInt') ?? string(protocol, 'doseNumberString');
  reading.addEvent({
    kind: 'immunization',
    moment: reading.moment(resource, ['occurrenceDateTime']) ?? recorded ?? encounter.start,
    recorded,
    codings: codingsOf(vaccine),
    name: nameOf(vaccine) ?? 'Vaccine without a name',
    status,
    detail: joined([
      prefixed('given ', string(json, 'occurrenceString')),
      prefixed('dose ', dose === undefined ? undefined : String(dose)),
      reasonsOf(resource, reading),
      annotations(json),
    ]),
    encounter: encounter.id,
    source: sourceOf(resource),
  });
}

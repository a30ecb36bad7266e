import { type Moment, momentOf, yearsAfter } from '../date.ts';
import { type Json, number, object, objects, string } from '../json.ts';
import { codeOf, codingsOf, joined, nameOf, namesOf } from './coding.ts';
import { annotations, type Reading } from './reading.ts';
import { type Resource, sourceOf } from './resource.ts';
import { unitsOf } from './value.ts';

/** Condition. A refuted one is kept, and says so in `verification`. */
export function readCondition(resource: Resource, reading: Reading): void {
  const { json } = resource;
  const verification = codeOf(json, 'verificationStatus');
  const clinical = codeOf(json, 'clinicalStatus');
  if (reading.isVoid(resource, verification)) return;
  const encounter = reading.encounter(resource);
  const recorded = reading.moment(resource, ['recordedDate', 'assertedDate']);
  const onset =
    reading.moment(resource, ['onsetDateTime', 'onsetPeriod']) ??
    atAge(object(json, 'onsetAge') ?? object(object(json, 'onsetRange'), 'low'), reading);
  const end =
    reading.moment(resource, ['abatementDateTime', 'abatementPeriod']) ??
    reading.end(resource, 'onsetPeriod') ??
    atAge(object(json, 'abatementAge') ?? object(object(json, 'abatementRange'), 'low'), reading);
  const isOver = end !== undefined || json.abatementBoolean === true || string(json, 'abatementString') !== undefined;
  const code = object(json, 'code');
  reading.addEvent({
    kind: 'condition',
    moment: onset ?? recorded ?? encounter.start,
    recorded,
    end,
    codings: codingsOf(code),
    name: nameOf(code) ?? 'Condition without a name',
    status: clinical ?? (isOver ? 'resolved' : undefined),
    verification,
    category: codeOf(object(json, 'category'), 'coding') ?? codeOf(json, 'category'),
    detail: joined([
      prefixed('onset ', string(json, 'onsetString')),
      prefixed('ended ', string(json, 'abatementString')),
      nameOf(object(json, 'severity')),
      namesOf(json, 'bodySite'),
      joined(
        objects(json, 'stage').map((stage) => nameOf(object(stage, 'summary'))),
        ', ',
      ),
      annotations(json),
    ]),
    encounter: encounter.id,
    source: sourceOf(resource),
  });
}

/** The year in which the patient was of an age. */
export function atAge(age: Json | undefined, { patient }: Reading): Moment | undefined {
  const value = number(age, 'value');
  if (age === undefined || value === undefined || value < 0 || patient.birthDate === undefined) return undefined;
  const unit = (unitsOf(age).units[0] ?? 'a').toLowerCase();
  const years = unit.startsWith('mo')
    ? value / 12
    : unit.startsWith('w')
      ? value / 52
      : unit.startsWith('d')
        ? value / 365
        : value;
  return momentOf(yearsAfter(patient.birthDate, years) ?? '');
}

export function prefixed(prefix: string, text: string | undefined): string | undefined {
  return text === undefined ? undefined : `${prefix}${text}`;
}

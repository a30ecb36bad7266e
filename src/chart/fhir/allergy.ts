import { object, objectOfEach, objects, string, strings } from '../json.ts';
import { codeOf, codingsOf, joined, nameOf } from './coding.ts';
import { atAge, prefixed } from './condition.ts';
import { annotations, type Reading } from './reading.ts';
import { type Resource, sourceOf } from './resource.ts';

/** AllergyIntolerance: the substance, with its reactions. A refuted one is kept, and says so in `verification`. */
export function readAllergy(resource: Resource, reading: Reading): void {
  const { json } = resource;
  const verification = codeOf(json, 'verificationStatus');
  if (reading.isVoid(resource, verification)) return;
  const encounter = reading.encounter(resource);
  const recorded = reading.moment(resource, ['recordedDate', 'assertedDate']);
  const code = object(json, 'code');
  const reactions = objects(json, 'reaction');
  const substances = objectOfEach(reactions, 'substance');
  reading.addEvent({
    kind: 'allergy',
    moment:
      reading.moment(resource, ['onsetDateTime', 'onsetPeriod']) ??
      atAge(object(json, 'onsetAge'), reading) ??
      recorded ??
      encounter.start,
    recorded,
    codings: [...codingsOf(code), ...codingsOf(substances)],
    name: nameOf(code) ?? nameOf(substances[0]) ?? 'Allergy without a name',
    status: codeOf(json, 'clinicalStatus'),
    verification,
    category: strings(json, 'category')[0],
    detail: joined([
      joined(
        reactions.flatMap((reaction) => [
          joined([joined(objects(reaction, 'manifestation').map(nameOf), ', '), string(reaction, 'severity')], ', '),
          string(reaction, 'description'),
        ]),
      ),
      prefixed('criticality ', string(json, 'criticality')),
      string(json, 'type') === 'intolerance' ? 'intolerance' : undefined,
      annotations(json),
    ]),
    encounter: encounter.id,
    source: sourceOf(resource),
  });
}

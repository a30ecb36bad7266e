import { boolean, type Json, number, object, objects, string } from '../json.ts';
import { codeOf, codingsOf, joined, nameOf, namesOf } from './coding.ts';
import { prefixed } from './condition.ts';
import { quantityText } from './dosage.ts';
import { annotations, type Reading } from './reading.ts';
import { namesOfReferences, reasonsOf } from './reasons.ts';
import { type Resource, sourceOf } from './resource.ts';
import { unitsOf } from './value.ts';

/** CarePlan: its title, with its activities and what it is for in `detail`. */
export function readCarePlan(resource: Resource, reading: Reading): void {
  const { json } = resource;
  const status = string(json, 'status');
  if (reading.isVoid(resource, status, ['draft'])) return;
  const encounter = reading.encounter(resource);
  const recorded = reading.moment(resource, ['created']);
  const activities = objects(json, 'activity').map((activity) => {
    const detail = object(activity, 'detail');
    return (
      nameOf(object(detail, 'code')) ??
      string(detail, 'description') ??
      string(object(activity, 'reference'), 'display')
    );
  });
  reading.addEvent({
    kind: 'plan',
    moment: reading.moment(resource, ['period']) ?? recorded ?? encounter.start,
    recorded,
    end: reading.end(resource, 'period'),
    codings: codingsOf(objects(json, 'category')),
    name: string(json, 'title') ?? planName(json) ?? 'Care plan',
    status,
    detail: joined([
      joined(activities, ', '),
      prefixed('for ', joined(namesOfReferences(resource, reading, 'addresses'), ', ')),
      string(json, 'description'),
      annotations(json),
    ]),
    encounter: encounter.id,
    source: sourceOf(resource),
  });
}

/** The most telling category: the generic `assess-plan` of US Core names nothing. */
function planName(json: Json): string | undefined {
  const categories = objects(json, 'category');
  return nameOf(
    categories.find((category) => !codingsOf(category).some(({ code }) => code === 'assess-plan')) ?? categories[0],
  );
}

/** Goal: what is aimed at, with its target. */
export function readGoal(resource: Resource, reading: Reading): void {
  const { json } = resource;
  const status = codeOf(json, 'lifecycleStatus');
  if (reading.isVoid(resource, status, ['cancelled', 'rejected'])) return;
  const description = object(json, 'description');
  const recorded = reading.moment(resource, ['statusDate']);
  reading.addEvent({
    kind: 'plan',
    moment: reading.moment(resource, ['startDate']) ?? recorded,
    codings: codingsOf(description),
    name: nameOf(description) ?? string(json, 'description') ?? 'Goal',
    status,
    category: 'goal',
    detail: joined([
      joined(objects(json, 'target').map(targetText)),
      prefixed('achievement: ', nameOf(object(json, 'achievementStatus'))),
      prefixed('for ', joined(namesOfReferences(resource, reading, 'addresses'), ', ')),
      annotations(json),
    ]),
    source: sourceOf(resource),
  });
}

function targetText(target: Json): string | undefined {
  const [low, high] = [object(object(target, 'detailRange'), 'low'), object(object(target, 'detailRange'), 'high')];
  const range = high && low ? `${number(low, 'value')}–${number(high, 'value')} ${unitsOf(high).written}` : undefined;
  const value =
    quantityText(object(target, 'detailQuantity')) ??
    range ??
    string(target, 'detailString') ??
    nameOf(object(target, 'detailCodeableConcept'));
  return joined([nameOf(object(target, 'measure')), value, prefixed('by ', string(target, 'dueDate'))], ' ');
}

/** ServiceRequest: what was asked for. Revoked and negative ones are left out and counted. */
export function readServiceRequest(resource: Resource, reading: Reading): void {
  const { json } = resource;
  const status = string(json, 'status');
  const isNegative = boolean(json, 'doNotPerform') === true;
  if (reading.isVoid(resource, isNegative ? 'do-not-perform' : status, ['do-not-perform', 'revoked', 'draft'])) return;
  const encounter = reading.encounter(resource);
  const recorded = reading.moment(resource, ['authoredOn']);
  const occurrence = reading.moment(resource, ['occurrenceDateTime', 'occurrencePeriod']);
  const code = object(json, 'code');
  reading.addEvent({
    kind: string(json, 'intent') === 'proposal' ? 'plan' : 'order',
    moment: recorded ?? occurrence ?? encounter.start,
    codings: codingsOf(code),
    name: nameOf(code) ?? namesOf(json, 'orderDetail') ?? namesOf(json, 'category') ?? 'Order without a name',
    status,
    category: codeOf(json, 'category'),
    detail: joined([
      recorded ? prefixed('for ', occurrence?.time.slice(0, 10)) : undefined,
      code ? namesOf(json, 'orderDetail') : undefined,
      namesOf(json, 'bodySite'),
      reasonsOf(resource, reading),
      prefixed(
        'priority ',
        ['urgent', 'asap', 'stat'].includes(string(json, 'priority') ?? '') ? string(json, 'priority') : undefined,
      ),
      string(json, 'patientInstruction'),
      annotations(json),
    ]),
    encounter: encounter.id,
    source: sourceOf(resource),
  });
}

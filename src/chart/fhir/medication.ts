import { table } from '../../table.ts';
import type { Coding } from '../../terms/index.ts';
import { type Moment, momentOf } from '../date.ts';
import { boolean, type Json, number, object, objectOfEach, objects, string } from '../json.ts';
import { codeOf, codingsOf, joined, nameOf } from './coding.ts';
import { dosageOf } from './dosage.ts';
import { annotations, type Reading } from './reading.ts';
import { reasonsOf } from './reasons.ts';
import { type Resource, sourceOf } from './resource.ts';

const DAY = 86_400_000;

/** MedicationRequest: from when it was written until the end of its validity or of the supply. A proposal is a plan. */
export function readMedicationRequest(resource: Resource, reading: Reading): void {
  const { json } = resource;
  const status = string(json, 'status');
  if (reading.isVoid(resource, boolean(json, 'doNotPerform') === true ? 'do-not-perform' : status, VOID)) return;
  const dispense = object(json, 'dispenseRequest');
  const repeats = objectOfEach(objectOfEach(objects(json, 'dosageInstruction'), 'timing'), 'repeat');
  const [bounds] = objectOfEach(repeats, 'boundsPeriod');
  const recorded = reading.moment(resource, ['authoredOn']);
  const encounter = reading.encounter(resource);
  const from = bounds && reading.moment(resource, ['start'], bounds);
  const moment =
    from ?? recorded ?? (dispense && reading.moment(resource, ['validityPeriod'], dispense)) ?? encounter.start;
  add(resource, reading, 'dosageInstruction', {
    kind: string(json, 'intent') === 'proposal' ? 'plan' : 'medication',
    moment,
    recorded,
    end:
      (bounds && reading.end(resource, 'boundsPeriod', { boundsPeriod: bounds })) ??
      (dispense && reading.end(resource, 'validityPeriod', dispense)) ??
      supplyEnd(moment, dispense),
    status,
    encounter: encounter.id,
  });
}

/** MedicationStatement: what the patient is said to take. */
export function readMedicationStatement(resource: Resource, reading: Reading): void {
  const { json } = resource;
  const status = string(json, 'status');
  if (reading.isVoid(resource, status, ['not-taken', 'intended'])) return;
  const recorded = reading.moment(resource, ['dateAsserted']);
  const encounter = reading.encounter(resource, object(json, 'context'));
  add(resource, reading, 'dosage', {
    kind: 'medication',
    moment: reading.moment(resource, ['effectiveDateTime', 'effectivePeriod']) ?? recorded ?? encounter.start,
    recorded,
    end: reading.end(resource, 'effectivePeriod'),
    status,
    encounter: encounter.id,
  });
}

/** MedicationAdministration: a dose that was given. */
export function readMedicationAdministration(resource: Resource, reading: Reading): void {
  const status = string(resource.json, 'status');
  if (reading.isVoid(resource, status, ['not-done'])) return;
  const encounter = reading.encounter(resource, object(resource.json, 'context'));
  add(resource, reading, 'dosage', {
    kind: 'medication',
    moment: reading.moment(resource, ['effectiveDateTime', 'effectivePeriod']) ?? encounter.start,
    end: reading.end(resource, 'effectivePeriod'),
    status,
    encounter: encounter.id,
  });
}

/** MedicationDispense: a supply that was handed out, which lasts its `daysSupply`. */
export function readMedicationDispense(resource: Resource, reading: Reading): void {
  const { json } = resource;
  const status = string(json, 'status');
  if (reading.isVoid(resource, status, ['cancelled', 'declined', 'preparation'])) return;
  const encounter = reading.encounter(resource, object(json, 'context'));
  const moment = reading.moment(resource, ['whenHandedOver', 'whenPrepared']) ?? encounter.start;
  add(resource, reading, 'dosageInstruction', {
    kind: 'medication',
    moment,
    end: after(moment, daysOf(object(json, 'daysSupply'))),
    status,
    encounter: encounter.id,
  });
}

/** States of a request in which it was never in force. */
const VOID = ['cancelled', 'draft', 'do-not-perform'];

interface Given {
  readonly kind: 'medication' | 'plan';
  readonly moment: Moment | undefined;
  readonly recorded?: Moment | undefined;
  readonly end: Moment | undefined;
  readonly status: string | undefined;
  readonly encounter: string | undefined;
}

function add(resource: Resource, reading: Reading, dosage: string, given: Given): void {
  const { name, codings } = medicationOf(resource, reading);
  reading.addEvent({
    ...given,
    name,
    codings,
    category: codeOf(object(resource.json, 'category'), 'coding') ?? codeOf(resource.json, 'category'),
    detail: joined([
      joined(objects(resource.json, dosage).map(dosageOf)),
      reasonsOf(resource, reading),
      stopReason(resource.json),
      annotations(resource.json),
    ]),
    source: sourceOf(resource),
  });
}

function stopReason(json: Json): string | undefined {
  const reason = nameOf(object(json, 'statusReason'));
  return reason === undefined ? undefined : `${string(json, 'status') ?? 'status'}: ${reason}`;
}

/** Name and codings of the drug, with those of its ingredients: coded in place, contained, or a Medication of the record. */
function medicationOf(resource: Resource, reading: Reading): { name: string; codings: readonly Coding[] } {
  const concept = object(resource.json, 'medicationCodeableConcept');
  if (concept) return { name: nameOf(concept) ?? UNNAMED, codings: codingsOf(concept) };
  const reference = object(resource.json, 'medicationReference');
  const said = string(reference, 'display');
  const medication = reading.follow(
    resource,
    'medicationReference',
    reference,
    said === undefined ? 'warning' : 'information',
  );
  const code = object(medication?.json, 'code');
  const ingredients = objectOfEach(objects(medication?.json, 'ingredient'), 'itemCodeableConcept');
  const named = nameOf(code) ?? said ?? joined(ingredients.map(nameOf), ' + ');
  if (named === undefined && (medication || !reference)) {
    reading.issue(resource, 'medication', 'value-missing', 'warning', 'a medication without a name');
  }
  return { name: named ?? UNNAMED, codings: [...codingsOf(code), ...codingsOf(ingredients)] };
}

const UNNAMED = 'Medication without a name';

/** When the supply that a prescription allows runs out: `expectedSupplyDuration`, once and for each repeat. */
function supplyEnd(from: Moment | undefined, dispense: Json | undefined): Moment | undefined {
  const days = daysOf(object(dispense, 'expectedSupplyDuration'));
  return after(from, days && days * (1 + (number(dispense, 'numberOfRepeatsAllowed') ?? 0)));
}

const UNIT_DAYS: Readonly<Record<string, number>> = table({
  h: 1 / 24,
  d: 1,
  day: 1,
  days: 1,
  wk: 7,
  week: 7,
  weeks: 7,
  mo: 30,
  month: 30,
  months: 30,
  a: 365,
});

function daysOf(duration: Json | undefined): number | undefined {
  const value = number(duration, 'value');
  const unit = (string(duration, 'code') ?? string(duration, 'unit') ?? 'd').toLowerCase();
  return value === undefined || value <= 0 ? undefined : value * (UNIT_DAYS[unit] ?? 1);
}

function after(from: Moment | undefined, days: number | undefined): Moment | undefined {
  if (!from || days === undefined) return undefined;
  const at = from.at + days * DAY;
  return Number.isFinite(at) && Math.abs(at) < 8e15 ? momentOf(new Date(at).toISOString().slice(0, 10)) : undefined;
}

import { table } from '../../table.ts';
import { boolean, type Json, number, object, objects, string } from '../json.ts';
import { joined, nameOf } from './coding.ts';
import { unitsOf } from './value.ts';

/** A Dosage in words: its own text, else what its structure says (`500 mg oral, 2 times per day, as needed`). */
export function dosageOf(dosage: Json): string | undefined {
  const text = string(dosage, 'text') ?? string(dosage, 'patientInstruction');
  if (text !== undefined) return text;
  const [rate] = objects(dosage, 'doseAndRate');
  const dose = quantityText(object(rate, 'doseQuantity') ?? object(dosage, 'dose'));
  const route = nameOf(object(dosage, 'route'))?.toLowerCase();
  const asNeeded =
    boolean(dosage, 'asNeededBoolean') === true || object(dosage, 'asNeededCodeableConcept') !== undefined;
  return joined(
    [joined([dose, route], ' '), timingText(object(dosage, 'timing')), asNeeded ? 'as needed' : undefined],
    ', ',
  );
}

const PERIODS: Readonly<Record<string, string>> = table({
  s: 'second',
  min: 'minute',
  h: 'hour',
  d: 'day',
  wk: 'week',
  mo: 'month',
  a: 'year',
});

function timingText(timing: Json | undefined): string | undefined {
  const code = nameOf(object(timing, 'code'));
  if (code !== undefined) return code;
  const repeat = object(timing, 'repeat');
  const [frequency, period] = [number(repeat, 'frequency'), number(repeat, 'period')];
  const unit = PERIODS[string(repeat, 'periodUnit') ?? ''];
  if (frequency === undefined || period === undefined || unit === undefined) return undefined;
  const times = frequency === 1 ? 'once' : frequency === 2 ? 'twice' : `${frequency} times`;
  return period === 1 ? `${times} per ${unit}` : `${times} per ${period} ${unit}s`;
}

export function quantityText(quantity: Json | undefined): string | undefined {
  const value = number(quantity, 'value');
  if (quantity === undefined || value === undefined) return undefined;
  return `${string(quantity, 'comparator') ?? ''}${value} ${unitsOf(quantity).written}`.trim();
}

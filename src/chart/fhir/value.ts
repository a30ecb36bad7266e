import { type Coding, SYSTEM } from '../../terms/index.ts';
import type { QuantityValue } from '../chart.ts';
import { boolean, type Json, number, object, string } from '../json.ts';
import { codingsOf, joined, nameOf } from './coding.ts';

/** A result as it stands in the record, before it is known what it measures. */
export type RawValue =
  | {
      readonly type: 'quantity';
      readonly value: number;
      /** Spellings of the unit, the UCUM code first; empty when the record gives none. */
      readonly units: readonly string[];
      /** The unit as a person wrote it. */
      readonly written: string;
      readonly comparator?: Comparator;
    }
  | { readonly type: 'text'; readonly text: string; readonly codings?: readonly Coding[] };

type Comparator = NonNullable<QuantityValue['comparator']>;

/** The `value[x]` of an Observation or of one of its components; undefined when there is none that can be read. */
export function rawValueOf(json: Json): RawValue | undefined {
  const quantity = object(json, 'valueQuantity');
  if (quantity) return quantityOf(quantity);
  const concept = object(json, 'valueCodeableConcept');
  if (concept) {
    const text = nameOf(concept);
    return text === undefined ? undefined : { type: 'text', text, codings: codingsOf(concept) };
  }
  const text = string(json, 'valueString');
  if (text !== undefined) return quantityInText(text) ?? { type: 'text', text };
  const truth = boolean(json, 'valueBoolean');
  if (truth !== undefined) return { type: 'text', text: truth ? 'Yes' : 'No' };
  const integer = number(json, 'valueInteger');
  if (integer !== undefined) return { type: 'quantity', value: integer, units: [], written: '' };
  return rangeOf(object(json, 'valueRange')) ?? ratioOf(object(json, 'valueRatio')) ?? otherOf(json);
}

function quantityOf(json: Json, comparator = comparatorOf(string(json, 'comparator'))): RawValue | undefined {
  const value = number(json, 'value');
  if (value === undefined) return undefined;
  return { type: 'quantity', value, ...unitsOf(json), ...(comparator ? { comparator } : {}) };
}

/** The spellings of a Quantity's unit: its UCUM code, then what is written, then a code of another system. */
export function unitsOf(json: Json): { units: string[]; written: string } {
  const [unit, code] = [string(json, 'unit'), string(json, 'code')];
  const system = string(json, 'system');
  const isUcum = system === undefined || system === SYSTEM.ucum;
  const units = (isUcum ? [code, unit] : [unit, code]).filter((each) => each !== undefined);
  return { units: [...new Set(units)], written: unit ?? code ?? '' };
}

function comparatorOf(text: string | undefined): Comparator | undefined {
  if (text === '≤') return '<=';
  if (text === '≥') return '>=';
  return text === '<' || text === '<=' || text === '>' || text === '>=' ? text : undefined;
}

const NUMBER_IN_TEXT = /^(<=|>=|<|>|≤|≥)?\s*([-+]?\d+(?:\.\d+)?|\d+,\d{1,2})\s*([^\d\s,;:][^\d,;:]{0,4}[^,;:]{0,14})?$/;

/** `5.4 mg/dL`, `<0.01`, `5,4`: a number that was sent as a string. Titres (`1:160`) and sentences stay text. */
function quantityInText(text: string): RawValue | undefined {
  const parts = NUMBER_IN_TEXT.exec(text);
  if (!parts || /[+]\s*$/.test(text)) return undefined;
  const [, sign, digits = '', unit] = parts;
  const comparator = comparatorOf(sign);
  const written = unit?.trim() ?? '';
  if (written !== '' && !/^[a-zA-Zµμ%°/{[(*]/.test(written)) return undefined;
  return {
    type: 'quantity',
    value: Number(digits.replace(',', '.')),
    units: written === '' ? [] : [written],
    written,
    ...(comparator ? { comparator } : {}),
  };
}

/** A range open at one side is a limit; one closed at both is text, as no one number stands for it. */
function rangeOf(json: Json | undefined): RawValue | undefined {
  const [low, high] = [object(json, 'low'), object(json, 'high')];
  if (low && !high) return quantityOf(low, '>=');
  if (high && !low) return quantityOf(high, '<=');
  const [from, to] = [number(low, 'value'), number(high, 'value')];
  if (!low || !high || from === undefined || to === undefined) return undefined;
  return { type: 'text', text: joined([`${from}–${to}`, unitsOf(high).written || unitsOf(low).written], ' ') ?? '' };
}

/** A quotient of two quantities with units is one quantity (30 mg of 1 g is 30 mg/g); one of bare numbers is a titre or odds: text. */
function ratioOf(json: Json | undefined): RawValue | undefined {
  const [above, below] = [object(json, 'numerator'), object(json, 'denominator')];
  const [numerator, denominator] = [number(above, 'value'), number(below, 'value')];
  if (!above || !below || numerator === undefined || denominator === undefined) return undefined;
  const [over, under] = [unitsOf(above), unitsOf(below)];
  const comparator = comparatorOf(string(above, 'comparator'));
  if ((over.written === '' && under.written === '') || denominator === 0) {
    return { type: 'text', text: `${comparator ?? ''}${numerator}:${denominator}` };
  }
  return {
    type: 'quantity',
    value: numerator / denominator,
    units: [`${over.units[0] ?? ''}/${under.units[0] ?? ''}`, `${over.written}/${under.written}`],
    written: `${over.written}/${under.written}`,
    ...(comparator ? { comparator } : {}),
  };
}

function otherOf(json: Json): RawValue | undefined {
  const period = object(json, 'valuePeriod');
  const text =
    sampledText(object(json, 'valueSampledData')) ??
    string(json, 'valueTime') ??
    string(json, 'valueDateTime') ??
    (period ? joined([string(period, 'start') ?? '…', string(period, 'end') ?? '…'], ' – ') : undefined);
  return text === undefined ? undefined : { type: 'text', text };
}

/** A curve in a few words: how many samples, and between which values. */
function sampledText(json: Json | undefined): string | undefined {
  const data = string(json, 'data');
  if (json === undefined || data === undefined) return undefined;
  const origin = object(json, 'origin');
  const factor = number(json, 'factor') ?? 1;
  const samples = data.split(/\s+/).filter(Boolean);
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const sample of samples) {
    const value = Number(sample);
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const at = (value: number) => Number(((number(origin, 'value') ?? 0) + value * factor).toPrecision(6));
  const span = low > high ? undefined : `${at(low)} to ${at(high)} ${origin ? unitsOf(origin).written : ''}`.trim();
  return joined([`${samples.length} samples`, span], ', ');
}

import type { Json } from '../json.ts';
import { uriOfName } from '../translate/systems.ts';
import { fhirTime } from '../translate/time.ts';
import { conceptOf } from './concept.ts';
import { at, type Field, type Segment } from './message.ts';

const UCUM = 'http://unitsofmeasure.org';
const NUMBER = /^([<>]=?)?\s*([+-]?\d*\.?\d+(?:[eE][+-]?\d{1,2})?)$/;

/** The values of an OBX as the `value[x]` of Observations: several where a coded answer repeats; none when OBX-5 is empty. */
export function valuesOf(obx: Segment, zone: string | undefined): Json[] {
  const type = obx.text(2)?.toUpperCase() ?? '';
  const field = obx.field(5);
  if (type === 'CE' || type === 'CWE' || type === 'CNE' || type === 'CF')
    return field.flatMap((each) => {
      const concept = conceptOf(each);
      return concept === undefined ? [] : [{ valueCodeableConcept: concept }];
    });
  if (type === 'SN') return field.flatMap((each) => structured(each, obx));
  if (type === 'DT' || type === 'TS' || type === 'DTM')
    return field.flatMap((each) => {
      const time = fhirTime(at(each, 1), zone);
      return time === undefined ? [] : [{ valueDateTime: time }];
    });
  if (type === 'NM') return field.flatMap((each) => numberOrText(at(each, 1), obx));
  if (type === 'TM') {
    const time = /^(\d\d)(\d\d)(\d\d)?/.exec(obx.text(5) ?? '');
    if (time) return [{ valueTime: `${time[1]}:${time[2]}:${time[3] ?? '00'}` }];
  }
  const text = textOf(obx);
  return text === undefined ? [] : numberOrText(text, obx);
}

/** The words of an OBX; of a structured type its parts in one line. */
export function textOf(obx: Segment): string | undefined {
  const type = obx.text(2)?.toUpperCase() ?? '';
  const isProse = type === 'TX' || type === 'FT' || type === 'ST' || type === '' || type === 'IS' || type === 'ID';
  const text = isProse ? obx.prose(5) : partsOf(obx.field(5));
  return text.trim() === '' ? undefined : text.trimEnd();
}

function partsOf(field: Field): string {
  return field
    .map((each) => each.map((parts) => parts.filter((part) => part !== '' && part !== '""').join(' ')).join(' '))
    .join('; ')
    .replace(/ +/g, ' ')
    .trim();
}

function numberOrText(text: string | undefined, obx: Segment): Json[] {
  if (text === undefined) return [];
  const number = NUMBER.exec(text.trim());
  const isNumber = number !== null && (obx.text(2) === 'NM' || obx.text(6) !== undefined);
  if (!isNumber) return [{ valueString: text }];
  const value = Number(number[2]);
  return Number.isFinite(value) ? [{ valueQuantity: quantity(value, number[1], obx) }] : [{ valueString: text }];
}

function quantity(value: number, comparator: string | undefined, obx: Segment): Json {
  const unit = obx.field(6)[0];
  const [code, text, system] = [at(unit, 1), at(unit, 2), uriOfName(at(unit, 3) ?? '')];
  const isUcum = system === UCUM && code !== undefined;
  return { value, comparator, unit: text ?? code, ...(isUcum ? { system: UCUM, code } : {}) };
}

/** SN: `>^100`, `^1^:^128`, `^3^-^5`, `^2^+`. */
function structured(repetition: Field[number], obx: Segment): Json[] {
  const [sign, first, separator, second] = [1, 2, 3, 4].map((part) => at(repetition, part));
  const [low, high] = [Number(first), Number(second)];
  const comparator = sign === '<' || sign === '<=' || sign === '>' || sign === '>=' ? sign : undefined;
  const isPlain = (sign === undefined || sign === '=' || comparator !== undefined) && Number.isFinite(low);
  if (first !== undefined && isPlain && separator === undefined && second === undefined)
    return [{ valueQuantity: quantity(low, comparator, obx) }];
  if (first !== undefined && second !== undefined && isPlain && Number.isFinite(high)) {
    if (separator === '-')
      return [{ valueRange: { low: quantity(low, undefined, obx), high: quantity(high, undefined, obx) } }];
    if (separator === ':' || separator === '/')
      return [{ valueRatio: { numerator: { value: low, comparator }, denominator: { value: high } } }];
  }
  const text = [sign, first, separator, second].filter((part) => part !== undefined).join('');
  return text === '' ? [] : [{ valueString: text }];
}

import { isYear } from './assertion/time.ts';
import { daysOf } from './durations.ts';
import type { TextMeasurement } from './mention.ts';
import { NUMBER, type Tokens, WORD } from './tokens.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const DOSE = words(
  'mg mcg ug µg g iu units unit tab tabs tablet tablets cap caps capsule capsules bd od tds qds bid tid qid daily qd qhs nocte mls ml drops puffs sachets injection injections x',
);
const UNIT = words(
  'mmol mol umol µmol μmol nmol pmol mg g ug mcg µg ng pg u iu miu mu ml l kg lb lbs lbs. st stone cm mm mmhg bpm fl mosm meq meql x10 kpa hg dl mm3 miu',
);

/** A number as read, and the token after it. */
export interface Value {
  readonly value: number;
  readonly unit: string | undefined;
  readonly comparator: TextMeasurement['comparator'];
  readonly to: number;
}

/** A sign that belongs to the number after it: "T -1.9". */
export const isSigned = (tokens: Tokens, at: number): boolean =>
  (tokens.low[at] === '-' || tokens.low[at] === '+') &&
  tokens.kind[at + 1] === NUMBER &&
  tokens.start[at + 1] === tokens.end[at] &&
  (at === 0 || (tokens.start[at] ?? 0) > (tokens.end[at - 1] ?? 0));

const COMPARATORS = words('< <= > >=');
export const isComparator = (tokens: Tokens, at: number): boolean =>
  COMPARATORS.has(tokens.low[at] ?? '') && tokens.kind[at + 1] === NUMBER;

/** The number that a token is. */
export const numberAt = (tokens: Tokens, at: number): number => Number((tokens.low[at] ?? '').replaceAll(',', ''));

/** A number with comparator, sign, range and unit; undefined when it is a date, an interval, a year, a dose or a duration. */
export function readValue(tokens: Tokens, from: number, to: number): Value | undefined {
  let at = from;
  let comparator: TextMeasurement['comparator'];
  let sign = 1;
  if (isComparator(tokens, at)) comparator = tokens.low[at++] as NonNullable<TextMeasurement['comparator']>;
  else if (isSigned(tokens, at)) sign = tokens.low[at++] === '-' ? -1 : 1;
  if (at >= to || tokens.kind[at] !== NUMBER) return undefined;
  const raw = tokens.low[at] ?? '';
  let value = sign * numberAt(tokens, at);
  if (!Number.isFinite(value) || isYear(raw)) return undefined;
  at++;
  if (
    raw === '1' &&
    tokens.low[at] === ':' &&
    tokens.kind[at + 1] === NUMBER &&
    tokens.start[at + 1] === tokens.end[at]
  ) {
    return { value: numberAt(tokens, at + 1), unit: undefined, comparator, to: at + 2 };
  }
  if (tokens.low[at] === '/' && tokens.kind[at + 1] === NUMBER) return undefined;
  if (tokens.low[at] === '+' && tokens.start[at] === tokens.end[at - 1]) return undefined;
  if (
    tokens.low[at] === '-' &&
    tokens.start[at] === tokens.end[at - 1] &&
    tokens.kind[at + 1] === NUMBER &&
    tokens.start[at + 1] === tokens.end[at]
  ) {
    const upper = numberAt(tokens, at + 1);
    if (tokens.low[at + 2] === '/' || !(upper > value)) return undefined;
    value = (value + upper) / 2;
    at += 2;
  }
  // "8,000 cells/mm3": what is counted stands before its unit.
  if ((tokens.low[at] === 'cells' || tokens.low[at] === 'cell') && tokens.low[at + 1] === '/') at++;
  const next = tokens.kind[at] === WORD || tokens.low[at] === '%' ? (tokens.low[at] ?? '') : '';
  if (tokens.low[at] === '/' && tokens.kind[at + 1] === WORD) {
    const end = endOfUnit(tokens, at, to);
    return { value, unit: tokens.text.slice(tokens.start[at], tokens.end[end - 1]), comparator, to: end };
  }
  const degrees = degreesAt(tokens, at);
  if (degrees) return { value, unit: degrees.unit, comparator, to: degrees.to };
  const flag = tokens.text.slice(tokens.start[at], tokens.end[at]);
  if (next !== '' && flag !== 'H' && flag !== 'L') {
    const slash = tokens.low[at + 1] === '/';
    if (DOSE.has(next) && !slash && next !== 'g') return undefined;
    if (daysOf(next) !== undefined && next !== 'm') return undefined;
    if (next === '%' || UNIT.has(next)) {
      const unitFrom = at;
      at = endOfUnit(tokens, at + 1, to);
      return { value, unit: tokens.text.slice(tokens.start[unitFrom], tokens.end[at - 1]), comparator, to: at };
    }
  }
  return { value, unit: undefined, comparator, to: at };
}

/** "°C", "degrees Fahrenheit", "° F" at a token. */
function degreesAt(tokens: Tokens, at: number): { readonly unit: string; readonly to: number } | undefined {
  const low = tokens.low[at] ?? '';
  const isSign = low === '°' || low === 'º' || low === 'deg' || low === 'degree' || low === 'degrees';
  const to = isSign ? at + 1 : at;
  const word = isSign || low.length > 1 ? (tokens.low[to] ?? '') : '';
  if (word === 'c' || word === 'celsius' || word === 'centigrade') return { unit: '°C', to: to + 1 };
  if (word === 'f' || word === 'fahrenheit') return { unit: '°F', to: to + 1 };
  return undefined;
}

/** After the `/L`, `^9/L`, `/mm3` that go on a unit. */
function endOfUnit(tokens: Tokens, from: number, to: number): number {
  let at = from;
  while (at + 1 < to) {
    const low = tokens.low[at] ?? '';
    const next = tokens.kind[at + 1];
    const glued = tokens.start[at + 1] === tokens.end[at];
    if (!glued || !((low === '/' && next === WORD) || (low === '^' && next === NUMBER))) break;
    at += 2;
  }
  return at;
}

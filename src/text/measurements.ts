import { daysOf, isYear } from './assertion/time.ts';
import { type MeasureNames, type Measures, measuresOf, type Named, namesIn } from './measure-names.ts';
import type { Span, TextMeasurement } from './mention.ts';
import { MARK, NUMBER, type Tokens, WORD } from './tokens.ts';

export type { MeasureNames };
export const compileMeasures = measuresOf;

/** What was named in a sentence, and which of the names have their value beside them. */
export interface Measured {
  readonly names: readonly Named[];
  /** Token index after the value of `names[i]`, or undefined when it has none. */
  readonly valueEnd: readonly (number | undefined)[];
  readonly measurements: readonly TextMeasurement[];
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
/** May stand between a name and its value. */
const BETWEEN = words(
  'is was of at to up down now today level levels last only still again falling rising noted result results count about approx approximately around high low normal nl no better back stable steady dropped fell rose increased decreased improved serum score mildly slightly remains remained persisting here value reading = : ~ repeat todays home clinic avg average mean dropping elevated raised just yesterday currently measured by in the came has been a total h l n marginally climbing risen fallen further bit creeping concentration concentrations activity titer titre serum',
);
const DOSE = words(
  'mg mcg ug µg g iu units unit tab tabs tablet tablets cap caps capsule capsules bd od tds qds bid tid qid daily qd qhs nocte mls ml drops puffs sachets injection injections x',
);
const UNIT = words(
  'mmol mol umol µmol μmol nmol pmol mg g ug mcg µg ng pg u iu miu mu ml l kg lb lbs lbs. st stone cm mm mmhg bpm fl mosm meq meql c f k x10 kpa hg dl',
);

/** Reads names and the numbers that follow them in the tokens [from, to) of one sentence. */
export function measurementsIn(tokens: Tokens, measures: Measures, from: number, to: number, sentence: Span): Measured {
  const names = namesIn(tokens, measures, from, to);
  const measurements: TextMeasurement[] = [];
  const valueEnd: (number | undefined)[] = [];
  names.forEach((named, index) => {
    const limit = names[index + 1]?.from ?? to;
    const end = named.panel !== undefined ? undefined : readAfter(tokens, named, limit, to, sentence, measurements);
    valueEnd.push(end);
  });
  boneScores(tokens, from, to, sentence, measurements);
  return { names, valueEnd, measurements };
}

function readAfter(
  tokens: Tokens,
  named: Named,
  limit: number,
  to: number,
  sentence: Span,
  out: TextMeasurement[],
): number | undefined {
  let at = named.to;
  let skipped = 0;
  if (tokens.low[at] === '(' && tokens.kind[at + 1] === NUMBER) at++;
  while (at < limit && skipped < 5) {
    if (tokens.kind[at] === NUMBER || isSigned(tokens, at) || isComparator(tokens, at)) break;
    const low = tokens.low[at] ?? '';
    const dash = low === '-' && tokens.kind[at] === MARK;
    if (!BETWEEN.has(low) && !dash && low !== '"' && low !== "'") return undefined;
    skipped++;
    at++;
  }
  if (at >= limit) return undefined;
  const isPressure = named.analyte === 'systolic-bp' || named.analyte === 'diastolic-bp';
  if (isPressure) return readPressures(tokens, named.from, at, to, sentence, out);
  const value = readValue(tokens, at, to);
  if (!value || isChange(tokens, at, value)) return undefined;
  const start = tokens.start[named.from] ?? 0;
  const arrow = tokens.low[value.to];
  if (
    (arrow === '->' || arrow === 'to' || (arrow === '-' && tokens.low[value.to + 1] === '>')) &&
    tokens.kind[value.to + 1] === NUMBER
  ) {
    const after = readValue(tokens, value.to + 1, to);
    if (after) {
      out.push({ ...measured(value, tokens, named.analyte, start, sentence), past: true });
      out.push(measured(after, tokens, named.analyte, start, sentence));
      return after.to;
    }
  }
  const measurement = measured(value, tokens, named.analyte, start, sentence);
  const bracket = readBracket(tokens, value.to, to);
  out.push(bracket?.range ? { ...measurement, range: bracket.range } : measurement);
  if (bracket?.was !== undefined) {
    out.push({
      analyte: named.analyte,
      value: bracket.was,
      past: true,
      span: [start, tokens.end[bracket.to - 1] ?? start],
      sentence,
    });
  }
  return value.to;
}

const CHANGE = words('up down dropped fell rose increased decreased fallen risen loss gain by');
const SIZES = words('kg lb lbs cm st stone');

/** "Waist down 6 cm", "wt up 2 kg": by how much, not how much. */
const isChange = (tokens: Tokens, at: number, { unit }: Value): boolean =>
  unit !== undefined && SIZES.has(unit.toLowerCase()) && CHANGE.has(tokens.low[at - 1] ?? '');

interface Value {
  readonly value: number;
  readonly unit: string | undefined;
  readonly comparator: TextMeasurement['comparator'];
  readonly to: number;
}

function measured(value: Value, tokens: Tokens, analyte: string, start: number, sentence: Span): TextMeasurement {
  return {
    analyte,
    value: value.value,
    ...(value.unit === undefined ? {} : { unit: value.unit }),
    ...(value.comparator === undefined ? {} : { comparator: value.comparator }),
    span: [start, tokens.end[value.to - 1] ?? start],
    sentence,
  };
}

const isSigned = (tokens: Tokens, at: number): boolean =>
  (tokens.low[at] === '-' || tokens.low[at] === '+') &&
  tokens.kind[at + 1] === NUMBER &&
  tokens.start[at + 1] === tokens.end[at] &&
  (at === 0 || (tokens.start[at] ?? 0) > (tokens.end[at - 1] ?? 0));

const COMPARATORS = words('< <= > >=');
const isComparator = (tokens: Tokens, at: number): boolean =>
  COMPARATORS.has(tokens.low[at] ?? '') && tokens.kind[at + 1] === NUMBER;

const numberAt = (tokens: Tokens, at: number): number => Number((tokens.low[at] ?? '').replaceAll(',', ''));

/** A number with comparator, sign, range and unit; undefined when it is a date, an interval, a year, a dose or a duration. */
function readValue(tokens: Tokens, from: number, to: number): Value | undefined {
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
  const next = tokens.kind[at] === WORD || tokens.low[at] === '%' ? (tokens.low[at] ?? '') : '';
  if (tokens.low[at] === '/' && tokens.kind[at + 1] === WORD) {
    const end = endOfUnit(tokens, at, to);
    return { value, unit: tokens.text.slice(tokens.start[at], tokens.end[end - 1]), comparator, to: end };
  }
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

/** "(2.15-2.59)" is a range, "(was 26 last year)" an earlier value. */
function readBracket(
  tokens: Tokens,
  at: number,
  to: number,
): { range?: readonly [number, number]; was?: number; to: number } | undefined {
  if (tokens.low[at] !== '(' || at + 2 >= to) return undefined;
  const first = at + 1;
  if (tokens.kind[first] === NUMBER && tokens.low[first + 1] === '-' && tokens.kind[first + 2] === NUMBER) {
    const range = [numberAt(tokens, first), numberAt(tokens, first + 2)] as const;
    return range[0] < range[1] ? { range, to: first + 3 } : undefined;
  }
  const low = tokens.low[first] ?? '';
  if (
    (low === 'was' || low === 'prev' || low === 'previously' || low === 'from' || low === 'last') &&
    tokens.kind[first + 1] === NUMBER
  ) {
    return { was: numberAt(tokens, first + 1), to: first + 2 };
  }
  return undefined;
}

/** "148/92", and further pairs after a comma. */
function readPressures(
  tokens: Tokens,
  nameAt: number,
  from: number,
  to: number,
  sentence: Span,
  out: TextMeasurement[],
): number | undefined {
  let at = from;
  let end: number | undefined;
  while (at + 2 < to && tokens.kind[at] === NUMBER && tokens.low[at + 1] === '/' && tokens.kind[at + 2] === NUMBER) {
    const systolic = numberAt(tokens, at);
    const diastolic = numberAt(tokens, at + 2);
    if (!(systolic >= 50 && systolic <= 300 && diastolic >= 20 && diastolic < systolic)) return end;
    const span: Span = [tokens.start[end === undefined ? nameAt : at] ?? 0, tokens.end[at + 2] ?? 0];
    out.push(
      { analyte: 'systolic-bp', value: systolic, span, sentence },
      { analyte: 'diastolic-bp', value: diastolic, span, sentence },
    );
    at += 3;
    end = at;
    while (tokens.low[at] === ',' || tokens.low[at] === 'and' || tokens.low[at] === ';') at++;
  }
  return end;
}

const SITES = words('hip neck fn radius spine forearm femoral t l4 wrist femur');

/** Bone density: "FN -2.1, forearm -2.6", "Total hip T -1.6": a site or a T before a signed decimal number. */
function boneScores(tokens: Tokens, from: number, to: number, sentence: Span, out: TextMeasurement[]): void {
  for (let at = from; at + 1 < to; at++) {
    if (tokens.kind[at] !== WORD || !isSigned(tokens, at + 1) || !SITES.has(tokens.low[at] ?? '')) continue;
    if (!(tokens.low[at + 2] ?? '').includes('.') || tokens.low[at + 3] === '%') continue;
    const value = (tokens.low[at + 1] === '-' ? -1 : 1) * numberAt(tokens, at + 2);
    if (value < -7 || value > 5) continue;
    const span: Span = [tokens.start[at] ?? 0, tokens.end[at + 2] ?? 0];
    if (!out.some((one) => one.span[1] === span[1])) out.push({ analyte: 'dxa-t-score', value, span, sentence });
  }
}

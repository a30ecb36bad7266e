import { ANALYTES } from '../terms/index.ts';
import { earlierAfter, readBracket, readColumn } from './beside-value.ts';
import { boneScores, hasSite } from './bone-scores.ts';
import { inTheirFluid } from './fluids.ts';
import { heightsIn } from './heights.ts';
import { type Measures, measuresOf, type Named, namesIn } from './measure-names.ts';
import type { Span, TextMeasurement } from './mention.ts';
import { barePressures, readPressures } from './pressures.ts';
import { repeatAfter } from './repeats.ts';
import { MARK, NUMBER, type Tokens } from './tokens.ts';
import { isComparator, isSigned, numberAt, readValue, type Value } from './values.ts';

export const compileMeasures = measuresOf;

/** What was named in a sentence, and which of the names have their value beside them. */
export interface Measured {
  readonly names: readonly Named[];
  /** Token index after the value of `names[i]`, or undefined when it has none. */
  readonly valueEnd: readonly (number | undefined)[];
  readonly measurements: readonly TextMeasurement[];
  /** Names that are of another specimen than blood, whether or not it has such a measure here. */
  readonly elsewhere: readonly Named[];
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
/** May stand between a name and its value. */
const BETWEEN = words(
  'is are was were of at to up down now today level levels last only still again falling rising noted result results count about approx approximately around high low normal nl no better back stable steady dropped fell rose increased decreased improved serum score mildly slightly remains remained persisting here value reading = : ~ repeat todays home clinic avg average mean dropping elevated raised just yesterday currently measured by in the came has been a total h l n marginally climbing risen fallen further bit creeping concentration concentrations activity titer titre suppressed therapeutic subtherapeutic supratherapeutic undetectable deficient insufficient worsening improving well very markedly significantly severely moderately minimally critically persistently found returned be acutely chronically down-trending overall latest most recent',
);
/** Reads names and the numbers that follow them in the tokens [from, to) of one sentence. */
export function measurementsIn(tokens: Tokens, measures: Measures, from: number, to: number, sentence: Span): Measured {
  const { names, elsewhere } = inTheirFluid(tokens, namesIn(tokens, measures, from, to), from, to);
  if (
    names.length === 0 &&
    elsewhere.length === 0 &&
    !hasSite(tokens, from, to) &&
    !hasSlash(tokens, from, to) &&
    !tellsHeight(tokens, from, to)
  )
    return NOTHING;
  const measurements: TextMeasurement[] = [];
  const valueEnd: (number | undefined)[] = [];
  const paired = pairsIn(tokens, names, to, sentence, measurements);
  names.forEach((named, index) => {
    const pair = paired.get(index);
    if (pair !== undefined) {
      valueEnd.push(pair);
      return;
    }
    const limit = names[index + 1]?.from ?? to;
    const end = named.panel !== undefined ? undefined : readAfter(tokens, named, limit, to, sentence, measurements);
    valueEnd.push(end);
  });
  boneScores(tokens, from, to, sentence, measurements);
  if (measures.heights) heightsIn(tokens, from, to, sentence, measurements);
  if (measures.pressures) barePressures(tokens, from, to, sentence, measurements);
  return { names, valueEnd, measurements, elsewhere };
}

function hasSlash(tokens: Tokens, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (tokens.low[at] === '/' && tokens.kind[at + 1] === NUMBER) return true;
  return false;
}

function tellsHeight(tokens: Tokens, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (tokens.low[at] === 'tall') return true;
  return false;
}

const NOTHING: Measured = { names: [], valueEnd: [], measurements: [], elsewhere: [] };

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
  // "alkaline phosphatase (ALP) is 310": the abbreviation closes before the value.
  if (tokens.low[at] === ')' && tokens.low[named.from - 1] === '(') at++;
  while (at < limit && skipped < 5) {
    if (tokens.kind[at] === NUMBER || isSigned(tokens, at) || isComparator(tokens, at)) break;
    const low = tokens.low[at] ?? '';
    if (low === 'from') return readFromTo(tokens, named, at, to, sentence, out);
    // "elevated (8.2)", not "normal (0.4-4.0)".
    if (low === '(' && (tokens.kind[at + 1] === NUMBER || isComparator(tokens, at + 1)) && tokens.low[at + 2] !== '-') {
      at++;
      continue;
    }
    const dash = low === '-' && tokens.kind[at] === MARK;
    if (!BETWEEN.has(low) && !dash && low !== '"' && low !== "'" && low !== '|') return undefined;
    skipped++;
    at++;
  }
  if (at >= limit) return undefined;
  const isPressure = named.analyte === 'systolic-bp' || named.analyte === 'diastolic-bp';
  if (isPressure) return readPressures(tokens, named.from, at, to, sentence, out);
  const value = readScore(tokens, named.analyte, at) ?? readValue(tokens, at, to);
  if (!value || isChange(tokens, at, value)) return undefined;
  if (named.analyte === 'body-temperature' && !isWarmth(tokens, named, value)) return undefined;
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
  const bracket = readBracket(tokens, value.to, to) ?? readColumn(tokens, value.to, to);
  out.push(bracket?.range ? { ...measurement, range: bracket.range } : measurement);
  const was = bracket?.was === undefined ? earlierAfter(tokens, value.to, to) : { value: bracket.was, to: bracket.to };
  if (was) {
    out.push({
      analyte: named.analyte,
      value: was.value,
      past: true,
      span: [start, tokens.end[was.to - 1] ?? start],
      sentence,
    });
    return value.to;
  }
  let end = value.to;
  for (let again = repeatAfter(tokens, bracket?.to ?? end, to); again; again = repeatAfter(tokens, end, to)) {
    out.push({ ...measured(again, tokens, named.analyte, start, sentence), again: true });
    end = again.to;
  }
  return end;
}

/** "29/30" of a scale that ends at 30, also "29 / 30" and "29 out of 30". */
function readScore(tokens: Tokens, analyte: string, at: number): Value | undefined {
  const scale = ANALYTES.get(analyte);
  if (scale?.kind !== 'score' || tokens.kind[at] !== NUMBER) return undefined;
  const [, most] = scale.plausible;
  const spoken = tokens.low[at + 1] === 'out' && tokens.low[at + 2] === 'of';
  if (!spoken && tokens.low[at + 1] !== '/') return undefined;
  const last = at + (spoken ? 3 : 2);
  const value = numberAt(tokens, at);
  if (tokens.kind[last] !== NUMBER || numberAt(tokens, last) !== most || !(value <= most)) return undefined;
  return { value, unit: undefined, comparator: undefined, to: last + 1 };
}

/** "T 99.5" is a temperature, "T 4" and "T -1.9" are not: a bare letter must have a value that only a temperature has. */
function isWarmth(tokens: Tokens, { from, to }: Named, { value, unit }: Value): boolean {
  const isLetter = to - from === 1 && tokens.low[from] === 't';
  return !isLetter || unit?.startsWith('°') === true || (value >= 34 && value <= 43) || (value >= 93 && value <= 109);
}

/** A temperature of a living person that can only be in degrees Fahrenheit. */
const FAHRENHEIT = 90;

const CHANGE = words('up down dropped fell rose increased decreased fallen risen loss gain by');
const SIZES = words('kg lb lbs cm st stone');

/** "Waist down 6 cm", "wt up 2 kg": by how much, not how much. */
const isChange = (tokens: Tokens, at: number, { unit }: Value): boolean =>
  unit !== undefined && SIZES.has(unit.toLowerCase()) && CHANGE.has(tokens.low[at - 1] ?? '');

const unitOf = (analyte: string, { unit, value }: Value): { unit?: string } =>
  unit !== undefined ? { unit } : analyte === 'body-temperature' && value >= FAHRENHEIT ? { unit: '°F' } : {};

function measured(value: Value, tokens: Tokens, analyte: string, start: number, sentence: Span): TextMeasurement {
  return {
    analyte,
    value: value.value,
    ...unitOf(analyte, value),
    ...(value.comparator === undefined ? {} : { comparator: value.comparator }),
    span: [start, tokens.end[value.to - 1] ?? start],
    sentence,
  };
}

/** "has fallen from 138 to 129". */
function readFromTo(
  tokens: Tokens,
  { analyte, from }: Named,
  at: number,
  to: number,
  sentence: Span,
  out: TextMeasurement[],
): number | undefined {
  const before = readValue(tokens, at + 1, to);
  if (!before || tokens.low[before.to] !== 'to') return undefined;
  const after = readValue(tokens, before.to + 1, to);
  if (!after) return undefined;
  const start = tokens.start[from] ?? 0;
  out.push({ ...measured(before, tokens, analyte, start, sentence), past: true });
  out.push(measured(after, tokens, analyte, start, sentence));
  return after.to;
}

const PAIR = words('/ and &');
const isPressure = ({ analyte }: Named): boolean => analyte === 'systolic-bp' || analyte === 'diastolic-bp';

/** Two names with two values: "AST/ALT 55/78", "BUN and creatinine were 28 and 1.4". By index of the name, the token after the values. */
function pairsIn(
  tokens: Tokens,
  names: readonly Named[],
  to: number,
  sentence: Span,
  out: TextMeasurement[],
): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (let index = 0; index + 1 < names.length; index++) {
    const [one, two] = [names[index], names[index + 1]];
    if (!one || !two || one.panel !== undefined || two.panel !== undefined || one.analyte === two.analyte) continue;
    if (two.from !== one.to + 1 || !PAIR.has(tokens.low[one.to] ?? '')) continue;
    let at = two.to;
    while (
      at < to &&
      at < two.to + 4 &&
      (BETWEEN.has(tokens.low[at] ?? '') || /^(?:are|were)$/.test(tokens.low[at] ?? ''))
    )
      at++;
    const glue = tokens.low[at + 1] ?? '';
    if (tokens.kind[at] !== NUMBER || tokens.kind[at + 2] !== NUMBER || !PAIR.has(glue)) continue;
    if (tokens.low[at + 3] === '/' || (glue === '/' && (isPressure(one) || isPressure(two)))) continue;
    const end = at + 3;
    const [first, second] = [numberAt(tokens, at), numberAt(tokens, at + 2)];
    if (!Number.isFinite(first) || !Number.isFinite(second)) continue;
    const span: Span = [tokens.start[one.from] ?? 0, tokens.end[at + 2] ?? 0];
    out.push(
      { analyte: one.analyte, value: first, span, sentence },
      { analyte: two.analyte, value: second, span, sentence },
    );
    found.set(index, end);
    found.set(index + 1, end);
    index++;
  }
  return found;
}

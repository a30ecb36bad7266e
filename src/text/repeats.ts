import type { Measured } from './measurements.ts';
import type { Span, TextMeasurement } from './mention.ts';
import { NUMBER, type Tokens, WORD } from './tokens.ts';
import { isComparator, readValue, type Value } from './values.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const AGAIN = words('repeat repeated recheck rechecked rpt rept retest retested redo redone');
/** May stand between a value and its repeat, and between the word and the value of the repeat. */
const BEFORE = words(', ; ( - – and then but on with a the');
const AFTER = words(': = was is of at today level value result sample came back as and');
/** A word after the repeat's value with which no other thing is counted: "repeat 12 lead ECG" is no value. */
const GOES_ON = words('on at today this and after later but with normal h l next so which the in by when');
/** A remark in brackets may stand between: "5.9 (haemolysed), repeat 4.8". */
const OPENING = words('a on the but - , and');
const REMARK = 6;
/** A remark on the sample without brackets: "5.9 haemolysed, repeat 4.8", "5.9 - haemolysed sample, repeat 4.8". */
const SPOILT = words(
  'haemolysed hemolysed hemolyzed haemolyzed lipaemic lipemic clotted clumped spurious sample specimen ? slightly grossly',
);
/** Before a value that came after: "120, later 40", "120 falling to 40", "9.1 then 10.4". */
const LATER = words('then later subsequently thereafter afterwards');
const MOVES = words(
  'falling fell fallen dropping dropped rising rose risen increasing increased decreasing decreased improving improved settling settled recovering recovered down up coming trending going',
);
/** Say at what time a value was: "9.1 on admission, 10.4 after transfusion". */
const WHEN = words('on at after before by in');
const MOMENTS = words(
  'admission arrival presentation discharge baseline transfusion treatment review dialysis surgery operation delivery diagnosis booking follow-up followup day hour hours week weeks month months ward ed theatre recovery clinic therapy rehydration fluids',
);
const AT_ONCE = words('initially today yesterday now later subsequently pre-op post-op preop postop');
const MOST_SKIPPED = 3;

/**
 * The value of a repeat, or of a later time, that is told right after a value: "5.9, repeat 4.8", "5.9 (rechecked 4.8)", "5.9 then 4.8",
 * "9.1 on admission, 10.4 after transfusion", "120 falling to 40".
 */
export function repeatAfter(tokens: Tokens, from: number, to: number): Value | undefined {
  const later = laterAfter(tokens, from, to);
  if (later) return later;
  const start = skipped(tokens, afterRemark(tokens, from, to), to, BEFORE);
  if (AGAIN.has(tokens.low[start] ?? '') && start < to) {
    const value = valueAt(tokens, skipped(tokens, start + 1, to, AFTER), to);
    return counted(tokens, value, to);
  }
  const value = valueAt(tokens, start, to);
  const isRepeat = tokens.low[value?.to ?? to] === 'on' && AGAIN.has(tokens.low[(value?.to ?? to) + 1] ?? '');
  return isRepeat ? value : undefined;
}

/** The repeat that a sentence opens with, of the one analyte that the sentence before it has measured: "K 5.9. Repeat 4.8." */
export function repeatOf(
  { names, measurements: [first, ...more] }: Measured,
  tokens: Tokens,
  from: number,
  to: number,
  sentence: Span,
): TextMeasurement[] {
  if (!first || [...names, ...more].some(({ analyte }) => analyte !== first.analyte)) return [];
  const start = skipped(tokens, from, to, OPENING);
  if (!AGAIN.has(tokens.low[start] ?? '')) return [];
  const value = counted(tokens, valueAt(tokens, skipped(tokens, start + 1, to, AFTER), to), to);
  if (!value) return [];
  const { comparator, unit = first.unit } = value;
  const span: Span = [tokens.start[from] ?? 0, tokens.end[value.to - 1] ?? 0];
  const told = { analyte: first.analyte, value: value.value, again: true, span, sentence };
  return [{ ...told, ...(unit === undefined ? {} : { unit }), ...(comparator === undefined ? {} : { comparator }) }];
}

/** A value that the words before it, or a time told with both, say to be the later one. */
function laterAfter(tokens: Tokens, from: number, to: number): Value | undefined {
  const time = momentAt(tokens, from, to);
  let at = time ?? from;
  if (tokens.low[at] === ',' || tokens.low[at] === 'and' || tokens.low[at] === ';') at++;
  if (LATER.has(tokens.low[at] ?? '')) return counted(tokens, valueAt(tokens, at + 1, to), to);
  const end = MOVES.has(tokens.low[at] ?? '') ? skipped(tokens, at, to, MOVES) : at;
  if (end > at) return tokens.low[end] === 'to' ? counted(tokens, valueAt(tokens, end + 1, to), to) : undefined;
  if (time === undefined || at === time) return undefined;
  const value = valueAt(tokens, at, to);
  return value && momentAt(tokens, value.to, to) !== undefined ? value : undefined;
}

/** After the words that tell a time: "on admission", "after transfusion", "at 6 hours", "today". */
function momentAt(tokens: Tokens, from: number, to: number): number | undefined {
  if (AT_ONCE.has(tokens.low[from] ?? '')) return from + 1;
  if (!WHEN.has(tokens.low[from] ?? '')) return undefined;
  for (let at = from + 1; at < to && at < from + 4; at++) {
    if (MOMENTS.has(tokens.low[at] ?? ''))
      return tokens.kind[at + 1] === NUMBER && tokens.low[at] === 'day' ? at + 2 : at + 1;
  }
  return undefined;
}

/** A number after which another thing is counted is no value of the same. */
function counted(tokens: Tokens, value: Value | undefined, to: number): Value | undefined {
  const next = value?.to ?? to;
  const isOther =
    next < to &&
    tokens.kind[next] === WORD &&
    !GOES_ON.has(tokens.low[next] ?? '') &&
    !LATER.has(tokens.low[next] ?? '');
  return isOther ? undefined : value;
}

function valueAt(tokens: Tokens, at: number, to: number): Value | undefined {
  const isNumber = at < to && (tokens.kind[at] === NUMBER || isComparator(tokens, at));
  return isNumber ? readValue(tokens, at, to) : undefined;
}

function skipped(tokens: Tokens, from: number, to: number, list: ReadonlySet<string>): number {
  let at = from;
  while (at < to && at < from + MOST_SKIPPED && list.has(tokens.low[at] ?? '')) at++;
  return at;
}

/** After a remark in brackets without a number. */
function afterRemark(tokens: Tokens, from: number, to: number): number {
  const spoilt = tokens.low[from] === '-' || tokens.low[from] === ',' ? from + 1 : from;
  if (SPOILT.has(tokens.low[spoilt] ?? '')) return skipped(tokens, spoilt, to, SPOILT);
  if (tokens.low[from] !== '(' || AGAIN.has(tokens.low[from + 1] ?? '')) return from;
  for (let at = from + 1; at < to && at < from + REMARK; at++) {
    if (tokens.kind[at] === NUMBER) return from;
    if (tokens.low[at] === ')') return at + 1;
  }
  return from;
}

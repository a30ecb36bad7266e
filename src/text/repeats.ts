import { NUMBER, type Tokens, WORD } from './tokens.ts';
import { isComparator, readValue, type Value } from './values.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const AGAIN = words('repeat repeated recheck rechecked rpt rept retest retested redo redone');
/** May stand between a value and its repeat, and between the word and the value of the repeat. */
const BEFORE = words(', ; ( - – and then but on with');
const AFTER = words(': = was is of at today level value result sample came back as and');
/** A word after the repeat's value with which no other thing is counted: "repeat 12 lead ECG" is no value. */
const GOES_ON = words('on at today this and after later but with normal h l next so which');
/** A remark in brackets may stand between: "5.9 (haemolysed), repeat 4.8". */
const REMARK = 6;
const MOST_SKIPPED = 3;

/** The value of a repeat that is told right after a value: "5.9, repeat 4.8", "5.9 (rechecked 4.8)", "5.9 then 4.8 on repeat". */
export function repeatAfter(tokens: Tokens, from: number, to: number): Value | undefined {
  const start = skipped(tokens, afterRemark(tokens, from, to), to, BEFORE);
  if (AGAIN.has(tokens.low[start] ?? '') && start < to) {
    const value = valueAt(tokens, skipped(tokens, start + 1, to, AFTER), to);
    const next = value?.to ?? to;
    const isCounted = next < to && tokens.kind[next] === WORD && !GOES_ON.has(tokens.low[next] ?? '');
    return isCounted ? undefined : value;
  }
  const value = valueAt(tokens, start, to);
  const isRepeat = tokens.low[value?.to ?? to] === 'on' && AGAIN.has(tokens.low[(value?.to ?? to) + 1] ?? '');
  return isRepeat ? value : undefined;
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
  if (tokens.low[from] !== '(' || AGAIN.has(tokens.low[from + 1] ?? '')) return from;
  for (let at = from + 1; at < to && at < from + REMARK; at++) {
    if (tokens.kind[at] === NUMBER) return from;
    if (tokens.low[at] === ')') return at + 1;
  }
  return from;
}

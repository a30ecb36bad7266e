/** What stands beside a value: the range that is normal, and an earlier value. */
import { isYear } from './assertion/time.ts';
import { countOf, daysOf } from './durations.ts';
import { BREAK, NUMBER, type Tokens } from './tokens.ts';
import { numberAt, readValue } from './values.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
/** Open a bracket that holds what is normal. */
const NORMAL = words('n normal range ref reference : = nl nr interval the is');

/** Stand before an earlier value. */
const EARLIER = words('was prev previous previously from baseline usually');

/** "(2.15-2.59)" is a range, "(was 26 last year)" an earlier value. */
export function readBracket(
  tokens: Tokens,
  at: number,
  to: number,
): { range?: readonly [number, number]; was?: number; to: number } | undefined {
  // A flag may stand before the brackets: "8.2 H (0.4-4.0)".
  const open = /^[hl]$/.test(tokens.low[at] ?? '') ? at + 1 : at;
  if (!/^[([]$/.test(tokens.low[open] ?? '') || open + 2 >= to) return undefined;
  const first = afterNormal(tokens, open + 1);
  if (tokens.kind[first] === NUMBER && tokens.low[first + 1] === '-' && tokens.kind[first + 2] === NUMBER) {
    const range = [numberAt(tokens, first), numberAt(tokens, first + 2)] as const;
    return range[0] < range[1] ? { range, to: first + 3 } : undefined;
  }
  if (first > open + 1 && tokens.low[first]?.startsWith('<') && tokens.kind[first + 1] === NUMBER) {
    return { range: [0, numberAt(tokens, first + 1)], to: first + 2 };
  }
  const low = tokens.low[first] ?? '';
  if ((EARLIER.has(low) || low === 'last') && tokens.kind[first + 1] === NUMBER) {
    return { was: numberAt(tokens, first + 1), to: first + 2 };
  }
  if (tokens.kind[first] === NUMBER && isThen(tokens, first + 1))
    return { was: numberAt(tokens, first), to: first + 1 };
  return undefined;
}

/** After the "N:", "N =", "normal range:", "ref" that may open a bracket with a range. */
function afterNormal(tokens: Tokens, from: number): number {
  let at = from;
  while (at < from + 5 && NORMAL.has(tokens.low[at] ?? '')) at++;
  return at;
}

/** A range in a column of its own after the value: "9.1 g/dL 12-16" at the end of a line, "| 450 | 10^9/L | 150-400". */
export function readColumn(
  tokens: Tokens,
  from: number,
  to: number,
): { range: readonly [number, number]; was?: number; to: number } | undefined {
  let at = from;
  while (at < to && at < from + 8 && !(tokens.kind[at] === NUMBER && tokens.low[at + 1] === '-')) {
    const low = tokens.low[at] ?? '';
    const isUnit = tokens.kind[at] !== BREAK && /^(?:[a-z%µμ]{1,5}|[|/^*(]|10|9|12|6|3)$/.test(low);
    if (!isUnit) return undefined;
    at++;
  }
  const [low, high] = [numberAt(tokens, at), numberAt(tokens, at + 2)];
  const isRange = tokens.low[at + 1] === '-' && tokens.kind[at + 2] === NUMBER && low < high;
  const after = at + 3;
  const ends = after >= to || tokens.kind[after] === BREAK || tokens.low[after] === '|' || tokens.low[after] === ')';
  return isRange && ends ? { range: [low, high], to: after } : undefined;
}

/** "(59 last yr)", "(93 in 2012)", "(72 a yr ago)", "(64 before)". */
function isThen(tokens: Tokens, at: number): boolean {
  const low = tokens.low[at] ?? '';
  if (low === 'last' || low === 'before' || low === 'previously' || low === 'prev' || low === 'previous') return true;
  if (low === 'in') return isYear(tokens.low[at + 1] ?? '') || isYear(tokens.low[at + 2] ?? '');
  return (
    countOf(tokens, at) !== undefined && daysOf(tokens.low[at + 1] ?? '') !== undefined && tokens.low[at + 2] === 'ago'
  );
}

/** An earlier value told after the present one: "62 from 74", "78, was 83", "62 (down from 74)". */
export function earlierAfter(tokens: Tokens, from: number, to: number): { value: number; to: number } | undefined {
  let at = from;
  if (tokens.low[at] === ',' || tokens.low[at] === '(') at++;
  if (tokens.low[at] === 'down' || tokens.low[at] === 'up') at++;
  const low = tokens.low[at] ?? '';
  if (!EARLIER.has(low) || tokens.kind[at + 1] !== NUMBER) return undefined;
  const value = readValue(tokens, at + 1, to);
  return value && { value: value.value, to: value.to };
}

import type { Tokens } from '../tokens.ts';
import type { Cue } from './cues.ts';
import { isTest, itemBefore } from './items.ts';
import type { Range } from './scope.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** What is said to be so is not diseased: "villous architecture preserved". */
const SOUND = words('normal preserved intact unremarkable');
export const isSound = ({ rule: { kind, words: own } }: Cue): boolean =>
  kind === 'no' &&
  SOUND.has(own.at(-1) ?? '') &&
  own[0] !== 'all' &&
  own[0] !== 'both' &&
  own[0] !== '-' &&
  !/^(?:screen|tests?|serology)/.test(own[0] ?? '');

/** A list of tests before "normal", or the nearest thing alone. */
export function soundScope(tokens: Tokens, end: number, from: number): Range | undefined {
  let start = itemBefore(tokens, end, from);
  let items = 0;
  for (let last = end; isShortTest(tokens, start, last); last = start - 1, start = itemBefore(tokens, last, from)) {
    items++;
    if (tokens.low[start - 1] !== ',' || !isShortTest(tokens, itemBefore(tokens, start - 1, from), start - 1)) break;
  }
  if (items > 1) return [start, end];
  return end > from ? [end - 1, end] : undefined;
}

const isShortTest = (tokens: Tokens, from: number, to: number): boolean =>
  to > from && to - from <= 3 && isTest(tokens, from, to);

const HABIT = words('waking daily every most each mornings nights always wakes often usually');
const DAYTIME =
  /^(?:shower|breakfast|lunch|lunchtime|noon|midday|mid|midmorning|morning|elevenses|dinner|dinnertime|teatime|tea|evening|bedtime|night|afternoon|coffee)$/;

/** "Headache on waking, gone by shower": it comes back every day, and goes. */
export function recurs(tokens: Tokens, cue: Cue, from: number, to: number): boolean {
  const by = tokens.low[cue.to] ?? '';
  if (cue.to >= to || !/^(?:by|after|within|in|with|w|once)$/.test(by)) return false;
  if (by === 'by' && (DAYTIME.test(tokens.low[cue.to + 1] ?? '') || /^[ap]m$/.test(tokens.low[cue.to + 2] ?? '')))
    return true;
  for (let at = from; at < cue.from; at++) if (HABIT.has(tokens.low[at] ?? '')) return true;
  return false;
}

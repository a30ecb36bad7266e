import { BREAK, MARK, type Tokens, WORD } from '../tokens.ts';

/** Words [from, to) that a plus (1) or a minus (-1) affirms or denies. */
export interface Sign {
  readonly from: number;
  readonly to: number;
  readonly says: 1 | -1;
}

/** Signs in a sentence: "+fatigue, -fever -sweats" before the words, up to the next sign; "palpitations ++" after them. */
export function signsIn(tokens: Tokens, from: number, to: number): Sign[] {
  const signs: Sign[] = [];
  let open: { from: number; says: 1 | -1 } | undefined;
  const close = (at: number): void => {
    if (open) signs.push({ ...open, to: at });
    open = undefined;
  };
  for (let at = from; at < to; at++) {
    if (tokens.kind[at] !== MARK) continue;
    const low = tokens.low[at] ?? '';
    if (low === ';' || low === ':') close(at);
    const tick = TICKS[low];
    if (tick !== undefined && at > from && tokens.kind[at - 1] === WORD) {
      signs.push({ from: startOfItem(tokens, at, from), to: at, says: tick });
      continue;
    }
    if (low !== '+' && low !== '-') continue;
    const gluedAfter = at + 1 < to && tokens.start[at + 1] === tokens.end[at];
    const gluedBefore = at > from && tokens.end[at - 1] === tokens.start[at];
    if (isBracketed(tokens, at)) {
      // "(-) fever, (+) cough".
      close(at);
      open = { from: at + 2, says: low === '+' ? 1 : -1 };
    } else if (gluedAfter && tokens.kind[at + 1] === WORD && opensWord(tokens, at, gluedBefore)) {
      close(at);
      open = { from: at + 1, says: low === '+' ? 1 : -1 };
    } else if (
      low === '+' &&
      !gluedAfter &&
      tokens.kind[at + 1] === WORD &&
      (at === from || tokens.low[at - 1] === ',')
    ) {
      close(at);
      open = { from: at + 1, says: 1 };
    } else if (low === '+' && !gluedAfter && at > from && tokens.kind[at - 1] === WORD && isLast(tokens, at, to)) {
      signs.push({ from: startOfItem(tokens, at, from), to: at, says: 1 });
    } else if (
      low === '-' &&
      !gluedAfter &&
      !gluedBefore &&
      isLast(tokens, at, to) &&
      signs.some(({ says }) => says === 1)
    ) {
      // "Nausea +, vomiting -": a dash at the end of an item is a minus where others have a plus.
      signs.push({ from: startOfItem(tokens, at, from), to: at, says: -1 });
    }
  }
  close(to);
  return signs;
}

const TICKS: Readonly<Record<string, 1 | -1>> = { '✓': 1, '✔': 1, '✗': -1, '✘': -1, '✕': -1 };

const isBracketed = (tokens: Tokens, at: number): boolean =>
  tokens.low[at - 1] === '(' && tokens.low[at + 1] === ')' && tokens.kind[at + 2] === WORD;

/** A minus at the start of a line is the dash of a list; two minuses are no sign; "x-y" is one word. */
function opensWord(tokens: Tokens, at: number, gluedBefore: boolean): boolean {
  if (gluedBefore && tokens.low[at - 1] !== '(') return false;
  if (tokens.low[at] === '+') return true;
  const single = (tokens.end[at] ?? 0) - (tokens.start[at] ?? 0) === 1;
  return single && at > 0 && tokens.kind[at - 1] !== BREAK;
}

function isLast(tokens: Tokens, at: number, to: number): boolean {
  const next = tokens.low[at + 1] ?? '';
  return at + 1 >= to || next === ',' || next === ';' || next === '.' || tokens.kind[at + 1] === BREAK;
}

function startOfItem(tokens: Tokens, at: number, from: number): number {
  let start = at;
  while (start > from && tokens.kind[start - 1] !== MARK) start--;
  return start;
}

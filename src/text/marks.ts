import { gapsBetween, isFiller } from './gaps.ts';
import type { Mark } from './lexicon.ts';
import { NUMBER, type Tokens } from './tokens.ts';

/** "MCP 2/3", "MCP 2 and 3". */
const PAIR = new Set(['-', 'and', '&', '+', ',']);

/**
 * The last token of a term with marks whose words stand at `places`, or undefined when a mark does not stand where the term has
 * it, or the other words not as near as in any term.
 */
export function lastWithMarks(
  tokens: Tokens,
  marks: readonly Mark[],
  places: readonly number[],
  from: number,
  to: number,
): number | undefined {
  let last = places[places.length - 1] ?? 0;
  for (let index = -1; index < places.length; index++) {
    const asked = marks.filter(({ after }) => after === index);
    const left = index < 0 ? Math.max(from - 1, (places[0] ?? 0) - asked.length - 1) : (places[index] ?? 0);
    const right = index + 1 < places.length ? (places[index + 1] ?? 0) : Math.min(to, left + asked.length + 1);
    if (asked.length === 0) {
      if (index >= 0 && index + 1 < places.length && gapsBetween(tokens, [left, right], to, false) !== 1)
        return undefined;
      continue;
    }
    let met = 0;
    for (let at = left + 1; at < right; at++) {
      if (isFiller(tokens, at)) continue;
      const { mark, length } = asked[met] ?? { mark: '', length: 0 };
      const low = tokens.low[at] ?? '';
      const pair = mark === '/' && PAIR.has(low) && tokens.kind[left] === NUMBER && tokens.kind[right] === NUMBER;
      if ((low !== mark && !pair) || (!pair && (tokens.end[at] ?? 0) - (tokens.start[at] ?? 0) < length))
        return undefined;
      met++;
      last = Math.max(last, at);
    }
    if (met < asked.length) return undefined;
  }
  return last;
}

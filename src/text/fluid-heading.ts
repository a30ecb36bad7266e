import { type Fluid, isLoose, LINKS, specimenAt } from './specimens.ts';
import { BREAK, NUMBER, type Tokens, WORD } from './tokens.ts';

/** A list under a heading is looked back through this far, in tokens: some fifteen lines of results. */
const LIST = 150;
/** Words of a line that only names what the lines below it are of: "Synovial fluid:", "Serum". */
const HEADING = 4;
/** A line with more words than this is prose and no line of a list. */
const LINE = 16;
/** Lines that begin so are of blood, whatever heading stands above them. */
const BLOOD_LINE =
  /^(?:hb|hgb|haemoglobin|hemoglobin|platelets?|plt|mcv|hct|crp|esr|tsh|ferritin|bp|hr|fbc|cbc|lfts?|u&e|bloods?)$/;

/** The specimen that a heading above the list names, of which the line at `from` is one: "Synovial fluid:", and below it the counts. */
export function fluidOfList(tokens: Tokens, from: number): Fluid | undefined {
  let end = from;
  while (end > 0 && tokens.kind[end - 1] === BREAK) end--;
  for (const first = Math.max(0, from - LIST); end > first; ) {
    let start = end;
    let words = 0;
    let numbers = 0;
    while (start > 0 && tokens.kind[start - 1] !== BREAK) {
      start--;
      if (tokens.kind[start] === WORD) words++;
      else if (tokens.kind[start] === NUMBER) numbers++;
    }
    if (words > LINE || BLOOD_LINE.test(tokens.low[start] ?? '')) return undefined;
    if (numbers === 0 && words <= HEADING && words > 0) {
      const fluid = headed(tokens, start, end);
      if (fluid !== undefined || tokens.low[end - 1] === ':') return fluid;
    }
    end = start;
    while (end > 0 && tokens.kind[end - 1] === BREAK) end--;
  }
  return undefined;
}

/** The specimen that a heading names: of urine and the like only where it says nothing else ("Urine: clear" is a result). */
function headed(tokens: Tokens, from: number, to: number): Fluid | undefined {
  for (let at = to - 1; at >= from; at--) {
    const fluid = specimenAt(tokens, at);
    if (fluid === undefined) continue;
    if (fluid === 'blood' || isLoose(fluid)) return fluid;
    for (let other = from; other < to; other++)
      if (other !== at && !LINKS.has(tokens.low[other] ?? '')) return undefined;
    return fluid;
  }
  return undefined;
}

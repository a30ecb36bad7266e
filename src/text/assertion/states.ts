import { MARK, NUMBER, type Tokens, WORD } from '../tokens.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Said after a name, they make a statement of it: "weight down", "ankles swollen", "libido low". */
const STATES = words(
  'low lower high higher up down raised elevated reduced swollen worse worsening poor bad tender deranged borderline falling rising dropping ↑ ↓',
);
/** What may come after such a word, unless it qualifies the noun that follows: "severe low back pain". */
const AFTER = words('since for x a bit over in at on again still today now and but with w by than from too + ++ due');
/** "No high or low sugars", "any raised glands": the word is part of what is denied. */
const LINKS = words('or nor and no any of not a the very with w non without feel feels feeling is was');
/** "Throwing up", "lying down": no change of anything. */
const PHRASAL =
  /^(?:thr[eo]w|wak|wok|bring|brought|cough|get|got|giv|gave|sit|sat|stand|stood|l[aiy]|bend|bent|look|break|broke|run|ran|slow|blow|mix|pass|spit|feel|felt|stay|end|turn|cheer|calm|settl|follow|face|upside|flight|come|came|fall|fell|put|walk|climb|go)/;

/** Whether the word at `at` states something of the words before it in its item of a list. */
export function statesOwn(tokens: Tokens, at: number): boolean {
  const low = tokens.low[at] ?? '';
  if (!STATES.has(low)) return false;
  const before = tokens.low[at - 1] ?? '';
  if ((tokens.kind[at - 1] !== WORD && tokens.kind[at - 1] !== NUMBER) || LINKS.has(before)) return false;
  if ((low === 'up' || low === 'down') && PHRASAL.test(before)) return false;
  return tokens.kind[at + 1] !== WORD || AFTER.has(tokens.low[at + 1] ?? '');
}

const MEASURED = words('weight wt bmi bp pulse hr temp t sats sat waist height');

/** Whether an item begins with a sign that is measured, and its value: "weight up", "BP 150/90". */
export function isMeasuredSign(tokens: Tokens, at: number): boolean {
  if (!MEASURED.has(tokens.low[at] ?? '')) return false;
  return tokens.kind[at + 1] === NUMBER || statesOwn(tokens, at + 1);
}

/** Where a family history gives way to the patient: after a comma, a measured sign. `to` when nowhere. */
export function ownFrom(tokens: Tokens, from: number, to: number): number {
  for (let at = from; at + 1 < to; at++) {
    if (tokens.kind[at] === MARK && tokens.low[at] === ',' && isMeasuredSign(tokens, at + 1)) return at + 1;
  }
  return to;
}

/** Two numbers that could be a date or a ratio. */
import { CONTEXT, type Found } from '../found.ts';
import { setOf } from '../sets.ts';
import { LINE, type Tokens } from '../tokens.ts';
import { STRONG, WEAK, wordAfter, wordBefore } from './cues.ts';
import { isWeekday } from './named.ts';
import { TWO_NUMBERS } from './patterns.ts';

/** Words near two numbers that make them a ratio, a score or a dose. */
const RATIO = setOf(`
pain strength murmur tablet tablets tab tabs scale score apgar apgars gcs mmse moca bp pressure vision acuity va
grade reflexes dtrs dtr power motor pack packs ppd inch inches cup cups cm mm mg ml times x week weeks day days
month months years year hours od os ou positive criteria nodes systolic ejection pulses station level disc pint
teaspoon dose ratio percentile beers drinks minutes severity sinus out intensity rated rates ns saline per hr hour
lb lbs kg bottle glass half peg fr gauge stage phq gad vi seconds pounds feet mile miles liter liters l spouse
siblings brothers sisters doses vials`);

/** Two numbers: a date where the words say so and nothing near makes a ratio of them. */
export function twoNumbers(doc: Tokens, i: number, at: number, follows: boolean): Found | undefined {
  TWO_NUMBERS.lastIndex = at;
  const match = TWO_NUMBERS.exec(doc.text);
  if (!match) return undefined;
  const [whole, first = '', mark, second = ''] = match;
  const [a, b] = [Number(first), Number(second)];
  const end = at + whole.length;
  const span: Found = {
    start: at,
    end,
    category: 'date',
    why: 'date: two numbers, in a context of time',
    rank: CONTEXT,
  };
  const cue = wordBefore(doc, i, 1);
  const between = cue === 'between' && /^\s?(?:and|&|-)\s\d{1,2}[-/]\d{1,2}(?!\d)/i.test(doc.text.slice(end, end + 12));
  const onScale = wordBefore(doc, i, 2) === 'scale' || wordBefore(doc, i, 2) === 'score';
  // "since 05/16": nobody writes a ratio so.
  const padded0 = (cue === 'in' || cue === 'around' || cue === 'since') && first.startsWith('0');
  const week = cue === 'of' && (wordBefore(doc, i, 2) === 'week' || wordBefore(doc, i, 2) === 'weekend');
  const sure = cue === 'on' || cue === 'since' || cue === 'until' || cue === 'dated' || between || week;
  if (
    !isWeekday(doc, i - 1) &&
    nearRatio(doc, i, end, sure ? 1 : 3, between || week || (cue === 'on' && !onScale) || padded0)
  )
    return undefined;
  const dayMonth = (a >= 1 && a <= 12 && b >= 1 && b <= 31) || (b >= 1 && b <= 12 && a >= 1 && a <= 31);
  const monthYear = mark === '/' && a >= 1 && a <= 12 && second.length === 2 && (b >= 32 || second.startsWith('0'));
  if (monthYear && first.length + second.length >= 3 && (b >= 50 || second.startsWith('0')) && b !== 60) {
    const decimals = /^[.,]\d/.test(doc.text.slice(end, end + 2));
    return decimals ? undefined : span;
  }
  if (!dayMonth) return undefined;
  // "7/14 - 7/16", "10/14 to 10/24": two such numbers, the later one second.
  const [c = 0, d = 0] =
    /(\d{1,2})[-/](\d{1,2})$/
      .exec(whole.slice(first.length + 1 + second.length))
      ?.slice(1)
      .map(Number) ?? [];
  const range = mark === '/' && c >= 1 && c <= 12 && d >= 1 && d <= 31 && (c > a || (c === a && d > b)) && a <= 12;
  const strong =
    range ||
    follows ||
    between ||
    week ||
    (cue === 'in' && a <= 12 && b >= 10 && b <= 31 && mark === '/') ||
    (cue === 'around' && b !== 10 && b !== 5) ||
    // "F/U 12-20"
    (cue === 'u' && doc.lower[i - 2] === '/' && doc.lower[i - 3] === 'f') ||
    STRONG.has(cue) ||
    isWeekday(doc, i - 1) ||
    (STRONG.has(wordBefore(doc, i, 2)) && ['the', 'about', 'or', 'around', ':', '.', '-', 'of', 'was'].includes(cue));
  const next = wordAfter(doc, end);
  if (strong && (mark === '/' || b > 12 || a > b)) return span;
  // "Patient: 11-9.", "in 12-3.": nothing counted follows, and no range runs backward or so far.
  const ends = next === '' || /^[.,;]$/.test(next) || /^\s*(?:\n|$)/.test(doc.text.slice(end, end + 3));
  if (mark === '-' && (cue === 'in' || cue === ':') && ends && (a > b || b > 12) && a <= 12) return span;
  if (mark !== '/') return undefined;
  const sayRatio = b <= 10 && a <= b;
  const weak = WEAK.has(cue) || (doc.gap[i] ?? 0) >= LINE || cue === ':' || cue === '(';
  const padded = first.startsWith('0') || second.startsWith('0');
  if (padded && b !== 0) return span;
  if (!sayRatio && weak && (b > 12 || a > b) && next !== '%') return span;
  return undefined;
}

/** After these what stood before speaks of another thing: "the pain began on 4/15". */
const BEGINNING = setOf(
  'began begun begins started starts beginning starting occurred developed returned resolved worsened seen noted scheduled performed done since after before between visited admitted discharged',
);

function nearRatio(doc: Tokens, i: number, end: number, words: number, only: boolean): boolean {
  for (let back = only ? 5 : 1; back <= 4; back += 1) {
    const word = doc.lower[i - back];
    if (word !== undefined && BEGINNING.has(word)) break;
    if (word === undefined || (doc.gap[i - back + 1] ?? 0) >= LINE || word === '.' || word === ',') break;
    if (RATIO.has(word) && word !== 'day' && word !== 'days' && word !== 'per' && word !== 'out' && word !== 'x')
      return true;
  }
  let j = i;
  while (j < doc.length && (doc.start[j] ?? 0) < end) j += 1;
  for (let on = 0; on < words && j + on < doc.length; on += 1) {
    if ((doc.gap[j + on] ?? 0) >= LINE) break;
    const word = doc.lower[j + on] ?? '';
    if (word === '.' || word === ',' || word === ';' || word === ')') break;
    if (RATIO.has(word)) return on === 0 || !['day', 'out', 'x', 'per', 'days', 'for'].includes(word);
    if (on === 0 && (word === '%' || word === '-')) return true;
  }
  return false;
}

/** Numbers after a label of the list, after any word with a number sign, and after an acronym. */
import { CONTEXT, type Found, PATTERN } from '../found.ts';
import { setOf } from '../sets.ts';
import { LINE, MIXED, NUMBER, type Tokens, UPPER, WORD } from '../tokens.ts';
import { LABEL } from '../vocabulary.ts';
import type { Label } from './labels.ts';
import { DIGITS, first, LETTERED } from './patterns.ts';
import { valueAt } from './value.ts';

/** Words whose "#" counts or measures: "disp #30", "size #7". */
const COUNTED = setOf(
  'disp dispense dispensed quantity qty size blade gauge suture sutures needle french refill refills tabs tablets caps day pod',
);

/** "Tribal enrollment # 4279-30", "Census #818,117": a number after any word and a number sign. */
export function numberSign(doc: Tokens, i: number): Found | undefined {
  const sign = doc.lower[i] === '.' ? i - 1 : i;
  if (doc.kind[sign - 1] !== WORD || COUNTED.has(doc.lower[sign - 1] ?? '') || (doc.gap[i] ?? 0) >= LINE)
    return undefined;
  const value = valueAt(doc, doc.lower[i + 1] === ':' ? i + 2 : i + 1);
  if (!value) return undefined;
  const text = doc.text.slice(value.start, value.end);
  const after = doc.text.slice(value.end, value.end + 10);
  if (text.replace(/\D/g, '').length < (sign === i ? 3 : 4) || /^\s?(?:tab|cap|refill|pill|patch|with\s)/i.test(after))
    return undefined;
  return { ...value, category: 'id', why: 'number after a number sign', rank: PATTERN };
}

/** Acronyms of measurements, after which a long number is a value. */
const MEASURED = setOf('wbc rbc plt hgb hct bnp psa hcg ck cpk ldh crp esr tsh cmv ebv hiv hcv hbv dna rna cfu');

/** "PHN 9452 125 872", "NHI: ABC1234": a number after an acronym that nobody told us of. */
export function acronym(doc: Tokens, i: number): Found | undefined {
  if (MEASURED.has(doc.lower[i] ?? '') || (doc.gap[i + 1] ?? 9) > 1) return undefined;
  const from = doc.lower[i + 1] === ':' || doc.lower[i + 1] === '#' ? i + 2 : i + 1;
  if (doc.kind[from] !== NUMBER && doc.kind[from] !== MIXED) return undefined;
  const value = valueAt(doc, from);
  if (!value) return undefined;
  const text = doc.text.slice(value.start, value.end);
  const digits = text.replace(/\D/g, '').length;
  const mixed =
    /^[A-Za-z\d]{6,}$/.test(text) && /[A-Za-z]/.test(text) && !/^\d+(?:mg|mcg|ml|g|u|iu|x|units?)$/i.test(text);
  if (digits < (mixed ? 3 : 7) || /[.]\d/.test(text) || /^(?:19|20)\d\d[-/]/.test(text)) return undefined;
  return { ...value, category: 'id', why: 'number after an acronym', rank: CONTEXT };
}

/** Between a label and its value: "no. is", "#:", "number", "ending in". */
const BETWEEN = new Set([
  ':',
  '#',
  '.',
  '=',
  '-',
  'no',
  'number',
  'num',
  ',',
  'is',
  'was',
  '(',
  'ending',
  'in',
  'last',
  'four',
  'digits',
  'of',
  'id',
  'code',
  'at',
  'on',
  'me',
  'him',
  'her',
  'them',
  '"',
  'us',
  'the',
  'clinic',
  'office',
  "'",
  'him',
  'mobile',
  'home',
  'work',
  'cell',
  'phone',
  'ext',
  'record',
]);
const WORDY = setOf(`
call contact reach reached page license licence member plate plates reg registration social case reference ref
policy id room rm bed account claim subscriber confirmation f pg certificate specimen token serial medicare medicaid
health nhs chi phone cell mobile extension ext fin sin tel ph patient identifier har sn visit encounter lab`);

/** The value after a label. Each of its tokens holds a digit, or is of capitals and joined to one that does. */
export function labelled(doc: Tokens, i: number, labels: readonly Label[]): Found | undefined {
  const label = labels.find(({ words }) => words.every((word, k) => k === 0 || labelWord(doc, i + k, word)));
  if (!label) return undefined;
  let j = i + label.words.length;
  let marked = label.words.length > 1;
  for (let steps = 0; steps < 6 && j < doc.length; steps += 1) {
    const word = doc.lower[j] ?? '';
    if (word === '(' || word === '+') {
      const whole = first(DIGITS, doc, doc.start[j] ?? -1);
      if (whole) return { ...whole, category: label.category, why: `number after "${label.words.join(' ')}"` };
    }
    // A short word in capitals may begin the value: "Acct # AT 4710049".
    const value =
      doc.kind[j] === WORD &&
      doc.shape[j] === UPPER &&
      word.length === 2 &&
      word !== 'no' &&
      word !== 'id' &&
      word !== 'is' &&
      ((doc.flags[j] ?? 0) & LABEL) === 0;
    if (value || !BETWEEN.has(word) || ((doc.gap[j] ?? 0) >= LINE && steps > 0 && doc.lower[j - 1] !== ':')) break;
    if (word === ':' || word === '#' || word === '=' || word === 'no' || word === 'number') marked = true;
    j += 1;
  }
  const whole =
    (doc.gap[j] ?? 0) < LINE ? first(doc.kind[j] === NUMBER ? DIGITS : LETTERED, doc, doc.start[j] ?? -1) : undefined;
  // "license plate ruy 4317" where nothing has a case.
  const plate = label.category === 'vehicle' && doc.caseless && doc.kind[j] === WORD && doc.gap[j + 1] === 1;
  const number = doc.kind[j + 1] === NUMBER || doc.kind[j + 1] === MIXED;
  if (
    plate &&
    number &&
    /^[a-z]{2,3}$/.test(doc.lower[j] ?? '') &&
    (doc.end[j + 1] ?? 0) - (doc.start[j + 1] ?? 0) <= 4
  )
    return {
      start: doc.start[j] ?? 0,
      end: doc.end[j + 1] ?? 0,
      category: 'vehicle',
      why: `number after "${label.words.join(' ')}"`,
      rank: PATTERN,
    };
  const token = valueAt(doc, j);
  const span = (whole && whole.end >= (token?.end ?? 0) ? whole : token) ?? afterColon(doc, j, label);
  if (!span) return undefined;
  const text = doc.text.slice(span.start, span.end);
  const digits = text.replace(/\D/g, '').length;
  const [word = ''] = label.words;
  const least =
    !marked && WORDY.has(word)
      ? Math.max(label.digits, word === 'room' || word === 'rm' || word === 'bed' ? 1 : 3)
      : label.digits;
  if (digits < least) return undefined;
  if (/^(?:\d{1,2}[/:]\d|\d+\.\d+$|\d{1,3}%)/.test(text)) return undefined;
  if (
    /^\d+\s?(?:mg|ml|hours?|days?|weeks?|months?|years?|times|minutes?)\b/i.test(
      doc.text.slice(span.start, span.end + 8),
    )
  )
    return undefined;
  return {
    start: span.start,
    end: span.end,
    category: label.category,
    why: `number after "${label.words.join(' ')}"`,
    rank: PATTERN,
  };
}

/** "Plate for the parking permit: FFL-548": a colon further on in the line. */
function afterColon(doc: Tokens, from: number, label: Label): { start: number; end: number } | undefined {
  if (!FAR.has(label.category)) return undefined;
  for (let j = from; j < from + 6 && j < doc.length; j += 1) {
    if ((doc.gap[j] ?? 0) >= LINE || doc.lower[j] === '.' || doc.kind[j] === NUMBER) return undefined;
    if (doc.lower[j] === ':') return valueAt(doc, j + 1);
  }
  return undefined;
}

const FAR = new Set(['vehicle', 'mrn', 'account', 'licence', 'ssn', 'device']);

function labelWord(doc: Tokens, i: number, word: string): boolean {
  return doc.lower[i] === word;
}

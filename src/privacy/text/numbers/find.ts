/** Telephone numbers, e-mail and network addresses, and numbers that identify, by their form or by what announces them. */

import { CONTEXT, type Found, PATTERN } from '../found.ts';
import { setOf } from '../sets.ts';
import { LINE, LOWER, MARK, MIXED, NUMBER, type Tokens, UPPER, WORD } from '../tokens.ts';
import { LABEL, SAID as SAID_FLAG } from '../vocabulary.ts';
import { LABELS, type Label } from './labels.ts';
import { DIGITS, DOMAIN, EMAIL, LETTERED, type Pattern, SPOKEN_EMAIL, URL } from './patterns.ts';

export function numbersIn(doc: Tokens): Found[] {
  const found: Found[] = [];
  let after = 0;
  const add = (span: Found | undefined): boolean => {
    if (!span) return false;
    found.push(span);
    after = span.end;
    return true;
  };
  for (let i = 0; i < doc.length; i += 1) {
    const start = doc.start[i] ?? 0;
    if (start < after) continue;
    const kind = doc.kind[i];
    const lower = doc.lower[i] ?? '';
    const flags = doc.flags[i] ?? 0;
    if (kind === MARK) {
      if (lower === '@' && add(emailAround(doc, i, after))) continue;
      if ((lower === '+' || lower === '(') && doc.kind[i + 1] === NUMBER && doc.gap[i + 1] === 0)
        add(first(DIGITS, doc, start));
      else if (lower === '*' && doc.lower[i + 1] === '*') add(maskedNumber(doc, start));
      else if (lower === '#' || lower === '№') add(numberSign(doc, i));
      continue;
    }
    if (kind === WORD) {
      if (/^x{2,5}$/.test(lower) && add(maskedNumber(doc, start))) continue;
      if (
        doc.shape[i] === UPPER &&
        doc.end[i] !== undefined &&
        (doc.end[i] ?? 0) - start <= 5 &&
        add(first(LETTERED, doc, start))
      )
        continue;
      if (lower.length <= 12 && (doc.lower[i + 1] === ':' || doc.lower[i + 1] === '.') && add(addressAt(doc, i, start)))
        continue;
      if (
        add(
          first(
            [[HEX_ADDRESS, 'device', 'device: MAC address']],
            doc,
            lower.length === 2 && doc.lower[i + 1] === ':' ? start : -1,
          ),
        )
      )
        continue;
      if (add(spokenEmail(doc, i, start)) || ((flags & SAID_FLAG) !== 0 && add(spokenDigits(doc, i)))) continue;
      if (lower === 'no' && doc.lower[i + 1] === '.' && add(numberSign(doc, i + 1))) continue;
      if (
        doc.shape[i] === UPPER &&
        lower.length >= 3 &&
        lower.length <= 6 &&
        (flags & LABEL) === 0 &&
        add(acronym(doc, i))
      )
        continue;
      const labels = (flags & LABEL) !== 0 ? LABELS.get(lower) : undefined;
      if (labels) add(labelled(doc, i, labels));
      continue;
    }
    if (kind === MIXED) {
      if (add(addressAt(doc, i, start)) || add(first(LETTERED, doc, start))) continue;
      add(first(DIGITS, doc, /\d/.test(lower.charAt(0)) ? start : -1));
      continue;
    }
    if (!partOfNumber(doc, i)) add(first(DIGITS, doc, start) ?? first(HEX_FIRST, doc, start));
  }
  return found;
}

const HEX_ADDRESS = /(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}\b/iuy;
const HEX_FIRST: readonly Pattern[] = LETTERED.filter(
  ([, category]) => category === 'vehicle' || category === 'id',
).slice(0, 3);

function partOfNumber(doc: Tokens, i: number): boolean {
  const at = doc.start[i] ?? 0;
  return doc.gap[i] === 0 && /[.,/]/.test(doc.text.charAt(at - 1)) && /\d/.test(doc.text.charAt(at - 2));
}

function first(patterns: readonly Pattern[], doc: Tokens, at: number): Found | undefined {
  if (at < 0) return undefined;
  for (const [pattern, category, why] of patterns) {
    pattern.lastIndex = at;
    if (pattern.test(doc.text)) return { start: at, end: pattern.lastIndex, category, why, rank: PATTERN };
  }
  return undefined;
}

const LOCAL = /[\p{L}\d._%+-]/u;

/** An e-mail address around its @, or a handle after one. */
function emailAround(doc: Tokens, i: number, floor: number): Found | undefined {
  const at = doc.start[i] ?? 0;
  let start = at;
  while (start > floor && at - start < 64 && LOCAL.test(doc.text.charAt(start - 1))) start -= 1;
  EMAIL.lastIndex = start;
  if (start < at && EMAIL.test(doc.text))
    return { start, end: EMAIL.lastIndex, category: 'email', why: 'email', rank: PATTERN };
  const handle = /@[A-Za-z_][\w.]{2,30}/uy;
  handle.lastIndex = at;
  if (doc.gap[i + 1] === 0 && (start === at || doc.gap[i] !== 0) && handle.test(doc.text)) {
    return { start: at, end: handle.lastIndex, category: 'url', why: 'account name after @', rank: PATTERN };
  }
  return undefined;
}

function addressAt(doc: Tokens, i: number, at: number): Found | undefined {
  const lower = doc.lower[i] ?? '';
  const scheme = /^(?:https?|ftps?|www)$/.test(lower);
  if (scheme) {
    URL.lastIndex = at;
    if (URL.test(doc.text))
      return { start: at, end: untailed(doc.text, at, URL.lastIndex), category: 'url', why: 'url', rank: PATTERN };
  }
  if (doc.lower[i + 1] !== '.' && doc.lower[i + 1] !== '-') return undefined;
  DOMAIN.lastIndex = at;
  if (!DOMAIN.test(doc.text)) return undefined;
  return {
    start: at,
    end: untailed(doc.text, at, DOMAIN.lastIndex),
    category: 'url',
    why: 'url without a scheme',
    rank: PATTERN,
  };
}

function untailed(text: string, start: number, end: number): number {
  let to = end;
  while (to > start && /[.,;:!?)]/.test(text.charAt(to - 1))) to -= 1;
  return to;
}

/** ***-**-1234, xxx-xx-1234. */
function maskedNumber(doc: Tokens, at: number): Found | undefined {
  const masked = /(?:(?:\*{2,5}|x{2,5})[-\s]?){1,3}\d{3,6}\b/iuy;
  masked.lastIndex = at;
  return masked.test(doc.text)
    ? { start: at, end: masked.lastIndex, category: 'id', why: 'number: partly masked', rank: PATTERN }
    : undefined;
}

function spokenEmail(doc: Tokens, i: number, at: number): Found | undefined {
  const next = doc.lower[i + 1];
  if (next !== 'dot' && next !== 'at' && next !== 'underscore' && next !== 'dash') return undefined;
  SPOKEN_EMAIL.lastIndex = at;
  return SPOKEN_EMAIL.test(doc.text)
    ? { start: at, end: SPOKEN_EMAIL.lastIndex, category: 'email', why: 'email: spoken', rank: CONTEXT }
    : undefined;
}

const SAID = setOf(`
zero oh o one two three four five six seven eight nine double triple`);

/** Seven digits or more, said one by one. */
function spokenDigits(doc: Tokens, i: number): Found | undefined {
  if (!SAID.has(doc.lower[i] ?? '')) return undefined;
  let j = i;
  let digits = 0;
  for (; j < doc.length; j += 1) {
    const word = doc.lower[j] ?? '';
    if (SAID.has(word) || /^\d$/.test(word)) digits += 1;
    else if (word !== '-' && word !== ',' && word !== '.') break;
  }
  while (j > i && doc.kind[j - 1] === MARK) j -= 1;
  return digits >= 6
    ? {
        start: doc.start[i] ?? 0,
        end: doc.end[j - 1] ?? 0,
        category: 'id',
        why: 'number: spoken digit by digit',
        rank: CONTEXT,
      }
    : undefined;
}

/** Words whose "#" counts or measures: "disp #30", "size #7". */
const COUNTED = setOf(
  'disp dispense dispensed quantity qty size blade gauge suture sutures needle french refill refills tabs tablets caps day pod',
);

/** "Tribal enrollment # 4279-30", "Census #818,117": a number after any word and a number sign. */
function numberSign(doc: Tokens, i: number): Found | undefined {
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
function acronym(doc: Tokens, i: number): Found | undefined {
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
function labelled(doc: Tokens, i: number, labels: readonly Label[]): Found | undefined {
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

function valueAt(doc: Tokens, from: number): { start: number; end: number } | undefined {
  let j = from;
  let end = -1;
  const start = doc.start[from];
  if (
    start === undefined ||
    ((doc.gap[from] ?? 0) >= LINE && doc.lower[from - 1] !== ':' && doc.lower[from - 1] !== '#')
  )
    return undefined;
  for (; j < doc.length && j < from + 14; j += 1) {
    const gap = j === from ? 0 : (doc.gap[j] ?? 0);
    const kind = doc.kind[j];
    if (gap >= LINE) break;
    if (kind === NUMBER || kind === MIXED) {
      if (gap === 1 && end > 0 && !spaced(doc, j)) break;
      end = doc.end[j] ?? end;
    } else if (kind === WORD) {
      const capital =
        doc.shape[j] === UPPER ||
        (doc.end[j] ?? 0) - (doc.start[j] ?? 0) === 1 ||
        (gap === 0 && j > from) ||
        (doc.caseless &&
          (doc.end[j] ?? 0) - (doc.start[j] ?? 0) <= 4 &&
          /^[-/]$/.test(doc.lower[j + 1] ?? '') &&
          doc.gap[j + 1] === 0);
      // "Medicaid # 5262405959 A": a letter of its own at the end.
      if (end > 0 && gap === 1 && j > from && doc.shape[j] !== LOWER && endsValue(doc, j)) {
        end = doc.end[j] ?? end;
        break;
      }
      if (!capital || (gap > 0 && end > 0 && !spaced(doc, j + 1)) || (doc.shape[j] === LOWER && gap > 0)) break;
      // "Reference: VIN 1HG...": the second label announces the value.
      if (end < 0 && (!hasDigitSoon(doc, j) || (((doc.flags[j] ?? 0) & LABEL) !== 0 && doc.gap[j + 1] !== 0))) break;
      if (end > 0 && gap === 0) end = doc.end[j] ?? end;
    } else if (
      doc.lower[j] === '-' ||
      doc.lower[j] === '/' ||
      (doc.lower[j] === ',' && gap === 0 && doc.gap[j + 1] === 0 && /^\d{3}$/.test(doc.lower[j + 1] ?? '')) ||
      doc.lower[j] === '.' ||
      doc.lower[j] === '_' ||
      doc.lower[j] === '*' ||
      (doc.lower[j] === ':' &&
        gap === 0 &&
        doc.gap[j + 1] === 0 &&
        doc.kind[j - 1] === MIXED &&
        doc.kind[j + 1] === MIXED)
    ) {
      if (gap > 0 && doc.gap[j + 1] !== 1) break;
      if (doc.gap[j + 1] !== 0 && !(gap === 1 && doc.lower[j] === '-')) break;
    } else break;
  }
  return end > 0 ? { start, end } : undefined;
}

/** "7ABC 123", "QQ 12 34 56": digits after a space belong to the value when the value is short so far. */
const spaced = (doc: Tokens, j: number): boolean => {
  const kind = doc.kind[j];
  if (kind !== NUMBER && kind !== MIXED) return false;
  const length = (doc.end[j] ?? 0) - (doc.start[j] ?? 0);
  if (length === 1)
    return (
      (doc.kind[j + 1] === MARK || (doc.gap[j + 1] ?? LINE) >= LINE) &&
      (doc.end[j - 1] ?? 0) - (doc.start[j - 1] ?? 0) >= 2
    );
  return length <= 6 && !/^(?:mg|years?|days?|weeks?|on|at|hours?)$/.test(doc.lower[j + 1] ?? '');
};

/** One capital letter before the end of the line, a gap or a mark. */
function endsValue(doc: Tokens, j: number): boolean {
  const length = (doc.end[j] ?? 0) - (doc.start[j] ?? 0);
  if (length > 2 || doc.lower[j] === 'i' || (length === 2 && doc.shape[j] !== UPPER)) return false;
  return (
    j + 1 >= doc.length ||
    (doc.gap[j + 1] ?? 0) >= LINE ||
    (doc.start[j + 1] ?? 0) - (doc.end[j] ?? 0) > 1 ||
    (doc.kind[j + 1] === MARK && /^[.,;)|]$/.test(doc.lower[j + 1] ?? ''))
  );
}

function hasDigitSoon(doc: Tokens, j: number): boolean {
  for (let k = j + 1; k < j + 5; k += 1) {
    if (doc.kind[k] === NUMBER || doc.kind[k] === MIXED) return (doc.gap[k] ?? 0) <= 1;
    const slash = doc.lower[k] === '/' && doc.gap[k] === 0 && doc.gap[k + 1] === 0;
    if (doc.kind[k] === MARK && doc.lower[k] !== '-' && doc.lower[k] !== '.' && !slash) return false;
    if (doc.kind[k] === WORD && doc.shape[k] !== UPPER && !doc.caseless) return false;
  }
  return false;
}

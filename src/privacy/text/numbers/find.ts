/** Telephone numbers, e-mail and network addresses, and numbers that identify, by their form or by what announces them. */
import { CONTEXT, type Found, PATTERN } from '../found.ts';
import { setOf } from '../sets.ts';
import { MARK, MIXED, NUMBER, type Tokens, UPPER, WORD } from '../tokens.ts';
import { LABEL, SAID as SAID_FLAG } from '../vocabulary.ts';
import { acronym, labelled, numberSign } from './labelled.ts';
import { LABELS } from './labels.ts';
import { addressAt, emailAround, spokenEmail } from './network.ts';
import { DIGITS, first, LETTERED, type Pattern } from './patterns.ts';

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

/** ***-**-1234, xxx-xx-1234. */
function maskedNumber(doc: Tokens, at: number): Found | undefined {
  const masked = /(?:(?:\*{2,5}|x{2,5})[-\s]?){1,3}\d{3,6}\b/iuy;
  masked.lastIndex = at;
  return masked.test(doc.text)
    ? { start: at, end: masked.lastIndex, category: 'id', why: 'number: partly masked', rank: PATTERN }
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

/** Searches a text for what its record knows, exactly and with slips. */

import { folded, isWithin } from '../fold.ts';
import { type Found, KNOWN } from '../found.ts';
import { commonLevel, DRUG, EPONYM, MEDICAL } from '../lexicon/bits.ts';
import { afterTitle } from '../names/candidates.ts';
import { BRANDS, DEEDS, EPONYM_HEADS, EPONYMS, FORE, NEVER } from '../names/words.ts';
import { setOf } from '../sets.ts';
import { LINE, LOWER, MARK, MIXED, NUMBER, PARAGRAPH, TITLE, type Tokens, UPPER, WORD } from '../tokens.ts';
import type { KnownIndex, Part } from './index.ts';

export function knownIn(doc: Tokens, index: KnownIndex): Found[] {
  const found: Found[] = [];
  const hits = new Map<number, Part>();
  if (index.parts.size > 0) {
    for (let i = 0; i < doc.length; i += 1) {
      if (doc.kind[i] !== WORD && doc.kind[i] !== MIXED) continue;
      const part = partAt(doc, i, index);
      if (part) hits.set(i, part);
    }
    for (const [i, part] of hits) {
      if (isDoubtful(doc, i) && !hits.has(i - 1) && !hits.has(i + 1) && !near(doc, i, hits) && !afterTitle(doc, i))
        continue;
      found.push({
        start: doc.start[i] ?? 0,
        end: doc.end[i] ?? 0,
        category: 'name',
        why: `known: ${part.role}'s name`,
        rank: KNOWN,
        as: `${part.kind}:${part.as}`,
      });
    }
  }
  const nothing = index.phrases.size + index.numbers.size + index.initials.size === 0 && index.birthYear === '';
  for (let i = 0; i < doc.length && !nothing; i += 1) {
    const phrase = phraseAt(doc, i, index);
    if (phrase) found.push(phrase);
    const number = numberAt(doc, i, index);
    if (number) found.push(number);
    const initials = initialsAt(doc, i, index);
    if (initials) found.push(initials);
  }
  return found;
}

function partAt(doc: Tokens, i: number, index: KnownIndex): Part | undefined {
  const word = folded(doc.lower[i] ?? '');
  if (word.length < 2) return undefined;
  const exact = index.parts.get(word);
  if (exact) return exact;
  if (word.length < 4) return undefined;
  const bits = doc.bits[i] ?? 0;
  if (commonLevel(bits) >= 2 || (bits & (DRUG | MEDICAL)) !== 0 || NEVER.has(word) || BRANDS.has(word))
    return undefined;
  const lowered = doc.shape[i] === LOWER && !doc.caseless;
  for (const [known, part] of index.long) {
    if (word.length > known.length && known.length >= 5 && word.includes(known)) return part;
    const limit = known.length >= 8 ? 2 : known.length >= 5 ? 1 : doc.bits[i] === 0 && !lowered ? 1 : 0;
    if (limit === 0) continue;
    const alike =
      word.charCodeAt(0) === known.charCodeAt(0) ||
      word.slice(-3) === known.slice(-3) ||
      word.charAt(1) === known.charAt(0);
    if (alike && isWithin(word, known, lowered && limit === 2 && bits !== 0 ? 1 : limit)) return part;
  }
  return undefined;
}

/** A name that is a word of the language, written as the word is. */
function isDoubtful(doc: Tokens, i: number): boolean {
  const bits = doc.bits[i] ?? 0;
  const common = commonLevel(bits);
  const length = (doc.end[i] ?? 0) - (doc.start[i] ?? 0);
  const plain = doc.shape[i] === LOWER || doc.capitals[i] === 1;
  const possessive = /^['’]$/.test(doc.lower[i + 1] ?? '') && doc.lower[i + 2] === 's' && doc.gap[i + 2] === 0;
  const head = possessive ? i + 3 : i + 1;
  if (EPONYM_HEADS.has(doc.lower[head] ?? '') && doc.gap[head] !== 0 && !isOwn(doc, i, head, possessive)) return true;
  // "von Willebrand" in the notes of a patient whose surname is Von.
  if (FORE.has(doc.lower[i] ?? '') && doc.shape[i] === LOWER && doc.shape[i + 1] === TITLE) return true;
  if (possessive || isDeed(doc, i)) return false;
  // In capitals among words that are not: somebody meant the name.
  if (doc.shape[i] === UPPER && doc.capitals[i] === 0 && length >= 4) return false;
  return (
    (common >= 3 && plain) ||
    (length <= 2 && doc.shape[i] !== 2 && doc.capitals[i] !== 1) ||
    (common === 5 && doc.opens[i] === 1)
  );
}

/** "Beer's knee" is a person's, "Baker's cyst" nobody's: a part of the body belongs to whoever is no eponym. */
const isOwn = (doc: Tokens, i: number, head: number, possessive: boolean): boolean =>
  possessive &&
  OF_THE_BODY.has(doc.lower[head] ?? '') &&
  !EPONYMS.has(doc.lower[i] ?? '') &&
  ((doc.bits[i] ?? 0) & EPONYM) === 0;
const OF_THE_BODY = setOf(
  'knee hip spine foot shoulder elbow finger thumb joint hernia ulcer ulcers headache lens walker',
);

/** "gale says", "May reports": a verb of people behind the record's own name; a modal verb is followed by none with an ending. */
function isDeed(doc: Tokens, i: number): boolean {
  const next = doc.lower[i + 1] ?? '';
  if (!DEEDS.has(next) || doc.gap[i + 1] !== 1) return false;
  const auxiliary = /^(?:is|was|has|had|will|would|can|could|does|did)$/.test(next);
  return auxiliary
    ? commonLevel(doc.bits[i] ?? 0) < 5 && doc.opens[i] === 1
    : /(?:s|ed|said|went|took|gave|saw|told)$/.test(next);
}

function near(doc: Tokens, i: number, hits: ReadonlyMap<number, Part>): boolean {
  for (const step of [-3, -2, 2, 3]) {
    const between = doc.lower[i + Math.sign(step)] ?? '';
    if (hits.has(i + step) && (between === ',' || between === '.' || between === '-' || between.length === 1))
      return true;
  }
  return false;
}

function phraseAt(doc: Tokens, i: number, index: KnownIndex): Found | undefined {
  if (index.phrases.size === 0 || doc.kind[i] === MARK) return undefined;
  const phrases = index.phrases.get(folded(doc.lower[i] ?? ''));
  for (const { words, category, why } of phrases ?? []) {
    let j = i;
    let k = 0;
    let end = 0;
    while (j < doc.length && k < words.length) {
      if (j > i && (doc.gap[j] ?? 0) >= PARAGRAPH) break;
      if (doc.kind[j] === MARK) j += 1;
      else if (doc.kind[j] === WORD && doc.lower[j] === 's' && doc.gap[j] === 0) j += 1;
      else if (same(folded(doc.lower[j] ?? ''), words[k] ?? '')) {
        end = doc.end[j] ?? 0;
        j += 1;
        k += 1;
      } else break;
    }
    const enough = k === words.length || (category === 'address' && k >= 2 && /\d/.test(words[0] ?? ''));
    if (enough) return { start: doc.start[i] ?? 0, end, category, why, rank: KNOWN };
  }
  return undefined;
}

const ABBREVIATED = new Map([
  ['street', 'st'],
  ['avenue', 'ave'],
  ['road', 'rd'],
  ['drive', 'dr'],
  ['lane', 'ln'],
  ['boulevard', 'blvd'],
  ['court', 'ct'],
  ['place', 'pl'],
  ['suite', 'ste'],
  ['apartment', 'apt'],
  ['saint', 'st'],
  ['north', 'n'],
  ['south', 's'],
  ['east', 'e'],
  ['west', 'w'],
  ['mount', 'mt'],
  ['center', 'ctr'],
  ['centre', 'ctr'],
  ['hospital', 'hosp'],
  ['medical', 'med'],
  ['terrace', 'ter'],
  ['parkway', 'pkwy'],
  ['highway', 'hwy'],
  ['circle', 'cir'],
  ['square', 'sq'],
]);
const brief = (word: string): string => ABBREVIATED.get(word) ?? word;

function same(a: string, b: string): boolean {
  return (
    a === b ||
    brief(a) === brief(b) ||
    a === `${b}s` ||
    `${a}s` === b ||
    (a.length >= 6 && b.length >= 6 && isWithin(a, b, 1))
  );
}

/** A number of the record, whatever separates its groups. */
function numberAt(doc: Tokens, i: number, index: KnownIndex): Found | undefined {
  const kind = doc.kind[i];
  if (doc.gap[i] === 0 && i > 0 && doc.kind[i - 1] !== MARK) return undefined;
  if (kind === NUMBER && index.birthYear !== '' && doc.lower[i] === index.birthYear) {
    return {
      start: doc.start[i] ?? 0,
      end: doc.end[i] ?? 0,
      category: 'date',
      why: 'known: year of birth',
      rank: KNOWN - 2,
    };
  }
  if (
    index.numbers.size === 0 ||
    (kind !== NUMBER &&
      kind !== MIXED &&
      !(kind === WORD && (doc.gap[i + 1] === 0 || (doc.shape[i] === UPPER && doc.kind[i + 1] === NUMBER))))
  )
    return undefined;
  let bare = '';
  let best: Found | undefined;
  for (let j = i; j < doc.length && j < i + 16 && bare.length <= 40; j += 1) {
    if (j > i && (doc.gap[j] ?? 0) >= LINE) break;
    if (doc.kind[j] === MARK) {
      if (!'-.() /_#'.includes(doc.lower[j] ?? '?')) break;
      continue;
    }
    if (doc.kind[j] === WORD && j > i && doc.gap[j] !== 0) break;
    bare += folded(doc.lower[j] ?? '');
    const category = index.numbers.get(bare);
    if (category)
      best = {
        start: doc.start[i] ?? 0,
        end: doc.end[j] ?? 0,
        category,
        why: 'known: number of the record',
        rank: KNOWN,
      };
  }
  return best;
}

const ABBREVIATIONS = new Set(
  'ms mi pe ct bp hr rr pt ot ed er or iv im po bm bs ca cc cn cp cr cv dc dm dt dx ec ef et fh fx gi gu ha hb hx ii in is it ks la lb lv md me mg ml mm mr na no np ns nt ob od of oh on os ox pa pm pr ra rn ro rx sc sh so sp sx ta tb th to tr tx ua un up us uv va vs we wt xr my by be do go he if so am an as at'.split(
    ' ',
  ),
);

/** "J.S.", "J. S.", "JS", where they are the initials of a person of the record. */
function initialsAt(doc: Tokens, i: number, index: KnownIndex): Found | undefined {
  if (index.initials.size === 0 || doc.kind[i] !== WORD || doc.shape[i] === LOWER) return undefined;
  const lower = doc.lower[i] ?? '';
  const start = doc.start[i] ?? 0;
  if (lower.length === 1) {
    let letters = lower;
    let j = i;
    while (
      letters.length < 3 &&
      doc.lower[j + 1] === '.' &&
      doc.kind[j + 2] === WORD &&
      (doc.lower[j + 2] ?? '').length === 1 &&
      (doc.gap[j + 2] ?? 0) <= 1
    ) {
      letters += doc.lower[j + 2] ?? '';
      j += 2;
    }
    const role = index.initials.get(letters);
    const end = doc.lower[j + 1] === '.' ? (doc.end[j + 1] ?? 0) : (doc.end[j] ?? 0);
    return role && letters.length > 1 && doc.lower[i - 1] !== '.'
      ? { start, end, category: 'name', why: `known: ${role}'s initials`, rank: KNOWN, as: `initials:${letters}` }
      : undefined;
  }
  if (lower.length > 3 || doc.shape[i] !== UPPER || doc.capitals[i] === 1) return undefined;
  const role = index.initials.get(lower);
  if (!role || ABBREVIATIONS.has(lower) || NEVER.has(lower) || (doc.bits[i] ?? 0) >> 4 !== 0) return undefined;
  return {
    start,
    end: doc.end[i] ?? 0,
    category: 'name',
    why: `known: ${role}'s initials`,
    rank: KNOWN,
    as: `initials:${lower}`,
  };
}

/** What the tagger looks at for one token: hashed into the rows of its weights. The same for training and use. */
import { commonLevel, DRUG, EPONYM, givenLevel, MEDICAL, PLACE, REGION, surnameLevel } from '../lexicon/bits.ts';
import { LINE, MARK, NUMBER, PARAGRAPH, type Tokens, WORD } from '../tokens.ts';
import { hash } from '../vocabulary.ts';

/** Rows of the weight table; a power of two. */
export const ROWS = 1 << 17;
export const FEATURES = 34;

/** What the tagger keeps of a text while it walks it. */
export interface View {
  readonly doc: Tokens;
  /** Hash of each token as context: itself when common, else its class. */
  readonly context: Int32Array;
  /** Number of this view: a stem that has it stands in the text in lower case. */
  readonly number: number;
  /** Tag given so far. */
  readonly tags: Uint8Array;
}

let views = 0;

export function viewOf(doc: Tokens): View {
  const context = new Int32Array(doc.length);
  views += 1;
  for (let i = 0; i < doc.length; i += 1) {
    const what = doc.kind[i];
    if (what === WORD) {
      const stem = doc.stems[i];
      if (stem && doc.shape[i] === 1 && doc.capitals[i] === 0) stem.seen = views;
      const bits = doc.bits[i] ?? 0;
      const itself = (doc.role[i] ?? 0) > 0 || commonLevel(bits) >= 3 || (doc.end[i] ?? 0) - (doc.start[i] ?? 0) <= 2;
      context[i] = itself ? (doc.hash[i] ?? 0) : 7 + 64 * lexical(bits) + (doc.shape[i] ?? 0);
    } else if (what === MARK) context[i] = 3000 + (doc.lower[i] ?? '').charCodeAt(0);
    else context[i] = what === NUMBER ? 1 + Math.min(5, (doc.end[i] ?? 0) - (doc.start[i] ?? 0)) : 2;
  }
  return { doc, context, number: views, tags: new Uint8Array(doc.length) };
}

/** Classes of the word list, squeezed: how much a name, how common, what else. */
function lexical(bits: number): number {
  const given = givenLevel(bits);
  const surname = surnameLevel(bits);
  const common = commonLevel(bits);
  const other =
    (bits & DRUG) !== 0
      ? 1
      : (bits & EPONYM) !== 0
        ? 2
        : (bits & REGION) !== 0
          ? 3
          : (bits & PLACE) !== 0
            ? 4
            : (bits & MEDICAL) !== 0
              ? 5
              : 0;
  return given + 4 * surname + 16 * Math.min(3, common >= 4 ? 3 : common >= 2 ? 2 : common) + 64 * other;
}

function mix(slot: number, a: number, b = 0): number {
  let h = Math.imul(slot + 1, 0x9e3779b1) ^ a;
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b) ^ Math.imul(b, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 13), 0x27d4eb2f);
  return (h ^ (h >>> 16)) & (ROWS - 1);
}

/** Fills `rows` with the rows of token `i`; returns how many. */
export function featuresAt(view: View, i: number, rows: Int32Array): number {
  const { doc, context, tags } = view;
  const kind = doc.role;
  const lower = doc.lower[i] ?? '';
  const bits = doc.bits[i] ?? 0;
  const word = lexical(bits);
  const common = commonLevel(bits);
  const own = kind[i] ?? 0;
  const length = lower.length;
  const shape =
    (doc.shape[i] ?? 0) + 5 * (doc.capitals[i] ?? 0) + 10 * (doc.opens[i] ?? 0) + 20 * (doc.caseless ? 1 : 0);
  const seen = doc.stems[i]?.seen === view.number ? 1 : 0;
  const gap = doc.gap[i] ?? 0;
  const nextGap = i + 1 < doc.length ? (doc.gap[i + 1] ?? 0) : PARAGRAPH;
  const breakBefore = gap >= LINE ? 1 : 0;
  const breakAfter = nextGap >= LINE ? 1 : 0;
  const before = breakBefore ? 11 : (context[i - 1] ?? 11);
  const before2 = breakBefore ? 11 : (doc.gap[i - 1] ?? 0) >= LINE ? 12 : (context[i - 2] ?? 11);
  const after = breakAfter ? 13 : (context[i + 1] ?? 13);
  const after2 = breakAfter ? 13 : (context[i + 2] ?? 13);
  const kindBefore = breakBefore ? 15 : (kind[i - 1] ?? 0);
  const kindAfter = breakAfter ? 15 : (kind[i + 1] ?? 0);
  const tag = (breakBefore ? 0 : (tags[i - 1] ?? 0)) + 4 * (tags[i - 2] ?? 0);
  const body = word + 512 * own;
  const cased = body * 64 + shape;
  const hashed = doc.hash[i] ?? 0;
  const nextShape = breakAfter ? 9 : (doc.shape[i + 1] ?? 0);
  const nextBits = breakAfter ? 0 : lexical(doc.bits[i + 1] ?? 0);
  let n = 0;
  rows[n++] = mix(0, shape);
  rows[n++] = mix(1, body);
  rows[n++] = mix(2, cased);
  rows[n++] = mix(3, shape, seen + 2 * common);
  rows[n++] = mix(4, common >= 2 || own > 0 ? hashed : 1, shape);
  rows[n++] = mix(5, common >= 2 || own > 0 ? hashed : 1);
  rows[n++] = mix(6, before);
  rows[n++] = mix(7, before, word);
  rows[n++] = mix(8, before, before2);
  rows[n++] = mix(9, after);
  rows[n++] = mix(10, after, word);
  rows[n++] = mix(11, after, after2);
  rows[n++] = mix(12, before, after);
  rows[n++] = mix(13, before2, word);
  rows[n++] = mix(14, after2, word);
  rows[n++] = mix(15, kindBefore + 16 * kindAfter, shape);
  rows[n++] = mix(16, kindBefore, word);
  rows[n++] = mix(17, kindAfter, word);
  rows[n++] = mix(18, tag, cased);
  rows[n++] = mix(19, tag, before);
  rows[n++] = mix(20, tag, kindAfter * 8 + nextShape);
  rows[n++] = mix(21, nextShape + 16 * seen, nextBits);
  rows[n++] = mix(22, breakBefore + 2 * breakAfter + 4 * Math.min(gap, 3), shape);
  rows[n++] = mix(23, before, shape);
  rows[n++] = mix(24, after, shape);
  // Spelling speaks only for words that English does not have.
  const rare = common < 2 && own === 0 ? 1 : 0;
  if (rare === 1 && length > 2) {
    rows[n++] = mix(25, hash(lower.slice(-2)), rare);
    rows[n++] = mix(26, hash(lower.slice(-3)), rare);
    rows[n++] = mix(27, hash(lower.slice(-4)), rare);
    rows[n++] = mix(28, hash(lower.slice(0, 3)), rare);
    rows[n++] = mix(29, hash(lower.slice(0, 4)), Math.min(length, 12));
    rows[n++] = mix(30, Math.min(length, 14), shape);
    rows[n++] = mix(31, hash(lower.slice(-3)), shape);
  }
  return n;
}

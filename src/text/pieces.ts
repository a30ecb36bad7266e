import { stemOf } from './words.ts';

/** Words that carry no meaning of their own inside a term: "pain in the chest" is "chest pain". */
const LINK = new Set('of in the a an to with on at her his my their your for is are was were and or'.split(' '));
/** Words that fix the order of a term in which they stand: "off legs", "up at night", "no energy". */
const ORDERED = new Set(
  "no not never cannot can't can don't doesn't won't unable off up down out over under without on after before from too than more less very all as".split(
    ' ',
  ),
);
/** No word of the two lists is longer. */
const LONGEST = Math.max(...[...LINK, ...ORDERED].map(({ length }) => length));
/** Abbreviations: capitals, or a capital inside a word of up to five letters (`CaP`, `PrEP`). */
const CAPITALS = /^(?:[A-Z][A-Z0-9]{1,5}|(?=[A-Za-z]{2,5}$)[A-Za-z]+[A-Z][A-Za-z]*)$/;
const MOST_CAPITALS = 6;
const MARKS = '+<>%/:';

/** One piece of a term, with what the compiler asks of it; one object for each spelling, however many terms it stands in. */
export interface Piece {
  readonly raw: string;
  readonly low: string;
  readonly isMark: boolean;
  readonly isLink: boolean;
  readonly isOrdered: boolean;
  readonly isCapitals: boolean;
  readonly isNumeral: boolean;
  /** Id of its stem; -1 until a term needs it. */
  id: number;
}

/** The stems and pieces met so far, and in how many terms each stem stands. */
export class Vocabulary {
  readonly stems = new Map<string, number>();
  readonly uses: number[] = [];
  readonly #pieces = new Map<string, Piece>();
  readonly #cut: Piece[] = [];

  piece(raw: string): Piece {
    let piece = this.#pieces.get(raw);
    if (!piece) {
      const lower = raw.toLowerCase();
      const low = lower.includes('’') ? lower.replaceAll('’', "'") : lower;
      piece = {
        raw,
        low,
        isMark: MARKS.includes(raw.charAt(0)),
        isLink: low.length <= LONGEST && LINK.has(low),
        isOrdered: low.length <= LONGEST && ORDERED.has(low),
        isCapitals: raw !== lower && raw.length <= MOST_CAPITALS && CAPITALS.test(raw),
        isNumeral: sortOf(raw.charCodeAt(0)) === DIGIT,
        id: -1,
      };
      this.#pieces.set(raw, piece);
    }
    return piece;
  }

  /** Counts one use of the piece's stem, and gives its id. */
  use(piece: Piece): number {
    if (piece.id < 0) piece.id = this.idOf(piece.isNumeral ? piece.low : stemOf(piece.low));
    this.uses[piece.id] = (this.uses[piece.id] ?? 0) + 1;
    return piece.id;
  }

  idOf(stem: string): number {
    let id = this.stems.get(stem);
    if (id === undefined) {
      id = this.stems.size;
      this.stems.set(stem, id);
      this.uses.push(0);
    }
    return id;
  }

  /** The pieces of a term: words with their inner apostrophes, numbers, and marks that a term may ask for. */
  piecesOf(term: string): Piece[] {
    return this.cut(term).slice();
  }

  /** The same in an array that the next call fills anew. */
  cut(term: string): readonly Piece[] {
    const pieces = this.#cut;
    pieces.length = 0;
    const { length } = term;
    let at = 0;
    while (at < length) {
      const from = at;
      const sort = sortOf(term.charCodeAt(at++));
      if (sort === LETTER) {
        for (; at < length; at++) {
          const code = term.charCodeAt(at);
          const next = sortOf(code);
          if (next === LETTER || next === DIGIT) continue;
          if (next === FOREIGN) return this.#cutForeign(term);
          if (code !== APOSTROPHE || sortOf(term.charCodeAt(at + 1)) !== LETTER) break;
        }
      } else if (sort === DIGIT) {
        at = afterDigits(term, at);
        if (term.charCodeAt(at) === POINT && sortOf(term.charCodeAt(at + 1)) === DIGIT) at = afterDigits(term, at + 1);
      } else if (sort === REPEATED) {
        const code = term.charCodeAt(from);
        while (term.charCodeAt(at) === code) at++;
      } else if (sort === FOREIGN) return this.#cutForeign(term);
      else if (sort !== SINGLE) continue;
      pieces.push(this.piece(from === 0 && at === length ? term : term.slice(from, at)));
    }
    return pieces;
  }

  /** The same cut for terms with letters beyond ASCII. */
  #cutForeign(term: string): readonly Piece[] {
    const pieces = this.#cut;
    pieces.length = 0;
    for (const raw of term.match(PIECES) ?? []) pieces.push(this.piece(raw));
    return pieces;
  }
}

const PIECES = /\p{L}[\p{L}\p{M}\p{N}]*(?:['’]\p{L}[\p{L}\p{N}]*)*|[0-9]+(?:\.[0-9]+)?|\++|<+|>+|[%/:]/gu;

const APOSTROPHE = 39;
const POINT = 46;
const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
/** A mark that counts by how often it stands: `+`, `<`, `>`. */
const REPEATED = 3;
const SINGLE = 4;
const FOREIGN = 5;
const SORTS = new Uint8Array(128);
for (let code = 48; code < 58; code++) SORTS[code] = DIGIT;
for (let code = 65; code < 91; code++) SORTS[code] = SORTS[code + 32] = LETTER;
for (const mark of '+<>') SORTS[mark.charCodeAt(0)] = REPEATED;
for (const mark of '%/:') SORTS[mark.charCodeAt(0)] = SINGLE;

/** The sort of a character by its code; OTHER after the end of a term, where the code is not a number. */
const sortOf = (code: number): number => (code <= 127 ? (SORTS[code] ?? OTHER) : code > 127 ? FOREIGN : OTHER);

function afterDigits(term: string, from: number): number {
  let at = from;
  while (sortOf(term.charCodeAt(at)) === DIGIT) at++;
  return at;
}

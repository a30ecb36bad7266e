import { stemOf } from './words.ts';

/** Words that carry no meaning of their own inside a term: "pain in the chest" is "chest pain". */
const LINK = new Set('of in the a an to with on at her his my their your for is are was were and or'.split(' '));
/** Words that fix the order of a term in which they stand: "off legs", "up at night", "no energy". */
const ORDERED = new Set(
  "no not never cannot can't can don't doesn't won't unable off up down out over under without on after before from too than more less very all as".split(
    ' ',
  ),
);
/** Abbreviations: capitals, or a capital inside a word of up to five letters (`CaP`, `PrEP`). */
const CAPITALS = /^(?:[A-Z][A-Z0-9]{1,5}|(?=[A-Za-z]{2,5}$)[A-Za-z]+[A-Z][A-Za-z]*)$/;
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

  piece(raw: string): Piece {
    let piece = this.#pieces.get(raw);
    if (!piece) {
      const low = raw.toLowerCase().replaceAll('’', "'");
      piece = {
        raw,
        low,
        isMark: MARKS.includes(raw.charAt(0)),
        isLink: LINK.has(low),
        isOrdered: ORDERED.has(low),
        isCapitals: CAPITALS.test(raw),
        isNumeral: isDigit(raw.charCodeAt(0)),
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
    const pieces: Piece[] = [];
    const { length } = term;
    let at = 0;
    while (at < length) {
      const code = term.charCodeAt(at);
      if (code > 127) return (term.match(PIECES) ?? []).map((raw) => this.piece(raw));
      const from = at;
      if (isLetter(code)) {
        at++;
        while (at < length) {
          const next = term.charCodeAt(at);
          if (isLetter(next) || isDigit(next)) at++;
          else if (next === 39 && isLetter(term.charCodeAt(at + 1))) at += 2;
          else if (next > 127) return (term.match(PIECES) ?? []).map((raw) => this.piece(raw));
          else break;
        }
      } else if (isDigit(code)) {
        at++;
        while (isDigit(term.charCodeAt(at))) at++;
        if (term.charCodeAt(at) === 46 && isDigit(term.charCodeAt(at + 1))) {
          at++;
          while (isDigit(term.charCodeAt(at))) at++;
        }
      } else {
        at++;
        if (code === 43 || code === 60 || code === 62) while (term.charCodeAt(at) === code) at++;
        else if (code !== 37 && code !== 47 && code !== 58) continue;
      }
      pieces.push(this.piece(term.slice(from, at)));
    }
    return pieces;
  }
}

/** The same cut for terms with letters beyond ASCII. */
const PIECES = /\p{L}[\p{L}\p{M}\p{N}]*(?:['’]\p{L}[\p{L}\p{N}]*)*|[0-9]+(?:\.[0-9]+)?|\++|<+|>+|[%/:]/gu;

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

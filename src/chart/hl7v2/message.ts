import type { Coder } from './charset.ts';

/** The characters that divide a message, as its MSH-1 and MSH-2 say. */
export interface Delimiters {
  readonly field: string;
  readonly component: string;
  readonly repetition: string;
  readonly escape: string;
  readonly subcomponent: string;
}

/** A field: its repetitions, each of components, each of subcomponents, unescaped. */
export type Field = readonly (readonly (readonly string[])[])[];

/** HL7 writes `""` for "is to be deleted", which is not the same as nothing: "no news". */
export const NULL = '""';

/** One segment. Fields are counted from 1, as the standard counts them. */
export class Segment {
  readonly name: string;
  /** Counted from 1 among all segments of the message. */
  readonly number: number;
  readonly #raw: readonly string[];
  readonly #delimiters: Delimiters;
  readonly #coder: Coder;
  /** Fields that were asked for before. */
  readonly #fields: (Field | undefined)[] = [];

  constructor(text: string, number: number, delimiters: Delimiters, coder: Coder) {
    const parts = text.split(delimiters.field);
    this.name = parts[0] ?? '';
    // MSH-1 is the delimiter itself.
    this.#raw = this.name === 'MSH' ? ['MSH', delimiters.field, ...parts.slice(1)] : parts;
    this.number = number;
    this.#delimiters = delimiters;
    this.#coder = coder;
  }

  field(index: number): Field {
    const raw = this.#raw[index] ?? '';
    if (raw === '') return EMPTY;
    const known = this.#fields[index];
    if (known) return known;
    const { component, repetition, subcomponent } = this.#delimiters;
    const field = split(raw, repetition).map((each) =>
      split(each, component).map((part) => split(part, subcomponent).map((piece) => this.#plain(piece))),
    );
    this.#fields[index] = field;
    return field;
  }

  /** The first repetition of a field, or one component of it; undefined when empty or `""`. */
  text(index: number, component = 1, subcomponent = 1): string | undefined {
    return at(this.field(index)[0], component, subcomponent);
  }

  /** A field of free text: nothing in it divides, but repetitions are lines. */
  prose(index: number): string {
    const raw = this.#raw[index] ?? '';
    const { repetition } = this.#delimiters;
    const lines = repetition === '' ? [raw] : raw.split(repetition);
    return lines.map((line) => (line === NULL ? '' : this.#plain(line))).join('\n');
  }

  #plain(text: string): string {
    return unescaped(text, this.#delimiters, this.#coder);
  }
}

const EMPTY: Field = [];

const split = (text: string, by: string): string[] => (by === '' || !text.includes(by) ? [text] : text.split(by));

/** A component of a repetition, trimmed; undefined when empty or `""`. */
export function at(
  repetition: readonly (readonly string[])[] | undefined,
  component: number,
  subcomponent = 1,
): string | undefined {
  const text = repetition?.[component - 1]?.[subcomponent - 1]?.trim() ?? '';
  return text === '' || text === NULL ? undefined : text;
}

/** Resolves the escape sequences of HL7 v2, chapter 2.7. One that is unknown is left as it stands. */
export function unescaped(text: string, delimiters: Delimiters, coder: Coder): string {
  const mark = delimiters.escape;
  if (mark === '' || !text.includes(mark)) return text;
  let out = '';
  let from = 0;
  for (let start = text.indexOf(mark); start >= 0; start = text.indexOf(mark, from)) {
    const end = text.indexOf(mark, start + 1);
    if (end < 0) break;
    const plain = sequence(text.slice(start + 1, end), delimiters, coder);
    if (plain === undefined) {
      // No sequence: perhaps a stray backslash, and the next begins one.
      out += text.slice(from, end);
      from = end;
      if (text.indexOf(mark, end + 1) < 0) break;
      continue;
    }
    out += text.slice(from, start) + plain;
    from = end + 1;
  }
  return out + text.slice(from);
}

function sequence(code: string, delimiters: Delimiters, coder: Coder): string | undefined {
  switch (code) {
    case 'F':
      return delimiters.field;
    case 'S':
      return delimiters.component;
    case 'T':
      return delimiters.subcomponent || '&';
    case 'R':
      return delimiters.repetition;
    case 'E':
      return delimiters.escape;
    case 'P':
      return '#';
    case 'H':
    case 'N':
      return '';
    default:
  }
  const hex = /^X((?:[0-9A-Fa-f]{2})+)$/.exec(code)?.[1];
  if (hex !== undefined) return coder(Buffer.from(hex, 'hex')).replace(/\r\n?/g, '\n');
  const layout = /^\.(br|ce|sp|fi|nf|in|ti|sk)\s*([+-]?\d{0,3})$/.exec(code);
  if (layout) {
    const [, name, count] = layout;
    if (name === 'br' || name === 'ce') return '\n';
    if (name === 'sp') return '\n'.repeat(Math.min(Math.max(Number(count || 1), 1), 9));
    return name === 'sk' ? ' '.repeat(Math.min(Math.max(Number(count || 1), 1), 99)) : '';
  }
  // Other character sets and sequences of the sender's own: nothing that can be shown.
  return /^(C[0-9A-Fa-f]{4}|M[0-9A-Fa-f]{4,6}|Z\w*)$/.test(code) ? '' : undefined;
}

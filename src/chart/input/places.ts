import type { Bytes } from './bytes.ts';
import type { Unit } from './units.ts';

/** Where one JSON text of the input stands. */
export interface Place {
  readonly part: Bytes;
  readonly offset: number;
  readonly length: number;
  readonly line: number;
}

/** Nearby texts are read together when no more than this lies between them, up to so much at once. */
const [GAP, AT_ONCE] = [16 * 2 ** 10, 4 * 2 ** 20];

/** The places of the JSON texts of an input by number, at 20 bytes each: a bulk export has millions. */
export class Places {
  readonly #parts: Bytes[] = [];
  #offsets = new Float64Array(1024);
  #others = new Uint32Array(3 * 1024);
  #count = 0;

  add({ part, offset, length, line }: Unit): number {
    if (this.#count === this.#offsets.length) {
      const [offsets, others] = [new Float64Array(this.#count * 2), new Uint32Array(this.#count * 6)];
      offsets.set(this.#offsets);
      others.set(this.#others);
      [this.#offsets, this.#others] = [offsets, others];
    }
    if (this.#parts.at(-1) !== part) this.#parts.push(part);
    this.#offsets[this.#count] = offset;
    this.#others.set([this.#parts.length - 1, length, line], this.#count * 3);
    return this.#count++;
  }

  at(number: number): Place {
    const [part = 0, length = 0, line = 0] = this.#others.subarray(number * 3, number * 3 + 3);
    const bytes = this.#parts[part];
    if (!bytes) throw new RangeError('No such place');
    return { part: bytes, offset: this.#offsets[number] ?? 0, length, line };
  }

  /** The bytes of each place, in the order of the input; neighbours are read together. */
  *read(numbers: readonly number[]): Generator<{ number: number; place: Place; content: Buffer }> {
    const sorted = [...new Set(numbers)].sort((a, b) => a - b).map((number) => ({ number, place: this.at(number) }));
    for (let from = 0; from < sorted.length; ) {
      const first = sorted[from];
      if (!first) return;
      const { part, offset } = first.place;
      let [to, end] = [from + 1, offset + first.place.length];
      for (let next = sorted[to]; next?.place.part === part; next = sorted[++to]) {
        const nextEnd = next.place.offset + next.place.length;
        if (next.place.offset > end + GAP || nextEnd > offset + AT_ONCE) break;
        end = nextEnd;
      }
      const content = part.read(offset, end - offset);
      for (const { number, place } of sorted.slice(from, to)) {
        yield { number, place, content: content.subarray(place.offset - offset, place.offset - offset + place.length) };
      }
      from = to;
    }
  }
}

/** `line 17`, `Observation.ndjson line 17`; a file that is one text goes by its name alone. */
export function whereOf({ part, line }: { readonly part: Bytes; readonly line: number }): string {
  return [part.label, line === 0 ? '' : `line ${line}`].filter(Boolean).join(' ');
}

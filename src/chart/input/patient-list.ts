/** A patient of an input, and the numbers of the places that hold something of that patient. */
export interface KnownPatient {
  readonly id: string;
  /** The input holds the Patient, and does not only refer to it. */
  readonly isPresent: boolean;
  readonly places: readonly number[];
}

const NONE = 0xffffffff;

/**
 * The patients of an input with their places, in the order in which they first appear. An export has millions, so a patient is an
 * id and 9 bytes, and each place of a patient 8 bytes: a chain of places, of which the patient has the first and the last.
 */
export class PatientList {
  readonly #numbers = new Map<string, number>();
  readonly #ids: string[] = [];
  #first = new Uint32Array(1024);
  #last = new Uint32Array(1024);
  #present = new Uint8Array(1024);
  #places = new Uint32Array(1024);
  #next = new Uint32Array(1024);
  #links = 0;

  get size(): number {
    return this.#numbers.size;
  }

  has(id: string): boolean {
    return this.#numbers.has(id);
  }

  get(id: string): KnownPatient | undefined {
    const number = this.#numbers.get(id);
    return number === undefined ? undefined : this.#at(number);
  }

  *[Symbol.iterator](): Generator<KnownPatient> {
    for (const number of this.#numbers.values()) yield this.#at(number);
  }

  /** Something of a patient stands at a place. */
  add(id: string, place: number, isPresent: boolean): void {
    const number = this.#numbers.get(id) ?? this.#new(id);
    if (isPresent) this.#present[number] = 1;
    const last = this.#last[number] ?? NONE;
    if (last === NONE || this.#places[last] !== place) this.#link(number, place);
  }

  /** Ids to which the input only refers. */
  *absent(): Generator<string> {
    for (const [id, number] of this.#numbers) if (this.#present[number] === 0) yield id;
  }

  /** What was laid to one id is another's, and the id is none. */
  join(id: string, other: string): void {
    const [from, to] = [this.#numbers.get(id), this.#numbers.get(other)];
    if (from === undefined || to === undefined || from === to) return;
    for (const place of this.#placesOf(from)) this.#link(to, place);
    this.#numbers.delete(id);
  }

  #at(number: number): KnownPatient {
    return { id: this.#ids[number] ?? '', isPresent: this.#present[number] === 1, places: [...this.#placesOf(number)] };
  }

  *#placesOf(number: number): Generator<number> {
    for (let link = this.#first[number] ?? NONE; link !== NONE; link = this.#next[link] ?? NONE)
      yield this.#places[link] ?? 0;
  }

  #new(id: string): number {
    const number = this.#ids.length;
    this.#numbers.set(id, number);
    this.#ids.push(id);
    if (number === this.#first.length) {
      [this.#first, this.#last] = [larger(this.#first), larger(this.#last)];
      const present = new Uint8Array(number * 2);
      present.set(this.#present);
      this.#present = present;
    }
    this.#first[number] = NONE;
    this.#last[number] = NONE;
    return number;
  }

  #link(number: number, place: number): void {
    const link = this.#links++;
    if (link === this.#places.length) [this.#places, this.#next] = [larger(this.#places), larger(this.#next)];
    this.#places[link] = place;
    this.#next[link] = NONE;
    const last = this.#last[number] ?? NONE;
    if (last === NONE) this.#first[number] = link;
    else this.#next[last] = link;
    this.#last[number] = link;
  }
}

function larger(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const twice = new Uint32Array(array.length * 2);
  twice.set(array);
  return twice;
}

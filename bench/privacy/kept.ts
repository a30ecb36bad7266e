/** What must not change: intervals within a patient, to the second, and what refers to what. */

type Json = Readonly<Record<string, unknown>>;

export interface Kept {
  dates: number;
  moved: number;
  still: number;
  references: number;
  broken: number;
}

/** Compares a bundle of one patient with what was made of it, value by value. */
export function comparison(input: Json, output: Json, sum: Kept): void {
  const shifts = new Map<number, number>();
  const places = (bundle: Json): Map<unknown, number> =>
    new Map((bundle.entry as Json[]).map(({ fullUrl }, index) => [fullUrl, index]));
  const [before, after] = [places(input), places(output)];
  walk(input, output, (a, b, key) => {
    if (typeof a !== 'string' || typeof b !== 'string') return;
    if (/^\d{4}-\d\d-\d\d(T.*)?$/.test(a) && key !== 'birthDate') {
      sum.dates++;
      const shift = Date.parse(b) - Date.parse(a);
      shifts.set(shift, (shifts.get(shift) ?? 0) + 1);
    }
    const place = key === 'reference' ? before.get(a) : undefined;
    if (place === undefined) return;
    sum.references++;
    if (after.get(b) !== place) sum.broken++;
  });
  const counts = [...shifts.values()].sort((a, b) => b - a);
  sum.moved += counts.slice(1).reduce((total, count) => total + count, 0);
  if (shifts.has(0)) sum.still++;
}

function walk(a: unknown, b: unknown, see: (a: unknown, b: unknown, key: string) => void, key = ''): void {
  if (Array.isArray(a)) {
    // A list that lost something cannot be compared place by place.
    if (Array.isArray(b) && a.length === b.length)
      for (const [index, each] of a.entries()) walk(each, b[index], see, key);
    return;
  }
  if (typeof a === 'object' && a !== null) {
    if (typeof b !== 'object' || b === null) return;
    for (const [name, inner] of Object.entries(a)) walk(inner, (b as Json)[name], see, name);
    return;
  }
  see(a, b, key);
}

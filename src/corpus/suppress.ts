/** Fewer people than this are never shown. The cell size policy of the US Centers for Medicare & Medicaid Services (recalled) has the same 11. */
export const SMALLEST_CELL = 11;

/**
 * A number of people that may be shown; else that it is from 1 to 10 (`few`), that the number of all others is, or that it would give away
 * another that is (`hidden`).
 */
export type Count = number | 'few' | 'hidden' | 'all but few';

/**
 * A number of people of a whole, hidden when it is from 1 to 10, or when that many are left. Nobody, and everybody, are no small
 * cells: they set nobody apart.
 */
export function shown(people: number, of: number): Count {
  if (people > 0 && people < SMALLEST_CELL) return 'few';
  return of - people > 0 && of - people < SMALLEST_CELL ? 'all but few' : people;
}

/** A group of people who share something. */
export interface Cell {
  readonly name: string;
  readonly people: Count;
}

/**
 * The groups of a whole whose size is shown, without their small cells; when that hides few enough people that the
 * total gives them away, the smallest group that is left is hidden, too.
 */
export function cellsOf(groups: readonly { readonly name: string; readonly people: number }[]): Cell[] {
  const sorted = [...groups].sort((a, b) => a.people - b.people);
  const hidden = new Set(sorted.filter(({ people }) => people > 0 && people < SMALLEST_CELL));
  let sum = [...hidden].reduce((total, { people }) => total + people, 0);
  for (const group of sorted) {
    if (hidden.size === 0 || (hidden.size > 1 && sum >= SMALLEST_CELL)) break;
    if (hidden.has(group) || group.people === 0) continue;
    hidden.add(group);
    sum += group.people;
  }
  return groups.map((group) => ({
    name: group.name,
    people: !hidden.has(group) ? group.people : group.people < SMALLEST_CELL ? 'few' : 'hidden',
  }));
}

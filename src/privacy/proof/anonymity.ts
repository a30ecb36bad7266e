/**
 * k-anonymity (Sweeney 2002): every person shares the values of the quasi-identifiers with at least k - 1 others. Reached here
 * by local suppression: of those who share with too few, quasi-identifiers are blanked one after the other, from the last
 * named to the first, until they are with enough; who is still alone then is left out.
 * l-diversity (Machanavajjhala 2007): within a class, how little the sensitive value (a diagnosis) is given away by it.
 */

export interface Person {
  readonly id: string;
  /** In the order of the quasi-identifiers. */
  readonly values: readonly string[];
  /** Codes of the person's conditions. */
  readonly sensitive: readonly string[];
}

export interface Suppression {
  /** The indexes of the quasi-identifiers that go, by person. */
  readonly blanked: ReadonlyMap<string, ReadonlySet<number>>;
  readonly leftOut: ReadonlySet<string>;
}

export function suppressionFor(people: readonly Person[], k: number, quasis: number): Suppression {
  const blanked = new Map<string, Set<number>>();
  for (let index = quasis - 1; index >= 0; index--) {
    for (const members of classesOf(people, blanked).values()) {
      if (members.length >= k) continue;
      for (const { id } of members) {
        const gone = blanked.get(id) ?? new Set<number>();
        blanked.set(id, gone.add(index));
      }
    }
  }
  const leftOut = new Set<string>();
  for (const members of classesOf(people, blanked).values())
    if (members.length < k) for (const { id } of members) leftOut.add(id);
  return { blanked, leftOut };
}

export interface Measured {
  readonly people: number;
  readonly classes: number;
  /** Size of the smallest class; 0 of nobody. */
  readonly k: number;
  readonly inClassesBelow: { readonly k: number; readonly people: number } | undefined;
  /** Classes of one are people whom the quasi-identifiers single out. */
  readonly unique: number;
  readonly diversity: {
    /** The least number of different conditions in a class. */
    readonly distinct: number;
    /** The largest part of a class that has one and the same condition: of 1, belonging to the class tells it. */
    readonly largestShare: number;
    /** Classes in which everybody has one and the same condition. */
    readonly tellingClasses: number;
  };
}

export function measured(people: readonly Person[], { blanked, leftOut }: Suppression, k?: number): Measured {
  const shown = people.filter(({ id }) => !leftOut.has(id));
  const classes = [...classesOf(shown, blanked).values()];
  const shares = classes.map((members) => {
    const counts = new Map<string, number>();
    for (const { sensitive } of members)
      for (const code of new Set(sensitive)) counts.set(code, (counts.get(code) ?? 0) + 1);
    return { distinct: counts.size, largest: Math.max(0, ...counts.values()) / members.length };
  });
  const below = k === undefined ? [] : classes.filter((members) => members.length < k);
  return {
    people: shown.length,
    classes: classes.length,
    k: classes.reduce((least, members) => Math.min(least, members.length), shown.length),
    inClassesBelow: k === undefined ? undefined : { k, people: below.flat().length },
    unique: classes.filter((members) => members.length === 1).length,
    diversity: {
      distinct:
        shares.reduce((least, { distinct }) => Math.min(least, distinct), Number.MAX_SAFE_INTEGER) %
        Number.MAX_SAFE_INTEGER,
      largestShare: Number(shares.reduce((most, { largest }) => Math.max(most, largest), 0).toFixed(4)),
      tellingClasses: shares.filter(({ largest }) => largest === 1).length,
    },
  };
}

export const NO_SUPPRESSION: Suppression = { blanked: new Map(), leftOut: new Set() };

function classesOf(
  people: readonly Person[],
  blanked: ReadonlyMap<string, ReadonlySet<number>>,
): Map<string, Person[]> {
  const classes = new Map<string, Person[]>();
  for (const person of people) {
    const gone = blanked.get(person.id);
    const key = JSON.stringify(person.values.map((value, index) => (gone?.has(index) ? '*' : value)));
    const members = classes.get(key);
    if (members) members.push(person);
    else classes.set(key, [person]);
  }
  return classes;
}

import type { HpoTerm } from './release.ts';

/** The root of what is ranked by: Phenotypic abnormality. Inheritance, onset and modifiers hang beside it. */
const PHENOTYPIC_ABNORMALITY = 'HP:0000118';

/** The live terms in order of their ids, with what lies above and below each. */
export interface Ontology {
  readonly count: number;
  readonly ids: Int32Array;
  readonly names: string[];
  readonly synonyms: [number, string[]][];
  readonly children: number[][];
  readonly formerIds: Int32Array;
  readonly formerTargets: Int32Array;
  readonly faults: string[];
  /** The place of a live term, also by a former id; undefined for an unknown one and one without replacement. */
  placeOf(id: string): number | undefined;
  /** All phenotypic abnormalities above a term, itself included; none for terms of other branches. */
  above(term: number): readonly number[];
  isPhenotypic(term: number): boolean;
  /** Whether `term` is, or is below, the term of this id. */
  isUnder(term: number, id: string): boolean;
}

export function ontologyOf(terms: readonly HpoTerm[]): Ontology {
  const live = terms.filter((term) => !term.obsolete).sort((a, b) => numberOf(a.id) - numberOf(b.id));
  const places = new Map(live.map(({ id }, place) => [id, place]));
  const faults: string[] = [];
  const parents = live.map(({ id, parents: named }) =>
    named.flatMap((parent) => {
      const place = places.get(parent);
      if (place === undefined) faults.push(`${id}: its parent ${parent} is not a live term`);
      return place ?? [];
    }),
  );
  const all = closures(parents, (place) => faults.push(`${live[place]?.id}: its parents form a circle`));
  const root = places.get(PHENOTYPIC_ABNORMALITY);
  const phenotypic = new Set(all.flatMap((above, place) => (root !== undefined && above.has(root) ? [place] : [])));
  const above = all.map((set, place) => (phenotypic.has(place) ? [...set].filter((each) => phenotypic.has(each)) : []));
  const children: number[][] = live.map(() => []);
  parents.forEach((of, child) => {
    for (const parent of of) children[parent]?.push(child);
  });
  const former = formerIdsOf(terms, places);
  const formerly = new Map(former);
  return {
    count: live.length,
    ids: Int32Array.from(live, ({ id }) => numberOf(id)),
    names: live.map(({ name }) => name),
    synonyms: live.flatMap(({ synonyms }, place): [number, string[]][] =>
      synonyms.length > 0 ? [[place, [...synonyms]]] : [],
    ),
    children,
    formerIds: Int32Array.from(former, ([id]) => id),
    formerTargets: Int32Array.from(former, ([, target]) => target),
    faults,
    placeOf: (id) => {
      const target = places.get(id) ?? formerly.get(numberOf(id));
      return target === undefined || target < 0 ? undefined : target;
    },
    above: (term) => above[term] ?? [],
    isPhenotypic: (term) => phenotypic.has(term),
    isUnder: (term, id) => {
      const place = places.get(id);
      return place !== undefined && (all[term]?.has(place) ?? false);
    },
  };
}

/** Former ids, ascending, with the live term that each stands for, −1 without one. */
function formerIdsOf(terms: readonly HpoTerm[], places: ReadonlyMap<string, number>): [number, number][] {
  const replacement = new Map(terms.flatMap(({ id, replacedBy }) => (replacedBy ? [[id, replacedBy] as const] : [])));
  const follow = (id: string): number => {
    let at: string | undefined = id;
    for (let step = 0; at !== undefined && step < 10; step++) {
      const place = places.get(at);
      if (place !== undefined) return place;
      at = replacement.get(at);
    }
    return -1;
  };
  const former = new Map<number, number>();
  for (const { id, obsolete } of terms) if (obsolete) former.set(numberOf(id), follow(id));
  for (const { id, alternatives } of terms) {
    for (const other of alternatives) if (!places.has(other)) former.set(numberOf(other), follow(id));
  }
  return [...former].sort((a, b) => a[0] - b[0]);
}

/** For each term, all terms above it and itself. */
function closures(parents: readonly (readonly number[])[], onCircle: (place: number) => void): Set<number>[] {
  const done: (Set<number> | undefined)[] = parents.map(() => undefined);
  const open = new Set<number>();
  const of = (place: number): Set<number> => {
    const known = done[place];
    if (known) return known;
    const set = new Set([place]);
    if (open.has(place)) {
      onCircle(place);
      return set;
    }
    open.add(place);
    for (const parent of parents[place] ?? []) for (const each of of(parent)) set.add(each);
    open.delete(place);
    done[place] = set;
    return set;
  };
  return parents.map((_, place) => of(place));
}

const numberOf = (id: string): number => Number(id.slice(3));

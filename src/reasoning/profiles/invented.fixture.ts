import { buildIndex, type HpoIndex, type HpoRelease } from '../../knowledge/index.ts';

const ROOT = 'HP:0000118';
const ROOT_TERM = { id: ROOT, name: 'Phenotypic abnormality', parents: [] };

interface Sketch {
  /** Parents of term n, each an earlier term; none hangs it under the root. */
  readonly terms: readonly (readonly number[])[];
  readonly diseases: readonly {
    readonly id?: string;
    readonly name?: string;
    readonly has: readonly { readonly term: number; readonly frequency?: number; readonly sex?: 'female' | 'male' }[];
  }[];
}

export const idOf = (term: number): string => `HP:90${String(term).padStart(5, '0')}`;

/** An index of invented terms `HP:9000000`… and diseases `OMIM:0`…; names are `Term n` and `Disease n`. */
export function inventedIndex({ terms, diseases }: Sketch): HpoIndex {
  const plain = { synonyms: [], alternatives: [], obsolete: false };
  const release: HpoRelease = {
    version: '2031-02-03',
    faults: [],
    terms: [
      { ...plain, ...ROOT_TERM },
      { ...plain, id: 'HP:0000005', name: 'Mode of inheritance', parents: [] },
      { ...plain, id: 'HP:9999901', name: 'obsolete Old', parents: [], obsolete: true, replacedBy: idOf(0) },
      { ...plain, id: 'HP:9999902', name: 'obsolete Gone', parents: [], obsolete: true },
      ...terms.map((parents, term) => ({
        ...plain,
        id: idOf(term),
        name: `Term ${term}`,
        parents: parents.length === 0 ? [ROOT] : parents.map(idOf),
      })),
    ],
    diseases: diseases.map(({ id, name, has }, n) => ({
      id: id ?? `OMIM:${n}`,
      name: name ?? `Disease ${'abcdefghijklmnopqrstuvwxyz'[n % 26]}${n} zz`,
      annotations: has.map(({ term, ...rest }) => ({ term: idOf(term), ...rest })),
    })),
  };
  return buildIndex(release).index;
}

/**
 * Terms 0–5: 0 is above 1 and 2, 3 above 4; 5 stands alone. Disease 0 has 1 and 4, disease 1 has 2, disease 2 has 5 in nine of
 * ten, disease 3 has 5 in one of ten, disease 4 has 4 in women only and never 1.
 */
export const SMALL = inventedIndex({
  terms: [[], [0], [0], [], [3], []],
  diseases: [
    { has: [{ term: 1 }, { term: 4 }] },
    { has: [{ term: 2 }] },
    { has: [{ term: 5, frequency: 0.9 }] },
    { has: [{ term: 5, frequency: 0.1 }] },
    {
      has: [
        { term: 4, sex: 'female' },
        { term: 1, frequency: 0 },
      ],
    },
  ],
});

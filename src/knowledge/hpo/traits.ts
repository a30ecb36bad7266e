import type { Ontology } from './ontology.ts';
import type { DiseaseTraits } from './profiles.ts';
import { counterpartsOf } from './same-disease.ts';

/** Years of age that the terms of the Onset branch mean (their definitions in the HPO); after those of a narrower kind. */
const ONSETS: readonly (readonly [id: string, from: number, to: number])[] = [
  ['HP:0030674', 0, 0],
  ['HP:0003577', 0, 0],
  ['HP:0003623', 0, 0.08],
  ['HP:0003593', 0.08, 1],
  ['HP:0011463', 1, 5],
  ['HP:0003621', 5, 15],
  ['HP:0011462', 16, 40],
  ['HP:0003596', 40, 60],
  ['HP:0003584', 60, 120],
  ['HP:0003581', 16, 120],
  ['HP:0410280', 0, 15],
];
const X_RECESSIVE = 'HP:0001419';
const KINDS = { same: 1, family: 2 } as const;

interface Disease {
  readonly id: string;
  readonly name: string;
  /** All its annotations, also those that are no findings, but for what was found in nobody. */
  readonly terms: readonly number[];
  readonly size: number;
}

export function traitsOf(diseases: readonly Disease[], ontology: Ontology): DiseaseTraits {
  const onsets = diseases.map(({ terms }) => onsetOf(terms, ontology));
  const counterpart = new Int32Array(diseases.length).fill(-1);
  const counterpartKind = new Uint8Array(diseases.length);
  const represented = new Uint8Array(diseases.length);
  for (const { of, counterpart: other, kind } of counterpartsOf(diseases)) {
    counterpart[of] = other;
    counterpartKind[of] = KINDS[kind];
    represented[other] = 1;
  }
  return {
    size: Uint16Array.from(diseases, ({ size }) => Math.min(size, 65_535)),
    onsetFrom: Float32Array.from(onsets, ({ from }) => from),
    onsetTo: Float32Array.from(onsets, ({ to }) => to),
    xRecessive: Uint8Array.from(diseases, ({ terms }) =>
      terms.some((term) => ontology.isUnder(term, X_RECESSIVE)) ? 1 : 0,
    ),
    counterpart,
    counterpartKind,
    represented,
  };
}

/** From the earliest to the latest onset that its annotations name; a term below one of {@link ONSETS} counts as that one. */
function onsetOf(terms: readonly number[], ontology: Ontology): { from: number; to: number } {
  const ages = terms.flatMap((term) => {
    const found = ONSETS.find(([id]) => ontology.isUnder(term, id));
    return found ? [found] : [];
  });
  if (ages.length === 0) return { from: Number.NaN, to: Number.NaN };
  return { from: Math.min(...ages.map(([, from]) => from)), to: Math.max(...ages.map(([, , to]) => to)) };
}

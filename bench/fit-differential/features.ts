import type { HpoIndex } from '../../src/knowledge/index.ts';
import {
  breadthOf,
  countOf,
  logRatioOf,
  type Query,
  shareOf,
  visitMatches,
  type Weights,
} from '../../src/reasoning/index.ts';

const KINDS = ['exact', 'general', 'special', 'kindred'] as const;
export const NAMES = [
  ...KINDS.flatMap((kind) => [`${kind}.at0`, `${kind}.perNat`]),
  'sameElsewhere',
  'familyElsewhere',
  'breadth',
  'written',
  'writtenSquare',
  'xRecessiveInWoman',
  'tooYoung',
  'perFrequency.exact',
  'perFrequency.general',
  'perFrequency.special',
  'never',
];
export const WIDTH = NAMES.length;
const PER_FREQUENCY = 15;
const NEVER = 18;
export const NEVER_POSITIVE = new Set(['xRecessiveInWoman', 'tooYoung', 'breadth', 'never']);

export function valuesOf(weights: Weights): number[] {
  const { exact, general, special, kindred } = weights;
  return [
    ...[exact, general, special, kindred].flatMap(({ at0, perNat }) => [at0, perNat]),
    weights.sameElsewhere,
    weights.familyElsewhere,
    weights.breadth,
    weights.written,
    weights.writtenSquare,
    weights.xRecessiveInWoman,
    weights.tooYoung,
    weights.perFrequency.exact,
    weights.perFrequency.general,
    weights.perFrequency.special,
    weights.never,
  ];
}

/** The features of all diseases for a case; their sum by weight is the score of score.ts. */
export function featuresOf(index: HpoIndex, query: Query): Float32Array {
  const count = index.diseases.length;
  const features = new Float32Array(count * WIDTH);
  const findings = countOf(query.present);
  const share = shareOf(findings);
  const stamp = new Int32Array(count).fill(-1);
  const whole = new Int32Array(count).fill(-1);
  const add = (disease: number, feature: number, value: number) => {
    const at = disease * WIDTH + feature;
    features[at] = (features[at] ?? 0) + value;
  };
  query.present.forEach(({ term, certainty }, mark) => {
    visitMatches(index, term, query.sex, stamp, mark, (disease, kind, information, code) => {
      if (kind === 'never') {
        add(disease, NEVER, certainty * share);
        return;
      }
      const feature = KINDS.indexOf(kind) * 2;
      if (kind !== 'kindred') add(disease, PER_FREQUENCY + feature / 2, certainty * share * logRatioOf(code));
      if (feature < 4) whole[disease] = mark;
      add(disease, feature, certainty * share);
      add(disease, feature + 1, certainty * share * information);
    });
    index.traits.counterpart.forEach((other, disease) => {
      if (other < 0 || whole[other] !== mark || whole[disease] === mark) return;
      add(disease, index.traits.counterpartKind[disease] === 1 ? 8 : 9, certainty * share);
    });
  });
  const middle = Math.log(14);
  for (let disease = 0; disease < count; disease++) {
    const size = Math.log(1 + (index.traits.size[disease] ?? 0));
    add(disease, 10, breadthOf(index, disease) * findings * share);
    add(disease, 11, size - middle);
    add(disease, 12, size * size - middle * middle);
    if (query.sex === 'female' && index.traits.xRecessive[disease] === 1) add(disease, 13, 1);
    const from = index.traits.onsetFrom[disease] ?? Number.NaN;
    if (query.ageYears !== undefined && from > query.ageYears)
      add(disease, 14, Math.log1p(from) - Math.log1p(query.ageYears));
  }
  return features;
}

import type { Forest } from './forest.ts';

/**
 * The features that forests of one shape ask most, at most `most`, in order of their index. A split counts by how far apart the
 * mean leaves on its two sides are; each outcome in each period names its strongest feature that is not yet kept, in turn.
 */
export function strongestFeatures(forests: readonly Forest[], most: number): number[] {
  const [first] = forests;
  if (!first) return [];
  const hazards = first.outcomes * first.periods.length;
  const named = Array.from({ length: hazards }, (_, hazard) => {
    const strength = new Float64Array(first.features);
    for (const forest of forests) addStrengths(forest, hazard, strength);
    return Array.from(strength.keys())
      .filter((f) => (strength[f] as number) > 0)
      .sort((a, b) => (strength[b] as number) - (strength[a] as number) || a - b);
  });
  const kept = new Set<number>();
  for (let turn = 0; turn < first.features && kept.size < most; turn++)
    for (const list of named) {
      const next = list[turn];
      if (next !== undefined && kept.size < most) kept.add(next);
    }
  return [...kept].sort((a, b) => a - b);
}

function addStrengths(
  { trees, depth, feature, threshold, leaf }: Forest,
  hazard: number,
  strength: Float64Array,
): void {
  const splits = 2 ** depth - 1;
  // Means of the leaves below each node of a tree, splits first.
  const mean = new Float64Array(2 * splits + 1);
  for (let tree = hazard * trees; tree < (hazard + 1) * trees; tree++) {
    for (let k = 0; k <= splits; k++) mean[splits + k] = leaf[tree * (splits + 1) + k] as number;
    for (let node = splits - 1; node >= 0; node--) {
      const [left, right] = [mean[2 * node + 1] as number, mean[2 * node + 2] as number];
      const at = tree * splits + node;
      // Where nothing goes right there is no split, and what is left speaks for all.
      const isSplit = Number.isFinite(threshold[at]);
      mean[node] = isSplit ? (left + right) / 2 : left;
      const asked = feature[at] as number;
      if (isSplit) strength[asked] = (strength[asked] as number) + Math.abs(left - right);
    }
  }
}

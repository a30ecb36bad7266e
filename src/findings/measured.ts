import type { FindingDefinition, MeasureRule } from '../knowledge/index.ts';
import type { Claim } from './claims.ts';
import type { Evidence } from './finding.ts';

/** One result of one analyte, ready for rules: from a laboratory, a device, a derivation or the words of a note. */
export interface Result {
  readonly at: number;
  readonly ageYears: number;
  /** In the analyte's canonical unit; absent for a result in words. */
  readonly value?: number;
  readonly flag?: 'low' | 'normal' | 'high';
  readonly ordinal?: 'negative' | 'positive';
  /** How far outside its range: 1 at the limit, 2 twice as far from the middle. */
  readonly strength: number;
  /** 0.95 for a laboratory's result, less for a number read in a note. */
  readonly certainty: number;
  readonly evidence: Evidence;
}

export type ResultsOf = ReadonlyMap<string, readonly Result[]>;

const DAY = 86_400_000;

/** What the results claim of a finding with `measures`: present where a rule is fulfilled, absent where it was measured and is not. */
export function measuredClaims(definition: FindingDefinition, results: ResultsOf, sex?: 'female' | 'male'): Claim[] {
  const claims: Claim[] = [];
  for (const rule of definition.measures ?? []) {
    if (rule.sex !== undefined && rule.sex !== sex) continue;
    const all = (results.get(rule.analyte) ?? []).filter(
      ({ ageYears }) => ageYears >= (rule.fromAge ?? 0) && ageYears < (rule.toAge ?? 200),
    );
    const fulfilling = all.filter((result) => fulfils(result, rule));
    if (isEnough(fulfilling, rule)) {
      claims.push(...fulfilling.map((result) => claim(result, 'present')));
    }
    // A result inside an interval that the rule bounds on both sides says nothing when it lies beyond it.
    const opposing = all.filter((result) => !fulfils(result, rule) && !isBeyond(result, rule));
    if (isEnough(fulfilling, rule) || fulfilling.length === 0) {
      claims.push(...opposing.map((result) => claim(result, 'absent')));
    }
  }
  return claims;
}

function fulfils(result: Result, rule: MeasureRule): boolean {
  const { value, flag, ordinal } = result;
  if (rule.above !== undefined && !(value !== undefined && value >= rule.above)) return false;
  if (rule.below !== undefined && !(value !== undefined && value <= rule.below)) return false;
  switch (rule.is) {
    case undefined:
      return true;
    case 'low':
    case 'high':
      return flag === rule.is;
    case 'abnormal':
      return flag === 'low' || flag === 'high' || ordinal === 'positive';
    case 'positive':
      return ordinal === 'positive' || (ordinal === undefined && flag === 'high');
    case 'negative':
      return ordinal === 'negative' || (ordinal === undefined && flag === 'normal');
  }
}

function isBeyond({ value }: Result, { above, below }: MeasureRule): boolean {
  return above !== undefined && below !== undefined && value !== undefined && value > below;
}

function isEnough(results: readonly Result[], { times = 1, days = 0 }: MeasureRule): boolean {
  const [first, last] = [results[0], results.at(-1)];
  if (!first || !last) return false;
  return new Set(results.map(({ at }) => Math.floor(at / DAY))).size >= times && last.at - first.at >= days * DAY;
}

function claim(result: Result, says: 'present' | 'absent'): Claim {
  return {
    says,
    certainty: result.certainty,
    kind: 'abnormal',
    strength: says === 'present' ? result.strength : 1,
    evidence: result.evidence,
  };
}

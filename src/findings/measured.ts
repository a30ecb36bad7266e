import type { FindingDefinition, MeasureRule } from '../knowledge/index.ts';
import { referenceRange } from '../terms/index.ts';
import { type Claim, weightOf } from './claims.ts';
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

/**
 * What the results claim of a finding with `measures`: present where a rule is fulfilled, absent where it was measured and is not.
 * A peak that was measured stays measured: normal values after it do not undo it. Where a rule asks for several results over some
 * time and the last one fulfils it or is flagged its way, nobody knows yet, and nothing is claimed absent.
 */
export function measuredClaims(
  definition: FindingDefinition,
  results: ResultsOf,
  asOf: number,
  sex?: 'female' | 'male',
): Claim[] {
  const claims: Claim[] = [];
  let isOpen = false;
  for (const rule of definition.measures ?? []) {
    if (rule.sex !== undefined && rule.sex !== sex) continue;
    const all = (results.get(rule.analyte) ?? []).filter(
      ({ ageYears, at }) =>
        ageYears >= (rule.fromAge ?? 0) && ageYears < (rule.toAge ?? 200) && weightOf(definition.lasts, at, asOf) > 0,
    );
    const fulfilling = lastingIn(all, rule);
    claims.push(...fulfilling.map((result) => claim(result, 'present')));
    isOpen ||= isUnsettled(all.at(-1), rule);
    const [peak] = isPeak(rule, sex) ? fulfilling : [];
    // A result inside an interval that the rule bounds on both sides says nothing when it lies beyond it.
    const opposing = all.filter(
      (result) =>
        !fulfils(result, rule) &&
        !isBeyond(result, rule) &&
        !isSilent(result, rule) &&
        !(peak !== undefined && result.at >= peak.at),
    );
    if (fulfilling.length > 0 || !all.some((result) => fulfils(result, rule))) {
      claims.push(...opposing.map((result) => claim(result, 'absent')));
    }
  }
  const isPresent = claims.some(({ says }) => says === 'present');
  return isOpen && !isPresent ? [] : claims;
}

/** This far beyond the usual range, a threshold is that of a peak and not of a level. An estimate. */
const PEAK = 1.15;

/** Whether a rule asks for one value far above the usual range; of a pressure or a pulse every visit is told anew. */
function isPeak({ analyte, above, below, times = 1, days = 0 }: MeasureRule, sex?: 'female' | 'male'): boolean {
  if (above === undefined || below !== undefined || times > 1 || days > 0) return false;
  const high = referenceRange(analyte, { sex })?.high;
  return high !== undefined && above >= high * PEAK && !CHANGES_BY_THE_HOUR.has(analyte);
}

const CHANGES_BY_THE_HOUR: ReadonlySet<string> = new Set([
  'systolic-bp',
  'diastolic-bp',
  'heart-rate',
  'body-temperature',
]);

function isUnsettled(last: Result | undefined, rule: MeasureRule): boolean {
  if (!last || ((rule.times ?? 1) === 1 && (rule.days ?? 0) === 0)) return false;
  const side = rule.is ?? (rule.above !== undefined ? 'high' : 'low');
  return fulfils(last, rule) || (last.flag !== undefined && last.flag === side);
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

/**
 * Whether a result leaves a rule open: the number or the range that the rule asks for is not known, and what is known does not
 * speak against it (`TSH high` of a note is no answer to a rule about 10 mU/L, a bare number none to one about its range).
 */
function isSilent({ value, flag, ordinal }: Result, { is, above, below }: MeasureRule): boolean {
  if (flag === 'normal' || ordinal === 'negative') return false;
  if (value === undefined && above !== undefined && flag !== 'low') return true;
  if (value === undefined && below !== undefined && flag !== 'high') return true;
  if (is === undefined || flag !== undefined) return false;
  return is === 'low' || is === 'high' || ordinal === undefined;
}

function isBeyond({ value }: Result, { above, below }: MeasureRule): boolean {
  return above !== undefined && below !== undefined && value !== undefined && value > below;
}

/** In a stretch that counts as lasting, at least this part of the results fulfil the rule (estimate). */
const LASTING = 0.6;

/**
 * The results that fulfil a rule; where it asks for several over some time, those in stretches that hold enough of them, long
 * enough, and mostly so: two raised values ten years apart with normal ones between are not a raised value for ten years.
 */
function lastingIn(all: readonly Result[], rule: MeasureRule): Result[] {
  const { times = 1, days = 0 } = rule;
  const places = all.flatMap((result, index) => (fulfils(result, rule) ? [index] : []));
  if (times === 1 && days === 0) return places.flatMap((index) => all[index] ?? []);
  const kept = new Set<number>();
  places.forEach((from, first) => {
    for (let last = places.length - 1; last >= first + times - 1; last--) {
      const to = places[last] ?? from;
      const span = (all[to]?.at ?? 0) - (all[from]?.at ?? 0);
      // Of an undated result nobody knows how long it lasted.
      if (!(span >= days * DAY)) break;
      const within = places.slice(first, last + 1);
      if (within.length < LASTING * (to - from + 1) || daysOf(within, all) < times) continue;
      for (const index of within) kept.add(index);
      break;
    }
  });
  return [...kept].sort((a, b) => a - b).flatMap((index) => all[index] ?? []);
}

function daysOf(places: readonly number[], all: readonly Result[]): number {
  return new Set(places.map((index) => Math.floor((all[index]?.at ?? 0) / DAY))).size;
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

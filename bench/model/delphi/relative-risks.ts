/**
 * Log relative risks of one diagnosis after another, beyond age and sex: what a simple model knows. Rare pairs are drawn
 * towards the relative risk of their ICD-10 blocks, those towards their chapters', those towards none.
 */
import { icd10Ancestors } from '../../../src/model/index.ts';
import { FIRST_DISEASE, TOKENS, type Trajectory } from './data.ts';

const YEAR = 365.25;
const BAND = 5 * YEAR;
const BANDS = 20;
/** Quarters of a year of age. */
const STEPS = 4 * 110;

/** Rate of each token a year by sex and age, smooth between five-year bands. */
export class BaseRates {
  readonly #rates: Float64Array;
  readonly #rows: { rates: Float64Array; logs: Float64Array }[] = [];

  constructor(trajectories: readonly Trajectory[]) {
    const [events, years] = [new Float64Array(2 * BANDS * TOKENS), new Float64Array(2 * BANDS)];
    for (const { ages, tokens, male } of trajectories) {
      const sex = male ? BANDS : 0;
      for (const [i, token] of tokens.entries()) {
        const at = (sex + bandAt(ages[i] as number)) * TOKENS + token;
        events[at] = (events[at] as number) + 1;
      }
      const last = ages.at(-1) ?? 0;
      for (let band = 0; band < BANDS; band++)
        years[sex + band] =
          (years[sex + band] as number) + Math.max(0, Math.min(last, (band + 1) * BAND) - band * BAND) / YEAR;
    }
    // Half an event is added to each band over the time that the token's overall rate would need for it.
    const overall = (token: number) => {
      let [count, time] = [0.5, 1];
      for (let band = 0; band < 2 * BANDS; band++) {
        count += events[band * TOKENS + token] as number;
        time += years[band] as number;
      }
      return count / time;
    };
    const typical = Float64Array.from({ length: TOKENS }, (_, token) => overall(token));
    this.#rates = events.map((count, at) => {
      const rate = typical[at % TOKENS] as number;
      return (count + 0.5) / ((years[Math.floor(at / TOKENS)] as number) + 0.5 / rate);
    });
  }

  rate(male: boolean, age: number, token: number): number {
    return this.ratesAt(male, age).rates[token] as number;
  }

  /** Rates a year of all tokens and their logs, at an age in steps of a quarter of a year. */
  ratesAt(male: boolean, age: number): { readonly rates: Float64Array; readonly logs: Float64Array } {
    const step = Math.max(0, Math.min(STEPS - 1, Math.round((age / YEAR) * 4)));
    const at = (male ? STEPS : 0) + step;
    const known = this.#rows[at];
    if (known) return known;
    const sex = male ? BANDS : 0;
    const x = Math.max(0, Math.min(BANDS - 1, (step * YEAR) / 4 / BAND - 0.5));
    const low = Math.floor(x);
    const of = (band: number, token: number) =>
      this.#rates[(sex + Math.min(BANDS - 1, band)) * TOKENS + token] as number;
    const rates = Float64Array.from(
      { length: TOKENS },
      (_, token) => of(low, token) + (x - low) * (of(low + 1, token) - of(low, token)),
    );
    const row = { rates, logs: rates.map(Math.log) };
    this.#rows[at] = row;
    return row;
  }
}

const bandAt = (age: number): number => Math.max(0, Math.min(BANDS - 1, Math.floor(age / BAND)));

export interface Counts {
  /** [TOKENS × TOKENS] diagnoses of the second after the first, and how many age and sex alone would give. */
  readonly observed: Float64Array;
  readonly expected: Float64Array;
}

export function countPairs(trajectories: readonly Trajectory[], base: BaseRates): Counts {
  const [observed, expected] = [new Float64Array(TOKENS * TOKENS), new Float64Array(TOKENS * TOKENS)];
  const hazard = new Float64Array(TOKENS);
  for (const { ages, tokens, male } of trajectories) {
    // From the last interval back: the hazard still to come for each token, until it is diagnosed.
    const firstAt = new Map<number, number>();
    for (const [i, token] of tokens.entries()) if (!firstAt.has(token)) firstAt.set(token, i);
    hazard.fill(0);
    for (let i = tokens.length - 1; i >= 0; i--) {
      const [from, until] = [ages[i] as number, ages[i + 1] ?? (ages[i] as number)];
      const { rates } = base.ratesAt(male, (from + until) / 2);
      for (let token = FIRST_DISEASE; token < TOKENS && until > from; token++) {
        const at = firstAt.get(token);
        if (at === undefined || at > i)
          hazard[token] = (hazard[token] as number) + ((rates[token] as number) * (until - from)) / YEAR;
      }
      const past = tokens[i] as number;
      if (firstAt.get(past) !== i || past < 3) continue;
      const row = past * TOKENS;
      for (let token = FIRST_DISEASE; token < TOKENS; token++) {
        const at = firstAt.get(token);
        if (at !== undefined && at <= i) continue;
        expected[row + token] = (expected[row + token] as number) + (hazard[token] as number);
        if (at !== undefined && (ages[at] as number) > from)
          observed[row + token] = (observed[row + token] as number) + 1;
      }
    }
  }
  return { observed, expected };
}

/** Counts of several parts together, and of all but one. */
export function addCounts(parts: readonly Counts[], except = -1): Counts {
  const sum = (of: keyof Counts) => {
    const total = new Float64Array(TOKENS * TOKENS);
    for (const [k, part] of parts.entries())
      if (k !== except)
        for (let at = 0; at < total.length; at++) total[at] = (total[at] as number) + (part[of][at] as number);
    return total;
  };
  return { observed: sum('observed'), expected: sum('expected') };
}

export interface Shrinkage {
  /** Events' worth of the block pair, of the chapter pair, and of no effect. */
  readonly code: number;
  readonly block: number;
  readonly chapter: number;
}

/** [TOKENS × TOKENS] log relative risk of the second token after the first. */
export function relativeRisks({ observed, expected }: Counts, names: readonly string[], by: Shrinkage): Float32Array {
  const [blocks, chapters] = [1, 2].map((level) => pairsOf(observed, expected, groupsOf(names, level)));
  const logs = new Float32Array(TOKENS * TOKENS);
  for (let past = 3; past < TOKENS; past++)
    for (let next = FIRST_DISEASE; next < TOKENS; next++) {
      const at = past * TOKENS + next;
      const wide = chapters?.ratio(past, next, by.chapter, 1) ?? 1;
      const middle = blocks?.ratio(past, next, by.block, wide) ?? wide;
      logs[at] = Math.log(((observed[at] as number) + by.code * middle) / ((expected[at] as number) + by.code));
    }
  return logs;
}

/** Number of the ICD-10 block (1) or chapter (2) of each token; a token that is no ICD-10 code is its own. */
function groupsOf(names: readonly string[], level: number): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(names, (name, token) => {
    const group = icd10Ancestors(name.slice(0, 3))[level - 1] ?? `token ${token}`;
    const number = numbers.get(group) ?? numbers.size;
    numbers.set(group, number);
    return number;
  });
}

/** Observed over expected of pairs of groups, drawn towards `toward` as by `weight` events. */
function pairsOf(observed: Float64Array, expected: Float64Array, group: Int32Array) {
  const count = Math.max(...group) + 1;
  const [o, e] = [new Float64Array(count * count), new Float64Array(count * count)];
  const pair = (past: number, next: number) => (group[past] as number) * count + (group[next] as number);
  for (let past = 3; past < TOKENS; past++)
    for (let next = FIRST_DISEASE; next < TOKENS; next++) {
      const [at, to] = [past * TOKENS + next, pair(past, next)];
      o[to] = (o[to] as number) + (observed[at] as number);
      e[to] = (e[to] as number) + (expected[at] as number);
    }
  return {
    ratio: (past: number, next: number, weight: number, toward: number) =>
      ((o[pair(past, next)] as number) + weight * toward) / ((e[pair(past, next)] as number) + weight),
  };
}

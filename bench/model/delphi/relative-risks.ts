/**
 * Log relative risks of one diagnosis after another, beyond age and sex: what a simple model knows. Rare pairs are drawn
 * towards the relative risk of their ICD-10 blocks, those towards their chapters', those towards none.
 */
import { icd10Ancestors } from '../../../src/model/index.ts';
import { FIRST_DISEASE, TOKENS, type Trajectory } from './data.ts';

const YEAR = 365.25;
const BAND = 5 * YEAR;
const BANDS = 20;

/** Rate of each token a year by sex and age, smooth between five-year bands. */
export class BaseRates {
  readonly #rates: Float64Array;

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
    const sex = male ? BANDS : 0;
    const x = Math.max(0, Math.min(BANDS - 1, age / BAND - 0.5));
    const low = Math.floor(x);
    const of = (band: number) => this.#rates[(sex + Math.min(BANDS - 1, band)) * TOKENS + token] as number;
    return of(low) + (x - low) * (of(low + 1) - of(low));
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
      for (let token = FIRST_DISEASE; token < TOKENS && until > from; token++) {
        const at = firstAt.get(token);
        if (at === undefined || at > i)
          hazard[token] =
            (hazard[token] as number) + (base.rate(male, (from + until) / 2, token) * (until - from)) / YEAR;
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

export interface Shrinkage {
  /** Events' worth of the block pair, of the chapter pair, and of no effect. */
  readonly code: number;
  readonly block: number;
  readonly chapter: number;
}

/** [TOKENS × TOKENS] log relative risk of the second token after the first. */
export function relativeRisks({ observed, expected }: Counts, names: readonly string[], by: Shrinkage): Float32Array {
  const groups = [2, 1].map((level) => groupsOf(names, level));
  const sums = groups.map((group) => grouped(observed, expected, group));
  const [chapter = [], block = []] = groups;
  const logs = new Float32Array(TOKENS * TOKENS);
  for (let past = 3; past < TOKENS; past++)
    for (let next = FIRST_DISEASE; next < TOKENS; next++) {
      const at = past * TOKENS + next;
      const chapters = sums[0]?.get(`${chapter[past]} ${chapter[next]}`) ?? { o: 0, e: 0 };
      const blocks = sums[1]?.get(`${block[past]} ${block[next]}`) ?? { o: 0, e: 0 };
      const wide = (chapters.o + by.chapter) / (chapters.e + by.chapter);
      const middle = (blocks.o + by.block * wide) / (blocks.e + by.block);
      logs[at] = Math.log(((observed[at] as number) + by.code * middle) / ((expected[at] as number) + by.code));
    }
  return logs;
}

/** Block (1) or chapter (2) of each token; a token that is no ICD-10 code is its own. */
function groupsOf(names: readonly string[], level: number): string[] {
  return names.map((name, token) => {
    const [block, chapter] = icd10Ancestors(name.slice(0, 3));
    return (level === 1 ? block : chapter) ?? `token ${token}`;
  });
}

function grouped(observed: Float64Array, expected: Float64Array, group: readonly string[]) {
  const sums = new Map<string, { o: number; e: number }>();
  for (let past = 3; past < TOKENS; past++)
    for (let next = FIRST_DISEASE; next < TOKENS; next++) {
      const at = past * TOKENS + next;
      if (expected[at] === 0) continue;
      const key = `${group[past]} ${group[next]}`;
      const sum = sums.get(key) ?? { o: 0, e: 0 };
      sum.o += observed[at] as number;
      sum.e += expected[at] as number;
      sums.set(key, sum);
    }
  return sums;
}

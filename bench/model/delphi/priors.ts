/** What the event model's rates start from: age and sex, times the relative risks of past diagnoses, with their excess taken out. */
import { FIRST_DISEASE, TOKENS, type Trajectory } from './data.ts';
import type { BaseRates } from './relative-risks.ts';

const YEAR = 365.25;

/** Code of a token: 0 is padding. */
export const codeOf = (token: number): number => token + 1;
export const VOCABULARY = TOKENS + 1;
/** Log rate of what cannot come: a diagnosis that has been made, a sex, "no event". */
export const NEVER = -12;

export interface Knowledge {
  readonly base: BaseRates;
  /** [TOKENS × TOKENS] log relative risks for a trajectory: counted without it, where it is one of training. */
  risksOf(trajectory: Trajectory): Float32Array;
  /** Share of the sum of log relative risks that is used. */
  readonly strength: number;
  /**
   * Plain sums count shared causes many times over, so a person's rates together come out far too high. Of the log of that
   * excess over age and sex, this share is kept: fitted on training by {@link fitFrailty}.
   */
  readonly frailty: number;
}

/**
 * Log rates [positions × VOCABULARY] after each position, and at each position the total rate by age and sex and the log of
 * the excess of the plain sum over it.
 */
export function writePriors(
  { ages, tokens, male }: Trajectory,
  risks: Float32Array,
  { base, strength, frailty }: Omit<Knowledge, 'risksOf'>,
  into: Float32Array,
): { expected: Float64Array; excess: Float64Array } {
  const sums = new Float32Array(TOKENS);
  const [expected, excess] = [new Float64Array(tokens.length), new Float64Array(tokens.length)];
  for (const [i, token] of tokens.entries()) {
    if (token >= 3)
      for (let next = FIRST_DISEASE; next < TOKENS; next++)
        sums[next] = (sums[next] as number) + strength * (risks[token * TOKENS + next] as number);
    if (token >= FIRST_DISEASE) sums[token] = Number.NEGATIVE_INFINITY;
    const at = i * VOCABULARY;
    into.fill(NEVER, at, at + codeOf(FIRST_DISEASE));
    let [plain, raised] = [1e-9, 1e-9];
    for (let next = FIRST_DISEASE; next < TOKENS; next++) {
      const sum = sums[next] as number;
      const rate = sum === Number.NEGATIVE_INFINITY ? 0 : base.rate(male, ages[i] as number, next);
      plain += rate;
      raised += rate === 0 ? 0 : rate * Math.exp(sum);
      into[at + codeOf(next)] = Math.log(rate) + sum;
    }
    expected[i] = plain;
    excess[i] = Math.log(raised / plain);
    const taken = (1 - frailty) * (excess[i] as number);
    for (let code = codeOf(FIRST_DISEASE); code < VOCABULARY; code++)
      into[at + code] = Math.max(NEVER, (into[at + code] as number) - taken);
  }
  return { expected, excess };
}

/** Poisson regression of diagnoses on the log excess, with the total by age and sex as offset: intercept and slope by Newton. */
export function fitFrailty(trajectories: readonly Trajectory[], knowledge: Knowledge): number {
  const rows: { years: number; excess: number; came: number }[] = [];
  for (const trajectory of trajectories) {
    const { ages, tokens } = trajectory;
    const into = new Float32Array(tokens.length * VOCABULARY);
    const { expected, excess } = writePriors(trajectory, knowledge.risksOf(trajectory), knowledge, into);
    for (let i = 0; i + 1 < tokens.length; i++) {
      const years = ((ages[i + 1] as number) - (ages[i] as number)) / YEAR;
      const came = Number((tokens[i + 1] as number) >= FIRST_DISEASE);
      rows.push({ years: years * (expected[i] as number), excess: excess[i] as number, came });
    }
  }
  let [a, b] = [0, 0];
  for (let step = 0; step < 50; step++) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 1e-9, 0, 1e-9];
    for (const { years, excess, came } of rows) {
      const mean = years * Math.exp(a + b * excess);
      ga += came - mean;
      gb += (came - mean) * excess;
      haa += mean;
      hab += mean * excess;
      hbb += mean * excess * excess;
    }
    const det = haa * hbb - hab * hab;
    a += Math.max(-0.5, Math.min(0.5, (hbb * ga - hab * gb) / det));
    b += Math.max(-0.2, Math.min(0.2, (haa * gb - hab * ga) / det));
  }
  return b;
}

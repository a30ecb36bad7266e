/** What the event model's rates start from: age and sex, times the relative risks of past diagnoses, with their excess taken out. */
import { FIRST_DISEASE, TOKENS, type Trajectory } from './data.ts';
import type { BaseRates } from './relative-risks.ts';

const YEAR = 365.25;

/** Code of a token: 0 is padding. */
export const codeOf = (token: number): number => token + 1;
export const VOCABULARY = TOKENS + 1;
/** Log rate of what cannot come: a diagnosis that has been made, a sex, "no event". */
export const NEVER = -12;

/** [TOKENS × TOKENS] relative risks of the second token after the first, and their logs. */
export interface Risks {
  readonly logs: Float32Array;
  readonly factors: Float32Array;
}

/** Log relative risks drawn to `strength` of themselves: plain sums count shared causes twice. */
export const risksBy = (logs: Float32Array, strength: number): Risks => {
  const drawn = logs.map((log) => strength * log);
  return { logs: drawn, factors: drawn.map(Math.exp) };
};

export interface Knowledge {
  readonly base: BaseRates;
  /** Relative risks for a trajectory: counted without it, where it is one of training. */
  risksOf(trajectory: Trajectory): Risks;
  /**
   * Plain sums count shared causes many times over, so a person's rates together come out far too high. Of the log of that
   * excess over age and sex, this share is kept: fitted on training by {@link fitFrailty}.
   */
  readonly frailty: number;
}

/**
 * Log rates [positions × VOCABULARY] after each position, and at each position the total rate by age and sex and the log of
 * the excess of the plain sum over it. Factors are multiplied up beside their logs, so that no exponential is taken here.
 */
export function writePriors(
  { ages, tokens, male }: Trajectory,
  risks: Risks,
  { base, frailty }: Omit<Knowledge, 'risksOf'>,
  into: Float32Array,
): { expected: Float64Array; excess: Float64Array } {
  const [sums, factors] = [new Float32Array(TOKENS), new Float64Array(TOKENS).fill(1)];
  const [expected, excess] = [new Float64Array(tokens.length), new Float64Array(tokens.length)];
  for (const [i, token] of tokens.entries()) {
    if (token >= 3)
      for (let next = FIRST_DISEASE, at = token * TOKENS + next; next < TOKENS; next++, at++) {
        sums[next] = (sums[next] as number) + (risks.logs[at] as number);
        factors[next] = (factors[next] as number) * (risks.factors[at] as number);
      }
    if (token >= FIRST_DISEASE) [sums[token], factors[token]] = [Number.NEGATIVE_INFINITY, 0];
    const { rates, logs } = base.ratesAt(male, ages[i] as number);
    let [plain, raised] = [1e-9, 1e-9];
    for (let next = FIRST_DISEASE; next < TOKENS; next++) {
      const rate = rates[next] as number;
      const factor = factors[next] as number;
      if (factor > 0) plain += rate;
      raised += rate * factor;
    }
    expected[i] = plain;
    excess[i] = Math.log(raised / plain);
    const taken = (1 - frailty) * (excess[i] as number);
    const at = i * VOCABULARY;
    into.fill(NEVER, at, at + codeOf(FIRST_DISEASE));
    for (let next = FIRST_DISEASE; next < TOKENS; next++)
      into[at + codeOf(next)] = Math.max(NEVER, (logs[next] as number) + (sums[next] as number) - taken);
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

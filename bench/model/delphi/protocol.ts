/**
 * Scoring by the protocol of Shmatko et al. (Nature 2025), read off the authors' evaluation: trajectories have a "no event"
 * token every five years; a case is the score at the last token at least the gap before the diagnosis; controls are, in each
 * band of age, one random token of each person never diagnosed; AUC by sex and five-year band of the age at the prediction
 * from 40 to 80, averaged over the bands with at least two of both, then over the codes.
 */
import { mulberry32 } from '../../../src/governance/index.ts';
import { FIRST_DISEASE, NO_EVENT, TOKENS, type Trajectory } from './data.ts';

const YEAR = 365.25;
const BANDS = 8;

/** Score of a token after a position of a trajectory; higher is sooner. */
export type Score = (position: number, token: number) => number;

export interface CodeScore {
  readonly token: number;
  readonly auc: number;
  /** Persons with the diagnosis in the scored part. */
  readonly cases: number;
}

/** A trajectory with a "no event" token every five years from birth to its last event. */
export function withNoEvents(trajectory: Trajectory): Trajectory {
  const { ages, tokens } = trajectory;
  const last = ages.at(-1) ?? 0;
  const quiet = Array.from({ length: Math.ceil(last / (5 * YEAR)) }, (_, k) => 1 + k * 5 * YEAR).filter(
    (a) => a <= last,
  );
  const all = [
    ...Array.from(ages, (age, i) => ({ age, token: tokens[i] as number, i })),
    ...quiet.map((age, k) => ({ age, token: NO_EVENT, i: 1e6 + k })),
  ];
  all.sort((a, b) => a.age - b.age || a.i - b.i);
  return {
    ...trajectory,
    ages: Float64Array.from(all, ({ age }) => age),
    tokens: Int32Array.from(all, ({ token }) => token),
  };
}

/** AUC of each code for one gap in days; trajectories come with their "no event" tokens, and are asked one after the other. */
export async function scoreCodes(
  trajectories: readonly Trajectory[],
  gaps: readonly number[],
  scorer: (trajectory: Trajectory, index: number) => Score | Promise<Score>,
  seed = 1337,
): Promise<CodeScore[][]> {
  const cases = new Int32Array(TOKENS);
  for (const { tokens } of trajectories) for (const token of new Set(tokens)) cases[token] = (cases[token] ?? 0) + 1;
  const random = mulberry32(seed);
  const strata = gaps.map(() => Array.from({ length: TOKENS }, () => Array.from({ length: 2 * BANDS }, stratum)));
  for (const [index, trajectory] of trajectories.entries()) {
    const score = await scorer(trajectory, index);
    const firstAt = new Map<number, number>();
    for (const [i, token] of trajectory.tokens.entries()) if (!firstAt.has(token)) firstAt.set(token, i);
    for (const [g, gap] of gaps.entries()) {
      const positions = predictionPositions(trajectory, gap);
      const asked = Array.from({ length: 2 * BANDS }, (): number[] => []);
      for (const position of positions) asked[bandOf(trajectory, position)]?.push(position);
      for (let token = FIRST_DISEASE; token < TOKENS; token++) {
        const into = strata[g]?.[token];
        const at = firstAt.get(token);
        if (at !== undefined) {
          const position = positions[at] as number;
          into?.[bandOf(trajectory, position)]?.cases.push(score(position, token));
        } else {
          for (const [band, open] of asked.entries()) {
            if (open.length === 0) continue;
            const position = open[Math.floor(random() * open.length)] as number;
            into?.[band]?.controls.push(score(position, token));
          }
        }
      }
    }
  }
  return strata.map((byToken) =>
    byToken.flatMap((bands, token) => {
      const areas = bands.flatMap(aucOf);
      const auc = areas.reduce((sum, area) => sum + area, 0) / areas.length;
      return areas.length === 0 ? [] : [{ token, auc, cases: cases[token] as number }];
    }),
  );
}

interface Stratum {
  readonly cases: number[];
  readonly controls: number[];
}
const stratum = (): Stratum => ({ cases: [], controls: [] });

/** P(score of a case > score of a control), ties half; sorted without a comparator, which is what makes 20,000 of them quick. */
function aucOf({ cases, controls }: Stratum): number[] {
  if (cases.length < 2 || controls.length < 2) return [];
  const sorted = Float64Array.from(controls).sort();
  const below = (score: number, including: boolean) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const value = sorted[middle] as number;
      if (value < score || (including && value === score)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const won = cases.reduce((sum, score) => sum + (below(score, false) + below(score, true)) / 2, 0);
  return [won / (cases.length * controls.length)];
}

/** For each token as a target: the last position at least the gap before it, or -1. */
function predictionPositions({ ages }: Trajectory, gap: number): Int32Array {
  let position = -1;
  return Int32Array.from(ages, (age) => {
    while (position + 1 < ages.length && (ages[position + 1] as number) <= age - gap) position++;
    return position;
  });
}

/** Band of age at a position, women's first; -1 outside 40 to 80 or before the first token. */
function bandOf({ ages, male }: Trajectory, position: number): number {
  if (position < 0) return -1;
  const band = Math.floor(((ages[position] as number) / YEAR - 40) / 5);
  return band < 0 || band >= BANDS ? -1 : band + (male ? BANDS : 0);
}

/** Mean AUC over the codes that pass. */
export function meanAuc(scores: readonly CodeScore[], keep: (score: CodeScore) => boolean = () => true): number {
  const kept = scores.filter(keep);
  return kept.reduce((sum, { auc }) => sum + auc, 0) / kept.length;
}

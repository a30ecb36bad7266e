import { integratedGradients } from './attribution.ts';
import type { Batch } from './batch.ts';
import type { Model } from './model.ts';
import { randomOf } from './random.ts';
import { yearsInBins } from './risk.ts';
import { YEAR } from './time.ts';

/** What an event, or what is summed up of one code or measure, adds to a log risk. */
export interface Share {
  /** A code of the vocabulary, or a general feature as age. */
  readonly of: string;
  /** Added to the log of the cumulative hazard: e to this multiplies the hazard. */
  readonly share: number;
  /** The parts that it is made of: features of the summary by their names, events by their age. The largest first. */
  readonly parts: readonly { readonly what: string; readonly share: number }[];
}

/** A log risk taken apart: score = baseline + Σ shares + gap. */
export interface Explanation {
  /** Log of the cumulative hazard. */
  readonly score: number;
  /** The same where events say nothing and summaries are average; the mean over the model's parts. */
  readonly baseline: number;
  /** The largest first. */
  readonly shares: readonly Share[];
  /** What the shares miss of score − baseline: 0 if complete. */
  readonly gap: number;
  readonly method: 'integrated gradients' | 'sampled Shapley values';
}

/** A person as the parts of a model read them. */
export interface Explained {
  readonly models: readonly Model[];
  /** One row with one query; the query's own token keeps what it says. */
  readonly batch: Batch;
  /** Names of the summary's features, `CODE: what` or a general feature. */
  readonly features: readonly string[];
  /** Log-hazards [rows × O × K] of the person with other summaries [rows × F], where the model has parts without a gradient. */
  readonly withSummaries?: (summaries: Float32Array) => Promise<Float64Array>;
  /** Summaries [F] of a typical history, to which such a model's person is compared. */
  readonly typical?: Float32Array;
}

interface Target {
  readonly outcome: number;
  readonly days: number;
}

/**
 * What carries a person's log risk, gathered by code: all that is summed up of a measure is one share, and so are all events of a
 * code. By integrated gradients (Sundararajan et al. 2017), the mean over networks, or, with trees beside them, which have no
 * gradient, by sampled Shapley values of the summaries (Štrumbelj & Kononenko 2014). `score` is the model's own.
 */
export async function explanationOf(
  explained: Explained,
  target: Target,
  score: number,
  nameOf: (code: number) => string,
): Promise<Explanation> {
  const { batch, features, withSummaries } = explained;
  const { baseline, summaries, events } = await (withSummaries
    ? shapleyValues(explained, target, withSummaries)
    : meanGradients(explained, target));
  const parts = new Map<string, { what: string; share: number }[]>();
  const add = (of: string, what: string, value: number) => {
    if (value !== 0) parts.set(of, [...(parts.get(of) ?? []), { what, share: value }]);
  };
  for (const [f, name] of features.entries())
    add(codeOf(name), name.slice(codeOf(name).length + 2) || name, summaries[f] ?? 0);
  for (const [n, code] of batch.codes.entries())
    add(nameOf(code), `age ${((batch.ages[n] ?? 0) / YEAR).toFixed(1)}`, events[n] ?? 0);
  const bySize = (a: { share: number }, b: { share: number }) => Math.abs(b.share) - Math.abs(a.share);
  const shares = [...parts].map(([of, list]) => ({ of, share: sum(list), parts: list.sort(bySize) })).sort(bySize);
  const method = withSummaries ? 'sampled Shapley values' : 'integrated gradients';
  return { score, baseline, shares, gap: score - baseline - sum(shares), method };
}

interface Attributed {
  readonly baseline: number;
  /** By feature. */
  readonly summaries: Float64Array;
  /** By position. */
  readonly events: Float64Array;
}

async function meanGradients({ models, batch, features }: Explained, target: Target): Promise<Attributed> {
  const [summaries, events] = [new Float64Array(features.length), new Float64Array(batch.length)];
  let baseline = 0;
  for (const model of models) {
    const own = await integratedGradients(model, batch, target, { keep: [batch.queryAt[0] ?? 0] });
    baseline += own.baseline / models.length;
    for (const i of summaries.keys()) summaries[i] = (summaries[i] ?? 0) + (own.summaries[i] ?? 0) / models.length;
    for (const i of events.keys()) events[i] = (events[i] ?? 0) + (own.events[i] ?? 0) / models.length;
  }
  return { baseline, summaries, events };
}

/** Log of the cumulative hazard of an outcome within days, of each row of log-hazards [rows × O × K]. */
function logCumulative(
  logHazards: ArrayLike<number>,
  outcomes: number,
  bins: readonly number[],
  { outcome, days }: Target,
): Float64Array {
  const years = yearsInBins(bins, days);
  const each = outcomes * bins.length;
  return Float64Array.from({ length: logHazards.length / each }, (_, row) =>
    Math.log(
      years.reduce((total, y, k) => total + y * Math.exp(logHazards[row * each + outcome * bins.length + k] ?? 0), 0),
    ),
  );
}

/** The same of one person's log-hazards [O × K]: the score that is explained. */
export function scoreOf(logHazards: ArrayLike<number>, bins: readonly number[], target: Target): number {
  return logCumulative(logHazards, logHazards.length / bins.length, bins, target)[0] ?? Number.NaN;
}

/** The code that a feature is of. */
const codeOf = (feature: string): string => feature.split(/: (?=[^:]*$)/)[0] ?? feature;

/** Features of one code: they come and go together. */
const groupsOf = (features: readonly string[]): number[][] => [
  ...Map.groupBy(features.keys(), (f) => codeOf(features[f] ?? '')).values(),
];

/** Orders in which features are added; each is complete by itself, more steady the figures. */
const ORDERS = 12;

/**
 * Shapley values of the summaries, those of one code together, against typical ones, by sampled orders; what is said of a code stands
 * at its first feature. Events stay as they are.
 */
async function shapleyValues(
  { models, batch, features, typical = new Float32Array(features.length) }: Explained,
  target: Target,
  withSummaries: (summaries: Float32Array) => Promise<Float64Array>,
): Promise<Attributed> {
  const { outcomes = [], hazardBins = [] } = models[0]?.network ?? {};
  const width = features.length;
  const shares = new Float64Array(width);
  const random = randomOf(1);
  // Groups that are typical already change nothing.
  const said = groupsOf(features).filter((group) => group.some((f) => batch.summaries[f] !== typical[f]));
  let baseline = 0;
  for (let order = 0; order < ORDERS; order++) {
    const drawn = said.map((group) => ({ group, at: random() })).sort((a, b) => a.at - b.at);
    const rows = new Float32Array((drawn.length + 1) * width);
    rows.set(typical);
    for (const [i, { group }] of drawn.entries()) {
      rows.copyWithin((i + 1) * width, i * width, (i + 1) * width);
      for (const f of group) rows[(i + 1) * width + f] = batch.summaries[f] ?? 0;
    }
    const found = logCumulative(await withSummaries(rows), outcomes.length, hazardBins, target);
    baseline = found[0] ?? 0;
    for (const [i, { group }] of drawn.entries()) {
      const at = group[0] ?? 0;
      shares[at] = (shares[at] ?? 0) + ((found[i + 1] ?? 0) - (found[i] ?? 0)) / ORDERS;
    }
  }
  return { baseline, summaries: shares, events: new Float64Array(batch.length) };
}

const sum = (shares: readonly { readonly share: number }[]): number =>
  shares.reduce((total, { share }) => total + share, 0);

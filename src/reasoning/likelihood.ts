import type { ConditionLink, FindingDefinition } from '../knowledge/index.ts';
import { meanOverAges } from './population.ts';

/**
 * How far a single finding may move the odds, in natural log-odds: what somebody felt, saw or told a hundredfold, since it is mistaken more
 * often than that; the result of a test, which may be all but proof (neutrophils in the CSF, blasts on the film), a thousandfold.
 * Knowledge is never surer of itself. Estimates.
 */
const LARGEST = { told: Math.log(100), measured: Math.log(1000) } as const;
/** The least chance of a finding without any cause: likewise. */
const LEAST_BACKGROUND = { told: 0.001, measured: 0.0001 } as const;

export interface Demography {
  readonly sex?: 'female' | 'male';
  /** NaN where it is not known. */
  readonly ageYears: number;
}

/** The chance, 0 to 1, that such a person has the finding without any condition that causes it. */
export function backgroundOf(definition: FindingDefinition, person: Demography): number {
  const { background } = definition;
  const least = LEAST_BACKGROUND[originOf(definition)];
  if (typeof background === 'number') return Math.max(background, least);
  const at = (age: number) => rowAt(background, person.sex, age)?.value ?? meanOf(background);
  const value = Number.isNaN(person.ageYears) ? backgroundOverAges(definition, person.sex, at) : at(person.ageYears);
  return Math.max(value, least);
}

/** Whether a finding is the result of a test, or what somebody felt, saw or told. */
export type Origin = keyof typeof LARGEST;

const RESULTS: ReadonlySet<FindingDefinition['kind']> = new Set(['laboratory', 'imaging', 'procedure']);

/** Several facts that must come together ("meningism: a stiff neck with fever") are as seldom mistaken all at once as a test is. */
export const originOf = ({ kind, all = [], any = [] }: FindingDefinition): Origin =>
  RESULTS.has(kind) || (all.length > 0 && all.length + any.length > 1) ? 'measured' : 'told';

type Row = Exclude<FindingDefinition['background'], number>[number];

const rowAt = (rows: readonly Row[], sex: Demography['sex'], age: number): Row | undefined =>
  rows.find(
    (row) => (row.sex === undefined || row.sex === sex) && age >= (row.fromAge ?? 0) && age < (row.toAge ?? 200),
  );

const meanOf = (rows: readonly Row[]): number => rows.reduce((sum, each) => sum + each.value, 0) / rows.length;

const overAges = new WeakMap<FindingDefinition, Map<Demography['sex'], number>>();

/** The mean over the ages of the reference population; worked out once for a finding and a sex. */
function backgroundOverAges(
  definition: FindingDefinition,
  sex: Demography['sex'],
  at: (age: number) => number,
): number {
  const known = overAges.get(definition) ?? new Map<Demography['sex'], number>();
  overAges.set(definition, known);
  const mean = known.get(sex) ?? meanOverAges(at);
  known.set(sex, mean);
  return mean;
}

/**
 * P(finding | condition alone), the condition's own power to cause the finding. Published likelihood ratios are turned into
 * it at the finding's background b: LR+ = (1 − (1 − b)(1 − s)) / b.
 */
export function causalSensitivity(link: ConditionLink, background: number): number {
  if (link.sensitivity !== undefined) return link.sensitivity;
  if (link.lrPositive === undefined) return 0;
  const among = Math.min(0.99, link.lrPositive * background);
  return Math.max(0, 1 - (1 - among) / (1 - background));
}

/**
 * Log likelihood ratio of a finding that is present, by noisy-OR (Pearl 1988; QMR-DT, Shwe 1991): `elsewhere` is the
 * probability, 0 to 1, that chance or another condition causes the finding.
 * What another condition already explains thus counts less.
 */
export function logOddsOfPresence(sensitivity: number, elsewhere: number, origin: Origin = 'told'): number {
  const withCondition = 1 - (1 - elsewhere) * (1 - sensitivity);
  return clamp(Math.log(withCondition / elsewhere), origin);
}

/** Log likelihood ratio of a finding looked for and not found: only the condition's own power to cause it counts. */
export function logOddsOfAbsence(sensitivity: number): number {
  return clamp(Math.log(1 - Math.min(sensitivity, 0.995)));
}

export function clamp(logOdds: number, origin: Origin = 'told'): number {
  return Math.max(-LARGEST.told, Math.min(LARGEST[origin], logOdds));
}

export const logit = (p: number): number => Math.log(p / (1 - p));
export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

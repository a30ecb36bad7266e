import type { ConditionDefinition } from '../knowledge/index.ts';
import type { Demography } from './likelihood.ts';
import { meanOverAges } from './population.ts';

/**
 * A prior of a condition for a person: what the foundation model says, where it has something to say, given the prevalence by age and
 * sex (undefined where the knowledge gives none).
 */
export type RiskPrior = (condition: string, prevalence: number | undefined) => number | undefined;

/**
 * Prior probability that such a person has the condition, 0 to 1: prevalence by age and sex, mean over the sexes where the
 * sex is unknown, and over the ages of the European Standard Population 2013 where the age is (NaN); undefined where the knowledge
 * gives none for this sex and age.
 */
export function priorOf(condition: ConditionDefinition, person: Demography): number | undefined {
  const rows = rowsOf(condition, person);
  const mean = Number.isNaN(person.ageYears)
    ? meanOverAges((age) => meanAt(rows, age) ?? 0)
    : meanAt(rows, person.ageYears);
  return mean === undefined || mean === 0 ? undefined : chance(mean);
}

function meanAt(all: readonly Row[], age: number): number | undefined {
  const rows = all.filter(({ fromAge, toAge }) => age >= fromAge && age < toAge);
  return rows.length === 0 ? undefined : meanOf(rows);
}

/** How much rarer a condition is just outside its usual ages, and how fast it fades from there, on a logarithm of age. Estimates. */
const BEYOND = { step: 0.2, decay: 3, least: 0.005 } as const;

/**
 * Prior probability, 0 to 1, at an age outside those for which the knowledge gives a prevalence: nature draws no line at the ages
 * of a table, so the nearest row's counts, a fifth of it, and less the further away (a third of an octave of age halves it).
 * Undefined within the usual ages, for the other sex, and far from them.
 */
export function priorBeyondUsualAges(condition: ConditionDefinition, person: Demography): number | undefined {
  const rows = rowsOf(condition, person).map((row) => ({ row, gap: gapOf(row, person.ageYears) }));
  const gap = Math.min(...rows.map((each) => each.gap));
  if (!(gap > 0 && Number.isFinite(gap))) return undefined;
  const share = BEYOND.step * Math.exp(-BEYOND.decay * gap);
  if (share < BEYOND.least) return undefined;
  return chance(share * meanOf(rows.filter((each) => each.gap === gap).map(({ row }) => row)));
}

type Row = ConditionDefinition['prevalence'][number];

const rowsOf = (condition: ConditionDefinition, { sex }: Demography): readonly Row[] =>
  condition.prevalence.filter((row) => row.sex === undefined || sex === undefined || row.sex === sex);

/** Two years are added, so that weeks of life do not count as octaves. */
const gapOf = ({ fromAge, toAge }: Row, age: number): number =>
  age < fromAge ? Math.log((fromAge + 2) / (age + 2)) : age >= toAge ? Math.log((age + 2) / (toAge + 2)) : 0;

const meanOf = (rows: readonly Row[]): number =>
  rows.reduce((sum, row) => sum + row.per100k, 0) / rows.length / 100_000;
const chance = (mean: number): number => Math.min(0.5, Math.max(1e-6, mean));

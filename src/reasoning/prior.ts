import type { ConditionDefinition } from '../knowledge/index.ts';
import type { Demography } from './likelihood.ts';

/** A prior of a condition for a person: what the foundation model says, where it has something to say. */
export type RiskPrior = (condition: string) => number | undefined;

/**
 * Prior probability that such a person has the condition, 0 to 1: prevalence by age and sex, mean over the sexes where the
 * sex is unknown; undefined where the knowledge gives none for this age and sex (the condition is then not considered).
 */
export function priorOf(condition: ConditionDefinition, person: Demography): number | undefined {
  const rows = condition.prevalence.filter(
    (row) =>
      (row.sex === undefined || person.sex === undefined || row.sex === person.sex) &&
      person.ageYears >= row.fromAge &&
      person.ageYears < row.toAge,
  );
  if (rows.length === 0) return undefined;
  const mean = rows.reduce((sum, row) => sum + row.per100k, 0) / rows.length / 100_000;
  return Math.min(0.5, Math.max(1e-6, mean));
}

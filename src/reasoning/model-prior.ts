import type { ConditionDefinition } from '../knowledge/index.ts';
import type { OutcomeDefinition, OutcomeRisk } from '../model/index.ts';
import { logistic, logit } from './likelihood.ts';
import type { RiskPrior } from './prior.ts';

/** How a model moves the prior of a condition. */
export interface PriorShift {
  /** Id of the condition on the shelf. */
  readonly condition: string;
  /** Odds of this person's risk over those of a person of the same age and sex with an average history. */
  readonly oddsRatio: number;
  readonly risk: OutcomeRisk;
}

/** However sure a model is, a history alone moves the odds no further than this, either way. Estimate. */
const MOST = 10;

/**
 * Which shelf condition an outcome is: as the model's folder says, or the one condition whose codes (SNOMED the same, ICD-10 by
 * prefix) cover every code of the outcome; undefined where none does, or several.
 */
export function conditionOfOutcome(
  { codes, condition }: OutcomeDefinition,
  conditions: Iterable<ConditionDefinition>,
): string | undefined {
  const all = [...conditions];
  if (condition !== undefined) return all.find(({ id }) => id === condition)?.id;
  const fitting = all.filter((each) => codes.every((code) => covers(each, code)));
  return fitting.length === 1 ? fitting[0]?.id : undefined;
}

function covers({ codes }: ConditionDefinition, code: string): boolean {
  const [, system = '', value = ''] = /^CONDITION\/\/([^/]+)\/(.+?)(?:\/\/.*)?$/.exec(code) ?? [];
  if (/^SNOMED/i.test(system)) return codes.snomed?.includes(value) ?? false;
  if (/^ICD-?10/i.test(system)) return codes.icd10cm?.some((prefix) => value.startsWith(prefix)) ?? false;
  return false;
}

/**
 * The shifts that risks make: for each condition that an outcome names, of its horizons the one whose calibration rests on most
 * events. The risks are to be asked a while before the day of the review, from what was known then: what has come since speaks by
 * its likelihood ratios, and does not count twice.
 */
export function priorShiftsOf(
  risks: readonly OutcomeRisk[],
  outcomes: readonly OutcomeDefinition[],
  conditions: Iterable<ConditionDefinition>,
): PriorShift[] {
  const all = [...conditions];
  return outcomes.flatMap((outcome) => {
    const condition = conditionOfOutcome(outcome, all);
    const [risk] = risks
      .filter((each) => each.outcome === outcome.name)
      .sort((a, b) => b.calibratedOn.events - a.calibratedOn.events || a.years - b.years);
    if (condition === undefined || !risk) return [];
    const logOdds = Math.max(-Math.log(MOST), Math.min(Math.log(MOST), logit(risk.risk) - logit(risk.peer)));
    return [{ condition, oddsRatio: Math.exp(logOdds), risk }];
  });
}

/** Prevalence by age and sex, its odds moved by what a model says of this person's history beside an average one. */
export function priorByModel(shifts: readonly PriorShift[]): RiskPrior {
  const ratios = new Map(shifts.map(({ condition, oddsRatio }) => [condition, oddsRatio]));
  return (condition, prevalence) => {
    const ratio = ratios.get(condition);
    return ratio === undefined || prevalence === undefined ? undefined : logistic(logit(prevalence) + Math.log(ratio));
  };
}

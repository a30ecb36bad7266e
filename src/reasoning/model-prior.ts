import type { ConditionDefinition } from '../knowledge/index.ts';
import { type Diagnosis, diagnosisIn, type OutcomeDefinition, type OutcomeRisk } from '../model/index.ts';
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
 * Which shelf condition an outcome is: as the model's folder says, or the one whose codes cover every code of the outcome (SNOMED
 * the same, ICD-10 by prefix), of several the one that does so most narrowly (I48.3 is flutter, though I48 is fibrillation).
 * ICD-9-CM codes, which the shelf does not have, are let pass beside others. Undefined where none does, or several alike.
 */
export function conditionOfOutcome(
  { codes, condition }: OutcomeDefinition,
  conditions: Iterable<ConditionDefinition>,
): string | undefined {
  const all = [...conditions];
  if (condition !== undefined) return all.find(({ id }) => id === condition)?.id;
  const meant = codes.map(diagnosisIn).filter((diagnosis) => diagnosis?.system !== 'icd9');
  if (meant.length === 0) return undefined;
  const fitting = all
    .map(({ id, codes: own }) => ({ id, by: meant.map((diagnosis) => (diagnosis ? covered(own, diagnosis) : 0)) }))
    .filter(({ by }) => by.every((length) => length > 0));
  const isWithin = (a: readonly number[], b: readonly number[]) => a.every((length, k) => length >= (b[k] ?? 0));
  const narrowest = fitting.filter(({ by }) => fitting.every((other) => isWithin(by, other.by)));
  return narrowest.length === 1 ? narrowest[0]?.id : undefined;
}

/** How many characters of a diagnosis a condition's codes name; 0 where they do not cover it. */
function covered({ snomed = [], icd10cm = [] }: ConditionDefinition['codes'], diagnosis: Diagnosis): number {
  const { system, value, prefix } = diagnosis;
  if (system === 'snomed') return !prefix && snomed.includes(value) ? value.length : 0;
  const covering = icd10cm.map((own) => own.replaceAll(/[.-]/g, '')).filter((own) => value.startsWith(own));
  return Math.max(0, ...covering.map((own) => own.length));
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

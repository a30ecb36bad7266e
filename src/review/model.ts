import type { Source } from '../chart/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import type { Answer, OutcomeDefinition, OutcomeRisk } from '../model/index.ts';
import { type PriorShift, priorShiftsOf } from '../reasoning/index.ts';
import { citeSources } from './cite.ts';
import type { Provenance, RiskStatement, Statement } from './review.ts';
import { percent, plural } from './words.ts';

/** What a trained model says of the person, asked outside: a review is pure. */
export interface ModelOpinion {
  readonly name: string;
  /** Of its weights and calibration. */
  readonly version: string;
  /** What it is, in a sentence. */
  readonly about: string;
  readonly outcomes: readonly OutcomeDefinition[];
  /** On the day of the review. */
  readonly now: Answer;
  /** A year before, from what was known then: what moves the priors. */
  readonly yearBefore: Answer;
  /** Where the record has what carries the risk of an outcome, the most telling first. */
  readonly carriedBy: ReadonlyMap<string, readonly Source[]>;
}

/** Told are risks of at least one in a hundred that are twice those of an average history at the same age and sex. */
export const isToldRisk = ({ risk, peer }: OutcomeRisk): boolean => risk >= 0.01 && risk >= 2 * peer;

/** Early risks: of each outcome the longest horizon that is worth telling, the highest first. */
export function modelRisksOf(opinion: ModelOpinion | undefined, patient: Source): RiskStatement[] {
  if (opinion?.now.kind !== 'risks') return [];
  const told = new Map<string, OutcomeRisk>();
  for (const risk of opinion.now.risks)
    if (isToldRisk(risk) && risk.years > (told.get(risk.outcome)?.years ?? 0)) told.set(risk.outcome, risk);
  return [...told.values()]
    .sort((a, b) => b.risk - a.risk)
    .map(({ outcome, years, risk, low, high, peer, calibratedOn: { n, events } }) => {
      const within = `${outcome} within ${plural(years, 'year')}`;
      const calculator = `Model ${opinion.name}, calibrated on ${plural(n, 'person', 'persons')} with ${plural(events, 'event')}`;
      return {
        ...{ name: upperFirst(within), calculator, value: risk, interval: [low, high], horizonYears: years },
        text: `Risk of ${within}: ${percent(risk)} (95 % interval ${percent(low)} to ${percent(high)}), ${Number((risk / peer).toFixed(1))} times that of an average history at this age and sex. ${calculator}.`,
        citations: citeSources(opinion.carriedBy.get(outcome) ?? [], patient),
      };
    });
}

export function shiftsOf(opinion: ModelOpinion | undefined, knowledge: Knowledge): PriorShift[] {
  return opinion?.yearBefore.kind === 'risks'
    ? priorShiftsOf(opinion.yearBefore.risks, opinion.outcomes, knowledge.conditions.values())
    : [];
}

/** What the model is, what it did to the priors of the hypotheses shown, and where it had nothing to say. */
export function modelLimitsOf(
  opinion: ModelOpinion | undefined,
  shifts: readonly PriorShift[],
  shown: readonly { readonly id: string; readonly name: string }[],
  patient: Source,
): Statement[] {
  if (!opinion) return [];
  const say = (text: string): Statement => ({ text, citations: [patient] });
  const moved = shown.flatMap(({ id, name }) => {
    const shift = shifts.find(({ condition }) => condition === id);
    if (!shift) return [];
    const { n, events } = shift.risk.calibratedOn;
    return [`${name} ×${Number(shift.oddsRatio.toFixed(1))} (calibrated on ${n} persons, ${plural(events, 'event')})`];
  });
  return [
    say(`Model ${opinion.name}: ${opinion.about}`),
    ...(opinion.now.kind === 'outside'
      ? [say(`Model ${opinion.name} gives no risk: ${opinion.now.reasons.join('; ')}.`)]
      : []),
    ...(moved.length > 0
      ? [
          say(
            `Prior odds moved by the history up to a year ago, as model ${opinion.name} reads it: ${moved.join('; ')}.`,
          ),
        ]
      : []),
  ];
}

/** For the provenance: which model, and each prior that it moved. */
export function modelProvenance(opinion: ModelOpinion | undefined, shifts: readonly PriorShift[]): Provenance['model'] {
  if (!opinion) return null;
  const { name, version } = opinion;
  const priors = shifts.map(({ condition, oddsRatio, risk }) => ({
    ...{ condition, outcome: risk.outcome, horizonYears: risk.years, oddsRatio, ...risk.calibratedOn },
  }));
  return { name, version, priors };
}

const upperFirst = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

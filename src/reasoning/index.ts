/** reasoning: differential, clues, next steps, options. Pure functions of findings, knowledge and a prior. */
export { type Clue, cluesOf } from './clues.ts';
export { differentialOf } from './differential.ts';
export type { Contribution, Hypothesis } from './hypothesis.ts';
export { type Answered, type NextStep, nextStepsOf, strongestEvidence } from './next-steps.ts';
export { type Option, optionsOf } from './options.ts';
export { raisedByCase } from './presenting.ts';
export type { RiskPrior } from './prior.ts';
export { raisedOf } from './raised.ts';
export { tellingOf } from './telling.ts';
export { UNREPEATED } from './unrepeated.ts';
export {
  analyteName,
  dayOf,
  inSentence,
  listed,
  lowerFirst,
  monthOf,
  shortResult,
} from './wording.ts';

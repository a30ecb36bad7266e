/** reasoning: differential, clues, next steps, options. Pure functions of findings, knowledge and a prior. */
export { differentialOf } from './differential.ts';
export type { Contribution, Hypothesis } from './hypothesis.ts';
export type { RiskPrior } from './prior.ts';

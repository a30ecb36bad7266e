/** Governance: metrics, and what a model or a release has to show before it is used. */
export { evaluationOf, type OutcomeEvaluation, type ScoredRisk } from './evaluation.ts';
export { auprc, auroc, deLong } from './metrics/binary.ts';
export { GroupBootstrap, type Interval, mulberry32, percentiles, quantile } from './metrics/bootstrap.ts';
export { type Calibration, calibrationOf } from './metrics/calibration.ts';
export { type Survival, SurvivalSample } from './metrics/survival.ts';

/** Governance: metrics, and what a model or a release has to show before it is used. */
export { evaluationOf, type OutcomeEvaluation, type ScoredRisk } from './evaluation.ts';
export { auprc, auroc } from './metrics/binary.ts';
export { GroupBootstrap, mulberry32, percentiles } from './metrics/bootstrap.ts';
export { calibrationOf } from './metrics/calibration.ts';
export { SurvivalSample } from './metrics/survival.ts';

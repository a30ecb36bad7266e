/** Governance: metrics, and what a model or a release has to show before it is used. */
export { auprc, auroc, deLong } from './metrics/binary.ts';
export { GroupBootstrap, type Interval, mulberry32, percentiles, quantile } from './metrics/bootstrap.ts';
export { type Calibration, calibrationOf, logisticFit, logit } from './metrics/calibration.ts';
export { type Survival, SurvivalSample } from './metrics/survival.ts';

export { type Attribution, integratedGradients, leaveOneOut } from './attribution.ts';
export { type Batch, type BatchShape, emptyBatch } from './batch.ts';
export { type NetworkConfig, networkConfig, type TrainingConfig, trainingConfig } from './config.ts';
export { type Future, type Past, sampleFutures } from './futures.ts';
export type { Losses } from './losses.ts';
export { Model } from './model.ts';
export type { Prediction, PredictOptions } from './predict.ts';
export { nextEvents, riskOfCodes, riskWithin } from './risk.ts';
export { Shards, writeShard } from './shards.ts';
export type { LogLine } from './train/page.ts';
export { readRun, runTraining } from './train/run.ts';
export {
  type EvaluationReport,
  type Hooks,
  type StepReport,
  type Trained,
  type TrainingState,
  train,
} from './train/train.ts';
export type { Start } from './weights.ts';

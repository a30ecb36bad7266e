export { type Attribution, integratedGradients, leaveOneOut } from './attribution.ts';
export { type Batch, type BatchShape, emptyBatch } from './batch.ts';
export { calibrated, logisticFit, logit, recalibrationOf } from './calibration.ts';
export { type NetworkConfig, networkConfig, type TrainingConfig, trainingConfig } from './config.ts';
export { type Future, type Past, sampleFutures } from './futures.ts';
export { icd10Ancestors } from './icd10.ts';
export type { Landmark } from './landmark.ts';
export {
  drawerOf,
  LandmarkModel,
  type LandmarkPlan,
  pooled,
  type Random,
  riskOf,
  trainLandmarkModel,
} from './landmark-model.ts';
export { eventsUntil, isAtRisk, type Life } from './life.ts';
export { LifeReader, type OutcomeDefinition, wordCode } from './life-reader.ts';
export type { Losses } from './losses.ts';
export { Model } from './model.ts';
export { Packer } from './pack/packer.ts';
export type { Prediction, PredictOptions } from './predict.ts';
export { nextEvents, riskOfCodes, riskWithin } from './risk.ts';
export { type Answer, RiskModel, type RisksFile } from './risk-model.ts';
export { scopeOf } from './scope.ts';
export { Shards, writeShard } from './shards.ts';
export { type SummarySpec, summaryWidth } from './summary.ts';
export { YEAR } from './time.ts';
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
export { QUERY_CODE, Vocabulary, VocabularyBuilder } from './vocabulary.ts';
export type { Start } from './weights.ts';

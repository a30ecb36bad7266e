export { type Batch, type BatchShape, emptyBatch } from './batch.ts';
export { type NetworkConfig, networkConfig, type TrainingConfig, trainingConfig } from './config.ts';

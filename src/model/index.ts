export { askedDays, cameWithin, type FollowUp } from './asked-days.ts';
/** For comparison with integrated gradients. @public */
export { leaveOneOut } from './attribution.ts';
export { type Batch, emptyBatch } from './batch.ts';
export { calibrated, logisticFit, logit, recalibrationOf } from './calibration.ts';
export { type NetworkConfig, networkConfig, trainingConfig } from './config.ts';
export { type Diagnosis, diagnosisIn } from './diagnosis.ts';
export { type Distillation, taughtOutOfFold } from './distillation.ts';
export {
  calibratedRisks,
  calibrateEvents,
  writeEventCalibration,
} from './event-calibration.ts';
export { EventModel } from './event-model.ts';
export type { Explanation } from './explanation.ts';
export { icd10Ancestors } from './icd10.ts';
export type { Landmark, Taught } from './landmark.ts';
export { type LandmarkBoost, LandmarkModel, riskOf, type SummaryCache } from './landmark-model.ts';
export { drawerOf, type LandmarkLearning, type LandmarkPlan, pool, trainLandmarkModel } from './landmark-training.ts';
export { eventsUntil, isAtRisk, type Life } from './life.ts';
export {
  codesMeant,
  DEATH,
  type Followed,
  isStatic,
  LifeReader,
  type OutcomeDefinition,
  wordCode,
} from './life-reader.ts';
export { Model } from './model.ts';
export { Packer } from './pack/packer.ts';
export { peerFit } from './peers.ts';
export { type Random, randomOf } from './random.ts';
/** Risks in closed form; the others are asked by who embeds this. @public */
export { riskOfCodes, riskWithin, shareInterval } from './risk.ts';
export { type Answer, type OutcomeRisk, RiskModel, type RisksFile, type ToldRisk } from './risk-model.ts';
export { ANY_SCOPE, outsideScope, scopeOf } from './scope.ts';
export type { Screening } from './screen.ts';
export { Shards, writeShard } from './shards.ts';
export { Summariser, type SummarySpec, standardise, standardOf, summaryNames, summaryWidth } from './summary.ts';
export { YEAR } from './time.ts';
export { TOLD_CODES, toldName } from './told-codes.ts';
export { logIn } from './train/log.ts';
export { type LogLine, trainingPage } from './train/page.ts';
export { checkpointOf, printedRun, readRun, runTraining } from './train/run.ts';
export { train } from './train/train.ts';
export { type BoostSettings, boost, boostJob } from './trees/boost.ts';
export { forestHazards } from './trees/forest.ts';
export { isStopping, STOPPING_SHARE } from './tuning-people.ts';
export { QUERY_CODE, Vocabulary, VocabularyBuilder } from './vocabulary.ts';

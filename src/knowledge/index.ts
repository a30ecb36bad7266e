/** knowledge: what medicine knows, loaded, checked and asked. No arithmetic of inference. */
export { faultsOf } from './check.ts';
export { loadKnowledge, readKnowledge, SHELF } from './files.ts';
export { buildIndex } from './hpo/build.ts';
export { fetchRelease, HPO_RELEASES, readReleaseFolder } from './hpo/files.ts';
export { readHpoa } from './hpo/hpoa.ts';
export {
  decoded,
  type FrequencyRows,
  type HpoIndex,
  NEVER,
  placeOfName,
  resolveTerm,
  rowOf,
  termId,
  UNKNOWN_FREQUENCY,
} from './hpo/profiles.ts';
export type { HpoRelease } from './hpo/release.ts';
export { knowledgeHome, loadHpo, saveHpo } from './hpo/store.ts';
export type { IncidentalRow, IncidentalTable } from './incidental.ts';
export { knowledgeJsonSchemas } from './json-schema.ts';
export type { Knowledge } from './knowledge.ts';
export type { LexiconConcept } from './lexicon.ts';
export { lint } from './lint.ts';
export type {
  ConditionDefinition,
  ConditionLink,
  FindingDefinition,
  FollowUpRule,
  MeasureRule,
  TestDefinition,
  TestLink,
} from './schema.ts';

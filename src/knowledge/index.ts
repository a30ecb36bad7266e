/** knowledge: what medicine knows, loaded, checked and asked. No arithmetic of inference. */
export { faultsOf } from './check.ts';
export { loadKnowledge, readKnowledge, SHELF } from './files.ts';
export { knowledgeJsonSchemas } from './json-schema.ts';
export type { Knowledge } from './knowledge.ts';
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

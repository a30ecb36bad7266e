import { z } from 'zod';
import { incidentalSchema } from './incidental.ts';
import { abbreviationsSchema, lexiconFileSchema } from './lexicon.ts';
import { conditionSchema, findingSchema, followUpSchema, sourceSchema, testSchema } from './schema.ts';

/** JSON Schemas (draft 2020-12) of the knowledge files, by file name, for editors and other tools. */
export function knowledgeJsonSchemas(): Record<string, unknown> {
  return {
    'findings.schema.json': z.toJSONSchema(z.array(findingSchema)),
    'condition.schema.json': z.toJSONSchema(conditionSchema),
    'tests.schema.json': z.toJSONSchema(z.array(testSchema)),
    'follow-up.schema.json': z.toJSONSchema(z.array(followUpSchema)),
    'incidental.schema.json': z.toJSONSchema(z.array(incidentalSchema)),
    'lexicon.schema.json': z.toJSONSchema(lexiconFileSchema),
    'abbreviations.schema.json': z.toJSONSchema(abbreviationsSchema),
    'sources.schema.json': z.toJSONSchema(z.record(z.string(), sourceSchema)),
  };
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SHELF } from './files.ts';
import { knowledgeJsonSchemas } from './json-schema.ts';

test.each(Object.entries(knowledgeJsonSchemas()))('knowledge/schema/%s is what the code says', (name, schema) => {
  const written: unknown = JSON.parse(readFileSync(join(SHELF, 'schema', name), 'utf8'));
  expect(written, 'write them again: npm run prodrome -- knowledge schema').toEqual(JSON.parse(JSON.stringify(schema)));
});

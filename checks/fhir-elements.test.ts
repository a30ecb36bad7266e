import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { elementTable } from './fhir-elements.ts';

test('the table of elements is what the script makes of the definitions of R4', () => {
  expect(readFileSync(new URL('../privacy/r4-elements.json', import.meta.url), 'utf8')).toBe(elementTable());
});

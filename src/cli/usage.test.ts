import { describe, expect, test } from 'vitest';
import { DEFAULT_QUASI, KEY_VARIABLE, QUASIS } from '../privacy/index.ts';
import { USAGE } from './usage.ts';

const words = (text: string) => text.replace(/\s+/g, ' ');

describe('the help', () => {
  test.each(Object.entries(USAGE))('of %s begins with the command', (name, text) => {
    expect(text.startsWith(`prodrome ${name}`)).toBe(true);
  });

  test('of deid names its key and its quasi-identifiers as the program knows them', () => {
    expect(words(USAGE.deid)).toContain(KEY_VARIABLE);
    expect(words(USAGE.deid)).toContain(`${[...QUASIS.keys()].join(', ')} (unless named: ${DEFAULT_QUASI.join(', ')})`);
  });
});

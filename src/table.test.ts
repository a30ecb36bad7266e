import { expect, it } from 'vitest';
import { table } from './table.ts';

it('finds what is in it, and nothing that objects inherit', () => {
  const sexes = table({ M: 'male' });
  expect(sexes.M).toBe('male');
  for (const word of ['constructor', 'valueOf', '__proto__', 'toString']) expect(sexes[word]).toBeUndefined();
});

import { expect, test } from 'vitest';
import { isSnomed } from './snomed.ts';

test.each(['22298006', '73211009', '396331005', '44054006', '138875005'])('%s is a SNOMED CT identifier', (code) => {
  expect(isSnomed(code)).toBe(true);
});

test.each(['22298007', '73211090', '3963310', '044054006', '12', 'A22298006', ''])('%s is none', (code) => {
  expect(isSnomed(code)).toBe(false);
});

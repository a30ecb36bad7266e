import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isStopping, STOPPING_SHARE } from './tuning-people.ts';

it('cuts the tuning split by person, near its share, for small ids and for hashes alike', () => {
  for (const step of [1, 2 ** 40 + 12_345]) {
    const stopping = Array.from({ length: 3000 }, (_, k) => ({ id: k * step })).filter((person) =>
      isStopping(person, STOPPING_SHARE),
    );
    expect(Math.abs(stopping.length / 3000 - STOPPING_SHARE)).toBeLessThan(0.03);
  }
});

it('says the same of a person at every time; everybody stops at a share of one, nobody at none', () => {
  fc.assert(
    fc.property(fc.double({ min: -(2 ** 63), max: 2 ** 63, noNaN: true }), (x) => {
      const person = { id: Math.trunc(x) };
      expect(isStopping(person, STOPPING_SHARE)).toBe(isStopping({ ...person }, STOPPING_SHARE));
      expect(isStopping(person, 1)).toBe(true);
      expect(isStopping(person, 0)).toBe(false);
    }),
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FindingDefinition } from '../knowledge/index.ts';
import { type Claim, findingOf, weightOf } from './claims.ts';

const YEAR = 365.25 * 86_400_000;
const NOW = Date.parse('2020-01-01');
const definition: FindingDefinition = {
  id: 'fatigue',
  name: 'Fatigue',
  kind: 'symptom',
  background: 0.2,
  backgroundSource: 'estimate',
  terms: ['fatigue'],
  lasts: 'years',
};

function claim(says: Claim['says'], time: string | undefined, more: Partial<Claim> = {}): Claim {
  const source = { resourceType: 'DocumentReference', id: `${says}-${time}` };
  const at = time === undefined ? Number.NaN : Date.parse(time);
  const evidence = { source, ...(time === undefined ? {} : { time }), at, text: says };
  return { says, certainty: 0.8, kind: 'mentioned', strength: 1, evidence, ...more };
}

const found = (claims: readonly Claim[], lasts: FindingDefinition['lasts'] = 'years') =>
  findingOf({ ...definition, lasts }, claims, NOW);

describe('how long evidence speaks for the present', () => {
  test.each([
    ['months', 0.5, 1],
    ['months', 2.5, 0],
    ['years', 3, 1],
    ['years', 7, 0.7],
    ['years', 11, 0],
    ['life', 70, 1],
  ] as const)('%s: after %d years it weighs %d', (lasts, years, weight) => {
    expect(weightOf(lasts, NOW - years * YEAR, NOW)).toBeCloseTo(weight, 2);
  });

  test('never more with age, always 0 to 1', () => {
    const age = fc.double({ min: 0, max: 120, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom('months' as const, 'years' as const, 'life' as const), age, age, (lasts, a, b) => {
        const [younger, older] = [Math.min(a, b), Math.max(a, b)].map((years) =>
          weightOf(lasts, NOW - years * YEAR, NOW),
        );
        expect(younger).toBeGreaterThanOrEqual(older ?? 0);
        expect(younger).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('what has passed is no finding', () => {
    expect(found([claim('present', '2001-01-01')])).toBeUndefined();
    expect(found([claim('present', '2001-01-01')], 'life')?.presence).toBe('present');
    expect(found([])).toBeUndefined();
  });

  test('an active problem of long ago speaks for today', () => {
    expect(found([claim('present', '2001-01-01', { heldAt: NOW })])?.presence).toBe('present');
  });

  test('undated evidence weighs half, and gives no onset', () => {
    const finding = found([claim('present', undefined)]);
    expect(finding?.certainty).toBeCloseTo(0.4);
    expect(finding).not.toHaveProperty('onset');
  });
});

describe('what the record says of one finding', () => {
  test('present goes before absent, and both before possible', () => {
    expect(found([claim('absent', '2019-01-01'), claim('present', '2018-01-01')])?.presence).toBe('present');
    expect(found([claim('possible', '2019-06-01'), claim('absent', '2019-01-01')])?.presence).toBe('absent');
    expect(found([claim('possible', '2019-06-01')])?.presence).toBe('possible');
  });

  test('a later denial makes it less certain, an earlier one does not', () => {
    const certainty = (time: string) => found([claim('present', '2018-01-01'), claim('absent', time)])?.certainty;
    expect(certainty('2017-01-01')).toBeCloseTo(0.8);
    expect(certainty('2019-01-01')).toBeCloseTo(0.64);
  });

  test('what was once true of a life is not undone by a later denial', () => {
    const claims = [claim('present', '2018-01-01'), claim('absent', '2019-01-01')];
    expect(found(claims, 'life')?.certainty).toBeCloseTo(0.8);
  });

  test('said on another day it is more certain, said twice on one day it is not', () => {
    const first = claim('present', '2019-01-01');
    expect(found([first, claim('present', '2019-01-01')])?.certainty).toBeCloseTo(0.8);
    expect(found([first, claim('present', '2019-03-01')])?.certainty).toBeCloseTo(0.84);
  });

  test('onset, last and strength are of the first, the last and the most marked', () => {
    const claims = [
      claim('present', '2019-05'),
      claim('present', '2018-02-03', { strength: 3 }),
      claim('present', '2019'),
    ];
    expect(found(claims)).toMatchObject({ onset: '2018-02-03', last: '2019-05', strength: 3 });
  });

  test('is never surer than 0.98, is a probability, and does not depend on the order of claims', () => {
    const anyClaim = fc
      .record({
        says: fc.constantFrom('present' as const, 'absent' as const, 'possible' as const),
        month: fc.integer({ min: 0, max: 119 }),
        certainty: fc.double({ min: 0, max: 1, noNaN: true }),
      })
      .map(({ says, month, certainty }) =>
        claim(says, new Date(Date.UTC(2010, month, 1)).toISOString().slice(0, 10), { certainty }),
      );
    fc.assert(
      fc.property(
        fc.uniqueArray(anyClaim, { minLength: 1, maxLength: 12, selector: ({ evidence }) => evidence.at }),
        (claims) => {
          const finding = found(claims);
          expect(finding?.certainty ?? 0).toBeLessThanOrEqual(0.98);
          expect(finding?.certainty ?? 0).toBeGreaterThanOrEqual(0);
          expect(found([...claims].reverse())).toEqual(finding);
        },
      ),
    );
  });
});

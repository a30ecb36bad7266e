import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseOf, made, sketch, someCase, yes } from './case.fixture.ts';
import { inventedIndex, SMALL } from './invented.fixture.ts';
import { rank } from './rank.ts';

describe('the probabilities', () => {
  it('of all diseases and of none add up to 1', () => {
    fc.assert(
      fc.property(sketch, someCase, (drawn, some) => {
        const { posterior } = rank(inventedIndex(drawn), made(some), { together: 1 });
        expect(posterior.diseases.reduce((a, b) => a + b, 0) + posterior.none).toBeCloseTo(1, 9);
        expect(posterior.bits).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('of an index without a disease to rank is none for sure', () => {
    const { posterior } = rank(
      inventedIndex({ terms: [[]], diseases: [{ has: [{ term: 0, frequency: 0 }] }] }),
      caseOf([]),
    );
    expect([posterior.none, posterior.bits]).toEqual([1, 0]);
  });

  it('of two diseases at once, each is counted in full: together at least 1, each at most', () => {
    fc.assert(
      fc.property(sketch, someCase, (drawn, some) => {
        const { posterior } = rank(inventedIndex(drawn), made(some), { together: 2 });
        expect(posterior.diseases.reduce((a, b) => a + b, 0) + posterior.none).toBeGreaterThan(1 - 1e-9);
        expect(Math.max(0, ...posterior.diseases) + posterior.none).toBeLessThan(1 + 1e-9);
      }),
    );
  });

  it('follow the priors of the caller', () => {
    const with0 = (prior: number) =>
      rank(SMALL, caseOf(yes(5)), { priors: new Map([['OMIM:3', prior]]) }).ranked.find(({ id }) => id === 'OMIM:3');
    expect(with0(0.9)?.posterior ?? 0).toBeGreaterThan(with0(0.01)?.posterior ?? 1);
    expect(
      rank(SMALL, caseOf([]), { priors: new Map([['OMIM:3', 0.7]]), undescribed: 0 }).posterior.diseases[3],
    ).toBeCloseTo(0.7);
  });

  it('rank only the sources asked for', () => {
    const index = inventedIndex({
      terms: [[]],
      diseases: [
        { id: 'OMIM:1', name: 'Azure syndrome 1', has: [{ term: 0 }] },
        { id: 'ORPHA:1', name: 'Azure syndrome', has: [{ term: 0 }] },
        { id: 'ORPHA:2', name: 'Other', has: [{ term: 0 }] },
      ],
    });
    const ids = (sources?: string[]) =>
      rank(index, caseOf(yes(0)), sources ? { sources } : {})
        .ranked.map(({ id }) => id)
        .sort();
    expect(ids()).toEqual(['OMIM:1', 'ORPHA:2']);
    expect(ids(['omim'])).toEqual(['OMIM:1']);
    expect(ids(['orpha'])).toEqual(['ORPHA:1', 'ORPHA:2']);
    expect(rank(index, caseOf(yes(0))).ranked[0]?.counterpart).toMatchObject({ id: 'ORPHA:1', kind: 'family' });
  });
});

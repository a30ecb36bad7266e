import { describe, expect, it } from 'vitest';
import { caseOf, no, yes } from './case.fixture.ts';
import { SMALL } from './invented.fixture.ts';
import { rank } from './rank.ts';
import { resultOf } from './result.ts';

describe('the written result', () => {
  it('says what speaks against, what is not explained, and what is missing', () => {
    const one = caseOf([...yes(1, 5), ...no(4)]);
    const { ranked, knowledge } = resultOf(SMALL, rank(SMALL, one));
    const first = ranked.find(({ id }) => id === 'OMIM:0');
    expect(first?.unexplained).toEqual(['Term 5']);
    expect(first?.contradicts).toEqual(['no Term 4']);
    expect(first?.expected).toEqual([]);
    const sum = first?.contributions.reduce((total, { logOdds }) => total + logOdds, first.prior) ?? 0;
    expect(sum).toBeCloseTo(first?.logOdds ?? Number.NaN, 9);
    expect(knowledge.hpo).toBe('2031-02-03');
  });

  it('says why a condition is not higher', () => {
    const { why } = resultOf(SMALL, rank(SMALL, caseOf(yes(1, 4))), { why: 'OMIM:1' });
    expect(why).toMatchObject({ id: 'OMIM:1', against: { id: 'OMIM:0' } });
    expect(why?.statement).toContain('is before it most of all by');
    expect(resultOf(SMALL, rank(SMALL, caseOf(yes(1))), { why: 'nothing' }).why?.statement).toContain(
      'is not the name',
    );
  });

  it('abstains where nothing is present', () => {
    const { abstain, informativeness } = resultOf(SMALL, rank(SMALL, caseOf([])));
    expect(abstain.advised).toBe(true);
    expect(informativeness.findings).toBe(0);
  });
});

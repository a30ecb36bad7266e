import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PhenotypeFinding } from '../../findings/index.ts';
import { caseOf, made, no, sketch, someCase, yes } from './case.fixture.ts';
import { queryOf } from './case.ts';
import { explain } from './explain.ts';
import { idOf, inventedIndex, SMALL } from './invented.fixture.ts';
import { matchesOf, visitMatches } from './match.ts';
import { rank } from './rank.ts';
import { scoresOf } from './score.ts';
import { WEIGHTS, WEIGHTS_WITH_FREQUENCIES, weightsOf } from './weights.ts';

describe('the score of a disease', () => {
  it('is the sum of its prior and its contributions, for every disease', () => {
    fc.assert(
      fc.property(sketch, someCase, (drawn, some) => {
        const index = inventedIndex(drawn);
        const query = queryOf(index, made(some));
        const scores = scoresOf(index, query);
        index.diseases.forEach((_, disease) => {
          expect(explain(index, query, disease).logOdds).toBeCloseTo(scores[disease] ?? Number.NaN, 9);
        });
      }),
    );
  });

  it('does not depend on the order of the findings', () => {
    fc.assert(
      fc.property(sketch, someCase, (drawn, some) => {
        const index = inventedIndex(drawn);
        const one = made(some);
        const back = { ...one, findings: [...one.findings].reverse() };
        expect(rank(index, back).ranked).toEqual(rank(index, one).ranked);
      }),
    );
  });

  it('meets each disease in bulk as it does alone', () => {
    fc.assert(
      fc.property(sketch, fc.nat(13), (drawn, term) => {
        const index = inventedIndex(drawn);
        const [placed] = queryOf(index, caseOf(yes(term % drawn.terms.length))).present;
        if (!placed) return;
        const met = new Map<number, string[]>();
        visitMatches(
          index,
          placed.term,
          'female',
          new Int32Array(index.diseases.length).fill(-1),
          0,
          (disease, kind) => {
            met.set(disease, [...(met.get(disease) ?? []), kind]);
          },
        );
        index.diseases.forEach((_, disease) => {
          const alone = matchesOf(index, placed.term, disease, 'female').map(({ kind }) => kind);
          expect(met.get(disease) ?? []).toEqual(alone);
        });
      }),
    );
  });

  const scoreOf = (findings: PhenotypeFinding[], disease: number) =>
    scoresOf(SMALL, queryOf(SMALL, caseOf(findings)))[disease] ?? Number.NaN;

  it('is higher for a finding of its profile than for one that it does not tell', () => {
    expect(scoreOf(yes(1, 4), 0)).toBeGreaterThan(scoreOf(yes(1, 5), 0));
    expect(scoreOf(yes(1), 0)).toBeGreaterThan(scoreOf(yes(0), 0));
  });

  it('is higher the more frequent the finding is', () =>
    expect(scoreOf(yes(5), 2)).toBeGreaterThan(scoreOf(yes(5), 3)));

  it('falls with an absent finding by its frequency, and not at all where none is stated', () => {
    const lost = (disease: number, absent: number) =>
      scoreOf(yes(1), disease) - scoreOf([...yes(1), ...no(absent)], disease);
    expect(lost(2, 5)).toBeGreaterThan(lost(3, 5));
    expect(lost(3, 5)).toBeGreaterThan(0);
    expect(lost(1, 2)).toBe(0);
  });

  it('falls more by the no to a question of ours than by what is told as absent unasked', () => {
    const asked = no(5).map((each): PhenotypeFinding => ({ ...each, asked: true }));
    expect(scoreOf([...yes(1), ...asked], 2)).toBeLessThan(scoreOf([...yes(1), ...no(5)], 2));
  });

  it('goes by the weights for frequencies only where the profiles state them', () => {
    const diseases = [{ has: [{ term: 0 }] }, { has: [{ term: 1 }] }];
    expect(weightsOf(inventedIndex({ terms: [[], []], diseases }))).toBe(WEIGHTS);
    expect(weightsOf(SMALL)).toBe(WEIGHTS_WITH_FREQUENCIES);
  });

  it('is not touched by a finding in proportion to doubt of it', () => {
    const sure = explain(SMALL, queryOf(SMALL, caseOf([{ term: idOf(1), presence: 'present', certainty: 1 }])), 0);
    const doubtful = explain(
      SMALL,
      queryOf(SMALL, caseOf([{ term: idOf(1), presence: 'present', certainty: 0.4 }])),
      0,
    );
    expect(doubtful.contributions[0]?.logOdds).toBeCloseTo(0.4 * (sure.contributions[0]?.logOdds ?? 0), 9);
  });
});

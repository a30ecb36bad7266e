import { describe, expect, it } from 'vitest';
import { caseOf, no, yes } from './case.fixture.ts';
import { idOf, inventedIndex, SMALL } from './invented.fixture.ts';
import { questionsOf } from './questions.ts';
import { rank, rankedPlaces } from './rank.ts';

describe('the next question', () => {
  it('asks what tells the likely diseases apart, and nothing that is told', () => {
    const index = inventedIndex({
      terms: [[], [], [], []],
      diseases: [
        { has: [{ term: 0 }, { term: 1, frequency: 0.9 }] },
        { has: [{ term: 0 }, { term: 2, frequency: 0.2 }] },
        { has: [{ term: 3 }] },
      ],
    });
    const { query, posterior } = rank(index, caseOf(yes(0)));
    const questions = questionsOf(index, query, posterior.diseases, rankedPlaces(index, undefined));
    expect(questions[0]?.finding).toBe(idOf(1));
    expect(questions.map(({ finding }) => finding)).not.toContain(idOf(0));
    const below = rank(SMALL, caseOf([...yes(4), ...no(0)]));
    const asked = questionsOf(SMALL, below.query, below.posterior.diseases, rankedPlaces(SMALL, undefined));
    expect(asked.map(({ finding }) => finding)).not.toContain(idOf(1));
    expect(asked.map(({ finding }) => finding)).not.toContain(idOf(3));
    expect(questions.every(({ information }) => information >= 0 && information <= 1)).toBe(true);
  });
});

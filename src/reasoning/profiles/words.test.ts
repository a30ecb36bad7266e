import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../knowledge/index.ts';
import { queryOf } from './case.ts';
import { idOf, inventedIndex, SMALL } from './invented.fixture.ts';
import { questionsOf } from './questions.ts';
import { rank, rankedPlaces } from './rank.ts';
import { resultOf } from './result.ts';
import { shelfFindingsOf, withShelf } from './shelf.ts';
import { inTerms } from './words.ts';

const shelf = loadKnowledge();
const caseOf = (...terms: string[]) => ({
  id: 'c',
  ageYears: 45,
  sex: 'female' as const,
  notes: [],
  findings: terms.map((term) => ({ term, presence: 'present' as const })),
});
const termsOf = (...terms: string[]) => inTerms(caseOf(...terms), SMALL, shelf).findings.map(({ term }) => term);

describe('plain words of a case', () => {
  it('leave ids and names of the index as they are', () => {
    expect(termsOf(idOf(1), 'Term 1', 'low-ferritin')).toEqual([idOf(1), 'Term 1', 'low-ferritin']);
  });

  it('are the finding of that name, or what a note would say by them, and it is told how they were read', () => {
    expect(termsOf('Low ferritin')).toEqual(['low-ferritin']);
    const read = inTerms(caseOf('pain in the chest'), SMALL, shelf);
    expect(read.findings).toEqual([{ term: 'chest-pain', presence: 'present' }]);
    expect(read.notes).toEqual(['“pain in the chest” is read as chest pain']);
  });

  it('stay, to be named as not usable, where nothing is found or nothing is claimed of this person', () => {
    expect(termsOf('xyzzy', 'constructor', 'mother had chest pain')).toEqual([
      'xyzzy',
      'constructor',
      'mother had chest pain',
    ]);
  });
});

describe('a finding of the shelf given as present and as absent', () => {
  it('counts as neither', () => {
    const given = caseOf('low-ferritin', 'pica');
    const both = { ...given, findings: [...given.findings, { term: 'pica', presence: 'absent' as const }] };
    expect(shelfFindingsOf(SMALL, both, shelf).map(({ concept }) => concept)).not.toContain('pica');
    expect(shelfFindingsOf(SMALL, given, shelf).map(({ concept }) => concept)).toContain('pica');
  });
});

describe('why a condition of the shelf is where it is', () => {
  const whyOf = (why: string, ...terms: string[]) => {
    const given = caseOf(...terms);
    const ranking = rank(SMALL, given);
    return withShelf(resultOf(SMALL, ranking, { why }), SMALL, given, ranking, shelf, 'general', 10).why;
  };

  it('is found by any of its names, and its log-odds add up', () => {
    const why = whyOf('iron deficiency anaemia', 'low-ferritin', 'pica');
    expect(why).toMatchObject({ id: 'iron-deficiency-anaemia', rank: 1 });
    if (!why || !('rank' in why)) throw new Error('no rank');
    expect(why.explanation.contributions.map(({ finding }) => finding)).toContain('low-ferritin');
    expect(why.statement).toContain('-fold up');
  });

  it('is said in words where no finding bears on it', () => {
    expect(whyOf('gout', 'low-ferritin')?.statement).toContain('none of these findings bears on it');
    expect(whyOf('no such thing', 'low-ferritin')?.statement).toContain('is not the name');
  });
});

describe('questions among a list', () => {
  const index = inventedIndex({
    terms: [[], [0], [0], [], []],
    diseases: [
      { has: [{ term: 1 }, { term: 3 }] },
      { has: [{ term: 2 }, { term: 4 }] },
      ...Array.from({ length: 20 }, () => ({ has: [{ term: 3 }] })),
    ],
  });
  const placeOf = (term: number) => index.termIds.indexOf(Number(idOf(term).slice(3)));
  const ask = (given: Parameters<typeof rank>[1], among: readonly number[]) => {
    const { posterior, query } = rank(index, given);
    return questionsOf(index, query, posterior.diseases, rankedPlaces(index, undefined), { among, free: true });
  };

  it('prefer the rarer, and what is not akin to a finding looked for and not found', () => {
    const none = { id: 'c', notes: [], findings: [] };
    expect(ask(none, [placeOf(3), placeOf(4)]).map(({ finding }) => finding)).toEqual([idOf(4), idOf(3)]);
    const without = { ...none, findings: [{ term: idOf(1), presence: 'absent' as const }] };
    const [first] = ask(without, [placeOf(2), placeOf(4)]);
    expect(first?.finding).toBe(idOf(4));
    expect(queryOf(index, without).absent).toHaveLength(1);
  });
});

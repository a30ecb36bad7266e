import { describe, expect, it } from 'vitest';
import { caseOf, yes } from './case.fixture.ts';
import { queryOf } from './case.ts';
import { SMALL } from './invented.fixture.ts';
import { matchesOf } from './match.ts';

describe('how finding and profile meet', () => {
  const place = (term: number) => queryOf(SMALL, caseOf(yes(term))).present[0]?.term ?? -1;
  const kinds = (term: number, disease: number, sex?: 'female' | 'male') =>
    matchesOf(SMALL, place(term), disease, sex).map(({ kind }) => kind);

  it('is exact, more general, more special, kindred, or not at all', () => {
    expect(kinds(1, 0)).toEqual(['exact']);
    expect(kinds(0, 0)).toEqual(['general']);
    expect(kinds(5, 0)).toEqual([]);
    expect(kinds(1, 4)).toEqual(['never']);
    expect(kinds(2, 4)).toEqual([]);
  });

  it('holds for the sex that the annotation names', () => {
    expect(kinds(4, 4, 'female')).toEqual(['exact']);
    expect(kinds(4, 4)).toEqual(['exact']);
    expect(kinds(4, 4, 'male')).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PhenotypeFinding } from '../../findings/index.ts';
import { caseOf, no, yes } from './case.fixture.ts';
import { queryOf } from './case.ts';
import { idOf, SMALL } from './invented.fixture.ts';

const codesOf = (findings: PhenotypeFinding[]) => queryOf(SMALL, caseOf(findings)).issues.map(({ code }) => code);

describe('what a case says that cannot be used', () => {
  it.each([
    ['unknown', [{ term: 'HP:9777777', presence: 'present' as const }]],
    ['obsolete', [{ term: 'HP:9999902', presence: 'present' as const }]],
    ['replaced', [{ term: 'HP:9999901', presence: 'present' as const }]],
    ['malformed', [{ term: 'nothing that has this name', presence: 'present' as const }]],
    ['malformed', [{ term: 'HP:12', presence: 'present' as const }]],
    ['not-a-finding', [{ term: 'HP:0000005', presence: 'present' as const }]],
    ['repeated', yes(1, 1)],
    ['contradictory', [...yes(1), ...no(1)]],
    ['contradictory', [...yes(1), ...no(0)]],
    ['implied', yes(0, 1)],
    ['no-findings', []],
  ])('is told as %s', (code, findings) => expect(codesOf(findings)).toContain(code));

  it('is nothing where all is well', () => expect(codesOf([...yes(1, 4), ...no(5)])).toEqual([]));

  it('takes names and former ids for terms', () => {
    const [byName, byOld, byId] = [{ term: 'term 0' }, { term: 'HP:9999901' }, { term: idOf(0) }].map(
      ({ term }) => queryOf(SMALL, caseOf([{ term, presence: 'present' }])).present,
    );
    expect(byName).toEqual(byId);
    expect(byOld).toEqual(byId);
  });

  it('counts a term that is both present and absent as neither', () => {
    const { present, absent } = queryOf(SMALL, caseOf([...yes(1, 4), ...no(1)]));
    expect([present.length, absent.length]).toEqual([1, 0]);
  });

  it('never fails, and tells of each finding that it does not use', () => {
    const finding = fc.record({
      term: fc.oneof(fc.string(), fc.integer({ min: 0, max: 9 }).map(idOf), fc.constant('HP:9999901')),
      presence: fc.constantFrom('present' as const, 'absent' as const),
      certainty: fc.double(),
    });
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 40 }), (findings) => {
        const { present, absent, issues } = queryOf(SMALL, caseOf(findings));
        const unused = findings.length - present.length - absent.length;
        // A contradiction uses up two findings and is told once.
        expect(2 * issues.length).toBeGreaterThanOrEqual(unused);
      }),
    );
  });
});

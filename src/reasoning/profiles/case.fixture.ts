import fc from 'fast-check';
import type { PhenotypeCase, PhenotypeFinding } from '../../findings/index.ts';
import { idOf } from './invented.fixture.ts';

/** Findings of the invented terms of these numbers. */
export const yes = (...terms: number[]): PhenotypeFinding[] =>
  terms.map((term) => ({ term: idOf(term), presence: 'present' }));

export const no = (...terms: number[]): PhenotypeFinding[] =>
  terms.map((term) => ({ term: idOf(term), presence: 'absent' }));

export const caseOf = (findings: PhenotypeFinding[], rest: Partial<PhenotypeCase> = {}): PhenotypeCase => ({
  id: 'c',
  findings,
  notes: [],
  ...rest,
});

/** Made at random: an index, as `inventedIndex` takes it. */
export const sketch = fc
  .record({
    terms: fc.array(fc.array(fc.nat(20), { maxLength: 2 }), { minLength: 4, maxLength: 14 }),
    diseases: fc.array(
      fc.array(
        fc.record({
          term: fc.nat(20),
          frequency: fc.option(fc.constantFrom(0, 0.1, 0.5, 1), { nil: undefined }),
          sex: fc.option(fc.constantFrom('female' as const, 'male' as const), { nil: undefined }),
        }),
        { minLength: 1, maxLength: 6 },
      ),
      { minLength: 2, maxLength: 9 },
    ),
  })
  .map(({ terms, diseases }) => ({
    terms: terms.map((parents, at) => [...new Set(parents.filter((parent) => parent < at))]),
    diseases: diseases.map((has) => ({
      has: has.map(({ term, frequency, sex }) => ({
        term: term % terms.length,
        ...(frequency === undefined ? {} : { frequency }),
        ...(sex ? { sex } : {}),
      })),
    })),
  }));

/** Made at random: what a case has, which `made` makes a case of. */
export const someCase = fc.record({
  present: fc.uniqueArray(fc.nat(13), { maxLength: 8 }),
  absent: fc.uniqueArray(fc.nat(13), { maxLength: 5 }),
  ageYears: fc.option(fc.integer({ min: 0, max: 90 }), { nil: undefined }),
  sex: fc.option(fc.constantFrom('female' as const, 'male' as const), { nil: undefined }),
});

export const made = ({ present, absent, ageYears, sex }: typeof someCase extends fc.Arbitrary<infer T> ? T : never) =>
  caseOf([...yes(...present), ...no(...absent)], {
    ...(ageYears === undefined ? {} : { ageYears }),
    ...(sex ? { sex } : {}),
  });

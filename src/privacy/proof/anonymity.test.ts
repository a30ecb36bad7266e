import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measured, NO_SUPPRESSION, type Person, type Suppression, suppressionFor } from './anonymity.ts';

const QUASIS = 3;
const crowd = fc
  .array(
    fc.record({
      values: fc.tuple(
        fc.constantFrom('1950', '1951', '1952', ''),
        fc.constantFrom('male', 'female'),
        fc.constantFrom('021', '022', '023'),
      ),
      sensitive: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((list): Person[] => list.map((each, index) => ({ id: `p${index}`, ...each })));

/** What everybody sees of a person; undefined of one who is left out. */
const shown = (person: Person, { blanked, leftOut }: Suppression): string | undefined =>
  leftOut.has(person.id)
    ? undefined
    : person.values.map((value, index) => (blanked.get(person.id)?.has(index) ? '*' : value)).join('|');

/** All who look like a person, counted one by one. */
const alike = (people: readonly Person[], suppression: Suppression, person: Person): Person[] =>
  people.filter((other) => shown(other, suppression) === shown(person, suppression));

describe('against counting one by one', () => {
  test('after suppression everybody who is shown is alike with at least k', () => {
    fc.assert(
      fc.property(crowd, fc.integer({ min: 2, max: 12 }), (people, k) => {
        const suppression = suppressionFor(people, k, QUASIS);
        for (const person of people)
          if (shown(person, suppression) !== undefined)
            expect(alike(people, suppression, person).length).toBeGreaterThanOrEqual(k);
      }),
    );
  });

  test('whoever was alike with enough loses nothing; others lose from the last to the first', () => {
    fc.assert(
      fc.property(crowd, fc.integer({ min: 2, max: 12 }), (people, k) => {
        const suppression = suppressionFor(people, k, QUASIS);
        for (const person of people) {
          const gone = [...(suppression.blanked.get(person.id) ?? [])].sort();
          if (alike(people, NO_SUPPRESSION, person).length >= k) {
            expect(gone).toEqual([]);
            expect(suppression.leftOut.has(person.id)).toBe(false);
          } else {
            expect(gone.length).toBeGreaterThan(0);
            expect(gone).toEqual(Array.from({ length: gone.length }, (_, n) => QUASIS - gone.length + n));
          }
          // Left out is only who is alone with nothing left to lose.
          if (suppression.leftOut.has(person.id)) expect(gone).toHaveLength(QUASIS);
        }
      }),
    );
  });

  test('classes, the smallest, the singled out, and how much a class gives away', () => {
    fc.assert(
      fc.property(crowd, fc.integer({ min: 2, max: 6 }), fc.boolean(), (people, k, suppress) => {
        const suppression = suppress ? suppressionFor(people, k, QUASIS) : NO_SUPPRESSION;
        const there = people.filter((person) => shown(person, suppression) !== undefined);
        const sizes = there.map((person) => alike(people, suppression, person).length);
        const found = measured(people, suppression, k);
        expect(found.people).toBe(there.length);
        expect(found.classes).toBe(new Set(there.map((person) => shown(person, suppression))).size);
        expect(found.k).toBe(there.length === 0 ? 0 : Math.min(...sizes));
        expect(found.unique).toBe(sizes.filter((size) => size === 1).length);
        expect(found.inClassesBelow).toEqual({ k, people: sizes.filter((size) => size < k).length });
        const classes = there.map((person) => alike(people, suppression, person));
        const codes = classes.map((members) => new Set(members.flatMap(({ sensitive }) => sensitive)));
        expect(found.diversity.distinct).toBe(there.length === 0 ? 0 : Math.min(...codes.map(({ size }) => size)));
        const shares = classes.map((members, index) =>
          Math.max(0, ...[...(codes[index] ?? [])].map((code) => having(members, code) / members.length)),
        );
        expect(found.diversity.largestShare).toBeCloseTo(Math.max(0, ...shares), 4);
        const telling = there.filter((_, index) => shares[index] === 1);
        expect(found.diversity.tellingClasses).toBe(new Set(telling.map((person) => shown(person, suppression))).size);
      }),
    );
  });
});

const having = (members: readonly Person[], code: string): number =>
  members.filter(({ sensitive }) => sensitive.includes(code)).length;

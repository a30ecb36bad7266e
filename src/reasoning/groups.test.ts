import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupsOf, weighGroups } from './groups.ts';
import { conditionDefinition, findingDefinition, shelfOf } from './shelf.fixture.ts';

const link = (finding: string, group?: string) => ({
  finding,
  sensitivity: 0.5,
  source: 'estimate',
  ...(group ? { group } : {}),
});

/** Whether two of the findings of a condition are one fact. */
function areOne(
  a: Parameters<typeof findingDefinition>[1],
  b: Parameters<typeof findingDefinition>[1],
  group?: string,
) {
  const findings = [findingDefinition('a', a), findingDefinition('b', b), findingDefinition('c')];
  const condition = conditionDefinition('x', { findings: [link('a', group), link('b', group), link('c')] });
  const groups = groupsOf(condition, shelfOf({ findings, conditions: [condition] }));
  expect(groups.get('c')).not.toBe(groups.get('a'));
  return groups.get('a') === groups.get('b');
}

describe('one fact told twice', () => {
  test('two symptoms are two', () => expect(areOne({}, {})).toBe(false));
  test('of a group that the knowledge names', () => expect(areOne({}, {}, 'iron')).toBe(true));
  test('one broader than the other', () => expect(areOne({ broader: ['b'] }, {})).toBe(true));
  test('one made of the other', () => expect(areOne({ all: ['b'] }, {})).toBe(true));
  test('two rules of one analyte', () => {
    expect(
      areOne({ measures: [{ analyte: 'ferritin' }] }, { trends: [{ analyte: 'ferritin', direction: 'falling' }] }),
    ).toBe(true);
    expect(areOne({ measures: [{ analyte: 'ferritin' }] }, { measures: [{ analyte: 'calcium' }] })).toBe(false);
  });
});

describe('weights', () => {
  const items = fc.array(
    fc.record({
      group: fc.constantFrom('a', 'b', 'c', 'd'),
      logOdds: fc.double({ min: -4, max: 4, noNaN: true }),
    }),
    { maxLength: 12 },
  );

  test('the strongest counts whole, its echo a quarter, an independent one nearly whole', () => {
    const weighed = weighGroups([
      { group: 'iron', logOdds: 1 },
      { group: 'iron', logOdds: 2 },
      { group: 'other', logOdds: 1.5 },
    ]);
    expect(weighed).toEqual([0.25, 2, 1.5 / 1.15]);
  });

  test('for and against do not silence each other', () => {
    expect(
      weighGroups([
        { group: 'a', logOdds: 2 },
        { group: 'a', logOdds: -1 },
      ]),
    ).toEqual([2, -1]);
  });

  test('no weight turns a sign, or makes more of a finding than it is', () => {
    fc.assert(
      fc.property(items, (list) => {
        const weighed = weighGroups(list);
        expect(weighed).toHaveLength(list.length);
        list.forEach(({ logOdds }, index) => {
          expect(Math.abs(weighed[index] ?? 0)).toBeLessThanOrEqual(Math.abs(logOdds));
          expect((weighed[index] ?? 0) * logOdds).toBeGreaterThanOrEqual(0);
        });
      }),
    );
  });
});

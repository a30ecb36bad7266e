import { describe, expect, test } from 'vitest';
import type { Contribution } from './hypothesis.ts';
import { overlookedOf, raisedOf } from './raised.ts';
import { conditionDefinition, contribution, hypothesis } from './shelf.fixture.ts';

const plain = conditionDefinition('plain');
const grave = conditionDefinition('grave', { mustNotMiss: { why: 'x', source: 'estimate' } });
const two = [contribution('a', 2), contribution('b', 2)];

test.each([
  ['likely, by two findings', hypothesis(plain, 0.3, two), true],
  ['unlikely', hypothesis(plain, 0.01, two), false],
  ['by one weak finding, on a high prior', hypothesis(plain, 0.3, [contribution('a', 1)]), false],
  ['by one strong finding', hypothesis(plain, 0.3, [contribution('a', 4)]), true],
  ['known already', hypothesis(plain, 0.9, two, { documented: true }), false],
  ['much for it, as much against', hypothesis(plain, 0.3, [...two, contribution('c', -3)]), false],
])('%s: %s', (_, given, isRaised) => {
  expect(raisedOf([given])).toEqual(isRaised ? [given] : []);
});

test('what must not be missed is raised at a lower probability', () => {
  const least = [...Array(100).keys()].map((percent) => percent / 100);
  const from = (condition: typeof plain) => least.find((p) => raisedOf([hypothesis(condition, p, two)]).length > 0);
  expect(from(grave)).toBeLessThan(from(plain) ?? 0);
});

test('keeps the order', () => {
  const list = [hypothesis(plain, 0.9, two), hypothesis(grave, 0.5, two)];
  expect(raisedOf(list)).toEqual(list);
});

describe('in a whole record', () => {
  const NOW = Date.parse('2019-06-30');
  const inNote = (finding: string, note: string, logOdds = 2): Contribution => {
    const [evidence] = contribution(finding, logOdds).evidence;
    const source = { resourceType: 'DocumentReference', id: note, span: [0, 9] as const };
    return { ...contribution(finding, logOdds), evidence: evidence ? [{ ...evidence, source }] : [] };
  };
  const oneNote = [inNote('a', 'note'), inNote('b', 'note')];
  const acute = conditionDefinition('acute', { acute: true, mustNotMiss: { why: 'x', source: 'estimate' } });

  test.each([
    ['results', hypothesis(plain, 0.3, two), true],
    ['what passes by itself', hypothesis(conditionDefinition('slight', { minor: true }), 0.9, two), false],
    ['what one note said', hypothesis(plain, 0.9, oneNote), false],
    ['what one note said, where a delay harms', hypothesis(grave, 0.9, oneNote), true],
    ['what two notes said', hypothesis(plain, 0.9, [inNote('a', 'note'), inNote('b', 'letter')]), true],
    ['an exposure alone', hypothesis(grave, 0.9, [{ ...exposure(), logOdds: 4 }]), false],
    ['what one note said of one who smokes', hypothesis(plain, 0.9, [...oneNote, exposure()]), false],
    ['an acute condition of half a year ago', hypothesis(acute, 0.9, two), false],
    ['an acute condition of this month', hypothesis(acute, 0.9, recent('2019-06-20')), true],
    [
      'one old sign, one slight new one',
      hypothesis(acute, 0.9, [contribution('a', 4), recent('2019-06-20', 1)[0]]),
      false,
    ],
  ])('%s', (_, given, isRaised) => {
    expect(overlookedOf([given], NOW)).toEqual(isRaised ? [given] : []);
  });

  test('a form of what the record names is no news, unless a delay harms', () => {
    const whole = hypothesis(conditionDefinition('kidney'), 0.9, two, { documented: true });
    const form = hypothesis(conditionDefinition('form', { broader: ['kidney'] }), 0.9, two);
    const graveForm = hypothesis({ ...grave, broader: ['kidney'] }, 0.9, two);
    expect(overlookedOf([whole, form, graveForm], NOW)).toEqual([graveForm]);
    expect(overlookedOf([form], NOW)).toEqual([form]);
  });

  function exposure(): Contribution {
    return { ...contribution('smoking', 1), given: true };
  }

  function recent(day: string, logOdds = 2): [Contribution, Contribution] {
    return [contribution('a', logOdds, day), contribution('b', logOdds, day)];
  }
});

import { expect, test } from 'vitest';
import { raisedOf } from './raised.ts';
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

import { expect, it } from 'vitest';
import { mulberry32 } from '../../../src/governance/index.ts';
import { comparisonOf, type TaskResult } from './compare.ts';

const random = mulberry32(3);
const people = Array.from({ length: 400 }, (_, id) => ({ id, risk: random(), noise: random() }));
const labels = people.map(({ id, risk }) => ({
  id,
  time: 1 + Math.floor(-3000 * Math.log(1 - random()) * (1.2 - risk)),
  event: 1,
}));
const scored = (by: (person: (typeof people)[number]) => number) => new Map(people.map((one) => [one.id, by(one)]));

function figuresFor(scores: TaskResult['scores']): Map<string, number> {
  const result: TaskResult = { name: 'task', labels, foldOf: (id) => id % 5, scores };
  return new Map(comparisonOf('x', [result], (id) => Math.floor(id / 4)).map(({ name, value }) => [name, value]));
}

it('what is better is surely above, what is the same is neither above nor below', () => {
  const better = figuresFor(
    new Map([
      ['own', scored(({ risk }) => risk)],
      ['noise', scored(({ noise }) => noise)],
    ]),
  );
  expect(better.get('x tasks above it, interval without 0')).toBe(1);
  expect(better.get('x task difference')).toBeGreaterThan(0.1);
  const worse = figuresFor(
    new Map([
      ['own', scored(({ noise }) => noise)],
      ['other', scored(({ risk }) => risk)],
    ]),
  );
  expect(worse.get('x tasks below it, interval without 0')).toBe(1);
  expect(worse.get('x tasks above the best baseline')).toBe(0);
  const same = figuresFor(
    new Map([
      ['own', scored(({ risk }) => risk)],
      ['twin', scored(({ risk }) => 3 * risk)],
    ]),
  );
  expect(same.get('x task difference')).toBe(0);
  expect(same.get('x tasks above it, interval without 0')).toBe(0);
});

it('each method is compared with the best of the others', () => {
  const figures = figuresFor(
    new Map([
      ['own', scored(({ risk }) => risk)],
      ['noise', scored(({ noise }) => noise)],
      ['near', scored(({ risk, noise }) => risk + 0.1 * noise)],
    ]),
  );
  expect(figures.get('x task difference')).toBeCloseTo(
    (figures.get('x task C-index, own') as number) - (figures.get('x task C-index, near') as number),
    12,
  );
});

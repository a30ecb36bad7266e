import { expect, it } from 'vitest';
import { peerFit, peerRisk } from './peers.ts';
import { randomOf } from './random.ts';
import { YEAR } from './time.ts';

const risk = (logOdds: number) => 1 / (1 + Math.exp(-logOdds));
const people = (count: number) => {
  const random = randomOf(1);
  return Array.from({ length: count }, (_, k) => ({
    age: (20 + 60 * random()) * YEAR,
    male: k % 2,
    noise: random() - 0.5,
  }));
};

it('a peer has the average log-odds of the same age and sex', () => {
  const all = people(4000);
  const truth = ({ age, male }: { age: number; male: number }) => -4 + age / YEAR / 25 + 0.7 * male;
  const fit = peerFit(
    all,
    all.map((each) => risk(truth(each) + each.noise)),
  );
  for (const asked of [
    { age: 30 * YEAR, male: 0 },
    { age: 70 * YEAR, male: 1 },
  ])
    expect(peerRisk(fit, asked)).toBeCloseTo(risk(truth(asked)), 2);
});

it('is told where all are of one sex and age', () => {
  const all = people(50).map(() => ({ age: 40 * YEAR, male: 0 }));
  expect(
    peerRisk(
      peerFit(
        all,
        all.map(() => 0.1),
      ),
      { age: 40 * YEAR, male: 0 },
    ),
  ).toBeCloseTo(0.1, 4);
});

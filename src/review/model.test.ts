import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { chartFromBundle } from '../chart/index.ts';
import { loadKnowledge } from '../knowledge/index.ts';
import { reviewOf } from './compose.ts';
import { reviewAsHtml } from './html/page.ts';
import type { ModelOpinion } from './model.ts';
import { reviewAsText } from './text.ts';

const chart = chartFromBundle(
  JSON.parse(readFileSync(new URL('../../cases/hypothyroid-49f/record.json', import.meta.url), 'utf8')),
);
const knowledge = loadKnowledge();
const plain = reviewOf(chart, knowledge);
const [first] = plain.differential;
const risk = (outcome: string, own: number, peer: number, years = 5) => ({
  ...{
    outcome,
    years,
    risk: own,
    low: own / 2,
    high: Math.min(1, own * 2),
    peer,
    calibratedOn: { n: 900, events: 40 },
  },
});
const answer = (...risks: ReturnType<typeof risk>[]) => ({
  kind: 'risks' as const,
  risks,
  present: [],
  uncalibrated: [],
});
const opinion = (over: Partial<ModelOpinion> = {}): ModelOpinion => ({
  ...{ name: 'valley', version: 'abc', about: 'A test.', carriedBy: new Map() },
  outcomes: [
    { name: 'the first', codes: ['X//Y/1'], condition: first?.condition.id },
    { name: 'death', codes: ['MEDS_DEATH'] },
  ],
  now: answer(risk('the first', 0.3, 0.1), risk('the first', 0.1, 0.04, 1), risk('death', 0.04, 0.03)),
  yearBefore: answer(risk('the first', 0.2, 0.1)),
  ...over,
});

it('tells early risks with interval, peer and calibration, each once and only where it is twice an average one', () => {
  const source = { resourceType: 'Observation', id: 'x1' };
  const { risks } = reviewOf(chart, knowledge, { model: opinion({ carriedBy: new Map([['the first', [source]]]) }) });
  const added = risks.slice(plain.risks.length);
  expect(added).toHaveLength(1);
  expect(added[0]).toMatchObject({ value: 0.3, horizonYears: 5, interval: [0.15, 0.6], citations: [source] });
  expect(added[0]?.text).toContain('3 times');
  expect(added[0]?.text).toContain('900 persons with 40 events');
});

it('moves the prior of the condition by the risk of a year before, and says so', () => {
  const { differential, provenance, limits } = reviewOf(chart, knowledge, { model: opinion() });
  const moved = differential.find(({ condition }) => condition.id === first?.condition.id);
  const odds = (p: number) => p / (1 - p);
  expect(odds(moved?.prior ?? 0) / odds(first?.prior ?? 1)).toBeCloseTo(0.25 / (1 / 9), 3);
  const sum = moved?.contributions.reduce((total, { logOdds }) => total + logOdds, 0) ?? Number.NaN;
  expect(Math.log(odds(moved?.posterior ?? 0)) - Math.log(odds(moved?.prior ?? 0))).toBeCloseTo(sum, 6);
  expect(provenance.model).toMatchObject({
    name: 'valley',
    priors: [{ condition: first?.condition.id, n: 900, events: 40 }],
  });
  expect(limits.map(({ text }) => text).join()).toContain('as model valley reads it');
});

it('says why it gives nothing outside its scope, and changes nothing then', () => {
  const outside = { kind: 'outside' as const, reasons: ['age 3 is outside'] };
  const review = reviewOf(chart, knowledge, { model: opinion({ now: outside, yearBefore: outside }) });
  expect(review.differential).toEqual(plain.differential);
  expect(review.risks).toEqual(plain.risks);
  expect(review.limits.map(({ text }) => text).join()).toContain('age 3 is outside');
});

it('stands in the text and on the page under a title that says where it comes from', () => {
  const review = reviewOf(chart, knowledge, { model: opinion() });
  for (const told of [reviewAsText(review), reviewAsHtml(review, chart)]) {
    expect(told).toMatch(/risks by published scores and a trained model/i);
    expect(told).toContain('valley');
  }
  expect(reviewAsText(plain)).not.toContain('trained model and');
});

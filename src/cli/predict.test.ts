import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { eventsOf } from '../corpus/index.ts';
import { loadKnowledge } from '../knowledge/index.ts';
import { Model, networkConfig, TOLD_CODES } from '../model/index.ts';
import { openRecord } from '../text/index.ts';
import { run } from './predict.ts';
import * as review from './review.ts';

afterEach(() => vi.restoreAllMocks());

const folder = mkdtempSync(join(tmpdir(), 'prodrome-predict-'));
afterAll(() => rmSync(folder, { recursive: true }));

const RECORD = 'cases/addison-40m/record.json';

async function answerTo(...args: string[]) {
  const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  expect(await run([RECORD, '--format', 'json', ...args])).toBe(0);
  return JSON.parse(String(said.mock.calls.at(-1)?.[0]));
}

it('a long record gets risks, each inside its interval; a longer time never less', async () => {
  const { about, kind, risks } = await answerTo();
  expect(about).toContain('Not for care');
  expect(kind).toBe('risks');
  for (const { risk, low, high } of risks) {
    expect(low).toBeGreaterThanOrEqual(0);
    expect(low).toBeLessThanOrEqual(risk);
    expect(risk).toBeLessThanOrEqual(high);
    expect(high).toBeLessThanOrEqual(1);
  }
  const of = (years: number) =>
    risks.find((r: { outcome: string; years: number }) => r.outcome === 'death' && r.years === years);
  expect(of(5).risk).toBeGreaterThan(of(1).risk);
});

it('the same record while it was short gets reasons and no number', async () => {
  const answer = await answerTo('--as-of', '2012-01-01');
  expect(answer).not.toHaveProperty('risks');
  expect(answer.reasons.join()).toContain('too few');
});

it('refuses what is no model, no format and no record', async () => {
  await expect(run([RECORD, '--format', 'xml'])).rejects.toThrow('--format');
  await expect(run([RECORD, '--model', 'src'])).rejects.toThrow('there is none in it');
  await expect(run([])).rejects.toThrow('PATH');
});

it('takes a risk apart into factors that multiply to the whole, each with its place in the record', async () => {
  const { why, notes } = await answerTo('--why', 'Hypertension', '--next');
  const listed = why.shares.reduce((product: number, { factor }: { factor: number }) => product * factor, why.rest);
  expect(Math.log(listed) / Math.log(why.times)).toBeCloseTo(1, 1);
  expect(why.missing).toBeLessThan(0.05);
  expect(why.shares.some(({ sources }: { sources: string[] }) => sources.length > 0)).toBe(true);
  expect(notes.join()).toContain('no head for next events');
  await expect(run([RECORD, '--why', 'baldness'])).rejects.toThrow('type 2 diabetes');
});

it('asks a model of events for what comes next, and for futures beside the closed form', async () => {
  const hypertension = 'CONDITION//SNOMED/59621000';
  // The model knows all that the record says.
  const codes = new Set(eventsOf(await openRecord(RECORD, {}), loadKnowledge()).map(({ code }) => code));
  const outcomes = [{ name: 'hypertension', codes: [hypertension] }];
  const model = join(folder, 'events');
  const all = ['padding', 'query', ...codes.add(hypertension), ...TOLD_CODES];
  const sizes = { width: 16, layers: 1, heads: 2, vocabulary: all.length, measures: 1 };
  const network = networkConfig.parse({ ...sizes, outcomes: [{ name: 'hypertension' }] });
  Model.of(
    network,
    Float32Array.from({ length: Model.size(network) }, (_, i) => 0.1 * Math.sin(i)),
  ).save(model);
  const measures = [{ name: 'VITAL//LOINC/8480-6//mm[Hg]', log: false, mean: 120, deviation: 15, edges: [0] }];
  writeFileSync(join(model, 'vocabulary.json'), JSON.stringify({ codes: all, measures }));
  writeFileSync(join(model, 'manifest.json'), JSON.stringify({ settings: { length: 64, quietDays: 365 }, outcomes }));
  const asked = ['--model', model, '--next', '--futures', '10', '--years', '2', '--why', 'hypertension'];
  const { kind, risks, next, futures, why } = await answerTo(...asked);
  expect(kind).toBe('uncalibrated');
  expect(risks[0]).not.toHaveProperty('low');
  expect(next.length).toBeGreaterThan(2);
  expect(futures).toMatchObject({ count: 10, years: 2, compared: [{ outcome: 'hypertension' }] });
  expect(why.outcome).toBe('hypertension');
  expect(why).toMatchObject({ than: 'a history that says nothing' });
  expect(why.shares.map(({ name }: { name: string }) => name).join()).not.toContain('SEX//');
  await expect(run([RECORD, '--model', model, '--futures', '0'])).rejects.toThrow('--futures');

  // Before it is calibrated no review takes it up; of a person whose codes it does not know it says nothing.
  await expect(review.run([RECORD, '--model', model])).rejects.toThrow('run prodrome calibrate first');
  const recalibration = { intercept: 0, slope: 1, covariance: [0.01, 0, 0.01], n: 100, events: 20 };
  const scope = { age: [0, 120], events: 1, silence: 50, unknown: 0.5 };
  const horizons = [{ years: 5, outcomes: [recalibration], peers: [[-7, 0, 0, 0, 0]] }];
  writeFileSync(join(model, 'calibration.json'), JSON.stringify({ horizons, scope }));
  const page = join(folder, 'review.json');
  expect(await review.run([RECORD, '--model', model, '--format', 'json', '--out', page])).toBe(0);
  const { risks: early, provenance } = JSON.parse(readFileSync(page, 'utf8'));
  expect(early[0]).toMatchObject({ name: 'Hypertension within 5 years', citations: expect.any(Array) });
  expect(early[0].text).toContain('times that of an average history at this age and sex');
  expect(provenance.model).toMatchObject({ name: 'events', priors: [{ outcome: 'hypertension', n: 100 }] });
  const strange = {
    codes: [...all.map((code, k) => (TOLD_CODES.some((told) => told === code) ? code : `OTHER//${k}`))],
    measures,
  };
  writeFileSync(join(model, 'vocabulary.json'), JSON.stringify(strange));
  const answer = await answerTo('--model', model);
  expect(answer.reasons.join()).toMatch(/too few|does not know/);
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { eventModelFolder } from './event-model.fixture.ts';
import { EventModel } from './event-model.ts';
import type { Life } from './life.ts';
import { randomOf } from './random.ts';
import { TOLD_CODES } from './told-codes.ts';

const folder = mkdtempSync(join(tmpdir(), 'prodrome-events-'));
afterAll(() => rmSync(folder, { recursive: true }));
const codes = ['CONDITION//X/1', 'CONDITION//X/2', 'LAB//X/3'];

const life = (count = 30): Life => ({
  id: 1,
  birth: -20_000,
  male: 0,
  days: Float64Array.from({ length: count }, (_, i) => 40 * Math.floor(i / 2) - 900),
  codes: Int32Array.from({ length: count }, (_, i) => 2 + (i % 3)),
  measures: Int32Array.from({ length: count }, (_, i) => Number(i % 3 === 2)),
  values: Float32Array.from({ length: count }, (_, i) => (i % 3 === 2 ? Math.sin(i) : 0)),
  first: Float64Array.of(Number.POSITIVE_INFINITY, -500),
  from: new Float64Array(2).fill(Number.NEGATIVE_INFINITY),
  until: new Float64Array(2).fill(0),
});
const outcomes = [
  { name: 'one', codes: ['CONDITION//X/1'] },
  { name: 'two', codes: ['CONDITION//X/2'] },
];

describe('a model of events', () => {
  it('tells risks that rise with the years, not of what has come, and the codes that come next', async () => {
    const model = EventModel.load(eventModelFolder(join(folder, 'drawn'), { codes, outcomes, spread: 0.3 }));
    const { risks, logRates, state } = await model.ask({ life: life(), day: 0 }, [1, 5]);
    expect(risks.map(({ outcome, years }) => [outcome, years])).toEqual([
      ['one', 1],
      ['one', 5],
    ]);
    const [one, five] = risks.map(({ risk }) => risk);
    expect(one).toBeGreaterThan(0);
    expect(five).toBeGreaterThan(one ?? 1);
    const next = model.next({ logRates, state }, 100);
    expect(next.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 5);
    await model.close();
  });

  it('knows nothing of what comes a microsecond after the moment asked', async () => {
    const model = EventModel.load(eventModelFolder(join(folder, 'strict'), { codes, outcomes, spread: 0.3 }));
    const whole = life();
    const microsecond = 1 / 86_400e6;
    for (const kept of [8, 20]) {
      const day = whole.days[kept - 1] ?? 0;
      const cut = { ...whole, days: whole.days.slice(0, kept), codes: whole.codes.slice(0, kept) };
      const later = { ...whole, days: whole.days.map((each, i) => (i < kept ? each : day + microsecond)) };
      const never = new Float64Array(2).fill(Number.POSITIVE_INFINITY);
      const asked = async (one: Life) => (await model.ask({ life: { ...one, first: never }, day }, [5])).risks;
      expect(await asked(later)).toEqual(await asked(cut));
      // What stands at the moment itself is known.
      const at = { ...whole, days: whole.days.map((each, i) => (i === kept ? day : each)) };
      expect(await asked(at)).not.toEqual(await asked(cut));
    }
    await model.close();
  });

  it('depends on the last events that fit alone, whatever came long before', async () => {
    const model = EventModel.load(eventModelFolder(join(folder, 'long'), { codes, outcomes, spread: 0.3 }));
    const long = life(60);
    const early = { ...long, codes: long.codes.map((code, i) => (i < 20 ? 2 : code)) };
    const asked = (one: Life) => model.ask({ life: one, day: 400 }, [5]);
    const [a, b] = [await asked(long), await asked({ ...early, first: long.first })];
    expect(a.risks[0]?.risk).toBeCloseTo(b.risks[0]?.risk ?? 0, 6);
    await model.close();
  });

  it('samples futures that agree with the closed form where nothing changes the rates, the same for the same seed', async () => {
    const still = eventModelFolder(join(folder, 'still'), { codes, outcomes, spread: 0, logRate: Math.log(0.1) });
    const model = EventModel.load(still);
    const landmark = { life: life(), day: 0 };
    const sampled = () => model.futures(landmark, { count: 400, years: 5, random: randomOf(3) });
    const { compared, futures } = await sampled();
    expect(compared).toHaveLength(1);
    const [one] = compared;
    expect(one?.risk).toBeCloseTo(1 - Math.exp(-0.5), 4);
    expect(one?.low).toBeLessThan(one?.risk ?? 0);
    expect(one?.high).toBeGreaterThan(one?.risk ?? 1);
    expect(one?.sampled).toBeGreaterThan(one?.low ?? 1);
    expect((await sampled()).futures).toEqual(futures);
    const quiet = model.vocabulary.codeOf(TOLD_CODES[3]);
    expect(futures.some((future) => future.codes.includes(quiet))).toBe(true);
    await model.close();
  }, 30_000);

  it('takes a risk apart into shares that add up', async () => {
    const model = EventModel.load(eventModelFolder(join(folder, 'apart'), { codes, outcomes, spread: 0.3 }));
    const { score, baseline, shares, gap } = await model.explain({ life: life(), day: 0 }, 'one', 5);
    expect(shares.map(({ of }) => of)).toEqual(expect.arrayContaining(['LAB//X/3', 'CONDITION//X/1']));
    const sum = shares.reduce((total, { share }) => total + share, 0);
    expect(sum + gap).toBeCloseTo(score - baseline, 6);
    expect(Math.abs(gap)).toBeLessThan(0.02 * Math.abs(score - baseline) + 1e-3);
    await model.close();
  });

  it('refuses a folder whose parts do not fit', () => {
    const at = eventModelFolder(join(folder, 'broken'), { codes, outcomes, spread: 0.3 });
    writeFileSync(join(at, 'manifest.json'), '{}');
    expect(() => EventModel.load(at)).toThrow('manifest.json');
    writeFileSync(join(at, 'manifest.json'), JSON.stringify({ settings: { length: 16, quietDays: 0 }, outcomes: [] }));
    expect(() => EventModel.load(at)).toThrow('differ');
  });
});

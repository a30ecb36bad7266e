import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { calibratedRisks, calibrateEvents, writeEventCalibration } from './event-calibration.ts';
import { eventModelFolder } from './event-model.fixture.ts';
import { EventModel } from './event-model.ts';
import type { Life } from './life.ts';
import { randomOf } from './random.ts';
import { YEAR } from './time.ts';

const folder = mkdtempSync(join(tmpdir(), 'prodrome-calibration-'));
afterAll(() => rmSync(folder, { recursive: true }));
const codes = ['CONDITION//X/1', 'CONDITION//X/2', 'LAB//X/3'];
const outcomes = [
  { name: 'one', codes: ['CONDITION//X/1'] },
  { name: 'rare', codes: ['CONDITION//X/2'] },
];

/** Lives of 40 to 60 years that see a doctor twice a year, and have the first outcome at a rate a year. */
function livesOf(count: number, rate: number): Life[] {
  const random = randomOf(5);
  return Array.from({ length: count }, (_, id) => {
    const birth = -YEAR * (40 + 20 * random());
    const days = Float64Array.from({ length: 40 + Math.floor(30 * random()) }, (_, i) => 180 * i - 12_000);
    const came = -6000 - (YEAR * Math.log(1 - random())) / rate;
    return {
      ...{ id, birth, male: id % 2, days },
      codes: Int32Array.from(days, (_, i) => 2 + ((id + i) % 3)),
      measures: new Int32Array(days.length),
      values: new Float32Array(days.length),
      first: Float64Array.of(came, Number.POSITIVE_INFINITY),
      from: new Float64Array(2).fill(Number.NEGATIVE_INFINITY),
      until: new Float64Array(2).fill(0),
    };
  });
}

describe('the calibration of a model of events', () => {
  it('draws risks to what came, with an interval, and tells nothing of what too few had', async () => {
    // The network expects far less than what comes: e⁻² a year is .13, here .03 come.
    const at = eventModelFolder(join(folder, 'still'), { codes, outcomes, spread: 0, logRate: -2 });
    const model = EventModel.load(at);
    expect(model.calibration).toBeUndefined();
    const lives = livesOf(400, 0.03);
    const calibration = await calibrateEvents(model, lives, { end: 0, followed: 'data-end' }, [1, 5]);
    expect(calibration.horizons.map(({ outcomes: [one, rare] }) => [one !== null, rare])).toEqual([
      [true, null],
      [true, null],
    ]);
    // So many people, each asked more than once.
    expect(calibration.horizons[0]?.outcomes[0]?.n).toBeLessThanOrEqual(400);
    const landmark = { life: lives[0] as Life, day: -6000 };
    const { risks: raw } = await model.ask(landmark, [1, 5]);
    const { risks, uncalibrated } = calibratedRisks(calibration, model, landmark, raw);
    const [one, five] = risks;
    expect(raw[1]?.risk).toBeGreaterThan(0.4);
    expect(five?.low).toBeLessThan(1 - Math.exp(-0.15));
    expect(five?.high).toBeGreaterThan(1 - Math.exp(-0.15));
    expect((five?.high ?? 1) - (five?.low ?? 0)).toBeLessThan(0.1);
    expect(one?.risk).toBeLessThan(five?.risk ?? 0);
    // The network says the same of everybody, so everybody is their own peer.
    expect(five?.peer).toBeCloseTo(five?.risk ?? 0, 4);
    expect(uncalibrated).toEqual(['rare at 1 year', 'rare at 5 years']);
    writeEventCalibration(at, calibration);
    expect(EventModel.load(at).calibration).toEqual(calibration);
    writeFileSync(join(at, 'calibration.json'), '{}');
    expect(() => EventModel.load(at)).toThrow('calibration.json');
    await model.close();
  }, 30_000);

  it('asks many as it asks one', async () => {
    const model = EventModel.load(eventModelFolder(join(folder, 'drawn'), { codes, outcomes, spread: 0.3 }));
    const landmarks = livesOf(40, 0.03).map((life, k) => ({ life, day: -9000 + 170 * (k % 23) }));
    const none = { life: landmarks[0]?.life as Life, day: -13_000 };
    const all = await model.askAll([none, ...landmarks], [1, 5]);
    expect(all[0]).toBeUndefined();
    for (const [k, landmark] of landmarks.entries()) {
      const { risks } = await model.ask(landmark, [1, 5]);
      expect(all[k + 1]?.map(({ outcome }) => outcome)).toEqual(risks.map(({ outcome }) => outcome));
      for (const [i, { risk }] of risks.entries()) expect(all[k + 1]?.[i]?.risk).toBeCloseTo(risk, 5);
    }
    await model.close();
  }, 30_000);
});

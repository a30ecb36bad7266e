import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeAtRisk } from './at-risk.ts';
import { YEAR } from './time.ts';

const bins = [0, YEAR, 3 * YEAR];
const own = () => ({ years: new Float64Array(3), events: new Float64Array(3) });
const outcomes = (time: number, event: number, entry = 0) => ({
  outcomeTimes: Float32Array.of(time),
  outcomeEvents: Float32Array.of(event),
  outcomeEntries: Float32Array.of(entry),
});

describe('years at risk and events', () => {
  it('are cut at the bins, with delayed entry', () => {
    const found = own();
    writeAtRisk(outcomes(2 * YEAR, 1, YEAR / 2), 0, bins, found);
    expect([...found.years]).toEqual([0.5, 1, 0]);
    expect([...found.events]).toEqual([0, 1, 0]);
    writeAtRisk(outcomes(2 * YEAR, 1, 2 * YEAR), 0, bins, found);
    expect([...found.years, ...found.events]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('that teachers expect are those of their hazards, whatever happened', () => {
    const rate = fc.double({ min: 1e-6, max: 20, noNaN: true });
    fc.assert(
      fc.property(
        fc.tuple(rate, rate, rate),
        fc.boolean(),
        fc.integer({ min: 1, max: 12 }),
        (hazards, happened, horizon) => {
          const found = own();
          const outcomeHazards = Float32Array.from(hazards);
          writeAtRisk({ ...outcomes(horizon * YEAR, Number(happened)), outcomeHazards }, 0, bins, found);
          let [left, chance] = [1, 0];
          for (const [k, width] of [
            Math.min(1, horizon),
            Math.max(0, Math.min(2, horizon - 1)),
            Math.max(0, horizon - 3),
          ].entries()) {
            const stays = Math.exp(-(outcomeHazards[k] as number) * width);
            chance += left * (1 - stays);
            // Events over years at risk is the hazard, so that the loss is least there.
            expect(found.events[k]).toBeCloseTo((found.years[k] as number) * (outcomeHazards[k] as number), 6);
            expect(found.years[k]).toBeLessThanOrEqual(left * width + 1e-9);
            left *= stays;
          }
          expect(found.events.reduce((sum, events) => sum + events, 0)).toBeCloseTo(chance, 6);
        },
      ),
    );
  });
});

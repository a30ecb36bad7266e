import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from './json.ts';
import { resourcesOf } from './patient/known.ts';
import { observation, part, patient } from './record.fixture.ts';
import { passAll, toolsFor, treated } from './tools.fixture.ts';

describe('the same key gives the same, another key another', () => {
  const bundle = {
    resourceType: 'Bundle',
    type: 'collection',
    entry: [{ resource: patient }, { resource: observation() }],
  };
  test('byte for byte', () => {
    expect(JSON.stringify(treated(bundle).made)).toBe(JSON.stringify(treated(bundle).made));
    expect(JSON.stringify(treated(bundle, toolsFor({ key: 'two' })).made)).not.toBe(
      JSON.stringify(treated(bundle).made),
    );
  });

  test('a resource alone moves as it does in its bundle', () => {
    const whole = resourcesOf(treated(bundle).made ?? {});
    expect(treated(observation()).made?.effectiveDateTime).toBe(whole[1]?.effectiveDateTime);
  });

  test('the input is not changed', () => {
    const before = JSON.stringify(bundle);
    treated(bundle);
    expect(JSON.stringify(bundle)).toBe(before);
  });

  test('de-identified again it keeps its structure', () => {
    const shape = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(shape)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]))
          : typeof value;
    const once = treated(bundle, toolsFor({ scrub: passAll })).made ?? {};
    const again = treated(once, toolsFor({ scrub: passAll })).made;
    const withoutZip = (json: unknown) => JSON.stringify(shape(json));
    expect(withoutZip(again)).toBe(withoutZip(once));
  });
});

describe('intervals', () => {
  test('of one patient are the same in every resource; two patients move apart', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2025-01-01'), noInvalidDate: true }),
        fc.string({ minLength: 1 }),
        (date, id) => {
          const time = `${date.toISOString().slice(0, 19)}Z`;
          const moved = (json: Json): number => Date.parse(String(treated(json).made?.effectiveDateTime));
          const subject = { reference: `Patient/${encodeURIComponent(id)}` };
          const one = moved(observation({ subject, effectiveDateTime: time }));
          const two = moved(observation({ subject, effectiveDateTime: '2011-06-28T19:03:19Z' }));
          expect(one - two).toBe(Date.parse(time) - Date.parse('2011-06-28T19:03:19Z'));
          expect(one).not.toBe(Date.parse(time));
          expect(Math.abs(one - Date.parse(time))).toBeLessThanOrEqual(364 * 86_400_000);
        },
      ),
      { numRuns: 40 },
    );
    const shifts = new Set(
      Array.from(
        { length: 60 },
        (_, index) => treated(observation({ subject: { reference: `Patient/${index}` } })).made?.effectiveDateTime,
      ),
    );
    expect(shifts.size).toBeGreaterThan(45);
  });

  test("what is nobody's shows years only", () => {
    const { made } = treated({
      resourceType: 'Medication',
      id: 'm',
      meta: { lastUpdated: '2011-06-28T19:03:19Z' },
      batch: { expirationDate: '2013-02-03' },
    });
    expect(part(made, 'meta').lastUpdated).toBe('2011-01-01T00:00:00Z');
    expect(part(made, 'batch').expirationDate).toBe('2013');
  });
});

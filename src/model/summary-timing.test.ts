import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Life } from './life.ts';
import { Summariser, type SummarySpec, summaryNames, summaryWidth } from './summary.ts';
import { YEAR } from './time.ts';

/** Code 2 is a visit, 3 and 4 open and end a state, 5 carries measure 1. */
const spec: SummarySpec = { measures: [1], codes: [[2], [3], [4]], pairs: [[3, 4]] };
const sizes = { measures: 1, codes: 6 };
type Event = readonly [day: number, code: number, value?: number];

const lifeOf = (events: readonly Event[]): Life => ({
  ...{ id: 1, birth: -40 * YEAR, male: 0 },
  days: Float64Array.from(events, ([day]) => day),
  codes: Int32Array.from(events, ([, code]) => code),
  measures: Int32Array.from(events, ([, code]) => (code === 5 ? 1 : 0)),
  values: Float32Array.from(events, ([, , value]) => value ?? 0),
  ...{ first: new Float64Array(0), from: new Float64Array(0), until: new Float64Array(0) },
});
const names = summaryNames(
  spec,
  (m) => `m${m}`,
  (c) => `c${c}`,
);
function summed(events: readonly Event[], day: number): (name: string) => number {
  const out = new Float32Array(summaryWidth(spec));
  new Summariser(spec, sizes).write(lifeOf(events), day, out);
  return (name) => out[names.indexOf(name)] ?? Number.NaN;
}

describe('timing features', () => {
  it('have a name each, and leave those before where they were', () => {
    expect(new Set(names).size).toBe(summaryWidth(spec));
    const { pairs: _, ...plain } = spec;
    expect(names.slice(0, summaryWidth(plain))).toEqual(
      summaryNames(
        plain,
        (m) => `m${m}`,
        (c) => `c${c}`,
      ),
    );
  });
  it('say how long the last interval was, and when the next is due by it', () => {
    const of = summed(
      [
        [0, 2],
        [2 * YEAR, 2],
        [2 * YEAR, 2],
        [3 * YEAR, 2],
      ],
      3.25 * YEAR,
    );
    expect(of('c2: last interval')).toBeCloseTo(Math.log(2), 6);
    expect(of('c2: due')).toBeCloseTo(0.75, 6);
    expect(of('c2: count of late')).toBeCloseTo(Math.log1p(Math.exp(-1) * (1 + Math.exp(-4) * (2 + Math.exp(-8)))), 5);
    expect(summed([[0, 2]], 100)('c2: due')).toBe(0);
  });
  it('say what is open', () => {
    expect(summed([[0, 3]], 10)('c3: open')).toBe(1);
    expect(
      summed(
        [
          [0, 3],
          [5, 4],
        ],
        10,
      )('c3: open'),
    ).toBe(0);
    expect(
      summed(
        [
          [0, 3],
          [5, 4],
          [7, 3],
        ],
        10,
      )('c3: open'),
    ).toBe(1);
    expect(summed([[5, 4]], 10)('c3: open')).toBe(0);
    expect(summed([], 10)('c3: open')).toBe(0);
  });
  it('say how a measure changed, what it was lately and how it varies', () => {
    const of = summed(
      [
        [0, 5, 1],
        [2 * YEAR, 5, 3],
      ],
      2 * YEAR,
    );
    expect(of('m1: change')).toBeCloseTo(2, 6);
    expect(of('m1: recent mean')).toBeCloseTo((3 + Math.exp(-1)) / (1 + Math.exp(-1)), 6);
    expect(of('m1: spread')).toBeCloseTo(1, 6);
  });
  it('never look beyond the day', () => {
    const event = fc.tuple(
      fc.integer({ min: 0, max: 999 }),
      fc.constantFrom(2, 3, 4, 5),
      fc.integer({ min: -3, max: 3 }),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 20 }), fc.integer({ min: 0, max: 999 }), (list, day) => {
        const events = list.sort((a, b) => a[0] - b[0]);
        const [whole, cut] = [
          summed(events, day),
          summed(
            events.filter(([when]) => when <= day),
            day,
          ),
        ];
        for (const name of names) {
          expect(whole(name)).toBe(cut(name));
          expect(Number.isFinite(whole(name))).toBe(true);
        }
      }),
    );
  });
});

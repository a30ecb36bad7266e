import { expect, it } from 'vitest';
import { FIRST_DISEASE, NO_EVENT, TOKENS, type Trajectory } from './data.ts';
import { scoreCodes, withNoEvents } from './protocol.ts';
import { addCounts, BaseRates, countPairs, relativeRisks } from './relative-risks.ts';

const YEAR = 365.25;
const [A, B] = [FIRST_DISEASE, FIRST_DISEASE + 1];
/** Women born alike; every second has A at 50, and of those all but every tenth B at 52; one in twenty others has B at 53. */
const women = Array.from({ length: 400 }, (_, person): Trajectory => {
  const exposed = person % 2 === 0;
  const events: [number, number][] = [
    [0, 1],
    [42, 3],
    ...(exposed ? [[50, A] as [number, number]] : []),
    ...((exposed ? person % 10 !== 0 : person % 20 === 1) ? [[exposed ? 52 : 53, B] as [number, number]] : []),
    [60, A + 5],
  ];
  return {
    person,
    male: false,
    ages: Float64Array.from(events, ([age]) => age * YEAR),
    tokens: Int32Array.from(events, ([, token]) => token),
  };
});

it('sets a "no event" token every five years until the last event', () => {
  const [first] = women.map(withNoEvents);
  expect([...(first?.tokens ?? [])].filter((token) => token === NO_EVENT)).toHaveLength(12);
  expect([...(first?.ages ?? [])]).toEqual([...(first?.ages ?? [])].sort((a, b) => a - b));
});

it('counts pairs and draws rare ones towards none', () => {
  const base = new BaseRates(women);
  const parts = [women.slice(0, 200), women.slice(200)].map((part) => countPairs(part, base));
  const { observed, expected } = addCounts(parts);
  expect(observed[A * TOKENS + B]).toBe(160);
  expect(expected[A * TOKENS + B]).toBeLessThan(120);
  const names = Array.from({ length: TOKENS }, (_, token) => `token ${token}`);
  const of = (code: number) =>
    relativeRisks(addCounts(parts), names, { code, block: 1e9, chapter: 1e9 })[A * TOKENS + B] as number;
  expect(of(1)).toBeGreaterThan(0.3);
  expect(of(1e9)).toBeCloseTo(0, 3);
  expect(addCounts(parts, 1).observed[A * TOKENS + B]).toBe(parts[0]?.observed[A * TOKENS + B]);
});

it('a score that knows of A finds B; one that knows nothing does not; the gap hides what is too near', async () => {
  const scored = women.map(withNoEvents);
  const knows =
    ({ tokens }: Trajectory) =>
    (position: number, token: number) =>
      token === B && tokens.subarray(0, position + 1).includes(A) ? 1 : 0;
  const of = async (gap: number, scorer: (trajectory: Trajectory) => (p: number, t: number) => number) => {
    const [codes = []] = await scoreCodes(scored, [gap], scorer);
    return codes.find(({ token }) => token === B)?.auc ?? Number.NaN;
  };
  expect(await of(0.1, knows)).toBeGreaterThan(0.8);
  expect(await of(0.1, () => () => 0)).toBe(0.5);
  // Five years ahead of B at 52, A at 50 is not known.
  expect(await of(5 * YEAR, knows)).toBeCloseTo(0.5, 1);
});

import { afterEach, expect, it, vi } from 'vitest';
import { run } from './predict.ts';

afterEach(() => vi.restoreAllMocks());

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
  await expect(run([RECORD, '--model', 'src'])).rejects.toThrow('risks.json');
  await expect(run([])).rejects.toThrow('PATH');
});

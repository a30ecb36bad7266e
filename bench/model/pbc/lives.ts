/** The PBC trial of Mayo Clinic (pbcseq): visits with twelve measures, and death or transplantation after them. */
import type { Life, SummarySpec } from '../../../src/model/index.ts';
import { readCsv } from '../csv.ts';

const YEAR = 365.25;

/** Measures with a rough mean and deviation after their transformation: fixed, so nothing is fitted. */
const MEASURES: readonly {
  readonly name: string;
  readonly mean: number;
  readonly deviation: number;
  readonly log?: true;
}[] = [
  { name: 'bili', mean: 0.6, deviation: 1.1, log: true },
  { name: 'chol', mean: 5.75, deviation: 0.4, log: true },
  { name: 'albumin', mean: 1.22, deviation: 0.15, log: true },
  { name: 'alk.phos', mean: 7, deviation: 0.7, log: true },
  { name: 'ast', mean: 4.7, deviation: 0.5, log: true },
  { name: 'platelet', mean: 5.4, deviation: 0.45, log: true },
  { name: 'protime', mean: 2.38, deviation: 0.11, log: true },
  { name: 'stage', mean: 3, deviation: 0.9 },
  { name: 'ascites', mean: 0.1, deviation: 0.3 },
  { name: 'hepato', mean: 0.5, deviation: 0.5 },
  { name: 'spiders', mean: 0.3, deviation: 0.45 },
  { name: 'edema', mean: 0.15, deviation: 0.3 },
];

const FIRST_CODE = 2;
export const VOCABULARY = FIRST_CODE + MEASURES.length;
export const MEASURE_COUNT = MEASURES.length;
export const SUMMARY: SummarySpec = { measures: MEASURES.map((_, k) => k + 1), codes: [] };

/** Lives on the trial's clock (day 0 is entry); outcome 0 is death or transplantation, unknown where the file does not say. */
export function readPbc(path: string): Life[] {
  const table = readCsv(path);
  const [ids, ages, days, sexes] = [table.numbers('id'), table.numbers('age'), table.numbers('day'), table.text('sex')];
  const followUp = table.has('futime') ? { time: table.numbers('futime'), status: table.numbers('status') } : undefined;
  const columns = MEASURES.map(({ name }) => table.numbers(name));
  const rows = new Map<number, number[]>();
  for (const [k, id] of ids.entries()) rows.set(id, [...(rows.get(id) ?? []), k]);
  return [...rows].map(([id, own]) => {
    const events = own.flatMap((row) =>
      MEASURES.flatMap(({ mean, deviation, log }, m) => {
        const value = columns[m]?.[row] as number;
        if (Number.isNaN(value)) return [];
        return [{ day: days[row] as number, m, z: ((log ? Math.log(value) : value) - mean) / deviation }];
      }),
    );
    events.sort((a, b) => a.day - b.day || a.m - b.m);
    const [row = 0] = own;
    const [until, status] = [followUp?.time[row] ?? Number.NaN, followUp?.status[row] ?? Number.NaN];
    return {
      id,
      birth: -(ages[row] as number) * YEAR,
      male: sexes[row] === 'm' ? 1 : 0,
      days: Int32Array.from(events, ({ day }) => day),
      codes: Int32Array.from(events, ({ m }) => FIRST_CODE + m),
      measures: Int32Array.from(events, ({ m }) => m + 1),
      values: Float32Array.from(events, ({ z }) => z),
      first: Float64Array.of(status > 0 ? until : Number.isNaN(status) ? Number.NaN : Number.POSITIVE_INFINITY),
      from: Float64Array.of(Number.NEGATIVE_INFINITY),
      until: Float64Array.of(until),
    };
  });
}

/** Records: what is left of the patient, whether intervals and references hold, validity, and speed, on whole synthetic lives. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Deidentifier, deidTally, keysOf, loadRules, toolsOf } from '../../src/privacy/index.ts';
import type { Figure } from '../figures.ts';
import { comparison } from './kept.ts';
import { type Residual, residualOf } from './residual.ts';
import { faultsBeyond } from './valid.ts';

export const SYNTHEA_FILE = 'synthea-r4.ndjson.gz';

/** So many bundles are validated by two validators, which take most of the time. */
const VALIDATED = 20;

type Json = Readonly<Record<string, unknown>>;

/** The bundles of whole synthetic lives, one a line. */
export const synthea = (data: string): string[] =>
  gunzipSync(readFileSync(join(data, SYNTHEA_FILE)))
    .toString('utf8')
    .split('\n')
    .filter(Boolean);

export function recordFigures(data: string, report: (line: string) => void): Figure[] {
  const lines = synthea(data);
  const rules = loadRules();
  const keys = keysOf(createHash('sha512').update('bench').digest());
  const text = { style: 'surrogates', holidays: true, occupations: false } as const;
  const make = () => new Deidentifier(toolsOf({ keys, rules, text, asOf: '2026-12-31' }));
  const tally = deidTally(rules);

  const warm = make();
  for (const line of lines.slice(0, 20)) JSON.stringify(warm.treat(JSON.parse(line) as Json, tally));
  const deidentifier = make();
  const [wall, before] = [performance.now(), process.cpuUsage()];
  let resources = 0;
  for (const line of lines) {
    const json = JSON.parse(line) as { entry: unknown[] };
    JSON.stringify(deidentifier.treat(json as unknown as Json, tally));
    resources += json.entry.length;
  }
  const used = process.cpuUsage(before);
  const seconds = (used.user + used.system) / 1e6;
  const elapsed = (performance.now() - wall) / 1000;

  const residual: Residual = { values: 0, exact: 0, fuzzy: 0, chance: 0 };
  const kept = { dates: 0, moved: 0, references: 0, broken: 0, still: 0 };
  let [validated, faults] = [0, 0];
  for (const [index, line] of lines.entries()) {
    const input = JSON.parse(line) as Json;
    const output = make().treat(input, tally) ?? {};
    const other = JSON.parse(lines[(index + 1) % lines.length] ?? line) as Json;
    residualOf(input, output, other, residual, (what) => report(`line ${index + 1}: ${what}`));
    comparison(input, output, kept);
    if (index < VALIDATED) {
      validated++;
      const found = faultsBeyond(input, output);
      for (const fault of found) report(`line ${index + 1}: ${fault}`);
      faults += found.length;
    }
  }
  return [
    {
      name: 'records: values of the Patient looked for (names, address, telecom, identifiers)',
      value: residual.values,
      n: lines.length,
    },
    { name: 'records: found in the output as written', value: residual.exact },
    { name: 'records: names with a word of the output one edit away', value: residual.fuzzy },
    { name: 'records: the same of the next patient’s names, which is chance', value: residual.chance },
    { name: 'records: dates compared with another of the same patient, to the second', value: kept.dates },
    { name: 'records: intervals that changed', value: kept.moved },
    { name: 'records: patients whose dates did not move', value: kept.still },
    { name: 'records: references within a bundle', value: kept.references },
    { name: 'records: references that lead elsewhere or nowhere', value: kept.broken },
    {
      name: 'records: faults that the output has and the input has not, by two validators',
      value: faults,
      n: validated,
    },
    {
      name: 'records: speed, a second of processor time',
      value: resources / seconds,
      unit: 'resources/s',
      n: resources,
    },
    { name: 'records: speed, a second by the clock', value: resources / elapsed, unit: 'resources/s', n: resources },
  ];
}

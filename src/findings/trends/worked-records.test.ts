import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chartFromBundle, hideAfter } from '../../chart/index.ts';
import { derivedSeries } from '../derived/index.ts';
import { seriesOf } from '../series.ts';
import { trendsOf } from '../trends.ts';

const folder = process.env.PRODROME_DATA;
if (!folder) console.info('left out: trends of the worked records (PRODROME_DATA is not set)');

interface Gold {
  readonly trends: readonly { readonly loinc: readonly string[]; readonly direction: string; readonly by: string }[];
}

describe.skipIf(!folder)('the trends of the worked records', () => {
  for (const name of ['coeliac-41f', 'hyperpara-58f']) {
    it(`are seen in ${name} by their day, among the first ten`, () => {
      const read = (file: string) => JSON.parse(readFileSync(join(folder ?? '', 'worked-records', name, file), 'utf8'));
      const chart = chartFromBundle(read('record.json'));
      for (const { loinc, direction, by } of (read('gold.json') as Gold).trends) {
        const known = hideAfter(chart, by);
        const series = seriesOf(known);
        const trends = trendsOf(new Map([...series, ...derivedSeries(series, known.patient)])).slice(0, 10);
        const found = trends.some(
          (trend) => trend.direction === direction && loinc.some((code) => trend.loinc.includes(code)),
        );
        expect(found, `${loinc} ${direction}`).toBe(true);
      }
    });
  }
});

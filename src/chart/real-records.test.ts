import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Chart } from './chart.ts';
import { readChart, readCharts } from './input/read.ts';

const data = process.env.PRODROME_DATA;
const has = (name: string) => data !== undefined && existsSync(join(data, name));
if (!has('synthea-r4.ndjson.gz'))
  console.warn(
    'PRODROME_DATA is not set: real records (300 Synthea bundles, odd bundles, worked records) are not read',
  );

interface Bundle {
  entry: { resource: { resourceType: string; id: string; presentedForm?: unknown[]; conclusion?: string } }[];
}

const count = (chart: Chart, kind: string) => chart.events.filter((event) => event.kind === kind).length;

describe.runIf(has('synthea-r4.ndjson.gz'))('300 Synthea bundles', () => {
  it('all read, with as many events of each kind as there are resources, each with its source', async () => {
    const path = join(data ?? '', 'synthea-r4.ndjson.gz');
    const bundles = gunzipSync(readFileSync(path))
      .toString()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Bundle);
    let index = 0;
    let [results, inSeries] = [0, 0];
    for await (const chart of readCharts(path)) {
      const { entry } = bundles[index++] ?? { entry: [] };
      const of = (type: string) => entry.filter(({ resource }) => resource.resourceType === type).length;
      const ids = new Set(entry.map(({ resource }) => `${resource.resourceType}/${resource.id}`));
      expect(count(chart, 'condition')).toBe(of('Condition'));
      expect(count(chart, 'medication')).toBe(of('MedicationRequest'));
      expect(count(chart, 'procedure')).toBe(of('Procedure'));
      expect(count(chart, 'encounter')).toBe(of('Encounter'));
      expect(count(chart, 'immunization')).toBe(of('Immunization'));
      expect(count(chart, 'allergy')).toBe(of('AllergyIntolerance'));
      expect(count(chart, 'report')).toBe(of('DiagnosticReport'));
      expect(count(chart, 'imaging')).toBe(of('ImagingStudy'));
      expect(count(chart, 'plan')).toBe(of('CarePlan') + of('Goal'));
      expect(
        [...chart.events, ...chart.notes].every(({ source }) => ids.has(`${source.resourceType}/${source.id}`)),
      ).toBe(true);
      expect(chart.issues.some(({ code }) => code === 'resource-invalid' || code.startsWith('reference'))).toBe(false);
      expect(chart.patient.sex).toBeDefined();
      results += count(chart, 'lab') + count(chart, 'vital');
      inSeries += chart.events.filter(({ analyte }) => analyte !== undefined).length;
    }
    expect(index).toBe(300);
    expect(results).toBeGreaterThan(39_000);
    expect(inSeries / results).toBeGreaterThan(0.9);
  });
});

describe.runIf(has('odd-bundles.ndjson.gz'))('odd bundles', () => {
  it('of which two hold no patient', async () => {
    const charts: Chart[] = [];
    for await (const chart of readCharts(join(data ?? '', 'odd-bundles.ndjson.gz'))) charts.push(chart);
    expect(charts.map((chart) => count(chart, 'condition'))).toEqual([0, 0, 0]);
    expect(charts.every(({ events }) => events.length > 50)).toBe(true);
  });
});

describe.runIf(has('worked-records'))('worked records', () => {
  it.each([
    ['coeliac-41f', { notes: 23, labs: 613 }],
    ['hyperpara-58f', { notes: 32, labs: 514 }],
  ])('%s reads without an issue', async (name, expected) => {
    const chart = await readChart(join(data ?? '', 'worked-records', name, 'record.json'));
    expect(chart.issues).toEqual([]);
    expect({ notes: chart.notes.length, labs: count(chart, 'lab') }).toEqual(expected);
    const measured = chart.events.filter(({ kind }) => kind === 'lab' || kind === 'vital');
    expect(measured.filter(({ analyte }) => analyte === undefined).length).toBeLessThan(5);
    expect(chart.notes.filter(({ kind }) => kind === 'imaging').length).toBeGreaterThan(2);
  });
});

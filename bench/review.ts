/** How long one review takes: of a record of 10,000 events once loaded, and as a whole process on a bundle of 1 MB. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chartFromBundle } from '../src/chart/index.ts';
import { loadKnowledge } from '../src/knowledge/index.ts';
import { reviewOf } from '../src/review/index.ts';
import { type Benchmark, median } from './figures.ts';

const EVENTS = 10_000;
const RECORD = new URL('../cases/lupus-34f/record.json', import.meta.url);
const MAIN = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));

interface Bundle {
  entry: { fullUrl?: string; resource: { resourceType: string; id: string; [element: string]: unknown } }[];
}

export const bench: Benchmark = {
  name: 'review',
  about: 'Time of one review: 10,000 events once loaded, and a 1 MB bundle as a whole process.',
  needs: [],
  async run() {
    const knowledge = loadKnowledge();
    const bundle = JSON.parse(readFileSync(RECORD, 'utf8')) as Bundle;
    const large = repeated(bundle, EVENTS / bundle.entry.length);
    const chart = chartFromBundle(large);
    const further = Array.from({ length: 15 }, () => timed(() => reviewOf(chart, knowledge)));
    const fresh = Array.from({ length: 9 }, () => {
      const loaded = chartFromBundle(large);
      return timed(() => reviewOf(loaded, knowledge));
    });
    const folder = mkdtempSync(join(tmpdir(), 'prodrome-bench-'));
    try {
      const path = join(folder, 'record.json');
      const events = chart.events.length;
      const text = cutTo(bundle, 2 ** 20);
      writeFileSync(path, text);
      execFileSync(process.execPath, [MAIN, 'review', path, '--format', 'json']);
      const whole = Array.from({ length: 7 }, () =>
        timed(() => execFileSync(process.execPath, [MAIN, 'review', path, '--format', 'json'], { maxBuffer: 2 ** 28 })),
      );
      return [
        { name: 'review once loaded, code cold', value: further[0] ?? Number.NaN, unit: 'ms', n: events },
        {
          name: 'review once loaded, its notes read for the first time, median',
          value: median(fresh),
          unit: 'ms',
          n: events,
        },
        {
          name: 'review once loaded, at a further date, median',
          value: median(further.slice(3)),
          unit: 'ms',
          n: events,
        },
        { name: 'whole process, median', value: median(whole), unit: 'ms', n: text.length },
      ];
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** The same life lived several times over, each copy with ids of its own and all dates four months later. */
function repeated(bundle: Bundle, times: number): Bundle {
  const rest = bundle.entry.filter(({ resource }) => resource.resourceType !== 'Patient');
  const entry = [...bundle.entry.filter(({ resource }) => resource.resourceType === 'Patient')];
  for (let copy = 0; entry.length < EVENTS && copy < times + 3; copy++) {
    for (const { resource } of rest) {
      const shifted = JSON.stringify(resource).replace(/"(\d{4})-(\d\d)-(\d\d)(T|")/g, (_, year, month, day, end) => {
        const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day) + copy * 3));
        return `"${date.toISOString().slice(0, 10)}${end}`;
      });
      entry.push({
        resource: { ...(JSON.parse(shifted) as Bundle['entry'][number]['resource']), id: `${resource.id}-${copy}` },
      });
    }
  }
  return { ...bundle, entry };
}

/** The bundle with as many of its entries as fit in a size. */
function cutTo(bundle: Bundle, size: number): string {
  const entry: Bundle['entry'] = [];
  let length = 100;
  for (const each of bundle.entry) {
    length += JSON.stringify(each).length + 1;
    if (length > size) break;
    entry.push(each);
  }
  return JSON.stringify({ ...bundle, entry });
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type HpoIndex, loadHpo, saveHpo } from '../../src/knowledge/index.ts';
import { rank, resultOf } from '../../src/reasoning/index.ts';
import { type Figure, median } from '../figures.ts';
import type { PublishedCase } from './cases.ts';

const FINDINGS = 20;

/** How long a case of 20 present findings takes over all diseases, 5,000 cases, and loading the index: processor time of one core. */
export function speedFigures(index: HpoIndex, cases: readonly PublishedCase[]): Figure[] {
  const rich = cases
    .map((one) => ({
      ...one,
      findings: one.findings.filter(({ presence }) => presence === 'present').slice(0, FINDINGS),
    }))
    .filter(({ findings }) => findings.length === FINDINGS)
    .slice(0, 100);
  const times = rich.map((one) => timed(() => resultOf(index, rank(index, one))));
  const many = cases.slice(0, 1000);
  const all = timed(() => {
    for (const one of many) resultOf(index, rank(index, one));
  });
  const folder = mkdtempSync(join(tmpdir(), 'prodrome-bench-'));
  saveHpo(index, folder);
  const loads = Array.from({ length: 5 }, () => timed(() => loadHpo(folder)));
  rmSync(folder, { recursive: true });
  return [
    {
      name: `one case of ${FINDINGS} findings over ${index.diseases.length} diseases, processor time, median`,
      value: median(times),
      unit: 'ms',
      n: rich.length,
    },
    { name: '5,000 cases (measured on 1,000), processor time', value: (5 * all) / 1000, unit: 's', n: many.length },
    { name: 'loading the index, median', value: median(loads), unit: 'ms', n: loads.length },
    { name: 'memory of this process at its end', value: process.memoryUsage().rss / 2 ** 20, unit: 'MB' },
  ];
}

/** Milliseconds of processor time of this thread, so that other work on the machine does not count. */
function timed(work: () => unknown): number {
  const start = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}

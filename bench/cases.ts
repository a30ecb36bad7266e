/** How well worked cases are read: every folder with `record.json` and `gold.json` under `worked-records/`, or of the project's own. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Check, datesOf, type Gold, goldSchema, isHidden, lastDayOf, scoreCase, shareOf } from '../cases/score.ts';
import { type Chart, chartFromBundle } from '../src/chart/index.ts';
import { type Knowledge, loadKnowledge } from '../src/knowledge/index.ts';
import { reviewOf } from '../src/review/index.ts';
import { type Benchmark, type Figure, wilson } from './figures.ts';

const OWN = fileURLToPath(new URL('../cases/', import.meta.url));
const KINDS: readonly Check['kind'][] = [
  'raised',
  'not-too-early',
  'evidence',
  'trend',
  'follow-up',
  'next-step',
  'must-not',
  'documented',
  'healthy',
];

export const bench: Benchmark = {
  name: 'cases',
  about: 'Worked cases against what a careful reader finds: those of worked-records/, and the project’s own.',
  needs: ['worked-records'],
  async run(data) {
    const knowledge = loadKnowledge();
    const figures: Figure[] = [];
    for (const [set, folder] of [
      ['worked-records', join(data, 'worked-records')],
      ['own cases', OWN],
    ] as const) {
      const checks = new Map<string, Check[]>();
      const beside: number[] = [];
      for (const slug of casesIn(folder)) {
        const record = JSON.parse(readFileSync(join(folder, slug, 'record.json'), 'utf8')) as object;
        const gold = goldSchema.parse(JSON.parse(readFileSync(join(folder, slug, 'gold.json'), 'utf8')));
        const chart = chartFromBundle(record);
        const last = lastDayOf(record);
        const found = datesOf(gold, last).flatMap((asOf) =>
          scoreCase(JSON.parse(JSON.stringify(reviewOf(chart, knowledge, { asOf }))), gold, asOf, last),
        );
        checks.set(slug, found);
        beside.push(...besideHidden(chart, knowledge, gold, last));
        for (const check of found) if (!check.ok) console.error(`${slug} ${check.asOf} ${check.kind}: ${check.what}`);
      }
      figures.push(...figuresOf(set, checks), {
        name: `${set}: raised beside the hidden disease, a review at the end of each year`,
        value: beside.reduce((sum, each) => sum + each, 0) / beside.length,
        n: beside.length,
      });
    }
    return figures;
  },
};

/** How many conditions a review of each year's end raises that are not the hidden one: what a reader looks at for nothing, or for little. */
function besideHidden(chart: Chart, knowledge: Knowledge, gold: Gold, last: string): number[] {
  const first = Number(
    (chart.events.find(({ kind, time }) => kind === 'encounter' && time !== undefined)?.time ?? last).slice(0, 4),
  );
  const years = Array.from({ length: Math.max(0, Number(last.slice(0, 4)) - first) }, (_, at) => first + at);
  return years.map((year) => {
    const { differential } = reviewOf(chart, knowledge, { asOf: `${year}-12-31` });
    return differential.filter(({ condition, documented }) => !documented && !isHidden(condition, gold)).length;
  });
}

function casesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'record.json')) && existsSync(join(folder, name, 'gold.json')))
    .sort();
}

/** One figure a kind of check: the share that holds, over all cases. */
function figuresOf(set: string, checks: ReadonlyMap<string, readonly Check[]>): Figure[] {
  return KINDS.flatMap((kind) => {
    const own = [...checks].map(([slug, list]) =>
      list.filter((check) => check.kind === kind).map((check) => ({ ...check, what: `${slug} ${check.what}` })),
    );
    const all = own.flat();
    const share = shareOf(all, kind);
    const n = new Set(all.map((check) => (kind === 'evidence' ? check.what : `${check.asOf} ${check.what}`))).size;
    return share === undefined
      ? []
      : [{ name: `${set}: ${kind}`, value: share, ...wilson(Math.round(share * n), n), n }];
  });
}

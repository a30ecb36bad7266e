/** Case vignettes in free text: read, found, weighed. How often the answer is on the shelf, and where the differential then puts it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readRecord } from '../src/findings/index.ts';
import { type Knowledge, loadKnowledge } from '../src/knowledge/index.ts';
import { byExplanation, differentialOf } from '../src/reasoning/index.ts';
import { chartFromTexts } from '../src/text/index.ts';
import { coveredBy } from './craft/answers.ts';
import { type Benchmark, type Figure, median, wilson } from './figures.ts';
import { readCsv } from './text/csv.ts';

const FILE = 'craft-md-cases.csv.gz';
/** Set to 1 to print each covered case that is not first, on standard error. The set is public; no patient's record is printed. */
const FAILURES = 'PRODROME_BENCH_FAILURES';
const TOPS = [1, 5, 10];

/** One covered vignette: the place of its answer among all hypotheses, from 1; beyond them all when nothing speaks for it. */
interface Placed {
  readonly dataset: string;
  readonly rank: number;
}

export const bench: Benchmark = {
  name: 'craft',
  about:
    'CRAFT-MD vignettes as plain text through the whole road: whether the answer is on the shelf (by its names), and its place in the differential.',
  needs: [FILE],
  async run(data) {
    const knowledge = loadKnowledge();
    const report = process.env[FAILURES] === '1' ? (line: string) => console.error(line) : () => undefined;
    const rows = readCsv(gunzipSync(readFileSync(join(data, FILE))).toString('utf8'));
    const counts = new Map<string, { all: number; same: number; broader: number }>();
    const placed: Placed[] = [];
    for (const { case_vignette: text = '', answer = '', dataset = '', case_id: id = '' } of rows) {
      const covered = coveredBy(answer, knowledge);
      for (const set of ['all', dataset]) {
        const count = counts.get(set) ?? { all: 0, same: 0, broader: 0 };
        counts.set(set, count);
        count.all++;
        if (covered) count[covered.how]++;
      }
      if (!covered) continue;
      const ranking = rankingOf(text, knowledge);
      const at = ranking.findIndex((each) => covered.ids.has(each));
      const rank = at < 0 ? Number.POSITIVE_INFINITY : at + 1;
      placed.push({ dataset, rank });
      if (rank > 1)
        report(
          `craft ${id} ${dataset}: ${answer} is ${at < 0 ? 'not placed' : rank}; ${ranking.slice(0, 3).join(', ')}`,
        );
    }
    return [...counts].flatMap(([set, count]) => figuresOf(set, count, placed));
  },
};

/** Conditions in the order of a review of a case: by how much of what was told each explains. What the text names as known is no answer. */
function rankingOf(text: string, knowledge: Knowledge): string[] {
  const chart = chartFromTexts([{ id: 'note', title: 'Case', text }]);
  const asOf = chart.notes[0]?.time ?? '';
  const record = readRecord(chart, knowledge, asOf);
  const { sex } = chart.patient;
  const person = { ...(sex ? { sex } : {}), ageYears: record.ageYears };
  const hypotheses = differentialOf([...record.findings.values()], record.documented, person, knowledge);
  return byExplanation(hypotheses).map(({ condition }) => condition.id);
}

function figuresOf(
  set: string,
  count: { all: number; same: number; broader: number },
  placed: readonly Placed[],
): Figure[] {
  const own = placed.filter(({ dataset }) => set === 'all' || dataset === set);
  const on = count.same + count.broader;
  return [
    { name: `${set}: answer on the shelf`, value: on / count.all, ...wilson(on, count.all), n: count.all },
    { name: `${set}: of them by a name that is broader`, value: on === 0 ? 0 : count.broader / on, n: on },
    ...TOPS.map((top): Figure => {
      const hits = own.filter(({ rank }) => rank <= top).length;
      return {
        name: `${set}: top ${top} of those on the shelf`,
        value: own.length === 0 ? 0 : hits / own.length,
        ...wilson(hits, own.length),
        n: own.length,
      };
    }),
    { name: `${set}: median place`, value: Math.min(999, median(own.map(({ rank }) => rank))), n: own.length },
  ];
}

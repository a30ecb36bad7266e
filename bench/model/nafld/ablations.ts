/**
 * What each part of the NAFLD networks is worth: mean C-index of the nine tasks with one thing changed, one seed and one of the
 * five folds, the same for each row; and of how many people they learn, over all five.
 */
import { SurvivalSample } from '../../../src/governance/index.ts';
import { type Life, type SummarySpec, summaryNames } from '../../../src/model/index.ts';
import type { Figure } from '../../figures.ts';
import { readSplit } from './cohort.ts';
import { SUMMARY } from './lives.ts';
import { type NafldSettings, SETTINGS, trainNafld } from './network.ts';
import type { Part } from './parts.ts';
import { livesOf } from './run.ts';
import { nafldScores } from './score.ts';
import { readLabels, TASKS } from './tasks.ts';

const ONE = [0];
const ALL = [0, 1, 2, 3, 4];
const MAIN_OUTCOMES = [0, 1, 2, 3, 4];

interface Ablation {
  readonly name: string;
  readonly settings?: Partial<NafldSettings>;
  /** What the network is given of a life, in training and after. */
  readonly seen?: (life: Life) => Life;
  /** Share of the matched sets that are trained on. */
  readonly share?: number;
  readonly folds?: readonly number[];
  /** One network for each of the outcomes of the tasks, instead of one for all. */
  readonly apart?: boolean;
}

const withoutValues = (life: Life): Life => ({ ...life, values: new Float32Array(life.values.length) });

/** Summaries without the features whose names say so. */
function summaryWithout(pattern: RegExp): SummarySpec {
  const names = summaryNames(SUMMARY, String, String);
  return { ...SUMMARY, keep: names.flatMap((name, k) => (pattern.test(name) ? [] : [k])) };
}

const TIMES = /years|recen|slope|in \d year|a year/;

const ABLATIONS: readonly Ablation[] = [
  { name: 'networks alone, one seed' },
  { name: 'with trees beside, as shipped', ...(SETTINGS.trees && { settings: { trees: SETTINGS.trees } }) },
  { name: 'without values', seen: withoutValues },
  { name: 'without times since and rates', settings: { summary: summaryWithout(TIMES) } },
  { name: 'one landmark a person', settings: { single: true } },
  { name: 'no features hidden in training', settings: { hide: 0 } },
  { name: 'width 16', settings: { width: 16 } },
  { name: 'no hidden layer, the linear skip alone', settings: { layers: 0 } },
  { name: 'the five outcomes of the tasks alone', settings: { outcomes: MAIN_OUTCOMES } },
  { name: 'width 128', settings: { width: 128 } },
  { name: 'the 15 latest events beside the summaries', settings: { events: true, length: 16 } },
  { name: 'a network for each outcome', apart: true },
];

const SCALING: readonly Ablation[] = [1 / 8, 1 / 4, 1 / 2, 1].map((share) => ({
  name: `five folds, ${share} of the people`,
  share,
  folds: ALL,
}));

type Log = (line: string) => void;

export const nafldAblations = (part: Part, log: Log): Promise<Figure[]> => run(ABLATIONS, part, log);

export const nafldScaling = (part: Part, log: Log): Promise<Figure[]> => run(SCALING, part, log);

async function run(ablations: readonly Ablation[], part: Part, log: Log): Promise<Figure[]> {
  const split = readSplit(part.split, 'nafld');
  const lives = livesOf(part);
  const labels = new Map(TASKS.map(({ file }) => [file, readLabels(part.folder, file)]));
  const figures: Figure[] = [];
  for (const { name, settings, seen = (life: Life) => life, share = 1, apart = false, folds = ONE } of ablations) {
    let sum = 0;
    for (const fold of folds) {
      const inFold = (id: number) => split.get(id)?.fold === fold;
      // Whole matched sets, by a share of their numbers that has nothing to do with the folds'.
      const kept = (id: number) => (((split.get(id)?.group ?? id) * 2_246_822_519) % 1009) / 1009 < share;
      const training = lives.filter(({ id }) => !inFold(id) && kept(id)).map(seen);
      for (const outcomes of apart ? MAIN_OUTCOMES.map((k) => [k]) : [settings?.outcomes]) {
        const { trees: _, ...networks } = SETTINGS;
        const whole = { ...networks, ...settings, ...(outcomes && { outcomes }) };
        const model = await trainNafld(training, [1], whole);
        const scores = await nafldScores(model, part, inFold, seen);
        await model.close();
        for (const { file, outcome } of TASKS) {
          if (apart && outcome !== outcomes?.[0]) continue;
          sum += concordance(labels.get(file) ?? [], scores.get(file) ?? new Map());
        }
      }
    }
    figures.push({ name: `nafld ablation, ${name}: mean C-index`, value: sum / folds.length / TASKS.length });
    log(`${figures.at(-1)?.name} ${figures.at(-1)?.value.toFixed(4)}`);
  }
  return figures;
}

function concordance(labels: ReturnType<typeof readLabels>, scores: ReadonlyMap<number, number>): number {
  const own = labels.filter(({ id }) => scores.has(id));
  return new SurvivalSample({
    time: own.map(({ time }) => time),
    event: own.map(({ event }) => event),
    score: own.map(({ id }) => scores.get(id) as number),
  }).concordance();
}

/** Five folds inside the dev part of the NAFLD data: networks and baselines, each person scored by what never saw its set. */
import { join } from 'node:path';
import { type Life, YEAR } from '../../../src/model/index.ts';
import type { Figure } from '../../figures.ts';
import { kept } from '../kept.ts';
import { MEASURE_COUNT, SUMMARY as PBC_SUMMARY, VOCABULARY as PBC_VOCABULARY, readPbc } from '../pbc/lives.ts';
import { trainPbc } from '../pbc/network.ts';
import { type Baseline, baselinesOf, type TaskRows } from './baselines.ts';
import { MEASURES, readCohort, readSplit } from './cohort.ts';
import { comparisonOf, subgroupFigures, type TaskResult } from './compare.ts';
import { lifeOf, SUMMARY, VOCABULARY } from './lives.ts';
import { trainNafld } from './network.ts';
import type { Part } from './parts.ts';
import { livesOf, type Seeds } from './run.ts';
import { nafldScores, PBC_TASK, pbcScores, type TaskScores } from './score.ts';
import { readLabels, TASKS } from './tasks.ts';

const FOLDS = 5;

type Log = (line: string) => void;

/** Work in parts: scores of each fold and of the baselines are kept in a folder, and what is there is not made again. */
export interface Parts {
  readonly folder: string;
  /** Only this fold of the networks is trained, and nothing is compared. */
  readonly fold?: number;
}

/**
 * Five folds of whole matched sets: each fold scored by networks, and by baselines, that saw none of its sets; C-index of all,
 * and the networks' difference to the best baseline of each task.
 */
export async function crossValidate(part: Part, seeds: Seeds, log: Log, parts?: Parts): Promise<Figure[]> {
  if (parts?.fold !== undefined) {
    await foldScores(part, seeds.nafld, parts.fold, parts);
    return [];
  }
  const results = [...(await nafldResults(part, seeds.nafld, log, parts)), await pbcResult(part, seeds.pbc)];
  const groups = new Map([...readSplit(part.split, 'nafld')].map(([id, { group }]) => [id, group]));
  const figures = comparisonOf('nafld cross-validated', results, (id) => groups.get(id) ?? id);
  const nine = results.flatMap(({ name }) => {
    const own = figures.find((figure) => figure.name === `nafld cross-validated ${name} C-index, ${OURS}`);
    return own && name !== PBC_TASK.file ? [own.value] : [];
  });
  const lives = new Map(livesOf(part).map((life) => [life.id, life]));
  const [sexOf, ageOf] = [
    (id: number) => lives.get(id)?.male,
    (id: number) => -(lives.get(id)?.birth ?? Number.NaN) / YEAR,
  ];
  const subgroups = new Map([
    ['women', (id: number) => sexOf(id) === 0],
    ['men', (id: number) => sexOf(id) === 1],
    ['under 45 at day 0', (id: number) => ageOf(id) < 45],
    ['45 to 59 at day 0', (id: number) => ageOf(id) >= 45 && ageOf(id) < 60],
    ['60 or older at day 0', (id: number) => ageOf(id) >= 60],
  ]);
  return [
    ...figures,
    ...subgroupFigures('nafld cross-validated', results.slice(0, TASKS.length), subgroups),
    {
      name: 'nafld cross-validated mean C-index of nine tasks',
      value: nine.reduce((sum, c) => sum + c, 0) / nine.length,
      peer: 'boosting .739 (README of the data), .743 (trial)',
    },
  ];
}

const OURS = 'networks';
/** Added to the trial's persons' numbers, which would else be those of the cohort's. */
const PBC_IDS = 1e6;

/** Scores of each task for the persons of a fold, by a model that saw none of it. */
async function foldScores(
  part: Part,
  seeds: readonly number[],
  fold: number,
  parts?: Parts,
): Promise<Map<string, TaskScores>> {
  return keptScores(parts, `fold-${fold}-seeds-${seeds.join('-')}`, async () => {
    const split = readSplit(part.split, 'nafld');
    const foldOf = (id: number) => split.get(id)?.fold ?? 0;
    const model = await trainNafld(
      livesOf(part).filter(({ id }) => foldOf(id) !== fold),
      seeds,
    );
    const scores = await nafldScores(model, part, (id) => foldOf(id) === fold);
    await model.close();
    return scores;
  });
}

/** Scores by name, kept where a folder is given. */
async function keptScores(
  parts: Parts | undefined,
  name: string,
  make: () => Promise<Map<string, TaskScores>>,
): Promise<Map<string, TaskScores>> {
  const entries = await kept(parts?.folder, name, async () =>
    [...(await make())].map(([task, scores]): [string, [number, number][]] => [task, [...scores]]),
  );
  return new Map(entries.map(([task, scores]) => [task, new Map(scores)]));
}

async function nafldResults(part: Part, seeds: readonly number[], log: Log, parts?: Parts): Promise<TaskResult[]> {
  const split = readSplit(part.split, 'nafld');
  const foldOf = (id: number) => split.get(id)?.fold ?? 0;
  const results = TASKS.map(({ file }) => ({
    ...{ name: file, labels: readLabels(part.folder, file), foldOf },
    scores: new Map<string, Map<number, number>>(),
  }));
  for (let fold = 0; fold < FOLDS; fold++) {
    for (const [file, scores] of await foldScores(part, seeds, fold, parts))
      add(results.find(({ name }) => name === file)?.scores, OURS, scores);
    log(`nafld fold ${fold} scored`);
  }
  const reading = { summary: SUMMARY, measures: MEASURES.length, codes: VOCABULARY };
  for (const day of [0, 1825]) {
    const inputs = readCohort((name) => join(part.folder, `inputs_d${day}`, `${name}.csv`)).map(lifeOf);
    for (const task of TASKS.filter(({ landmark }) => landmark === day)) {
      const result = results.find(({ name }) => name === task.file);
      if (!result) continue;
      const found = await keptScores(parts, `baselines-${task.file}`, async () => {
        const alone = { ...result, scores: new Map<string, Map<number, number>>() };
        addBaselines(alone, inputs, day, baselinesOf(reading));
        return alone.scores;
      });
      for (const [name, scores] of found) add(result.scores, name, scores);
    }
    log(`nafld baselines at day ${day} fitted`);
  }
  return results;
}

async function pbcResult(part: Part, seeds: readonly number[]): Promise<TaskResult> {
  const split = readSplit(part.split, 'pbc');
  const foldOf = (id: number) => split.get(id % PBC_IDS)?.fold ?? 0;
  const members = readPbc(join(part.folder, 'pbcseq_dev.csv'));
  const labels = readLabels(part.folder, PBC_TASK.file).map((label) => ({ ...label, id: label.id + PBC_IDS }));
  const result = { name: PBC_TASK.file, labels, foldOf, scores: new Map<string, Map<number, number>>() };
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = await trainPbc(
      members.filter(({ id }) => foldOf(id) !== fold),
      seeds,
    );
    const scores = await pbcScores(model, part, (id) => foldOf(id) === fold);
    if (scores) add(result.scores, OURS, new Map([...scores].map(([id, score]) => [id + PBC_IDS, score])));
    await model.close();
  }
  const inputs = readPbc(join(part.folder, 'inputs_d365_pbc', 'pbcseq.csv'));
  const reading = { summary: PBC_SUMMARY, measures: MEASURE_COUNT, codes: PBC_VOCABULARY };
  addBaselines(
    result,
    inputs.map((life) => ({ ...life, id: life.id + PBC_IDS })),
    PBC_TASK.landmark,
    baselinesOf(reading),
  );
  return result;
}

function add(into: Map<string, Map<number, number>> | undefined, method: string, scores: TaskScores): void {
  const known = into?.get(method) ?? new Map<number, number>();
  for (const [id, score] of scores) known.set(id, score);
  into?.set(method, known);
}

/** Each fold scored by baselines of the others; the fold after it chooses their strength. */
export function addBaselines(
  result: TaskResult & { readonly scores: Map<string, Map<number, number>> },
  inputs: readonly Life[],
  day: number,
  baselines: ReadonlyMap<string, Baseline>,
): void {
  const lives = new Map(inputs.map((life) => [life.id, life]));
  const rowsOf = (keep: (fold: number) => boolean): TaskRows => {
    const own = result.labels.filter(({ id }) => keep(result.foldOf(id)) && lives.has(id));
    return {
      lives: own.map(({ id }) => lives.get(id) as Life),
      time: own.map(({ time }) => time),
      event: own.map(({ event }) => event),
    };
  };
  for (let fold = 0; fold < FOLDS; fold++) {
    const next = (fold + 1) % FOLDS;
    const asked = rowsOf((own) => own === fold).lives;
    for (const [name, baseline] of baselines) {
      const score = baseline(
        day,
        rowsOf((own) => own !== fold && own !== next),
        rowsOf((own) => own === next),
      );
      const scores = score(asked);
      add(result.scores, name, new Map(asked.map(({ id }, k) => [id, scores[k] as number])));
    }
  }
}

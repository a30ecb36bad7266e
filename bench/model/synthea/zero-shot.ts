/**
 * Zero-shot: an event model that learns the next condition of many lives, every condition alike, and is asked for the tasks'
 * codes in closed form. No head is fitted to a task, nothing is calibrated, and no task's name is known while it learns.
 */
import { join } from 'node:path';
import type { Split } from '../../../src/corpus/index.ts';
import { mulberry32 } from '../../../src/governance/index.ts';
import {
  type Life,
  Model,
  networkConfig,
  riskOfCodes,
  startRates,
  train,
  trainingConfig,
  type Vocabulary,
  YEAR,
} from '../../../src/model/index.ts';
import type { Figure } from '../../figures.ts';
import { type Stream, type StreamCodes, streamOf, type Window, windowBatch } from './event-stream.ts';
import { readLives, vocabularyOf } from './lives.ts';
import { completions, rareConditions } from './memorisation.ts';
import { before } from './network.ts';
import { scoredTasks, taskFigures } from './score.ts';
import { type LabelRow, readLabels, TASKS } from './tasks.ts';

export const EVENT_SETTINGS = {
  ...{ width: 64, layers: 2, heads: 4, dropout: 0.1, length: 128, rows: 16 },
  ...{ steps: 200, learningRate: 3e-3, weightDecay: 0.1, seed: 1, workers: 2 },
};

type Log = (line: string) => void;

/** Every condition of the vocabulary is a target, and death, which is told after the vocabulary's own codes. */
export function streamCodes(vocabulary: Vocabulary): StreamCodes {
  const conditions = vocabulary.file.codes.flatMap((name, code) => (name.startsWith('CONDITION//') ? [code] : []));
  const death = vocabulary.codes;
  const deathAt = TASKS.findIndex(({ name }) => name === 'death');
  return { targets: new Set([...conditions, death]), death, year: death + 1, deathAt };
}

export async function trainEvents(
  { train: lives, tuning }: { readonly train: readonly Life[]; readonly tuning: readonly Life[] },
  vocabulary: Vocabulary,
  log: Log,
  settings = EVENT_SETTINGS,
): Promise<Model> {
  const codes = streamCodes(vocabulary);
  const { width, layers, heads, dropout, length, rows, steps, learningRate, weightDecay, seed, workers } = settings;
  const network = networkConfig.parse({
    ...{ width, layers, heads, dropout },
    ...{ vocabulary: codes.year + 1, measures: vocabulary.measures },
  });
  const training = trainingConfig.parse({
    ...{ steps, learningRate, weightDecay, seed, workers },
    ...{ warmUp: 50, finalRate: 0.05, parts: 2, evaluateEvery: 100, patience: 3 },
  });
  const streams = lives.map((life) => streamOf(life, codes));
  const batchOf = (random: () => number) =>
    windowBatch(
      Array.from({ length: rows }, () => windowOf(streams, length, random)),
      length,
      codes,
    );
  const kept = tuning.map((life) => streamOf(life, codes));
  const fixed = mulberry32(77);
  const validation = Array.from({ length: 16 }, () =>
    windowBatch(
      Array.from({ length: rows }, () => windowOf(kept, length, fixed)),
      length,
      codes,
    ),
  );
  const sample = Array.from({ length: 100 }, (_, k) => batchOf(mulberry32(k)));
  const { weights } = await train({ network, training }, (step) => batchOf(mulberry32(seed * 1e6 + step)), {
    start: { logRates: startRates(network.vocabulary, sample) },
    validation: () => validation,
    onEvaluation: ({ step, losses, best }) =>
      log(
        `synthea events step ${step} tuning event ${losses.event.toFixed(4)} wait ${losses.wait.toFixed(4)}${best ? ', best' : ''}`,
      ),
  });
  return Model.of(network, weights);
}

/** A stretch that ends at any event of a life. */
function windowOf(streams: readonly Stream[], length: number, random: () => number): Window {
  const stream = streams[Math.floor(random() * streams.length)] as Stream;
  const to = 1 + Math.floor(random() * stream.days.length);
  return { stream, from: Math.max(0, to - length), to };
}

/** Risk of each label row: of its code, before death, the rates staying as they are on the day asked. */
export async function eventRisks(
  model: Model,
  lives: ReadonlyMap<number, Life>,
  rows: readonly LabelRow[],
  vocabulary: Vocabulary,
  { length, rows: batchRows }: Pick<typeof EVENT_SETTINGS, 'length' | 'rows'> = EVENT_SETTINGS,
): Promise<Float64Array> {
  const codes = streamCodes(vocabulary);
  const asked = TASKS.map(({ codes: own }, task) =>
    task === codes.deathAt
      ? [codes.death]
      : own.filter((code) => vocabulary.has(code)).map((code) => vocabulary.codeOf(code)),
  );
  const risks = new Float64Array(rows.length).fill(Number.NaN);
  const byPlace = Map.groupBy(rows.keys(), (k) => `${rows[k]?.subject} ${rows[k]?.day}`);
  const places = [...byPlace.values()].filter(([k = 0]) => lives.has(rows[k]?.subject ?? -1));
  for (let first = 0; first < places.length; first += batchRows) {
    const part = places.slice(first, first + batchRows);
    const windows = part.map(([k = 0]): Window => {
      const { subject, day } = rows[k] as LabelRow;
      const stream = streamOf(lives.get(subject) as Life, codes);
      const to = stream.days.findIndex((at) => at > before(day));
      const until = to < 0 ? stream.days.length : to;
      return { stream, from: Math.max(0, until - length + 1), to: until, ask: day };
    });
    const { logRates } = await model.predict(windowBatch(windows, length, codes, batchRows));
    const width = model.network.vocabulary;
    for (const [row, members] of part.entries())
      for (const k of members) {
        const { task, years } = rows[k] as LabelRow;
        const own = logRates.subarray(row * width, (row + 1) * width);
        risks[k] = riskOfCodes(own, asked[task] ?? [], years * YEAR, [codes.death]);
      }
  }
  return risks;
}

/** Trains the event model, scores the tasks by it, and prompts it with what comes before rare conditions. */
export async function zeroShot(folder: string, split: Split, log: Log): Promise<Figure[]> {
  const vocabulary = await vocabularyOf(folder);
  const lives = await readLives(folder, vocabulary, ['train', 'tuning', split]);
  const of = (one: Split) => lives.get(one) ?? [];
  const model = await trainEvents({ train: of('train'), tuning: of('tuning') }, vocabulary, log);
  const rows = await readLabels(join(folder, 'labels.parquet'), split);
  const byId = new Map(of(split).map((life) => [life.id, life]));
  const risks = await eventRisks(model, byId, rows, vocabulary);
  const codes = streamCodes(vocabulary);
  const rare = rareConditions(of('train'), codes);
  const figures = taskFigures(`synthea ${split} zero-shot`, scoredTasks(rows, risks), {});
  // As many persons of training as there are others, every so-manyth.
  const every = Math.ceil(of('train').length / of(split).length);
  const members = of('train').filter((_, k) => k % every === 0);
  for (const [name, persons] of [
    ['train', members],
    [split, of(split)],
  ] as const)
    figures.push(
      await completions(
        `synthea memorisation, prompted with ${name} persons`,
        model,
        persons,
        rare,
        codes,
        EVENT_SETTINGS,
      ),
    );
  await model.close();
  return figures;
}

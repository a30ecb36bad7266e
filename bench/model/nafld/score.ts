/** Scores of the ten NAFLD and PBC tasks on one part of the data, from its allowed inputs alone. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GroupBootstrap, SurvivalSample } from '../../../src/governance/index.ts';
import type { LandmarkModel, Life } from '../../../src/model/index.ts';
import type { Figure } from '../../figures.ts';
import { csvExists } from '../csv.ts';
import { scoresAt } from '../landmark-network.ts';
import { readPbc } from '../pbc/lives.ts';
import { readCohort, readSplit } from './cohort.ts';
import { lifeOf } from './lives.ts';
import type { Part } from './parts.ts';
import { OUTCOMES, readLabels, TASKS } from './tasks.ts';

export const PBC_TASK = { file: 'F_pbc_d365', landmark: 365 };
const FIVE_YEARS = 1825;
const TEN_YEARS = 3650;

/** Scores of persons by id, for one task; higher is earlier. */
export type TaskScores = ReadonlyMap<number, number>;

/** Scores of the nine NAFLD tasks, for the persons of the inputs' folders who pass; `seen` changes what is read of them. */
export async function nafldScores(
  model: LandmarkModel,
  part: Part,
  keep: (id: number) => boolean = () => true,
  seen: (life: Life) => Life = (life) => life,
): Promise<Map<string, TaskScores>> {
  const scores = new Map<string, TaskScores>();
  for (const day of [0, 1825]) {
    const inputs = join(part.folder, `inputs_d${day}`);
    if (!existsSync(inputs)) continue;
    const lives = readCohort((name) => join(inputs, `${name}.csv`))
      .filter(({ id }) => keep(id))
      .map((person) => seen(lifeOf(person)));
    const found = await scoresAt(model, lives, day);
    for (const { file, outcome, landmark } of TASKS) {
      if (landmark !== day) continue;
      scores.set(file, new Map(lives.map(({ id }, k) => [id, found[k * OUTCOMES.length + outcome] as number])));
    }
  }
  return scores;
}

export async function pbcScores(
  model: LandmarkModel,
  part: Part,
  keep: (id: number) => boolean = () => true,
): Promise<TaskScores | undefined> {
  const path = join(part.folder, 'inputs_d365_pbc', 'pbcseq.csv');
  if (!csvExists(path)) return undefined;
  const lives = readPbc(path).filter(({ id }) => keep(id));
  const found = await scoresAt(model, lives, PBC_TASK.landmark);
  return new Map(lives.map(({ id }, k) => [id, found[k] as number]));
}

/** C-index, that after 180 days, and AUROC at five (and for death ten) years, with intervals by resampling matched sets. */
export function figuresOf(part: Part, scores: ReadonlyMap<string, TaskScores>, prefix: string): Figure[] {
  const figures: Figure[] = [];
  const cs: number[] = [];
  for (const [file, byId] of scores) {
    if (!csvExists(join(part.folder, 'labels', `${file}.csv`))) continue;
    const labels = readLabels(part.folder, file).filter(({ id }) => byId.has(id));
    if (labels.length === 0) continue;
    const split = readSplit(part.split, file === PBC_TASK.file ? 'pbc' : 'nafld');
    const data = {
      time: labels.map(({ time }) => time),
      event: labels.map(({ event }) => event),
      score: labels.map(({ id }) => byId.get(id) as number),
    };
    const bootstrap = new GroupBootstrap(labels.map(({ id }) => split.get(id)?.group ?? id));
    const sample = new SurvivalSample(data);
    const late = new SurvivalSample(data, 180);
    const n = labels.length;
    const c = sample.concordance();
    if (file !== PBC_TASK.file) cs.push(c);
    const name = `${prefix} ${file}`;
    figures.push({ name: `${name} C-index`, value: c, n, ...bootstrap.interval((w) => sample.concordance(w)) });
    figures.push({ name: `${name} C-index after 180 days`, value: late.concordance(), n });
    for (const [days, years] of [
      [FIVE_YEARS, 5],
      [TEN_YEARS, 10],
    ] as const) {
      if (years === 10 && !file.startsWith('A_')) continue;
      const interval = bootstrap.interval((w) => sample.auroc(days, w));
      figures.push({ name: `${name} AUROC at ${years} years`, value: sample.auroc(days), n, ...interval });
    }
  }
  if (cs.length > 0)
    figures.push({
      name: `${prefix} mean C-index of ${cs.length} tasks`,
      value: cs.reduce((a, b) => a + b, 0) / cs.length,
    });
  return figures;
}

/** Writes `id,score` for each task, so that methods can be compared on the same resamples. */
export function writeScores(folder: string, scores: ReadonlyMap<string, TaskScores>): void {
  mkdirSync(folder, { recursive: true });
  for (const [file, byId] of scores) {
    const lines = [...byId].map(([id, score]) => `${id},${score}`);
    writeFileSync(join(folder, `${file}.csv`), `id,score\n${lines.join('\n')}\n`);
  }
}

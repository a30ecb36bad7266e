import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openSubjects, type Split } from '../corpus/index.ts';
import { ProdromeError } from '../errors.ts';
import { evaluationOf, type OutcomeEvaluation, type ScoredRisk } from '../governance/index.ts';
import {
  isAtRisk,
  type Life,
  LifeReader,
  type LogLine,
  RiskModel,
  shareInterval,
  trainingPage,
  YEAR,
} from '../model/index.ts';
import { write } from './terminal.ts';

const DEMO = fileURLToPath(new URL('../../models/demo/synthea', import.meta.url));
const MICROSECONDS = 86_400e6;

/** `prodrome evaluate`: a model on a data set. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      model: { type: 'string', default: DEMO },
      split: { type: 'string', default: 'held_out' },
      format: { type: 'string', default: 'text' },
      page: { type: 'string' },
    },
  });
  const [path, ...more] = positionals;
  if (!path || more.length > 0) throw new ProdromeError('usage', { why: 'give one DATASET, a MEDS folder' });
  if (!['text', 'json'].includes(values.format)) throw new ProdromeError('usage', { why: '--format is text or json' });
  const split = (['train', 'tuning', 'held_out'] as const).find((name) => name === values.split);
  if (!split) throw new ProdromeError('usage', { why: '--split is train, tuning or held_out' });
  if (!existsSync(values.model)) throw new ProdromeError('input-missing', { path: values.model });
  const model = RiskModel.load(values.model);
  const lives = await livesOf(path, split, model);
  const { scored, outside } = await scoredOf(lives, model);
  await model.close();
  const evaluation = evaluationOf(scored);
  if (values.page !== undefined) write(values.page, trainingPage(logIn(values.model), evaluation.map(curveOf)));
  const answer = { about: model.file.about, split, persons: lives.length, outside, evaluation };
  console.log(values.format === 'json' ? JSON.stringify(answer, null, 2) : textOf(answer));
  return 0;
}

/** The log of a model's training, where it travels with it. */
function logIn(folder: string): LogLine[] {
  const path = join(folder, 'training.ndjson');
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  // Logs of other trainings have other lines.
  return lines
    .map((line) => JSON.parse(line) as LogLine)
    .filter(({ kind }) => kind === 'step' || kind === 'evaluation');
}

const curveOf = ({ outcome, years, bins }: OutcomeEvaluation) => ({
  name: `${outcome}, ${years} ${years === 1 ? 'year' : 'years'}`,
  groups: bins.map((bin) => ({ ...bin, ...shareInterval(Math.round(bin.observed * bin.n), bin.n) })),
});

/** The persons of a split, followed until the last event of anybody. */
async function livesOf(path: string, split: Split, { vocabulary, file }: RiskModel): Promise<Life[]> {
  const reader = await openSubjects(path, { split, texts: true });
  try {
    let end = Number.NEGATIVE_INFINITY;
    for await (const { times } of reader.subjects()) for (const time of times) if (time > end) end = time;
    const lives: Life[] = [];
    const { dictionary } = reader;
    const lifeReader = new LifeReader({ vocabulary, dictionary, outcomes: file.outcomes, end: end / MICROSECONDS });
    for await (const subject of reader.subjects()) {
      const life = lifeReader.read(subject);
      if (life) lives.push(life);
    }
    return lives;
  } finally {
    reader.close();
  }
}

async function scoredOf(lives: readonly Life[], model: RiskModel): Promise<{ scored: ScoredRisk[]; outside: number }> {
  const scored: ScoredRisk[] = [];
  let outside = 0;
  const end = Math.max(...lives.map(({ until }) => until[0] ?? Number.NEGATIVE_INFINITY));
  for (const { years } of model.file.horizons) {
    const day = end - years * YEAR;
    for (const life of lives) {
      if ((life.until[0] ?? 0) <= day || life.birth > day) continue;
      const answer = await model.ask({ life, day });
      if (answer.kind === 'outside') {
        outside++;
        continue;
      }
      const groups = {
        sex: ['female', 'unknown', 'male'][2 * life.male] ?? 'unknown',
        age: bandOf((day - life.birth) / YEAR),
      };
      for (const { outcome, risk, years: horizon } of answer.risks) {
        const o = model.file.outcomes.findIndex(({ name }) => name === outcome);
        if (horizon !== years || !isAtRisk(life, o, day)) continue;
        scored.push({ person: life.id, outcome, years, risk, came: (life.first[o] as number) <= end, groups });
      }
    }
  }
  return { scored, outside };
}

const bandOf = (age: number): string => (age < 40 ? 'under 40' : age < 65 ? '40 to 64' : '65 and older');

interface Told {
  readonly about: string;
  readonly split: string;
  readonly persons: number;
  readonly outside: number;
  readonly evaluation: readonly OutcomeEvaluation[];
}

function textOf({ about, split, persons, outside, evaluation }: Told): string {
  const two = (x: number) => x.toFixed(2);
  const three = (x: number) => x.toFixed(3);
  const rows = evaluation.flatMap((one) => [
    `${`${one.years} y`.padStart(4)}  ${one.outcome.padEnd(28)} ${`${one.events}/${one.persons}`.padStart(10)}  AUROC ${three(one.auroc)} ` +
      `(${three(one.interval.low)} to ${three(one.interval.high)})  AUPRC ${three(one.auprc)}  slope ${two(one.slope)}  ECE ${three(one.ece)}`,
    ...one.subgroups.map(
      ({ group, value, events, persons: n, auroc, observedOverExpected }) =>
        `        ${`${group} ${value}`.padEnd(26)} ${`${events}/${n}`.padStart(10)}  AUROC ${three(auroc)}  observed/expected ${two(observedOverExpected)}`,
    ),
  ]);
  return [
    about,
    `${persons} persons of ${split}; ${outside} times a person was outside the model's scope.`,
    '',
    ...rows,
  ].join('\n');
}

import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { parse as parseYaml, stringify as yamlOf } from 'yaml';
import { z } from 'zod';
import { openSubjects, type Split } from '../corpus/index.ts';
import { ProdromeError } from '../errors.ts';
import {
  type Followed,
  isStopping,
  LifeReader,
  Packer,
  STOPPING_SHARE,
  TOLD_CODES,
  writeShard,
} from '../model/index.ts';
import { firstRun, LEAST_ROWS } from './first-run.ts';
import { type Survey, surveyOf } from './pack-survey.ts';
import { progress } from './progress.ts';

const outcomesSchema = z.array(z.strictObject({ name: z.string(), codes: z.array(z.string()).min(1) })).min(1);
type Outcomes = z.infer<typeof outcomesSchema>;

/** Positions of a shard, and of the pieces that rows are drawn from, about. */
const [SHARD, POOL] = [2 ** 18, 2 ** 20];
const SHORTEST = 8;
const LONGEST = 4096;

interface Settings {
  /** Of the longest rows. */
  readonly length: number;
  readonly shorter: readonly number[];
  readonly queries: number;
  readonly quietDays: number;
  readonly persons: number;
  readonly followed: Followed;
  readonly seed: number;
}

/** What was packed of a split. */
interface Counts {
  readonly persons: number;
  readonly withoutBirth: number;
  /** People of the tuning split who are left to calibrate by. */
  readonly left: number;
  readonly events: number;
  readonly rows: number;
}

/** `prodrome pack`: two passes over a data set, one for the vocabulary and one for the rows. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      outcomes: { type: 'string' },
      length: { type: 'string', default: '256' },
      queries: { type: 'string', default: '4' },
      'quiet-days': { type: 'string', default: '365' },
      persons: { type: 'string', default: '20' },
      followed: { type: 'string', default: 'data-end' },
      seed: { type: 'string', default: '1' },
    },
  });
  const [dataset, out, ...more] = positionals;
  if (!dataset || !out || more.length > 0) throw new ProdromeError('usage', { why: 'give a DATASET and a folder OUT' });
  const lengths = values.length.split(',').map((length) => whole('length', length, SHORTEST, LONGEST));
  const length = Math.max(...lengths);
  const { followed } = values;
  if (followed !== 'data-end' && followed !== 'last-event')
    throw new ProdromeError('usage', { why: '--followed is data-end or last-event' });
  const settings: Settings = {
    length,
    shorter: lengths.filter((each) => each < length),
    queries: whole('queries', values.queries, 0, length),
    quietDays: whole('quiet-days', values['quiet-days'], 0),
    persons: whole('persons', values.persons, 1),
    followed,
    seed: whole('seed', values.seed, 0),
  };
  if (existsSync(out) && readdirSync(out).length > 0) throw new ProdromeError('output-exists', { path: out });
  const named = values.outcomes === undefined ? undefined : outcomesOf(values.outcomes);
  const survey = await surveyOf(dataset, { persons: settings.persons, named });
  const { vocabulary, outcomes } = survey;
  const plan = { survey, settings };
  const splits = {
    train: await packSplit(dataset, join(out, 'train'), 'train', plan),
    tuning: await packSplit(dataset, join(out, 'tuning'), 'tuning', plan),
  };
  const manifest = { dataset: await datasetHash(dataset), settings, outcomes, splits, stopping: STOPPING_SHARE };
  for (const split of ['train', 'tuning']) {
    writeFileSync(join(out, split, 'vocabulary.json'), `${JSON.stringify(vocabulary.file)}\n`);
    writeFileSync(join(out, split, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`);
  }
  writeFileSync(join(out, 'run.yaml'), yamlOf(firstRun(survey, splits)));
  console.log(told(out, plan, splits).join('\n'));
  return 0;
}

interface Plan {
  readonly survey: Survey;
  readonly settings: Settings;
}

async function packSplit(
  dataset: string,
  folder: string,
  split: Split,
  { survey: { vocabulary, outcomes, end }, settings }: Plan,
): Promise<Counts> {
  mkdirSync(folder, { recursive: true });
  const reader = await openSubjects(dataset, { split, texts: true });
  const counts = { persons: 0, withoutBirth: 0, left: 0, events: 0, rows: 0 };
  let shards = 0;
  const said = progress();
  try {
    const [male = 0, female = 0, unknown = 0, quiet = 0] = TOLD_CODES.map((name) => vocabulary.codeOf(name));
    const { length, shorter, quietDays, queries, seed, followed } = settings;
    const packer = new Packer({
      packing: {
        ...{ length, quietDays, quiet, sexes: [male, female, unknown] },
        binOf: (measure, z) => vocabulary.binOf(measure, z),
      },
      ...{ shorter, queries, seed, widths: { summaries: 0, outcomes } },
      rows: Math.max(1, Math.floor(SHARD / length)),
      pool: Math.max(1, Math.floor(POOL / length)),
      onShard: (batch) => {
        writeShard(join(folder, `${String(shards++).padStart(6, '0')}.safetensors`), batch);
        counts.rows += batch.rows;
      },
    });
    const lives = new LifeReader({ vocabulary, dictionary: reader.dictionary, outcomes, end, followed });
    for await (const subject of reader.subjects()) {
      const life = lives.read(subject);
      if (!life) {
        counts.withoutBirth += 1;
        continue;
      }
      if (split === 'tuning' && !isStopping(life, STOPPING_SHARE)) {
        counts.left += 1;
        continue;
      }
      packer.add(life);
      said(`${split}: ${(counts.persons + 1).toLocaleString('en')} people packed`);
      counts.persons += 1;
      counts.events += life.codes.length;
    }
    packer.finish();
    said();
    return counts;
  } finally {
    reader.close();
  }
}

/** What was done, and what to look at before training on it. */
function told(out: string, { survey, settings }: Plan, splits: Readonly<Record<string, Counts>>): string[] {
  const { vocabulary, outcomes, end, persons, active, having } = survey;
  const number = (n: number) => n.toLocaleString('en');
  const byEnd = settings.followed === 'data-end';
  return [
    `Packed into ${out}: ${number(vocabulary.codes)} codes, ${number(vocabulary.measures)} measures.`,
    ...Object.entries(splits).map(
      ([split, counts]) =>
        `  ${split}: ${number(counts.persons)} ${counts.persons === 1 ? 'person' : 'people'}, ${number(counts.events)} events in ${number(counts.rows)} ${counts.rows === 1 ? 'row' : 'rows'}` +
        (counts.left > 0 ? `, to stop a training by; ${number(counts.left)} left to calibrate by` : '') +
        (counts.withoutBirth > 0 ? `; ${number(counts.withoutBirth)} without MEDS_BIRTH left out` : ''),
    ),
    ...outcomes.map(({ name }, o) => `  ${name}: ${number(having[o] ?? 0)} of ${number(persons)} people of train`),
    ...(outcomes.length === 0
      ? [
          'Nobody dies in it, and no outcome is named with --outcomes: the model will tell what comes next, and no risk by name.',
        ]
      : []),
    ...(byEnd
      ? [`People are followed until ${dayOf(end)}, when the data end, or until death.`]
      : ['People are followed until their own last event, or until death.']),
    ...(byEnd && active < FEW
      ? [
          `Only ${(100 * active).toFixed(1)} % of them have an event in the year before. Where dates are wrong, or moved by person, or people leave unseen, give --followed last-event.`,
        ]
      : []),
    ...((splits.tuning?.rows ?? 0) < LEAST_ROWS
      ? ['The tuning split is too small to evaluate a training on, so run.yaml names none: it has nothing to stop by.']
      : []),
    `Train with: prodrome train ${join(out, 'run.yaml')}`,
  ];
}

/** Share of the people who have an event in the last year; where it is lower, the end of the data is in doubt. */
const FEW = 0.2;

const dayOf = (day: number): string => new Date(Math.floor(day) * 86_400_000).toISOString().slice(0, 10);

/** Hash of what a data set says of itself, and of its shards. */
async function datasetHash(dataset: string): Promise<string> {
  const whole = createHash('sha256');
  const files = readdirSync(dataset, { recursive: true, encoding: 'utf8' });
  for (const name of files.filter((file) => /^(data|metadata)[/\\].*\.(parquet|json)$/.test(file)).sort()) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(join(dataset, name)), hash);
    whole.update(`${name.replaceAll('\\', '/')} ${hash.digest('hex')}\n`);
  }
  return whole.digest('hex');
}

/** @throws ProdromeError `outcomes-invalid` */
function outcomesOf(path: string): Outcomes {
  const refuse = (why: string) => new ProdromeError('outcomes-invalid', { path, why });
  if (!existsSync(path)) throw new ProdromeError('input-missing', { path });
  let value: unknown;
  try {
    value = parseYaml(readFileSync(path, 'utf8'));
  } catch (error) {
    throw refuse(error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'it cannot be read');
  }
  const parsed = outcomesSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw refuse(`at ${issue?.path.join('.') || 'the top'}: ${issue?.message}`);
  }
  const names = parsed.data.map(({ name }) => name.toLowerCase());
  const twice = names.find((name, k) => names.indexOf(name) !== k);
  if (twice !== undefined) throw refuse(`${twice} stands there twice`);
  return parsed.data;
}

function whole(name: string, text: string, least: number, most = Number.MAX_SAFE_INTEGER): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most && text.trim() !== '') return value;
  const range = most === Number.MAX_SAFE_INTEGER ? `from ${least}` : `from ${least} to ${most}`;
  throw new ProdromeError('usage', { why: `--${name} ${text} is not a whole number ${range}` });
}

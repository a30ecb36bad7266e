import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse as parseYaml, stringify as yamlOf } from 'yaml';
import { z } from 'zod';
import { openSubjects, type Split } from '../corpus/index.ts';
import { ProdromeError } from '../errors.ts';
import { LifeReader, Packer, TOLD_CODES, Vocabulary, VocabularyBuilder, writeShard } from '../model/index.ts';

const outcomesSchema = z.array(z.strictObject({ name: z.string(), codes: z.array(z.string()).min(1) })).min(1);
type Outcomes = z.infer<typeof outcomesSchema>;

const MICROSECONDS = 86_400e6;
const [ROWS, POOL] = [1024, 4096];

interface Settings {
  readonly length: number;
  readonly queries: number;
  readonly quietDays: number;
  readonly persons: number;
  readonly seed: number;
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
      seed: { type: 'string', default: '1' },
    },
  });
  const [dataset, out, ...more] = positionals;
  if (!dataset || !out || more.length > 0) throw new ProdromeError('usage', { why: 'give a DATASET and a folder OUT' });
  const settings: Settings = {
    length: whole('length', values.length, 8),
    queries: whole('queries', values.queries, 0),
    quietDays: whole('quiet-days', values['quiet-days'], 0),
    persons: whole('persons', values.persons, 1),
    seed: whole('seed', values.seed, 0),
  };
  const outcomes =
    values.outcomes === undefined ? [{ name: 'death', codes: ['MEDS_DEATH'] }] : outcomesOf(values.outcomes);
  const { vocabulary, end } = await surveyed(dataset, settings);
  const manifest = { dataset: datasetHash(dataset), settings, outcomes, splits: {} as Record<string, object> };
  for (const split of ['train', 'tuning'] as const) {
    manifest.splits[split] = await packSplit(dataset, join(out, split), split, { vocabulary, outcomes, end, settings });
  }
  for (const split of ['train', 'tuning']) {
    writeFileSync(join(out, split, 'vocabulary.json'), `${JSON.stringify(vocabulary.file)}\n`);
    writeFileSync(join(out, split, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`);
  }
  writeFileSync(join(out, 'run.yaml'), yamlOf(firstRun(vocabulary, outcomes)));
  console.log(`Packed into ${out}: ${vocabulary.codes} codes, ${vocabulary.measures} measures.`);
  for (const [split, counts] of Object.entries(manifest.splits)) console.log(`  ${split}: ${JSON.stringify(counts)}`);
  console.log(`Train with: prodrome train ${join(out, 'run.yaml')}`);
  return 0;
}

/** The vocabulary of the train split, and the day of the data set's last event. */
async function surveyed(dataset: string, { persons }: Settings): Promise<{ vocabulary: Vocabulary; end: number }> {
  const reader = await openSubjects(dataset, { split: 'train' });
  try {
    const builder = new VocabularyBuilder();
    const { codes } = reader.dictionary;
    let end = Number.NEGATIVE_INFINITY;
    for await (const subject of reader.subjects()) {
      const names = Array.from(new Set(subject.codes), (code) => codes[code] ?? '');
      builder.addPerson(names.filter((name) => !/^(MEDS_|GENDER\/\/)/.test(name)));
      for (let i = 0; i < subject.codes.length; i++) {
        const [value, time] = [subject.values[i] ?? Number.NaN, subject.times[i] ?? Number.NaN];
        if (!Number.isNaN(value)) builder.addValue(codes[subject.codes[i] ?? 0] ?? '', value);
        if (time > end) end = time;
      }
    }
    const { file } = builder.build({ persons });
    return { vocabulary: new Vocabulary({ ...file, codes: [...file.codes, ...TOLD_CODES] }), end: end / MICROSECONDS };
  } finally {
    reader.close();
  }
}

interface Plan {
  readonly vocabulary: Vocabulary;
  readonly outcomes: Outcomes;
  readonly end: number;
  readonly settings: Settings;
}

async function packSplit(
  dataset: string,
  folder: string,
  split: Split,
  { vocabulary, outcomes, end, settings }: Plan,
): Promise<{ persons: number; events: number; rows: number }> {
  mkdirSync(folder, { recursive: true });
  const reader = await openSubjects(dataset, { split });
  const counts = { persons: 0, events: 0, rows: 0, shards: 0 };
  try {
    const [male, female, unknown, quiet] = TOLD_CODES.map((name) => vocabulary.codeOf(name));
    const packer = new Packer({
      packing: {
        length: settings.length,
        quietDays: settings.quietDays,
        quiet: quiet ?? 0,
        sexes: [male ?? 0, female ?? 0, unknown ?? 0],
        binOf: (measure, z) => vocabulary.binOf(measure, z),
      },
      widths: { summaries: 0, outcomes },
      rows: ROWS,
      queries: settings.queries,
      pool: POOL,
      seed: settings.seed,
      onShard: (batch) => {
        writeShard(join(folder, `${String(counts.shards).padStart(6, '0')}.safetensors`), batch);
        counts.shards += 1;
        counts.rows += batch.rows;
      },
    });
    const lives = new LifeReader({ vocabulary, dictionary: reader.dictionary, outcomes, end });
    for await (const subject of reader.subjects()) {
      const life = lives.read(subject);
      if (!life) continue;
      packer.add(life);
      counts.persons += 1;
      counts.events += life.codes.length;
    }
    packer.finish();
    const { persons, events, rows } = counts;
    return { persons, events, rows };
  } finally {
    reader.close();
  }
}

/** Hash of what a data set says of itself. */
function datasetHash(dataset: string): string {
  try {
    return createHash('sha256')
      .update(readFileSync(join(dataset, 'metadata', 'dataset.json')))
      .digest('hex');
  } catch {
    return '';
  }
}

/** A run to start from: the usual size, with the numbers of this data set. */
function firstRun({ file, codes, measures }: Vocabulary, outcomes: Outcomes): object {
  const bins = file.measures.reduce((most, { edges }) => Math.max(most, edges.length + 1), 0);
  return {
    network: {
      ...{ width: 128, layers: 6, heads: 8, vocabulary: codes, measures, valueBins: bins },
      outcomes: outcomes.map(({ name }) => ({ name })),
      hazardBins: [0, 91, 365.25, 1096, 1826, 3653],
      dropout: 0.1,
    },
    training: { steps: 2000, evaluateEvery: 200, patience: 5, checkpointEvery: 200 },
    data: { shards: 'train', validation: 'tuning', tokens: 4096 },
    out: 'model',
  };
}

function outcomesOf(path: string): Outcomes {
  let value: unknown;
  try {
    value = parseYaml(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new ProdromeError('training-config-invalid', { path, why: error instanceof Error ? error.message : '' });
  }
  const parsed = outcomesSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ProdromeError('training-config-invalid', { path, why: `at ${issue?.path.join('.')}: ${issue?.message}` });
}

function whole(name: string, text: string, least: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least) {
    throw new ProdromeError('usage', { why: `--${name} ${text} is not a whole number from ${least}` });
  }
  return value;
}

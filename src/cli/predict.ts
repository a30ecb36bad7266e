import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Chart, lastEventDate } from '../chart/index.ts';
import { filterLines } from '../corpus/index.ts';
import { ProdromeError } from '../errors.ts';
import { type EventModel, RiskModel } from '../model/index.ts';
import { openRecord } from '../text/index.ts';
import { dayNamed } from './day.ts';
import { filterStatus } from './filter-status.ts';
import { openModel } from './opened-model.ts';
import { type Asked, predictionBy, predictionByEvents } from './prediction.ts';
import { predictionAsText } from './prediction-text.ts';

const DEMO = fileURLToPath(new URL('../../models/demo/synthea', import.meta.url));

/** `prodrome predict`: one record in, its risks out. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      patient: { type: 'string' },
      'as-of': { type: 'string' },
      model: { type: 'string', default: DEMO },
      format: { type: 'string', default: 'text' },
      report: { type: 'string' },
      why: { type: 'string' },
      next: { type: 'boolean', default: false },
      code: { type: 'string' },
      embedding: { type: 'boolean', default: false },
      futures: { type: 'string' },
      years: { type: 'string', default: '5' },
      seed: { type: 'string', default: '1' },
    },
  });
  const [path, ...more] = positionals;
  const { format, patient } = values;
  const asOf = values['as-of'] === undefined ? undefined : dayNamed(values['as-of']);
  if (!path || more.length > 0)
    throw new ProdromeError('usage', { why: 'give one PATH of a record, or - for standard input' });
  if (!['text', 'json', 'ndjson'].includes(format))
    throw new ProdromeError('usage', { why: '--format is text, json or ndjson' });
  if (format === 'ndjson' && (path !== '-' || patient !== undefined))
    throw new ProdromeError('usage', { why: '--format ndjson filters standard input: give - and no --patient' });
  if (values.embedding && format === 'text')
    throw new ProdromeError('usage', { why: '--embedding is a list of numbers: give --format json or ndjson' });
  const asked: Asked = {
    ...(values.why !== undefined && { why: values.why }),
    next: values.next,
    ...(values.code !== undefined && { code: values.code }),
    embedding: values.embedding,
    futures: values.futures === undefined ? 0 : numberOf('--futures', values.futures, 1, 10_000),
    years: numberOf('--years', values.years, 1, 50),
    seed: numberOf('--seed', values.seed, 0, 2 ** 31),
  };
  const model = openModel(values.model);
  const predicted = (chart: Chart, day: string | undefined) => {
    const at = day ?? lastEventDate(chart);
    return model instanceof RiskModel
      ? predictionBy(model, chart, at, asked)
      : predictionByEvents(model, chart, at, asked);
  };
  try {
    if (format === 'ndjson') {
      // A line that cannot be read is said by its number, and costs only itself.
      const filtered = await filterLines(process.stdin, process.stdout, async (chart) => [
        JSON.stringify({ patient: chart.patient.id, ...(await predicted(chart, asOf)) }),
      ]);
      return filterStatus(filtered, values.report);
    }
    const prediction = await predicted(await openRecord(path, { patient, asOf }), asOf);
    const about = aboutOf(model);
    console.log(
      format === 'json' ? JSON.stringify({ about, ...prediction }, null, 2) : predictionAsText(prediction, about),
    );
    return 0;
  } finally {
    await model.close();
  }
}

const aboutOf = (model: RiskModel | EventModel): string =>
  model instanceof RiskModel
    ? model.file.about
    : model.calibration
      ? 'A model of events, as prodrome train made it, calibrated on people of its own.'
      : 'A model of events, as prodrome train made it. Its risks are not calibrated (prodrome calibrate), so they have no interval: not for care.';

function numberOf(flag: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new ProdromeError('usage', { why: `${flag} ${text} is not a whole number from ${least} to ${most}` });
}

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Chart, lastEventDate } from '../chart/index.ts';
import { eventsOf, filterLines, subjectOf } from '../corpus/index.ts';
import { ProdromeError } from '../errors.ts';
import { loadKnowledge } from '../knowledge/index.ts';
import { type Answer, LifeReader, RiskModel } from '../model/index.ts';
import { openRecord } from '../text/index.ts';
import { filterStatus } from './filter-status.ts';

const DEMO = fileURLToPath(new URL('../../models/demo/synthea', import.meta.url));
const DAY = 86_400_000;

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
    },
  });
  const [path, ...more] = positionals;
  const { format, patient } = values;
  const asOf = dayOf(values['as-of']);
  if (!path || more.length > 0)
    throw new ProdromeError('usage', { why: 'give one PATH of a record, or - for standard input' });
  if (!['text', 'json', 'ndjson'].includes(format))
    throw new ProdromeError('usage', { why: '--format is text, json or ndjson' });
  if (format === 'ndjson' && (path !== '-' || patient !== undefined))
    throw new ProdromeError('usage', { why: '--format ndjson filters standard input: give - and no --patient' });
  if (!existsSync(values.model)) throw new ProdromeError('input-missing', { path: values.model });
  const model = RiskModel.load(values.model);
  try {
    if (format === 'ndjson') return await filter(model, asOf, values.report);
    const prediction = await predicted(model, await openRecord(path, { patient, asOf }), asOf);
    const { about } = model.file;
    console.log(
      format === 'json'
        ? JSON.stringify({ about, ...prediction }, null, 2)
        : textOf(prediction, prediction.asOf, about),
    );
    return 0;
  } finally {
    await model.close();
  }
}

function dayOf(text: string | undefined): string | undefined {
  if (text === undefined || /^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  throw new ProdromeError('usage', { why: `--as-of ${text} is not a day: write YYYY-MM-DD` });
}

type Prediction = Answer & { readonly asOf: string };

async function predicted(model: RiskModel, chart: Chart, day: string | undefined): Promise<Prediction> {
  const asOf = day ?? lastEventDate(chart);
  const { subject, dictionary } = subjectOf(eventsOf(chart, loadKnowledge()));
  const reader = new LifeReader({
    vocabulary: model.vocabulary,
    dictionary,
    outcomes: model.file.outcomes,
    end: Number.POSITIVE_INFINITY,
  });
  const life = reader.read(subject);
  const unknown = unknownShare(model, dictionary.codes, subject.codes);
  const at = Date.parse(`${asOf}T00:00:00Z`) / DAY + 1 - 1e-4;
  const answer: Answer = life
    ? await model.ask({ life, day: at }, unknown)
    : { kind: 'outside', reasons: ['the record has no date of birth'] };
  return { asOf, ...answer };
}

/** A line that cannot be read is said by its number, and costs only itself. */
async function filter(model: RiskModel, asOf: string | undefined, report: string | undefined): Promise<number> {
  const filtered = await filterLines(process.stdin, process.stdout, async (chart) => {
    const prediction = await predicted(model, chart, asOf);
    return [JSON.stringify({ patient: chart.patient.id, ...prediction })];
  });
  return filterStatus(filtered, report);
}

/** Share of the events whose code the model knows only by its kind, or not at all. */
function unknownShare({ vocabulary }: RiskModel, names: readonly string[], codes: Uint32Array): number {
  const known = names.map((name) => {
    const code = vocabulary.codeOf(name);
    return code > 0 && !(vocabulary.file.codes[code] ?? '').endsWith('//');
  });
  return codes.reduce((sum, code) => sum + Number(!known[code]), 0) / Math.max(1, codes.length);
}

function textOf(answer: Answer, asOf: string, about: string): string {
  const head = `Risks on ${asOf}\n${about}\n`;
  if (answer.kind === 'outside') return `${head}\nNo risk is given: ${answer.reasons.join('; ')}.`;
  const percent = (p: number) => `${(100 * p).toFixed(p < 0.01 ? 2 : 1)} %`;
  const rows = [...answer.risks]
    .sort((a, b) => a.years - b.years || b.risk - a.risk)
    .map(
      ({ outcome, years, risk, low, high }) =>
        `${`${years} y`.padStart(5)}  ${outcome.padEnd(28)} ${percent(risk).padStart(8)}  (${percent(low)} to ${percent(high)})`,
    );
  return [
    head,
    ...rows,
    ...(answer.present.length > 0 ? [`\nIn the record already: ${answer.present.join(', ')}.`] : []),
    ...(answer.uncalibrated.length > 0
      ? [`Not given, since too few persons had it to calibrate: ${answer.uncalibrated.join(', ')}.`]
      : []),
  ].join('\n');
}

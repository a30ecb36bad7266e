import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Chart, readChart } from '../chart/index.ts';
import { ProdromeError } from '../errors.ts';
import { loadKnowledge } from '../knowledge/index.ts';
import { type Review, reviewAsFhir, reviewAsHtml, reviewAsText, reviewOf } from '../review/index.ts';

export const usage = `prodrome review PATH|- [--patient ID] [--as-of YYYY-MM-DD] [--format text|json|html|fhir] [--out FILE]
  Reads a record (FHIR R4 Bundle, NDJSON, folder, gzip; - for standard input) and gives its second read.`;

const FORMATS: Record<string, (review: Review, chart: Chart) => string> = {
  text: (review) => reviewAsText(review, { width: process.stdout.columns ?? 80, colour: hasColour() }),
  html: (review, chart) => reviewAsHtml(review, chart),
  fhir: (review) => `${JSON.stringify(reviewAsFhir(review), null, 2)}\n`,
  json: (review) => `${JSON.stringify(review, null, 2)}\n`,
};

/** `prodrome review`: one record in, one review out. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      patient: { type: 'string' },
      'as-of': { type: 'string' },
      format: { type: 'string', default: 'text' },
      out: { type: 'string' },
    },
  });
  const [path] = positionals;
  const render = FORMATS[values.format];
  if (path === undefined || positionals.length > 1) throw new ProdromeError('usage', { why: usage });
  if (!render) throw new ProdromeError('usage', { why: `--format is one of ${Object.keys(FORMATS).join(', ')}` });
  const asOf = values['as-of'];
  if (asOf !== undefined && !isDay(asOf)) throw new ProdromeError('date-invalid', { what: '--as-of' });
  const chart = await readChart(path, values.patient === undefined ? {} : { patient: values.patient });
  const text = render(reviewOf(chart, loadKnowledge(), asOf === undefined ? {} : { asOf }), chart);
  if (values.out === undefined) process.stdout.write(text);
  else writeFileSync(values.out, text);
  return 0;
}

/** A day that exists, as YYYY-MM-DD. */
function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function hasColour(): boolean {
  return process.stdout.isTTY === true && process.env.NO_COLOR === undefined;
}

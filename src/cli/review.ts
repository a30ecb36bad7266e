import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Chart } from '../chart/index.ts';
import { ProdromeError } from '../errors.ts';
import { loadKnowledge } from '../knowledge/index.ts';
import { type Review, reviewAsFhir, reviewAsHtml, reviewAsText, reviewOf } from '../review/index.ts';
import { openRecord } from '../text/index.ts';
import { dayNamed } from './day.ts';
import { opinionOf } from './opinion.ts';
import { COLUMNS, terminal, write } from './terminal.ts';

type Render = (review: Review, chart: Chart, terminal: { width: number; colour: boolean }) => string;

const FORMATS: ReadonlyMap<string, Render> = new Map<string, Render>([
  ['text', (review, _, terminal) => reviewAsText(review, terminal)],
  ['json', (review) => `${JSON.stringify(review, null, 2)}\n`],
  ['html', (review, chart) => reviewAsHtml(review, chart)],
  ['fhir', (review) => `${JSON.stringify(reviewAsFhir(review), null, 2)}\n`],
]);

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
      model: { type: 'string' },
    },
  });
  const [path, ...more] = positionals;
  const render = FORMATS.get(values.format);
  if (!path) throw new ProdromeError('usage', { why: 'give the PATH of a record, or - for standard input' });
  if (more.length > 0) throw new ProdromeError('usage', { why: `one PATH at a time, not ${positionals.length}` });
  if (!render) throw new ProdromeError('usage', { why: `--format is one of ${[...FORMATS.keys()].join(', ')}` });
  const asOf = values['as-of'] === undefined ? undefined : dayNamed(values['as-of']);
  const chart = await openRecord(path, { patient: values.patient, asOf });
  if (values.model !== undefined && !existsSync(values.model)) {
    throw new ProdromeError('input-missing', { path: values.model });
  }
  const model = values.model === undefined ? undefined : await opinionOf(values.model, chart, asOf);
  const options = { ...(asOf === undefined ? {} : { asOf }), ...(model && { model }) };
  const review = reviewOf(chart, loadKnowledge(), options);
  if (values.out === undefined) process.stdout.write(render(review, chart, terminal()));
  else write(values.out, render(review, chart, { width: COLUMNS, colour: false }));
  return 0;
}

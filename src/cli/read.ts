import { parseArgs } from 'node:util';
import { ProdromeError } from '../errors.ts';
import { loadKnowledge } from '../knowledge/index.ts';
import { type Reading, readingsAsHtml, readingsAsText, readingsOf } from '../review/index.ts';
import { openRecord } from '../text/index.ts';
import { terminal, write } from './terminal.ts';

const FORMATS: ReadonlyMap<string, (readings: readonly Reading[], to: { width: number; colour: boolean }) => string> =
  new Map([
    ['text', readingsAsText],
    ['json', (readings) => `${JSON.stringify(readings, null, 2)}\n`],
    ['html', (readings) => readingsAsHtml(readings)],
  ]);

/** `prodrome read`: a text in, what was understood of it out. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { patient: { type: 'string' }, format: { type: 'string', default: 'text' }, out: { type: 'string' } },
  });
  const [path, ...more] = positionals;
  const render = FORMATS.get(values.format);
  if (!path) throw new ProdromeError('usage', { why: 'give the FILE of a note, or - for standard input' });
  if (more.length > 0) throw new ProdromeError('usage', { why: `one FILE at a time, not ${positionals.length}` });
  if (!render) throw new ProdromeError('usage', { why: `--format is one of ${[...FORMATS.keys()].join(', ')}` });
  const chart = await openRecord(path, { patient: values.patient });
  const readings = readingsOf(chart, loadKnowledge());
  if (readings.length === 0) throw new ProdromeError('input-no-words', { path });
  if (values.out === undefined) process.stdout.write(render(readings, terminal()));
  else write(values.out, render(readings, { width: 80, colour: false }));
  return 0;
}

import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ProdromeError } from '../errors.ts';
import {
  DEFAULT_QUASI,
  deidentifyFiles,
  deidentifyStream,
  KEY_VARIABLE,
  loadKeys,
  loadRules,
  type RunOptions,
  writeNewKey,
} from '../privacy/index.ts';
import { VERSION } from '../version.ts';
import { fileError } from './failure.ts';

/** `prodrome deid`: records in, de-identified records and proof out. Exit 1 when something was set aside. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      'key-file': { type: 'string' },
      'new-key': { type: 'string' },
      rules: { type: 'string' },
      report: { type: 'string' },
      manifest: { type: 'string' },
      tags: { type: 'boolean', default: false },
      'keep-holidays': { type: 'boolean', default: false },
      occupations: { type: 'boolean', default: false },
      k: { type: 'string' },
      quasi: { type: 'string' },
      'as-of': { type: 'string' },
      sample: { type: 'string' },
    },
  });
  if (values['new-key'] !== undefined) {
    writeNewKey(values['new-key']);
    console.error(
      `prodrome: a new key is in ${values['new-key']}: keep it where the records are kept, not with the output`,
    );
    return 0;
  }
  const [input, output, ...more] = positionals;
  if (input === undefined) throw new ProdromeError('usage', { why: 'give IN and OUT, or - for standard input' });
  if (more.length > 0 || (input === '-' && output !== undefined && output !== '-'))
    throw new ProdromeError('usage', {
      why: 'give one IN and one OUT; what comes from standard input goes to standard output',
    });
  if (input !== '-' && output === undefined) throw new ProdromeError('usage', { why: 'give OUT, too' });
  if (input === '-' && (values.k !== undefined || values.quasi !== undefined))
    throw new ProdromeError('usage', { why: '--k needs all people at once: give files or a folder, not -' });

  const options: RunOptions = {
    keys: loadKeys(values['key-file'], process.env[KEY_VARIABLE]),
    rules: loadRules(values.rules),
    text: {
      style: values.tags ? 'tags' : 'surrogates',
      holidays: !values['keep-holidays'],
      occupations: values.occupations,
    },
    asOf: asOfDay(values['as-of']),
    version: VERSION,
    k: values.k === undefined ? undefined : whole('--k', values.k, 2),
    quasi: values.quasi === undefined ? DEFAULT_QUASI : values.quasi.split(',').map((name) => name.trim()),
    sample: values.sample === undefined ? 20 : whole('--sample', values.sample, 0),
    progress: (line) => console.error(`prodrome: ${line}`),
  };

  if (input === '-' || output === undefined) {
    const { setAside, report, manifest } = await deidentifyStream(process.stdin, process.stdout, options);
    if (values.report !== undefined) write(values.report, report);
    if (values.manifest !== undefined) write(values.manifest, manifest);
    return setAside.length === 0 ? 0 : 1;
  }
  const result = await deidentifyFiles(input, output, options);
  if (values.report !== undefined) write(values.report, readFileSync(result.report, 'utf8'));
  console.error(
    `prodrome: ${result.written} files, ${result.patients} patients, ${result.resources} resources` +
      `${result.setAside.length === 0 ? '' : `, ${result.setAside.length} files set aside`}; what was done: ${result.report}`,
  );
  return result.setAside.length === 0 ? 0 : 1;
}

/** The last day of the year unless a day is named, so that the runs of one year come out alike. */
function asOfDay(text: string | undefined): string {
  if (text === undefined) return `${new Date().getFullYear()}-12-31`;
  const time = Date.parse(`${text}T00:00:00Z`);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text))
    return text;
  throw new ProdromeError('usage', { why: `--as-of ${text} is not a day: write YYYY-MM-DD` });
}

function whole(name: string, text: string, least: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least) return value;
  throw new ProdromeError('usage', { why: `${name} ${text} is not a whole number of ${least} or more` });
}

function write(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw fileError(error, 'write', path) ?? error;
  }
}

import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import {
  type Description,
  describeCorpus,
  descriptionAsHtml,
  descriptionAsText,
  type Reference,
  referenceOf,
} from '../corpus/index.ts';
import { ProdromeError } from '../errors.ts';
import { fileError } from './failure.ts';

const FORMATS: ReadonlyMap<string, (description: Description) => string> = new Map([
  ['text', descriptionAsText],
  ['json', (description: Description) => `${JSON.stringify(description, null, 2)}\n`],
  ['html', descriptionAsHtml],
]);

/** `prodrome corpus describe`. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { format: { type: 'string', default: 'text' }, reference: { type: 'string' }, out: { type: 'string' } },
  });
  const [folder] = positionals;
  const render = FORMATS.get(values.format);
  if (!folder || positionals.length > 1) throw new ProdromeError('usage', { why: 'give the folder DIR of a data set' });
  if (!render) throw new ProdromeError('usage', { why: `--format is one of ${[...FORMATS.keys()].join(', ')}` });
  const reference = values.reference === undefined ? undefined : readReference(values.reference);
  const output = render(await describeCorpus(folder, { reference }));
  if (values.out === undefined) process.stdout.write(output);
  else write(values.out, output);
  return 0;
}

function readReference(path: string): Reference {
  let json: unknown;
  try {
    json = parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw (
      fileError(error, 'read', path) ?? new ProdromeError('corpus-reference-invalid', { path, why: 'it is not YAML' })
    );
  }
  return referenceOf(json, path);
}

function write(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw fileError(error, 'write', path) ?? error;
  }
}

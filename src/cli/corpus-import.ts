import { parseArgs } from 'node:util';
import { importCorpus, readMapping } from '../corpus/index.ts';
import { ProdromeError } from '../errors.ts';
import { VERSION } from '../version.ts';
import { countOf, sharesOf } from './corpus-options.ts';

/** `prodrome corpus import`. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      mapping: { type: 'string' },
      splits: { type: 'string' },
      name: { type: 'string' },
      shards: { type: 'string' },
      'identified-source': { type: 'boolean', default: false },
    },
  });
  const [input, output] = positionals;
  if (!input || !output || positionals.length > 2) throw new ProdromeError('usage', { why: 'give IN and OUT' });
  const { subjects, events, codes, shards, rejected, dropped } = await importCorpus(input, output, {
    version: VERSION,
    mapping: values.mapping === undefined ? undefined : readMapping(values.mapping),
    shares: sharesOf(values.splits),
    name: values.name,
    shards: countOf('--shards', values.shards),
    identifiedSource: values['identified-source'],
  });
  for (const { file, line, code, rows, why } of rejected) {
    console.error(`${file}: ${rows} rows gave no ${code}: ${why} (first: line ${line})`);
  }
  for (const { why, rows } of dropped) console.error(`${rows} rows left out: ${why}`);
  console.log(`${output}: ${subjects} people, ${events} events, ${codes} codes in ${shards} shards`);
  return 0;
}

import { parseArgs } from 'node:util';
import { assertStream, type Built, buildCorpus, filterBundles } from '../corpus/index.ts';
import { ProdromeError } from '../errors.ts';
import { VERSION } from '../version.ts';
import { countOf, sharesOf } from './corpus-options.ts';
import { filterStatus } from './filter-status.ts';

/** `prodrome corpus build`. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      splits: { type: 'string' },
      name: { type: 'string' },
      shards: { type: 'string' },
      workers: { type: 'string' },
      manifest: { type: 'string' },
      report: { type: 'string' },
      'identified-source': { type: 'boolean', default: false },
    },
  });
  const [input, output] = positionals;
  if (!input || positionals.length > 2) throw new ProdromeError('usage', { why: 'give IN and OUT' });
  if (input === '-' && output === undefined) return filter(values);
  if (!output) throw new ProdromeError('usage', { why: 'give IN and OUT' });
  const built = await buildCorpus(input, output, {
    version: VERSION,
    identifiedSource: values['identified-source'],
    manifest: values.manifest,
    name: values.name,
    shards: countOf('--shards', values.shards),
    workers: countOf('--workers', values.workers),
    shares: sharesOf(values.splits),
  });
  report(output, built);
  return 0;
}

function report(output: string, { subjects, events, codes, shards, failed, issues }: Built): void {
  const left = failed > 0 ? `; ${failed} people left out` : '';
  console.log(`${output}: ${subjects} people, ${events} events, ${codes} codes in ${shards} shards${left}`);
  const counted = Object.entries(issues).sort(([, a], [, b]) => b - a);
  if (counted.length > 0) console.error(`in the input: ${counted.map(([code, n]) => `${n} ${code}`).join(', ')}`);
}

/**
 * Fails when the stream is not that of its manifest, which is known only at its end: nothing of the output may then be used.
 * Fails, too, when nothing at all could be read; a bad line is said, and costs only itself.
 */
async function filter(options: {
  readonly manifest?: string;
  readonly report?: string;
  readonly 'identified-source': boolean;
}): Promise<number> {
  const { manifest } = options;
  if (!options['identified-source'] && manifest === undefined) {
    throw new ProdromeError('corpus-not-deidentified', { path: 'standard input', why: 'name its --manifest' });
  }
  const filtered = await filterBundles(process.stdin, process.stdout);
  if (manifest !== undefined) await assertStream(manifest, filtered.sha256);
  return filterStatus(filtered, options.report);
}

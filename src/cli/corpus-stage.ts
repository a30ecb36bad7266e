import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { commonProvenance, finishStage, metadataOf, stageShard } from '../corpus/index.ts';
import { ProdromeError } from '../errors.ts';
import { VERSION } from '../version.ts';
import { sharesOf } from './corpus-options.ts';

/** `prodrome corpus shard`. */
export async function shard(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { shard: { type: 'string' }, splits: { type: 'string' } },
  });
  const [folder] = positionals;
  const [, index, of] = /^(\d{1,5})\/(\d{1,5})$/.exec(values.shard ?? '') ?? [];
  if (!folder || positionals.length > 1) throw new ProdromeError('usage', { why: 'give the folder STAGE' });
  if (index === undefined || of === undefined || Number(index) >= Number(of)) {
    throw new ProdromeError('usage', { why: 'say which shard of how many: --shard 0/4' });
  }
  const events = await stageShard(process.stdin, folder, {
    index: Number(index),
    of: Number(of),
    shares: sharesOf(values.splits),
  });
  console.log(JSON.stringify({ shard: Number(index), events }));
  return 0;
}

/** `prodrome corpus finish`. */
export async function finish(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      manifest: { type: 'string' },
      'identified-source': { type: 'boolean', default: false },
    },
  });
  const [stage, output] = positionals;
  if (!stage || !output || positionals.length > 2) throw new ProdromeError('usage', { why: 'give STAGE and OUT' });
  const provenance = values['identified-source'] ? undefined : provenanceFrom(values.manifest);
  const metadata = metadataOf(values.name ?? basename(resolve(output)), VERSION, provenance);
  const { subjects, events, codes, shards } = await finishStage(stage, output, metadata);
  console.log(`${output}: ${subjects} people, ${events} events, ${codes} codes in ${shards} shards`);
  return 0;
}

function provenanceFrom(manifest: string | undefined): ReturnType<typeof commonProvenance> {
  if (manifest !== undefined) return commonProvenance(manifest);
  throw new ProdromeError('usage', { why: 'name the --manifest of the de-identification, or say --identified-source' });
}

import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ProdromeError } from '../../errors.ts';
import type { Batch } from '../batch.ts';
import type { NetworkConfig } from '../config.ts';
import { vocabularySchema } from '../vocabulary.ts';

/*
 * What packing leaves beside the shards, and travels with the model: the vocabulary, and the manifest with settings and outcomes.
 * Shards of another origin may have neither.
 */

const [VOCABULARY, MANIFEST] = ['vocabulary.json', 'manifest.json'];
const manifestSchema = z.object({ outcomes: z.array(z.object({ name: z.string() })) });

/**
 * Holds a network to what its shards were packed with.
 * @throws ProdromeError `shards-invalid` that names what differs
 */
export function assertFits(network: NetworkConfig, shards: string): void {
  const refuse = (why: string) => new ProdromeError('shards-invalid', { path: shards, why });
  const read = <T>(name: string, schema: z.ZodType<T>): T | undefined => {
    if (!existsSync(join(shards, name))) return undefined;
    try {
      return schema.parse(JSON.parse(readFileSync(join(shards, name), 'utf8')));
    } catch {
      throw refuse(`${name} cannot be read`);
    }
  };
  const vocabulary = read(VOCABULARY, vocabularySchema);
  const differ = (what: string, ours: number, theirs: number) =>
    refuse(`the configuration has network.${what} ${ours}, and ${VOCABULARY} ${theirs}`);
  if (vocabulary) {
    const { codes, measures } = vocabulary;
    if (codes.length !== network.vocabulary) throw differ('vocabulary', network.vocabulary, codes.length);
    if (measures.length !== network.measures) throw differ('measures', network.measures, measures.length);
  }
  const names = read(MANIFEST, manifestSchema)?.outcomes.map(({ name }) => name);
  const ours = network.outcomes.map(({ name }) => name);
  if (names && names.join('\n') !== ours.join('\n'))
    throw refuse(
      `it was packed for the outcomes ${names.join(', ') || 'none'}, and network.outcomes has ${ours.join(', ') || 'none'}`,
    );
}

/** A batch whose codes, measures and bins the network has: past its tables it would read on, and learn nonsense. */
export function fitting(
  batch: Batch,
  { vocabulary, measures, valueBins, nextEvent }: NetworkConfig,
  shards: string,
): Batch {
  const beyond = (what: string, found: number, has: number) =>
    new ProdromeError('shards-invalid', {
      path: shards,
      why: `${what} ${found} stands in it, and the network has ${has}`,
    });
  const code = Math.max(most(batch.codes), nextEvent ? most(batch.targetCodes) : 0);
  if (code >= vocabulary) throw beyond('code', code, vocabulary);
  if (most(batch.measures) > measures) throw beyond('measure', most(batch.measures), measures);
  if (valueBins > 0 && most(batch.targetBins) >= valueBins)
    throw beyond('value bin', most(batch.targetBins), valueBins);
  return batch;
}

function most(values: Int32Array): number {
  let found = 0;
  for (let i = 0; i < values.length; i++) if ((values[i] as number) > found) found = values[i] as number;
  return found;
}

/** Hash of the data's manifest; undefined without one. */
export function manifestHash(shards: string): string | undefined {
  const path = join(shards, MANIFEST);
  return existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : undefined;
}

/** Copies what travels with a model into its folder. */
export function carryAlong(shards: string, out: string): void {
  for (const name of [VOCABULARY, MANIFEST])
    if (existsSync(join(shards, name))) copyFileSync(join(shards, name), join(out, name));
}

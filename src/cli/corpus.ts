import { ProdromeError } from '../errors.ts';
import * as build from './corpus-build.ts';
import * as cohort from './corpus-cohort.ts';
import * as describe from './corpus-describe.ts';
import * as imports from './corpus-import.ts';
import * as stage from './corpus-stage.ts';

interface Verb {
  readonly usage: string;
  run(args: string[]): Promise<number>;
}

const VERBS = new Map<string, Verb>([
  ['build', build],
  ['import', imports],
  ['describe', describe],
  ['cohort', cohort],
  ['shard', { usage: stage.usage, run: stage.shard }],
  ['finish', { usage: '', run: stage.finish }],
]);

export const usage = [...VERBS.values()].flatMap((verb) => verb.usage || []).join('\n');

/** `prodrome corpus`: data sets of many lives. */
export async function run([verb = '', ...args]: string[]): Promise<number> {
  const command = VERBS.get(verb);
  if (!command) throw new ProdromeError('usage', { why: `say ${[...VERBS.keys()].join(', ')}` });
  return command.run(args);
}

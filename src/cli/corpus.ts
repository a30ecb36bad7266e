import { ProdromeError } from '../errors.ts';

/** One file a verb; loaded only when it is asked for. */
const VERBS = new Map<string, (args: string[]) => Promise<number>>([
  ['build', async (args) => (await import('./corpus-build.ts')).run(args)],
  ['import', async (args) => (await import('./corpus-import.ts')).run(args)],
  ['describe', async (args) => (await import('./corpus-describe.ts')).run(args)],
  ['cohort', async (args) => (await import('./corpus-cohort.ts')).run(args)],
  ['shard', async (args) => (await import('./corpus-stage.ts')).shard(args)],
  ['finish', async (args) => (await import('./corpus-stage.ts')).finish(args)],
]);

/** `prodrome corpus`: data sets of many lives. */
export async function run([verb = '', ...args]: string[]): Promise<number> {
  const command = VERBS.get(verb);
  if (!command) throw new ProdromeError('usage', { why: `say ${[...VERBS.keys()].join(', ')}` });
  return command(args);
}

#!/usr/bin/env node
import { failureOf, fileError, framesOf } from './failure.ts';

interface Command {
  readonly usage: string;
  run(args: string[]): Promise<number>;
}

/** One file a command; loaded only when it is asked for. */
const COMMANDS = new Map<string, () => Promise<Command>>([
  ['review', () => import('./review.ts')],
  ['read', () => import('./read.ts')],
  ['differential', () => import('./differential.ts')],
  ['serve', () => import('./serve.ts')],
  ['deid', () => import('./deid.ts')],
  ['knowledge', () => import('./knowledge.ts')],
  ['pack', () => import('./pack.ts')],
  ['train', () => import('./train.ts')],
  ['predict', () => import('./predict.ts')],
  ['evaluate', () => import('./evaluate.ts')],
  ['corpus', () => import('./corpus.ts')],
]);

async function main([name = 'help', ...args]: string[]): Promise<number> {
  if (['help', '--help', '-h'].includes(name)) return help([...COMMANDS.keys()]);
  if (name === '--version') {
    const { VERSION } = await import('../review/index.ts');
    console.log(`prodrome ${VERSION}`);
    return 0;
  }
  const load = COMMANDS.get(name);
  if (!load) {
    console.error(`prodrome: no command ${name}: there are ${[...COMMANDS.keys()].join(', ')} (prodrome --help)`);
    return 2;
  }
  if (args.includes('--help') || args.includes('-h')) return help([name]);
  const command = await load();
  try {
    return await command.run(args);
  } catch (error) {
    return fail(error, name);
  }
}

async function help(names: readonly string[]): Promise<number> {
  const commands = await Promise.all(names.map((name) => COMMANDS.get(name)?.()));
  console.log(commands.map((command) => command?.usage ?? '').join('\n\n'));
  return 0;
}

/** Says what went wrong; where in the program, too, when PRODROME_TRACE is set. */
function fail(error: unknown, name: string): number {
  const { line, status } = failureOf(error, name);
  console.error(line);
  if (process.env.PRODROME_TRACE) console.error(framesOf(error));
  return status;
}

// A reader that has seen enough (`| head`) is no failure; a full disk is.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : fail(fileError(error, 'write to') ?? error, ''));
});

process.exitCode = await main(process.argv.slice(2));

#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { cacheFolder } from '../cache.ts';
import { VERSION } from '../version.ts';
import { failureOf, fileError, framesOf } from './failure.ts';
import { type CommandName, USAGE } from './usage.ts';

interface Command {
  run(args: string[]): Promise<number>;
}

/** One file a command; loaded only when it is asked for. */
const COMMANDS: Readonly<Record<CommandName, () => Promise<Command>>> = {
  review: () => import('./review.ts'),
  read: () => import('./read.ts'),
  differential: () => import('./differential.ts'),
  serve: () => import('./serve.ts'),
  deid: () => import('./deid.ts'),
  knowledge: () => import('./knowledge.ts'),
  pack: () => import('./pack.ts'),
  train: () => import('./train.ts'),
  predict: () => import('./predict.ts'),
  calibrate: () => import('./calibrate.ts'),
  evaluate: () => import('./evaluate.ts'),
  corpus: () => import('./corpus.ts'),
};

async function main([name = 'help', ...args]: string[]): Promise<number> {
  if (['help', '--help', '-h'].includes(name)) return say(Object.values(USAGE).join('\n\n'));
  if (name === '--version') return say(`prodrome ${VERSION}`);
  if (!isCommand(name)) {
    console.error(`prodrome: no command ${name}: there are ${Object.keys(USAGE).join(', ')} (prodrome --help)`);
    return 2;
  }
  if (args.includes('--help') || args.includes('-h')) return say(USAGE[name]);
  keepCompiledCode();
  const command = await COMMANDS[name]();
  try {
    return await command.run(args);
  } catch (error) {
    return fail(error, name);
  }
}

const isCommand = (name: string): name is CommandName => Object.hasOwn(USAGE, name);

function say(text: string): number {
  console.log(text);
  return 0;
}

/** Code is compiled at the first start and kept; Node itself checks at every start that it is of the same source. */
function keepCompiledCode(): void {
  try {
    enableCompileCache(join(cacheFolder(), 'code'));
  } catch {
    // Without a folder to write in, code is compiled at every start.
  }
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

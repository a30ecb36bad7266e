#!/usr/bin/env node
import { ProdromeError } from '../errors.ts';

interface Command {
  readonly usage: string;
  run(args: string[]): Promise<number>;
}

/** One file a command; loaded only when it is asked for. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  review: () => import('./review.ts'),
  serve: () => import('./serve.ts'),
  knowledge: () => import('./knowledge.ts'),
};

async function main([name = '', ...args]: string[]): Promise<number> {
  const load = COMMANDS[name];
  if (!load) {
    const commands = await Promise.all(Object.values(COMMANDS).map((each) => each()));
    console.error(commands.map((command) => command.usage).join('\n\n'));
    return name === '' || name === 'help' || name === '--help' ? 0 : 2;
  }
  try {
    return await (await load()).run(args);
  } catch (error) {
    if (error instanceof ProdromeError) {
      console.error(`prodrome: ${error.message}`);
      return error.code === 'usage' ? 2 : 1;
    }
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
      console.error(`prodrome ${name}: ${error.message}`);
      return 2;
    }
    throw error;
  }
}

process.exitCode = await main(process.argv.slice(2));

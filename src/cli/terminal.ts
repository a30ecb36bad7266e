import { writeFileSync } from 'node:fs';
import { fileError } from './failure.ts';

export const COLUMNS = 80;

/** Width and colour of the terminal; colour by https://no-color.org. A terminal may say that it has no columns at all. */
export function terminal(): { width: number; colour: boolean } {
  const { stdout, env } = process;
  return { width: stdout.columns || COLUMNS, colour: stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb' };
}

/** @throws ProdromeError `file-failed` */
export function write(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw fileError(error, 'write', path) ?? error;
  }
}

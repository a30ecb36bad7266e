import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The folder for what can be made again, such as compiled code and the parsed shelf: `$XDG_CACHE_HOME/prodrome`, else
 * `~/.cache/prodrome` (XDG Base Directory Specification). Nothing of a patient goes there. What it holds is trusted at the next
 * start, so it is the user's own: nobody else may write in it, as in a temporary folder they might.
 */
export function cacheFolder(env: Readonly<Record<string, string | undefined>> = process.env): string {
  const home = env.XDG_CACHE_HOME?.startsWith('/') ? env.XDG_CACHE_HOME : join(homedir(), '.cache');
  const folder = join(home, 'prodrome');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
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

/** The cache holds no more than this, in bytes: some ten shelves and the compiled code of several versions. */
const MOST = 256 * 2 ** 20;

/**
 * Takes the oldest files out of a folder, by when they were written, until the rest is no more than `most` bytes. What is taken can be
 * made again. Another process may do the same: a file that is gone is no error.
 */
export function bound(folder: string, most = MOST): void {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const path = join(folder, name);
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.isFile() ? [{ path, size: stats.size, written: stats.mtimeMs }] : [];
  });
  let kept = 0;
  for (const { path, size } of files.sort((a, b) => b.written - a.written || (a.path < b.path ? -1 : 1))) {
    kept += size;
    if (kept > most) rmSync(path, { force: true });
  }
}

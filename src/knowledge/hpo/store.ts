import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { ProdromeError } from '../../errors.ts';
import { decodeIndex, encodeIndex } from './index-file.ts';
import type { HpoIndex } from './profiles.ts';

const FILE = 'hpo.index';

/**
 * The folder of a user's own knowledge: `$PRODROME_HOME`, else `$XDG_DATA_HOME/prodrome`, else `~/.local/share/prodrome`
 * (XDG Base Directory Specification).
 */
export function knowledgeHome(env: Readonly<Record<string, string | undefined>> = process.env): string {
  if (env.PRODROME_HOME) return env.PRODROME_HOME;
  const data = env.XDG_DATA_HOME?.startsWith('/') ? env.XDG_DATA_HOME : join(homedir(), '.local', 'share');
  return join(data, 'prodrome');
}

/** Writes an index into a folder, whole or not at all. Returns the path of the file. */
export function saveHpo(index: HpoIndex, folder: string): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, FILE);
  const part = `${path}.${process.pid}.part`;
  try {
    writeFileSync(part, encodeIndex(index));
    renameSync(part, path);
  } finally {
    rmSync(part, { force: true });
  }
  return path;
}

/** Whether a folder has an index. */
export function hasHpo(folder: string = knowledgeHome()): boolean {
  return existsSync(join(folder, FILE));
}

/**
 * Loads the index of a folder.
 * @throws ProdromeError `hpo-missing` when there is none, `hpo-damaged` when it cannot be used
 */
export function loadHpo(folder: string = knowledgeHome()): HpoIndex {
  const path = join(folder, FILE);
  if (!existsSync(path)) throw new ProdromeError('hpo-missing', { folder });
  const read = readFileSync(path);
  const bytes = read.byteOffset % 8 === 0 ? read : new Uint8Array(read);
  const index = decodeIndex(bytes);
  if ('why' in index) throw new ProdromeError('hpo-damaged', { path, why: index.why });
  return index;
}

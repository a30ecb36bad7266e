import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * SHA-256 of the files of this room and of its data: two runs with the same one do the same. A build hashes its own files, so
 * it differs from the sources it was built from.
 */
export function codeHash(): string {
  const room = dirname(fileURLToPath(import.meta.url));
  const data = fileURLToPath(new URL('../../privacy/', import.meta.url));
  const hash = createHash('sha256');
  for (const folder of [room, data]) {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.(test\.ts|d\.ts)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    for (const file of files)
      hash.update(file.slice(folder.length).replaceAll('\\', '/')).update('\0').update(readFileSync(file));
  }
  return hash.digest('hex');
}

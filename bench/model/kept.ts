/** Work in parts: what took long is kept in a folder, and what is there is not made again. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `make` gives, as JSON can hold it; without a folder it is made and not kept. */
export async function kept<T>(folder: string | undefined, name: string, make: () => Promise<T>): Promise<T> {
  if (folder === undefined) return make();
  const path = join(folder, `${name}.json`);
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as T;
  const made = await make();
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${path}.new`, JSON.stringify(made));
  renameSync(`${path}.new`, path);
  return made;
}

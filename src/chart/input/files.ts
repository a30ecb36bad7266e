import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Names of files that a folder of records is read from. */
const READ_IN_FOLDERS = /\.(json|ndjson|jsonl|hl7|xml)(\.gz)?$/i;

/** What `prodrome deid` leaves beside its output: proof, and no record. */
export const PROOF_FILES = { manifest: 'deid-manifest.json', report: 'deid-report.json' } as const;
const PROOF: ReadonlySet<string> = new Set(Object.values(PROOF_FILES));

/** The files of records in a folder and the folders in it, links to files, too, by name, so that every machine reads them in one order. */
export function recordFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (entry) =>
        READ_IN_FOLDERS.test(entry.name) && !entry.name.startsWith('.') && !PROOF.has(entry.name) && isFile(entry),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function isFile(entry: Dirent): boolean {
  if (!entry.isSymbolicLink()) return entry.isFile();
  return statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.isFile() === true;
}

import { RESOURCES } from '../fhir/elements.ts';
import type { Keys } from '../key.ts';

/** Words of file names that name nobody. */
const PLAIN = new Set(
  'bundle bundles ccda data document documents export exports fhir hospitals input message messages output part patients practitioners record records r4 sample synthea test transaction'.split(
    ' ',
  ),
);
for (const type of RESOURCES) PLAIN.add(type.toLowerCase());

/** What is translated comes out as NDJSON: `messages.hl7` as `messages.hl7.ndjson`. */
const ENDING = /\.(json|ndjson|jsonl|hl7|xml)(\.gz)?$/i;

/**
 * The name under which the output of a file is written. Names of files often are names of people (`Smith_John.json`), so only
 * one of plain words and short numbers is kept (`Observation.0001.ndjson`); any other becomes a keyed hash.
 */
export function outputName(path: string, keys: Keys): string {
  const parts = path.split(/[\\/]/);
  const isPlain = parts.every((part) =>
    part
      .replace(ENDING, '')
      .split(/[-_. ]+/)
      .every((word) => PLAIN.has(word.toLowerCase()) || /^\d{1,4}$/.test(word)),
  );
  if (!isPlain) return hashedName(path, keys);
  return `${parts.join('/').replace(ENDING, '')}${ENDING.test(path) ? extensionOf(path) : ''}`;
}

/** The files with the names of their outputs, of which no two are the same, on any file system: `a.JSON` is not written over by `a.json`. */
export function withOutputNames<File extends { readonly name: string }>(
  files: readonly File[],
  keys: Keys,
): (File & { readonly output: string })[] {
  const taken = new Set<string>();
  return files.map((file) => {
    const plain = outputName(file.name, keys);
    const output = taken.has(plain.toLowerCase()) ? hashedName(file.name, keys) : plain;
    taken.add(output.toLowerCase());
    return { ...file, output };
  });
}

const hashedName = (path: string, keys: Keys): string =>
  `${keys.keyed('value', path.split(/[\\/]/).join('/')).toString('hex', 0, 8)}${extensionOf(path)}`;

const extensionOf = (path: string): string =>
  (ENDING.exec(path)?.[0].toLowerCase() ?? '.json').replace(/^\.(hl7|xml)/, '.$1.ndjson');

import { RESOURCES } from '../fhir/elements.ts';
import type { Keys } from '../key.ts';

/** Words of file names that name nobody. */
const PLAIN = new Set(
  'bundle bundles data export exports fhir hospitals input output part patients practitioners record records r4 sample synthea test transaction'.split(
    ' ',
  ),
);
for (const type of RESOURCES) PLAIN.add(type.toLowerCase());

/**
 * The name under which the output of a file is written. Names of files often are names of people (`Smith_John.json`), so only
 * one of plain words and short numbers is kept (`Observation.0001.ndjson`); any other becomes a keyed hash.
 */
export function outputName(path: string, keys: Keys): string {
  const parts = path.split(/[\\/]/);
  const extension = /\.(json|ndjson|jsonl)(\.gz)?$/i.exec(path)?.[0].toLowerCase() ?? '.json';
  const isPlain = parts.every((part) =>
    part
      .replace(/\.(json|ndjson|jsonl)(\.gz)?$/i, '')
      .split(/[-_. ]+/)
      .every((word) => PLAIN.has(word.toLowerCase()) || /^\d{1,4}$/.test(word)),
  );
  if (isPlain) return parts.join('/');
  return `${keys.keyed('value', parts.join('/')).toString('hex', 0, 8)}${extension}`;
}

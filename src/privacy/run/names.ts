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
  const extension = (ENDING.exec(path)?.[0].toLowerCase() ?? '.json').replace(/^\.(hl7|xml)/, '.$1.ndjson');
  const isPlain = parts.every((part) =>
    part
      .replace(ENDING, '')
      .split(/[-_. ]+/)
      .every((word) => PLAIN.has(word.toLowerCase()) || /^\d{1,4}$/.test(word)),
  );
  if (isPlain) return `${parts.join('/').replace(ENDING, '')}${ENDING.test(path) ? extension : ''}`;
  return `${keys.keyed('value', parts.join('/')).toString('hex', 0, 8)}${extension}`;
}

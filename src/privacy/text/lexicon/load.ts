import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

/** Compiled by build.ts; sources and licences in knowledge/privacy/README.md. */
export const WORDS_FILE = fileURLToPath(new URL('../../../../knowledge/privacy/words.tsv.gz', import.meta.url));

/** Each word of the list in lower case, with what it is (bits.ts). Names of places may hold spaces. */
export type WordList = ReadonlyMap<string, number>;

let loaded: WordList | undefined;

/** The word list that ships with Prodrome, read once a process. */
export function wordList(): WordList {
  if (loaded) return loaded;
  const text = gunzipSync(readFileSync(WORDS_FILE)).toString('utf8');
  const words = new Map<string, number>();
  for (let start = 0; start < text.length; ) {
    const tab = text.indexOf('\t', start);
    const end = text.indexOf('\n', tab);
    words.set(text.slice(start, tab), Number.parseInt(text.slice(tab + 1, end), 36));
    start = end + 1;
  }
  loaded = words;
  return words;
}

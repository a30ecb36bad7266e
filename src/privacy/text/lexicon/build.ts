/**
 * Compiles the word list of de-identification: `node src/privacy/text/lexicon/build.ts SOURCES`, where SOURCES is a folder with
 * the files that knowledge/privacy/README.md names. Writes knowledge/privacy/words.tsv.gz, the same bytes for the same sources.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { bitsOf, type WordClass } from './bits.ts';
import { WORDS_FILE } from './load.ts';

type Draft = { -readonly [K in keyof WordClass]: WordClass[K] };

/** Births counted under a name, 1880 to the last year of the file, at which its level begins. */
const BIRTHS = [300, 5_000, 50_000];
/** Rank among surnames (United States census 1990) at which a level ends. */
const RANKS = [Number.POSITIVE_INFINITY, 12_000, 1_500];
/** SCOWL's size classes, commonest first, and the level that each gives. */
const SCOWL: readonly (readonly [size: number, level: number])[] = [
  [10, 5],
  [20, 4],
  [35, 3],
  [40, 2],
  [50, 2],
  [55, 2],
  [60, 1],
  [70, 1],
];
const PLAIN = /^[\p{L}][\p{L}'-]*$/u;

const words = new Map<string, Draft>();

function draft(word: string): Draft {
  const key = word.toLowerCase();
  const old = words.get(key);
  if (old) return old;
  const fresh: Draft = {
    given: 0,
    surname: 0,
    common: 0,
    male: false,
    female: false,
    drug: false,
    medical: false,
    place: false,
    region: false,
    eponym: false,
  };
  words.set(key, fresh);
  return fresh;
}

async function givenNames(path: string): Promise<void> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const reader = await connection.runAndReadAll(
    `select name, sum(case when sex = 'M' then n else 0 end)::integer, sum(case when sex = 'F' then n else 0 end)::integer
     from read_parquet('${path.replaceAll("'", "''")}') group by name order by name`,
  );
  for (const row of reader.getRows()) {
    const [name, male, female] = [String(row[0]), Number(row[1]), Number(row[2])];
    const level = BIRTHS.filter((births) => male + female >= births).length;
    if (level === 0) continue;
    const word = draft(name);
    word.given = level;
    word.male = male >= 0.1 * (male + female);
    word.female = female >= 0.1 * (male + female);
  }
}

function surnames(ranked: string, names: string): void {
  for (const line of ranked.split('\n')) {
    const [name, , , rank] = line.trim().split(/\s+/);
    if (name === undefined || rank === undefined) continue;
    draft(name).surname = RANKS.filter((limit) => Number(rank) <= limit).length;
  }
  for (const line of names.split('\n').slice(1)) {
    const name = line.split(',')[0] ?? '';
    if (!/^[A-Z]{3,}$/.test(name)) continue;
    const word = draft(name);
    word.surname = Math.max(word.surname, 1);
  }
}

function english(folder: string): void {
  for (const [size, level] of SCOWL) {
    for (const dialect of ['english', 'american', 'british']) {
      let list: string[];
      try {
        list = JSON.parse(readFileSync(join(folder, `${dialect}-words-${size}.json`), 'utf8')) as string[];
      } catch {
        continue;
      }
      for (const word of list) {
        if (!PLAIN.test(word)) continue;
        const entry = draft(word);
        entry.common = Math.max(entry.common, level);
      }
    }
  }
}

/** The pickle is of protocol 0, that is, text: brand names and generic names are its quoted strings. */
function drugs(pickle: string): void {
  for (const [, text] of pickle.matchAll(/^s?S'([^']+)'$/gm)) {
    for (const word of (text ?? '').split(/[\s-]+/)) {
      if (/^[A-Z]{4,}$/.test(word)) draft(word).drug = true;
    }
  }
}

/** Words of ICD-10-CM's tabular list; one written with a capital before 's is an eponym. */
function diagnoses(xml: string): void {
  for (const [, text] of xml.matchAll(/<(?:desc|note)>([^<]+)</g)) {
    for (const [word, name, end] of (text ?? '').matchAll(/([\p{L}-]+)('s)?/gu)) {
      if (name === undefined || name.length < 3) continue;
      if (end !== undefined && /^\p{Lu}\p{Ll}/u.test(name)) draft(name).eponym = true;
      else if (/^\p{Ll}/u.test(word)) draft(name).medical = true;
    }
  }
}

interface City {
  readonly name: string;
  readonly countrycode: string;
  readonly population: number;
}

/** Cities of the English-speaking countries from 15,000 people, elsewhere from 200,000; countries; states of the USA. */
function places(cities: string, countries: string, states: string): void {
  const near = new Set(['US', 'GB', 'CA', 'IE', 'AU', 'NZ']);
  for (const city of Object.values(JSON.parse(cities) as Record<string, City>)) {
    if (city.population >= (near.has(city.countrycode) ? 15_000 : 200_000)) draft(city.name).place = true;
  }
  for (const list of [countries, states]) {
    for (const { name } of Object.values(JSON.parse(list) as Record<string, { name: string }>))
      draft(name).region = true;
  }
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('name the folder of the sources: see knowledge/privacy/README.md');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
await givenNames(join(folder, 'babynames.parquet'));
surnames(read('dist.all.last'), read('census2010.csv'));
english(folder);
drugs(read('synonyms.dat'));
diagnoses(read('icd10cm.xml'));
places(read('cities15000.json'), read('countries.json'), read('us_states.json'));

// Brands of many words hold common words ("Pain Relief"): those are no drugs.
for (const entry of words.values()) entry.drug &&= entry.common < 2;
const lines = [...words]
  .map(([word, entry]) => `${word}\t${bitsOf(entry).toString(36)}`)
  .sort((a, b) => (a < b ? -1 : 1));
writeFileSync(WORDS_FILE, gzipSync(`${lines.join('\n')}\n`, { level: 9 }));
console.log(`${lines.length} words`);

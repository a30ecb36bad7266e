import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ZodError } from 'zod';
import { ProdromeError } from '../../errors.ts';
import { readHpoa } from './hpoa.ts';
import { readObo } from './obo.ts';
import { readObograph } from './obograph.ts';
import { readReducedDiseases, readReducedTerms } from './reduced.ts';
import type { DiseaseProfile, HpoRelease, HpoTerm } from './release.ts';

/** Where the releases are published; every release has the three files under its own folder. */
export const HPO_RELEASES = 'https://github.com/obophenotype/human-phenotype-ontology/releases/latest/download/';

/** No file of a release comes near this size unpacked. */
const LARGEST = 2 ** 30;
/** A release has thousands of terms; a file with fewer than this is cut short, or something else. */
const FEWEST_TERMS = 1;

/** The kinds of files that are read, by name; the first of a kind counts. */
const TERM_FILES = [/^hp\.obo(\.gz)?$/, /^hp\.json(\.gz)?$/, /terms\.json(\.gz)?$/] as const;
const DISEASE_FILES = [/^phenotype\.hpoa(\.gz)?$/, /diseases\.json(\.gz)?$/] as const;

/** A file's name and its text, unpacked. */
interface TextFile {
  readonly name: string;
  readonly text: string;
}

/**
 * Reads a release from a folder: `hp.obo` or `hp.json` with `phenotype.hpoa`, or reduced JSON files (`*terms.json`,
 * `*diseases.json`); each may be gzipped.
 * @throws ProdromeError `hpo-source` naming what is missing or where a file is not what its name says
 */
export function readReleaseFolder(folder: string): HpoRelease {
  if (!existsSync(folder)) throw new ProdromeError('hpo-source', { from: folder, why: 'there is no such folder' });
  const names = readdirSync(folder).sort();
  const pick = (patterns: readonly RegExp[], which: string): string[] => {
    for (const pattern of patterns) {
      const found = names.filter((name) => pattern.test(name));
      if (found.length > 0) return found;
    }
    throw new ProdromeError('hpo-source', { from: folder, why: `it holds no ${which}` });
  };
  const [terms] = pick(TERM_FILES, 'hp.obo, hp.json or *terms.json');
  const diseases = pick(DISEASE_FILES, 'phenotype.hpoa or *diseases.json');
  const open = (name: string): TextFile => ({
    name,
    text: unpack(readFileSync(join(folder, name)), join(folder, name)),
  });
  return releaseOf(open(terms ?? ''), diseases.map(open), folder);
}

/**
 * Fetches `hp.obo` and `phenotype.hpoa` from under an address.
 * @throws ProdromeError `hpo-source` when one cannot be had or is not what its name says
 */
export async function fetchRelease(address: string, fetcher: typeof fetch = fetch): Promise<HpoRelease> {
  const base = address.endsWith('/') ? address : `${address}/`;
  const get = async (name: string): Promise<TextFile> => {
    const url = new URL(name, base).href;
    const fault = (why: string) => new ProdromeError('hpo-source', { from: url, why });
    const answer = await fetcher(url).catch(() => {
      throw fault('it cannot be reached');
    });
    if (!answer.ok) throw fault(`it answers ${answer.status}`);
    return { name, text: unpack(Buffer.from(await answer.arrayBuffer()), url) };
  };
  const [terms, diseases] = [await get('hp.obo'), await get('phenotype.hpoa')];
  return releaseOf(terms, [diseases], address);
}

function releaseOf(termFile: TextFile, diseaseFiles: readonly TextFile[], from: string): HpoRelease {
  const { version, terms } = parsed(termFile, from, termsOf);
  if (terms.length < FEWEST_TERMS)
    throw new ProdromeError('hpo-source', { from: place(from, termFile), why: 'no terms in it' });
  const diseases: DiseaseProfile[] = [];
  const faults: string[] = [];
  let annotated: string | undefined;
  for (const file of diseaseFiles) {
    const read = parsed(file, from, diseasesOf);
    diseases.push(...read.diseases);
    faults.push(...read.faults);
    annotated ??= read.version;
  }
  if (diseases.length === 0) throw new ProdromeError('hpo-source', { from, why: 'no diseases in it' });
  const named = /(\d{4}-\d{2}-\d{2})/.exec(termFile.name)?.[1];
  const own = version ?? named;
  if (own !== undefined && annotated !== undefined && own !== annotated) {
    faults.push(`the ontology is of ${own}, the annotations are of ${annotated}`);
  }
  return { version: own ?? annotated ?? 'unknown', terms, diseases, faults };
}

function termsOf({ name, text }: TextFile): { version: string | undefined; terms: HpoTerm[] } {
  if (/\.obo(\.gz)?$/.test(name)) return readObo(text);
  const json: unknown = JSON.parse(text);
  return /^hp\.json/.test(name) ? readObograph(json) : { version: undefined, terms: readReducedTerms(json) };
}

function diseasesOf({ name, text }: TextFile): {
  version: string | undefined;
  diseases: DiseaseProfile[];
  faults: string[];
} {
  if (name.startsWith('phenotype.hpoa')) return readHpoa(text);
  return { version: undefined, diseases: readReducedDiseases(JSON.parse(text)), faults: [] };
}

/** What a reader makes of a file; whatever it trips over is told as a fault of that file. */
function parsed<T>(file: TextFile, from: string, read: (file: TextFile) => T): T {
  try {
    return read(file);
  } catch (error) {
    throw new ProdromeError('hpo-source', { from: place(from, file), why: whyOf(error) });
  }
}

function whyOf(error: unknown): string {
  if (error instanceof ZodError) {
    const [issue] = error.issues;
    return `not of the form it should be at ${issue?.path.join('.') || 'its top'}: ${issue?.message ?? ''}`;
  }
  return error instanceof SyntaxError ? 'it is not JSON' : error instanceof Error ? error.message : 'it cannot be read';
}

function unpack(bytes: Buffer, from: string): string {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes.toString('utf8');
  try {
    return gunzipSync(bytes, { maxOutputLength: LARGEST }).toString('utf8');
  } catch {
    throw new ProdromeError('hpo-source', { from, why: 'its compression is damaged, or it is larger than 1 GB' });
  }
}

const place = (from: string, { name }: TextFile): string =>
  basename(from) === name ? from : from.endsWith('/') ? `${from}${name}` : `${from}/${name}`;

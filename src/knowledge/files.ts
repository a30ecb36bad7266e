import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { bound, cacheFolder } from '../cache.ts';
import { ProdromeError } from '../errors.ts';
import { incidentalSchema } from './incidental.ts';
import { type Knowledge, type KnowledgeData, knowledgeOf } from './knowledge.ts';
import { abbreviationsSchema, lexiconConceptsOf, lexiconFileSchema } from './lexicon.ts';
import { conditionSchema, findingSchema, followUpSchema, sourceSchema, testSchema } from './schema.ts';

/** The shelf that ships with Prodrome. */
export const SHELF = fileURLToPath(new URL('../../knowledge/', import.meta.url));

interface YamlFile {
  readonly path: string;
  readonly text: string;
}

/** A fault in a knowledge file: where, and why. */
export interface FileFault {
  readonly where: string;
  readonly why: string;
}

/** Which schema the files of each folder of the shelf obey, and where their content goes. */
const FOLDERS = {
  findings: z.array(findingSchema),
  conditions: conditionSchema,
  tests: z.array(testSchema),
  'follow-up': z.array(followUpSchema),
  incidental: z.array(incidentalSchema),
  sources: z.record(z.string(), sourceSchema),
  lexicon: lexiconFileSchema,
  abbreviations: abbreviationsSchema,
} as const;

/**
 * Reads, checks and indexes the knowledge of a folder. Parsed YAML is kept by the content's hash in the user's cache, so a second
 * start does not parse it again.
 * @throws ProdromeError `knowledge-invalid` at the first file that does not obey its schema.
 */
export function loadKnowledge(folder: string = SHELF): Knowledge {
  const files = yamlFiles(folder);
  const version = hashOf(files);
  const kept = readKept(version);
  if (kept) return knowledgeOf(kept, version.slice(0, 12));
  const { data, faults } = parseFiles(files);
  const [fault] = faults;
  if (fault) throw new ProdromeError('knowledge-invalid', { ...fault });
  keep(version, data);
  return knowledgeOf(data, version.slice(0, 12));
}

/** Reads all files of a folder and reports every fault, for the checker. */
export function readKnowledge(folder: string = SHELF): { data: KnowledgeData; faults: FileFault[]; version: string } {
  const files = yamlFiles(folder);
  return { ...parseFiles(files), version: hashOf(files).slice(0, 12) };
}

function parseFiles(files: readonly YamlFile[]): { data: KnowledgeData; faults: FileFault[] } {
  const data: KnowledgeData = {
    findings: [],
    conditions: [],
    tests: [],
    followUps: [],
    incidentals: [],
    sources: {},
    lexicon: [],
    abbreviations: {},
  };
  const faults: FileFault[] = [];
  for (const file of files) {
    const document = parseDocument(file.text, { prettyErrors: true });
    const [broken] = document.errors;
    if (broken) {
      faults.push({ where: file.path, why: broken.message.split('\n')[0] ?? 'not YAML' });
      continue;
    }
    const kind = file.path.split(/[\\/]/)[0] as keyof typeof FOLDERS;
    const parsed = FOLDERS[kind].safeParse(document.toJS());
    if (!parsed.success) {
      for (const issue of parsed.error.issues) {
        faults.push({ where: `${file.path} ${issue.path.join('.')}`, why: issue.message });
      }
      continue;
    }
    if (kind === 'findings') data.findings.push(...(parsed.data as KnowledgeData['findings']));
    else if (kind === 'conditions') data.conditions.push(parsed.data as KnowledgeData['conditions'][number]);
    else if (kind === 'tests') data.tests.push(...(parsed.data as KnowledgeData['tests']));
    else if (kind === 'follow-up') data.followUps.push(...(parsed.data as KnowledgeData['followUps']));
    else if (kind === 'incidental')
      data.incidentals?.push(...(parsed.data as NonNullable<KnowledgeData['incidentals']>));
    else if (kind === 'lexicon')
      data.lexicon.push(...lexiconConceptsOf(parsed.data as Parameters<typeof lexiconConceptsOf>[0]));
    else if (kind === 'abbreviations') Object.assign(data.abbreviations, parsed.data);
    else Object.assign(data.sources, parsed.data);
  }
  return { data, faults };
}

function yamlFiles(folder: string): YamlFile[] {
  if (!existsSync(folder)) throw new ProdromeError('input-missing', { path: folder });
  return Object.keys(FOLDERS)
    .map((name) => join(folder, name))
    .filter((path) => existsSync(path))
    .flatMap((path) => readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name)))
    .filter((path) => path.endsWith('.yaml'))
    .sort()
    .map((path) => ({ path: relative(folder, path), text: readFileSync(path, 'utf8') }));
}

function hashOf(files: readonly YamlFile[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file.path).update('\0').update(file.text).update('\0');
  return hash.digest('hex');
}

const pathOf = (version: string) => join(cacheFolder(), `knowledge-${version}.json`);

function readKept(version: string): KnowledgeData | undefined {
  try {
    const kept = JSON.parse(readFileSync(pathOf(version), 'utf8')) as Partial<KnowledgeData> | null;
    return Array.isArray(kept?.conditions) && Array.isArray(kept.findings) ? (kept as KnowledgeData) : undefined;
  } catch {
    return undefined;
  }
}

function keep(version: string, data: KnowledgeData): void {
  try {
    const path = pathOf(version);
    const draft = `${path}.${process.pid}`;
    writeFileSync(draft, JSON.stringify(data));
    renameSync(draft, path);
    // A new shelf comes with a new version of Prodrome, as a rule: what earlier ones left is looked at now, and not at every start.
    bound(cacheFolder());
  } catch {
    // Without a folder to write in, the shelf is parsed at every start.
  }
}

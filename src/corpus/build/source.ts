import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { recordFiles } from '../../chart/index.ts';
import { ProdromeError } from '../../errors.ts';
import { type DeidManifest, MANIFEST_FILE, parseManifest } from '../../privacy/index.ts';
import type { Deidentification } from '../types.ts';

/**
 * Proof that a source is the output of a de-identification run, unchanged: its manifest, which lists every file of it with its
 * SHA-256. `manifest` names the file when it is not in the folder of the source.
 * @throws ProdromeError `input-missing`, `corpus-not-deidentified`, with what is missing or does not agree
 */
export async function provenanceOf(path: string, manifest?: string): Promise<Deidentification> {
  if (!existsSync(path)) throw new ProdromeError('input-missing', { path });
  const isFolder = statSync(path).isDirectory();
  const folder = isFolder ? path : dirname(path);
  const read = readManifest(manifest ?? join(folder, MANIFEST_FILE), path);
  const listed = new Map(read.files.map((each) => [each.name, each.output]));
  for (const name of isFolder ? filesIn(path) : [basename(path)]) {
    const hash = listed.get(name);
    if (hash === undefined) throw refused(path, `${name} is not in the manifest`);
    if ((await sha256(join(folder, name))) !== hash) {
      throw refused(path, `${name} is not as it was when it was de-identified`);
    }
  }
  return deidentificationOf(read);
}

/** So long is waited for the manifest of a stream, which `prodrome deid -` writes after its last line, in milliseconds. */
const PATIENCE = 30_000;

/**
 * The same for a stream that was read to its end, by the SHA-256 of its bytes.
 * @throws ProdromeError `corpus-not-deidentified`
 */
export async function assertStream(manifest: string, output: string): Promise<void> {
  for (let waited = 0; !existsSync(manifest) && waited < PATIENCE; waited += 50) await wait(50);
  const { files } = readManifest(manifest, 'standard input');
  if (files.some((file) => file.output === output)) return;
  throw refused('standard input', 'it is not the stream of its manifest');
}

/**
 * What the manifests of the parts of a source have in common.
 * @throws ProdromeError `corpus-not-deidentified` when there is none, or they are of different keys, rules or versions
 */
export function commonProvenance(path: string): Deidentification {
  const files = statSync(path, { throwIfNoEntry: false })?.isDirectory()
    ? readdirSync(path)
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => join(path, name))
    : [path];
  const all = files.map((file) => deidentificationOf(readManifest(file, path)));
  const [first] = all;
  if (first === undefined) throw refused(path, 'no manifest in it');
  if (all.some((each) => JSON.stringify(each) !== JSON.stringify(first))) {
    throw refused(path, 'its parts were de-identified with different keys, rules or versions');
  }
  return first;
}

function readManifest(file: string, path: string): DeidManifest {
  if (!existsSync(file)) throw refused(path, `no ${basename(file)}`);
  const parsed = parseManifest(readFileSync(file, 'utf8'));
  if ('wrong' in parsed) throw refused(path, `${basename(file)}: ${parsed.wrong}`);
  return parsed;
}

function deidentificationOf({ format, software, rules, key }: DeidManifest): Deidentification {
  return {
    method: `${format} ${software.version}`,
    code_sha256: software.code,
    rules: rules.name,
    rules_sha256: rules.sha256,
    key_fingerprint: key.fingerprint,
  };
}

/** The files of a folder that a chart is read from, by their paths in it. */
function filesIn(folder: string): string[] {
  return recordFiles(folder).map((path) => relative(folder, path).split(sep).join('/'));
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

function refused(path: string, why: string): ProdromeError {
  return new ProdromeError('corpus-not-deidentified', { path, why });
}

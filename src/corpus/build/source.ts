import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { ProdromeError } from '../../errors.ts';
import { type DeidManifest, MANIFEST_FILE, parseManifest, REPORT_FILE } from '../../privacy/index.ts';

/** What is known of how a source was de-identified. */
export interface Provenance {
  readonly manifest_sha256: string;
  readonly method: string;
}

/**
 * Proof that a source is the output of a de-identification run, unchanged: its manifest, which lists every file of it with its
 * SHA-256. `manifest` names the file when it is not in the folder of the source.
 * @throws ProdromeError `corpus-not-deidentified`, with what is missing or does not agree
 */
export async function provenanceOf(path: string, manifest?: string): Promise<Provenance> {
  if (path !== '-' && !existsSync(path)) throw new ProdromeError('input-missing', { path });
  const isFolder = path !== '-' && statSync(path).isDirectory();
  const folder = isFolder ? path : dirname(path);
  const file = manifest ?? join(folder, MANIFEST_FILE);
  if (path === '-' && manifest === undefined) throw refused(path, 'name its manifest with --manifest');
  if (!existsSync(file)) throw refused(path, `no ${manifest ?? MANIFEST_FILE} with it`);
  const text = readFileSync(file, 'utf8');
  const parsed = parseManifest(text);
  if ('wrong' in parsed) throw refused(path, `${file}: ${parsed.wrong}`);
  if (path !== '-') await assertListed(path, isFolder ? filesIn(path) : [basename(path)], folder, parsed);
  return {
    manifest_sha256: createHash('sha256').update(text).digest('hex'),
    method: `${parsed.format} ${parsed.software.version}, rules ${parsed.rules.name}`,
  };
}

async function assertListed(
  path: string,
  names: readonly string[],
  folder: string,
  manifest: DeidManifest,
): Promise<void> {
  const listed = new Map(manifest.files.map((each) => [each.name, each.output]));
  for (const name of names) {
    const hash = listed.get(name);
    if (hash === undefined) throw refused(path, `${name} is not in the manifest`);
    if ((await sha256(join(folder, name))) !== hash)
      throw refused(path, `${name} is not as it was when it was de-identified`);
  }
}

/** The files of a folder that a chart is read from. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && /\.(json|ndjson|jsonl)(\.gz)?$/i.test(entry.name) && !entry.name.startsWith('.'),
    )
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((name) => name !== MANIFEST_FILE && name !== REPORT_FILE);
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

function refused(path: string, why: string): ProdromeError {
  return new ProdromeError('corpus-not-deidentified', { path: path === '-' ? 'standard input' : path, why });
}

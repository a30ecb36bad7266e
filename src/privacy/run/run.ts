import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { ProdromeError } from '../../errors.ts';
import { addTally, newTally, type Tally } from '../context.ts';
import { Deidentifier } from '../deidentifier.ts';
import type { Json } from '../json.ts';
import { type DeidManifest, MANIFEST_FILE, manifestText, parseManifest, REPORT_FILE } from '../manifest.ts';
import { measured, NO_SUPPRESSION, type Person, type Suppression, suppressionFor } from '../proof/anonymity.ts';
import { type Anonymity, intoSample, reportOf, type Sampled, type SetAside } from '../proof/report.ts';
import { codeHash } from '../software.ts';
import { outputName, withOutputNames } from './names.ts';
import { quasisOf, type RunOptions, toolsOf } from './options.ts';
import { People } from './people.ts';
import { type InputFile, inputFiles, inputHash, reasonOf, SetAsideError, textsOf } from './read.ts';
import { type Outcome, State } from './state.ts';
import { WholeFile, writeWhole } from './write.ts';

export interface RunResult {
  readonly written: number;
  readonly setAside: readonly SetAside[];
  readonly resources: number;
  readonly patients: number;
  readonly anonymity: Anonymity | undefined;
  /** Where the report is. */
  readonly report: string;
}

/**
 * De-identifies a file or a folder into another, with a report and a manifest. All is read twice: first to learn whom the
 * records name and who is alike, then to write. A file that fails is set aside and nothing of it is written.
 * @throws ProdromeError `input-missing`, `input-empty`, `file-failed`, `usage`
 */
export async function deidentifyFiles(input: string, output: string, options: RunOptions): Promise<RunResult> {
  const files = inputFiles(input);
  const isFolder = statSync(input).isDirectory();
  if (!isFolder && existsSync(output) && statSync(output).isDirectory())
    return deidentifyFiles(input, join(output, outputName(files[0]?.name ?? '', options.keys)), options);
  const folder = isFolder ? output : dirname(output);
  if (isFolder && isWithin(output, input))
    throw new ProdromeError('usage', { why: 'OUT is in IN: the next run would read what this one wrote' });
  const named = isFolder
    ? withOutputNames(files, options.keys)
    : files.map((file) => ({ ...file, output: output.split(/[\\/]/).at(-1) ?? output }));
  if (named.some(({ path, output: name }) => resolve(folder, name) === resolve(path)))
    throw new ProdromeError('usage', { why: 'IN and OUT are the same: nothing may be written over a record' });

  const deidentifier = new Deidentifier(toolsOf(options));
  const quasis = quasisOf(options.quasi);
  const people = new People(quasis);
  const hashes = new Map<string, string>();
  for (const file of files) {
    hashes.set(file.path, inputHash(file.path, options.keys));
    await eachText(file, (json) => people.add(deidentifier.learn(json), deidentifier));
  }
  if (deidentifier.register.asks)
    for (const file of files) await eachText(file, (json) => deidentifier.register.identify(json));
  const list = people.list((owner) => deidentifier.register.personOf(owner));
  const { suppression, anonymity } = anonymityOf(list, options);
  deidentifier.suppress(suppression, quasis);

  const header = headerOf(options);
  const run = createHash('sha256')
    .update(JSON.stringify([header, [...hashes.values()].sort(), options.sample]))
    .digest('hex');
  const state = new State(join(folder, `.${isFolder ? 'deid' : named[0]?.output}.state`), run);
  const outcomes: Outcome[] = [];
  const setAside: SetAside[] = [];
  for (const [index, file] of named.entries()) {
    const hash = hashes.get(file.path) ?? '';
    const path = join(folder, file.output);
    const done = existsSync(path) ? state.done(file.output, hash) : undefined;
    if (done) {
      outcomes.push(done);
      continue;
    }
    try {
      const outcome = await write(file, path, hash, deidentifier, options);
      state.add(outcome);
      outcomes.push(outcome);
    } catch (error) {
      if (error instanceof Error && 'syscall' in error) throw error;
      // What an earlier run wrote of it must not be taken for this run's.
      rmSync(path, { force: true });
      setAside.push({ input: file.output, reason: reasonOf(error) });
      options.progress?.(`set aside: file ${index + 1} of ${named.length} by name: ${reasonOf(error)}`);
    }
  }

  const tally = newTally(options.rules.rules.length);
  const sample: Sampled[] = [];
  for (const outcome of outcomes) {
    addTally(tally, outcome.tally);
    for (const each of outcome.sample) intoSample(sample, each, options.sample);
  }
  const report = `${JSON.stringify(reportOf(tally, options.rules, { anonymity, setAside, sample }), null, 2)}\n`;
  const manifest = manifestOf(header, outcomes, setAside, report);
  writeWhole(join(folder, REPORT_FILE), report);
  writeWhole(join(folder, MANIFEST_FILE), manifestText(isFolder ? manifest : joined(folder, manifest)));
  state.close();
  return {
    written: outcomes.length,
    setAside,
    resources: outcomes.reduce((sum, each) => sum + each.resources, 0),
    patients: list.length,
    anonymity,
    report: join(folder, REPORT_FILE),
  };
}

/** Whether a path is that of a folder or of something in it. */
function isWithin(path: string, folder: string): boolean {
  const way = relative(resolve(folder), resolve(path));
  return !way.startsWith('..') && !isAbsolute(way);
}

/** A file that cannot be read is set aside when it comes to be written; what it says so far is learned all the same. */
async function eachText(file: InputFile, see: (json: Json) => void): Promise<void> {
  try {
    for await (const { json } of textsOf(file.path)) for (const each of [json].flat()) see(each as Json);
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw error;
  }
}

async function write(
  { path: source, output: name }: InputFile & { readonly output: string },
  path: string,
  input: string,
  deidentifier: Deidentifier,
  { rules, sample: size }: RunOptions,
): Promise<Outcome> {
  const tally = newTally(rules.rules.length);
  const sample: Sampled[] = [];
  const patients = new Set<string>();
  const file = new WholeFile(path);
  let written = 0;
  try {
    for await (const { json } of textsOf(source)) {
      const made = [json].flat().flatMap((each) => treated(each as Json, deidentifier, tally, patients));
      if (made.length === 0) continue;
      for (const each of made) draw(each, deidentifier, sample, size);
      await file.write(`${JSON.stringify(Array.isArray(json) ? made : made[0])}\n`);
      written += made.length;
    }
    if (written === 0) throw new SetAsideError('the rules leave out all that is in it');
    const { sha256, bytes } = await file.keep();
    return {
      name,
      input,
      output: sha256,
      bytes,
      resources: resourcesIn(tally),
      patients: patients.size,
      tally,
      sample,
    };
  } catch (error) {
    await file.discard();
    throw error;
  }
}

function treated(json: Json, deidentifier: Deidentifier, tally: Tally, patients: Set<string>): Json[] {
  const { made, owners } = deidentifier.treatWithOwners(json, tally);
  for (const patient of owners.patients) patients.add(patient);
  return made === undefined ? [] : [made];
}

/** Puts resources as they were written into the sample, by a keyed draw. */
function draw(made: Json, { tools }: Deidentifier, sample: Sampled[], size: number): void {
  if (size === 0) return;
  const entries = made.resourceType === 'Bundle' && Array.isArray(made.entry) ? (made.entry as Json[]) : [];
  const resources = made.resourceType === 'Bundle' ? entries.map(({ resource }) => resource as Json) : [made];
  for (const output of resources) {
    if (output === undefined) continue;
    const place = tools.keys.keyed('sample', `${output.resourceType}/${output.id}`).toString('hex', 0, 16);
    intoSample(sample, { draw: place, output }, size);
  }
}

const resourcesIn = ({ resources }: Tally): number =>
  [...resources].reduce((sum, [type, count]) => sum + (type === 'Bundle' ? 0 : count), 0);

function anonymityOf(
  list: readonly Person[],
  { k, quasi }: RunOptions,
): { suppression: Suppression; anonymity: Anonymity | undefined } {
  if (list.length === 0) return { suppression: NO_SUPPRESSION, anonymity: undefined };
  const suppression = k === undefined ? NO_SUPPRESSION : suppressionFor(list, k, quasi.length);
  const suppressed = quasi.map((name, index): [string, number] => [
    name,
    [...suppression.blanked].filter(([id, gone]) => gone.has(index) && !suppression.leftOut.has(id)).length,
  ]);
  const anonymity = {
    quasi,
    wanted: k,
    before: measured(list, NO_SUPPRESSION, k),
    after: measured(list, suppression, k),
    suppressed: Object.fromEntries(suppressed),
    leftOut: suppression.leftOut.size,
  };
  return { suppression, anonymity };
}

type Header = Pick<DeidManifest, 'format' | 'version' | 'software' | 'rules' | 'key' | 'options'>;

export function headerOf({ keys, rules, text, asOf, version, k, quasi }: RunOptions): Header {
  return {
    format: 'prodrome-deid',
    version: 1,
    software: { version, code: codeHash() },
    rules: { name: rules.name, sha256: rules.sha256 },
    key: { fingerprint: keys.fingerprint },
    options: {
      asOf,
      style: text.style,
      shiftDays: { ...rules.shiftDays },
      ...(k === undefined ? {} : { k }),
      quasi: [...quasi],
    },
  };
}

export function manifestOf(
  header: Header,
  outcomes: readonly Omit<Outcome, 'tally' | 'sample'>[],
  setAside: readonly SetAside[],
  report: string,
): DeidManifest {
  return {
    ...header,
    files: outcomes
      .map(({ name, input, output, bytes, resources, patients }) => ({
        name,
        input,
        output,
        bytes,
        resources,
        patients,
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    setAside: [...setAside],
    report: createHash('sha256').update(report).digest('hex'),
  };
}

/** Files written one by one into a folder share its manifest, as long as they were made alike. */
function joined(folder: string, manifest: DeidManifest): DeidManifest {
  const path = join(folder, MANIFEST_FILE);
  if (!existsSync(path)) return manifest;
  const there = parseManifest(readFileSync(path, 'utf8'));
  if ('wrong' in there) return manifest;
  const alike = JSON.stringify([there.software, there.rules, there.key, there.options]);
  if (alike !== JSON.stringify([manifest.software, manifest.rules, manifest.key, manifest.options])) return manifest;
  const names = new Set([...manifest.files, ...there.files].map(({ name }) => name));
  const latest = new Map([...there.files, ...manifest.files].map((file) => [file.name, file]));
  return { ...manifest, files: [...names].sort().flatMap((name) => latest.get(name) ?? []) };
}

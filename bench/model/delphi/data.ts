/** Delphi's simulated trajectories: `train.bin` and `val.bin`, triples (person, age in days, token), and the labels. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

export const DELPHI_FILE = 'delphi-sim.tar.gz';

/** Token 0 is "no event", 1 and 2 are the sexes, 3 to 11 body mass, smoking and alcohol; diseases follow; the last is death. */
export const NO_EVENT = 0;
export const MALE = 2;
export const FIRST_DISEASE = 12;
export const DEATH = 1268;
export const TOKENS = 1269;

/** Cut in two between the files, so that half of this person's life would be seen in training. */
const CUT_IN_TWO = 427985;

export interface Trajectory {
  readonly person: number;
  readonly male: boolean;
  /** Days of age, in order. */
  readonly ages: Float64Array;
  readonly tokens: Int32Array;
}

export interface Trajectories {
  readonly train: readonly Trajectory[];
  readonly val: readonly Trajectory[];
  /** Name of each token, ICD-10 code first where it is a disease. */
  readonly names: readonly string[];
}

export function readTrajectories(path: string): Trajectories {
  const files = untar(gunzipSync(readFileSync(path)));
  const file = (name: string) => {
    const bytes = files.get(`delphi-sim/${name}`);
    if (!bytes) throw new Error(`${path} holds no ${name}`);
    return bytes;
  };
  const lines = file('labels.csv').toString('utf8').split('\n');
  return {
    train: trajectoriesOf(file('train.bin')),
    val: trajectoriesOf(file('val.bin')),
    names: Array.from({ length: TOKENS }, (_, token) => (lines[token + 1] ?? '').trim()),
  };
}

function trajectoriesOf(bytes: Buffer): Trajectory[] {
  const count = bytes.length / 12;
  const word = (i: number, column: number) => bytes.readUInt32LE(12 * i + 4 * column);
  const all: Trajectory[] = [];
  for (let start = 0; start < count; ) {
    const person = word(start, 0);
    let end = start + 1;
    while (end < count && word(end, 0) === person) end++;
    const ages = Float64Array.from({ length: end - start }, (_, k) => word(start + k, 1));
    const tokens = Int32Array.from({ length: end - start }, (_, k) => word(start + k, 2));
    if (person !== CUT_IN_TWO) all.push({ person, male: tokens.includes(MALE), ages, tokens });
    start = end;
  }
  return all;
}

/** The files of a tar archive by name (POSIX ustar: 512-byte headers, sizes in octal). */
function untar(archive: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (let at = 0; at + 512 <= archive.length; ) {
    const text = (from: number, length: number) =>
      archive.toString('latin1', at + from, at + from + length).replace(/\0.*$/s, '');
    const name = text(0, 100);
    if (name === '') break;
    const size = Number.parseInt(text(124, 12), 8);
    files.set(name, archive.subarray(at + 512, at + 512 + size));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}

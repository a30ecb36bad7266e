import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { casesOf, type PhenotypeCase, type PhenotypeFinding } from '../../src/findings/index.ts';
import { buildIndex, type HpoIndex, readReleaseFolder } from '../../src/knowledge/index.ts';

/** A published case: what is known of the person, and the disease that was found. Genes are not read. */
export interface PublishedCase extends PhenotypeCase {
  readonly disease: string;
  /** The paper that the case is from: `PMID:…`. */
  readonly paper: string;
}

export const NEEDS = [
  'phenopackets.ndjson.gz',
  'hpo-2025-01-16.terms.json.gz',
  'hpo-2025-01-16.omim-diseases.json.gz',
  'hpo-2025-01-16.orpha-diseases.json.gz',
] as const;

export function hpoOf(data: string): HpoIndex {
  return buildIndex(readReleaseFolder(data)).index;
}

export function publishedCases(data: string): PublishedCase[] {
  const lines = gunzipSync(readFileSync(join(data, NEEDS[0])))
    .toString('utf8')
    .split('\n');
  return lines.flatMap((line, at): PublishedCase[] => {
    if (line === '') return [];
    const row = JSON.parse(line) as {
      file: string;
      packet: { interpretations: { diagnosis: { disease: { id: string } } }[] };
    };
    const cases = casesOf(row, `line ${at + 1}`);
    const disease = row.packet.interpretations[0]?.diagnosis.disease.id;
    const [one] = 'why' in cases ? [] : cases;
    const paper = `PMID:${/PMID_(\d+)/.exec(row.file)?.[1] ?? ''}`;
    return one && disease !== undefined ? [{ ...one, disease, paper }] : [];
  });
}

/** A sequence of numbers in [0, 1) that is the same at every run (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const withoutAbsent = <T extends PhenotypeCase>(one: T): T => ({
  ...one,
  findings: one.findings.filter(({ presence }) => presence === 'present'),
});

/** Half of the findings, by chance; at least one that is present stays. */
export function halved<T extends PhenotypeCase>(one: T, random: () => number): T {
  const present = shuffled(
    one.findings.filter(({ presence }) => presence === 'present'),
    random,
  );
  const absent = shuffled(
    one.findings.filter(({ presence }) => presence === 'absent'),
    random,
  );
  const half = (list: readonly PhenotypeFinding[]) => list.slice(0, Math.ceil(list.length / 2));
  return { ...one, findings: [...half(present), ...half(absent)] };
}

/** Five findings more, each drawn from the profile of another disease drawn by chance. */
export function withNoise<T extends PhenotypeCase>(one: T, index: HpoIndex, random: () => number, count = 5): T {
  const { offsets, values } = index.annotated;
  const noise = Array.from({ length: count }, (): PhenotypeFinding => {
    const disease = Math.floor(random() * index.diseases.length);
    const [from = 0, to = 0] = [offsets[disease], offsets[disease + 1]];
    const term = values[from + Math.floor(random() * (to - from))] ?? 0;
    return { term: `HP:${String(index.termIds[term]).padStart(7, '0')}`, presence: 'present' };
  });
  const given = new Set(one.findings.map(({ term }) => term));
  return { ...one, findings: [...one.findings, ...noise.filter(({ term }) => !given.has(term))] };
}

/** Two persons' findings as if they were one's: what is present in either is present; age and sex of the first. */
export function merged(first: PublishedCase, second: PublishedCase): PhenotypeCase {
  const present = new Map(
    [...first.findings, ...second.findings]
      .filter(({ presence }) => presence === 'present')
      .map((each) => [each.term, each]),
  );
  const { sex: _, ...rest } = first;
  return {
    ...rest,
    ...(first.sex === second.sex && first.sex ? { sex: first.sex } : {}),
    findings: [...present.values()],
  };
}

export function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const copy = [...list];
  for (let at = copy.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const [a, b] = [copy[at], copy[other]];
    if (a !== undefined && b !== undefined) [copy[at], copy[other]] = [b, a];
  }
  return copy;
}

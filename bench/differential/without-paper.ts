import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildIndex,
  decoded,
  type HpoIndex,
  readHpoa,
  readReleaseFolder,
  UNKNOWN_FREQUENCY,
} from '../../src/knowledge/index.ts';
import { queryOf, rank, rankedPlaces } from '../../src/reasoning/index.ts';
import type { Figure } from '../figures.ts';
import type { PublishedCase } from './cases.ts';
import { placesOf, rankOf, shareFigures } from './ranks.ts';

/**
 * The index that each case may be ranked in without its own paper. Some frequencies of `phenotype.hpoa` were counted from the very
 * papers that the cases were taken from; a row names its paper in the column `reference`. Beside each disease stands, for each of
 * its cases' papers, the same disease without the rows of that paper; a case is ranked with that entry in the place of its disease.
 * What the rows of other references owe to the paper cannot be told. Weights of terms are those of the whole release.
 */
export interface WithoutPaper {
  /** The index for one case, and the id that its disease has in it; a disease of which no row is left has none. */
  of(one: PublishedCase): { readonly index: HpoIndex; readonly disease: string };
  /** Share of the cases whose paper is a reference of their disease. */
  readonly cited: number;
}

export function withoutPaper(folder: string, whole: HpoIndex, cases: readonly PublishedCase[]): WithoutPaper {
  const text = readFileSync(join(folder, 'phenotype.hpoa'), 'utf8');
  const papers = new Map<string, Set<string>>();
  for (const { disease, paper } of cases) papers.set(disease, (papers.get(disease) ?? new Set()).add(paper));
  const header: string[] = [];
  const added: string[] = [];
  const cited = new Set<string>();
  for (const line of text.split('\n')) {
    const [disease = '', name, , , reference = ''] = line.split('\t');
    if (line.startsWith('#') || disease === 'database_id') header.push(line);
    for (const paper of papers.get(disease) ?? []) {
      if (reference === paper) cited.add(variantOf(disease, paper));
      else added.push([variantOf(disease, paper), name, ...line.split('\t').slice(2)].join('\t'));
    }
  }
  const release = readReleaseFolder(folder);
  const more = readHpoa([...header, ...added].join('\n'));
  const built = buildIndex({ ...release, diseases: [...release.diseases, ...more.diseases] }).index;
  const { information, ancestors } = whole;
  const places = new Map(built.diseases.map(({ id }, place) => [id, place]));
  const variants = [...places].flatMap(([id, place]) => (id.includes('_') ? [place] : []));
  const of = ({ disease, paper }: PublishedCase) => {
    const id = variantOf(disease, paper);
    const represented = built.traits.represented.slice();
    for (const place of [...variants, places.get(disease) ?? 0]) represented[place] = 1;
    const own = places.get(id);
    if (own !== undefined) represented[own] = 0;
    return { index: { ...built, information, ancestors, traits: { ...built.traits, represented } }, disease: id };
  };
  return {
    of,
    cited: cases.filter(({ disease, paper }) => cited.has(variantOf(disease, paper))).length / cases.length,
  };
}

const OMIM = { sources: ['OMIM'], top: 1 } as const;

/** How much of the figures rests on a case's own paper: ranks with the whole release, and without the rows of that paper. */
export function withoutPaperFigures(
  folder: string,
  whole: HpoIndex,
  cases: readonly PublishedCase[],
  part: readonly PublishedCase[],
): Figure[] {
  const { of, cited } = withoutPaper(folder, whole, cases);
  let places: ReadonlyMap<string, number> | undefined;
  const without = part.map((one) => {
    const { index, disease } = of(one);
    places ??= placesOf(index);
    const truth = places.get(disease);
    const { posterior } = rank(index, one, OMIM);
    return { kept: truth !== undefined, at: rankOf(posterior.diseases, rankedPlaces(index, OMIM.sources), truth) };
  });
  const ranked = rankedPlaces(whole, OMIM.sources);
  const all = placesOf(whole);
  const as = part.map((one) => rankOf(rank(whole, one, OMIM).posterior.diseases, ranked, all.get(one.disease)));
  const kept = without.filter((each) => each.kept);
  return [
    ...frequencyFigures(part, of),
    { name: 'cases whose paper is a reference of their disease', value: 100 * cited, unit: '%', n: cases.length },
    ...shareFigures('with the annotations of the case’s own paper', as),
    ...shareFigures(
      'without the annotations of the case’s own paper',
      without.map(({ at }) => at),
    ),
    ...shareFigures(
      'the same where any annotation of the disease is left',
      kept.map(({ at }) => at),
    ),
  ];
}

const BINS = 10;

/**
 * Whether frequencies hold for patients of other papers: of the findings that a case records, present or absent, and that its
 * disease is annotated with by the other papers, how many are present, by tenths of the frequency.
 */
function frequencyFigures(cases: readonly PublishedCase[], of: WithoutPaper['of']): Figure[] {
  const counts = Array.from({ length: BINS }, () => ({ present: 0, all: 0 }));
  let places: ReadonlyMap<string, number> | undefined;
  for (const one of cases) {
    const { index, disease } = of(one);
    places ??= placesOf(index);
    const truth = places.get(disease);
    if (truth === undefined) continue;
    const { present, absent } = queryOf(index, one);
    const codes = new Map<number, number>();
    const { offsets, values, frequencies } = index.annotated;
    for (let at = offsets[truth] ?? 0; at < (offsets[truth + 1] ?? 0); at++) {
      codes.set(values[at] ?? 0, frequencies[at] ?? 0);
    }
    const add = (term: number, isPresent: boolean) => {
      const code = codes.get(term) ?? UNKNOWN_FREQUENCY;
      const bin = counts[Math.min(BINS - 1, Math.floor(decoded(code) * BINS))];
      if (code === UNKNOWN_FREQUENCY || !bin) return;
      bin.all++;
      if (isPresent) bin.present++;
    };
    for (const { term } of present) add(term, true);
    for (const { term } of absent) add(term, false);
  }
  return counts.map(({ present, all }, at) => ({
    name: `recorded findings of frequency ${at / BINS}–${(at + 1) / BINS} in other papers, present`,
    value: (100 * present) / Math.max(1, all),
    unit: '%',
    n: all,
  }));
}

const variantOf = (disease: string, paper: string): string => `${disease}_${paper.replace(':', '_')}`;

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildIndex, type HpoIndex, readHpoa, readReleaseFolder } from '../../src/knowledge/index.ts';
import { rank, rankedPlaces } from '../../src/reasoning/index.ts';
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

/** Every n-th case is used: each is ranked in an index of its own. */
const EVERY = 4;
const OMIM = { sources: ['OMIM'], top: 1 } as const;

/** How much of the figures rests on a case's own paper: ranks with the whole release, and without the rows of that paper. */
export function withoutPaperFigures(folder: string, whole: HpoIndex, cases: readonly PublishedCase[]): Figure[] {
  const part = cases.filter((_, at) => at % EVERY === 0);
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
    { name: 'cases whose paper is a reference of their disease', value: 100 * cited, unit: '%', n: cases.length },
    ...shareFigures('a quarter of the cases as they are', as),
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

const variantOf = (disease: string, paper: string): string => `${disease}_${paper.replace(':', '_')}`;

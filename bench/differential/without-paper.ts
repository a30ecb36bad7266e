import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildIndex, type HpoIndex, readHpoa, readReleaseFolder } from '../../src/knowledge/index.ts';
import type { PublishedCase } from './cases.ts';

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

const variantOf = (disease: string, paper: string): string => `${disease}_${paper.replace(':', '_')}`;

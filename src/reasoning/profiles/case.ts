import type { PhenotypeCase } from '../../findings/index.ts';
import { type HpoIndex, placeOfName, resolveTerm, rowOf, termId } from '../../knowledge/index.ts';

/** Something of the input that was changed or left out, and what it was. Nothing is dropped without one. */
export interface CaseIssue {
  readonly code:
    | 'input'
    | 'unknown'
    | 'malformed'
    | 'obsolete'
    | 'replaced'
    | 'not-a-finding'
    | 'repeated'
    | 'contradictory'
    | 'implied'
    | 'unmapped'
    | 'no-findings';
  readonly term?: string;
  readonly message: string;
}

export interface PlacedFinding {
  readonly term: number;
  readonly certainty: number;
  /** It answers a question of our own. */
  readonly asked?: true;
}

/** The HPO ids that a finding of the shelf stands for; undefined for what is no finding of the shelf. */
export type ToHpo = (shelfFinding: string) => readonly string[] | undefined;

/** A case in places of the index: what the score is computed from. */
export interface Query {
  readonly present: readonly PlacedFinding[];
  readonly absent: readonly PlacedFinding[];
  readonly ageYears?: number;
  readonly sex?: 'female' | 'male';
  readonly issues: readonly CaseIssue[];
}

/**
 * Places the findings of a case. Former ids are followed; of a term given twice the surer counts; a term both present and absent
 * counts as neither; a present term tells all that is above it, so a more general one beside it counts once, and an absent one
 * above a present one is a contradiction that the present one wins.
 */
export function queryOf(index: HpoIndex, given: PhenotypeCase, toHpo: ToHpo = () => undefined): Query {
  const issues: CaseIssue[] = given.notes.map((message) => ({ code: 'input', message }));
  const placed = { present: new Map<number, number>(), absent: new Map<number, number>() };
  const answers = new Set<number>();
  for (const { term, presence, certainty = 1, asked } of given.findings) {
    for (const place of placesOf(index, term, toHpo, issues)) {
      const before = placed[presence].get(place);
      if (before !== undefined) issues.push(issue(index, place, 'repeated', 'is given more than once: counted once'));
      placed[presence].set(place, Math.max(before ?? 0, bounded(certainty)));
      if (asked) answers.add(place);
    }
  }
  for (const place of [...placed.present.keys()]) {
    if (!placed.absent.has(place)) continue;
    issues.push(issue(index, place, 'contradictory', 'is given as present and as absent: counted as neither'));
    placed.present.delete(place);
    placed.absent.delete(place);
  }
  const told = new Map<number, number>();
  for (const place of placed.present.keys()) {
    for (const above of rowOf(index.ancestors, place)) if (above !== place) told.set(above, place);
  }
  for (const [place, by] of told) {
    if (placed.absent.delete(place)) {
      issues.push(
        issue(index, place, 'contradictory', `is given as absent, but ${nameOf(index, by)} is a kind of it: left out`),
      );
    }
    if (placed.present.delete(place)) {
      issues.push(issue(index, place, 'implied', `is told by ${nameOf(index, by)} too: counted once`));
    }
  }
  if (placed.present.size > MANY) {
    const message = `${placed.present.size} present findings are more than the weights were ever measured on: read the order as ideas`;
    issues.push({ code: 'input', message });
  }
  if (placed.present.size + placed.absent.size === 0) {
    issues.push({ code: 'no-findings', message: 'No finding that can be used: the order is that of the priors alone' });
  }
  const list = (map: ReadonlyMap<number, number>) =>
    [...map]
      .sort(([a], [b]) => a - b)
      .map(
        ([term, certainty]): PlacedFinding =>
          answers.has(term) ? { term, certainty, asked: true } : { term, certainty },
      );
  return {
    present: list(placed.present),
    absent: list(placed.absent),
    ...(given.ageYears === undefined ? {} : { ageYears: given.ageYears }),
    ...(given.sex === undefined ? {} : { sex: given.sex }),
    issues,
  };
}

/** The published cases that the weights were fitted on have at most 66 present findings. */
const MANY = 100;

/** The places that one finding of the input stands for; none, with an issue, when it stands for none. */
function placesOf(index: HpoIndex, term: string, toHpo: ToHpo, issues: CaseIssue[]): number[] {
  if (/^HP[:_]/i.test(term)) return placeOf(index, term, term, issues);
  const mapped = toHpo(term);
  if (mapped) {
    if (mapped.length === 0)
      issues.push({ code: 'unmapped', term, message: `${term} has no HPO term: only the shelf uses it` });
    return mapped.flatMap((id) => placeOf(index, id, term, issues));
  }
  const place = placeOfName(index, term);
  if (place !== undefined) return placeOf(index, termId(index.termIds, place), term, issues);
  issues.push({
    code: 'malformed',
    term: shown(term),
    message: `${shown(term)} is neither an HPO id (HP: and seven digits), a finding of the shelf nor the name of one; left out`,
  });
  return [];
}

function placeOf(index: HpoIndex, id: string, given: string, issues: CaseIssue[]): number[] {
  const found = resolveTerm(index, id);
  if ('why' in found) {
    const messages = {
      unknown: `is not in HPO ${index.version}: newer than it, or mistyped; left out`,
      malformed: 'is not an HPO id (HP: and seven digits); left out',
      obsolete: 'is obsolete and nothing replaces it; left out',
    } as const;
    issues.push({ code: found.why, term: shown(given), message: `${shown(id)} ${messages[found.why]}` });
    return [];
  }
  if (found.replaced !== undefined) {
    issues.push({
      code: 'replaced',
      term: shown(given),
      message: `${id} is now ${found.replaced} (${nameOf(index, found.place)})`,
    });
  }
  if (rowOf(index.ancestors, found.place).length > 0) return [found.place];
  issues.push(issue(index, found.place, 'not-a-finding', 'is no phenotypic abnormality; left out'));
  return [];
}

const issue = (index: HpoIndex, place: number, code: CaseIssue['code'], what: string): CaseIssue => {
  const term = termId(index.termIds, place);
  return { code, term, message: `${term} (${nameOf(index, place)}) ${what}` };
};
const nameOf = (index: HpoIndex, place: number): string => index.termNames[place] ?? '';
const bounded = (certainty: number): number => (certainty >= 0 && certainty <= 1 ? certainty : 1);
/** A caller's text, cut to what fits a line. */
const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

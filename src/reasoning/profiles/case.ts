import { type HpoIndex, resolveTerm, rowOf, termId } from '../../knowledge/index.ts';

/** What is known of a person, as terms of the Human Phenotype Ontology. */
export interface PhenotypeCase {
  readonly id: string;
  readonly ageYears?: number;
  readonly sex?: 'female' | 'male';
  readonly findings: readonly PhenotypeFinding[];
}

export interface PhenotypeFinding {
  /** `HP:0001250`. */
  readonly term: string;
  readonly presence: 'present' | 'absent';
  /** Probability, 0 to 1, that the statement is right; 1 where not said. */
  readonly certainty?: number;
  /** Where the finding came from, for what reads the result: an id of the caller's. */
  readonly from?: string;
}

/** Something of the input that was changed or left out, and what it was. Nothing is dropped without one. */
export interface CaseIssue {
  readonly code:
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
}

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
export function queryOf(index: HpoIndex, given: PhenotypeCase): Query {
  const issues: CaseIssue[] = [];
  const placed = { present: new Map<number, number>(), absent: new Map<number, number>() };
  for (const { term, presence, certainty = 1 } of given.findings) {
    const place = placeOf(index, term, issues);
    if (place === undefined) continue;
    const before = placed[presence].get(place);
    if (before !== undefined) issues.push(issue(index, place, 'repeated', 'is given more than once: counted once'));
    placed[presence].set(place, Math.max(before ?? 0, bounded(certainty)));
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
  if (placed.present.size + placed.absent.size === 0) {
    issues.push({ code: 'no-findings', message: 'No finding that can be used: the order is that of the priors alone' });
  }
  const list = (map: ReadonlyMap<number, number>) =>
    [...map].sort(([a], [b]) => a - b).map(([term, certainty]): PlacedFinding => ({ term, certainty }));
  return {
    present: list(placed.present),
    absent: list(placed.absent),
    ...(given.ageYears === undefined ? {} : { ageYears: given.ageYears }),
    ...(given.sex === undefined ? {} : { sex: given.sex }),
    issues,
  };
}

function placeOf(index: HpoIndex, term: string, issues: CaseIssue[]): number | undefined {
  const found = resolveTerm(index, term);
  if ('why' in found) {
    const messages = {
      unknown: `${term} is not in HPO ${index.version}: newer than it, or mistyped; left out`,
      malformed: `${shown(term)} is not an HPO id (HP: and seven digits); left out`,
      obsolete: `${term} is obsolete and nothing replaces it; left out`,
    } as const;
    issues.push({ code: found.why, term: shown(term), message: messages[found.why] });
    return undefined;
  }
  if (found.replaced !== undefined) {
    issues.push({
      code: 'replaced',
      term,
      message: `${term} is now ${found.replaced} (${nameOf(index, found.place)})`,
    });
  }
  if (rowOf(index.ancestors, found.place).length > 0) return found.place;
  issues.push(issue(index, found.place, 'not-a-finding', 'is no phenotypic abnormality; left out'));
  return undefined;
}

const issue = (index: HpoIndex, place: number, code: CaseIssue['code'], what: string): CaseIssue => {
  const term = termId(index.termIds, place);
  return { code, term, message: `${term} (${nameOf(index, place)}) ${what}` };
};
const nameOf = (index: HpoIndex, place: number): string => index.termNames[place] ?? '';
const bounded = (certainty: number): number => (certainty >= 0 && certainty <= 1 ? certainty : 1);
/** A caller's text, cut to what fits a line. */
const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

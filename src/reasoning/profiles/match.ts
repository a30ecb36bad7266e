import { decoded, type FrequencyRows, type HpoIndex, NEVER, rowOf, UNKNOWN_FREQUENCY } from '../../knowledge/index.ts';

/**
 * How a finding meets a disease's profile:
 * - `exact`: the disease is annotated with that very term;
 * - `general`: it is annotated with something below the term (the finding is told more generally);
 * - `special`: it is annotated with a term above it (the finding is told more specially);
 * - `kindred`: both lie below a common term, the nearest of which measures how much they share;
 * - `never`: the disease's studies looked for it, or for a term above it, and found it in nobody.
 */
export type MatchKind = 'exact' | 'general' | 'special' | 'kindred' | 'never';

export interface Match {
  readonly kind: MatchKind;
  /** Information content, in nats, of the term they share. */
  readonly information: number;
  /** Frequency in the disease, 0 to 1, where known. */
  readonly frequency?: number;
}

/** Terms more general than this (an information content in nats; half of all diseases) join nothing. */
const LEAST_SHARED = 0.7;
const SEX_CODE = { female: 1, male: 2 } as const;
type Sex = keyof typeof SEX_CODE;

/** One visit: `code` is a coded frequency. */
type Visit = (disease: number, kind: MatchKind, information: number, code: number) => void;

/**
 * Visits every disease whose profile a finding meets, each once, by its nearest meeting; `never` may come beside another kind.
 * `stamp` is scratch of one place a disease, in which `mark` has not been used before.
 */
export function visitMatches(
  index: HpoIndex,
  term: number,
  sex: Sex | undefined,
  stamp: Int32Array,
  mark: number,
  visit: Visit,
): void {
  const { annotatedTo, implied, ancestors, information } = index;
  const other = sex === undefined ? -1 : 3 - SEX_CODE[sex];
  const each = (rows: FrequencyRows, row: number, kind: MatchKind) => {
    const info = information[row] ?? 0;
    const end = rows.offsets[row + 1] ?? 0;
    for (let at = rows.offsets[row] ?? 0; at < end; at++) {
      const disease = rows.values[at] ?? 0;
      const code = rows.frequencies[at] ?? 0;
      if (stamp[disease] === mark || code === NEVER || rows.sexes?.[at] === other) continue;
      stamp[disease] = mark;
      visit(disease, kind, info, code);
    }
  };
  each(annotatedTo, term, 'exact');
  each(implied, term, 'general');
  const above = rowOf(ancestors, term);
  for (const ancestor of above) {
    if (ancestor === term) continue;
    if ((information[ancestor] ?? 0) < LEAST_SHARED) break;
    each(annotatedTo, ancestor, 'special');
    each(implied, ancestor, 'kindred');
  }
  const never = new Set<number>();
  for (const ancestor of above) {
    const end = annotatedTo.offsets[ancestor + 1] ?? 0;
    for (let at = annotatedTo.offsets[ancestor] ?? 0; at < end; at++) {
      if (annotatedTo.frequencies[at] === NEVER) never.add(annotatedTo.values[at] ?? 0);
    }
  }
  for (const disease of never) visit(disease, 'never', information[term] ?? 0, NEVER);
}

/** The frequency of a visit's code, where known. */
export const frequencyOfCode = (code: number): number | undefined =>
  code === UNKNOWN_FREQUENCY ? undefined : decoded(code);

/** All matches of one finding with one disease: at most one of the kinds that speak for it, and perhaps `never`. */
export function matchesOf(index: HpoIndex, term: number, disease: number, sex: Sex | undefined): Match[] {
  const { annotatedTo, implied, ancestors, information } = index;
  const other = sex === undefined ? -1 : 3 - SEX_CODE[sex];
  const code = (rows: FrequencyRows, row: number): number | undefined => {
    const at = placeIn(rows, row, disease);
    return at < 0 || rows.sexes?.[at] === other ? undefined : rows.frequencies[at];
  };
  const found = (kind: MatchKind, row: number, of: number): Match => {
    const frequency = frequencyOfCode(of);
    return { kind, information: information[row] ?? 0, ...(frequency === undefined ? {} : { frequency }) };
  };
  const above = rowOf(ancestors, term);
  const never = [...above].some((ancestor) => {
    const at = placeIn(annotatedTo, ancestor, disease);
    return at >= 0 && annotatedTo.frequencies[at] === NEVER;
  });
  const against: Match[] = never ? [{ kind: 'never', information: information[term] ?? 0, frequency: 0 }] : [];
  for (const row of [term, ...above.filter((ancestor) => ancestor !== term)]) {
    if (row !== term && (information[row] ?? 0) < LEAST_SHARED) break;
    const own = code(annotatedTo, row);
    if (own !== undefined && own !== NEVER) return [found(row === term ? 'exact' : 'special', row, own), ...against];
    const below = code(implied, row);
    if (below !== undefined) return [found(row === term ? 'general' : 'kindred', row, below), ...against];
  }
  return against;
}

/** Where a row, ascending, holds a value; −1 where it does not. */
export function placeIn(
  { offsets, values }: { offsets: Int32Array; values: Int32Array },
  row: number,
  value: number,
): number {
  let [low, high] = [offsets[row] ?? 0, (offsets[row + 1] ?? 0) - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = values[middle] ?? 0;
    if (at === value) return middle;
    if (at < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

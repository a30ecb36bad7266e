import { ontologyOf } from './ontology.ts';
import { codeOf, type FrequencyRows, type HpoIndex, NEVER, type Rows } from './profiles.ts';
import { type DiseaseProfile, type HpoRelease, LICENCE } from './release.ts';
import { traitsOf } from './traits.ts';

/** One annotation with places for ids. */
export interface Placed {
  readonly term: number;
  readonly frequency: number;
  readonly sex: number;
}

/** An index, and what of the release found no place in it. */
export interface Built {
  readonly index: HpoIndex;
  readonly annotations: number;
  readonly faults: readonly string[];
}

/**
 * Builds the index of a release. Annotations to former ids follow the replacement; those to unknown terms are counted in
 * `faults`; a disease with no phenotypic annotation left has no profile and is left out.
 */
export function buildIndex(release: HpoRelease): Built {
  const ontology = ontologyOf(release.terms);
  let unknown = 0;
  const place = (id: string): number => {
    const found = ontology.placeOf(id);
    if (found === undefined) unknown++;
    return found ?? -1;
  };
  const placed = release.diseases.map((disease) => ({ disease, rows: placedOf(disease, place) }));
  const kept = placed.flatMap(({ disease, rows }) => {
    const findings = rows.filter(({ term }) => ontology.isPhenotypic(term));
    return findings.some(({ frequency }) => frequency !== NEVER) ? [{ disease, rows, findings }] : [];
  });
  const findings = kept.map((each) => each.findings);
  const annotatedTo = byTerm(findings, ontology.count, (term) => [term]);
  const implied = byTerm(
    findings.map((rows) => rows.filter(({ frequency }) => frequency !== NEVER)),
    ontology.count,
    ontology.above,
  );
  const information = Float32Array.from({ length: ontology.count }, (_, term) => {
    const having = (implied.offsets[term + 1] ?? 0) - (implied.offsets[term] ?? 0);
    return Math.log((kept.length + 1) / (having + 0.5));
  });
  const faults = [...release.faults, ...ontology.faults];
  if (unknown > 0) faults.push(`${unknown} annotations name terms that the ontology does not have: left out`);
  const left = release.diseases.length - kept.length;
  if (left > 0) faults.push(`${left} diseases have no phenotypic annotation: left out`);
  const synonyms = new Map(ontology.synonyms);
  return {
    index: {
      version: release.version,
      licence: LICENCE,
      termIds: ontology.ids,
      termNames: ontology.names,
      synonyms: () => synonyms,
      formerIds: ontology.formerIds,
      formerTargets: ontology.formerTargets,
      ancestors: rowsOf(
        Array.from({ length: ontology.count }, (_, term) =>
          [...ontology.above(term)].sort((a, b) => (information[b] ?? 0) - (information[a] ?? 0) || a - b),
        ),
      ),
      children: rowsOf(ontology.children),
      information,
      diseases: kept.map(({ disease: { id, name } }) => ({ id, name })),
      annotated: frequencyRows(findings.map((rows) => rows.map(({ term, ...rest }) => ({ value: term, ...rest })))),
      annotatedTo,
      implied,
      traits: traitsOf(
        kept.map(({ disease, rows, findings: { length } }) => ({
          ...disease,
          terms: rows.flatMap(({ term, frequency }) => (frequency === NEVER ? [] : [term])),
          size: length,
        })),
        ontology,
      ),
    },
    annotations: findings.reduce((sum, rows) => sum + rows.length, 0),
    faults,
  };
}

const SEX = { female: 1, male: 2 } as const;

function placedOf({ annotations }: DiseaseProfile, place: (id: string) => number): Placed[] {
  const byTerm = new Map<number, Placed>();
  for (const { term: id, frequency, sex } of annotations) {
    const term = place(id);
    if (term < 0) continue;
    const row = { term, frequency: codeOf(frequency), sex: sex ? SEX[sex] : 0 };
    const before = byTerm.get(term);
    if (!before || before.frequency < row.frequency) byTerm.set(term, row);
  }
  return [...byTerm.values()].sort((a, b) => a.term - b.term);
}

/** Turns annotations by disease into diseases by term, each annotation standing for the terms that `to` gives. */
function byTerm(
  diseases: readonly (readonly Placed[])[],
  count: number,
  to: (term: number) => Iterable<number>,
): FrequencyRows {
  const rows: { value: number; frequency: number; sex: number }[][] = Array.from({ length: count }, () => []);
  diseases.forEach((annotations, disease) => {
    for (const { term, frequency, sex } of annotations) {
      for (const each of to(term)) {
        const row = rows[each];
        const last = row?.at(-1);
        if (last?.value === disease) {
          last.frequency = Math.max(last.frequency, frequency);
          if (last.sex !== sex) last.sex = 0;
        } else row?.push({ value: disease, frequency, sex });
      }
    }
  });
  return frequencyRows(rows);
}

function rowsOf(rows: readonly (readonly number[])[]): Rows {
  const offsets = new Int32Array(rows.length + 1);
  rows.forEach((row, i) => {
    offsets[i + 1] = (offsets[i] ?? 0) + row.length;
  });
  return { offsets, values: Int32Array.from(rows.flat()) };
}

function frequencyRows(
  rows: readonly (readonly { value: number; frequency: number; sex: number }[])[],
): FrequencyRows & { sexes: Uint8Array } {
  const flat = rows.flat();
  return {
    offsets: rowsOf(rows.map((row) => row.map(() => 0))).offsets,
    values: Int32Array.from(flat, ({ value }) => value),
    frequencies: Uint8Array.from(flat, ({ frequency }) => frequency),
    sexes: Uint8Array.from(flat, ({ sex }) => sex),
  };
}

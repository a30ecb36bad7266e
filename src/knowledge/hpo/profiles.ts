/**
 * The Human Phenotype Ontology and its disease profiles as flat arrays, the form in which a differential over thousands of
 * diseases is computed. Terms and diseases are meant by their place (0 …) in `termIds` and `diseases`.
 */
export interface HpoIndex {
  readonly version: string;
  readonly licence: string;
  /** Numbers of the live terms' ids, ascending: 1250 for `HP:0001250`. */
  readonly termIds: Int32Array;
  readonly termNames: readonly string[];
  /** Exact synonyms by term place; read on first use. */
  readonly synonyms: () => ReadonlyMap<number, readonly string[]>;
  /** Former and obsolete ids, ascending, and the live term each stands for now; −1 where nothing replaces it. */
  readonly formerIds: Int32Array;
  readonly formerTargets: Int32Array;
  /** Phenotypic abnormalities above a term and itself, the most informative first; empty for terms of other branches. */
  readonly ancestors: Rows;
  readonly children: Rows;
  /** Information content of a term in nats: −ln of the share of diseases that have it or something below it. */
  readonly information: Float32Array;
  readonly diseases: readonly DiseaseEntry[];
  /** By disease: the phenotypic terms it is annotated with. */
  readonly annotated: FrequencyRows;
  /** By term: the diseases annotated with that very term; frequency 0 means looked for and found in none. */
  readonly annotatedTo: FrequencyRows;
  /** By term: the diseases annotated with it or something below it, with the highest frequency of those. */
  readonly implied: FrequencyRows;
  readonly traits: DiseaseTraits;
}

export interface DiseaseEntry {
  readonly id: string;
  readonly name: string;
}

/** What is known of each disease beside its findings, by disease place. */
export interface DiseaseTraits {
  /** Number of phenotypic annotations. */
  readonly size: Uint16Array;
  /** Years of age between which it begins; NaN where not said. */
  readonly onsetFrom: Float32Array;
  readonly onsetTo: Float32Array;
  /** 1: recessive on the X chromosome, so that a woman seldom has it. */
  readonly xRecessive: Uint8Array;
  /** Place of the other source's entry for the same disease or its family, −1 without one. */
  readonly counterpart: Int32Array;
  /** 0 none, 1 the same disease, 2 its family. */
  readonly counterpartKind: Uint8Array;
  /** 1 for an entry that is represented by its counterparts, and so is not ranked itself. */
  readonly represented: Uint8Array;
}

/** Rows of places: row i is `values` from `offsets[i]` up to `offsets[i + 1]`. */
export interface Rows {
  readonly offsets: Int32Array;
  readonly values: Int32Array;
}

/** Rows with a coded frequency beside each value: see {@link frequencyAt}. */
export interface FrequencyRows extends Rows {
  readonly frequencies: Uint8Array;
  /** 0 either, 1 female, 2 male: the sex that the annotation is limited to. */
  readonly sexes?: Uint8Array;
}

/** Frequencies are kept in a byte: 0 unknown, else 1 + 254 × frequency. */
export const UNKNOWN_FREQUENCY = 0;
export const codeOf = (frequency: number | undefined): number =>
  frequency === undefined ? UNKNOWN_FREQUENCY : 1 + Math.round(254 * Math.min(1, Math.max(0, frequency)));
/** The frequency, 0 to 1, of a code that is not {@link UNKNOWN_FREQUENCY}. */
export const decoded = (code: number): number => (code - 1) / 254;
/** The code of a finding that was looked for and found in no patient. */
export const NEVER = 1;

/** What became of a term's id: its place, or why there is none. */
export type Resolved =
  | { readonly place: number; readonly replaced?: string }
  | { readonly why: 'unknown' | 'obsolete' | 'malformed' };

/** The live term of an id, also a former one. */
export function resolveTerm({ termIds, formerIds, formerTargets }: HpoIndex, id: string): Resolved {
  const digits = /^HP[:_](\d{7})$/i.exec(id.trim())?.[1];
  if (digits === undefined) return { why: 'malformed' };
  const number = Number(digits);
  const place = find(termIds, number);
  if (place >= 0) return { place };
  const former = find(formerIds, number);
  if (former < 0) return { why: 'unknown' };
  const target = formerTargets[former] ?? -1;
  return target < 0 ? { why: 'obsolete' } : { place: target, replaced: termId(termIds, target) };
}

/** The place of a term by its name or exact synonym, whatever the case of its letters. */
export function placeOfName(index: HpoIndex, name: string): number | undefined {
  let names = byName.get(index);
  if (!names) {
    names = new Map();
    for (const [place, synonyms] of index.synonyms()) for (const each of synonyms) names.set(each.toLowerCase(), place);
    index.termNames.forEach((each, place) => {
      names?.set(each.toLowerCase(), place);
    });
    byName.set(index, names);
  }
  return names.get(name.trim().toLowerCase());
}

/** Made when first asked for, once for each index. */
const byName = new WeakMap<HpoIndex, Map<string, number>>();

/** `HP:0001250` of a place. */
export function termId(termIds: Int32Array, place: number): string {
  return `HP:${String(termIds[place] ?? 0).padStart(7, '0')}`;
}

/** The place of a number in an ascending array, or −1. */
function find(sorted: Int32Array, number: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = sorted[middle] ?? 0;
    if (at === number) return middle;
    if (at < number) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The values of one row. */
export function rowOf({ offsets, values }: Rows, row: number): Int32Array {
  return values.subarray(offsets[row] ?? 0, offsets[row + 1] ?? 0);
}

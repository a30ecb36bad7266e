/** The people that a model learns from, those it is chosen on, and those it is measured on. MEDS 0.4 names. */
export type Split = 'train' | 'tuning' | 'held_out';

/**
 * One person's events in the order of their data set: facts without a time first, then by time. All arrays have one entry an event.
 */
export interface Subject {
  /** MEDS `subject_id`, a positive 64-bit integer. */
  readonly id: bigint;
  /** Undefined when the data set gives this person none. */
  readonly split?: Split;
  /** Index into {@link CodeDictionary.codes}. */
  readonly codes: Uint32Array;
  /** Microseconds since 1970-01-01T00:00:00Z; NaN for a fact without a time (sex, race). Exact to the microsecond until the year 2255. */
  readonly times: Float64Array;
  /** `numeric_value`; NaN where there is none. */
  readonly values: Float32Array;
  /** Index into {@link CodeDictionary.texts} of `text_value`, -1 where there is none; empty unless texts were asked for. */
  readonly texts: Int32Array;
}

/** The codes of a data set in alphabetical order: what the numbers of {@link Subject.codes} stand for. */
export interface CodeDictionary {
  readonly codes: readonly string[];
  /** Description of each code, empty where there is none. */
  readonly descriptions: readonly string[];
  /** Distinct `text_value`s in alphabetical order; empty unless texts were asked for. */
  readonly texts: readonly string[];
}

/** `metadata/dataset.json`: the MEDS 0.4 fields, and what this project adds. */
export interface DatasetMetadata {
  readonly dataset_name: string;
  readonly dataset_version: string;
  readonly etl_name: string;
  readonly etl_version: string;
  readonly meds_version: string;
  readonly created_at?: string | undefined;
  readonly license?: string | undefined;
  /** False when it was made from identified records: training refuses it. */
  readonly trainable?: boolean | undefined;
  /** How its source was de-identified; absent for data sets made elsewhere. */
  readonly deidentification?: Deidentification | undefined;
}

/** What the manifest of a de-identification says of the run, beside its files. Equal for runs of one key, rules and version. */
export interface Deidentification {
  readonly method: string;
  readonly code_sha256: string;
  readonly rules: string;
  readonly rules_sha256: string;
  /** Names the key, and says nothing of it. */
  readonly key_fingerprint: string;
}

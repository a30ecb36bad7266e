/**
 * What the record side and the text side of de-identification say to each other: one function, {@link ScrubText}, and what
 * it is told of the patient. The text side lives in `text/`.
 */

/** Kinds of what is found in a text; the words of reports and tags. Safe Harbor's 18 and the few that are by choice. */
export type ScrubCategory =
  | 'name'
  | 'date'
  | 'age'
  | 'phone'
  | 'fax'
  | 'email'
  | 'url'
  | 'ip'
  | 'ssn'
  | 'mrn'
  | 'plan'
  | 'account'
  | 'licence'
  | 'vehicle'
  | 'device'
  | 'id'
  | 'address'
  | 'place'
  | 'zip'
  | 'organisation'
  | 'occupation'
  | 'other';

/** A person whom the record names, in the record's own spelling. */
export interface KnownPerson {
  readonly role: 'patient' | 'relative' | 'clinician' | 'other';
  readonly given: readonly string[];
  readonly family: readonly string[];
  /** Names as one text (`HumanName.text`, a reference's `display`); titles may stand in them. */
  readonly whole: readonly string[];
}

/**
 * What a record says of the people, places and numbers in it. The object is the same one for all texts of one patient, so
 * that what is made of it can be kept by it in a `WeakMap`.
 */
export interface KnownIdentifiers {
  readonly people: readonly KnownPerson[];
  /** Organisations and locations: hospitals, wards, employers, insurers. */
  readonly organisations: readonly string[];
  /** Street lines, as written. */
  readonly addresses: readonly string[];
  /** Cities and districts; never states or countries. */
  readonly places: readonly string[];
  /** Postal codes, as written. */
  readonly zips: readonly string[];
  /** Telephone and fax numbers, as written. */
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly urls: readonly string[];
  /** Record, account, licence, insurance and device numbers, and resource ids, as written. */
  readonly ids: readonly string[];
  /** YYYY, YYYY-MM or YYYY-MM-DD; undefined where the record does not say. */
  readonly birthDate?: string;
}

/** What a text is scrubbed with. */
export interface ScrubContext {
  readonly known: KnownIdentifiers;
  /**
   * The patient's secret shift in whole days, never 0; a date in a text moves by it as the record's own dates do.
   * Undefined for a text that belongs to no one patient: dates are then generalized to their year.
   */
  readonly shiftDays?: number;
  /** The day the text was written (YYYY-MM-DD, before the shift), for "last Tuesday" and dates without a year. */
  readonly writtenOn?: string;
  /**
   * 32 bytes that depend on the secret key, the patient, the purpose and the value alone: the same value gives the same
   * surrogate within a patient. Normalize the value (case, spaces) before asking.
   */
  keyed(purpose: ScrubCategory | string, value: string): Uint8Array;
  readonly options: ScrubOptions;
}

export interface ScrubOptions {
  /** `[NAME]` and the like, or invented values in their place that read as the text did. */
  readonly style: 'tags' | 'surrogates';
  /** Seasons and holidays ("last Christmas") are dates too. Safe Harbor allows no element of dates but the year. */
  readonly holidays: boolean;
  readonly occupations: boolean;
}

/** A piece of a text that was replaced. Offsets are in the text as given, in UTF-16 units, `end` exclusive. */
export interface ScrubSpan {
  readonly start: number;
  readonly end: number;
  readonly category: ScrubCategory;
  readonly replacement: string;
  /** Which rule, list or model found it; never the text itself. */
  readonly why: string;
}

export interface Scrubbed {
  readonly text: string;
  /** In order, without overlap. */
  readonly spans: readonly ScrubSpan[];
}

export type ScrubText = (text: string, context: ScrubContext) => Scrubbed;

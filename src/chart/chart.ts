import type { AnalyteId, Coding } from '../terms/index.ts';

/**
 * Where a statement comes from: a resource of the record, an element of it, and for text a character span.
 * `span` is [start, end) in UTF-16 units of the plain text (`Note.text`), which for `text/plain` is the document itself.
 */
export interface Source {
  readonly resourceType: string;
  readonly id: string;
  readonly path?: string;
  readonly span?: readonly [number, number];
  /** Where the resource itself came from, when it says so (`meta.source`): a system, or the message or document that it was translated from. */
  readonly origin?: string;
}

export type EventKind =
  | 'lab'
  | 'vital'
  | 'condition'
  | 'medication'
  | 'procedure'
  | 'encounter'
  | 'allergy'
  | 'immunization'
  | 'device'
  | 'social'
  | 'family'
  | 'order'
  | 'report'
  | 'imaging'
  | 'plan';

/** A quantity in the analyte's canonical UCUM unit where the analyte is known, else in the unit as given. */
export interface QuantityValue {
  readonly type: 'quantity';
  readonly value: number;
  /** UCUM, e.g. `mg/dL`. */
  readonly unit: string;
  readonly comparator?: '<' | '<=' | '>' | '>=';
  /** The value and unit as they stand in the record. */
  readonly original: { readonly value: number; readonly unit: string };
}

/** A result that is not a number: `Positive`, `1+`, `Not detected`, a coded answer or free text. */
export interface TextValue {
  readonly type: 'text';
  readonly text: string;
  readonly codings?: readonly Coding[];
}

export type EventValue = QuantityValue | TextValue;

/** A reference interval from the record itself, in the same unit as the event's value. */
export interface ReferenceRange {
  readonly low?: number;
  readonly high?: number;
  readonly text?: string;
}

/** One thing that happened, was measured, or was said, at one time. */
export interface ChartEvent {
  readonly kind: EventKind;
  /** Time as written in the record (FHIR date or dateTime, may be partial); absent when the record gives none. */
  readonly time?: string;
  /** Milliseconds since the epoch of `time` (start of the period when partial); NaN when there is no time. */
  readonly at: number;
  /** When it became known, where the record says so: `recordedDate`, `issued`, `authoredOn`, `date`. May be later than `time`. */
  readonly recorded?: string;
  /** End, abatement or stop, where the record gives one. */
  readonly endTime?: string;
  readonly endAt?: number;
  readonly codings: readonly Coding[];
  /** What a reader would call it: `code.text`, else the first display, else the code. */
  readonly name: string;
  /** The analyte that this measures, when `terms/` knows it: events of one analyte are one series. */
  readonly analyte?: AnalyteId;
  readonly value?: EventValue;
  readonly range?: ReferenceRange;
  /** Lower-cased codes of `Observation.interpretation`: h, l, hh, ll, a, n, pos, neg, … */
  readonly interpretation?: readonly string[];
  /** FHIR status of the resource (`final`, `active`, `completed`, `resolved`, `stopped`, …); for a Condition its clinical status. */
  readonly status?: string;
  /** Condition.verificationStatus: confirmed, provisional, differential, unconfirmed, refuted. */
  readonly verification?: string;
  /** Free text that belongs to the event: dosage, reaction, reason, comment. */
  readonly detail?: string;
  /** For family: the relation (`mother`); for report: the category (`LAB`, `RAD`, …); for encounter: the class (`AMB`, `EMER`, `IMP`). */
  readonly category?: string;
  /** Id of the encounter resource in which it happened. */
  readonly encounter?: string;
  /** The very words of a text that state it, where it was read in one; the span of `source` is theirs. */
  readonly words?: string;
  readonly source: Source;
}

export type NoteKind = 'note' | 'imaging' | 'pathology' | 'report';

/** A free-text document: DocumentReference, or DiagnosticReport with `presentedForm` or `conclusion`. */
export interface Note {
  /** `kind` is by code, category or title: imaging and pathology reports are read by other rules than clinic notes. */
  readonly kind: NoteKind;
  readonly title: string;
  readonly time?: string;
  readonly at: number;
  /** When the document was filed, where that is known beside the time at which it was written. */
  readonly recorded?: string;
  readonly author?: string;
  readonly text: string;
  readonly contentType: string;
  /** For text made from HTML or RTF: offset in the decoded document of each character of `text`; absent when they are the same. */
  readonly offsets?: Uint32Array;
  readonly source: Source;
}

export type Sex = 'female' | 'male';

export interface Patient {
  readonly id: string;
  /** Administrative name for the header of a review; never logged. */
  readonly name?: string;
  readonly sex?: Sex;
  readonly birthDate?: string;
  readonly deceased?: string;
  /** Race and ethnicity as the record states them (US Core), for counting who is represented; no reasoning uses them. */
  readonly race?: Coding;
  readonly ethnicity?: Coding;
  readonly source: Source;
}

export type IssueCode =
  | 'date-invalid'
  | 'date-implausible'
  | 'unit-mismatch'
  | 'unit-unknown'
  | 'value-implausible'
  | 'value-missing'
  | 'duplicate'
  | 'reference-unresolved'
  | 'reference-other-patient'
  | 'resource-unknown'
  | 'resource-invalid'
  | 'entered-in-error'
  | 'not-done'
  | 'line-invalid'
  | 'document-unreadable'
  | 'date-assumed'
  | 'birth-date-reckoned';

/** Something wrong with the input, where it is, and what was done about it. */
export interface ChartIssue {
  readonly code: IssueCode;
  readonly severity: 'information' | 'warning' | 'error';
  /** e.g. `Observation/123 valueQuantity.unit` or `line 17`. */
  readonly where: string;
  readonly text: string;
  readonly source?: Source;
  /** How many times, when equal issues are counted together. */
  readonly count?: number;
}

/** One patient's whole record on one timeline. Events and notes are sorted by `at`, undated ones last. Never mutated. */
export interface Chart {
  readonly patient: Patient;
  readonly events: readonly ChartEvent[];
  readonly notes: readonly Note[];
  readonly issues: readonly ChartIssue[];
}

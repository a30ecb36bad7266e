/** One row of a MEDS data set, with what `metadata/codes.parquet` says of its code and where in the source it stands. */
export interface MedsEvent {
  readonly subjectId: bigint;
  /** Microseconds since 1970-01-01T00:00:00Z; null for what has no time. */
  readonly time: number | null;
  readonly code: string;
  readonly value: number | null;
  readonly text: string | null;
  readonly description: string | null;
  /** Codes of wider or equal meaning. */
  readonly parents: readonly string[];
  /** Resource type and id of the source record; `path` within it follows after `#`. */
  readonly sourceType: string | null;
  readonly sourceId: string | null;
}

/**
 * An event as one line of JSON, the form that `prodrome corpus build -` writes. The subject id is a JSON integer of up to 63 bits:
 * read it as a 64-bit integer, not as a double.
 */
export function lineOf({
  subjectId,
  time,
  code,
  value,
  text,
  description,
  parents,
  sourceType,
  sourceId,
}: MedsEvent): string {
  const rest = {
    time,
    code,
    numeric_value: value,
    text_value: text,
    source_type: sourceType,
    source_id: sourceId,
    description,
    parent_codes: parents,
  };
  return `{"subject_id":${subjectId},${JSON.stringify(rest).slice(1)}`;
}

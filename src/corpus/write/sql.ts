import { BIRTH, DEATH, KIND } from '../events/kinds.ts';
import { ARROW_SCHEMA } from './arrow-schema.ts';

/**
 * The order of a data set: by subject, facts without a time first, then by time; at one time birth, then the visit, then what
 * happened in it, death last; then by content, so that the same events have one order.
 */
export const EVENT_ORDER = `subject_id, "time" nulls first,
  case when code = '${BIRTH}' then 0 when code like '${KIND.encounter}//%' then 1 when code = '${DEATH}' then 3 else 2 end,
  code, numeric_value nulls first, text_value nulls first, source_type nulls first, source_id nulls first`;

/** The share, 0 to 1, at which a subject stands; equal to `splitOf` of events/subject.ts (a test holds them together). */
export const SPLIT_PLACE = `('0x' || substr(sha256('split:' || subject_id::varchar), 1, 12))::bigint / 281474976710656.0`;

/** Columns of a shard. */
export const SHARD_COLUMNS = 'subject_id, "time", code, numeric_value, text_value, source_type, source_id';

/** Columns of the events before they are shards: with what they say of their codes; `parents` is joined by line feeds. */
export const RUN_COLUMNS = `${SHARD_COLUMNS}, description, parents`;

/** Parquet as the field's tools read it fastest. */
export const PARQUET = 'format parquet, compression zstd, row_group_size 122880';
export const SHARD_PARQUET = `${PARQUET}, kv_metadata {'ARROW:schema': '${ARROW_SCHEMA}'}`;

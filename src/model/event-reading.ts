import { ProdromeError } from '../errors.ts';
import { type Batch, type BatchWidths, emptyBatch } from './batch.ts';
import { roomFor } from './futures.ts';
import type { Landmark } from './landmark.ts';
import { eventsUntil } from './life.ts';
import { type Packing, type Segment, segmentsOf, writeSegment } from './pack/segment.ts';

/** A person's events as a network of events reads them, up to a day. */
export interface EventReading {
  /** The latest that fit. */
  readonly segment: Segment;
  /** Days from the last of these to the day asked. */
  readonly since: number;
  /** Age at the day asked, in days. */
  readonly age: number;
}

/** @throws ProdromeError `input-empty` without an event by the day */
export function eventReadingOf({ life, day }: Landmark, packing: Packing): EventReading {
  const end = eventsUntil(life, day);
  const known = {
    ...life,
    days: life.days.slice(0, end),
    codes: life.codes.slice(0, end),
    measures: life.measures.slice(0, end),
    values: life.values.slice(0, end),
    until: Float64Array.of(day),
  };
  const [whole] = segmentsOf(known, { ...packing, length: Number.POSITIVE_INFINITY });
  if (!whole) throw new ProdromeError('input-empty', { path: 'the record', why: 'no event that the model knows' });
  const segment = latest(whole, packing.length);
  return { segment, since: day - (segment.days.at(-1) ?? day), age: day - life.birth };
}

/** A row for each reading, of the length that the longest needs, asked at its last event; rows beyond them are padding. */
export function eventBatchOf(
  readings: readonly EventReading[],
  packing: Packing,
  widths: BatchWidths,
  rows = readings.length,
): Batch {
  const most = Math.max(...readings.map(({ segment }) => segment.codes.length));
  const batch = emptyBatch({ rows, length: roomFor(most, packing.length), queries: 1 }, widths);
  for (const [row, { segment }] of readings.entries())
    batch.queryAt[row] = writeSegment(batch, row, 0, segment, packing).at(-1)?.at ?? 0;
  return batch;
}

/** The latest events of a segment that fit into a row behind the sex. */
function latest(segment: Segment, length: number): Segment {
  const from = segment.codes.length - (length - 1);
  if (from <= 1) return segment;
  const cut = (values: readonly number[]) => [...values.slice(0, 1), ...values.slice(from)];
  return {
    ...segment,
    days: cut(segment.days),
    codes: cut(segment.codes),
    measures: cut(segment.measures),
    values: cut(segment.values),
    before: segment.days[from - 1] ?? segment.before,
  };
}

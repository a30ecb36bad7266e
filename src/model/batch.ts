/** The shape of a batch: B rows of T positions, with Q query positions in each row. */
export interface BatchShape {
  /** Rows, B: a multiple of the training configuration's `parts`. */
  readonly rows: number;
  /** Positions in a row, T. */
  readonly length: number;
  /** Query positions in a row, Q: where the named outcomes are asked, and where predictions are read. */
  readonly queries: number;
}

/**
 * A batch of packed event sequences. A row holds one person, or several one after the other: what a position may see is
 * said by `from` and `to`, so one network is a causal decoder, or looks both ways up to a landmark, as the batch says.
 * Positions are counted within their row. Make one with {@link emptyBatch} and fill it.
 */
export interface Batch extends BatchShape {
  /** [B, T] code of each event; 0 is padding. */
  readonly codes: Int32Array;
  /** [B, T] which measure the value belongs to, from 1; 0 where the event has no value. */
  readonly measures: Int32Array;
  /** [B, T] value as a z-score of its measure; 0 where there is none. */
  readonly values: Float32Array;
  /** [B, T] age at the event, in days. */
  readonly ages: Float32Array;
  /** [B, T] days since the event before; in landmark rows, days from the event to the landmark. */
  readonly gaps: Float32Array;
  /** [B, T] position i sees positions j with from[i] <= j < to[i], and itself. Causal: to[i] = i + 1, or, so that
   * events of one moment do not see each other's targets, the first position of its moment. Both ways: the person's end. */
  readonly from: Int32Array;
  readonly to: Int32Array;

  /** [B, T] targets of the next-event head, in any order: an event of `targetCodes` is predicted by the state at position
   * `targetAt`. Several targets may share a position (events of one moment). Weight 0: no target. */
  readonly targetAt: Int32Array;
  readonly targetCodes: Int32Array;
  /** [B, T] quantile bin of the target's value, from 0; -1 where it has none. */
  readonly targetBins: Int32Array;
  readonly targetWeights: Float32Array;

  /** [B, T] days from the position to the next event, or to the end of what is known of the person. */
  readonly waits: Float32Array;
  /** [B, T] events that ended the wait: 1, or as many as came at that moment; 0 where the record ended. */
  readonly waitHappened: Float32Array;
  /** [B, T] weight of the waiting-time likelihood; 0: none. */
  readonly waitWeights: Float32Array;

  /** [B, T, V] log of what is known of each code's rate a year beforehand (by age and sex, say), where `priorRates`. */
  readonly priors?: Float32Array;

  /** [B, Q] positions of the queries. */
  readonly queryAt: Int32Array;
  /** [B, Q] weight of the query in the outcome loss; 0: an empty place. */
  readonly queryWeights: Float32Array;
  /** [B, Q, F] summaries, standardised, missing ones 0 with an indicator of their own. */
  readonly summaries: Float32Array;
  /** [B, Q, O] days from the query to the event or to censoring. At or below `outcomeEntries`: not at risk, not counted. */
  readonly outcomeTimes: Float32Array;
  /** [B, Q, O] 1 event, 0 censored. */
  readonly outcomeEvents: Float32Array;
  /** [B, Q, O] days from the query from which the person is at risk (delayed entry); 0 at once. */
  readonly outcomeEntries: Float32Array;
  /** [B, Q, O, K] hazards a year that teachers give, in place of events: then a person is expected to be at risk from the query to
   * `outcomeTimes`, as long as these hazards leave (`at-risk.ts`). */
  readonly outcomeHazards?: Float32Array;
}

/** The counts of a network that the arrays of a batch depend on. */
export interface BatchWidths {
  readonly summaries: number;
  readonly outcomes: readonly unknown[];
}

/**
 * A batch of padding: every position sees itself alone, nothing is a target, queries stand at the last position. Its arrays
 * are in shared memory, so that threads are given it without a copy.
 */
export function emptyBatch(shape: BatchShape, { summaries, outcomes }: BatchWidths): Batch {
  const { rows, length, queries } = shape;
  const [positions, asked] = [rows * length, rows * queries];
  const ints = (n: number) => new Int32Array(new SharedArrayBuffer(4 * n));
  const floats = (n: number) => new Float32Array(new SharedArrayBuffer(4 * n));
  return {
    rows,
    length,
    queries,
    codes: ints(positions),
    measures: ints(positions),
    values: floats(positions),
    ages: floats(positions),
    gaps: floats(positions),
    from: ints(positions),
    to: ints(positions),
    targetAt: ints(positions),
    targetCodes: ints(positions),
    targetBins: ints(positions).fill(-1),
    targetWeights: floats(positions),
    waits: floats(positions),
    waitHappened: floats(positions),
    waitWeights: floats(positions),
    queryAt: ints(asked).fill(length - 1),
    queryWeights: floats(asked),
    summaries: floats(asked * summaries),
    outcomeTimes: floats(asked * outcomes.length),
    outcomeEvents: floats(asked * outcomes.length),
    outcomeEntries: floats(asked * outcomes.length),
  };
}

/** Some rows of a batch, as views. */
export function rowsOf(batch: Batch, first: number, rows: number): Batch {
  const cut = (array: Int32Array): Int32Array => {
    const each = array.length / batch.rows;
    return array.subarray(first * each, (first + rows) * each);
  };
  const cutFloats = (array: Float32Array): Float32Array => {
    const each = array.length / batch.rows;
    return array.subarray(first * each, (first + rows) * each);
  };
  return {
    rows,
    length: batch.length,
    queries: batch.queries,
    codes: cut(batch.codes),
    measures: cut(batch.measures),
    values: cutFloats(batch.values),
    ages: cutFloats(batch.ages),
    gaps: cutFloats(batch.gaps),
    from: cut(batch.from),
    to: cut(batch.to),
    targetAt: cut(batch.targetAt),
    targetCodes: cut(batch.targetCodes),
    targetBins: cut(batch.targetBins),
    targetWeights: cutFloats(batch.targetWeights),
    waits: cutFloats(batch.waits),
    waitHappened: cutFloats(batch.waitHappened),
    waitWeights: cutFloats(batch.waitWeights),
    ...(batch.priors && { priors: cutFloats(batch.priors) }),
    queryAt: cut(batch.queryAt),
    queryWeights: cutFloats(batch.queryWeights),
    summaries: cutFloats(batch.summaries),
    outcomeTimes: cutFloats(batch.outcomeTimes),
    outcomeEvents: cutFloats(batch.outcomeEvents),
    outcomeEntries: cutFloats(batch.outcomeEntries),
    ...(batch.outcomeHazards && { outcomeHazards: cutFloats(batch.outcomeHazards) }),
  };
}

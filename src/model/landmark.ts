import { type Batch, type BatchWidths, emptyBatch } from './batch.ts';
import { eventsUntil, isAtRisk, type Life } from './life.ts';
import { type Standard, type Summariser, standardise } from './summary.ts';

/** A life asked at a day: what will happen to this person from here. */
export interface Landmark {
  readonly life: Life;
  readonly day: number;
}

/** What teachers say of landmarks: hazards a year [O × K] of each, to be learnt up to `horizon` days after it. */
export interface Taught {
  readonly hazards: WeakMap<Landmark, Float32Array>;
  readonly horizon: number;
}

export interface LandmarkWidths extends BatchWidths {
  readonly hazardBins: readonly number[];
}

/** How lives are asked at landmarks: the code of the query token, and how summaries are made and standardised. */
export interface LandmarkReading {
  readonly query: number;
  readonly summariser?: Summariser | undefined;
  readonly standard?: Standard | undefined;
  /** Summaries of landmarks that are asked again and again, kept with them. */
  readonly cache?: WeakMap<Landmark, Float32Array>;
  /** Hazards that teachers give, to learn from in place of what followed. */
  readonly taught?: Taught;
  /** False leaves the events out, so that only summaries speak: for comparison. */
  readonly events?: boolean;
}

/**
 * A batch of landmarks, one a row: the latest events up to its day and then the query, all of a row seeing each other. Ages
 * are those at the events; gaps are the days from each event to the landmark. Outcomes are what came after: the day of the
 * event or of the end of follow-up, counted from the landmark, with delayed entry.
 */
export function landmarkBatch(
  landmarks: readonly Landmark[],
  reading: LandmarkReading,
  widths: LandmarkWidths,
  { rows = landmarks.length, length = 64 }: { rows?: number; length?: number } = {},
): Batch {
  const { taught } = reading;
  const batch: Batch = {
    ...emptyBatch({ rows, length, queries: 1 }, widths),
    ...(taught && { outcomeHazards: floats(rows * widths.outcomes.length * widths.hazardBins.length) }),
  };
  for (const [row, landmark] of landmarks.entries()) {
    writeEvents(batch, row, landmark, reading);
    batch.queryWeights[row] = 1;
    if (taught) writeTaught(batch, row, landmark, taught, widths);
    else writeOutcomes(batch, row, landmark, widths.outcomes.length);
    writeSummary(batch, row, landmark, reading, widths.summaries);
  }
  if (reading.standard) standardise(batch.summaries, reading.standard);
  return batch;
}

function writeSummary(batch: Batch, row: number, landmark: Landmark, reading: LandmarkReading, width: number): void {
  const { summariser, cache } = reading;
  if (!summariser) return;
  const known = cache?.get(landmark);
  if (known) {
    batch.summaries.set(known, row * width);
    return;
  }
  summariser.write(landmark.life, landmark.day, batch.summaries, row * width);
  cache?.set(landmark, batch.summaries.slice(row * width, (row + 1) * width));
}

function writeEvents(batch: Batch, row: number, { life, day }: Landmark, { query, events }: LandmarkReading): void {
  const { length } = batch;
  const end = events === false ? 0 : eventsUntil(life, day);
  const shown = Math.min(end, length - 1);
  for (let k = 0; k < shown; k++) {
    const [at, i] = [row * length + k, end - shown + k];
    const when = life.days[i] as number;
    batch.codes[at] = life.codes[i] as number;
    batch.measures[at] = life.measures[i] as number;
    batch.values[at] = life.values[i] as number;
    batch.ages[at] = when - life.birth;
    batch.gaps[at] = day - when;
    batch.to[at] = shown + 1;
  }
  const at = row * length + shown;
  batch.codes[at] = query;
  batch.ages[at] = day - life.birth;
  batch.to[at] = shown + 1;
  batch.queryAt[row] = shown;
}

/** Of what followed nothing is read: who is at risk at the landmark is asked of the history alone. */
function writeTaught(
  batch: Batch,
  row: number,
  landmark: Landmark,
  { hazards, horizon }: Taught,
  { outcomes, hazardBins }: LandmarkWidths,
): void {
  const own = hazards.get(landmark);
  if (!own) throw new RangeError('a landmark of which no teacher said anything');
  batch.outcomeHazards?.set(own, row * outcomes.length * hazardBins.length);
  for (let o = 0; o < outcomes.length; o++)
    if ((landmark.life.first[o] as number) > landmark.day) batch.outcomeTimes[row * outcomes.length + o] = horizon;
}

const floats = (size: number): Float32Array => new Float32Array(new SharedArrayBuffer(4 * size));

function writeOutcomes(batch: Batch, row: number, { life, day }: Landmark, outcomes: number): void {
  for (let k = 0; k < outcomes; k++) {
    if (!isAtRisk(life, k, day)) continue;
    const at = row * outcomes + k;
    const [first, until] = [life.first[k] as number, life.until[k] as number];
    batch.outcomeTimes[at] = Math.min(first, until) - day;
    batch.outcomeEvents[at] = first <= until ? 1 : 0;
    batch.outcomeEntries[at] = Math.max(0, (life.from[k] as number) - day);
  }
}

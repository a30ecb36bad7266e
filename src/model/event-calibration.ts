import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ProdromeError } from '../errors.ts';
import { type CalibratedRisk, calibrated, calibrationSchema, recalibrationOf } from './calibration.ts';
import type { EventModel, RawRisk } from './event-model.ts';
import type { Landmark } from './landmark.ts';
import { eventsUntil, isAtRisk, type Life } from './life.ts';
import { scopeOf, scopeSchema } from './scope.ts';
import { YEAR } from './time.ts';

/** `calibration.json` of the folder of a model of events: how its risks are read, and for whom. */
const calibrationFile = z.strictObject({
  /** Horizons in years, and for each the recalibration of each outcome, fitted on persons of its own; null: too few. */
  horizons: z
    .array(z.strictObject({ years: z.number().positive(), outcomes: z.array(calibrationSchema.nullable()) }))
    .min(1),
  scope: scopeSchema,
});
export type EventCalibration = z.infer<typeof calibrationFile>;

/** A risk read by a calibration, which rests on so many persons and events. */
export interface EventRisk extends CalibratedRisk {
  readonly outcome: string;
  readonly years: number;
  readonly calibratedOn: { readonly n: number; readonly events: number };
}

/** Its name in a model's folder. */
export const CALIBRATION = 'calibration.json';

/**
 * The calibration in a model's folder; undefined where there is none.
 * @throws ProdromeError `model-invalid` where it cannot be read or is of other outcomes
 */
export function readEventCalibration(folder: string, { outcomes }: EventModel): EventCalibration | undefined {
  const path = join(folder, CALIBRATION);
  if (!existsSync(path)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new ProdromeError('model-invalid', { path, why: 'it cannot be read' });
  }
  const parsed = calibrationFile.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ProdromeError('model-invalid', { path, why: `at ${issue?.path.join('.')}: ${issue?.message}` });
  }
  if (parsed.data.horizons.some((horizon) => horizon.outcomes.length !== outcomes.length))
    throw new ProdromeError('model-invalid', { path, why: 'it is of other outcomes than the model' });
  return parsed.data;
}

export function writeEventCalibration(folder: string, calibration: EventCalibration): void {
  writeFileSync(join(folder, CALIBRATION), `${JSON.stringify(calibration, null, 1)}\n`);
}

/** Times that a person is asked for each horizon, each with the whole horizon to follow, none overlapping. */
const WINDOWS = 3;

/**
 * Fits calibration and scope on lives that the model was not trained on, followed until `end`. Each is asked on up to
 * {@link WINDOWS} days a horizon; who died within a horizon was followed for it.
 */
export async function calibrateEvents(
  model: EventModel,
  lives: readonly Life[],
  end: number,
  years: readonly number[],
): Promise<EventCalibration> {
  const horizons: EventCalibration['horizons'] = [];
  const all: Landmark[] = [];
  for (const horizon of years) {
    const landmarks = Array.from({ length: WINDOWS }, (_, k) => end - (k + 1) * horizon * YEAR).flatMap((day) =>
      lives.filter((life) => canBeAsked(life, day)).map((life): Landmark => ({ life, day })),
    );
    all.push(...landmarks);
    const risks = await model.askAll(landmarks, [horizon]);
    const outcomes = model.outcomes.map(({ name }, o) => {
      const [scores, came]: [number[], number[]] = [[], []];
      for (const [k, { life, day }] of landmarks.entries()) {
        const risk = risks[k]?.find(({ outcome }) => outcome === name);
        if (!risk || !isAtRisk(life, o, day)) continue;
        scores.push(risk.risk);
        came.push(Number((life.first[o] ?? Number.POSITIVE_INFINITY) <= day + horizon * YEAR));
      }
      return recalibrationOf(scores, came) ?? null;
    });
    horizons.push({ years: horizon, outcomes });
  }
  if (all.length === 0)
    throw new ProdromeError('input-empty', { path: 'the data set', why: 'nobody who can be asked' });
  return { horizons, scope: scopeOf(all) };
}

/** Whether a person was born, alive and known of on a day. */
function canBeAsked(life: Life, day: number): boolean {
  return life.birth <= day && (life.until[0] ?? 0) > day && eventsUntil(life, day) > 0;
}

/** Risks as the calibration reads them, and what is not told since too few had it. */
export function calibratedRisks(
  { horizons }: EventCalibration,
  { outcomes }: EventModel,
  raw: readonly RawRisk[],
): { risks: EventRisk[]; uncalibrated: string[] } {
  const [risks, uncalibrated]: [EventRisk[], string[]] = [[], []];
  for (const { outcome, years, risk } of raw) {
    const o = outcomes.findIndex(({ name }) => name === outcome);
    const found = horizons.find((horizon) => horizon.years === years)?.outcomes[o];
    if (!found) uncalibrated.push(`${outcome} at ${years} ${years === 1 ? 'year' : 'years'}`);
    else {
      const { n, events } = found;
      risks.push({ outcome, years, ...calibrated(found, risk), calibratedOn: { n, events } });
    }
  }
  return { risks, uncalibrated };
}

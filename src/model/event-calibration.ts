import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ProdromeError } from '../errors.ts';
import { askedDays, cameWithin, type FollowUp } from './asked-days.ts';
import { calibrated, calibrationSchema, type Recalibration, recalibrationOf } from './calibration.ts';
import type { EventModel, RawRisk } from './event-model.ts';
import type { Landmark } from './landmark.ts';
import { isAtRisk, type Life } from './life.ts';
import { peerFit, peerRisk } from './peers.ts';
import type { OutcomeRisk } from './risk-model.ts';
import { scopeOf, scopeSchema } from './scope.ts';
import { YEAR } from './time.ts';

/** `calibration.json` of the folder of a model of events: how its risks are read, and for whom. */
const calibrationFile = z.strictObject({
  /** Horizons in years, and for each the recalibration of each outcome, fitted on persons of its own; null: too few. */
  horizons: z
    .array(
      z.strictObject({
        years: z.number().positive(),
        outcomes: z.array(calibrationSchema.nullable()),
        /** What each calibrated risk is on average by age and sex. */
        peers: z.array(z.array(z.number()).length(5).nullable()),
      }),
    )
    .min(1),
  scope: scopeSchema,
});
export type EventCalibration = z.infer<typeof calibrationFile>;

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
  const { length } = outcomes;
  if (parsed.data.horizons.some((horizon) => horizon.outcomes.length !== length || horizon.peers.length !== length))
    throw new ProdromeError('model-invalid', { path, why: 'it is of other outcomes than the model' });
  return parsed.data;
}

export function writeEventCalibration(folder: string, calibration: EventCalibration): void {
  writeFileSync(join(folder, CALIBRATION), `${JSON.stringify(calibration, null, 1)}\n`);
}

/** Times that a person is asked for each horizon, each with the whole horizon to follow, none overlapping. */
const WINDOWS = 3;

/**
 * Fits calibration and scope on lives that the model was not trained on. Each is asked on up to {@link WINDOWS} days a horizon
 * ({@link askedDays}); who died within a horizon was followed for it, and who was not followed for all of it is left out.
 */
export async function calibrateEvents(
  model: EventModel,
  lives: readonly Life[],
  followUp: FollowUp,
  years: readonly number[],
): Promise<EventCalibration> {
  const horizons: EventCalibration['horizons'] = [];
  const all: Landmark[] = [];
  for (const horizon of years) {
    const landmarks = lives.flatMap((life) =>
      askedDays(life, followUp, horizon * YEAR, WINDOWS).map((day): Landmark => ({ life, day })),
    );
    all.push(...landmarks);
    const risks = await model.askAll(landmarks, [horizon]);
    const peers: EventCalibration['horizons'][number]['peers'] = [];
    const outcomes = model.outcomes.map(({ name }, o) => {
      const asked = landmarks.flatMap((landmark, k) => {
        const { life, day } = landmark;
        const score = risks[k]?.find(({ outcome }) => outcome === name)?.risk;
        const came = cameWithin(life, o, day, horizon * YEAR);
        const counts = score !== undefined && came !== undefined && isAtRisk(life, o, day);
        return counts ? [{ ...askedOf(landmark), person: life.id, score, came: Number(came) }] : [];
      });
      const scores = asked.map(({ score }) => score);
      const fitted = recalibrationOf(
        scores,
        asked.map(({ came }) => came),
      );
      // Of so many people, however often each was asked.
      const found = fitted ? { ...fitted, n: new Set(asked.map(({ person }) => person)).size } : null;
      const risksOf = (of: Recalibration) => scores.map((score) => calibrated(of, score).risk);
      peers.push(found && [...peerFit(asked, risksOf(found))]);
      return found;
    });
    horizons.push({ years: horizon, outcomes, peers });
  }
  if (all.length === 0)
    throw new ProdromeError('calibration-impossible', { why: 'nobody in it can be asked on any day' });
  return { horizons, scope: scopeOf(all) };
}

const askedOf = ({ life, day }: Landmark) => ({ age: day - life.birth, male: life.male });

/** Risks of a person as the calibration reads them, and what is not told since too few had it. */
export function calibratedRisks(
  { horizons }: EventCalibration,
  { outcomes }: EventModel,
  landmark: Landmark,
  raw: readonly RawRisk[],
): { risks: OutcomeRisk[]; uncalibrated: string[] } {
  const [risks, uncalibrated]: [OutcomeRisk[], string[]] = [[], []];
  for (const { outcome, years, risk } of raw) {
    const o = outcomes.findIndex(({ name }) => name === outcome);
    const horizon = horizons.find((each) => each.years === years);
    const [found, peers] = [horizon?.outcomes[o], horizon?.peers[o]];
    if (!found || !peers) uncalibrated.push(`${outcome} at ${years} ${years === 1 ? 'year' : 'years'}`);
    else {
      const { n, events } = found;
      const peer = peerRisk(peers, askedOf(landmark));
      risks.push({ outcome, years, ...calibrated(found, risk), peer, calibratedOn: { n, events } });
    }
  }
  return { risks, uncalibrated };
}

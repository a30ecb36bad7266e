import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ProdromeError } from '../errors.ts';
import { type CalibratedRisk, calibrated, calibrationSchema } from './calibration.ts';
import { type Explanation, explanationOf, scoreOf } from './explanation.ts';
import type { Landmark } from './landmark.ts';
import { LandmarkModel } from './landmark-model.ts';
import { peerRisk } from './peers.ts';
import { riskWithin } from './risk.ts';
import { outsideScope, scopeSchema } from './scope.ts';
import { YEAR } from './time.ts';
import { Vocabulary, vocabularySchema } from './vocabulary.ts';

/** `risks.json` of a model's folder: what it predicts, how scores are read, and for whom. */
const risksSchema = z.strictObject({
  /** What the model is, in a sentence for whoever reads a risk. */
  about: z.string(),
  outcomes: z
    .array(z.strictObject({ name: z.string(), codes: z.array(z.string()).min(1), condition: z.string().optional() }))
    .min(1),
  /** Horizons in years, and for each the recalibration of each outcome, fitted on persons of its own; null: too few. */
  horizons: z.array(
    z.strictObject({
      years: z.number().positive(),
      outcomes: z.array(calibrationSchema.nullable()),
      /** What a risk is by age and sex among these persons: {@link PeerFit}. */
      peers: z.array(z.array(z.number()).length(5).nullable()),
    }),
  ),
  scope: scopeSchema,
});
export type RisksFile = z.infer<typeof risksSchema>;

/** The risk of one outcome within a time. */
export interface ToldRisk extends CalibratedRisk {
  readonly outcome: string;
  readonly years: number;
}

/** A risk with what it is compared to and what it rests on. */
export interface OutcomeRisk extends ToldRisk {
  /** The risk of a person of the same age and sex with an average history, read by the same calibration. */
  readonly peer: number;
  /** The persons that the calibration rests on, and how many of them had the outcome. */
  readonly calibratedOn: { readonly n: number; readonly events: number };
}

export type Answer =
  /** Outside what the model was trained on: why. */
  | { readonly kind: 'outside'; readonly reasons: readonly string[] }
  | {
      readonly kind: 'risks';
      readonly risks: readonly OutcomeRisk[];
      /** Outcomes that have happened already, and those that too few persons had to calibrate. */
      readonly present: readonly string[];
      readonly uncalibrated: readonly string[];
    };

const RISKS = 'risks.json';
const VOCABULARY = 'vocabulary.json';

/** A landmark model that can be asked about a person: its vocabulary, its outcomes, its calibration and its scope. */
export class RiskModel {
  readonly landmarks: LandmarkModel;
  readonly vocabulary: Vocabulary;
  readonly file: RisksFile;

  constructor(landmarks: LandmarkModel, vocabulary: Vocabulary, file: RisksFile) {
    this.landmarks = landmarks;
    this.vocabulary = vocabulary;
    this.file = file;
  }

  save(folder: string): void {
    this.landmarks.save(folder);
    writeFileSync(join(folder, VOCABULARY), `${JSON.stringify(this.vocabulary.file)}\n`);
    writeFileSync(join(folder, RISKS), `${JSON.stringify(this.file, null, 1)}\n`);
  }

  /** @throws ProdromeError `model-invalid` */
  static load(folder: string): RiskModel {
    const read = <T>(name: string, schema: z.ZodType<T>): T => {
      try {
        return schema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
      } catch (error) {
        const why =
          error instanceof z.ZodError ? `${name}: ${error.issues[0]?.message}` : `no ${name} that can be read`;
        throw new ProdromeError('model-invalid', { path: folder, why });
      }
    };
    const file = read(RISKS, risksSchema);
    const vocabulary = new Vocabulary(read(VOCABULARY, vocabularySchema));
    const landmarks = LandmarkModel.load(folder);
    const { outcomes, vocabulary: codes } = landmarks.network;
    if (outcomes.length !== file.outcomes.length || codes !== vocabulary.codes)
      throw new ProdromeError('model-invalid', { path: folder, why: `${RISKS}, ${VOCABULARY} and network do not fit` });
    return new RiskModel(landmarks, vocabulary, file);
  }

  /** Risks at each horizon from a person's history up to a day; `unknown` is the share of events with codes it does not know. */
  async ask(landmark: Landmark, unknown = 0): Promise<Answer> {
    const reasons = outsideScope(this.file.scope, landmark, unknown);
    if (reasons.length > 0) return { kind: 'outside', reasons };
    const own = await this.landmarks.logHazards([landmark]);
    const { hazardBins } = this.landmarks.network;
    const present = this.file.outcomes.filter((_, o) => (landmark.life.first[o] as number) <= landmark.day);
    const [risks, uncalibrated]: [OutcomeRisk[], Set<string>] = [[], new Set()];
    const asked = { age: landmark.day - landmark.life.birth, male: landmark.life.male };
    for (const { years, outcomes, peers } of this.file.horizons)
      for (const [o, definition] of this.file.outcomes.entries()) {
        if (present.includes(definition)) continue;
        const [recalibration, fit] = [outcomes[o], peers[o]];
        if (!recalibration || !fit) {
          uncalibrated.add(`${definition.name} at ${years} ${years === 1 ? 'year' : 'years'}`);
          continue;
        }
        const { n, events } = recalibration;
        const risk = riskWithin(own.subarray(o * hazardBins.length), hazardBins, years * YEAR);
        risks.push({
          outcome: definition.name,
          years,
          ...calibrated(recalibration, risk),
          peer: peerRisk(fit, asked),
          calibratedOn: { n, events },
        });
      }
    return { kind: 'risks', risks, present: present.map(({ name }) => name), uncalibrated: [...uncalibrated] };
  }

  /** The risks of many, without their peers; undefined where a person is outside the scope. */
  async askAll(landmarks: readonly Landmark[]): Promise<(readonly ToldRisk[] | undefined)[]> {
    const inside = landmarks.flatMap((landmark, k) =>
      outsideScope(this.file.scope, landmark, 0).length > 0 ? [] : [k],
    );
    const logHazards = await this.landmarks.logHazards(inside.map((k) => landmarks[k] as Landmark));
    const { hazardBins, outcomes } = this.landmarks.network;
    const each = outcomes.length * hazardBins.length;
    const found: (readonly ToldRisk[] | undefined)[] = landmarks.map(() => undefined);
    for (const [row, k] of inside.entries()) {
      const own = logHazards.subarray(row * each, (row + 1) * each);
      const { life, day } = landmarks[k] as Landmark;
      found[k] = this.file.horizons.flatMap((horizon) =>
        this.file.outcomes.flatMap(({ name }, o) => {
          const recalibration = horizon.outcomes[o];
          if (!recalibration || (life.first[o] as number) <= day) return [];
          const risk = riskWithin(own.subarray(o * hazardBins.length), hazardBins, horizon.years * YEAR);
          return [{ outcome: name, years: horizon.years, ...calibrated(recalibration, risk) }];
        }),
      );
    }
    return found;
  }

  /** What carries the log of the cumulative hazard of an outcome within `years`; see {@link explanationOf}. */
  async explain(landmark: Landmark, outcome: string, years: number): Promise<Explanation> {
    const o = this.file.outcomes.findIndex(({ name }) => name === outcome);
    if (o < 0) throw new RangeError(`no outcome ${outcome}`);
    const target = { outcome: o, days: years * YEAR };
    const own = await this.landmarks.logHazards([landmark]);
    const score = scoreOf(own, this.landmarks.network.hazardBins, target);
    const nameOf = (code: number) => this.vocabulary.file.codes[code] ?? '';
    return explanationOf(this.landmarks.read(landmark, this.vocabulary), target, score, nameOf);
  }

  close(): Promise<void> {
    return this.landmarks.close();
  }
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type Chart, lastEventDate } from '../chart/index.ts';
import { ProdromeError } from '../errors.ts';
import {
  type Answer,
  calibratedRisks,
  type EventModel,
  type Explanation,
  type Landmark,
  type OutcomeDefinition,
  outsideScope,
  RiskModel,
  type Vocabulary,
} from '../model/index.ts';
import { isToldRisk, type ModelOpinion } from '../review/index.ts';
import { openModel } from './opened-model.ts';
import { momentOf, personOf } from './person.ts';

const YEAR = 365.25;
/** Of what carries a risk, the shares that are cited. */
const CITED = 3;

/** A model of either kind, as a review asks it. */
interface Asked {
  readonly about: string;
  readonly outcomes: readonly OutcomeDefinition[];
  readonly vocabulary: Vocabulary;
  /** The files that decide its risks. */
  readonly files: readonly string[];
  ask(landmark: Landmark, unknown: number): Promise<Answer>;
  explain(landmark: Landmark, outcome: string, years: number): Promise<Explanation>;
}

/**
 * What a folder's model says of a chart's person on a day (that of the last event by default), for a review.
 * @throws ProdromeError `model-invalid`, also for a model of events that was not calibrated
 */
export async function opinionOf(folder: string, chart: Chart, asOf = lastEventDate(chart)): Promise<ModelOpinion> {
  const model = openModel(folder);
  try {
    const { about, outcomes, vocabulary, files, ask, explain } = askedBy(model, folder);
    const { life, unknown, sourcesOf } = personOf(chart, vocabulary, outcomes);
    const said = { ...{ name: basename(resolve(folder)), version: versionOf(folder, files) }, about, outcomes };
    if (!life) {
      const outside = { kind: 'outside', reasons: ['the record has no date of birth'] } as const;
      return { ...said, now: outside, yearBefore: outside, carriedBy: new Map() };
    }
    const day = momentOf(asOf);
    const now = await ask({ life, day }, unknown);
    const carriedBy = new Map<string, { resourceType: string; id: string }[]>();
    for (const risk of now.kind === 'risks' ? now.risks.filter(isToldRisk) : []) {
      const { shares } = await explain({ life, day }, risk.outcome, risk.years);
      const raising = shares.filter(({ of, share }) => share > 0 && sourcesOf(of).length > 0).slice(0, CITED);
      carriedBy.set(
        risk.outcome,
        raising.flatMap(({ of }) => sourcesOf(of).slice(0, 1)),
      );
    }
    return { ...said, now, yearBefore: await ask({ life, day: day - YEAR }, unknown), carriedBy };
  } finally {
    await model.close();
  }
}

function askedBy(model: RiskModel | EventModel, folder: string): Asked {
  const explain: Asked['explain'] = (landmark, outcome, years) => model.explain(landmark, outcome, years);
  const { vocabulary } = model;
  if (model instanceof RiskModel) {
    const { about, outcomes } = model.file;
    const files = ['landmark.json', 'risks.json'];
    return { about, outcomes, vocabulary, files, explain, ask: (landmark, unknown) => model.ask(landmark, unknown) };
  }
  const { calibration, outcomes } = model;
  if (!calibration)
    throw new ProdromeError('model-invalid', {
      path: folder,
      why: 'a review tells calibrated risks alone: run prodrome calibrate first',
    });
  const years = calibration.horizons.map((horizon) => horizon.years);
  return {
    about: 'A model of events, as prodrome train made it, calibrated on people of its own.',
    ...{ outcomes, vocabulary, explain, files: ['config.json', 'model.safetensors', 'calibration.json'] },
    ask: async (landmark, unknown) => {
      const reasons = outsideScope(calibration.scope, landmark, unknown);
      if (reasons.length > 0) return { kind: 'outside', reasons };
      const { risks } = await model.ask(landmark, years);
      return {
        kind: 'risks',
        ...calibratedRisks(calibration, model, landmark, risks),
        present: model.present(landmark),
      };
    },
  };
}

/** The first digits of the hash of what decides its risks. */
function versionOf(folder: string, files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const name of files) hash.update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 12);
}

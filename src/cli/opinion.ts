import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type Chart, lastEventDate } from '../chart/index.ts';
import { RiskModel } from '../model/index.ts';
import { isToldRisk, type ModelOpinion } from '../review/index.ts';
import { momentOf, personOf } from './person.ts';

const YEAR = 365.25;
/** Of what carries a risk, the shares that are cited. */
const CITED = 3;

/** What a folder's model says of a chart's person on a day (that of the last event by default), for a review. */
export async function opinionOf(folder: string, chart: Chart, asOf = lastEventDate(chart)): Promise<ModelOpinion> {
  const model = RiskModel.load(folder);
  try {
    const { life, unknown, sourcesOf } = personOf(chart, model.vocabulary, model.file.outcomes);
    const about = {
      ...{ name: basename(resolve(folder)), version: versionOf(folder), about: model.file.about },
      outcomes: model.file.outcomes,
    };
    if (!life) {
      const outside = { kind: 'outside', reasons: ['the record has no date of birth'] } as const;
      return { ...about, now: outside, yearBefore: outside, carriedBy: new Map() };
    }
    const day = momentOf(asOf);
    const now = await model.ask({ life, day }, unknown);
    const carriedBy = new Map<string, { resourceType: string; id: string }[]>();
    for (const risk of now.kind === 'risks' ? now.risks.filter(isToldRisk) : []) {
      const { shares } = await model.explain({ life, day }, risk.outcome, risk.years);
      const raising = shares.filter(({ of, share }) => share > 0 && sourcesOf(of).length > 0).slice(0, CITED);
      carriedBy.set(
        risk.outcome,
        raising.flatMap(({ of }) => sourcesOf(of).slice(0, 1)),
      );
    }
    return { ...about, now, yearBefore: await model.ask({ life, day: day - YEAR }, unknown), carriedBy };
  } finally {
    await model.close();
  }
}

/** The first digits of the hash of what decides its risks. */
function versionOf(folder: string): string {
  const hash = createHash('sha256');
  for (const name of ['landmark.json', 'risks.json']) hash.update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 12);
}

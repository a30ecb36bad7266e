/**
 * Zero-shot: the networks learn hazards of every condition of the vocabulary, and of death, all alike, and no task is named while
 * they learn. A task is read off by the code that it asks for, in closed form, before anything is calibrated.
 */
import { type Landmark, type LandmarkModel, type Life, riskOf } from '../../../src/model/index.ts';
import { before } from './landmarks.ts';
import { headsOf, type LabelRow } from './tasks.ts';

/** Probability of each label row as the networks and trees give it; NaN for persons whose life is not given. */
export async function plainRisks(
  model: LandmarkModel,
  lives: ReadonlyMap<number, Life>,
  rows: readonly LabelRow[],
): Promise<Float64Array> {
  const keyOf = ({ subject, day }: LabelRow) => `${subject} ${day}`;
  const places = new Map<string, number>();
  const landmarks: Landmark[] = [];
  for (const row of rows) {
    const life = lives.get(row.subject);
    if (!life || places.has(keyOf(row))) continue;
    places.set(keyOf(row), landmarks.length);
    landmarks.push({ life, day: before(row.day) });
  }
  const logHazards = await model.logHazards(landmarks);
  const [width, heads] = [model.network.outcomes.length, headsOf(model.network)];
  const risks = new Map([1, 5].map((years) => [years, riskOf(model.network, logHazards, years)]));
  return Float64Array.from(rows, (row) => {
    const place = places.get(keyOf(row));
    const head = heads[row.task] as number;
    return place === undefined ? Number.NaN : (risks.get(row.years)?.[place * width + head] ?? Number.NaN);
  });
}

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Landmark, RiskModel, randomOf, YEAR } from '../src/model/index.ts';
import { type Figure, median } from './figures.ts';

const SHIPPED = fileURLToPath(new URL('../models/demo', import.meta.url));
const [PERSONS, EVENTS, RUNS] = [256, 256, 15];

/** How many persons a second the checkpoints that come with Prodrome answer of, all risks from 256 events each, summing up counted. */
export async function shippedFigures(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const name of ['synthea', 'synthea-zero-shot']) {
    const model = RiskModel.load(join(SHIPPED, name));
    const landmarks = personsOf(model);
    const times: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      const before = process.cpuUsage();
      await model.landmarks.logHazards(landmarks);
      const { user, system } = process.cpuUsage(before);
      times.push((user + system) / 1e6);
    }
    await model.landmarks.close();
    figures.push({
      name: `${name}, all risks of persons with ${EVENTS} events, in batches, processor time`,
      ...{ value: PERSONS / median(times.slice(3)), unit: 'persons/s', n: RUNS - 3 },
    });
  }
  return figures;
}

/** Lives with codes and values by chance, asked at the end. */
function personsOf({ vocabulary, landmarks: { network } }: RiskModel): Landmark[] {
  const none = network.outcomes.length;
  return Array.from({ length: PERSONS }, (_, id) => {
    const random = randomOf(3, id);
    const whole = (n: number) => Math.floor(random() * n);
    const measures = Int32Array.from({ length: EVENTS }, () =>
      Math.max(0, whole(2 * vocabulary.measures) - vocabulary.measures),
    );
    const life = {
      ...{ id, birth: -50 * YEAR, male: id % 2 },
      days: Float64Array.from({ length: EVENTS }, () => -20 * YEAR * random()).sort(),
      codes: Int32Array.from({ length: EVENTS }, () => 2 + whole(vocabulary.codes - 2)),
      ...{ measures, values: Float32Array.from(measures, (m) => (m > 0 ? 2 * random() - 1 : 0)) },
      first: new Float64Array(none).fill(Number.POSITIVE_INFINITY),
      from: new Float64Array(none).fill(Number.NEGATIVE_INFINITY),
      until: new Float64Array(none).fill(YEAR),
    };
    return { life, day: 0 };
  });
}

import { availableParallelism } from 'node:os';
import type { Survey } from './pack-survey.ts';

/** A batch is cut into two parts, each of a row at least. */
export const LEAST_ROWS = 2;

/** Positions of a batch, and how often a first run goes over the data at most; between two numbers of steps. */
const [TOKENS, EPOCHS, FEWEST_STEPS, MOST_STEPS] = [4096, 10, 1000, 20_000];
const MOST_PARTS = 8;

/** A run to start from: the usual size, with the numbers of this data set. */
export function firstRun(
  { vocabulary, outcomes }: Survey,
  { train, tuning }: Readonly<Record<'train' | 'tuning', { readonly rows: number; readonly events: number }>>,
): object {
  const { file, codes, measures } = vocabulary;
  const validated = tuning.rows >= LEAST_ROWS;
  // A batch is cut into as many parts as this machine has threads for, and the data have rows.
  const most = Math.min(MOST_PARTS, availableParallelism(), train.rows, ...(validated ? [tuning.rows] : []));
  const parts = Math.max(LEAST_ROWS, 2 ** Math.floor(Math.log2(Math.max(1, most))));
  const steps = Math.max(FEWEST_STEPS, Math.min(MOST_STEPS, 100 * Math.ceil((EPOCHS * train.events) / TOKENS / 100)));
  const often = Math.ceil(steps / 20);
  const bins = file.measures.reduce((most, { edges }) => Math.max(most, edges.length + 1), 0);
  return {
    network: {
      ...{ width: 128, layers: 6, heads: 8, vocabulary: codes, measures, valueBins: bins },
      outcomes: outcomes.map(({ name }) => ({ name })),
      hazardBins: [0, 91, 365.25, 1096, 1826, 3653],
      dropout: 0.1,
    },
    training: {
      steps,
      parts,
      workers: parts,
      ...(validated && { evaluateEvery: often, patience: 5 }),
      checkpointEvery: often,
    },
    data: { shards: 'train', ...(validated && { validation: 'tuning' }), tokens: TOKENS },
    out: 'model',
  };
}

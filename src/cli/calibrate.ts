import { parseArgs } from 'node:util';
import { ProdromeError } from '../errors.ts';
import { calibrateEvents, writeEventCalibration } from '../model/index.ts';
import { livesOf, splitNamed } from './lives.ts';
import { openEventModel } from './opened-model.ts';

const whoElse = (count: number): string =>
  count === 0 ? '' : ` (the other ${count} are those by whom a training stops)`;

/** `prodrome calibrate`: fits how the risks of a model of events are read, and for whom, and writes it into its folder. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      model: { type: 'string' },
      split: { type: 'string', default: 'tuning' },
      years: { type: 'string', default: '1,5' },
    },
  });
  const [path, ...more] = positionals;
  if (!path || more.length > 0) throw new ProdromeError('usage', { why: 'give one DATASET, a MEDS folder' });
  if (values.model === undefined)
    throw new ProdromeError('usage', { why: 'name the folder of the model with --model' });
  const split = splitNamed(values.split);
  if (split === 'train')
    throw new ProdromeError('usage', { why: '--split train would calibrate on what the model was trained on' });
  const years = values.years.split(',').map(Number);
  if (years.some((n) => !(n > 0 && n <= 50)))
    throw new ProdromeError('usage', { why: `--years ${values.years} is no list of years up to 50` });
  const model = openEventModel(values.model);
  try {
    if (model.outcomes.length === 0)
      throw new ProdromeError('calibration-impossible', {
        why: 'the model tells no outcome by name (prodrome pack --outcomes)',
      });
    const { lives: all, followUp } = await livesOf(path, split, model);
    const lives = split === 'tuning' ? model.calibrating(all) : all;
    const calibration = await calibrateEvents(model, lives, followUp, years);
    if (calibration.horizons.every((horizon) => horizon.outcomes.every((one) => one === null)))
      throw new ProdromeError('calibration-impossible', {
        why: `among its ${lives.length} people no outcome has ten events within such a time`,
      });
    writeEventCalibration(values.model, calibration);
    const told = calibration.horizons.map((horizon) => {
      const names = model.outcomes.flatMap(({ name }, o) => (horizon.outcomes[o] ? [name] : []));
      return `  within ${horizon.years} ${horizon.years === 1 ? 'year' : 'years'}: ${names.join(', ') || 'none'}`;
    });
    console.log(
      [
        `Calibrated on ${lives.length} people of ${split}${whoElse(all.length - lives.length)}. Told from now on, with intervals; others have too few events:`,
        ...told,
      ].join('\n'),
    );
    return 0;
  } finally {
    await model.close();
  }
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ProdromeError } from '../errors.ts';
import { EventModel, RiskModel } from '../model/index.ts';

/**
 * The model of a folder: a landmark model (`risks.json`), or a network that `prodrome train` made.
 * @throws ProdromeError `input-missing`, `model-invalid`
 */
export function openModel(folder: string): RiskModel | EventModel {
  if (!existsSync(folder)) throw new ProdromeError('input-missing', { path: folder });
  if (existsSync(join(folder, 'risks.json'))) return RiskModel.load(folder);
  if (EventModel.isIn(folder)) return EventModel.load(folder);
  throw new ProdromeError('model-invalid', {
    path: folder,
    why: 'there is none in it, neither risks.json nor the config.json and vocabulary.json of prodrome train',
  });
}

/**
 * The same, where a model of events alone will do.
 * @throws ProdromeError `input-missing`, `model-invalid`
 */
export function openEventModel(folder: string): EventModel {
  const model = openModel(folder);
  if (model instanceof EventModel) return model;
  throw new ProdromeError('model-invalid', {
    path: folder,
    why: 'it is a model at landmarks, which was calibrated when it was made',
  });
}

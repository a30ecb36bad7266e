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
  return !existsSync(join(folder, 'risks.json')) && EventModel.isIn(folder)
    ? EventModel.load(folder)
    : RiskModel.load(folder);
}

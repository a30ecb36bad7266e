import type { Landmark, Taught } from './landmark.ts';
import type { LandmarkModel, SummaryCache } from './landmark-model.ts';
import type { Life } from './life.ts';
import { randomOf } from './random.ts';

/** Cross-fitted distillation: how many folds of persons, and how far after a landmark hazards are learnt, in days. */
export interface Distillation {
  readonly folds: number;
  readonly horizon: number;
}

/** The fold that a person is in, 0 to `folds` − 1; by the id alone, so that it is the same in every run. */
export const foldOf = ({ id }: Pick<Life, 'id'>, folds: number): number => Math.floor(randomOf(31, id)() * folds);

/**
 * What a student learns in place of what happened (after SELENA: Tang et al., USENIX Security 2022). Persons are cut into folds; a
 * teacher trained without a fold says the hazards h of that fold's landmarks. The student's loss is Σ E e^η − E h η over
 * outcomes and bins, with E the years at risk that h expects (`at-risk.ts`): least where η = log h. What happened to a person
 * so speaks through the teachers of the others only: the student never reads it beside the person's history.
 *
 * `teach` trains a teacher on landmarks; it is closed when it has spoken.
 */
export async function taughtOutOfFold(
  landmarks: readonly Landmark[],
  { folds, horizon }: Distillation,
  teach: (others: readonly Landmark[], fold: number) => Promise<LandmarkModel>,
  cache?: SummaryCache,
): Promise<Taught> {
  if (folds < 2) throw new RangeError('distillation needs at least 2 folds');
  const hazards = new WeakMap<Landmark, Float32Array>();
  for (let fold = 0; fold < folds; fold++) {
    const isOwn = ({ life }: Landmark) => foldOf(life, folds) === fold;
    const own = landmarks.filter(isOwn);
    const teacher = await teach(
      landmarks.filter((landmark) => !isOwn(landmark)),
      fold,
    );
    const logHazards = await teacher.logHazards(own, cache);
    await teacher.close();
    const each = logHazards.length / Math.max(1, own.length);
    for (const [n, landmark] of own.entries())
      hazards.set(landmark, Float32Array.from(logHazards.subarray(n * each, (n + 1) * each), Math.exp));
  }
  return { hazards, horizon };
}

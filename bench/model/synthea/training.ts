/** Trains the networks and trees of the Synthea lives, or, of what these say of others, a student. */
import {
  drawerOf,
  type Landmark,
  type LandmarkBoost,
  LandmarkModel,
  type Life,
  pool,
  type Random,
  type SummaryCache,
  type SummarySpec,
  type Taught,
  taughtOutOfFold,
} from '../../../src/model/index.ts';
import { trainSeeds } from '../landmark-network.ts';
import { type Calendar, landmarkDayOf } from './landmarks.ts';
import { type Asked, type SyntheaSettings, syntheaPlan } from './network.ts';
import { headsOf } from './tasks.ts';

/** A line of the training log. */
export type LogEntry = Readonly<Record<string, number | string>>;

export interface SyntheaTraining extends Asked {
  readonly calendar: Calendar;
  readonly seeds: readonly number[];
  readonly settings: SyntheaSettings;
  /** What is read of a life in the end, where it is given: a student then reads this, and not what its teachers ask most. */
  readonly summary?: SummarySpec;
  /** Lives whose loss ends the training early. */
  readonly tuning?: readonly Life[];
  readonly log?: (entry: LogEntry) => void;
}

/** Landmarks of the tuning persons, by which networks are stopped and trees counted. */
const VALIDATION = 6000;

/** Trains on a pool of landmarks of these lives. */
export function trainSynthea(lives: readonly Life[], training: SyntheaTraining): Promise<LandmarkModel> {
  const { settings, calendar, tuning = [] } = training;
  const landmarks = pool(drawerOf(lives, landmarkDayOf(calendar)), settings.pool);
  const validation = tuning.length === 0 ? [] : pool(drawerOf(tuning, landmarkDayOf(calendar)), VALIDATION);
  return trainOnPool(landmarks, validation, training);
}

/** With `distil`, teachers first, fold by fold, and from what they say of others the student; else the model that a teacher is. */
export async function trainOnPool(
  landmarks: readonly Landmark[],
  validation: readonly Landmark[],
  training: SyntheaTraining,
  // Whoever reads the same features of the same landmarks finds them summed up.
  cache: SummaryCache = new WeakMap(),
): Promise<LandmarkModel> {
  const { settings, log = () => undefined } = training;
  const given = { validation, cache };
  if (!settings.distil) return trainOn(landmarks, { ...training, ...given, settings });
  const teachers: LandmarkModel[] = [];
  const taught = await taughtOutOfFold(
    landmarks,
    settings.distil,
    async (others, fold) => {
      const note = (entry: LogEntry) => log({ teacher: fold, ...entry });
      const summary = teachers[0]?.summary;
      const reading = { ...training, ...(summary && { summary }) };
      const teacher = await trainOn(others, { ...reading, ...given, settings, seeds: [1000 + fold], log: note });
      teachers.push(teacher);
      return teacher;
    },
    cache,
  );
  const { boost, features, ...student } = settings.distil.student;
  const { boost: _, ...others } = settings;
  // Trees do not depend on one another: those of heads that are cut off before the model is kept need not grow.
  const only = headsOf({ outcomes: training.outcomes });
  const own = { ...others, ...student, ...(boost && { boost: { ...boost, only } }) };
  const summary = training.summary ?? LandmarkModel.strongest(teachers, features);
  return trainOn(landmarks, { ...training, validation, cache: new WeakMap(), settings: own, taught, summary });
}

interface OneTraining extends Omit<SyntheaTraining, 'settings'> {
  readonly settings: Omit<SyntheaSettings, 'boost'> & { readonly boost?: LandmarkBoost };
  readonly validation: readonly Landmark[];
  readonly cache: SummaryCache;
  readonly taught?: Taught;
}

/** Trains one network for each seed, joins them, and boosts trees beside them where there shall be some. */
async function trainOn(
  landmarks: readonly Landmark[],
  { seeds, settings, summary, validation, cache, taught, log = () => undefined, ...asked }: OneTraining,
): Promise<LandmarkModel> {
  const draw = (random: Random) => landmarks[Math.floor(random() * landmarks.length)] as Landmark;
  const learning = { cache, ...(taught && { taught }) };
  const planOfSeed = (seed: number) => syntheaPlan(asked, seed, settings, summary);
  const joined = await trainSeeds(seeds, planOfSeed, draw, log, { ...learning, validation });
  if (!settings.boost) return joined;
  return joined.withTrees(landmarks, settings.boost, {
    ...{ ...learning, validation, threads: settings.workers },
    onHazard: (hazard) => log({ trees: hazard + 1 }),
  });
}

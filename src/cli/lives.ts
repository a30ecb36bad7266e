import { openSubjects, type Split } from '../corpus/index.ts';
import { ProdromeError } from '../errors.ts';
import {
  type Followed,
  type FollowUp,
  type Life,
  LifeReader,
  type OutcomeDefinition,
  type Vocabulary,
} from '../model/index.ts';

const MICROSECONDS = 86_400e6;

const SPLITS = ['train', 'tuning', 'held_out'] as const;

/** @throws ProdromeError `usage` */
export function splitNamed(text: string): Split {
  const split = SPLITS.find((name) => name === text);
  if (!split) throw new ProdromeError('usage', { why: '--split is train, tuning or held_out' });
  return split;
}

/** What persons are read for. */
interface Asked {
  readonly vocabulary: Vocabulary;
  readonly outcomes: readonly OutcomeDefinition[];
  readonly followed: Followed;
}

/**
 * The persons of a split of a MEDS data set, and until when they are followed.
 * @throws ProdromeError `corpus-invalid` where there is none with a date of birth, as of {@link openSubjects}
 */
export async function livesOf(
  path: string,
  split: Split,
  { vocabulary, outcomes, followed }: Asked,
): Promise<{ lives: Life[]; followUp: FollowUp }> {
  const reader = await openSubjects(path, { split, texts: true });
  try {
    let last = Number.NEGATIVE_INFINITY;
    for await (const { times } of reader.subjects()) for (const time of times) if (time > last) last = time;
    const lives: Life[] = [];
    const end = last / MICROSECONDS;
    const lifeReader = new LifeReader({ vocabulary, dictionary: reader.dictionary, outcomes, end, followed });
    for await (const subject of reader.subjects()) {
      const life = lifeReader.read(subject);
      if (life) lives.push(life);
    }
    if (lives.length === 0)
      throw new ProdromeError('corpus-invalid', { path, why: `nobody of its ${split} split has a MEDS_BIRTH` });
    return { lives, followUp: { end, followed } };
  } finally {
    reader.close();
  }
}

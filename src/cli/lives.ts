import { openSubjects, type Split } from '../corpus/index.ts';
import { ProdromeError } from '../errors.ts';
import { type Life, LifeReader, type OutcomeDefinition, type Vocabulary } from '../model/index.ts';

const MICROSECONDS = 86_400e6;

const SPLITS = ['train', 'tuning', 'held_out'] as const;

/** @throws ProdromeError `usage` */
export function splitNamed(text: string): Split {
  const split = SPLITS.find((name) => name === text);
  if (!split) throw new ProdromeError('usage', { why: '--split is train, tuning or held_out' });
  return split;
}

/** The persons of a split of a MEDS data set, followed until the last event of anybody, and that day (from 1970). */
export async function livesOf(
  path: string,
  split: Split,
  { vocabulary, outcomes }: { readonly vocabulary: Vocabulary; readonly outcomes: readonly OutcomeDefinition[] },
): Promise<{ lives: Life[]; end: number }> {
  const reader = await openSubjects(path, { split, texts: true });
  try {
    let last = Number.NEGATIVE_INFINITY;
    for await (const { times } of reader.subjects()) for (const time of times) if (time > last) last = time;
    const lives: Life[] = [];
    const end = last / MICROSECONDS;
    const lifeReader = new LifeReader({ vocabulary, dictionary: reader.dictionary, outcomes, end });
    for await (const subject of reader.subjects()) {
      const life = lifeReader.read(subject);
      if (life) lives.push(life);
    }
    return { lives, end };
  } finally {
    reader.close();
  }
}

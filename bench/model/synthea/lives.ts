/** The Synthea lives read through the corpus: a vocabulary of the train split, and lives by split. */
import { openSubjects, type Split, type Subject } from '../../../src/corpus/index.ts';
import {
  type Life,
  LifeReader,
  type OutcomeDefinition,
  type SummarySpec,
  type Vocabulary,
  VocabularyBuilder,
  wordCode,
} from '../../../src/model/index.ts';
import { TASKS } from './tasks.ts';

const DAY = 86_400e6;

/** Codes that a share of the persons of the train split have, at least twenty, and all measures among them. */
export async function vocabularyOf(folder: string, share = 0.0235): Promise<Vocabulary> {
  const reader = await openSubjects(folder, { split: 'train', texts: true });
  try {
    const builder = new VocabularyBuilder();
    const { codes, texts } = reader.dictionary;
    let persons = 0;
    for await (const subject of reader.subjects()) {
      persons++;
      builder.addPerson(namesOf(subject, codes, texts));
      for (let i = 0; i < subject.codes.length; i++) {
        const value = subject.values[i] as number;
        if (!Number.isNaN(value)) builder.addValue(codes[subject.codes[i] as number] as string, value);
      }
    }
    return builder.build({ persons: Math.max(20, Math.round(share * persons)) });
  } finally {
    reader.close();
  }
}

function namesOf(
  { codes: numbers, texts: words }: Subject,
  codes: readonly string[],
  texts: readonly string[],
): Set<string> {
  const [seen, said] = [new Set(numbers), new Set<string>()];
  for (let i = 0; i < words.length; i++) {
    const word = texts[words[i] as number];
    if (word !== undefined) said.add(wordCode(codes[numbers[i] as number] as string, word));
  }
  const names = [...seen].map((code) => codes[code] as string);
  return new Set([...names, ...said].filter((name) => !/^(MEDS_|GENDER)/.test(name)));
}

/**
 * Every condition of a vocabulary, each by its own code, and death: no task is named. What a task asks for is among them where enough
 * persons had it; where too few had, it is added, so that a score can be given.
 */
export function conditionsOf({ file }: Vocabulary): OutcomeDefinition[] {
  const conditions = file.codes.filter((code) => /^CONDITION\/\/./.test(code));
  const asked = TASKS.flatMap(({ codes }) => codes);
  return [...new Set([...conditions, ...asked])].map((code) => ({ name: code, codes: [code] }));
}

/** The lives of some splits. All are followed until the day after the last event of any of them, or until death. */
export async function readLives(
  folder: string,
  vocabulary: Vocabulary,
  splits: readonly Split[],
  outcomes: readonly OutcomeDefinition[] = conditionsOf(vocabulary),
): Promise<Map<Split, Life[]>> {
  const [only, ...others] = splits;
  const reader = await openSubjects(folder, { texts: true, ...(only && others.length === 0 && { split: only }) });
  const lives = new Map<Split, Life[]>(splits.map((split) => [split, []]));
  try {
    const end = Number.POSITIVE_INFINITY;
    const lifeReader = new LifeReader({ vocabulary, dictionary: reader.dictionary, outcomes, end });
    let last = 0;
    for await (const subject of reader.subjects()) {
      const into = lives.get(subject.split ?? 'held_out');
      const life = into && lifeReader.read(subject);
      if (life) into.push(life);
      for (const time of subject.times) if (time > last) last = time;
    }
    const known = Math.floor(last / DAY) + 1;
    for (const { until } of [...lives.values()].flat())
      for (let o = 0; o < until.length; o++) until[o] = Math.min(until[o] as number, known);
    return lives;
  } finally {
    reader.close();
  }
}

/** Every measure, every code that is none, and every code that has one of its end. */
export function summaryOf(vocabulary: Vocabulary): SummarySpec {
  const { codes, measures } = vocabulary.file;
  const measured = new Set(measures.map(({ name }) => name));
  const at = new Map(codes.map((name, k) => [name, k]));
  return {
    measures: measures.map((_, k) => k + 1),
    codes: codes.flatMap((name, k) => (k < 2 || measured.has(name) ? [] : [[k]])),
    clock: true,
    pairs: codes.flatMap((name, k): [number, number][] => {
      const end = at.get(name.replace('//', '_END//'));
      return end === undefined || end === k ? [] : [[k, end]];
    }),
  };
}

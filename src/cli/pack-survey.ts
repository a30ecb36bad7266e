import { openSubjects, type Subject } from '../corpus/index.ts';
import { ProdromeError } from '../errors.ts';
import {
  codesMeant,
  isStatic,
  type OutcomeDefinition,
  TOLD_CODES,
  Vocabulary,
  VocabularyBuilder,
  wordCode,
  YEAR,
} from '../model/index.ts';
import { progress } from './progress.ts';

const MICROSECONDS = 86_400e6;

/** What the train split says before it is packed. */
export interface Survey {
  readonly vocabulary: Vocabulary;
  readonly outcomes: readonly OutcomeDefinition[];
  /** Day (from 1970) of the last event of anybody. */
  readonly end: number;
  readonly persons: number;
  /** Share of the persons who have an event within a year of the end. */
  readonly active: number;
  /** Persons who ever have each outcome. */
  readonly having: readonly number[];
}

/** What is asked where nothing is named, if the data set tells of it. */
const BY_DEFAULT: readonly OutcomeDefinition[] = [{ name: 'death', codes: ['MEDS_DEATH'] }];

/**
 * Reads the train split once: codes and words for results that at least `persons` people have, values, the last day. Outcomes are
 * those that are named, or death.
 * @throws ProdromeError `corpus-invalid` where nothing can be learned from it, as of {@link openSubjects}
 */
export async function surveyOf(
  dataset: string,
  { persons: fewest, named }: { readonly persons: number; readonly named?: readonly OutcomeDefinition[] | undefined },
): Promise<Survey> {
  const refuse = (why: string) => new ProdromeError('corpus-invalid', { path: dataset, why });
  const reader = await openSubjects(dataset, { split: 'train', texts: true });
  try {
    const { codes, texts } = reader.dictionary;
    const builder = new VocabularyBuilder();
    const isKnown = (outcome: OutcomeDefinition) => codesMeant(outcome, codes).length > 0;
    const unknown = named?.filter((outcome) => !isKnown(outcome)).map(({ name }) => name) ?? [];
    if (unknown.length > 0) throw refuse(`it has no code of ${unknown.join(', ')}`);
    const outcomes = named ?? BY_DEFAULT.filter(isKnown);
    const meant = outcomes.map((outcome) => codesMeant(outcome, codes));
    const birth = codes.indexOf('MEDS_BIRTH');
    const [having, last]: [number[], number[]] = [outcomes.map(() => 0), []];
    let all = 0;
    const said = progress();
    for await (const subject of reader.subjects()) {
      all++;
      said(`vocabulary: ${all.toLocaleString('en')} people read`);
      if (!subject.codes.includes(birth)) continue;
      const names = namesOf(subject, codes, texts);
      builder.addPerson(names);
      for (const [o, of] of meant.entries()) if (of.some((code) => names.has(code))) having[o] = (having[o] ?? 0) + 1;
      for (const [i, value] of subject.values.entries()) builder.addValue(codes[subject.codes[i] ?? 0] ?? '', value);
      last.push(subject.times.reduce((latest, time) => (time > latest ? time : latest), Number.NEGATIVE_INFINITY));
    }
    said();
    if (last.length === 0)
      throw refuse(
        all === 0
          ? 'nobody is in its train split'
          : `none of the ${all} people of train has a MEDS_BIRTH, without which nobody has an age`,
      );
    const { file } = builder.build({ persons: fewest });
    const told = new Set<string>(TOLD_CODES);
    const known = file.codes.filter((code) => !told.has(code));
    if (known.length <= 2) throw refuse(`it has no code that ${fewest} people of train have: lower --persons`);
    const end = last.reduce((latest, time) => Math.max(latest, time)) / MICROSECONDS;
    const active = last.filter((time) => time / MICROSECONDS > end - YEAR).length / last.length;
    const called = new Map(codes.map((code, k) => [code, reader.dictionary.descriptions[k] ?? '']));
    const descriptions = Object.fromEntries(
      known.map((code) => [code, called.get(code) ?? '']).filter(([, description]) => description !== ''),
    );
    const vocabulary = new Vocabulary({ ...file, codes: [...known, ...TOLD_CODES], descriptions });
    return { vocabulary, outcomes, end, persons: last.length, active, having };
  } finally {
    reader.close();
  }
}

/** The codes of a person, and the words that stand for results. */
function namesOf({ codes: numbers, texts: words }: Subject, codes: readonly string[], texts: readonly string[]) {
  const names = new Set<string>();
  for (const number of new Set(numbers)) {
    const code = codes[number] ?? '';
    if (!isStatic(code)) names.add(code);
  }
  for (const [i, number] of words.entries()) {
    const word = texts[number];
    if (word !== undefined) names.add(wordCode(codes[numbers[i] ?? 0] ?? '', word));
  }
  return names;
}

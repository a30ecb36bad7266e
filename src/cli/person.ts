import type { Chart } from '../chart/index.ts';
import { eventsOf, subjectOf } from '../corpus/index.ts';
import { type Knowledge, loadKnowledge } from '../knowledge/index.ts';
import {
  DEATH,
  isStatic,
  type Life,
  LifeReader,
  type OutcomeDefinition,
  toldName,
  type Vocabulary,
} from '../model/index.ts';
import { conditionOfOutcome } from '../reasoning/index.ts';

const DAY = 86_400_000;

/** A chart as a model reads it. */
export interface Person {
  /** Undefined without a date of birth. */
  readonly life: Life | undefined;
  /** Share of the events whose code the model knows only by its kind, or not at all. */
  readonly unknown: number;
  /** What a code of the vocabulary is called: by the record, the data set, or the shelf beside the code; else the code itself. */
  readonly nameOf: (code: string) => string;
  /** Where the record has a code of the vocabulary, the newest first: resource type and id. */
  readonly sourcesOf: (code: string) => readonly { readonly resourceType: string; readonly id: string }[];
}

/** The moment in days from 1970 at which a model is asked about a day: its last microsecond. */
export const momentOf = (day: string): number => (1000 * (Date.parse(`${day}T00:00:00Z`) + DAY) - 1) / (1000 * DAY);

/** A result in words: what it is of, where the vocabulary says, and the word. */
function wordNamed(code: string, described: Readonly<Record<string, string>>): string | undefined {
  const [of = '', word] = code.split('//=');
  const description = described[of];
  return word === undefined || description === undefined ? undefined : `${description}: ${word}`;
}

/** A code that nobody describes, after the condition of the shelf that it is, if it is one. */
function conditionNamed(code: string, { conditions }: Knowledge): string {
  const id = conditionOfOutcome({ name: code, codes: [code] }, conditions.values());
  const name = conditions.get(id ?? '')?.name;
  return name === undefined ? code : `${name} (${code})`;
}

/** Whether a code of a vocabulary stands for a kind of event alone. */
const isKind = (code: string): boolean => code.endsWith('/');

export function personOf(chart: Chart, vocabulary: Vocabulary, outcomes: readonly OutcomeDefinition[]): Person {
  const knowledge = loadKnowledge();
  const rows = eventsOf(chart, knowledge);
  const { subject, dictionary } = subjectOf(rows);
  const life = new LifeReader({ vocabulary, dictionary, outcomes, end: Number.POSITIVE_INFINITY }).read(subject);
  const known = dictionary.codes.map((name) => {
    const code = vocabulary.codeOf(name);
    return code > 0 && !isKind(vocabulary.file.codes[code] ?? '');
  });
  const events = subject.codes.filter(
    (code) => !isStatic(dictionary.codes[code] ?? '') && dictionary.codes[code] !== DEATH,
  );
  const unknown = events.reduce((sum, code) => sum + Number(!known[code]), 0) / Math.max(1, events.length);
  const names = new Map<string, string>();
  const sources = new Map<string, { time: number; resourceType: string; id: string }[]>();
  for (const { code, text, description, time, sourceType, sourceId } of rows) {
    const read = vocabulary.file.codes[vocabulary.codeOf(code)] ?? '';
    const word = text === null ? undefined : `${code}//=${text}`;
    for (const name of word === undefined ? [read] : [read, word]) {
      if (description) names.set(name, name === word ? `${description}: ${text}` : description);
      if (!sourceType || !sourceId) continue;
      sources.set(name, [
        ...(sources.get(name) ?? []),
        { time: time ?? Number.NEGATIVE_INFINITY, resourceType: sourceType, id: sourceId },
      ]);
    }
  }
  const described = vocabulary.file.descriptions ?? {};
  return {
    life,
    unknown,
    nameOf: (code) =>
      toldName(code) ??
      (isKind(code)
        ? `${code.replace(/\/+$/, '')}, codes that it does not know`
        : (names.get(code) ?? described[code] ?? wordNamed(code, described) ?? conditionNamed(code, knowledge))),
    sourcesOf: (code) =>
      (sources.get(code) ?? [])
        .toSorted((a, b) => b.time - a.time)
        .map(({ resourceType, id }) => ({ resourceType, id: id.split('#')[0] ?? id })),
  };
}

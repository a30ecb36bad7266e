import type { Chart, Note, NoteKind } from '../../chart/index.ts';
import { type Concept, conceptOf, lesionsOf, type ReadNote, readRecord } from '../../findings/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { analyteName } from '../../reasoning/index.ts';
import {
  DAY_ZERO,
  type LabStatement,
  type Lesion,
  type Mention,
  type Recommendation,
  type TextChange,
  type TextMeasurement,
} from '../../text/index.ts';

/** [start, end) in UTF-16 units of the text. */
type Span = readonly [number, number];

/** Something read, the name of what it is, and the words of the text that say so. */
type Named<T> = T & { readonly name: string; readonly words: string };

/** What was understood of one note: the whole of `prodrome read --format json`, which is a list of these. */
export interface Reading {
  readonly title: string;
  /** By what rules it was read: a clinic's note, or a report of imaging, pathology or another kind. */
  readonly kind: NoteKind;
  /** Day of the note, YYYY-MM-DD, from which its times are counted. */
  readonly day?: string;
  readonly patient: { readonly sex?: string; readonly birthDate?: string };
  readonly text: string;
  readonly sections: readonly { readonly name: string; readonly span: Span; readonly heading?: Span }[];
  /**
   * Findings, conditions and tests of the shelf, and words of its lexicon beyond them (drugs, procedures …), each with what is
   * claimed of it, of whom, and of when.
   */
  readonly mentions: readonly Named<Mention & { readonly is: Concept['kind'] }>[];
  readonly measurements: readonly Named<TextMeasurement>[];
  /** Results in words: "ferritin low", "LFTs normal". */
  readonly statements: readonly Named<LabStatement>[];
  readonly changes: readonly Named<TextChange>[];
  readonly recommendations: readonly Recommendation[];
  /** Focal lesions with organ, size, character and comparison with an earlier examination. */
  readonly lesions: readonly (Lesion & { readonly words: string })[];
  /** Medicines, allergies, problems and operations that a plain text lists. */
  readonly listed: readonly {
    readonly is: string;
    readonly name: string;
    readonly detail?: string;
    readonly span: Span;
  }[];
  /** What was left open, and how it was settled. */
  readonly remarks: readonly string[];
}

const LISTED: ReadonlySet<string> = new Set(['medication', 'allergy', 'condition', 'procedure']);

/** What was understood of every note of a chart, in the order of the chart. Pure. */
export function readingsOf(chart: Chart, knowledge: Knowledge): Reading[] {
  const asOf = chart.notes.at(-1)?.time?.slice(0, 10) ?? DAY_ZERO;
  return readRecord(chart, knowledge, asOf).notes.map((read) => readingOf(read, chart, knowledge));
}

function readingOf({ note, reading }: ReadNote, chart: Chart, knowledge: Knowledge): Reading {
  const { sex, birthDate } = chart.patient;
  const named = <T extends { readonly span: Span }>(one: T, name: string): Named<T> => ({
    ...one,
    name,
    words: wordsOf(note, one.span),
  });
  return {
    title: note.title,
    kind: note.kind,
    ...(note.time ? { day: note.time.slice(0, 10) } : {}),
    patient: { ...(sex ? { sex } : {}), ...(birthDate ? { birthDate } : {}) },
    text: note.text,
    sections: reading.sections,
    mentions: reading.mentions.map((mention) => {
      const { kind, id } = conceptOf(mention.concept);
      return named({ ...mention, is: kind }, nameOf(kind, id, knowledge));
    }),
    measurements: reading.measurements.map((one) => named(one, analyteName(one.analyte))),
    statements: reading.labStatements.map((one) => named(one, analyteName(one.analyte))),
    changes: reading.changes.map((one) => named(one, analyteName(one.analyte))),
    recommendations: reading.recommendations,
    lesions: lesionsOf({ note, reading, copied: [] }).map((one) => ({ ...one, words: wordsOf(note, one.span) })),
    listed: chart.events.flatMap(({ kind, name, detail, source }) =>
      source.span && isOf(note, source.id) && LISTED.has(kind)
        ? [{ is: kind, name, ...(detail === undefined ? {} : { detail }), span: source.span }]
        : [],
    ),
    remarks: chart.issues.filter(({ source }) => source && isOf(note, source.id)).map(({ text }) => text),
  };
}

const isOf = (note: Note, id: string): boolean => note.source.id === id;
const wordsOf = (note: Note, span: Span): string => note.text.slice(...span);

function nameOf(kind: Concept['kind'], id: string, { findings, conditions, tests, lexicon }: Knowledge): string {
  const shelf = { finding: findings, condition: conditions, test: tests, word: lexicon }[kind];
  return shelf.get(id)?.name ?? id;
}

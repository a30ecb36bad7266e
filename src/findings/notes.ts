import type { Chart, Note } from '../chart/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { ANALYTES } from '../terms/index.ts';
import {
  copiedSpans,
  type Known,
  knownAgain,
  type Lesion,
  type Lexicon,
  lesionsIn,
  type Mention,
  type NoteReading,
  readNote,
} from '../text/index.ts';
import { lexiconOf } from './lexicon.ts';

/** A note with what was read in it. */
export interface ReadNote {
  readonly note: Note;
  readonly reading: NoteReading;
  /** Sentences copied from an earlier note of the same patient: they are not new evidence. */
  readonly copied: readonly (readonly [number, number])[];
}

const measureNames = new Map([...ANALYTES.values()].map((analyte) => [analyte.id, analyte.textNames]));

/** Reads every note and report of a chart with the words of the shelf. */
export function readNotes(chart: Chart, knowledge: Knowledge): ReadNote[] {
  const lexicon = lexiconOf(knowledge);
  const copies = copiedSpans(
    chart.notes.map((note) => note.text),
    (text, index) => sentencesOf(chart.notes[index], text),
  );
  const readings = readingsOf(lexicon);
  return chart.notes.map((note, index) => {
    const reading =
      readings.get(note) ??
      readNote(note.text, lexicon, {
        kind: note.kind,
        measures: measureNames,
        writtenAt: note.at,
      });
    readings.set(note, reading);
    return { note, reading, copied: copies[index] ?? [] };
  });
}

const sentences = new WeakMap<Note, readonly Known[]>();

/** The sentences of a note that another may copy; found once. */
function sentencesOf(note: Note | undefined, text: string): readonly Known[] {
  const known = (note && sentences.get(note)) ?? knownAgain(text);
  if (note) sentences.set(note, known);
  return known;
}

/** A note is read once with a lexicon, however many dates its chart is reviewed at. */
function readingsOf(lexicon: Lexicon): WeakMap<Note, NoteReading> {
  const readings = noteCaches.get(lexicon) ?? new WeakMap<Note, NoteReading>();
  noteCaches.set(lexicon, readings);
  return readings;
}

const noteCaches = new WeakMap<Lexicon, WeakMap<Note, NoteReading>>();

/** What was examined: the title, and of a report its first line, which often is its own title. */
function examinationOf({ kind, title, text }: Note): string {
  const [first = ''] = kind === 'note' ? [] : (/^[^\n]{0,80}/.exec(text.trimStart()) ?? []);
  return `${title} ${first}`;
}

const lesionCaches = new WeakMap<Note, readonly Lesion[]>();

/** The focal lesions that a note or a report describes; read once. */
export function lesionsOf({ note, reading }: ReadNote): readonly Lesion[] {
  const lesions = lesionCaches.get(note) ?? lesionsIn(note.text, reading, examinationOf(note), { kind: note.kind });
  lesionCaches.set(note, lesions);
  return lesions;
}

/** Whether a span lies in text that an earlier note already had. */
export function isCopied({ copied }: ReadNote, [start, end]: readonly [number, number]): boolean {
  return copied.some(([from, to]) => start >= from && end <= to);
}

/** The sentence around a mention, on one line, cut to about 160 characters around the mention. */
export function excerptOf(note: Note, span: readonly [number, number], sentence: readonly [number, number]): string {
  const [from, to] = sentence[1] - sentence[0] <= 160 ? sentence : window(span, sentence);
  const text = note.text.slice(from, to).replace(/\s+/g, ' ').trim();
  return `${from > sentence[0] ? '…' : ''}${text}${to < sentence[1] ? '…' : ''}`;
}

function window([start, end]: readonly [number, number], [from, to]: readonly [number, number]): [number, number] {
  return [Math.max(from, start - 70), Math.min(to, end + 70)];
}

/** Concepts named in a short text such as the name of a problem or a procedure; cached, as names repeat. */
export function conceptsInName(name: string, knowledge: Knowledge): readonly Mention[] {
  const cache = nameCaches.get(knowledge) ?? new Map<string, readonly Mention[]>();
  nameCaches.set(knowledge, cache);
  let mentions = cache.get(name);
  if (!mentions) {
    const reading = readNote(name, lexiconOf(knowledge), {});
    // "ECG" alone is a heading in a note; as a name it is what it says.
    const isHeading = reading.sentences.length === 0 && reading.sections.length > 0;
    mentions = isHeading ? readNote(`${name}.`, lexiconOf(knowledge), {}).mentions : reading.mentions;
    if (cache.size < 20_000) cache.set(name, mentions);
  }
  return mentions;
}

const nameCaches = new WeakMap<Knowledge, Map<string, readonly Mention[]>>();

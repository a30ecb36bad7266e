import {
  type Chart,
  type ChartEvent,
  type ChartIssue,
  type EventKind,
  measure,
  type Note,
  type Patient,
  type Source,
} from '../../chart/index.ts';
import { ANALYTES, type Convention, conventionOf, hasTwoUnits, unitOfBareNumber } from '../../terms/index.ts';
import { compileLexicon } from '../lexicon.ts';
import type { TextMeasurement } from '../mention.ts';
import { type NoteReading, readNote } from '../read.ts';
import { clauseAround, daysBefore } from './ago.ts';
import { noteDayIn } from './dates.ts';
import { kindOfText } from './kind.ts';
import { allergiesIn, drugsTakenIn, type Item, itemsUnder, pastIn } from './lists.ts';
import { type Person, personIn } from './person.ts';

/** One plain text of a patient, and what it is called. */
export interface PlainNote {
  /** Id of the note in the chart; unique among the notes of one chart. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** YYYY-MM-DD, where something other than the text says so (a file's name). */
  readonly day?: string;
}

export interface TextRecordOptions {
  /** YYYY-MM-DD: the day that a text without a date is taken to be of. */
  readonly asOf?: string | undefined;
}

/** The day of a text that gives none, when nobody says which: any fixed day does, as all its times are counted from it. */
export const DAY_ZERO = '2000-01-01';

const NO_WORDS = compileLexicon([]);
const MEASURES = new Map([...ANALYTES.values()].map((analyte) => [analyte.id, analyte.textNames]));
const DAY = 86_400_000;

/**
 * A chart made of plain texts alone: notes, reports or a case description of one person. Age, sex, date, vital signs and results,
 * medicines, allergies and past history become events, each with the characters of the text that say so; everything else is read
 * from the notes as from those of any record. Pure.
 */
export function chartFromTexts(texts: readonly PlainNote[], { asOf }: TextRecordOptions = {}): Chart {
  const told = texts.map((each) => ({ ...each, own: each.day ?? noteDayIn(each.text)?.day }));
  const fallback = asOf ?? told.reduce((last, { own = '' }) => (own > last ? own : last), '') ?? '';
  const assumed = fallback === '' ? DAY_ZERO : fallback;
  const events: ChartEvent[] = [];
  const notes: Note[] = [];
  const issues: ChartIssue[] = [];
  const people: { readonly person: Person; readonly source: Source; readonly day: string }[] = [];
  const readings = told.map(({ text }) => readNote(text, NO_WORDS, { measures: MEASURES }));
  const convention = conventionOf(readings.flatMap(({ measurements }) => measurements));
  const sex = told.map(({ text }) => personIn(text).sex).find((each) => each !== undefined);
  for (const [index, { id, title, text, own }] of told.entries()) {
    const day = own ?? assumed;
    const source: Source = { resourceType: 'DocumentReference', id };
    const reading = readings[index] ?? readNote(text, NO_WORDS, { measures: MEASURES });
    const kind = kindOfText(text, reading.sections);
    notes.push({
      kind,
      title: kind === 'note' ? title : (titleIn(text) ?? title),
      time: day,
      at: Date.parse(day),
      text,
      contentType: 'text/plain',
      source,
    });
    people.push({ person: personIn(text), source, day });
    if (kind === 'note') events.push(...statedEvents(text, reading, source, day));
    events.push(...measuredEvents(text, reading.measurements, { source, day, convention, sex }, issues));
    if (own === undefined) issues.push(undatedIssue(day, asOf !== undefined, title, source));
  }
  events.sort((a, b) => timeOf(a) - timeOf(b));
  notes.sort((a, b) => a.at - b.at || (a.source.id < b.source.id ? -1 : 1));
  const patient = patientOf(people, texts[0]?.title ?? 'Note', issues);
  return { patient, events, notes, issues };
}

/** What a report calls itself on its first line: `CT CHEST WITH CONTRAST`. */
function titleIn(text: string): string | undefined {
  const [first = ''] = /^[^\n]{3,70}(?=\n|$)/.exec(text.trimStart()) ?? [];
  const line = first.trim();
  return /^[\p{L}\d][\p{L}\d ,/&()+-]+$/u.test(line) && !/\b(?:year|month|week)s?[- ]old\b/i.test(line)
    ? line
    : undefined;
}

const timeOf = ({ at }: ChartEvent): number => (Number.isNaN(at) ? Number.POSITIVE_INFINITY : at);

function undatedIssue(day: string, isGiven: boolean, title: string, source: Source): ChartIssue {
  const why =
    day === DAY_ZERO && !isGiven
      ? `it is read as of ${DAY_ZERO}, a day that stands for the day it was written, and times in it are counted from there`
      : `it is taken to be of ${day}`;
  return {
    code: 'date-assumed',
    severity: 'information',
    where: title,
    text: `the text gives no date: ${why}`,
    source,
  };
}

/** The person whom most is told of: the first text that gives an age counts for the age, the first that gives a sex for the sex. */
function patientOf(
  people: readonly { readonly person: Person; readonly source: Source; readonly day: string }[],
  title: string,
  issues: ChartIssue[],
): Patient {
  const aged = people.find(({ person }) => person.born !== undefined || person.ageDays !== undefined);
  const sexed = people.find(({ person }) => person.sex !== undefined);
  const chosen = aged ?? sexed ?? people[0];
  const span = chosen?.person.span;
  const source: Source = chosen
    ? { ...chosen.source, ...(span ? { span } : {}) }
    : { resourceType: 'DocumentReference', id: 'note' };
  const { born, ageDays } = aged?.person ?? {};
  const reckoned =
    ageDays === undefined || aged === undefined
      ? undefined
      : new Date(Date.parse(aged.day) - ageDays * DAY).toISOString().slice(0, 10);
  const birthDate = born ?? reckoned;
  if (born === undefined && reckoned !== undefined) {
    const text = 'the text gives an age, not a date of birth: the date of birth is reckoned from it';
    issues.push({ code: 'birth-date-reckoned', severity: 'information', where: title, text, source });
  }
  return {
    id: chosen?.source.id ?? 'note',
    name: title,
    ...(sexed?.person.sex ? { sex: sexed.person.sex } : {}),
    ...(birthDate === undefined ? {} : { birthDate }),
    source,
  };
}

/** Of which text and day the results are, and what tells the units of bare numbers. */
interface Where {
  readonly source: Source;
  readonly day: string;
  readonly convention: Convention | undefined;
  readonly sex: Patient['sex'];
}

function measuredEvents(
  text: string,
  measurements: readonly TextMeasurement[],
  { source: note, day, convention, sex }: Where,
  issues: ChartIssue[],
): ChartEvent[] {
  return measurements.flatMap((one): ChartEvent[] => {
    const analyte = ANALYTES.get(one.analyte);
    if (!analyte || analyte.result === 'coded') return [];
    const words = clauseAround(text, one.span, one.sentence);
    const before = daysBefore(words, day);
    // An earlier value without its time is on no day.
    if (one.past && before === undefined) return [];
    // Of a value and its repeat, the repeat is the later.
    const at = Date.parse(day) - (before ?? 0) * DAY + (one.again ? 1 : 0);
    const given =
      one.unit ??
      (hasTwoUnits(one.analyte)
        ? unitOfBareNumber(one.analyte, one.value, { convention, sex, range: one.range })
        : undefined);
    const isUnclear = given === undefined && hasTwoUnits(one.analyte);
    const found = isUnclear
      ? ({ fit: 'unit-unknown' } as const)
      : measure(one.analyte, one.value, given === undefined ? [] : [given], [], one.comparator);
    const source: Source = { ...note, span: one.span };
    if (found.fit !== 'canonical' && found.fit !== 'assumed') {
      if (found.fit !== 'given') {
        const why = isUnclear
          ? 'it has no unit and could be in either of two'
          : found.fit === 'implausible'
            ? 'nobody can have this value'
            : 'its unit does not fit';
        issues.push({
          code: found.fit === 'implausible' ? 'value-implausible' : 'unit-unknown',
          severity: 'warning',
          where: `${analyte.name} at character ${one.span[0]}`,
          text: `${why}: left out`,
          source,
        });
      }
      return [];
    }
    const unit = given ?? found.unit;
    const bounds = one.range?.map((bound) => measure(one.analyte, bound, [unit], []));
    const [low, high] = bounds ?? [];
    const range = low && high && 'value' in low && 'value' in high ? { low: low.value, high: high.value } : undefined;
    return [
      {
        kind: analyte.kind === 'lab' ? 'lab' : 'vital',
        time: new Date(at).toISOString().slice(0, 10),
        at,
        codings: [],
        name: analyte.name,
        analyte: one.analyte,
        value: {
          type: 'quantity',
          value: found.value,
          unit: found.unit,
          ...(one.comparator ? { comparator: one.comparator } : {}),
          original: { value: one.value, unit },
        },
        ...(range ? { range } : {}),
        words: text.slice(...one.span),
        source,
      },
    ];
  });
}

const MEDICATIONS: ReadonlySet<string> = new Set(['medications']);
const ALLERGIES: ReadonlySet<string> = new Set(['allergies']);
const PAST: ReadonlySet<string> = new Set(['past-medical-history', 'problem-list']);
const OPERATIONS: ReadonlySet<string> = new Set(['past-surgical-history']);

/** What a text states in lists or in so many words: medicines, allergies, what the patient had and has. */
function statedEvents(text: string, { sections }: NoteReading, note: Source, day: string): ChartEvent[] {
  const make = (kind: EventKind, item: Item): ChartEvent => eventOf(kind, item, note, day);
  const drugs = [...itemsUnder(text, sections, MEDICATIONS), ...drugsTakenIn(text)];
  const allergies = [...itemsUnder(text, sections, ALLERGIES), ...allergiesIn(text)];
  const past = [...itemsUnder(text, sections, PAST), ...pastIn(text)];
  return [
    ...once(drugs).map((item) => make('medication', item)),
    ...once(allergies).map((item) => make('allergy', item)),
    ...once(past).map((item) => make('condition', item)),
    ...once(itemsUnder(text, sections, OPERATIONS)).map((item) => make('procedure', item)),
  ];
}

/** Each name once, as first told. */
function once(items: readonly Item[]): Item[] {
  const seen = new Set<string>();
  return items.filter(({ text }) => seen.size !== seen.add(text.toLowerCase()).size);
}

function eventOf(kind: EventKind, { text, detail, days, span }: Item, note: Source, day: string): ChartEvent {
  const at = days === undefined ? Number.NaN : Date.parse(day) - days * DAY;
  const name = kind === 'condition' || kind === 'procedure' ? sentenceCase(text) : text.replace(/\s+/g, ' ');
  const isPast = kind === 'condition' && /\b(?:resolved|childhood|previous|prior)\b/i.test(`${text} ${detail ?? ''}`);
  return {
    kind,
    // When a thing began is not told where it is only listed; when it was known to be so, is.
    ...(days === undefined ? {} : { time: new Date(at).toISOString().slice(0, days > 700 ? 4 : 10) }),
    at,
    recorded: day,
    codings: [],
    name,
    ...(kind === 'procedure' ? { status: 'completed' } : { status: isPast ? 'resolved' : 'active' }),
    ...(detail === undefined ? {} : { detail }),
    source: { ...note, span },
  };
}

const sentenceCase = (text: string): string => {
  const plain = text.replace(/\s+/g, ' ');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
};

import { goesOnWith, type Kin, kinIn, readingOf, statusOf, storyOf } from './assertion/index.ts';
import { attributesOf, siteMentionOf } from './attributes.ts';
import { changesIn } from './changes.ts';
import { labStatementsIn } from './lab-statements.ts';
import type { Lexicon } from './lexicon.ts';
import { type Match, matchesIn, stemsOf } from './match.ts';
import type { MeasureNames, Named } from './measure-names.ts';
import { compileMeasures, type Measured, measurementsIn } from './measurements.ts';
import type {
  LabStatement,
  Mention,
  Recommendation,
  SiteMention,
  Span,
  Status,
  TextChange,
  TextMeasurement,
} from './mention.ts';
import { recommendationsIn } from './recommendations.ts';
import { repeatOf } from './repeats.ts';
import { specimenAt } from './specimens.ts';
import { type Section, type Sentence, structureOf } from './structure.ts';
import { type Tokens, tokenise } from './tokens.ts';

/** Everything read from one note. All spans are in UTF-16 units of the note's text. */
export interface NoteReading {
  readonly sections: readonly Section[];
  /** Spans of the sentences, headings left out. */
  readonly sentences: readonly { readonly span: Span; readonly section?: string }[];
  readonly mentions: readonly Mention[];
  /** Places of the body that are named, whether or not something is said of them. */
  readonly sites: readonly SiteMention[];
  readonly measurements: readonly TextMeasurement[];
  readonly changes: readonly TextChange[];
  readonly labStatements: readonly LabStatement[];
  readonly recommendations: readonly Recommendation[];
}

export interface ReadOptions {
  readonly kind?: 'note' | 'imaging' | 'pathology' | 'report';
  /** Analyte id to the names that texts use for it. Without it no measurements are read. */
  readonly measures?: MeasureNames;
  /** When the note was written, in milliseconds since the epoch (UTC): "since Christmas", "for 3 months" are told from then. */
  readonly writtenAt?: number;
}

/** So many sentences with results are remembered for a later "repeat". */
const LOOK_BACK = 8;

/** Reads a note: its sections, sentences, concepts with their status, quantities and recommendations. Linear in its length; never throws. */
export function readNote(text: string, lexicon: Lexicon, options: ReadOptions = {}): NoteReading {
  const tokens = tokenise(text);
  const report = options.kind === 'imaging' || options.kind === 'pathology';
  const { sections, sentences } = structureOf(tokens, report ? 'findings' : undefined);
  const stems = stemsOf(tokens, lexicon);
  const measures = options.measures ? compileMeasures(options.measures) : undefined;
  const mentions: Mention[] = [];
  const sites: SiteMention[] = [];
  const measurements: TextMeasurement[] = [];
  const changes: TextChange[] = [];
  const labStatements: LabStatement[] = [];
  const recommendations: Recommendation[] = [];
  const written = Number.isFinite(options.writtenAt) ? options.writtenAt : undefined;
  let before: Measured[] = [];
  let last: Measured | undefined;
  let story: Story = {};
  for (const sentence of sentences) {
    const span = spanOf(tokens, sentence.from, sentence.to);
    const section = sectionOf(tokens, sentence, report);
    story = storyOn(tokens, sentence, section, story);
    const found = measures ? measurementsIn(tokens, measures, sentence.from, sentence.to, span) : undefined;
    const lab =
      measures && found ? labStatementsIn(tokens, found, sentence.from, sentence.to, section, span) : undefined;
    const named = found && lab ? [...valuedNames(found), ...lab.names] : [];
    const elsewhere = new Set(
      found?.elsewhere.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index)),
    );
    const all = matchesIn(tokens, stems, lexicon, sentence.from, sentence.to, section, report);
    const places = all.filter(({ site }) => site !== undefined);
    const matches = all.filter(
      (match) =>
        match.site === undefined &&
        !named.some(({ from, to }) => (match.at[0] ?? 0) >= from && match.last < to) &&
        !(elsewhere.size > 0 && isOfOtherSpecimen(tokens, match, elsewhere)),
    );
    for (const place of places) sites.push(siteMentionOf(tokens, place, sentence.from, sentence.to, span));
    if (matches.length > 0) {
      const inside = new Set(matches.flatMap(({ at }) => at));
      const reading = readingOf(tokens, sentence.from, sentence.to, section, inside, story.kin ?? []);
      const told = new Set<string>();
      for (const match of matches) {
        const given = {
          negated: match.negated,
          denying: match.at.some((token) => OWN_NEGATION.has(tokens.low[token] ?? '')),
          before: tokens.low[(match.at[0] ?? 0) - 1] ?? '',
        };
        const status = perhaps(match, statusOf(reading, match.at, given));
        const asTest = match.apart.size > 0 ? statusOf(reading, match.at, { ...given, isTest: true }) : status;
        const attributes = attributesOf(tokens, match.at, match.last, sentence.from, sentence.to, places, written);
        const place: Span = [tokens.start[match.at[0] ?? 0] ?? 0, tokens.end[match.last] ?? 0];
        for (const concept of match.concepts) {
          const key = `${concept}@${place[0]}`;
          if (told.has(key)) continue;
          told.add(key);
          mentions.push({
            concept,
            span: place,
            ...(match.apart.has(concept) ? asTest : status),
            ...attributes,
            ...(section === undefined ? {} : { section }),
            sentence: span,
          });
        }
      }
    }
    for (const one of recommendationsIn(tokens, sentence, found, before)) recommendations.push(one);
    if (found?.names.length === 0 && last) {
      for (const one of repeatOf(last, tokens, sentence.from, sentence.to, span)) measurements.push(one);
    }
    last = found;
    if (found && found.names.length > 0) before = [...before.slice(1 - LOOK_BACK), found];
    for (const one of found?.measurements ?? []) measurements.push(one);
    if (measures) {
      for (const one of changesIn(tokens, found, sentence.from, sentence.to, span, story.kin)) changes.push(one);
    }
    for (const one of lab?.statements ?? []) labStatements.push(one);
  }
  return {
    sections,
    sentences: sentences.map(({ from, to, section }) => ({
      span: spanOf(tokens, from, to),
      ...(section === undefined ? {} : { section }),
    })),
    mentions,
    sites,
    measurements,
    changes,
    labStatements,
    recommendations,
  };
}

/** Relatives told of over several sentences: of whom the next sentence may tell, and of whom this one does. */
interface Story {
  /** Stretches of this sentence that tell of someone else than the patient. */
  readonly kin?: readonly Kin[];
  readonly next?: string;
  readonly section?: string | undefined;
}

function storyOn(tokens: Tokens, { from, to }: Sentence, section: string | undefined, before: Story): Story {
  const family = section === 'family-history';
  const kin = kinIn(tokens, from, to, family);
  if (kin.length > 0) {
    const next = storyOf(tokens, from, to, kin, family);
    return next === undefined ? { kin } : { kin, next, section };
  }
  const { next } = before;
  if (next === undefined || section !== before.section || !goesOnWith(tokens, from, to, next, family)) return {};
  return { kin: [{ from, to, experiencer: 'family', relative: next }], next, section };
}

/** "Low glucose" of cerebrospinal fluid is no low glucose of blood; a term that names the specimen means it. */
function isOfOtherSpecimen(tokens: Tokens, { at }: Match, elsewhere: ReadonlySet<number>): boolean {
  return at.some((token) => elsewhere.has(token)) && !at.some((token) => specimenAt(tokens, token) !== undefined);
}

/** What is there only if a word is of two things may be there. */
const perhaps = ({ perhaps: isShared }: Match, status: Status): Status =>
  isShared && status.assertion === 'present' ? { ...status, assertion: 'possible' } : status;

const OWN_NEGATION = new Set(
  "no not non never nil without cannot can't don't doesn't isn't wasn't couldn't won't".split(' '),
);

const SOCIAL = new Set(
  'smoker smokes smoking smoked alcohol etoh wine drinks tobacco lives works worked married retired occupation units'.split(
    ' ',
  ),
);

/** The section that a sentence speaks in: habits told after the family on one line are the patient's; a report's history is its question. */
function sectionOf(tokens: Tokens, { section, first, from, to }: Sentence, report: boolean): string | undefined {
  if (report && section === 'history') return 'indication';
  if (section !== 'family-history' || first) return section;
  if (kinIn(tokens, from, to, false).length > 0) return section;
  for (let at = from; at < to; at++) if (SOCIAL.has(tokens.low[at] ?? '')) return 'social-history';
  return section;
}

/** Names that have their value or their claim beside them: "vit D 24" is a result, not a drug. */
function valuedNames({ names, valueEnd }: Measured): readonly Named[] {
  return names.filter((_, index) => valueEnd[index] !== undefined);
}

/** The status of given stretches of a text: for concepts that were found elsewhere. In the order of `spans`. */
export function assertSpans(
  text: string,
  spans: readonly Span[],
  options: ReadOptions = {},
): (Status & { readonly section?: string })[] {
  const tokens = tokenise(text);
  const report = options.kind === 'imaging' || options.kind === 'pathology';
  const { sentences } = structureOf(tokens, report ? 'findings' : undefined);
  return spans.map(([start, end]) => {
    const words: number[] = [];
    const sentence = sentences.find(({ to }) => (tokens.end[to - 1] ?? 0) > start) ?? sentences[sentences.length - 1];
    const { from, to, section } =
      sentence ?? ({ from: 0, to: tokens.size, section: undefined } satisfies Partial<Sentence>);
    for (let at = from; at < to; at++) {
      if ((tokens.end[at] ?? 0) > start && (tokens.start[at] ?? 0) < end) words.push(at);
    }
    if (words.length === 0) words.push(from);
    const reading = readingOf(tokens, from, to, section, new Set(words));
    return { ...statusOf(reading, words), ...(section === undefined ? {} : { section }) };
  });
}

const spanOf = (tokens: Tokens, from: number, to: number): Span => [tokens.start[from] ?? 0, tokens.end[to - 1] ?? 0];

import type { Knowledge, LexiconConcept } from '../knowledge/index.ts';
import {
  type AbbreviationSenses,
  compileLexicon,
  type Lexicon,
  type LexiconEntry,
  type SenseCues,
} from '../text/index.ts';
import { diseaseToldWithAge } from './aged.ts';

/** What a concept of the lexicon stands for: something of the shelf, or a word of notes that no condition rests on. */
export type Concept = { readonly kind: 'finding' | 'condition' | 'test' | 'word'; readonly id: string };

const compiled = new WeakMap<Knowledge, Lexicon>();

/** The words of the whole shelf and of its lexicon, ready to be found in notes; compiled once for each shelf. */
export function lexiconOf(knowledge: Knowledge): Lexicon {
  const known = compiled.get(knowledge);
  if (known) return known;
  const lexicon = compileLexicon(entriesOf(knowledge), sensesOf(knowledge));
  compiled.set(knowledge, lexicon);
  return lexicon;
}

/** Every term with the concept that it names. */
export function entriesOf(knowledge: Knowledge): LexiconEntry[] {
  const entries: LexiconEntry[] = [];
  for (const { id, name, terms = [], kind } of knowledge.findings.values()) {
    // Names of laboratory findings are headings ("Low ferritin (< 30)"), not words of notes.
    const words = kind === 'laboratory' || kind === 'family' ? terms : [name, ...terms];
    for (const term of words) entries.push({ concept: `finding:${id}`, term });
  }
  entries.push(...partEntriesOf(entries));
  for (const { id, name, synonyms } of knowledge.conditions.values()) {
    const concept = `condition:${id}`;
    for (const term of [name, ...synonyms]) entries.push({ concept, term });
  }
  for (const { id, doneBy } of knowledge.tests.values()) {
    for (const term of doneBy.terms ?? []) entries.push({ concept: `test:${id}`, term, apart: true });
  }
  for (const concept of knowledge.lexicon.values()) {
    const { id, terms } = concept;
    if (knowledge.conditions.has(id) || knowledge.findings.has(id) || knowledge.tests.has(id)) continue;
    const entry = wordEntry(concept, '');
    for (const term of terms) entries.push({ ...entry, term });
  }
  for (const entry of abbreviationEntriesOf(knowledge)) entries.push(entry);
  entries.push(...agedEntriesOf(knowledge, entries));
  return entries;
}

/** A term of a family history that tells a disease with an age, "breast cancer at 42", names the disease too: it may be the patient's. */
function agedEntriesOf({ findings, abbreviations }: Knowledge, entries: readonly LexiconEntry[]): LexiconEntry[] {
  const aged = [...findings.values()].flatMap(({ kind, terms = [] }) =>
    kind !== 'family'
      ? []
      : terms.flatMap((term) => {
          const disease = diseaseToldWithAge(term)?.toLowerCase();
          return disease === undefined ? [] : [{ term, disease }];
        }),
  );
  const named = new Map(aged.map(({ disease }): [string, string[]] => [disease, []]));
  for (const { term, concept } of entries) {
    // Of an abbreviation with several meanings the words beside it would decide, and here stands an age alone.
    const isOpen = abbreviations.has(term.toLowerCase()) && conceptOf(concept).kind === 'word';
    if (!isOpen) named.get(term.toLowerCase())?.push(concept);
  }
  return aged.flatMap(({ term, disease }) =>
    [...new Set(named.get(disease))].map((concept): LexiconEntry => ({ concept, term })),
  );
}

/** What joins two things that are both true: not `or`, of which one may be, and not `without`. */
const JOINED = /,? (?:and|with|then|after|followed by) |, /;
/** What every such term has: asked first, as most have not. */
const MAY_JOIN = /, | (?:and|with|then|after|followed by) /i;

/** A term that tells two findings, "painless jaundice and weight loss", names each that is a term of its own as well. */
function partEntriesOf(entries: readonly LexiconEntry[]): LexiconEntry[] {
  const joined = entries.flatMap(({ term, concept }) => {
    const parts = MAY_JOIN.test(term) ? term.toLowerCase().split(JOINED) : [];
    return parts.length < 2 ? [] : [{ term, concept, parts }];
  });
  const named = new Map(joined.flatMap(({ parts }) => parts.map((part): [string, string[]] => [part, []])));
  for (const { term, concept } of entries) named.get(term.toLowerCase())?.push(concept);
  return joined.flatMap(({ term, concept, parts }) => {
    const told = new Set(parts.flatMap((part) => named.get(part) ?? []));
    told.delete(concept);
    return [...told].map((other): LexiconEntry => ({ concept: other, term }));
  });
}

/** Abbreviations as terms of the concepts that they may stand for; which of them it is, their neighbours say. */
function abbreviationEntriesOf(knowledge: Knowledge): LexiconEntry[] {
  return [...knowledge.abbreviations].flatMap(([word, { usual, others }]) => {
    const term = word.toUpperCase();
    const ids = [...(usual?.means ?? []), ...others.flatMap(({ means }) => means ?? [])];
    return [...new Set(ids)].flatMap((id): LexiconEntry[] => {
      if (knowledge.conditions.has(id)) return [{ concept: `condition:${id}`, term }];
      if (knowledge.findings.has(id)) return [{ concept: `finding:${id}`, term }];
      const known = knowledge.lexicon.get(id);
      return known ? [wordEntry(known, term)] : [];
    });
  });
}

function wordEntry({ id, kind, instead, paired, side }: LexiconConcept, term: string): LexiconEntry {
  const site = { ...(paired ? { paired } : {}), ...(side ? { side } : {}) };
  return {
    concept: `word:${id}`,
    term,
    ...(instead ? {} : { yields: true }),
    ...(kind === 'site' ? { site } : {}),
  };
}

function sensesOf({ abbreviations }: Knowledge): AbbreviationSenses {
  return new Map(
    [...abbreviations].map(([word, { usual, others }]) => [
      word,
      {
        ...(usual ? { usual: cuesOf(usual) } : {}),
        others: others.map((sense) => ({
          ...(sense.means === undefined ? {} : { means: sense.means }),
          ...cuesOf(sense),
        })),
      },
    ]),
  );
}

type Written = { readonly [key in keyof SenseCues]?: string | undefined };

function cuesOf({ before, after, near, sections }: Written): SenseCues {
  return {
    ...(before === undefined ? {} : { before: wordsOf(before) }),
    ...(after === undefined ? {} : { after: wordsOf(after) }),
    ...(near === undefined ? {} : { near: wordsOf(near) }),
    ...(sections === undefined ? {} : { sections: wordsOf(sections) }),
  };
}

const wordsOf = (list: string): ReadonlySet<string> => new Set(list.split(' '));

export function conceptOf(concept: string): Concept {
  const [kind, id = ''] = concept.split(':');
  return { kind: kind === 'condition' || kind === 'test' || kind === 'word' ? kind : 'finding', id };
}

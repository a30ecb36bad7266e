import type { Knowledge } from '../knowledge/index.ts';
import { compileLexicon, type Lexicon, type LexiconEntry } from '../text/index.ts';

/** What a concept of the lexicon stands for. */
export type Concept = { readonly kind: 'finding' | 'condition' | 'test'; readonly id: string };

const compiled = new WeakMap<Knowledge, Lexicon>();

/** The words of all findings, conditions and tests of the shelf, ready to be found in notes; compiled once for each shelf. */
export function lexiconOf(knowledge: Knowledge): Lexicon {
  const known = compiled.get(knowledge);
  if (known) return known;
  const entries: LexiconEntry[] = [];
  for (const { id, name, terms = [], kind } of knowledge.findings.values()) {
    // Names of laboratory findings are headings ("Low ferritin (< 30)"), not words of notes.
    const words = kind === 'laboratory' || kind === 'family' ? terms : [name, ...terms];
    for (const term of words) entries.push({ concept: `finding:${id}`, term });
  }
  for (const { id, name, synonyms } of knowledge.conditions.values()) {
    for (const term of [name, ...synonyms]) entries.push({ concept: `condition:${id}`, term });
  }
  for (const { id, doneBy } of knowledge.tests.values()) {
    for (const term of doneBy.terms ?? []) entries.push({ concept: `test:${id}`, term, apart: true });
  }
  const lexicon = compileLexicon(entries);
  compiled.set(knowledge, lexicon);
  return lexicon;
}

export function conceptOf(concept: string): Concept {
  const [kind, id = ''] = concept.split(':');
  return { kind: kind === 'condition' || kind === 'test' ? kind : 'finding', id };
}

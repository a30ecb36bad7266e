import { compileLexicon } from '../text/index.ts';
import type { FileFault } from './files.ts';
import type { KnowledgeData } from './knowledge.ts';
import type { LexiconConcept } from './lexicon.ts';

/** Faults of the lexicon: doubles, words that no text can match, one word for two concepts, senses that lead nowhere. */
export function faultsOfLexicon(data: KnowledgeData): FileFault[] {
  const { lexicon, abbreviations } = data;
  const faults: FileFault[] = [];
  const seen = new Set<string>();
  const owners = new Map<string, LexiconConcept>();
  for (const concept of lexicon) {
    const where = `lexicon ${concept.id}`;
    if (seen.has(concept.id)) faults.push({ where, why: 'defined twice' });
    seen.add(concept.id);
    if (concept.side !== undefined && concept.kind !== 'site') faults.push({ where, why: 'only a site has a side' });
    const own = new Set<string>();
    for (const term of concept.terms) {
      const key = keyOf(term);
      if (term.trim() === '') faults.push({ where, why: 'an empty term' });
      if (own.has(key)) faults.push({ where, why: `the term is there twice: ${term}` });
      own.add(key);
      const other = owners.get(key);
      if (!other) owners.set(key, concept);
      else if (other.id !== concept.id && !isTold(data, term, other, concept))
        faults.push({
          where,
          why: `${term} is a word for ${other.id} as well, and abbreviations do not tell them apart`,
        });
    }
  }
  const entries = lexicon.flatMap(({ id, terms }) => terms.map((term) => ({ concept: id, term })));
  for (const { concept, term } of compileLexicon(entries).unusable) {
    faults.push({ where: `lexicon ${concept}`, why: `no text can match: ${term}` });
  }
  const known = new Set([
    ...seen,
    ...data.conditions.map(({ id }) => id),
    ...data.findings.map(({ id }) => id),
    ...data.tests.map(({ id }) => id),
  ]);
  for (const [abbreviation, { usual, others }] of Object.entries(abbreviations)) {
    for (const means of usual?.means ?? []) {
      if (!known.has(means)) faults.push({ where: `abbreviation ${abbreviation}`, why: `no such concept: ${means}` });
    }
    for (const sense of others) {
      const where = `abbreviation ${abbreviation}`;
      if (sense.means !== undefined && !known.has(sense.means))
        faults.push({ where, why: `no such concept: ${sense.means}` });
      if (!sense.before && !sense.after && !sense.near && !sense.sections)
        faults.push({ where, why: `nothing tells ${sense.means ?? sense.as ?? 'a sense'}` });
    }
  }
  return faults;
}

/** Concepts of the lexicon that the shelf holds itself: they say nothing more, and are passed over. */
export function shadowedOf({ lexicon, findings, conditions, tests }: KnowledgeData): FileFault[] {
  const ids = new Set([...findings, ...conditions, ...tests].map(({ id }) => id));
  const names = new Set(conditions.map(({ name }) => keyOf(name)));
  return lexicon
    .filter(({ id, kind, name }) => ids.has(id) || (kind === 'condition' && names.has(keyOf(name))))
    .map(({ id }) => ({ where: `lexicon ${id}`, why: 'the shelf has it' }));
}

/** Abbreviations keep their capitals. */
const keyOf = (term: string): string =>
  /^[A-Z][A-Z0-9]{1,5}$/.test(term) ? term : term.toLowerCase().replaceAll('-', ' ');

function isTold({ abbreviations }: KnowledgeData, term: string, one: LexiconConcept, other: LexiconConcept): boolean {
  // A place and a thing of one name do not contend: a site is told beside, never in place of, a mention.
  if ((one.kind === 'site') !== (other.kind === 'site')) return true;
  const senses = abbreviations[term.toLowerCase()];
  return senses?.others.some(({ means }) => means === one.id || means === other.id) ?? false;
}

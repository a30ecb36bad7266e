import { conceptOf, conceptsInName, type PhenotypeCase, type PhenotypeFinding } from '../../findings/index.ts';
import { type HpoIndex, type Knowledge, placeOfName } from '../../knowledge/index.ts';
import { lowerFirst } from '../wording.ts';

/**
 * The case with its plain words put into terms: what is neither an HPO id, the id of a finding of the shelf nor the name of an HPO
 * term, as the finding of the shelf that carries the name, or else as those that the reader of notes finds in the words. How words
 * were read is told in `notes`; words in which nothing is found stay as they are, and are named later as not usable.
 */
export function inTerms(given: PhenotypeCase, index: HpoIndex, knowledge: Knowledge): PhenotypeCase {
  const notes = [...given.notes];
  const findings = given.findings.flatMap((finding): PhenotypeFinding[] => {
    const { term } = finding;
    if (/^HP[:_]/i.test(term) || knowledge.findings.has(term) || placeOfName(index, term) !== undefined)
      return [finding];
    const read = readAs(term, knowledge);
    if (read.length === 0) return [finding];
    const names = read.map((id) => lowerFirst(knowledge.findings.get(id)?.name ?? id));
    if (!names.includes(term.trim().toLowerCase())) notes.push(`“${shown(term)}” is read as ${names.join(' and ')}`);
    return read.map((id) => ({ ...finding, term: id }));
  });
  return { ...given, findings, notes };
}

/** Longer texts are no name of a finding; the reader of notes is for those. */
const LONGEST = 120;

/** The findings of the shelf that words stand for, by name or as a note would be read; only what they claim of this person. */
function readAs(words: string, knowledge: Knowledge): string[] {
  const named = byNameOf(knowledge).get(words.trim().toLowerCase());
  if (named !== undefined) return [named];
  if (words.length > LONGEST) return [];
  const found = conceptsInName(words, knowledge).filter(
    ({ assertion, experiencer }) => assertion === 'present' && experiencer === 'patient',
  );
  const ids = found.map(({ concept }) => conceptOf(concept)).filter(({ kind }) => kind === 'finding');
  return [...new Set(ids.map(({ id }) => id).filter((id) => knowledge.findings.get(id)?.guard !== true))];
}

function byNameOf(knowledge: Knowledge): ReadonlyMap<string, string> {
  const known =
    made.get(knowledge) ?? new Map([...knowledge.findings.values()].map(({ id, name }) => [name.toLowerCase(), id]));
  made.set(knowledge, known);
  return known;
}

const made = new WeakMap<Knowledge, ReadonlyMap<string, string>>();

const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { assertSpans } from '../../src/text/index.ts';
import type { Figure } from '../figures.ts';
import { halfOf, Tally } from './score.ts';

export const NEGEX_FILE = 'negex-sentences.tsv.gz';

/**
 * The annotators counted habits and allergies as history, whatever their tense: a convention of these sentences,
 * not a property of the text.
 */
const HABIT = /\b(?:tobacco|smok|cigarette|alcohol|etoh|drinks?|beer|wine|drugs?\b|illicit|ivda|allerg)/i;
const HABIT_SECTIONS = new Set(['social-history', 'allergies']);

/** Status of the given concept in each sentence, against the annotators; concept and span are given. */
export function negex(data: string, report: (line: string) => void): Figure[] {
  const lines = gunzipSync(readFileSync(join(data, NEGEX_FILE)))
    .toString('utf8')
    .trim()
    .split('\n')
    .slice(1);
  const sets = ['all', 'half 0', 'half 1'] as const;
  const labels = ['negation', 'historical', 'experiencer patient', 'experiencer other'] as const;
  const tallies = new Map(sets.flatMap((set) => labels.map((label) => [`${set} ${label}`, new Tally()] as const)));
  for (const line of lines) {
    const [number = '', , , concept = '', sentence = '', negation, temporality, experiencer] = line.split('\t');
    const [status] = assertSpans(sentence, [spanOf(sentence, concept)]);
    if (!status) continue;
    const over = status.temporality === 'resolved' && status.assertion !== 'hypothetical';
    const habit = HABIT.test(concept) || HABIT_SECTIONS.has(status.section ?? '');
    const answers = [
      ['negation', status.assertion === 'absent' || over, negation === 'Negated'],
      ['historical', status.temporality === 'historical' || habit, temporality === 'Historical'],
      ['experiencer patient', status.experiencer === 'patient', experiencer === 'Patient'],
      ['experiencer other', status.experiencer !== 'patient', experiencer !== 'Patient'],
    ] as const;
    for (const [label, said, gold] of answers) {
      tallies.get(`all ${label}`)?.add(said, gold);
      tallies.get(`half ${halfOf(Number(number))} ${label}`)?.add(said, gold);
      if (said !== gold && label !== 'experiencer patient')
        report(
          `negex ${label} ${said ? 'wrongly' : 'missed'}: [${concept}] ${sentence.replace(/\s+/g, ' ').slice(-300)}`,
        );
    }
  }
  const figures: Figure[] = [];
  for (const [name, tally] of tallies) {
    if (name.startsWith('half')) {
      if (!name.endsWith('experiencer other') && !name.endsWith('experiencer patient'))
        figures.push({ name: `NegEx ${name} F1`, value: tally.f1, n: tally.n });
    } else figures.push(...tally.figures(`NegEx ${name.slice(4)}`, PEERS[name.slice(4)]));
  }
  return figures;
}

/** On these very sentences. */
const PEERS: Readonly<Record<string, string>> = {
  negation: 'GenConText 0.981, medspaCy 1.3.1 0.912',
  historical: 'GenConText 0.665, medspaCy 1.3.1 0.653',
};

/** The concept stands in capitals in the sentence. */
function spanOf(sentence: string, concept: string): [number, number] {
  const capitals = concept.toUpperCase();
  let at = sentence.indexOf(capitals);
  if (at < 0) at = Math.max(0, sentence.toUpperCase().indexOf(capitals));
  return [at, Math.min(sentence.length, at + concept.length)];
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { compileLexicon, readNote } from '../../src/text/index.ts';
import type { Figure } from '../figures.ts';
import { CHEST_TERMS } from './chest-terms.ts';
import { readCsv } from './csv.ts';
import { halfOf, Tally } from './score.ts';

export const OPENI_FILE = 'openi-reports.csv.gz';
/** Labels in fewer reports are not scored. */
const LEAST_REPORTS = 10;
/** The report was not labelled at all. */
const UNLABELLED = 'No Indexing';

/**
 * Headings of chest X-ray reports, end to end: words found, and affirmed, against the headings that people gave
 * (column `Problems`); `normal` where nothing is affirmed. Reports without findings and impression, or not indexed, are left out.
 */
export function openi(data: string, report: (line: string) => void): Figure[] {
  const entries = Object.entries(CHEST_TERMS).flatMap(([concept, list]) =>
    list.split('|').map((term) => ({ concept, term })),
  );
  const lexicon = compileLexicon(entries);
  const halves = [new Map<string, Tally>(), new Map<string, Tally>()] as const;
  const all = new Map<string, Tally>();
  const rows = readCsv(gunzipSync(readFileSync(join(data, OPENI_FILE))).toString('utf8'));
  for (const { uid = '', Problems = '', findings = '', impression = '' } of rows) {
    const gold = new Set(Problems.split(';').map((label) => label.trim()));
    if (gold.has(UNLABELLED) || (findings === '' && impression === '')) continue;
    const text = `FINDINGS: ${findings}\n\nIMPRESSION: ${impression}`;
    const said = new Set<string>();
    for (const { concept, assertion, temporality } of readNote(text, lexicon, { kind: 'imaging' }).mentions) {
      if (assertion === 'present' && temporality !== 'resolved') said.add(concept);
    }
    if (said.size === 0) said.add('normal');
    for (const label of new Set([...gold, ...said])) {
      for (const tallies of [all, halves[halfOf(Number(uid))]]) {
        const tally = tallies.get(label) ?? new Tally();
        tallies.set(label, tally);
        tally.add(said.has(label), gold.has(label));
      }
      if (said.has(label) !== gold.has(label))
        report(`openi ${label} ${said.has(label) ? 'wrongly' : 'missed'}: ${uid}`);
    }
  }
  const scored = [...all].filter(([, tally]) => tally.n >= LEAST_REPORTS).sort(([, a], [, b]) => b.n - a.n);
  const labels = scored.map(([label]) => label);
  return [
    macro('Open-I macro F1', all, labels),
    macro('Open-I macro F1, half 0', halves[0], labels),
    macro('Open-I macro F1, half 1', halves[1], labels),
    ...scored.flatMap(([label, tally]) => tally.figures(`Open-I ${label}`)),
  ];
}

function macro(name: string, tallies: ReadonlyMap<string, Tally>, labels: readonly string[]): Figure {
  const values = labels.map((label) => tallies.get(label)?.f1 ?? 0);
  return { name, value: values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length), n: labels.length };
}

/** Recall and precision by token: a token is a run of letters and digits. */
import type { GoldNote } from './gold.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
  readonly category: string;
}

export interface Tally {
  found: number;
  gold: number;
}

export interface Score {
  /** By the category that the generator wrote. */
  readonly recall: Map<string, Tally>;
  /** By the category that was reported: `found` of them are right, `gold` were reported. */
  readonly precision: Map<string, Tally>;
  readonly missed: string[];
  readonly wrong: string[];
}

export const emptyScore = (): Score => ({ recall: new Map(), precision: new Map(), missed: [], wrong: [] });

const TOKEN = /[\p{L}\p{M}\p{N}]+/gu;
/** Categories that count as ids. */
const IDS = new Set(['id', 'ssn', 'mrn', 'plan', 'account', 'licence', 'vehicle', 'device']);
const family = (category: string): string => (IDS.has(category) ? 'id' : category === 'fax' ? 'phone' : category);

/**
 * Adds one note. A token of an identifier is found when any span covers it: what it was called does not matter to the patient.
 * `natural` says whether a token that the generator did not write identifies all the same: such are left out of the precision.
 */
export function addTo(
  score: Score,
  note: GoldNote,
  spans: readonly Span[],
  natural: (text: string, start: number, end: number) => boolean,
): void {
  for (const match of note.text.matchAll(TOKEN)) {
    const start = match.index;
    const end = start + match[0].length;
    const gold = note.gold.find((span) => span.start < end && start < span.end);
    const span = spans.find((one) => one.start < end && start < one.end);
    const around = () =>
      `${note.text.slice(Math.max(0, start - 40), start)}⟦${match[0]}⟧${note.text.slice(end, end + 25)}`;
    if (gold?.category === 'state') continue;
    if (gold) {
      const tally = tallyOf(score.recall, family(gold.category));
      tally.gold += 1;
      if (span) tally.found += 1;
      else score.missed.push(`${gold.category}: ${around().replaceAll('\n', '⏎')}`);
    }
    if (span) {
      if (!gold && natural(note.text, start, end)) continue;
      const tally = tallyOf(score.precision, family(span.category));
      tally.gold += 1;
      if (gold) tally.found += 1;
      else score.wrong.push(`${span.category}: ${around().replaceAll('\n', '⏎')}`);
    }
  }
}

function tallyOf(map: Map<string, Tally>, key: string): Tally {
  const old = map.get(key);
  if (old) return old;
  const fresh = { found: 0, gold: 0 };
  map.set(key, fresh);
  return fresh;
}

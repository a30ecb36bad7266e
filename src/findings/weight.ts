import { table } from '../table.ts';
import type { TextChange } from '../text/index.ts';
import type { Claim } from './claims.ts';
import { evidenceOf } from './mentioned.ts';
import { isCopied, type ReadNote } from './notes.ts';
import type { SeriesMap } from './series.ts';

const DAY = 86_400_000;
/**
 * A change of weight by this share counts. Loss: 5 % or more within 6 to 12 months is the usual definition (McMinn, Steel and
 * Bowman, BMJ 2011;342:d1732; recalled); gain by the same share, and the share asked of a longer time, are estimates.
 */
const SHARE = 0.05;
const SHARE_OVER_YEARS = 0.1;
const LONGEST_DAYS = 460;
/** Without a weight to compare with, so many kilograms count: 5 % of 80 kg (estimate). */
const KILOGRAMS = 4;
/** A laboratory's or a device's weight this near the note is the weight of the patient then. */
const NEAR = 2 * 365 * DAY;
const IN_KILOGRAMS: Readonly<Record<string, number>> = table({ kg: 1, lb: 0.453_592, stone: 6.350_293 });
/** A number read in a note; less sure when it is told in sizes of clothes, or as meant. */
const CERTAINTY = { number: 0.75, size: 0.6, wanted: 0.4 } as const;

/** Weight loss and gain that notes tell in numbers ("Wt 62 from 74", "lost 8 lb"), as claims of the findings of those ids. */
export function weightClaims(
  notes: readonly ReadNote[],
  series: SeriesMap,
): { readonly finding: 'weight-loss' | 'weight-gain'; readonly claim: Claim }[] {
  const found: { finding: 'weight-loss' | 'weight-gain'; claim: Claim }[] = [];
  for (const read of notes) {
    if (read.note.kind !== 'note') continue;
    for (const change of read.reading.changes) {
      if (change.analyte !== 'body-weight' || isCopied(read, change.span)) continue;
      if (!counts(change, weightAt(read, series), new Date(read.note.at).getUTCFullYear())) continue;
      const certainty = change.wanted ? CERTAINTY.wanted : change.unit === 'size' ? CERTAINTY.size : CERTAINTY.number;
      found.push({
        finding: change.direction === 'fall' ? 'weight-loss' : 'weight-gain',
        claim: { says: 'present', certainty, kind: 'mentioned', strength: 1, evidence: evidenceOf(read, change) },
      });
    }
  }
  return found;
}

function counts(change: TextChange, weight: number | undefined, year: number): boolean {
  const { from, to, amount, unit = '', sinceYear } = change;
  const overDays = change.overDays ?? (sinceYear === undefined ? undefined : (year - sinceYear) * 365);
  const least = overDays !== undefined && overDays > LONGEST_DAYS ? SHARE_OVER_YEARS : SHARE;
  if (from !== undefined && to !== undefined) return Math.abs(from - to) / from >= least;
  if (amount === undefined) return false;
  if (unit === 'size') return true;
  if (unit === '%') return amount / 100 >= least;
  const kilograms = amount * (IN_KILOGRAMS[unit] ?? 0);
  if (weight === undefined) return kilograms >= KILOGRAMS * (least / SHARE);
  const before = change.direction === 'fall' ? weight + kilograms : weight - kilograms;
  return before > 0 && kilograms / before >= least;
}

/** The weight, in kilograms, when a note was written: its own number, else the nearest measurement. */
function weightAt({ note, reading }: ReadNote, series: SeriesMap): number | undefined {
  const own = reading.measurements.find((one) => one.analyte === 'body-weight' && !one.past);
  if (own) return own.value * (IN_KILOGRAMS[own.unit?.toLowerCase().replace(/s$/, '') ?? 'kg'] ?? 1);
  let nearest: { readonly away: number; readonly value: number } | undefined;
  for (const { at, value } of series.get('body-weight')?.points ?? []) {
    const away = Math.abs(at - note.at);
    if (away <= NEAR && (nearest === undefined || away < nearest.away)) nearest = { away, value };
  }
  return nearest?.value;
}

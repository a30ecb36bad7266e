import type { Chart, ChartEvent } from '../chart/index.ts';
import { table } from '../table.ts';
import type { Claim } from './claims.ts';
import type { Result, ResultsOf } from './measured.ts';

const DAY = 86_400_000;
const YEAR = 365.25 * DAY;
/** A prescription without an end, that is not called active, speaks for so long (estimate: repeats are written twice a year). */
const SUPPLY = 190 * DAY;
const LIMIT = { systolic: 140, diastolic: 90 } as const;

/** Classes of blood-pressure-lowering drugs by their ingredients, as stems of words or whole names. */
const CLASSES: Readonly<Record<string, RegExp>> = table({
  'ACE inhibitor or receptor blocker': /\b(?:\w+pril|\w+sartan|aliskiren)\b/i,
  'calcium channel blocker':
    /\b(?:amlodipine|felodipine|nifedipine|lercanidipine|lacidipine|isradipine|nicardipine|nisoldipine|diltiazem|verapamil)\b/i,
  thiazide: /\b(?:\w*thiazide|hctz|bendroflumethiazide|chlort(?:h)?alidone|indapamide|metolazone)\b/i,
  'beta blocker':
    /\b(?:atenolol|bisoprolol|metoprolol|nebivolol|carvedilol|propranolol|labetalol|nadolol|celiprolol)\b/i,
  'mineralocorticoid antagonist': /\b(?:spironolactone|eplerenone|finerenone)\b/i,
  'alpha blocker': /\b(?:doxazosin|prazosin|terazosin)\b/i,
  'loop diuretic': /\b(?:furosemide|frusemide|bumetanide|torsemide|torasemide)\b/i,
  'central or vasodilator': /\b(?:clonidine|moxonidine|methyldopa|hydralazine|minoxidil|guanfacine)\b/i,
  'potassium-sparing': /\b(?:amiloride|triamterene)\b/i,
});

/**
 * Resistant hypertension: a pressure of 140/90 or more on two days of the last year under drugs of three classes or more, or drugs
 * of four classes for a pressure that has been high (Carey et al., AHA scientific statement, Hypertension 2018;72:e53-e90; its
 * office limit is 130/80, this one is the more careful older one; recalled). Doses and adherence are not known here.
 */
export function resistantHypertension(chart: Chart, results: ResultsOf, asOf: number): Claim[] {
  const running = chart.events.filter((event) => isRunning(event, asOf));
  const classes = new Map<string, ChartEvent>();
  for (const event of running) {
    for (const [name, pattern] of Object.entries(CLASSES)) if (pattern.test(namesOf(event))) classes.set(name, event);
  }
  if (classes.size < 3) return [];
  const high = highPressures(results, asOf);
  const thisYear = high.filter(({ at }) => asOf - at <= YEAR);
  const isUncontrolled = new Set(thisYear.map(({ at }) => Math.floor(at / DAY))).size >= 2;
  if (!isUncontrolled && (classes.size < 4 || high.length === 0)) return [];
  const drugs = [...new Set(classes.values())].map((event): Claim['evidence'] => ({
    source: event.source,
    ...(event.time ? { time: event.time } : {}),
    at: event.at,
    text: event.name,
  }));
  const pressures = (isUncontrolled ? thisYear : high.slice(-1)).map(({ evidence }) => evidence);
  return [...drugs, ...pressures].map(
    (evidence): Claim => ({ says: 'present', certainty: 0.8, kind: 'pattern', strength: 1, heldAt: asOf, evidence }),
  );
}

const namesOf = ({ name, codings }: ChartEvent): string =>
  [name, ...codings.map(({ display = '' }) => display)].join(' ');

function isRunning({ kind, at, endAt, status }: ChartEvent, asOf: number): boolean {
  if (kind !== 'medication' || !(at <= asOf)) return false;
  if (endAt !== undefined) return endAt >= asOf;
  return status === 'active' || (status !== 'stopped' && asOf - at <= SUPPLY);
}

function highPressures(results: ResultsOf, asOf: number): Result[] {
  const from = (analyte: string, limit: number) =>
    (results.get(analyte) ?? []).filter(
      ({ at, value }) => value !== undefined && value >= limit && at <= asOf && asOf - at <= 5 * YEAR,
    );
  return [...from('systolic-bp', LIMIT.systolic), ...from('diastolic-bp', LIMIT.diastolic)].sort((a, b) => a.at - b.at);
}

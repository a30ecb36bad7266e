import type { Count } from '../suppress.ts';

const grouped = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

const HIDDEN = { few: '<11', hidden: 'hidden', 'all but few': 'nearly all' } as const;

/** `12,345`; `<11` and the like for what is not shown. */
export const countText = (count: Count): string => (typeof count === 'number' ? grouped.format(count) : HIDDEN[count]);

/** Four significant digits at most. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  return Math.abs(value) >= 1_000 ? grouped.format(value) : String(Number(value.toPrecision(4)));
}

/** A share as a percentage; what is not none is never told as 0. */
export function percent(share: number): string {
  if (share > 0 && share < 0.001) return '<0.1 %';
  return `${(share * 100).toFixed(share > 0 && share < 0.0995 ? 1 : 0)} %`;
}

/** `49–51 %`. */
export function interval(low: number, high: number): string {
  const [from, to] = [percent(low), percent(high)];
  return from === to ? from : `${from.replace(' %', '')}–${to}`;
}

/** What a reader calls a group; one without words here stays as it is. */
export const groupName = (name: string): string => GROUP_WORDS.get(name) ?? name;

const GROUP_WORDS: ReadonlyMap<string, string> = new Map([
  ['F', 'female'],
  ['M', 'male'],
  ['unknown', 'not known'],
  ['white', 'White'],
  ['black', 'Black'],
  ['asian', 'Asian'],
  ['native', 'American Indian or Alaska Native'],
  ['hawaiian', 'Native Hawaiian or Pacific Islander'],
  ['nonhispanic', 'not Hispanic'],
  ['hispanic', 'Hispanic'],
  ['train', 'to learn from'],
  ['tuning', 'to choose by'],
  ['held_out', 'to measure on'],
]);

/** What `trainable` of the data set means. */
export function standing(trainable: boolean | undefined): string {
  if (trainable === undefined) return 'made elsewhere: nothing is said of de-identification';
  return trainable ? 'de-identified: a model may learn from it' : 'from identified records: no model may learn from it';
}

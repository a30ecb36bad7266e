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

/** What `trainable` of the data set means. */
export function standing(trainable: boolean | undefined): string {
  if (trainable === undefined) return 'made elsewhere: nothing is said of de-identification';
  return trainable ? 'de-identified: a model may learn from it' : 'from identified records: no model may learn from it';
}

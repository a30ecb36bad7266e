import { DEFAULT_SHARES, type SplitShares } from '../corpus/index.ts';
import { ProdromeError } from '../errors.ts';

/** A whole number of at least 1. */
export function countOf(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const count = Number(text);
  if (/^\d{1,4}$/.test(text) && count > 0) return count;
  throw new ProdromeError('usage', { why: `${option} ${text} is not a whole number from 1 to 9999` });
}

/** `0.8,0.1,0.1`: train, tuning, held_out. */
export function sharesOf(text: string | undefined): SplitShares {
  if (text === undefined) return DEFAULT_SHARES;
  const [train = -1, tuning = -1, rest = -1, ...more] = text.split(',').map(Number);
  const isValid = [train, tuning, rest].every((share) => share >= 0 && share <= 1) && more.length === 0;
  if (!isValid || Math.abs(train + tuning + rest - 1) > 1e-9) {
    throw new ProdromeError('usage', { why: `--splits ${text}: write three shares that add up to 1, as 0.8,0.1,0.1` });
  }
  return { train, tuning, held_out: rest };
}

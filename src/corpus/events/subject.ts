import { createHash } from 'node:crypto';
import type { Split } from '../types.ts';

/**
 * The subject id of a patient: the first 63 bits of SHA-256 of the patient's id, which de-identification has already replaced by
 * a keyed hash. Positive; the same id gives the same number on every machine. Two of a million people share a number with a
 * probability of about 5e-8 (birthday bound).
 */
export function subjectIdOf(patientId: string): bigint {
  const id = digest(`subject:${patientId}`).readBigUInt64BE() >> 1n;
  return id === 0n ? 1n : id;
}

/** Shares of the people for `train`, `tuning` and `held_out`; they add up to 1. */
export interface SplitShares {
  readonly train: number;
  readonly tuning: number;
  readonly held_out: number;
}

export const DEFAULT_SHARES: SplitShares = { train: 0.8, tuning: 0.1, held_out: 0.1 };

/**
 * The split of a person: by a hash of the subject id alone, so that a person stays in a split when others come or go, and a
 * larger share of one split only takes people from its neighbour.
 */
export function splitOf(subjectId: bigint, { train, tuning }: SplitShares): Split {
  const at = digest(`split:${subjectId}`).readUIntBE(0, 6) / 2 ** 48;
  return at < train ? 'train' : at < train + tuning ? 'tuning' : 'held_out';
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

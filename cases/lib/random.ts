import { createHash } from 'node:crypto';

const NAMESPACE = 'prodrome-cases';

function digest(key: string): Buffer {
  return createHash('sha1').update(`${NAMESPACE}\u0000${key}`).digest();
}

/**
 * A uuid of version 5 form, the same for the same key: `uuid('myeloma-61m/observation/ferritin/2012-10-09/0')`.
 * Ids depend on what a resource is, never on its place in the file, so that adding an entry leaves the others alone.
 */
export function uuid(key: string): string {
  const bytes = digest(key).subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** A number in [0, 1), the same for the same key. */
export function uniform(key: string): number {
  return digest(`uniform/${key}`).readUInt32BE(0) / 2 ** 32;
}

/** A whole number in [low, high], the same for the same key. */
export function between(key: string, low: number, high: number): number {
  return low + Math.floor(uniform(key) * (high - low + 1));
}

/** A standard normal deviate cut at ±2, the same for the same key (Box–Muller). */
export function normal(key: string): number {
  const radius = Math.sqrt(-2 * Math.log(1 - uniform(`${key}/r`)));
  const z = radius * Math.cos(2 * Math.PI * uniform(`${key}/a`));
  return Math.max(-2, Math.min(2, z));
}

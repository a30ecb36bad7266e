/** A generator of numbers in [0, 1). */
export type Random = () => number;

/** Marsaglia's xorshift32 (2003) over a seed mixed from whole numbers: the same on every machine. */
export function xorshift(...seeds: readonly number[]): () => number {
  let state = mix(...seeds) || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

export function randomOf(...seeds: readonly number[]): Random {
  const next = xorshift(...seeds);
  return () => next() / 2 ** 32;
}

/** A standard normal variate (Box & Muller 1958). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** One 32-bit number of several, by the finaliser of MurmurHash3. */
function mix(...seeds: readonly number[]): number {
  let hash = 0x9e3779b9;
  for (const seed of seeds) {
    hash = Math.imul(hash ^ seed, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return hash;
}

import { sourceKey } from '../chart/index.ts';
import type { Contribution } from './hypothesis.ts';

/** Of evidence already told, this share makes a finding the same fact under another name. */
const SAME = 0.5;

/**
 * The contributions worth naming in a sentence, strongest first: of several that rest on the same results (calcium raised, persistently
 * raised, raised for two years) the first stands for all.
 */
export function tellingOf(contributions: readonly Contribution[], count: number): Contribution[] {
  const told = new Set<string>();
  return contributions
    .filter(({ evidence }) => {
      const keys = evidence.map(({ source }) => sourceKey(source));
      const known = keys.filter((key) => told.has(key)).length;
      for (const key of keys) told.add(key);
      return keys.length === 0 || known < SAME * keys.length;
    })
    .slice(0, count);
}

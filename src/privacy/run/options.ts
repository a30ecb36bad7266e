import { ProdromeError } from '../../errors.ts';
import { newTally, type Tally, type Tools } from '../context.ts';
import type { Keys } from '../key.ts';
import { Ids } from '../methods/ids.ts';
import { QUASIS, type Quasi } from '../proof/quasi.ts';
import type { RuleSet } from '../rules/rules.ts';
import type { ScrubOptions } from '../scrub.ts';
import { scrubText } from '../text/index.ts';

/** What a run is asked to do. */
export interface RunOptions {
  readonly keys: Keys;
  readonly rules: RuleSet;
  readonly text: ScrubOptions;
  /** YYYY-MM-DD: the day on which the living are as old as they are. */
  readonly asOf: string;
  /** Of the software, for the manifest. */
  readonly version: string;
  readonly k?: number | undefined;
  readonly quasi: readonly string[];
  /** So many resources are shown in the report as they were written. */
  readonly sample: number;
  /** Says how far it is. */
  readonly progress?: (line: string) => void;
}

export const DEFAULT_QUASI: readonly string[] = ['birth-year', 'sex', 'zip3', 'race', 'ethnicity'];

export function toolsOf({ keys, rules, text, asOf }: Pick<RunOptions, 'keys' | 'rules' | 'text' | 'asOf'>): Tools {
  const ids = new Ids(keys, rules.standardSystems);
  return { keys, ids, rules, scrub: scrubText, options: text, asOf, plainTexts: new Map() };
}

/** Counts of nothing yet. */
export const deidTally = ({ rules }: RuleSet): Tally => newTally(rules.length);

/** @throws ProdromeError `usage` for a name that is no quasi-identifier */
export function quasisOf(names: readonly string[]): Quasi[] {
  return names.map((name) => {
    const quasi = QUASIS.get(name);
    if (!quasi)
      throw new ProdromeError('usage', { why: `--quasi ${name} is none of ${[...QUASIS.keys()].join(', ')}` });
    return quasi;
  });
}

import { createHash } from 'node:crypto';
import { newTally, type Tally, type Tools } from './context.ts';
import { Deidentifier } from './deidentifier.ts';
import type { Json } from './json.ts';
import { type Keys, keysOf } from './key.ts';
import { Ids } from './methods/ids.ts';
import { type Leaf, leafOf } from './methods/leaf.ts';
import { Compiled } from './rules/plan.ts';
import { loadRules, type RuleSet } from './rules/rules.ts';
import type { ScrubText } from './scrub.ts';

const SHIPPED = loadRules();
const compiled = new WeakMap<RuleSet, Compiled<Leaf>>();

/** A key that is random enough and always the same; another for another name. */
export const keysNamed = (name: string): Keys => keysOf(createHash('sha512').update(name).digest());

/** Nothing of a text passes: whatever identifies somebody and is found in an output did not go through the scrubber. */
export const redactAll: ScrubText = (text) => ({
  text: text.trim() === '' ? text : 'REDACTED',
  spans: [{ start: 0, end: text.length, category: 'mrn', replacement: 'REDACTED', why: 'test' }],
});

/** Texts pass as they are. */
export const passAll: ScrubText = (text) => ({ text, spans: [] });

export function toolsFor(more: { key?: string; rules?: RuleSet; scrub?: ScrubText } = {}): Tools {
  const keys = keysNamed(more.key ?? 'one');
  const rules = more.rules ?? SHIPPED;
  return {
    keys,
    rules,
    ids: new Ids(keys, rules.standardSystems),
    scrub: more.scrub ?? redactAll,
    options: { style: 'surrogates', holidays: true, occupations: false },
    asOf: '2026-12-31',
    plainTexts: new Map(),
  };
}

/** One bundle or resource, de-identified by itself. */
export function treated(json: Json, tools: Tools = toolsFor()): { made: Json | undefined; tally: Tally } {
  const tally = newTally(tools.rules.rules.length);
  const rules = compiled.get(tools.rules) ?? new Compiled(tools.rules.rules, leafOf);
  compiled.set(tools.rules, rules);
  return { made: new Deidentifier(tools, rules).treat(json, tally), tally };
}

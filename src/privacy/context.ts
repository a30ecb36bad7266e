import type { Json } from './json.ts';
import type { Keys } from './key.ts';
import type { Ids } from './methods/ids.ts';
import type { Quasi } from './proof/quasi.ts';
import type { RuleSet } from './rules/rules.ts';
import type { KnownIdentifiers, ScrubContext, ScrubOptions, ScrubText } from './scrub.ts';

/** What one run de-identifies with: the same for all patients. */
export interface Tools {
  readonly keys: Keys;
  readonly ids: Ids;
  readonly rules: RuleSet;
  readonly scrub: ScrubText;
  readonly options: ScrubOptions;
  /** The day on which people are as old as they are, YYYY-MM-DD: the year's last, so that a year's runs are alike. */
  readonly asOf: string;
  /** Texts in which the scrubber, told of nobody, finds nothing or something: a function of the text alone. */
  readonly plainTexts: Map<string, boolean>;
}

/** What is known of the patient to whom a resource belongs. */
export interface PatientContext {
  /** Undefined for what belongs to nobody, or to several. */
  readonly id?: string;
  readonly shiftDays?: number;
  readonly known: KnownIdentifiers;
  /** Words and numbers of `known`, lower case. */
  readonly words: ReadonlySet<string>;
  /** Whole values of `known` without punctuation, lower case. */
  readonly values: ReadonlySet<string>;
  /** The patient is 90 or older (see birthDate in ages.ts): dates before this one, as written, would tell. */
  readonly floor?: string;
  readonly scrub: ScrubContext;
  /** To be with enough others alike, the Patient is published without these, or nothing of the patient is. */
  readonly blanked?: readonly Quasi[] | undefined;
  readonly isLeftOut?: boolean | undefined;
  /** Short texts in which nothing was found for this patient. */
  readonly clean: Set<string>;
}

/** Where and for whom values are treated. */
export interface RecordContext {
  readonly tools: Tools;
  readonly patient: PatientContext;
  readonly tally: Tally;
  /** The type of the resource that a reference names, when it is in the same bundle. */
  typeOf(reference: string): string | undefined;
  /** Under what id the person goes whose id as a patient is given: mostly under that. */
  personOf(patient: string): string;
  /** The context of another resource of the same bundle. */
  contextFor(resource: Json): RecordContext;
  /** The day on which the resource was written, YYYY-MM-DD, before any shift. */
  readonly writtenOn?: string;
}

/** Counts of a run, or of a part of one. Arrays are by number of the rule; the last is of what no rule names. */
export interface Tally {
  readonly kept: number[];
  readonly changed: number[];
  readonly removed: number[];
  /** Found in texts, by category. */
  readonly spans: Map<string, number>;
  /** What was not understood, and therefore redacted: what it is and where, never what it says. */
  readonly notUnderstood: Map<string, number>;
  readonly resources: Map<string, number>;
  /** Resources left out whole, by type. */
  readonly leftOut: Map<string, number>;
}

export function newTally(rules: number): Tally {
  const zeros = (): number[] => new Array<number>(rules + 1).fill(0);
  return {
    kept: zeros(),
    changed: zeros(),
    removed: zeros(),
    spans: new Map(),
    notUnderstood: new Map(),
    resources: new Map(),
    leftOut: new Map(),
  };
}

export function addTally(sum: Tally, part: Tally): void {
  for (const name of ['kept', 'changed', 'removed'] as const)
    for (const [rule, count] of part[name].entries()) sum[name][rule] = (sum[name][rule] ?? 0) + count;
  for (const name of ['spans', 'notUnderstood', 'resources', 'leftOut'] as const)
    for (const [key, count] of part[name]) tick(sum[name], key, count);
}

export function tick(counts: Map<string, number>, key: string, by = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

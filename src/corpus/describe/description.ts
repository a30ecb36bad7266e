import type { Cell, Count } from '../suppress.ts';
import type { Representation } from './representation.ts';

/** 5th, 25th, 50th, 75th and 95th percentile. */
export type Quantiles = readonly [number, number, number, number, number];

/** A kind of code: what stands before the first `//`. */
export interface Kind {
  readonly kind: string;
  readonly codes: number;
  readonly people: Count;
  /** Null where the people are few. */
  readonly events: number | null;
  /** Shares of its events that have a number, and a text; null where the people are few. */
  readonly withValue: number | null;
  readonly withText: number | null;
}

/** One code, of at least 11 people. Sex, race and ethnicity are told by group, and are not among the codes. */
export interface CodeSummary {
  readonly code: string;
  readonly description: string;
  readonly people: Count;
  readonly events: number;
  /** Share of all people who never have it; null when they are from 1 to 10. */
  readonly missing: number | null;
  /** Share of its events that have a number. */
  readonly withValue: number;
  /** Share of its events that have a text. */
  readonly withText: number;
  /** Of its numbers; absent when fewer than 11 people have one. */
  readonly values?: Quantiles;
}

/** What is in a data set. Numbers from 1 to 10 of people are never in it. */
export interface Description {
  readonly name: string;
  readonly version: string;
  readonly source: string;
  readonly trainable: boolean | undefined;
  readonly shards: number;
  readonly people: Count;
  readonly events: number;
  /** All codes, and those of fewer than 11 people, which are not listed. */
  readonly codeCount: number;
  readonly rareCodes: number;
  readonly deaths: Count;
  readonly splits: readonly Cell[];
  readonly sex: readonly Cell[];
  readonly race: readonly Cell[];
  readonly ethnicity: readonly Cell[];
  /** At the last event. */
  readonly ages: readonly Cell[];
  readonly years: readonly { readonly year: number; readonly people: Count; readonly events: number | null }[];
  readonly eventsAPerson: Quantiles | undefined;
  /** Years from the first to the last event of a person, birth not counted. */
  readonly yearsAPerson: Quantiles | undefined;
  readonly kinds: readonly Kind[];
  /** Those of most people first. */
  readonly codes: readonly CodeSummary[];
  /** Quantiles of values are of every person, or of one in so many. */
  readonly valuesOf: number;
  readonly representation: readonly Representation[];
  readonly reference: string | undefined;
}

import type { Source } from '../chart/index.ts';

export type Presence = 'present' | 'absent' | 'possible';
export type FindingKind = 'abnormal' | 'trend' | 'pattern' | 'coded' | 'mentioned';

/** One piece of the record that speaks for a finding. */
export interface Evidence {
  readonly source: Source;
  readonly time?: string;
  readonly at: number;
  /**
   * What it says, short: a result with its number and range (`Ferritin 9 ng/mL (15–150)`), the name of what is coded, or the words of a
   * note. Words of the record's texts stand in “quotation marks”, and nothing else does.
   */
  readonly text: string;
}

/**
 * One thing that is true, or not, of the patient at the as-of date. The hinge of the house:
 * records speak findings, knowledge speaks findings.
 */
export interface Finding {
  /** Id in `knowledge/findings`. */
  readonly concept: string;
  readonly name: string;
  readonly kind: FindingKind;
  readonly presence: Presence;
  /** Probability that the statement (present, or absent) is right, 0 to 1. */
  readonly certainty: number;
  /** When it began as the notes tell it, else the time of the first evidence; and the time of the latest, as in the record. */
  readonly onset?: string;
  readonly last?: string;
  /** How marked it is: 1 is at the threshold, 2 twice as far; 1 for what has no degree. */
  readonly strength: number;
  readonly evidence: readonly Evidence[];
}

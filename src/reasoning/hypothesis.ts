import type { Documented, Evidence, Finding } from '../findings/index.ts';
import type { ConditionDefinition } from '../knowledge/index.ts';

/** What one finding does to the log-odds of one condition (natural logarithm). */
export interface Contribution {
  /** Id in `knowledge/findings`, or `named-in-record` for the naming of the condition itself. */
  readonly finding: string;
  readonly name: string;
  readonly presence: Finding['presence'];
  readonly logOdds: number;
  /** An exposure or a relative: it comes before the condition and is nothing that the condition explains. */
  readonly given?: true;
  readonly evidence: readonly Evidence[];
  /** Where the likelihood comes from: an id of `knowledge/sources`, or `estimate`. */
  readonly source: string;
}

/**
 * A condition with its probability. logit(posterior) − logit(prior) is the sum of the contributions' log-odds, exactly.
 */
export interface Hypothesis {
  readonly condition: ConditionDefinition;
  readonly prior: number;
  readonly posterior: number;
  readonly contributions: readonly Contribution[];
  readonly documented: boolean;
  /** The clinicians' own question about it, where a note has one. */
  readonly considered?: Documented;
  /** None of the findings that the condition requires has been told: it may be weighed, but is not raised by itself. */
  readonly lacksRequired?: true;
  /** Findings that the knowledge expects often (sensitivity at least 0.5) and of which the record says nothing. */
  readonly unknown: readonly string[];
}

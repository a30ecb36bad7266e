import type { ChartIssue, Sex, Source } from '../chart/index.ts';

/** At least one: a statement that cites nothing is a defect, and does not compile. */
export type Citations = readonly [Source, ...Source[]];

/** A sentence shown to a clinician, with the places of the record it rests on. */
export interface Statement {
  readonly text: string;
  readonly citations: Citations;
  /** Ids of `provenance.sources`: the knowledge that says so. */
  readonly knowledge?: readonly string[];
}

export interface SummaryStatement extends Statement {
  readonly about: 'person' | 'problems' | 'past' | 'medications' | 'allergies' | 'procedures' | 'family' | 'social';
}

/** A drawn value: time as in the record, value in `unit` of the trend, range of that laboratory. */
export interface TrendPoint {
  readonly time: string;
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  readonly source: Source;
}

export interface TrendStatement extends Statement {
  readonly analyte: string;
  readonly name: string;
  readonly loinc: readonly string[];
  readonly direction: 'rising' | 'falling';
  readonly withinReference: boolean;
  readonly unit: string;
  readonly points: readonly TrendPoint[];
}

export interface ClueStatement extends Statement {
  readonly kind: 'pattern' | 'not-acted-on' | 'not-done' | 'unexplained';
  /** Days since it should have been acted on. */
  readonly overdueDays?: number;
}

export interface ContributionStatement {
  /** Plain name of the finding, with `no` before it when it was looked for and not found. */
  readonly finding: string;
  /** Id in `knowledge/findings`. */
  readonly concept: string;
  readonly presence: 'present' | 'absent' | 'possible';
  /** Natural logarithm of the likelihood ratio as it counted here. */
  readonly logOdds: number;
  readonly citations: Citations;
  /** The newest evidence: a result, a coded name, or words of a note, which stand in “quotation marks” and nothing else does. */
  readonly evidence: string;
  readonly source: string;
}

/** logit(posterior) − logit(prior) is the sum of the contributions' log-odds. */
export interface HypothesisStatement extends Statement {
  readonly condition: {
    readonly id: string;
    readonly name: string;
    readonly codes: readonly { readonly system: string; readonly code: string }[];
  };
  readonly prior: number;
  readonly posterior: number;
  readonly documented: boolean;
  readonly mustNotMiss: boolean;
  readonly contributions: readonly ContributionStatement[];
  /** Findings that are often there and of which the record says nothing. */
  readonly unknown: readonly string[];
  /** Whether a clinician has reviewed the knowledge entry. */
  readonly reviewed: boolean;
}

export interface RiskStatement extends Statement {
  readonly name: string;
  /** Probability 0 to 1, or the score's own value. */
  readonly value: number;
  /** 95 % interval of `value`, where a model gives one. */
  readonly interval?: readonly [low: number, high: number];
  readonly horizonYears?: number;
  readonly calculator: string;
}

export interface StepStatement extends Statement {
  readonly test: { readonly id: string; readonly name: string };
  readonly for: readonly string[];
  /** Of these, the conditions that its result would settle; absent when it settles none. */
  readonly settles?: readonly string[];
  /** Expected information in bits over the hypotheses it bears on. */
  readonly information: number;
  readonly cost: number;
  readonly burden: number;
  /** `propose`, `answered` by the record, or an order that is `redundant`. */
  readonly verdict: 'propose' | 'answered' | 'redundant';
}

/** What the proposed tests come to together, and the tests that would not change anything. */
export interface WorkUpStatement extends Statement {
  /** Ids of the tests that are summed up: those proposed, without referrals. */
  readonly tests: readonly string[];
  /** Tier of the sum, on the scale of one test: 0 free … 5 over $3,000. */
  readonly cost: number;
  /** 0 none … 5 surgery: that of the most burdensome, one more where many have it. */
  readonly burden: number;
  /** Tests for a leading condition no result of which would lead to anything else being done. */
  readonly changeNothing: readonly { readonly id: string; readonly name: string }[];
}

export interface OptionStatement extends Statement {
  readonly kind: 'refer' | 'treat' | 'watch';
  readonly condition: string;
  readonly cautions: readonly string[];
}

/** What reaches a clinician: one cited document for one patient at one date. */
export interface Review {
  readonly patient: {
    readonly id: string;
    readonly name?: string;
    readonly sex?: Sex;
    readonly birthDate?: string;
    readonly ageYears?: number;
  };
  readonly asOf: string;
  readonly summary: readonly SummaryStatement[];
  readonly trends: readonly TrendStatement[];
  readonly clues: readonly ClueStatement[];
  readonly differential: readonly HypothesisStatement[];
  readonly risks: readonly RiskStatement[];
  readonly nextSteps: readonly StepStatement[];
  /** Absent where no test is proposed and none would be idle. */
  readonly workUp?: WorkUpStatement;
  readonly options: readonly OptionStatement[];
  readonly limits: readonly Statement[];
  readonly issues: readonly ChartIssue[];
  readonly provenance: Provenance;
}

export interface Provenance {
  readonly prodrome: string;
  readonly knowledge: { readonly version: string; readonly conditions: number; readonly unreviewed: number };
  /** The trained model that was asked; null where none was, and prevalence alone gave the priors. */
  readonly model: {
    readonly name: string;
    readonly version: string;
    /** The priors that it moved: by which risk, calibrated on how many persons with how many events. */
    readonly priors: readonly {
      readonly condition: string;
      readonly outcome: string;
      readonly horizonYears: number;
      readonly oddsRatio: number;
      readonly n: number;
      readonly events: number;
    }[];
  } | null;
  readonly record: { readonly events: number; readonly notes: number; readonly from?: string; readonly to?: string };
  /** The knowledge sources that the review rests on. */
  readonly sources: Readonly<
    Record<string, { readonly title: string; readonly year?: number; readonly status: string }>
  >;
}

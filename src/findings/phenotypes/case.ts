/** What is known of a person as single findings without a record: a phenopacket, a list, the findings of a review. */
export interface PhenotypeCase {
  readonly id: string;
  readonly ageYears?: number;
  readonly sex?: 'female' | 'male';
  readonly findings: readonly PhenotypeFinding[];
  /** What of the input could not be used, in words. */
  readonly notes: readonly string[];
}

export interface PhenotypeFinding {
  /** An HPO id (`HP:0001250`), the id of a finding of the shelf, or a name. */
  readonly term: string;
  readonly presence: 'present' | 'absent';
  /** Probability, 0 to 1, that the statement is right; 1 where not said. */
  readonly certainty?: number;
  /** It answers a question that the differential asked: that it was looked for says nothing by itself. */
  readonly asked?: true;
}

/** What a finding that is only possible counts. Estimate. */
export const POSSIBLE = 0.5;

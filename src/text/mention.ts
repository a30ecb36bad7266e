/** What a mention in a note claims, and about whom and when. */
export type Assertion = 'present' | 'absent' | 'possible' | 'conditional' | 'hypothetical';
export type Temporality = 'current' | 'historical' | 'resolved';
export type Experiencer = 'patient' | 'family' | 'other';

/** A term of the lexicon: one surface form of one concept. The caller (findings/) builds the lexicon from knowledge/. */
export interface LexiconEntry {
  readonly concept: string;
  readonly term: string;
}

/** A concept named in a text. `span` is [start, end) in UTF-16 units of the text. */
export interface Mention {
  readonly concept: string;
  readonly span: readonly [number, number];
  readonly assertion: Assertion;
  readonly temporality: Temporality;
  readonly experiencer: Experiencer;
  /** Which relative, when experiencer is family: `mother`, `sister`, … */
  readonly relative?: string;
  /** Normalised section name: `family-history`, `plan`, `impression`, `history`, `examination`, `medications`, `allergies`, `review-of-systems`, … */
  readonly section?: string;
  /** Span of the sentence that holds it. */
  readonly sentence: readonly [number, number];
}

/** A quantity said in words: "ferritin 9", "BP 148/92", "T-score -2.1", "Ca 2.72 (2.15-2.59)". */
export interface TextMeasurement {
  /** Analyte id of terms/. */
  readonly analyte: string;
  readonly value: number;
  /** Unit as written, if any. */
  readonly unit?: string;
  readonly span: readonly [number, number];
  readonly sentence: readonly [number, number];
}

/** An action that the author recommended or planned: "recommend CT in 6 months", "GI referral", "recheck Ca in 3/12". */
export interface Recommendation {
  /** What to do, in the note's own words (the sentence or clause). */
  readonly text: string;
  /** `ct`, `mri`, `ultrasound`, `xray`, `dxa`, `endoscopy`, `colonoscopy`, `biopsy`, `referral`, `lab`, `echo`, `other`. */
  readonly action: string;
  /** What it is about: analyte id, body region or specialty when recognised (`chest`, `gastroenterology`, `ferritin`). */
  readonly target?: string;
  /** Days after the note by which it should be done, when said. */
  readonly withinDays?: number;
  readonly conditional: boolean;
  readonly span: readonly [number, number];
}

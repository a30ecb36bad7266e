/** What a mention in a note claims, and about whom and when. */
export type Assertion = 'present' | 'absent' | 'possible' | 'conditional' | 'hypothetical';
export type Temporality = 'current' | 'historical' | 'resolved';
export type Experiencer = 'patient' | 'family' | 'other';

/** [start, end) in UTF-16 units of the text. */
export type Span = readonly [number, number];

/** A term of the lexicon: one surface form of one concept. The caller (findings/) builds the lexicon from knowledge/. */
export interface LexiconEntry {
  readonly concept: string;
  readonly term: string;
  /** Gives way only to a longer term that is apart as well: the ECG in "ECG LVH" was done, whatever it showed. */
  readonly apart?: boolean;
  /** Takes no words away from a shorter term that does not yield: a word list beside the terms that findings rest on. */
  readonly yields?: boolean;
  /** The concept is a place of the body; it is no mention of its own but tells where a mention is. */
  readonly site?: SiteOf;
}

/** A place of the body: whether there are two of them, and the side that its very name tells ("RUQ", "LLL"). */
export interface SiteOf {
  readonly paired?: boolean;
  readonly side?: 'left' | 'right';
}

/** The status of a statement: whether it is claimed, of whom, and of when. */
export interface Status {
  readonly assertion: Assertion;
  readonly temporality: Temporality;
  readonly experiencer: Experiencer;
  /** Which relative, when experiencer is family: `mother`, `sister`, … */
  readonly relative?: string;
}

/** What else is told of a concept beside it. */
export interface Attributes {
  readonly severity?: 'mild' | 'moderate' | 'severe';
  /** Place of the body, as concept of the lexicon: named in the words of the concept itself, or nearest to it in its clause. */
  readonly site?: string;
  readonly side?: 'left' | 'right' | 'bilateral';
  readonly course?: 'new' | 'worsening' | 'improving' | 'stable' | 'recurrent';
  /** Largest size told, in millimetres. */
  readonly sizeMm?: number;
  /** How long it has lasted when the note was written. */
  readonly durationDays?: number;
  readonly sinceYear?: number;
  /** When it began, as far as it is told and the date of the note is known: `2019`, `2024-03`, `2024-03-12`. */
  readonly onset?: string;
}

/** A place of the body named in a text. */
export interface SiteMention {
  readonly site: string;
  readonly side?: 'left' | 'right' | 'bilateral';
  readonly span: Span;
  readonly sentence: Span;
}

/** A concept named in a text. `span` is [start, end) in UTF-16 units of the text. */
export interface Mention extends Status, Attributes {
  readonly concept: string;
  readonly span: Span;
  /** Normalised section name: `family-history`, `plan`, `impression`, `history`, `examination`, `medications`, `allergies`, `review-of-systems`, … */
  readonly section?: string;
  /** Span of the sentence that holds it. */
  readonly sentence: Span;
}

/** A quantity said in words: "ferritin 9", "BP 148/92", "T-score -2.1", "Ca 2.72 (2.15-2.59)". */
export interface TextMeasurement {
  /** Analyte id of terms/. */
  readonly analyte: string;
  /** The value; the middle of a range ("wt 59-60"). */
  readonly value: number;
  /** Unit as written, if any. */
  readonly unit?: string;
  /** `<` and `>` as written: "BMI <20". */
  readonly comparator?: '<' | '<=' | '>' | '>=';
  /** Reference interval written after it in brackets. */
  readonly range?: readonly [number, number];
  /** True for an earlier value told again: "ferritin 11 (was 26)", "64 -> 31". */
  readonly past?: boolean;
  /** True for the repeat of the value told before it, which is the later of the two: "5.9, repeat 4.8". */
  readonly again?: boolean;
  readonly span: Span;
  readonly sentence: Span;
}

/** How a quantity has changed, by its two values or by the amount: "Wt 62 from 74", "lost 8 lb", "down 2 dress sizes". */
export interface TextChange {
  /** Analyte id of terms/. */
  readonly analyte: string;
  readonly direction: 'rise' | 'fall';
  readonly from?: number;
  readonly to?: number;
  /** The amount, when it is told in place of the values; its unit is then `kg`, `lb`, `stone`, `%` or `size` (of clothes). */
  readonly amount?: number;
  readonly unit?: string;
  /** Over how long, when said. */
  readonly overDays?: number;
  readonly sinceYear?: number;
  /** A fall told with a diet, a drug for it or pleasure in it. */
  readonly wanted?: boolean;
  readonly span: Span;
  readonly sentence: Span;
}

/** What a sentence says of a result without its number: "ferritin + folate both low", "LFTs deranged", "TSH normal", "Hb dropping". */
export type LabClaim =
  | 'low'
  | 'high'
  | 'normal'
  | 'falling'
  | 'rising'
  | 'borderline-low'
  | 'borderline-high'
  | 'abnormal'
  | 'positive'
  | 'negative';

export interface LabStatement {
  /** Analyte id of terms/; for a panel ("LFTs") one statement for each analyte that the claim can be of. */
  readonly analyte: string;
  readonly claim: LabClaim;
  /** The panel that was named, when the analyte itself was not: `lft`, `cbc`, … */
  readonly panel?: string;
  readonly span: Span;
  readonly sentence: Span;
}

/** An action that the author recommended or planned: "recommend CT in 6 months", "GI referral", "recheck Ca in 3/12". */
export interface Recommendation {
  /** What to do, in the note's own words (the sentence or clause). */
  readonly text: string;
  /** `ct`, `mri`, `pet`, `ultrasound`, `xray`, `dxa`, `mammogram`, `endoscopy`, `colonoscopy`, `biopsy`, `referral`, `lab`, `urine-collection`, `correlation`, `echo`, `ecg`, `spirometry`, `sleep-study`, `evaluation`, `immunisation`, `visit`, `repeat`, `other`. */
  readonly action: string;
  /** What it is about: analyte id, body region or specialty when recognised (`chest`, `gastroenterology`, `ferritin`). */
  readonly target?: string;
  /** All of them, when there are several ("rpt LFT + ferritin"). */
  readonly targets?: readonly string[];
  /** Days after the note from which it is to be done, when a range is said ("in 6-12 months"): its earlier end. */
  readonly fromDays?: number;
  /** Days after the note by which it should be done, when said (the later end of a range). */
  readonly withinDays?: number;
  readonly conditional: boolean;
  /** The author says that it is already arranged. */
  readonly done?: 'booked';
  readonly span: Span;
}

import { z } from 'zod';
import { SKIN_FACETS } from '../text/index.ts';

/**
 * The shape of the curated knowledge: YAML under `knowledge/`. The JSON schemas in `knowledge/schema/` are made from this.
 * Probabilities are 0 to 1; prevalences are per 100,000 people; ages are years; lab thresholds are in the analyte's canonical unit.
 */
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const probability = z.number().gt(0).lt(1);
/** `estimate`, or the id of an entry of `knowledge/sources.yaml`. */
const source = id;
const sex = z.enum(['female', 'male']);

export const sourceSchema = z.strictObject({
  title: z.string(),
  authors: z.string().optional(),
  publication: z.string(),
  year: z.number().int().min(1900).max(2100),
  doi: z.string().optional(),
  url: z.string().optional(),
  /** How the citation itself was checked: `verified` against a stored copy or index, or `recalled` (not looked up; shown as such). */
  status: z.enum(['verified', 'recalled']),
});

const codes = z.strictObject({
  /** Prefixes: `K90` covers K90.0. Dots as in ICD-10-CM. */
  icd10cm: z.array(z.string()).optional(),
  snomed: z.array(z.string()).optional(),
  loinc: z.array(z.string()).optional(),
  cpt: z.array(z.string()).optional(),
  rxnorm: z.array(z.string()).optional(),
  /** Of a finding: the term of the Human Phenotype Ontology that means the same. */
  hpo: z.array(z.string().regex(/^HP:\d{7}$/)).optional(),
});

/** A rule over the results of one analyte. */
const measure = z.strictObject({
  analyte: id,
  /** Against the reference range for the person (the laboratory's own where the record gives it). */
  is: z.enum(['low', 'high', 'positive', 'negative', 'abnormal']).optional(),
  /** Fixed thresholds in the canonical unit; both given means inside the interval [above, below]. */
  above: z.number().optional(),
  below: z.number().optional(),
  /** At least this many results that fulfil it, `days` or more between first and last. */
  times: z.number().int().min(1).optional(),
  days: z.number().optional(),
  sex: sex.optional(),
  fromAge: z.number().optional(),
  toAge: z.number().optional(),
});

const trend = z.strictObject({
  analyte: id,
  direction: z.enum(['rising', 'falling']),
});

const background = z.union([
  probability,
  z.array(
    z.strictObject({
      sex: sex.optional(),
      fromAge: z.number().optional(),
      toAge: z.number().optional(),
      value: probability,
    }),
  ),
]);

const skin = z.strictObject({
  form: z.array(z.enum(SKIN_FACETS.form)).optional(),
  colour: z.array(z.enum(SKIN_FACETS.colour)).optional(),
  surface: z.array(z.enum(SKIN_FACETS.surface)).optional(),
  edge: z.array(z.enum(SKIN_FACETS.edge)).optional(),
  pattern: z.array(z.enum(SKIN_FACETS.pattern)).optional(),
  feel: z.array(z.enum(SKIN_FACETS.feel)).optional(),
  course: z.array(z.enum(SKIN_FACETS.course)).optional(),
  site: z.array(z.enum(SKIN_FACETS.site)).optional(),
});

export const findingSchema = z.strictObject({
  id,
  /** As a clinician reads it, in sentence case: `Low ferritin`, `Fatigue`. */
  name: z.string().regex(/^[^"'\s].*[^"'\s]$/, 'a name without quotation marks or blanks around it'),
  /** Speaks for nothing: its words are there so that they are not taken for another finding ("stroke volume", "flu vaccine"). */
  guard: z.literal(true).optional(),
  kind: z.enum(['symptom', 'sign', 'laboratory', 'imaging', 'procedure', 'exposure', 'history', 'family']),
  /** More general findings that are true when this one is. */
  broader: z.array(id).optional(),
  /**
   * Probability that an adult in ordinary care, without any condition that causes it, has this anywhere in the years of record
   * that still count (see `lasts`). The chance explanation of the finding.
   */
  background,
  backgroundSource: source,
  /** Words of notes that name it; inflection, plural and word order are the matcher's work. Abbreviations in capitals match case-sensitively. */
  terms: z.array(z.string()).optional(),
  codes: codes.optional(),
  /** Ingredient names (lower case) for exposures: matched in medication names and codings, and in medication lists of notes. */
  drugs: z.array(z.string()).optional(),
  /** Any one of these rules fulfilled is the finding; results that fulfil none, measured in time, speak for its absence. */
  measures: z.array(measure).optional(),
  trends: z.array(trend).optional(),
  /** True when all of these findings are; or when any of these is. */
  all: z.array(id).optional(),
  any: z.array(id).optional(),
  /** For kind family: the conditions or findings which, in a relative, make it true. */
  inRelative: z.array(id).optional(),
  /**
   * Told by what one clause says of the skin: of each facet given here one of the words. A lesion of that form, colour, surface, edge,
   * pattern, feel, course and place is the finding.
   */
  skin: skin.optional(),
  /** Told by how long another finding has lasted: "diarrhoea for 10 weeks" is chronic diarrhoea. */
  longer: z.array(z.strictObject({ of: id, days: z.number().positive() })).optional(),
  /** A derived pattern computed in findings/patterns (by its id there), e.g. `aki`, `kdigo-g3a-or-worse`. */
  pattern: id.optional(),
  /**
   * The tests of which this is a result, beside those that measure it: who tells it, or its absence, tells that the easiest of them was
   * done. A laboratory result that is measured lists here the panels that have it too.
   */
  shownBy: z.array(id).optional(),
  /** How long evidence speaks for the present: an acute symptom for months, a chronic one for years, a history for life. */
  lasts: z.enum(['months', 'years', 'life']),
});

const link = z.strictObject({
  finding: id,
  /** P(finding in the record | condition), at the stage at which it is still overlooked. */
  sensitivity: probability.optional(),
  /** P(no finding | no condition); else the finding's own background stands. */
  specificity: probability.optional(),
  /** Instead of the two above: likelihood ratios as published. */
  lrPositive: z.number().positive().optional(),
  lrNegative: z.number().positive().optional(),
  /** Findings of one group have one cause (all of iron deficiency, all of cholestasis): the strongest counts whole, the rest less. */
  group: id.optional(),
  source,
  note: z.string().optional(),
});

const prevalence = z.strictObject({
  sex: sex.optional(),
  fromAge: z.number().min(0),
  toAge: z.number().max(130),
  per100k: z.number().positive(),
  source,
});

const testLink = z.strictObject({
  test: id,
  /** settles: confirms or excludes; supports: changes the odds; baseline: needed before or with the others. */
  role: z.enum(['settles', 'supports', 'baseline']),
  sensitivity: probability.optional(),
  specificity: probability.optional(),
  source,
  note: z.string().optional(),
});

export const conditionSchema = z.strictObject({
  id,
  name: z.string(),
  /** Other names, as notes and problem lists write them; a condition so named in the record is documented. */
  synonyms: z.array(z.string()),
  /** Of its names, those that stand for other conditions of the shelf as well ("epilepsy"): each of them lists the name here. */
  umbrellas: z.array(z.string()).optional(),
  specialty: z.string(),
  codes,
  /** An episode of hours to weeks: a month later it has declared itself or passed, so that older evidence raises nothing. */
  acute: z.literal(true).optional(),
  /** Passes by itself or harms nobody, and whoever saw it let it be: weighed in every differential, not raised from a whole record. */
  minor: z.literal(true).optional(),
  /**
   * Prevalence (for acute conditions, yearly incidence) by age and sex in the general population; for a condition that
   * `requires` an exposure, among those exposed. Ages not covered: not considered.
   */
  prevalence: z.array(prevalence).min(1),
  /** Why it must not be missed, if so; absent when a delay does no lasting harm. */
  mustNotMiss: z.strictObject({ why: z.string(), source }).optional(),
  /** For a condition that is the effect of a drug, of another condition, or of a state: one of these findings must be present, or it is not considered. */
  requires: z.array(id).optional(),
  /** Typical age at onset in years, and the course in a sentence. */
  onset: z.strictObject({ fromAge: z.number(), toAge: z.number(), course: z.string(), source }),
  findings: z.array(link).min(1),
  /** Broader conditions on the shelf that a documented case of this one satisfies, and the other way round not. */
  broader: z.array(id).optional(),
  /** Conditions that this one commonly causes: cause and complication do not explain each other's findings away. */
  leadsTo: z.array(id).optional(),
  /** What settles it, cheapest and least burdensome first. */
  tests: z.array(testLink).min(1),
  referral: z.strictObject({
    to: z.string(),
    urgency: z.enum(['emergency', 'urgent', 'soon', 'routine']),
    when: z.string(),
    source,
  }),
  treatments: z
    .array(
      z.strictObject({
        name: z.string(),
        detail: z.string().optional(),
        contraindications: z.array(z.string()).min(1),
        source,
      }),
    )
    .min(1),
  reviewed: z.strictObject({
    status: z.enum(['unreviewed', 'reviewed']),
    by: z.string().optional(),
    on: z.string().optional(),
  }),
});

export const testSchema = z.strictObject({
  id,
  /** As it would be ordered: `Tissue transglutaminase IgA with total IgA`. */
  name: z.string(),
  kind: z.enum(['history', 'examination', 'laboratory', 'imaging', 'endoscopy', 'procedure', 'physiology', 'referral']),
  /** 0 free … 5 most costly; order of magnitude in outpatient care (0: < $1, 1: ~$10, 2: ~$50, 3: ~$250, 4: ~$1,000, 5: > $3,000). */
  cost: z.number().int().min(0).max(5),
  /** 0 none … 5 surgery: a blood test is 1, a CT 2, an endoscopy 3, a biopsy of an organ 4. */
  burden: z.number().int().min(0).max(5),
  /** How the record shows that it was done: any of these analytes measured, codes of procedures or reports, or words in titles and notes. */
  doneBy: z.strictObject({
    analytes: z.array(id).optional(),
    codes: codes.optional(),
    terms: z.array(z.string()).optional(),
  }),
  /** A repeat within this many days, with nothing new, is redundant. */
  repeatDays: z.number().optional(),
  source,
});

/**
 * A rule of guidance about a result that calls for action: when the finding is present and none of the tests followed in time,
 * it is a clue ("never acted on").
 */
export const followUpSchema = z.strictObject({
  id,
  name: z.string(),
  when: z.strictObject({
    all: z.array(id).optional(),
    any: z.array(id).optional(),
    none: z.array(id).optional(),
    sex: sex.optional(),
    fromAge: z.number().optional(),
    toAge: z.number().optional(),
  }),
  /** Any of these tests, after the finding, is acting on it. */
  expects: z.array(id).min(1),
  withinDays: z.number().positive(),
  /** For what must be done again and again (monitoring of a drug): the longest interval between two. */
  everyDays: z.number().positive().optional(),
  /** One plain sentence for the clinician: what guidance asks for. */
  says: z.string(),
  source,
});

export type SourceEntry = z.infer<typeof sourceSchema>;
export type FindingDefinition = z.infer<typeof findingSchema>;
export type ConditionDefinition = z.infer<typeof conditionSchema>;
export type ConditionLink = z.infer<typeof link>;
export type TestDefinition = z.infer<typeof testSchema>;
export type TestLink = z.infer<typeof testLink>;
export type FollowUpRule = z.infer<typeof followUpSchema>;
export type MeasureRule = z.infer<typeof measure>;

import { z } from 'zod';

/** What a case author may write in `story.yaml`. The meaning of each key is told in `cases/README.md`. */

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'write a date as 2012-03-14');
const partialDate = z.union([z.number(), z.string()]).transform(String);
const label = z.string().regex(/^[\w.-]+$/, 'a label has letters, digits, dots and hyphens');
const courseSchema = z.union([z.number(), z.array(z.tuple([partialDate, z.number()])).min(1)]);
const result = z.union([z.number(), z.string()]);

const codes = {
  name: z.string(),
  snomed: z.string().optional(),
  icd10: z.string().optional(),
};

const labSchema = z.strictObject({
  name: z.string(),
  dialect: z.enum(['us-conventional', 'si']),
  /** Reference ranges of this laboratory that differ from the usual, in its own units. */
  ranges: z.record(z.string(), z.tuple([z.number().nullable(), z.number().nullable()])).optional(),
  /** Reported as `<limit` below this value, in its own units: `{ crp: 5 }`. */
  below: z.record(z.string(), z.number()).optional(),
  /** Codes of this laboratory that differ from its dialect's: `{ ferritin: ['2276-4', 'Ferritin …'] }`; the unit stays. */
  loinc: z.record(z.string(), z.tuple([z.string(), z.string()])).optional(),
  /** eGFR above this is reported as `>limit`. */
  egfrCap: z.number().optional(),
  /** The formula that the laboratory states; by default CKD-EPI 2009, in the US 2021 from 2022 on. */
  egfr: z.enum(['mdrd', '2009', '2021']).optional(),
});

const drawSchema = z.strictObject({
  lab: z.string().optional(),
  panels: z.array(z.string()).optional(),
  tests: z.array(z.string()).optional(),
  /** Results that the story fixes, in the units of the laboratory. */
  values: z.record(z.string(), result).optional(),
  /** Tests that the builder does not know. */
  extra: z
    .array(
      z.strictObject({
        name: z.string(),
        loinc: z.string().optional(),
        value: result,
        unit: z.string().optional(),
        low: z.number().optional(),
        high: z.number().optional(),
        flag: z.enum(['H', 'L', 'A', 'N']).optional(),
        label: label.optional(),
      }),
    )
    .optional(),
  comment: z.string().optional(),
  label: label.optional(),
});

const noteSchema = z.strictObject({
  text: z.string(),
  type: z.string().optional(),
  title: z.string().optional(),
  by: z.string().optional(),
  html: z.boolean().optional(),
  label: label.optional(),
});

const reportSchema = z.strictObject({
  exam: z.string(),
  title: z.string().optional(),
  text: z.string(),
  conclusion: z.string().optional(),
  by: z.string().optional(),
  label: label.optional(),
});

const conditionSchema = z.strictObject({
  ...codes,
  onset: date.optional(),
  until: date.optional(),
  status: z.enum(['active', 'resolved', 'inactive', 'remission', 'recurrence']).optional(),
  verification: z.enum(['confirmed', 'provisional', 'differential', 'unconfirmed', 'refuted']).optional(),
  problem: z.boolean().optional(),
  label: label.optional(),
});

const medicationSchema = z.strictObject({
  drug: z.string(),
  dose: z.string().optional(),
  rxnorm: z.string().optional(),
  until: date.optional(),
  status: z.enum(['active', 'completed', 'stopped']).optional(),
  reason: z.string().optional(),
  label: label.optional(),
});

const entrySchema = z.strictObject({
  on: date,
  /** Local time of day, `09:40`; drawn from office hours when absent. */
  at: z
    .string()
    .regex(/^\d{2}:\d{2}$/)
    .optional(),
  kind: z
    .enum(['check-up', 'symptom', 'follow-up', 'nurse', 'telephone', 'emergency', 'outpatient', 'inpatient', 'none'])
    .default('symptom'),
  place: z.string().optional(),
  by: z.string().optional(),
  reason: z.string().optional(),
  /** `none`, or fixed values; what is not fixed is drawn as the kind of encounter would. */
  vitals: z.union([z.literal('none'), z.record(z.string(), z.number())]).optional(),
  labs: z.array(drawSchema).optional(),
  note: z.union([z.string(), noteSchema]).optional(),
  notes: z.array(noteSchema).optional(),
  reports: z.array(reportSchema).optional(),
  conditions: z.array(conditionSchema).optional(),
  medications: z.array(medicationSchema).optional(),
  procedures: z.array(z.strictObject({ ...codes, label: label.optional() })).optional(),
  immunizations: z.array(z.strictObject({ name: z.string(), cvx: z.string().optional() })).optional(),
  allergies: z
    .array(z.strictObject({ to: z.string(), rxnorm: z.string().optional(), reaction: z.string().optional() }))
    .optional(),
  family: z.array(z.strictObject({ ...codes, relative: z.string(), label: label.optional() })).optional(),
  orders: z
    .array(
      z.strictObject({
        name: z.string(),
        reason: z.string().optional(),
        status: z.enum(['active', 'completed', 'revoked']).optional(),
        label: label.optional(),
      }),
    )
    .optional(),
  smoking: z.enum(['never', 'former', 'current']).optional(),
  /** Scores of questionnaires and the like: `{ phq-9: 6 }`. */
  scores: z.record(z.string(), z.number()).optional(),
  label: label.optional(),
});

export const storySchema = z.strictObject({
  title: z.string(),
  timezone: z.string(),
  patient: z.strictObject({
    given: z.string(),
    family: z.string(),
    sex: z.enum(['female', 'male']),
    birthDate: date,
    city: z.string(),
    state: z.string().optional(),
    country: z.string().optional(),
    heightCm: z.number(),
  }),
  /** First and last day of the record; the last is the bundle's timestamp. */
  ends: date,
  places: z.record(z.string(), z.strictObject({ name: z.string() })),
  clinicians: z.record(z.string(), z.strictObject({ name: z.string() })),
  labs: z.record(z.string(), labSchema),
  /** Units of `setPoints`: those of a US laboratory, or SI. */
  units: z.enum(['us-conventional', 'si']).default('us-conventional'),
  /** This person's own level of each analyte or vital sign: one number, or a course of [date, level]. */
  setPoints: z.record(z.string(), courseSchema).default({}),
  /** Within-person variation in % where it differs from the usual. */
  variation: z.record(z.string(), z.number()).default({}),
  /** System of condition codes when an entry gives both. */
  conditionCodes: z.enum(['icd10', 'snomed', 'both']).default('both'),
  /** Drugs as RxNorm ingredients, or in words only. */
  drugCodes: z.enum(['rxnorm', 'text']).default('rxnorm'),
  /** Years with an influenza jab in autumn. */
  fluJabs: z.array(z.number()).default([]),
  /** Passing illnesses of ordinary life: an encounter, a condition, a drug; no note. See `minor.ts`. */
  minor: z
    .array(z.strictObject({ on: date, what: z.string(), place: z.string().optional(), by: z.string().optional() }))
    .default([]),
  timeline: z.array(entrySchema).min(1),
});

export type Story = z.infer<typeof storySchema>;
export type Entry = Story['timeline'][number];
export type Draw = z.infer<typeof drawSchema>;
export type Lab = z.infer<typeof labSchema>;

import { z } from 'zod';
import { ANALYTES } from './analytes.ts';
import type { Labels } from './writer.ts';

/** What `gold.yaml` may say: the form of gold.json, with labels of the story in place of ids and analytes in place of LOINC codes. */

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const hidden = z.strictObject({ names: z.array(z.string()).min(1), icd10: z.array(z.string()).min(1) });

export const goldStorySchema = z.strictObject({
  title: z.string(),
  teaches: z.string(),
  hidden: z.union([hidden, z.array(hidden)]).optional(),
  raisedBy: date.optional(),
  tooEarly: date.optional(),
  diagnosedInLife: date.optional(),
  evidence: z.array(z.strictObject({ what: z.string(), labels: z.array(z.string()).min(1) })).default([]),
  trends: z
    .array(z.strictObject({ analyte: z.string(), direction: z.enum(['rising', 'falling']), by: date }))
    .default([]),
  followUps: z.array(z.strictObject({ about: z.string(), by: date })).default([]),
  nextSteps: z.array(z.array(z.string()).min(1)).default([]),
  mustNot: z
    .array(
      z.strictObject({ in: z.string(), regex: z.string(), why: z.string(), undocumentedOnly: z.boolean().optional() }),
    )
    .default([]),
  documented: z.array(z.string()).default([]),
  healthy: z.boolean().default(false),
  /** Phrases in which a name of the hidden disease may stand in the record (`no FH of bowel cancer`); kept out of gold.json. */
  mayAppear: z.array(z.string()).default([]),
});

export type GoldStory = z.infer<typeof goldStorySchema>;

const VITAL_LOINC: Readonly<Record<string, readonly string[]>> = {
  weight: ['29463-7'],
  bmi: ['39156-5'],
  'heart-rate': ['8867-4'],
  egfr: ['33914-3', '62238-1', '98979-8'],
  'oxygen-saturation': ['2708-6', '59408-5'],
  'blood-pressure': ['85354-9', '8480-6', '8462-4'],
};

function loincOf(analyte: string): string[] {
  const known = ANALYTES[analyte];
  const codes = known ? [known.us.loinc, known.si.loinc] : (VITAL_LOINC[analyte] ?? [analyte]);
  return [...new Set(codes)];
}

/** `ferritin@2012..2016` stands for every label `ferritin@DATE` from the start of 2012 to the end of 2016. */
function idsOf(label: string, labels: Labels): string[] {
  const range = /^(.+)@([\d-]*)\.\.([\d-]*)$/.exec(label);
  const found = range
    ? [...labels].flatMap(([name, ids]) => {
        const cut = name.lastIndexOf('@');
        const day = name.slice(cut + 1);
        const [, what, from = '', to = ''] = range;
        return name.slice(0, cut) === what && day >= from && (to === '' || day.slice(0, to.length) <= to) ? ids : [];
      })
    : (labels.get(label) ?? []);
  if (found.length === 0) throw new Error(`gold.yaml: nothing in the story is labelled ${label}`);
  return [...found];
}

/** gold.json: labels resolved to resource ids, analytes to LOINC codes. */
export function buildGold(gold: GoldStory, labels: Labels): Readonly<Record<string, unknown>> {
  const { mayAppear: _, ...rest } = gold;
  return {
    ...rest,
    evidence: gold.evidence.map(({ what, labels: names }) => ({
      what,
      resources: [...new Set(names.flatMap((name) => idsOf(name, labels)))],
    })),
    trends: gold.trends.map(({ analyte, direction, by }) => ({ loinc: loincOf(analyte), direction, by })),
  };
}

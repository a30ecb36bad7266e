import { z } from 'zod';
import type { PhenotypeCase, PhenotypeFinding } from './case.ts';

/**
 * The part of a GA4GH Phenopacket (schema version 2) that a differential reads: the subject's age and sex, and the phenotypic
 * features. Diagnoses, genes and variants are not looked at.
 */
const ageSchema = z.object({
  age: z.object({ iso8601duration: z.string() }).optional(),
  ageRange: z
    .object({ start: z.object({ iso8601duration: z.string() }), end: z.object({ iso8601duration: z.string() }) })
    .optional(),
  gestationalAge: z.unknown().optional(),
});

export const phenopacketSchema = z.object({
  id: z.string().optional(),
  subject: z
    .object({ id: z.string().optional(), sex: z.string().optional(), timeAtLastEncounter: ageSchema.optional() })
    .optional(),
  phenotypicFeatures: z
    .array(z.object({ type: z.object({ id: z.string() }).optional(), excluded: z.boolean().optional() }))
    .optional(),
});

export type Phenopacket = z.infer<typeof phenopacketSchema>;

/** The case of a phenopacket; one without features has none, and is told so when it is ranked. */
export function caseOfPhenopacket(packet: Phenopacket, fallbackId: string): PhenotypeCase {
  const { subject } = packet;
  const notes: string[] = [];
  const findings = (packet.phenotypicFeatures ?? []).flatMap(({ type, excluded }): PhenotypeFinding[] => {
    if (type) return [{ term: type.id, presence: excluded === true ? 'absent' : 'present' }];
    notes.push('a phenotypic feature without a type: left out');
    return [];
  });
  const time = subject?.timeAtLastEncounter;
  const ageYears = yearsAt(time);
  if (time && ageYears === undefined)
    notes.push('the age at the last encounter is not in years, months or days: not used');
  const sex = sexOf(subject?.sex);
  return {
    id: packet.id ?? subject?.id ?? fallbackId,
    ...(ageYears === undefined ? {} : { ageYears }),
    ...(sex ? { sex } : {}),
    findings,
    notes,
  };
}

function yearsAt(time: z.infer<typeof ageSchema> | undefined): number | undefined {
  if (time?.age) return yearsOf(time.age.iso8601duration);
  if (!time?.ageRange) return time?.gestationalAge === undefined ? undefined : 0;
  return yearsOf(time.ageRange.end.iso8601duration);
}

/** Years of an ISO 8601 duration in years, months, weeks and days: `P6Y3M`. */
export function yearsOf(duration: string): number | undefined {
  const match = /^P(?=.)(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T.*)?$/.exec(duration.trim());
  if (!match) return undefined;
  const [years = 0, months = 0, weeks = 0, days = 0] = match.slice(1).map((part) => Number(part ?? 0));
  const total = years + months / 12 + (weeks * 7 + days) / 365.25;
  return Number.isFinite(total) ? total : undefined;
}

export function sexOf(text: string | undefined): 'female' | 'male' | undefined {
  const lower = text?.toLowerCase();
  return lower === 'female' || lower === 'male' ? lower : undefined;
}

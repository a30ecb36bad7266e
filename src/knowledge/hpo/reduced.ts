import { z } from 'zod';
import type { DiseaseProfile, HpoTerm } from './release.ts';

/** Terms and profiles as JSON objects by id, without frequencies: `{ "HP:0000001": { name, parents } }`, `{ "OMIM:1": { name, hpo } }`. */
const termsSchema = z.record(
  z.string().regex(/^HP:\d{7}$/),
  z.object({
    name: z.string(),
    parents: z.array(z.string()),
    obsolete: z.boolean().optional(),
    replacement: z.string().nullish(),
  }),
);
const diseasesSchema = z.record(
  z.string().regex(/^[A-Z]+:\w+$/),
  z.object({ name: z.string(), hpo: z.array(z.string()) }),
);

/** @throws ZodError when it is not of that form */
export function readReducedTerms(json: unknown): HpoTerm[] {
  return Object.entries(termsSchema.parse(json)).map(([id, { name, parents, obsolete, replacement }]) => ({
    id,
    name,
    synonyms: [],
    parents,
    alternatives: [],
    obsolete: obsolete === true,
    ...(replacement ? { replacedBy: replacement } : {}),
  }));
}

/** @throws ZodError when it is not of that form */
export function readReducedDiseases(json: unknown): DiseaseProfile[] {
  return Object.entries(diseasesSchema.parse(json)).map(([id, { name, hpo }]) => ({
    id,
    name,
    annotations: [...new Set(hpo)].map((term) => ({ term })),
  }));
}

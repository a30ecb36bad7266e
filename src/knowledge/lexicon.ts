import { z } from 'zod';

/**
 * The shape of `knowledge/lexicon/`: concepts that notes name and no condition of the shelf rests on, by group. A concept is its
 * name and the other words for it; its id is the name in lower case with hyphens. The name is a term itself.
 */
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** Codes only where they are certain. */
const codes = z.strictObject({
  snomed: z.array(z.string()).optional(),
  icd10cm: z.array(z.string()).optional(),
  rxnorm: z.array(z.string()).optional(),
});

const lexiconEntry = z.union([
  z.array(z.string()),
  z.strictObject({
    terms: z.array(z.string()),
    /** The id, where the name does not give a good one. */
    id: id.optional(),
    codes: codes.optional(),
    /** Takes the words away from a shorter term of the shelf inside it: "diabetes insipidus" is no diabetes. */
    instead: z.boolean().optional(),
    /** The side that its very words tell: "RUQ". */
    side: z.enum(['left', 'right']).optional(),
  }),
]);

export const LEXICON_KINDS = ['symptom', 'sign', 'condition', 'drug', 'procedure', 'observation', 'site'] as const;

export const lexiconFileSchema = z.array(
  z.strictObject({
    /** Of drugs their class; else a heading. */
    group: z.string(),
    kind: z.enum(LEXICON_KINDS),
    /** Sites of which there is one on each side. */
    paired: z.boolean().optional(),
    instead: z.boolean().optional(),
    concepts: z.record(z.string(), lexiconEntry),
  }),
);

const cues = {
  /** The word right before, right after (`#`: a number), anywhere in the sentence; the section. Lower case, space between words. */
  before: z.string().optional(),
  after: z.string().optional(),
  near: z.string().optional(),
  sections: z.string().optional(),
};

/** Abbreviations with more than one meaning: what speaks for the usual one, and for each other. */
export const abbreviationsSchema = z.record(
  z.string(),
  z.strictObject({
    usual: z
      .strictObject({
        /** Ids that the abbreviation alone names; absent where the terms of the shelf or of the lexicon hold it themselves. */
        means: z.array(id).optional(),
        ...cues,
      })
      .optional(),
    others: z
      .array(
        z.strictObject({
          /** Id of a concept of this lexicon, of a condition or of a finding; absent for what is no concept. */
          means: id.optional(),
          /** In words, for the reader of the file. */
          as: z.string().optional(),
          ...cues,
        }),
      )
      .min(1),
  }),
);

/** A concept of the lexicon, its group spelt out. */
export interface LexiconConcept {
  readonly id: string;
  readonly name: string;
  readonly kind: (typeof LEXICON_KINDS)[number];
  readonly group: string;
  /** All words for it, the name first. */
  readonly terms: readonly string[];
  readonly codes?: z.infer<typeof codes>;
  readonly paired?: boolean;
  readonly side?: 'left' | 'right';
  readonly instead?: boolean;
}

export type AbbreviationEntry = z.infer<typeof abbreviationsSchema>[string];

export function lexiconConceptsOf(groups: z.infer<typeof lexiconFileSchema>): LexiconConcept[] {
  return groups.flatMap(({ group, kind, paired, instead, concepts }) =>
    Object.entries(concepts).map(([name, entry]): LexiconConcept => {
      const own = Array.isArray(entry) ? { terms: entry } : entry;
      const takes = own.instead ?? instead;
      return {
        id: own.id ?? slugOf(name),
        name,
        kind,
        group,
        terms: [name, ...own.terms],
        ...(own.codes ? { codes: own.codes } : {}),
        ...(paired ? { paired } : {}),
        ...(own.side ? { side: own.side } : {}),
        ...(takes ? { instead: takes } : {}),
      };
    }),
  );
}

/** "Barrett's oesophagus" → `barretts-oesophagus`. */
const slugOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

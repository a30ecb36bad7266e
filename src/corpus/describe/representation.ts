import { z } from 'zod';
import { ProdromeError } from '../../errors.ts';
import { shareInterval } from '../../model/index.ts';
import type { Cell } from '../suppress.ts';

const shares = z
  .record(z.string(), z.number().min(0).max(1))
  .refine(
    (groups) => Math.abs(Object.values(groups).reduce((sum, share) => sum + share, 0) - 1) < 0.02,
    'the shares do not add up to 1',
  );

/** A population to compare with: shares by group, under the names that `describe` shows. */
const referenceSchema = z.strictObject({
  name: z.string().min(1),
  source: z.string().min(1),
  sex: shares.optional(),
  race: shares.optional(),
  ethnicity: shares.optional(),
  age: shares.optional(),
});

export type Reference = z.infer<typeof referenceSchema>;

/** @throws ProdromeError `corpus-reference-invalid`, with what is wrong */
export function referenceOf(json: unknown, path: string): Reference {
  const parsed = referenceSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ProdromeError('corpus-reference-invalid', {
    path,
    why: `${issue?.path.join('.') || 'the whole'}: ${issue?.message ?? ''}`,
  });
}

/** How a group stands in the data set beside its share of the reference. */
export interface Representation {
  readonly attribute: 'sex' | 'race' | 'ethnicity' | 'age';
  readonly group: string;
  /** Share of those of whom the attribute is known, with Wilson's 95 % interval; absent when the number is not shown. */
  readonly share?: number;
  readonly low?: number;
  readonly high?: number;
  readonly reference: number;
  /** `share / reference`. */
  readonly ratio?: number;
}

type Attribute = Representation['attribute'];

/** Each group of the reference beside its share here. Groups whose number is hidden have no share. */
export function representationOf(
  reference: Reference,
  cells: Readonly<Record<Attribute, readonly Cell[]>>,
): Representation[] {
  const attributes: Attribute[] = ['sex', 'age', 'race', 'ethnicity'];
  return attributes.flatMap((attribute) => {
    const wanted = reference[attribute];
    if (wanted === undefined) return [];
    const known = cells[attribute].filter(({ name }) => name !== 'unknown');
    const total = known.reduce((sum, { people }) => sum + (typeof people === 'number' ? people : 0), 0);
    return Object.entries(wanted).map(([group, share]): Representation => {
      const people = known.find(({ name }) => name === group)?.people ?? 0;
      if (typeof people !== 'number' || total === 0) return { attribute, group, reference: share };
      const here = people / total;
      return {
        attribute,
        group,
        share: here,
        ...shareInterval(people, total),
        reference: share,
        ...(share > 0 ? { ratio: here / share } : {}),
      };
    });
  });
}

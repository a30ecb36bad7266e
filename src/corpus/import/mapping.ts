import { z } from 'zod';

const column = z.string().min(1);
const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);

/** What a cell must be: one of some texts, none of some, or a number within bounds (both ends count). */
const conditionSchema = z.union([
  scalar.transform((value) => ({ in: [value] })),
  z
    .array(scalar)
    .min(1)
    .transform((values) => ({ in: values })),
  z.strictObject({ not: z.union([scalar.transform((value) => [value]), z.array(scalar).min(1)]) }),
  z.strictObject({ from: z.number().optional(), to: z.number().optional() }),
]);

const whereSchema = z.record(column, conditionSchema);

const timeSchema = z.union([
  z.strictObject({
    /** A column with a date or a time of day. */
    date: column,
    /** As strftime writes it; ISO 8601 when absent. */
    format: z.string().optional(),
  }),
  z.strictObject({
    /** A column with days, or a number of days, since `since`. */
    days: z.union([column, z.number()]),
    /** A column with a date; the origin of the mapping when absent. */
    since: column.optional(),
    /** A column with years that are taken off: an age, for a birth. */
    yearsBefore: column.optional(),
  }),
]);

const valueSchema = z.union([
  column.transform((name) => ({ column: name, factor: 1, offset: 0 })),
  z.strictObject({ column, factor: z.number().default(1), offset: z.number().default(0) }),
]);

const eventSchema = z.strictObject({
  /** A MEDS code; `{column}` stands for the cell, `{column|map}` for its entry in a map of the mapping. */
  code: z.string().min(1),
  /** May have `{column}`, too. */
  description: z.string().optional(),
  parents: z.array(z.string().min(1)).default([]),
  /** Absent for what has no time. */
  time: timeSchema.optional(),
  value: valueSchema.optional(),
  text: column.optional(),
  where: whereSchema.optional(),
  /** Numbers outside [low, high], after conversion, cannot be: the event is left out and counted. */
  plausible: z.tuple([z.number(), z.number()]).optional(),
  /** What becomes of several events of one person, code and time. */
  repeated: z.enum(['all', 'first', 'last', 'mean']).default('all'),
  /** The event is left out, rather than counted as wrong, when one of its cells is empty. */
  optional: z.boolean().default(true),
});

const subjectSchema = z.union([
  column.transform((name) => ({ column: name, as: 'integer' as const, prefix: '' })),
  z.strictObject({ column, as: z.enum(['integer', 'hash']).default('integer'), prefix: z.string().default('') }),
]);

const fileSchema = z.strictObject({
  /** Within the folder that is imported. */
  path: z
    .string()
    .min(1)
    .refine((path) => !path.startsWith('/') && !path.split('/').includes('..'), 'give a path within the folder'),
  delimiter: z.string().length(1).default(','),
  /** Texts that stand for an empty cell. */
  missing: z.array(z.string()).default(['', 'NA']),
  subject: subjectSchema,
  where: whereSchema.optional(),
  events: z.array(eventSchema).min(1),
});

/** How CSV files become MEDS events. */
export const mappingSchema = z.strictObject({
  format: z.literal('prodrome-mapping'),
  version: z.literal(1),
  name: z.string().min(1),
  /** Version of the data, for `dataset.json`. */
  release: z.string().default('1'),
  license: z.string().optional(),
  /** The day that day 0 stands for. */
  origin: z.iso.date().default('2000-01-01'),
  /** Tables from a cell to a part of a code. */
  maps: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  files: z.array(fileSchema).min(1),
});

export type Mapping = z.infer<typeof mappingSchema>;
export type MappingFile = Mapping['files'][number];
export type EventRule = MappingFile['events'][number];
export type Condition = z.infer<typeof conditionSchema>;

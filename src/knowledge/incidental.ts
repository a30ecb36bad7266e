import { z } from 'zod';

/**
 * Published rules for what imaging finds by chance: tables under `knowledge/incidental/`. Sizes are millimetres, attenuation is in
 * Hounsfield units, ages are years, times are days after the examination.
 */
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** Organs and kinds as the reader of reports names them (`text/lesions`). */
const organ = z.enum([
  'lung',
  'kidney',
  'adrenal',
  'thyroid',
  'pancreas',
  'liver',
  'gallbladder',
  'ovary',
  'aorta',
  'pituitary',
]);
const kind = z.enum(['nodule', 'mass', 'cyst', 'polyp', 'aneurysm', 'lesion']);

const when = z.strictObject({
  kinds: z.array(kind).optional(),
  /** Traits of which all, any, or none are told. */
  all: z.array(id).optional(),
  any: z.array(id).optional(),
  none: z.array(id).optional(),
  /** Bounds of the size: `from` and `to` include the bound, `above` and `below` do not. */
  from: z.number().optional(),
  to: z.number().optional(),
  above: z.number().optional(),
  below: z.number().optional(),
  fromHu: z.number().optional(),
  toHu: z.number().optional(),
  aboveHu: z.number().optional(),
  multiple: z.boolean().optional(),
  risk: z.enum(['high', 'low']).optional(),
  change: z.array(z.enum(['new', 'larger', 'smaller', 'unchanged'])).optional(),
  withFinding: z.array(id).optional(),
  sex: z.enum(['female', 'male']).optional(),
  fromAge: z.number().optional(),
  toAge: z.number().optional(),
});

const row = z.strictObject({
  when,
  /** none: nothing further; optional: may be done; follow-up: imaging again; act: to be looked into now. */
  do: z.enum(['none', 'optional', 'follow-up', 'act']),
  /** Any of these tests, after the examination, is keeping to it. */
  expects: z.array(id).min(1).optional(),
  fromDays: z.number().positive().optional(),
  withinDays: z.number().positive().optional(),
  says: z.string(),
  source: id.optional(),
});

export const incidentalSchema = z.strictObject({
  id,
  name: z.string(),
  organ,
  kinds: z.array(kind).min(1),
  /** Which dimension the guidance means: the largest, or the mean of the two largest rounded to a whole millimetre. */
  size: z.enum(['largest', 'mean']),
  source: id,
  /** The guidance as a reader knows it, with its year. */
  guidance: z.string(),
  /** Of whom it speaks: not of people with one of these findings, nor outside these ages. */
  applies: z.strictObject({
    fromAge: z.number().optional(),
    toAge: z.number().optional(),
    sex: z.enum(['female', 'male']).optional(),
    notWith: z.array(id),
  }),
  /** With one of these traits the table says nothing. */
  without: z.array(id).optional(),
  /** What makes the risk high: findings or documented conditions of the patient, traits of the lesion, age. */
  highRisk: z
    .strictObject({
      findings: z.array(id).optional(),
      conditions: z.array(id).optional(),
      traits: z.array(id),
      fromAge: z.number().optional(),
    })
    .optional(),
  /** Points from traits to a grade, where the report gives none: of each group the highest counts. */
  grading: z
    .strictObject({
      needs: z.array(id).min(1),
      benign: z.array(id),
      groups: z.array(z.record(id, z.number())).min(1),
      grades: z.array(z.strictObject({ from: z.number(), is: id })).min(2),
    })
    .optional(),
  /** Follow-up rules that have nothing to add where this table has judged the lesion of a report. */
  replaces: z.array(id),
  rows: z.array(row).min(1),
});

export type IncidentalTable = z.infer<typeof incidentalSchema>;
export type IncidentalRow = z.infer<typeof row>;

/** A fault: where, and why. */
interface Fault {
  readonly where: string;
  readonly why: string;
}

/** What must be known for a table to hold together. */
interface Known {
  readonly findings: ReadonlySet<string>;
  readonly conditions: ReadonlySet<string>;
  readonly tests: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  readonly followUps: ReadonlySet<string>;
}

/** Faults that the schema cannot see: names that lead nowhere, rows without what they need, bounds that exclude everything. */
export function faultsOfTables(tables: readonly IncidentalTable[], known: Known): Fault[] {
  const faults: Fault[] = [];
  const seen = new Set<string>();
  for (const table of tables) {
    const where = `incidental ${table.id}`;
    if (seen.has(table.id)) faults.push({ where, why: 'defined twice' });
    seen.add(table.id);
    const need = (set: ReadonlySet<string>, what: string, ids: readonly string[] = []) => {
      for (const each of ids) if (!set.has(each)) faults.push({ where, why: `no such ${what}: ${each}` });
    };
    need(known.sources, 'source', [table.source, ...table.rows.flatMap(({ source }) => source ?? [])]);
    need(known.findings, 'finding', [
      ...table.applies.notWith,
      ...(table.highRisk?.findings ?? []),
      ...table.rows.flatMap(({ when: { withFinding = [] } }) => withFinding),
    ]);
    need(known.conditions, 'condition', table.highRisk?.conditions);
    need(known.followUps, 'follow-up rule', table.replaces);
    for (const [index, each] of table.rows.entries()) {
      const place = `${where} row ${index + 1}`;
      need(known.tests, 'test', each.expects);
      const isTimed = each.do !== 'none';
      if (isTimed && (each.expects === undefined || each.withinDays === undefined))
        faults.push({ where: place, why: `${each.do} needs expects and withinDays` });
      if ((each.fromDays ?? 0) > (each.withinDays ?? Number.POSITIVE_INFINITY))
        faults.push({ where: place, why: 'fromDays is after withinDays' });
      const { from, above, to, below } = each.when;
      if (Math.max(from ?? 0, above ?? 0) > Math.min(to ?? Number.POSITIVE_INFINITY, below ?? Number.POSITIVE_INFINITY))
        faults.push({ where: place, why: 'no size fits its bounds' });
    }
  }
  return faults;
}

import { z } from 'zod';

/** gold.json of a case. Evidence is a list of ids, bare (`resources`) or with their type (`ids`: `Observation/…`). */
const hiddenSchema = z.object({ names: z.array(z.string()), icd10: z.array(z.string()).default([]) });

export const goldSchema = z.object({
  title: z.string().default(''),
  hidden: z.union([hiddenSchema, z.array(hiddenSchema)]).nullish(),
  raisedBy: z.string().nullish(),
  tooEarly: z.string().nullish(),
  evidence: z
    .array(
      z.object({ what: z.string(), resources: z.array(z.string()).optional(), ids: z.array(z.string()).optional() }),
    )
    .default([]),
  trends: z
    .array(z.object({ loinc: z.array(z.string()), direction: z.enum(['rising', 'falling']), by: z.string() }))
    .default([]),
  followUps: z.array(z.object({ about: z.string(), by: z.string() })).default([]),
  nextSteps: z.array(z.array(z.string())).default([]),
  mustNot: z
    .array(z.object({ in: z.string(), regex: z.string(), why: z.string(), undocumentedOnly: z.boolean().optional() }))
    .default([]),
  documented: z.array(z.string()).default([]),
  healthy: z.boolean().default(false),
});

export type Gold = z.infer<typeof goldSchema>;

const codeSchema = z.union([z.string(), z.object({ code: z.string() })]);
/** A list of codes, or lists of them by code system. */
const codesSchema = z
  .union([z.array(codeSchema), z.record(z.string(), z.array(codeSchema))])
  .default([])
  .transform((codes) => (Array.isArray(codes) ? codes : Object.values(codes).flat()));
const statements = z.array(z.looseObject({ text: z.string() })).default([]);

/** The part of a review's JSON that the score looks at. */
const reviewSchema = z.looseObject({
  summary: statements,
  clues: statements,
  nextSteps: statements,
  trends: z
    .array(z.looseObject({ loinc: z.array(z.string()).default([]), direction: z.string().optional() }))
    .default([]),
  differential: z
    .array(
      z.looseObject({
        condition: z.looseObject({
          id: z.string().optional(),
          name: z.string(),
          codes: codesSchema,
        }),
        posterior: z.number(),
        documented: z.boolean(),
        mustNotMiss: z.boolean().default(false),
      }),
    )
    .default([]),
});

type Review = z.infer<typeof reviewSchema>;
interface Named {
  readonly name: string;
  readonly codes: readonly (string | { readonly code: string })[];
}

/** One thing that the gold asks of a review, and whether it holds. */
export interface Check {
  readonly kind:
    | 'raised'
    | 'not-too-early'
    | 'evidence'
    | 'trend'
    | 'follow-up'
    | 'next-step'
    | 'must-not'
    | 'documented'
    | 'healthy';
  readonly asOf: string;
  readonly what: string;
  readonly ok: boolean;
}

/** How many hypotheses that the record does not name a clinician is taken to look at. */
const FIRST = 5;

const matches = (pattern: string, text: string) => new RegExp(pattern, 'i').test(text);
const hiddenOf = (gold: Gold) => [gold.hidden ?? []].flat();
const bare = (code: string) => code.replace('.', '').toUpperCase();

/** Whether a condition is (one of) the hidden one. */
export function isHidden(condition: Named, gold: Gold): boolean {
  return hiddenOf(gold).some((hidden) => isOne({ condition }, hidden));
}

function isOne({ condition }: { readonly condition: Named }, hidden: z.infer<typeof hiddenSchema>): boolean {
  const { name, codes } = condition;
  const own = codes.map((code) => bare(typeof code === 'string' ? code : code.code));
  return (
    hidden.names.some((pattern) => matches(pattern, name)) ||
    hidden.icd10.map(bare).some((code) => own.some((other) => other.startsWith(code)))
  );
}

function citedIds(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const item of value) citedIds(item, found);
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'citations' && Array.isArray(inner)) for (const { id } of inner) found.add(String(id));
      else citedIds(inner, found);
    }
  return found;
}

/** All text of a part of the review, for what must not be said there; `differential` is matched by name. */
function textsIn(review: Review, part: string, undocumentedOnly: boolean): string[] {
  if (part === 'differential')
    return review.differential.filter((h) => !(undocumentedOnly && h.documented)).map((h) => h.condition.name);
  const collect = (value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) => (key === 'citations' ? [] : collect(inner)));
  };
  return collect(part === 'any' ? review : review[part]);
}

/** The days on which a case's record is to be reviewed, sorted; `last` is the day of the last event in the record. */
export function datesOf(gold: Gold, last: string): string[] {
  const wanted = [
    gold.tooEarly,
    gold.raisedBy,
    ...gold.trends.map((t) => t.by),
    ...gold.followUps.map((f) => f.by),
    last,
  ];
  return [...new Set(wanted.filter((date) => typeof date === 'string'))].sort();
}

/**
 * What the gold asks of a review made as of `asOf`. `last` is the last day of the record: known disease, what must not be
 * said, and a healthy person's calm are asked there; the hidden disease, next steps and evidence at `raisedBy`.
 * Pure. Throws a ZodError when the review does not have the form that the score reads.
 */
export function scoreCase(json: unknown, gold: Gold, asOf: string, last = asOf): Check[] {
  const review = reviewSchema.parse(json);
  const checks: Check[] = [];
  const check = (kind: Check['kind'], what: string, ok: boolean) => checks.push({ kind, asOf, what, ok });
  const news = review.differential.filter((hypothesis) => !hypothesis.documented);
  const first = news.slice(0, FIRST);

  if (asOf === gold.raisedBy) {
    for (const hidden of hiddenOf(gold))
      check(
        'raised',
        hidden.names[0] ?? '',
        first.some((h) => isOne(h, hidden)),
      );
    for (const wanted of gold.nextSteps)
      check(
        'next-step',
        wanted.join(' or '),
        review.nextSteps.some((step) => wanted.some((p) => matches(p, step.text))),
      );
  }
  if (asOf === gold.tooEarly)
    for (const hidden of hiddenOf(gold))
      check('not-too-early', hidden.names[0] ?? '', !first.some((h) => isOne(h, hidden)));
  if (asOf === gold.raisedBy || asOf === last) {
    const cited = citedIds(json);
    for (const { what, resources = [], ids = [] } of gold.evidence) {
      const wanted = [...resources, ...ids.map((id) => id.slice(id.lastIndexOf('/') + 1))];
      check(
        'evidence',
        what,
        wanted.some((id) => cited.has(id)),
      );
    }
  }
  for (const { loinc, direction, by } of gold.trends)
    if (asOf === by)
      check(
        'trend',
        `${loinc.join('/')} ${direction}`,
        review.trends.some((t) => t.direction === direction && t.loinc.some((code) => loinc.includes(code))),
      );
  for (const { about, by } of gold.followUps)
    if (asOf === by)
      check(
        'follow-up',
        about,
        review.clues.some((clue) => matches(about, clue.text)),
      );
  if (asOf === last) {
    for (const rule of gold.mustNot) {
      const said = textsIn(review, rule.in, rule.undocumentedOnly ?? false);
      check('must-not', `${rule.regex} (${rule.why})`, !said.some((text) => matches(rule.regex, text)));
    }
    for (const name of gold.documented)
      check(
        'documented',
        name,
        review.summary.some((statement) => matches(name, statement.text)),
      );
    if (gold.healthy) {
      const alarm = news.find((h) => h.mustNotMiss || h.posterior > 0.5);
      check('healthy', alarm ? `alarm: ${alarm.condition.name}` : 'no alarm', alarm === undefined);
    }
  }
  return checks;
}

/** Share of checks of one kind that hold; an item of evidence counts once, if cited at any of the dates. */
export function shareOf(checks: readonly Check[], kind: Check['kind']): number | undefined {
  const byItem = new Map<string, boolean>();
  for (const check of checks) {
    if (check.kind !== kind) continue;
    const key = kind === 'evidence' ? check.what : `${check.asOf} ${check.what}`;
    byItem.set(key, (byItem.get(key) ?? false) || check.ok);
  }
  return byItem.size === 0 ? undefined : [...byItem.values()].filter(Boolean).length / byItem.size;
}

const DATES = new Set([
  'effectiveDateTime',
  'date',
  'authoredOn',
  'onsetDateTime',
  'performedDateTime',
  'occurrenceDateTime',
  'recordedDate',
  'start',
]);

/** The last day on which anything happens in a record. */
export function lastDayOf(record: unknown): string {
  let last = '';
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value))
      if (typeof inner === 'string' && DATES.has(key)) last = inner.slice(0, 10) > last ? inner.slice(0, 10) : last;
      else walk(inner);
  };
  walk(record);
  return last;
}

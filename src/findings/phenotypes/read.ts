import { z } from 'zod';
import { type PhenotypeCase, type PhenotypeFinding, POSSIBLE } from './case.ts';
import { caseOfPhenopacket, phenopacketSchema, sexOf } from './phenopacket.ts';

/** One finding of a list: an id or a name, `-` or `no ` before it when it was looked for and not found. */
const itemSchema = z.union([
  z.string().min(1),
  z
    .object({
      term: z.string().optional(),
      id: z.string().optional(),
      concept: z.string().optional(),
      excluded: z.boolean().optional(),
      presence: z.enum(['present', 'absent', 'possible']).optional(),
      certainty: z.number().min(0).max(1).optional(),
      asked: z.boolean().optional(),
    })
    .refine(({ term, id, concept }) => (term ?? id ?? concept) !== undefined, 'a finding needs a term, id or concept'),
]);
type Item = z.infer<typeof itemSchema>;

const listSchema = z
  .object({
    id: z.string().optional(),
    ageYears: z.number().min(0).max(130).optional(),
    age: z.number().min(0).max(130).optional(),
    sex: z.string().optional(),
    findings: z.array(itemSchema).optional(),
    present: z.array(itemSchema).optional(),
    absent: z.array(itemSchema).optional(),
    excluded: z.array(itemSchema).optional(),
  })
  .refine(({ findings, present, absent, excluded }) => (findings ?? present ?? absent ?? excluded) !== undefined);

const reviewSchema = z.object({
  patient: z.object({ id: z.string(), sex: z.string().optional(), ageYears: z.number().optional() }),
  provenance: z.object({ prodrome: z.string() }),
  differential: z.array(
    z.object({
      contributions: z.array(z.object({ concept: z.string(), presence: z.enum(['present', 'absent', 'possible']) })),
    }),
  ),
});

/** The cases of one JSON value: a phenopacket, a list of findings, a review, or an array of these. */
export function casesOf(json: unknown, id: string): PhenotypeCase[] | { readonly why: string } {
  if (!Array.isArray(json)) {
    const one = caseOf(json, id);
    return 'why' in one ? one : [one];
  }
  const list = z.array(itemSchema).safeParse(json);
  if (list.success && !json.some(isPacket)) return [{ id, findings: list.data.map(findingOf), notes: [] }];
  const cases: PhenotypeCase[] = [];
  for (const [index, each] of json.entries()) {
    const one = caseOf(each, `${id}-${index + 1}`);
    if ('why' in one) return { why: `entry ${index + 1}: ${one.why}` };
    cases.push(one);
  }
  return cases;
}

function caseOf(json: unknown, id: string): PhenotypeCase | { readonly why: string } {
  const inner = unwrapped(json);
  const review = reviewSchema.safeParse(inner);
  if (review.success) return caseOfReview(review.data);
  if (isPacket(inner)) {
    const packet = phenopacketSchema.safeParse(inner);
    return packet.success
      ? caseOfPhenopacket(packet.data, id)
      : { why: `not a phenopacket: ${firstIssue(packet.error)}` };
  }
  const list = listSchema.safeParse(inner);
  if (list.success) return caseOfList(list.data, id);
  if (LIST_KEYS.some((key) => typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key))) {
    return { why: `not a list of findings: ${firstIssue(list.error)}` };
  }
  return { why: 'neither a phenopacket, a list of findings nor a review' };
}

/** By which of its keys an object is meant to be a list of findings. */
const LIST_KEYS = ['findings', 'present', 'absent', 'excluded'] as const;

function caseOfList(list: z.infer<typeof listSchema>, id: string): PhenotypeCase {
  const sex = sexOf(list.sex);
  const ageYears = list.ageYears ?? list.age;
  const absent = [...(list.absent ?? []), ...(list.excluded ?? [])];
  return {
    id: list.id ?? id,
    ...(ageYears === undefined ? {} : { ageYears }),
    ...(sex ? { sex } : {}),
    findings: [
      ...[...(list.findings ?? []), ...(list.present ?? [])].map(findingOf),
      ...absent.map((item): PhenotypeFinding => ({ ...findingOf(item), presence: 'absent' })),
    ],
    notes: list.sex !== undefined && !sex ? ['the sex given is neither female nor male: not used'] : [],
  };
}

function caseOfReview({ patient, differential }: z.infer<typeof reviewSchema>): PhenotypeCase {
  const byConcept = new Map<string, PhenotypeFinding>();
  for (const { concept, presence } of differential.flatMap(({ contributions }) => contributions)) {
    if (concept !== 'named-in-record') byConcept.set(concept, findingOf({ concept, presence }));
  }
  const sex = sexOf(patient.sex);
  return {
    id: patient.id,
    ...(patient.ageYears === undefined ? {} : { ageYears: patient.ageYears }),
    ...(sex ? { sex } : {}),
    findings: [...byConcept.values()],
    notes: [],
  };
}

function findingOf(item: Item): PhenotypeFinding {
  if (typeof item === 'string') {
    const absent = /^\s*(?:[-−!]\s*|(?:no|not|without)\s+)(?=\S)/i.exec(item);
    return { term: item.slice(absent?.[0].length ?? 0).trim(), presence: absent ? 'absent' : 'present' };
  }
  const { presence = item.excluded === true ? 'absent' : 'present', certainty } = item;
  const sure = certainty ?? (presence === 'possible' ? POSSIBLE : undefined);
  return {
    term: item.term ?? item.id ?? item.concept ?? '',
    presence: presence === 'absent' ? 'absent' : 'present',
    ...(sure === undefined ? {} : { certainty: sure }),
    ...(item.asked === true ? { asked: true } : {}),
  };
}

/** One finding a line, for a file that is no JSON; blank lines and those that begin with `#` say nothing. */
export function caseOfLines(text: string, id: string): PhenotypeCase {
  const lines = text.split('\n').map((line) => line.trim());
  const terms = lines.filter((line) => line !== '' && !line.startsWith('#'));
  const findings = terms.map((line) => findingOf(line.replace(/^([-−!]?\s*(?:no\s+)?HP[:_]\d{7})\b.*$/i, '$1')));
  return { id, findings, notes: [] };
}

/** A phenopacket may come in a wrapper that also names its file, or as the proband of a family. */
function unwrapped(json: unknown): unknown {
  if (typeof json !== 'object' || json === null || isPacket(json)) return json;
  for (const key of ['packet', 'phenopacket', 'proband']) {
    const inner: unknown = Reflect.get(json, key);
    if (isPacket(inner)) return inner;
  }
  return json;
}

function isPacket(json: unknown): boolean {
  return (
    typeof json === 'object' &&
    json !== null &&
    ('phenotypicFeatures' in json || ('subject' in json && 'metaData' in json))
  );
}

function firstIssue(error: z.ZodError): string {
  const [issue] = error.issues;
  return `${issue?.path.join('.') || 'its top'}: ${issue?.message ?? ''}`;
}

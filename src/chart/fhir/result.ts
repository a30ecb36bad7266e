import { table } from '../../table.ts';
import type { AnalyteId, Coding } from '../../terms/index.ts';
import type { EventKind, EventValue, IssueCode, ReferenceRange } from '../chart.ts';
import { compact, type Json, object, objects, string } from '../json.ts';
import { analyteFor, kindOfAnalyte, measure, nameOfAnalyte } from '../measure.ts';
import { codeOf, codingsOf, joined, nameOf } from './coding.ts';
import { rangeOf } from './range.ts';
import { annotations, type Reading } from './reading.ts';
import type { Resource } from './resource.ts';
import { type RawValue, rawValueOf } from './value.ts';

/** What an Observation, or one component of it, says: what was measured and what came of it. */
export interface Result {
  readonly name: string;
  readonly codings: readonly Coding[];
  /** Only where the value can stand in the series of the analyte. */
  readonly analyte?: AnalyteId;
  readonly value?: EventValue;
  readonly range?: ReferenceRange;
  readonly interpretation?: readonly string[];
  readonly detail?: string;
}

/** The code, value, range and interpretation of an Observation or a component of it, which stands at `path` of the resource. */
export function resultOf(
  resource: Resource,
  json: Json,
  path: string,
  fallbackName: string,
  at: number,
  reading: Reading,
): Result {
  const code = object(json, 'code');
  const codings = codingsOf(code);
  const name = nameOf(code) ?? fallbackName;
  const raw = rawValueOf(json);
  const interpretation = interpretationOf(json);
  const detail = joined([
    raw ? undefined : absenceOf(json),
    annotations(json),
    joined([nameOf(object(json, 'bodySite'))]),
  ]);
  if (!raw) return compact<Result>({ name, codings, interpretation, detail });
  const { value, analyte, canonical, wrong } = understand(raw, analyteFor(codings, name), codings);
  if (wrong) reading.issue(resource, path === '' ? 'value' : `${path}.value`, wrong.code, wrong.severity, wrong.text);
  const units = raw.type === 'quantity' ? raw.units : [];
  const range = rangeOf(json, {
    patient: reading.patient,
    at,
    analyte: canonical ? analyte : undefined,
    units,
    codings,
  });
  return compact<Result>({ name, codings, analyte, value, range, interpretation, detail });
}

/** Why there is no value: the text of `dataAbsentReason`. */
function absenceOf(json: Json): string | undefined {
  const reason = nameOf(object(json, 'dataAbsentReason'));
  return reason === undefined ? undefined : `No result: ${reason}`;
}

interface Understood {
  readonly value: EventValue;
  readonly analyte?: AnalyteId;
  /** The value stands in the analyte's canonical unit. */
  readonly canonical: boolean;
  readonly wrong?: { readonly code: IssueCode; readonly severity: 'warning' | 'information'; readonly text: string };
}

/** The value in the analyte's canonical unit; where that cannot be, as it was given and outside the series. */
function understand(raw: RawValue, analyte: AnalyteId | undefined, codings: readonly Coding[]): Understood {
  if (raw.type === 'text') {
    return { value: raw, canonical: false, ...(analyte === undefined ? {} : { analyte }) };
  }
  const original = { value: raw.value, unit: raw.written };
  const comparator = raw.comparator === undefined ? {} : { comparator: raw.comparator };
  const given = { type: 'quantity', value: raw.value, unit: raw.units[0] ?? '', ...comparator, original } as const;
  if (analyte === undefined) return { value: given, canonical: false };
  const measured = measure(analyte, raw.value, raw.units, codings, raw.comparator);
  const name = nameOfAnalyte(analyte);
  const out = 'kept as it stands, outside the series';
  switch (measured.fit) {
    case 'canonical':
    case 'assumed': {
      const { value, unit } = measured;
      const understood = {
        value: { type: 'quantity', value, unit, ...comparator, original },
        analyte,
        canonical: true,
      } as const;
      if (measured.fit === 'canonical') return understood;
      const text = `${name} without a unit, taken as ${unit === '' || unit === '1' ? 'a plain number' : unit}`;
      return { ...understood, wrong: { code: 'unit-unknown', severity: 'information', text } };
    }
    case 'given':
      return { value: given, analyte, canonical: false };
    case 'unit-mismatch': {
      const text = `unit ${raw.written} does not fit ${name}: ${out}`;
      return { value: given, canonical: false, wrong: { code: 'unit-mismatch', severity: 'warning', text } };
    }
    case 'unit-unknown': {
      const text = `${name} without a unit, which its value does not tell: ${out}`;
      return { value: given, canonical: false, wrong: { code: 'unit-unknown', severity: 'warning', text } };
    }
    case 'implausible': {
      const text = `${name} has a value that nobody can have: ${out}`;
      return { value: given, canonical: false, wrong: { code: 'value-implausible', severity: 'warning', text } };
    }
  }
}

/** Words that laboratories write in place of a code of HL7. */
const WORDS: Readonly<Record<string, string>> = table({
  high: 'h',
  low: 'l',
  normal: 'n',
  abnormal: 'a',
  positive: 'pos',
  negative: 'neg',
  'critical high': 'hh',
  'critically high': 'hh',
  'critical low': 'll',
  'critically low': 'll',
  '*': 'a',
});

/** The codes of `interpretation`, lower case: `h`, `l`, `n`, `pos`. */
function interpretationOf(json: Json): string[] | undefined {
  const codes = objects(json, 'interpretation').flatMap((concept) => {
    const own = codingsOf(concept).map(({ code }) => code.toLowerCase());
    const text = string(concept, 'text')?.toLowerCase();
    return own.length > 0 ? own : text === undefined ? [] : [WORDS[text] ?? text];
  });
  const plain = string(json, 'interpretation')?.toLowerCase();
  if (plain !== undefined) codes.push(WORDS[plain] ?? plain);
  return codes.length > 0 ? [...new Set(codes)] : undefined;
}

/** Observation categories of HL7, and what stands in their place. */
const KINDS: ReadonlyMap<string, EventKind> = new Map<string, EventKind>([
  ['laboratory', 'lab'],
  ['lab', 'lab'],
  ['vital-signs', 'vital'],
  ['vital-sign', 'vital'],
  ['social-history', 'social'],
]);

/** lab, vital or social: by the category, else by what is measured, else by what the category comes near to. */
export function kindOfResult(categories: readonly string[], { analyte, value }: Result, known?: AnalyteId): EventKind {
  for (const category of categories) {
    const kind = KINDS.get(category);
    if (kind) return kind;
  }
  const measured = analyte ?? known;
  if (measured !== undefined) return kindOfAnalyte(measured);
  if (categories.includes('imaging')) return 'imaging';
  if (categories.includes('survey') || categories.includes('activity')) return 'social';
  return categories.length === 0 && value?.type === 'quantity' ? 'lab' : 'vital';
}

/** The code of `dataAbsentReason`, lower case. */
export function absentCode(json: Json): string | undefined {
  return codeOf(json, 'dataAbsentReason');
}

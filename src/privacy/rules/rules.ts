import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { ProdromeError } from '../../errors.ts';
import type { PersonNumbers } from '../patient/persons.ts';
import { faultOfPath } from './check.ts';

/** The rules that ship with Prodrome: HIPAA Safe Harbor. */
export const SAFE_HARBOR = fileURLToPath(new URL('../../../privacy/safe-harbor.yaml', import.meta.url));

/**
 * What is done to a value. `generalize` has an `as`: `year`, `month`, `zip3`, `state`, `country`, `birthDate` (shifted, and 90 or older
 * as one), `age90`, `round` (to a multiple of `step`). `perturb` adds noise within plus or minus `spread` of the value.
 * `scrubText` has an `as`, too: `text` (all of it), `coded` (a display of a code), `display` (of a reference).
 */
export const METHODS = [
  'keep',
  'redact',
  'generalize',
  'dateShift',
  'perturb',
  'cryptoHash',
  'encrypt',
  'substitute',
  'scrubText',
] as const;
export type Method = (typeof METHODS)[number];

const ruleSchema = z.strictObject({
  path: z.union([z.string(), z.array(z.string()).min(1)]),
  method: z.enum(METHODS),
  /** Which of Safe Harbor's identifiers, in the report. */
  category: z.string().optional(),
  as: z
    .enum(['year', 'month', 'zip3', 'state', 'country', 'birthDate', 'age90', 'round', 'text', 'coded', 'display'])
    .optional(),
  step: z.number().positive().optional(),
  spread: z.number().positive().max(1).optional(),
  with: z.union([z.string(), z.number(), z.boolean()]).optional(),
  why: z.string().optional(),
});

const fileSchema = z.strictObject({
  name: z.string().min(1),
  source: z.string().optional(),
  /** Dates move by a whole number of days between these, forward or back. */
  shiftDays: z.strictObject({ least: z.int().positive(), most: z.int().positive() }),
  /** Systems and addresses that are the same everywhere begin so; all others are hashed. */
  standardSystems: z.array(z.string()),
  /** Three-digit areas of 20,000 or fewer people; `use` names the lists that hold. */
  zip3: z.strictObject({
    use: z.array(z.string()).min(1),
    lists: z.record(z.string(), z.strictObject({ source: z.string(), areas: z.array(z.string().regex(/^\d{3}$/)) })),
  }),
  /** Which numbers say that patients of several sources are one person: see patient/persons.ts. */
  persons: z
    .strictObject({
      types: z.array(z.string().min(1)).default([]),
      systems: z.array(z.union([z.string().min(1), z.array(z.string().min(1)).min(1)])).default([]),
    })
    .default({ types: ['MR'], systems: [] }),
  rules: z.array(ruleSchema).min(1),
});

export interface Rule {
  /** One expression; a rule of the file with several is several. */
  readonly path: string;
  readonly method: Method;
  readonly category?: string | undefined;
  readonly as?: z.infer<typeof ruleSchema>['as'];
  readonly step?: number | undefined;
  readonly spread?: number | undefined;
  readonly with?: string | number | boolean | undefined;
}

export interface RuleSet {
  readonly name: string;
  readonly sha256: string;
  readonly shiftDays: { readonly least: number; readonly most: number };
  readonly standardSystems: readonly string[];
  readonly smallZip3: ReadonlySet<string>;
  readonly persons: PersonNumbers;
  /** In order: the first that names an element, or what it is part of, decides. */
  readonly rules: readonly Rule[];
}

/** @throws ProdromeError `rules-invalid`, `input-missing` */
export function loadRules(path: string = SAFE_HARBOR): RuleSet {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new ProdromeError('input-missing', { path });
  }
  return rulesOf(text, path);
}

/** @throws ProdromeError `rules-invalid` */
export function rulesOf(text: string, path: string): RuleSet {
  const document = parseDocument(text);
  const [broken] = document.errors;
  if (broken) throw invalid(path, broken.message.split('\n')[0] ?? 'not YAML');
  const parsed = fileSchema.safeParse(document.toJS());
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw invalid(`${path} ${issue?.path.join('.') ?? ''}`, issue?.message ?? 'not valid');
  }
  const { name, shiftDays, standardSystems, zip3, persons, rules } = parsed.data;
  if (shiftDays.least > shiftDays.most) throw invalid(`${path} shiftDays`, 'least is more than most');
  const areas = zip3.use.map((list) => {
    const found = Object.hasOwn(zip3.lists, list) ? zip3.lists[list] : undefined;
    if (!found) throw invalid(`${path} zip3.use`, `no list ${list}`);
    return found.areas;
  });
  for (const [index, { path: paths }] of rules.entries())
    for (const each of [paths].flat()) {
      const fault = faultOfPath(each);
      if (fault !== undefined) throw invalid(`${path} rules.${index} (${each})`, fault);
    }
  return {
    name,
    sha256: createHash('sha256').update(text).digest('hex'),
    shiftDays,
    standardSystems,
    smallZip3: new Set(areas.flat()),
    persons,
    rules: rules.flatMap(({ path: paths, why: _, ...rule }, index) => {
      checkRule(rule, `${path} rules.${index}`);
      return [paths].flat().map((each): Rule => ({ ...rule, path: each }));
    }),
  };
}

function checkRule(rule: Omit<Rule, 'path'>, where: string): void {
  const generalizations = ['year', 'month', 'zip3', 'state', 'country', 'birthDate', 'age90', 'round'];
  if (rule.method === 'generalize' && !generalizations.includes(rule.as ?? ''))
    throw invalid(where, `generalize needs as: ${generalizations.join(', ')}`);
  if (rule.as === 'round' && rule.step === undefined) throw invalid(where, 'as: round needs a step');
  if (rule.method === 'perturb' && rule.spread === undefined) throw invalid(where, 'perturb needs a spread');
  if (rule.method === 'substitute' && rule.with === undefined) throw invalid(where, 'substitute needs with');
}

function invalid(where: string, why: string): ProdromeError {
  return new ProdromeError('rules-invalid', { where, why });
}

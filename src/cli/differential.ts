import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { ProdromeError } from '../errors.ts';
import type { PhenotypeCase } from '../findings/index.ts';
import { knowledgeHome, loadHpo, loadKnowledge } from '../knowledge/index.ts';
import {
  type CaseResult,
  hpoOf,
  inTerms,
  type ResultOptions,
  rank,
  resultOf,
  type Setting,
  withShelf,
} from '../reasoning/index.ts';
import { type Incoming, incomingCases } from './differential-input.ts';
import { interview } from './differential-interview.ts';
import { textOf } from './differential-text.ts';

const FORMATS = ['text', 'json'] as const;

/** `prodrome differential`: one result a case, in the order of the input, as soon as it is known. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      top: { type: 'string', default: '10' },
      format: { type: 'string', default: 'text' },
      why: { type: 'string' },
      next: { type: 'string' },
      together: { type: 'string' },
      sources: { type: 'string' },
      setting: { type: 'string' },
      priors: { type: 'string' },
      undescribed: { type: 'string' },
      hpo: { type: 'string', default: knowledgeHome() },
      interactive: { type: 'boolean' },
    },
  });
  const format = FORMATS.find((each) => each === values.format);
  if (!format) throw new ProdromeError('usage', { why: `--format is one of ${FORMATS.join(', ')}` });
  const setting = SETTINGS.find((each) => each === values.setting);
  if (values.setting !== undefined && !setting) {
    throw new ProdromeError('usage', { why: `--setting is one of ${SETTINGS.join(', ')}` });
  }
  const sources = values.sources?.split(',').map((each) => each.trim().toLowerCase());
  const knowledge = loadKnowledge();
  const options: ResultOptions = {
    top: wholeNumber('--top', values.top, 1, 20_000),
    ...(values.why === undefined ? {} : { why: values.why }),
    ...(values.next === undefined ? {} : { questions: wholeNumber('--next', values.next, 1, 100) }),
    ...(values.together === undefined
      ? {}
      : { together: TOGETHER[wholeNumber('--together', values.together, 1, 3) - 1] ?? 1 }),
    ...(sources === undefined ? {} : { sources: sources.filter((each) => each !== SHELF_SOURCE) }),
    toHpo: hpoOf(knowledge),
    ...(values.priors === undefined ? {} : { priors: readPriors(values.priors) }),
    ...(values.undescribed === undefined ? {} : { undescribed: share('--undescribed', values.undescribed) }),
  };
  if (positionals.length === 0 && !values.interactive) {
    throw new ProdromeError('usage', { why: 'give the FILE of a case, or - for standard input' });
  }
  const index = loadHpo(values.hpo);
  const differentialWith = (raw: PhenotypeCase, more: ResultOptions, where: Setting): CaseResult => {
    const given = inTerms(raw, index, knowledge);
    const ranking = rank(index, given, more);
    const result = resultOf(index, ranking, more);
    if (sources && !sources.includes(SHELF_SOURCE)) return result;
    return withShelf(result, index, given, ranking, knowledge, where, more.top ?? 10);
  };
  if (values.interactive) {
    const [first] = positionals;
    const start = first === undefined ? undefined : await firstCase(first);
    const where = setting ?? (start ? settingOf(start) : 'general');
    return interview(start, (given, questions) => differentialWith(given, { ...options, questions }, where));
  }
  const differential = (given: PhenotypeCase) => differentialWith(given, options, setting ?? settingOf(given));
  let failed = 0;
  for (const path of positionals) {
    for await (const incoming of incomingCases(path)) {
      if ('why' in incoming) failed++;
      const result = resultFor(incoming, differential);
      await write(format === 'json' ? `${JSON.stringify(result)}\n` : textOf(result));
    }
  }
  if (failed > 0) console.error(`prodrome: ${failed} entries of the input hold no case; they are marked in the output`);
  return failed > 0 ? 1 : 0;
}

const TOGETHER = [1, 2, 3] as const;
const SETTINGS = ['rare', 'general'] as const satisfies readonly Setting[];
const SHELF_SOURCE = 'shelf';

/** Whoever writes HPO terms alone asks about a rare disease; the shelf's own findings come from anybody's record. */
const settingOf = ({ findings }: PhenotypeCase): Setting =>
  findings.every(({ term }) => /^HP[:_]/i.test(term)) ? 'rare' : 'general';

/** An entry that is no case gets a result that says so: one out for each one in. */
function resultFor(incoming: Incoming, of: (given: PhenotypeCase) => CaseResult): CaseResult | Unreadable {
  if ('given' in incoming) return of(incoming.given);
  const { place, why } = incoming;
  return { id: place, ranked: [], issues: [{ code: 'unreadable', message: `${place}: ${why}` }] };
}

/** What stands for an entry of the input that is no case. */
export interface Unreadable {
  readonly id: string;
  readonly ranked: readonly [];
  readonly issues: readonly [{ readonly code: 'unreadable'; readonly message: string }];
}

async function firstCase(path: string): Promise<PhenotypeCase> {
  for await (const incoming of incomingCases(path)) {
    if ('given' in incoming) return incoming.given;
    throw new ProdromeError('case-unreadable', { path, why: incoming.why });
  }
  throw new ProdromeError('case-unreadable', { path, why: 'it is empty' });
}

/** Writes, and waits while the reader is slower. */
async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await new Promise<void>((resolve) => process.stdout.once('drain', () => resolve()));
}

const priorsSchema = z.record(z.string(), z.number().gt(0).lt(1));

/** @throws ProdromeError `usage` when the file is not `{ "OMIM:154700": 0.0002 }` */
function readPriors(path: string): ReadonlyMap<string, number> {
  try {
    return new Map(Object.entries(priorsSchema.parse(JSON.parse(readFileSync(path, 'utf8')))));
  } catch {
    throw new ProdromeError('usage', { why: `--priors ${path} is not a JSON object of disease ids and probabilities` });
  }
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new ProdromeError('usage', { why: `${name} is a whole number from ${least} to ${most}` });
}

function share(name: string, text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value < 1) return value;
  throw new ProdromeError('usage', { why: `${name} is a share from 0 to below 1` });
}

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { type Cell, type Criteria, cohortOf, countText, followedBy } from '../corpus/index.ts';
import { ProdromeError } from '../errors.ts';
import { fileError } from './failure.ts';

/** `prodrome corpus cohort`. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      has: { type: 'string', multiple: true },
      'has-not': { type: 'string', multiple: true },
      sex: { type: 'string' },
      age: { type: 'string' },
      years: { type: 'string', default: '5' },
      format: { type: 'string', default: 'text' },
    },
  });
  const [folder, file] = positionals;
  const years = Number(values.years);
  const isAsked = [values.has, values['has-not'], values.sex, values.age].some((each) => each !== undefined);
  if (!folder || (file === undefined ? values.has === undefined : isAsked) || positionals.length > 2)
    throw new ProdromeError('usage', { why: 'give DIR and either CRITERIA.yaml or --has CODE' });
  if (!(years > 0 && years <= 100))
    throw new ProdromeError('usage', { why: `--years ${values.years} is not from 0 to 100` });
  if (!['text', 'json'].includes(values.format)) throw new ProdromeError('usage', { why: '--format is text or json' });
  const criteria = file === undefined ? criteriaOf(values) : readCriteria(file);
  const cohort = await cohortOf(folder, criteria);
  const followed = await followedBy(folder, criteria, { years });
  if (values.format === 'json') {
    console.log(JSON.stringify({ ...cohort, years, followed }, null, 2));
    return 0;
  }
  const cells = (title: string, list: readonly Cell[]) => {
    if (list.length > 0)
      console.log(`${title}: ${list.map(({ name, people }) => `${name} ${countText(people)}`).join(', ')}`);
  };
  console.log(`${countText(cohort.people)} people`);
  for (const { criterion, people } of cohort.steps) console.log(`  ${criterion}: ${countText(people)}`);
  cells('sex', cohort.sex);
  cells('age', cohort.ages);
  cells('years', cohort.years);
  if (followed.length > 0) console.log(`for the first time within ${years} years after:`);
  for (const { code, description, people, share } of followed) {
    const part = share === undefined ? '' : ` (${(share * 100).toFixed(0)} %)`;
    console.log(`  ${countText(people)}${part} ${description || code}`);
  }
  return 0;
}

/** Criteria from the command line; what is wrong with them, `cohortOf` says. */
function criteriaOf(options: {
  readonly has?: readonly string[];
  readonly 'has-not'?: readonly string[];
  readonly sex?: string;
  readonly age?: string;
}): Criteria {
  const { has = [], 'has-not': hasNot = [], sex, age } = options;
  const [, from, to] = /^(\d{1,3})-(\d{1,3})$/.exec(age ?? '') ?? [];
  if (age !== undefined && from === undefined) throw new ProdromeError('usage', { why: `--age ${age}: write 40-70` });
  if (sex !== undefined && sex !== 'F' && sex !== 'M') throw new ProdromeError('usage', { why: '--sex is F or M' });
  return {
    has: has.map((code) => ({ code })),
    hasNot: hasNot.map((code) => ({ code })),
    ...(sex === undefined ? {} : { sex }),
    ...(age === undefined ? {} : { age: [Number(from), Number(to)] }),
  };
}

function readCriteria(path: string): Criteria {
  try {
    return parse(readFileSync(path, 'utf8')) as Criteria;
  } catch (error) {
    throw (
      fileError(error, 'read', path) ?? new ProdromeError('corpus-criteria-invalid', { why: `${path} is not YAML` })
    );
  }
}

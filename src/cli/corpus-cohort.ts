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
    options: { years: { type: 'string', default: '5' }, format: { type: 'string', default: 'text' } },
  });
  const [folder, file] = positionals;
  const years = Number(values.years);
  if (!folder || !file || positionals.length > 2)
    throw new ProdromeError('usage', { why: 'give DIR and CRITERIA.yaml' });
  if (!(years > 0 && years <= 100))
    throw new ProdromeError('usage', { why: `--years ${values.years} is not from 0 to 100` });
  if (!['text', 'json'].includes(values.format)) throw new ProdromeError('usage', { why: '--format is text or json' });
  const criteria = readCriteria(file);
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
  if (followed.length > 0) console.log(`for the first time within ${years} years after:`);
  for (const { code, description, people, share } of followed) {
    const part = share === undefined ? '' : ` (${(share * 100).toFixed(0)} %)`;
    console.log(`  ${countText(people)}${part} ${description || code}`);
  }
  return 0;
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

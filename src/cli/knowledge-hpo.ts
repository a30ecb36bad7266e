import { parseArgs } from 'node:util';
import { ProdromeError } from '../errors.ts';
import {
  buildIndex,
  fetchRelease,
  HPO_RELEASES,
  knowledgeHome,
  readReleaseFolder,
  saveHpo,
} from '../knowledge/index.ts';

/** `prodrome knowledge add hpo`: reads a release, builds its index, and says what is in it and what was left out. */
export async function addHpo(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { from: { type: 'string', default: HPO_RELEASES }, to: { type: 'string', default: knowledgeHome() } },
  });
  const [what, ...more] = positionals;
  if (what !== 'hpo' || more.length > 0) throw new ProdromeError('usage', { why: 'say add hpo: it is the one source' });
  const release = /^https?:\/\//.test(values.from) ? await fetchRelease(values.from) : readReleaseFolder(values.from);
  const { index, annotations, faults } = buildIndex(release);
  if (index.diseases.length === 0) {
    throw new ProdromeError('hpo-source', { from: values.from, why: 'no disease in it has a known finding' });
  }
  const path = saveHpo(index, values.to);
  for (const fault of faults) console.error(`left out: ${fault}`);
  const stated = index.annotated.frequencies.reduce((sum, code) => sum + (code === 0 ? 0 : 1), 0);
  console.log(
    `HPO ${index.version}: ${index.termIds.length} terms, ${index.diseases.length} diseases, ${annotations} annotations ` +
      `(${Math.round((100 * stated) / Math.max(1, annotations))} % with a frequency) in ${path}\n${index.licence}`,
  );
  return 0;
}

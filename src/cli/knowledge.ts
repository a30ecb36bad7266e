import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ProdromeError } from '../errors.ts';
import { faultsOf, knowledgeJsonSchemas, lint, readKnowledge, SHELF } from '../knowledge/index.ts';
import { addHpo } from './knowledge-hpo.ts';

/** `prodrome knowledge check`: every fault a line; exit 1 if there is one. */
export async function run(args: string[]): Promise<number> {
  if (args[0] === 'add') return addHpo(args.slice(1));
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { lint: { type: 'boolean' } } });
  const [verb, folder = SHELF] = positionals;
  if (verb === 'schema') return writeSchemas(join(folder, 'schema'));
  if (verb !== 'check') throw new ProdromeError('usage', { why: 'say check, schema or add hpo' });
  const { data, faults: unreadable, version } = readKnowledge(folder);
  const faults = [...unreadable, ...faultsOf(data)];
  if (data.conditions.length + faults.length === 0) faults.push({ where: folder, why: 'no conditions/*.yaml in it' });
  for (const { where, why } of faults) console.error(`${where}: ${why}`);
  const advice = lint(data);
  if (values.lint) for (const { where, why } of advice) console.log(`${where}: ${why}`);
  console.log(
    `knowledge ${version}: ${data.conditions.length} conditions, ${data.findings.length} findings, ` +
      `${data.tests.length} tests, ${data.followUps.length} follow-up rules, ${data.incidentals?.length ?? 0} tables of chance findings, ` +
      `${Object.keys(data.sources).length} sources, ${data.lexicon.length} more words of notes, ${faults.length} faults, ${advice.length} weak points`,
  );
  return faults.length === 0 ? 0 : 1;
}

function writeSchemas(folder: string): number {
  mkdirSync(folder, { recursive: true });
  for (const [name, schema] of Object.entries(knowledgeJsonSchemas())) {
    writeFileSync(join(folder, name), `${JSON.stringify(schema, null, 2)}\n`);
  }
  return 0;
}

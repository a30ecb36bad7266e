/**
 * A process of its own: loads the shelf (from its cache) and makes the lexicon, once; prints milliseconds and the number of terms.
 * `own` is the processor time of the thread that waits for it: the clock of a machine with nothing else to do. `cpu` counts the
 * compiler and the collector of garbage beside it, too.
 */
import { entriesOf, lexiconOf } from '../../src/findings/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';

const knowledge = loadKnowledge();
const cpu = process.cpuUsage();
const thread = process.threadCpuUsage();
const start = performance.now();
lexiconOf(knowledge);
const wall = performance.now() - start;
const own = milliseconds(process.threadCpuUsage(thread));
const all = milliseconds(process.cpuUsage(cpu));
const { findings, conditions, tests, lexicon } = knowledge;
const concepts = findings.size + conditions.size + tests.size + lexicon.size;
console.log(JSON.stringify({ wall, own, cpu: all, terms: entriesOf(knowledge).length, concepts }));

function milliseconds({ user, system }: { readonly user: number; readonly system: number }): number {
  return (user + system) / 1000;
}

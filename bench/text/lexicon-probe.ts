/** A process of its own: loads the shelf (from its cache) and makes the lexicon, once; prints milliseconds and the number of terms. */
import { entriesOf, lexiconOf } from '../../src/findings/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';

const knowledge = loadKnowledge();
const cpu = process.cpuUsage();
const start = performance.now();
lexiconOf(knowledge);
const wall = performance.now() - start;
const { user, system } = process.cpuUsage(cpu);
const { findings, conditions, tests, lexicon } = knowledge;
const concepts = findings.size + conditions.size + tests.size + lexicon.size;
console.log(JSON.stringify({ wall, cpu: (user + system) / 1000, terms: entriesOf(knowledge).length, concepts }));

import { createInterface } from 'node:readline/promises';
import type { PhenotypeCase, PhenotypeFinding } from '../findings/index.ts';
import type { HpoIndex } from '../knowledge/index.ts';
import { type ResultOptions, rank, resultOf } from '../reasoning/index.ts';
import { table } from '../table.ts';
import { textOf } from './differential-text.ts';

const ANSWERS: Readonly<Record<string, PhenotypeFinding['presence'] | 'unknown' | 'stop'>> = table({
  y: 'present',
  yes: 'present',
  n: 'absent',
  no: 'absent',
  u: 'unknown',
  '?': 'unknown',
  '': 'unknown',
  q: 'stop',
  quit: 'stop',
});
/** More than can be asked in one sitting. */
const MOST_QUESTIONS = 100;

/** Asks the next question again and again, until the person has no more answers; then shows what follows. */
export async function interview(
  index: HpoIndex,
  start: PhenotypeCase | undefined,
  options: ResultOptions,
): Promise<number> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const lines = terminal[Symbol.asyncIterator]();
  const ask = async (text: string): Promise<string | undefined> => {
    process.stdout.write(text);
    const { value, done } = await lines.next();
    return done === true ? undefined : value.trim();
  };
  let given: PhenotypeCase = start ?? (await opening(ask));
  const skipped = new Set<string>();
  for (let asked = 0; asked < MOST_QUESTIONS; asked++) {
    const result = resultOf(index, rank(index, given, options), { ...options, questions: 20 });
    const question = result.next?.find(({ finding }) => !skipped.has(finding));
    const leading = result.ranked.slice(0, 3).map(({ name, posterior }) => `${name} ${Math.round(100 * posterior)} %`);
    process.stdout.write(`\nNow: ${leading.join('; ')}\n`);
    if (!question) break;
    const answer = await ask(`${question.name} (${question.kind})? yes, no, unknown, quit: `);
    const meaning = answer === undefined ? 'stop' : ANSWERS[answer.toLowerCase()];
    if (meaning === 'stop') break;
    skipped.add(question.finding);
    if (meaning === undefined) process.stdout.write('Answer y, n, u or q.\n');
    else if (meaning !== 'unknown') {
      given = { ...given, findings: [...given.findings, { term: question.finding, presence: meaning, asked: true }] };
    }
    if (meaning === undefined) skipped.delete(question.finding);
  }
  terminal.close();
  process.stdout.write(`\n${textOf(resultOf(index, rank(index, given, options), options))}`);
  return 0;
}

async function opening(ask: (text: string) => Promise<string | undefined>): Promise<PhenotypeCase> {
  const text =
    (await ask('What is known? Findings by name or HPO id, separated by ; (no … for what is absent): ')) ?? '';
  const findings = text
    .split(';')
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map((each): PhenotypeFinding => {
      const absent = /^no\s+/i.exec(each);
      return { term: each.slice(absent?.[0].length ?? 0), presence: absent ? 'absent' : 'present' };
    });
  return { id: 'interview', findings, notes: [] };
}

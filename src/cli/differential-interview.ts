import { createInterface } from 'node:readline/promises';
import type { PhenotypeCase, PhenotypeFinding } from '../findings/index.ts';
import { type CaseResult, lowerFirst } from '../reasoning/index.ts';
import { table } from '../table.ts';
import { percent, textOf } from './differential-text.ts';

type Answer = PhenotypeFinding['presence'] | 'unknown' | 'undo' | 'list' | 'stop';
type Question = NonNullable<CaseResult['next']>[number];

const ANSWERS: Readonly<Record<string, Answer>> = table<Answer>({
  y: 'present',
  yes: 'present',
  n: 'absent',
  no: 'absent',
  u: 'unknown',
  unknown: 'unknown',
  "don't know": 'unknown',
  '?': 'unknown',
  '': 'unknown',
  b: 'undo',
  back: 'undo',
  undo: 'undo',
  l: 'list',
  list: 'list',
  q: 'stop',
  quit: 'stop',
  stop: 'stop',
});
const HELP =
  'Answer y (yes), n (no), u or Enter (not known), undo, list, q (stop); “+ fever” or “- fever” tells a finding of your own.';
/** More than can be asked in one sitting. */
const MOST_QUESTIONS = 100;
/** How many conditions are told after each answer. */
const SHOWN = 3;

/** What has been said so far, and which questions are settled, one state an answer: undo goes back by one. */
interface Sitting {
  readonly given: PhenotypeCase;
  readonly settled: ReadonlySet<string>;
}

/** The differential of a case, with that many questions. */
export type Differential = (given: PhenotypeCase, questions: number) => CaseResult;

/** Asks the next question again and again until the person stops, telling after each answer what it changed; then shows what follows. */
export async function interview(start: PhenotypeCase | undefined, differential: Differential): Promise<number> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const lines = terminal[Symbol.asyncIterator]();
  const ask = async (text: string): Promise<string | undefined> => {
    process.stdout.write(text);
    const { value, done } = await lines.next();
    return done === true ? undefined : value.trim();
  };
  const say = (text: string) => process.stdout.write(`${text}\n`);
  const sittings: Sitting[] = [{ given: start ?? (await opening(ask, say)), settled: new Set() }];
  say(HELP);
  let before: CaseResult | undefined;
  for (let asked = 0; asked < MOST_QUESTIONS; ) {
    const now = sittings.at(-1);
    if (!now) break;
    const result = differential(now.given, now.settled.size + 1);
    say(changesOf(before, result));
    before = result;
    const question = result.next?.find(({ finding }) => !now.settled.has(finding));
    const next = question ? await answered(ask, say, question, result) : await atTheEnd(ask);
    if (next === undefined) break;
    if (next === 'undo') {
      if (sittings.length > 1) sittings.pop();
      else say('There is nothing to undo.');
      continue;
    }
    asked++;
    sittings.push(after(now, question?.finding, next));
  }
  terminal.close();
  const { given } = sittings.at(-1) ?? {};
  if (given) process.stdout.write(`\n${textOf(differential(given, 0))}`);
  return 0;
}

/** The state after an answer, or after findings that were told instead of one. */
function after({ given, settled }: Sitting, finding: string | undefined, next: Told): Sitting {
  if (typeof next !== 'string') return { given: { ...given, findings: [...given.findings, ...next] }, settled };
  if (finding === undefined) return { given, settled };
  const findings = next === 'unknown' ? [] : [{ term: finding, presence: next, asked: true as const }];
  return {
    given: { ...given, findings: [...given.findings, ...findings] },
    settled: new Set([...settled, finding]),
  };
}

type Told = PhenotypeFinding['presence'] | 'unknown' | readonly PhenotypeFinding[];

/** The answer to a question, asked again until it is one; undefined to stop. */
async function answered(
  ask: (text: string) => Promise<string | undefined>,
  say: (text: string) => void,
  question: Question,
  result: CaseResult,
): Promise<Told | 'undo' | undefined> {
  for (;;) {
    const text = await ask(`${inWords(question)} `);
    if (text === undefined) return undefined;
    if (/^[+-]\s*\S/.test(text)) return toldIn(text.replace(/^\+/, ''));
    const answer = ANSWERS[text.toLowerCase()];
    if (answer === 'stop') return undefined;
    if (answer === 'list') say(textOf(result).trimEnd());
    else if (answer === undefined) say(HELP);
    else return answer;
  }
}

/** When no question is left, an answer may still be taken back, or a finding told. */
async function atTheEnd(ask: (text: string) => Promise<string | undefined>): Promise<Told | 'undo' | undefined> {
  const text = await ask('Nothing more to ask would change the list. Undo, “+ finding”, or Enter to finish: ');
  if (text !== undefined && /^[+-]\s*\S/.test(text)) return toldIn(text.replace(/^\+/, ''));
  return text !== undefined && ANSWERS[text.toLowerCase()] === 'undo' ? 'undo' : undefined;
}

/** A question as one would ask it of a patient or of the record. */
function inWords({ name, kind }: Question): string {
  const what = lowerFirst(name);
  const words: Readonly<Record<Question['kind'], string>> = {
    history: `From the history: ${what}?`,
    examination: `On examination: ${what}?`,
    laboratory: `In the laboratory: ${what}?`,
    imaging: `On imaging: ${what}?`,
    procedure: `From a procedure (endoscopy, biopsy, …): ${what}?`,
  };
  return words[kind];
}

/** The first of the list, and how the last answer moved each. */
function changesOf(before: CaseResult | undefined, now: CaseResult): string {
  const was = new Map(before?.ranked.map(({ id, posterior }) => [id, posterior]));
  const leading = now.ranked.slice(0, SHOWN).map(({ id, name, posterior }) => {
    const earlier = was.get(id);
    const change =
      before === undefined || percent(earlier ?? 0) === percent(posterior)
        ? ''
        : earlier === undefined
          ? ' (new)'
          : ` (was ${percent(earlier)})`;
    return `${name} ${percent(posterior)}${change}`;
  });
  const first = new Set(now.ranked.slice(0, SHOWN).map(({ id }) => id));
  const left = before?.ranked.slice(0, SHOWN).filter(({ id }) => !first.has(id)) ?? [];
  const lines = [`\nNow: ${leading.join('; ') || 'nothing that is known fits'}`];
  if (left.length > 0) lines.push(`No longer among the first ${SHOWN}: ${left.map(({ name }) => name).join('; ')}`);
  if (now.abstain.advised) lines.push(now.abstain.statement);
  const fresh = now.issues.filter(
    ({ code, message }) => code !== 'unmapped' && !before?.issues.some((each) => each.message === message),
  );
  return [...lines, ...fresh.map(({ message }) => `! ${message}`)].join('\n');
}

async function opening(
  ask: (text: string) => Promise<string | undefined>,
  say: (text: string) => void,
): Promise<PhenotypeCase> {
  const ageYears = await asked(ask, say, 'Age in years (Enter: not known): ', (text) => {
    const age = Number(text);
    return text !== '' && age >= 0 && age <= 130 ? age : undefined;
  });
  const sex = await asked(ask, say, 'Sex, f or m (Enter: not known): ', (text) => SEXES[text.toLowerCase()]);
  const text =
    (await ask('What is known? Findings in plain words or by HPO id, separated by ; (no … for what is absent): ')) ??
    '';
  return {
    id: 'interview',
    findings: toldIn(text),
    notes: [],
    ...(ageYears === undefined ? {} : { ageYears }),
    ...(sex === undefined ? {} : { sex }),
  };
}

const SEXES = table<'female' | 'male'>({
  f: 'female',
  female: 'female',
  w: 'female',
  woman: 'female',
  m: 'male',
  male: 'male',
  man: 'male',
});

/** What a text means; asked again where it means nothing, left open where it is empty. */
async function asked<T>(
  ask: (text: string) => Promise<string | undefined>,
  say: (text: string) => void,
  prompt: string,
  meaningOf: (text: string) => T | undefined,
): Promise<T | undefined> {
  for (;;) {
    const text = await ask(prompt);
    if (text === undefined || text === '') return undefined;
    const meaning = meaningOf(text);
    if (meaning !== undefined) return meaning;
    say('That is not understood.');
  }
}

/** Findings separated by `;`; `no …` or `-` before what is absent. */
const toldIn = (text: string): PhenotypeFinding[] =>
  text
    .split(';')
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map((each): PhenotypeFinding => {
      const absent = /^(no\s+|-\s*)/i.exec(each);
      return { term: each.slice(absent?.[0].length ?? 0), presence: absent ? 'absent' : 'present' };
    });

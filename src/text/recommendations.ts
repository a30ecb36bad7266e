import { ACTION_WORDS, REGION_WORDS, SPECIALTY_WORDS, type Wording } from './actions.ts';
import { withinDaysIn } from './intervals.ts';
import { type Measures, type Named, namesIn } from './measure-names.ts';
import type { Recommendation } from './mention.ts';
import type { Sentence } from './structure.ts';
import { BREAK, MARK, NUMBER, type Tokens, WORD } from './tokens.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
/** Ask for something wherever they stand in the clause. */
const ASKS = words(
  'recommend recommends recommended recommending recommendation suggest suggests suggested advise advised advises consider considers should needs need warrants warranted indicated arrange order schedule obtain worth please benefit chase ask organise organize request must',
);
/** Ask for something when they begin the clause. */
const BEGINS = words(
  'repeat recheck rpt rechk re-check refer check rv review f fu rtc follow followup monitor return reassess re-evaluate see send retest redo rept rpts plan for',
);
const REPEATS = words('repeat recheck rpt rechk retest redo rept reassess monitor check re-check recheck.');
/** The thing is arranged. */
const BOOKED = words(
  'booked requested ordered arranged sent scheduled organised organized appt placed submitted pending awaited awaiting made',
);
/** The thing is past, or is its own result. */
const PAST = words(
  'was were had done showed shows showing shown normal nl neg negative positive clear reported revealed saw seen attended declined declines refused never ago yesterday performed completed since similar unremarkable utd ok fine confirms confirmed demonstrated demonstrates underwent stable unchanged compared is are noted',
);
const NEVER = words(
  "no not nil never without don't doesn't didn't cannot declined declines cancelled canceled unnecessary",
);
const PLANS = new Set(['plan', 'assessment-plan']);
const SPEAKERS = words('gp pcp pmd will to should can please you patient pt we i');

/** Recommendations and plans in the sentences of a note. Drug plans, advice on habits and things already done are left out. */
export function recommendationsIn(
  tokens: Tokens,
  sentences: readonly Sentence[],
  measures: Measures | undefined,
  report: boolean,
): Recommendation[] {
  const found: Recommendation[] = [];
  let before: Sentence | undefined;
  for (const sentence of sentences) {
    readSentence(tokens, sentence, before, measures, report, found);
    before = sentence;
  }
  return found;
}

interface Clause {
  readonly from: number;
  readonly to: number;
}

function readSentence(
  tokens: Tokens,
  sentence: Sentence,
  before: Sentence | undefined,
  measures: Measures | undefined,
  report: boolean,
  found: Recommendation[],
): void {
  const { section } = sentence;
  if (section === 'technique' || section === 'comparison' || section === 'family-history' || section === 'indication')
    return;
  const plan = PLANS.has(section ?? '');
  let asked = false;
  const clauses = clausesOf(tokens, sentence.from, sentence.to);
  const conditional = isConditional(tokens, sentence.from, sentence.to);
  for (const clause of clauses) {
    const start = firstWord(tokens, clause);
    const asks = asksIn(tokens, clause, start);
    if (asks === 'no') {
      asked = false;
      continue;
    }
    const action = actionIn(tokens, clause);
    const repeats = REPEATS.has(tokens.low[start] ?? '') || isAfterSpeaker(tokens, start, REPEATS);
    const names = measures
      ? namesIn(tokens, measures, clause.from, clause.to).filter(({ panel }) => panel === undefined)
      : [];
    if (!action && !repeats && !(asks === 'yes' && names.length > 0 && isTestOf(tokens, clause, names))) continue;
    const past = isPast(tokens, clause, asks === 'yes');
    const booked = bookedIn(tokens, clause);
    if (past && !booked) continue;
    const wanted =
      asks === 'yes' ||
      (asked && action !== undefined && action.means !== 'visit') ||
      (plan && action !== undefined && action.means !== 'evaluation') ||
      repeats;
    if (!wanted && !(booked && action)) continue;
    if (asks === 'yes') asked = true;
    found.push(toRecommendation(tokens, clause, sentence, before, action, names, measures, conditional, booked));
  }
  void report;
}

/** Cuts a sentence at commas, semicolons, spaced dashes and "and" before a new action; not inside brackets. */
function clausesOf(tokens: Tokens, from: number, to: number): Clause[] {
  const clauses: Clause[] = [];
  let start = from;
  let depth = 0;
  for (let at = from; at < to; at++) {
    const low = tokens.low[at] ?? '';
    const mark = tokens.kind[at] === MARK;
    if (mark && (low === '(' || low === '[')) depth++;
    else if (mark && (low === ')' || low === ']')) depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    const dash =
      mark &&
      (low === '-' || low === '->') &&
      (tokens.start[at] ?? 0) > (tokens.end[at - 1] ?? 0) &&
      (tokens.start[at + 1] ?? 0) > (tokens.end[at] ?? 0);
    const splits = mark && (low === ',' || low === ';' || low === ':' || low === '.' || dash);
    const andAction =
      low === 'and' &&
      (BEGINS.has(tokens.low[at + 1] ?? '') ||
        ASKS.has(tokens.low[at + 1] ?? '') ||
        SPEAKERS.has(tokens.low[at + 1] ?? ''));
    if (splits || andAction || tokens.kind[at] === BREAK) {
      if (at > start) clauses.push({ from: start, to: at });
      start = at + 1;
    }
  }
  if (to > start) clauses.push({ from: start, to });
  return clauses;
}

function firstWord(tokens: Tokens, clause: Clause): number {
  let at = clause.from;
  while (
    at < clause.to &&
    (tokens.kind[at] !== WORD || tokens.low[at] === 'and' || tokens.low[at] === 'then' || tokens.low[at] === 'also')
  )
    at++;
  return at;
}

function isAfterSpeaker(tokens: Tokens, start: number, verbs: ReadonlySet<string>): boolean {
  let at = start;
  while (SPEAKERS.has(tokens.low[at] ?? '') && at < start + 3) at++;
  return at > start && verbs.has(tokens.low[at] ?? '');
}

function asksIn(tokens: Tokens, clause: Clause, start: number): 'yes' | 'no' | 'perhaps' {
  for (let at = clause.from; at < clause.to; at++)
    if (NEVER.has(tokens.low[at] ?? '') && !isLater(tokens, clause, at)) return 'no';
  const low = tokens.low[start] ?? '';
  if (BEGINS.has(low) && !(low === 'for' || low === 'f')) return 'yes';
  if (low === 'f' && tokens.low[start + 1] === '/') return 'yes';
  if (isAfterSpeaker(tokens, start, BEGINS) || isAfterSpeaker(tokens, start, ASKS)) return 'yes';
  for (let at = clause.from; at < clause.to; at++) {
    const word = tokens.low[at] ?? '';
    if (word === 'if' || word === 'unless') break;
    if (
      ASKS.has(word) &&
      !(tokens.low[at - 1] === 'was' || tokens.low[at - 1] === 'were' || tokens.low[at - 1] === 'as')
    )
      return 'yes';
    if (word === 'gp' && tokens.low[at + 1] === 'to') return 'yes';
    if (word === 'to' && tokens.low[at + 1] === 'see') return 'perhaps';
  }
  return 'perhaps';
}

/** "Consider GI opinion if no response": a negation after the condition is not about the action. */
function isLater(tokens: Tokens, clause: Clause, at: number): boolean {
  for (let back = at - 1; back >= clause.from; back--) {
    const low = tokens.low[back] ?? '';
    if (low === 'if' || low === 'unless' || low === 'when' || low === 'as' || low === 'because') return true;
  }
  return (
    tokens.low[at + 1] === 'urgent' ||
    tokens.low[at + 1] === 'later' ||
    tokens.low[at - 1] === '(' ||
    tokens.low[at] === 'without'
  );
}

function longestAt(
  map: ReadonlyMap<string, readonly Wording[]>,
  tokens: Tokens,
  at: number,
  to: number,
): Wording | undefined {
  for (const wording of map.get(tokens.low[at] ?? '') ?? []) {
    if (at + wording.words.length <= to && wording.words.every((word, index) => tokens.low[at + index] === word))
      return wording;
  }
  return undefined;
}

const GENERAL = words('visit evaluation lab referral');
const WEAK = words('see clinic level levels film scan us lab fit mr review assessment');

/** The most telling action word of a clause. */
function actionIn(tokens: Tokens, clause: Clause): (Wording & { at: number }) | undefined {
  let best: (Wording & { at: number }) | undefined;
  for (let at = clause.from; at < clause.to; at++) {
    if (tokens.kind[at] !== WORD && tokens.kind[at] !== NUMBER) continue;
    const wording = longestAt(ACTION_WORDS, tokens, at, clause.to);
    if (!wording) continue;
    const only = wording.words.length === 1 ? (wording.words[0] ?? '') : '';
    const raw = tokens.text.slice(tokens.start[at], tokens.end[at]);
    if ((only === 'us' || only === 'fit' || only === 'mr' || only === 'ua') && raw !== raw.toUpperCase()) continue;
    if (only === 'see' && !specialtyIn(tokens, at, clause.to)) continue;
    if (only === 'clinic' && !specialtyIn(tokens, clause.from, clause.to)) continue;
    if (!best || rank(wording) > rank(best)) best = { ...wording, at };
    at += wording.words.length - 1;
  }
  return best;
}

function rank(wording: Wording): number {
  if (wording.means === 'visit') return 0;
  if (WEAK.has(wording.words.join(' '))) return 1;
  return GENERAL.has(wording.means) ? 2 : 3;
}

function specialtyIn(tokens: Tokens, from: number, to: number): string | undefined {
  for (let at = from; at < to; at++) {
    const wording = longestAt(SPECIALTY_WORDS, tokens, at, to);
    if (wording && !(wording.words[0] === 'id' || wording.words[0] === 'pt')) return wording.means;
  }
  return undefined;
}

function isTestOf(tokens: Tokens, clause: Clause, names: readonly Named[]): boolean {
  const first = names[0];
  if (!first) return false;
  for (let at = clause.from; at < first.from; at++) {
    if (
      REPEATS.has(tokens.low[at] ?? '') ||
      /^(?:checking|measuring|measure|check|test|testing|measurement|obtain|order)$/.test(tokens.low[at] ?? '')
    )
      return true;
  }
  return false;
}

function isPast(tokens: Tokens, clause: Clause, asked: boolean): boolean {
  for (let at = clause.from; at < clause.to; at++) {
    const low = tokens.low[at] ?? '';
    if (low === 'if' || low === 'unless') return false;
    if (!PAST.has(low)) continue;
    if (low === 'is' || low === 'are' || low === 'was' || low === 'were') {
      if (asked || BOOKED.has(tokens.low[at + 1] ?? '')) continue;
      if (low === 'is' || low === 'are') continue;
    }
    if (
      asked &&
      (low === 'since' ||
        low === 'normal' ||
        low === 'done' ||
        low === 'confirmed' ||
        low === 'performed' ||
        low === 'stable' ||
        low === 'compared' ||
        low === 'noted' ||
        low === 'seen' ||
        low === 'had' ||
        low === 'ok')
    )
      continue;
    return true;
  }
  return false;
}

function bookedIn(tokens: Tokens, clause: Clause): boolean {
  for (let at = clause.from; at < clause.to; at++)
    if (BOOKED.has(tokens.low[at] ?? '') && tokens.low[at - 1] !== 'to' && tokens.low[at - 1] !== 'be') return true;
  return false;
}

function isConditional(tokens: Tokens, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const low = tokens.low[at] ?? '';
    if (low === 'if' || low === 'unless' || (low === 'should' && at === from) || low === 'depending') return true;
  }
  return false;
}

function toRecommendation(
  tokens: Tokens,
  clause: Clause,
  sentence: Sentence,
  before: Sentence | undefined,
  action: (Wording & { at: number }) | undefined,
  names: readonly Named[],
  measures: Measures | undefined,
  conditional: boolean,
  booked: boolean,
): Recommendation {
  const targets: string[] = [];
  const put = (target: string | undefined): void => {
    if (target !== undefined && target !== '' && !targets.includes(target)) targets.push(target);
  };
  let means = action?.means ?? 'repeat';
  const specialty = specialtyIn(tokens, clause.from, clause.to);
  if (specialty !== undefined && (means === 'referral' || means === 'visit')) {
    put(specialty);
    means = 'referral';
  }
  for (const { analyte } of names) put(analyte);
  put(action?.target);
  if (means !== 'lab' && means !== 'referral')
    for (let at = clause.from; at < clause.to; at++) put(longestAt(REGION_WORDS, tokens, at, clause.to)?.means);
  if (targets.length === 0) put(specialty);
  if (targets.length === 0 && (means === 'repeat' || means === 'lab') && measures) {
    for (const { analyte, panel } of namesIn(tokens, measures, sentence.from, sentence.to))
      if (panel === undefined) put(analyte);
    if (targets.length === 0 && before)
      put(namesIn(tokens, measures, before.from, before.to).find(({ panel }) => panel === undefined)?.analyte);
  }
  if (means === 'repeat' && targets.length > 0)
    means =
      targets[0] === 'systolic-bp' || targets[0] === 'blood-pressure' || targets[0] === 'body-weight' ? 'visit' : 'lab';
  const withinDays =
    withinDaysIn(tokens, action?.at ?? clause.from, clause.to) ?? withinDaysIn(tokens, clause.from, clause.to);
  const span = [tokens.start[clause.from] ?? 0, tokens.end[clause.to - 1] ?? 0] as const;
  return {
    text: tokens.text.slice(span[0], span[1]),
    action: means,
    ...(targets[0] === undefined ? {} : { target: targets[0] }),
    ...(targets.length > 1 ? { targets } : {}),
    ...(withinDays === undefined ? {} : { withinDays }),
    conditional,
    ...(booked ? { done: 'booked' as const } : {}),
    span,
  };
}

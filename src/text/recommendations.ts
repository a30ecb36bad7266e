import { ACTION_WORDS, REGION_WORDS, SPECIALTY_WORDS, type Wording } from './actions.ts';
import { asksIn, beginsWith, isBooked, isBrief, isPast, REPEATS } from './asks.ts';
import { type Clause, clausesOf, firstWord } from './clauses.ts';
import { withinDaysIn } from './intervals.ts';
import type { Named } from './measure-names.ts';
import type { Measured } from './measurements.ts';
import type { Recommendation } from './mention.ts';
import type { Sentence } from './structure.ts';
import { NUMBER, type Tokens, WORD } from './tokens.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const PLANS = words('plan assessment-plan');
const SILENT = words(
  'technique comparison family-history indication past-medical-history past-surgical-history allergies',
);
const VITALS = words(
  'systolic-bp diastolic-bp body-weight body-height bmi heart-rate oxygen-saturation body-temperature phq-9 gad-7',
);
/** Taken as tablets as well as measured. */
const SUPPLEMENTS = words('iron folate vitamin-b12 vitamin-d calcium potassium magnesium');

/** A sentence with what was measured in it. */
export interface Read {
  readonly sentence: Sentence;
  readonly measured: Measured | undefined;
}

/** Recommendations and plans in the sentences of a note. Drug plans, advice on habits and things already done are left out. */
export function recommendationsIn(tokens: Tokens, reads: readonly Read[]): Recommendation[] {
  const found: Recommendation[] = [];
  reads.forEach(({ sentence }, index) => {
    if (!SILENT.has(sentence.section ?? '')) readSentence(tokens, reads, index, found);
  });
  return found;
}

function readSentence(tokens: Tokens, reads: readonly Read[], index: number, found: Recommendation[]): void {
  const { sentence, measured } = reads[index] as Read;
  const plan = PLANS.has(sentence.section ?? '');
  const clauses = clausesOf(tokens, sentence.from, sentence.to);
  let asked = false;
  let condition = false;
  clauses.forEach((clause, place) => {
    const start = firstWord(tokens, clause);
    const opens = isCondition(tokens.low[start] ?? '');
    if (opens) condition = true;
    const action = actionIn(tokens, clause);
    const asks = asksIn(tokens, clause, start, action?.at);
    if (asks === 'no') {
      asked = false;
      return;
    }
    const yes = asks === 'yes';
    const all = (measured?.names ?? []).filter(({ from, to }) => from >= clause.from && to <= clause.to);
    const names = all.filter(({ panel }) => panel === undefined);
    const repeats = beginsWith(tokens, start, clause.to, REPEATS);
    const specialty = specialtyIn(tokens, clause.from, clause.to);
    const within =
      withinDaysIn(tokens, action?.at ?? clause.from, clause.to) ?? withinDaysIn(tokens, clause.from, clause.to);
    const brief = within !== undefined && isBriefPlan(tokens, clause, action, specialty, all);
    const valued = (measured?.names ?? []).some(
      (named, at) => named.from >= clause.from && named.to <= clause.to && measured?.valueEnd[at] !== undefined,
    );
    if (
      valued ||
      (!action &&
        !repeats &&
        !brief &&
        !(yes && specialty !== undefined && beginsWith(tokens, start, clause.to, CALLS)))
    )
      return;
    const booked = isBooked(tokens, clause);
    if (isPast(tokens, clause, yes) && !booked) return;
    const follows = asked && action !== undefined && action.means !== 'visit';
    const planned = plan && action !== undefined && action.means !== 'evaluation';
    if (!yes && !follows && !planned && !repeats && !brief && !(booked && action)) return;
    if (yes) asked = true;
    const later = clauses[place + 1];
    const conditional =
      condition ||
      hasCondition(tokens, clause) ||
      (later !== undefined && !later.dash && isCondition(tokens.low[firstWord(tokens, later)] ?? ''));
    const { means, targets } = aim(tokens, clause, action, specialty, names, repeats);
    if (targets.length === 0 && (means === 'repeat' || means === 'lab'))
      targets.push(...subjectOf(reads, index, clauses[0], action));
    const span = [tokens.start[clause.from] ?? 0, tokens.end[clause.to - 1] ?? 0] as const;
    found.push({
      text: tokens.text.slice(span[0], span[1]),
      action: means === 'repeat' && targets.length > 0 ? (VITALS.has(targets[0] ?? '') ? 'visit' : 'lab') : means,
      ...(targets[0] === undefined ? {} : { target: targets[0] }),
      ...(targets.length > 1 ? { targets } : {}),
      ...(within === undefined ? {} : { withinDays: within }),
      conditional,
      ...(booked ? { done: 'booked' as const } : {}),
      span,
    });
  });
}

const CALLS = words('ask refer see consider discuss chase');
const isCondition = (low: string): boolean => low === 'if' || low === 'unless' || low === 'should';

function hasCondition(tokens: Tokens, clause: Clause): boolean {
  for (let at = clause.from; at < clause.to; at++) {
    const low = tokens.low[at] ?? '';
    if (low === 'if' || low === 'unless' || low === 'depending') return true;
  }
  return false;
}

function isBriefPlan(
  tokens: Tokens,
  clause: Clause,
  action: Found | undefined,
  specialty: string | undefined,
  names: readonly Named[],
): boolean {
  const known = new Set<number>();
  for (const { from, to, analyte } of names) {
    if (SUPPLEMENTS.has(analyte)) return false;
    for (let at = from; at < to; at++) known.add(at);
  }
  if (action) for (let at = action.at; at < action.at + action.words.length; at++) known.add(at);
  if (specialty !== undefined) {
    for (let at = clause.from; at < clause.to; at++)
      if (longestAt(SPECIALTY_WORDS, tokens, at, clause.to)) known.add(at);
  }
  return known.size > 0 && !(action?.means === 'visit' && names.length > 0) && isBrief(tokens, clause, known);
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

type Found = Wording & { readonly at: number };

const GENERAL = words('evaluation lab referral');
const WEAK = words('see clinic level levels film scan us lab fit mr review assessment stool culture scope colon');
const CAPITALS = words('us fit mr ua id');

/** The most telling action word of a clause. */
function actionIn(tokens: Tokens, clause: Clause): Found | undefined {
  let best: Found | undefined;
  for (let at = clause.from; at < clause.to; at++) {
    if (tokens.kind[at] !== WORD && tokens.kind[at] !== NUMBER) continue;
    const wording = longestAt(ACTION_WORDS, tokens, at, clause.to);
    if (!wording) continue;
    const only = wording.words.length === 1 ? (wording.words[0] ?? '') : '';
    const raw = tokens.text.slice(tokens.start[at], tokens.end[at]);
    if (CAPITALS.has(only) && raw !== raw.toUpperCase()) continue;
    if ((only === 'see' || only === 'clinic' || only === 'letter') && !specialtyIn(tokens, clause.from, clause.to))
      continue;
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
    if (!wording) continue;
    const low = tokens.low[at] ?? '';
    if ((low === 'id' || low === 'pt') && wording.words.length === 1) continue;
    return wording.means;
  }
  return undefined;
}

/** The class of action and what it is about, most telling first. */
function aim(
  tokens: Tokens,
  clause: Clause,
  action: Found | undefined,
  specialty: string | undefined,
  names: readonly Named[],
  repeats: boolean,
): { means: string; targets: string[] } {
  const targets = new Set<string>();
  let means = action?.means ?? (specialty === undefined || repeats ? 'repeat' : 'referral');
  if (action === undefined && names.length > 0) means = VITALS.has(names[0]?.analyte ?? '') ? 'visit' : 'lab';
  if (specialty !== undefined && (means === 'referral' || means === 'visit')) {
    targets.add(specialty);
    means = 'referral';
  }
  for (const { analyte } of names) targets.add(analyte);
  if (action?.target !== undefined) targets.add(action.target);
  if (means !== 'lab' && means !== 'referral' && means !== 'visit') {
    for (let at = clause.from; at < clause.to; at++) {
      const region = longestAt(REGION_WORDS, tokens, at, clause.to)?.means;
      if (region !== undefined) targets.add(region);
    }
  }
  if (targets.size === 0 && specialty !== undefined) targets.add(specialty);
  return { means, targets: [...targets] };
}

const LOOK_BACK = 14;

/** What a bare "repeat" is about: what its sentence begins with, else the results told last before it. */
function subjectOf(
  reads: readonly Read[],
  index: number,
  first: Clause | undefined,
  action: Found | undefined,
): string[] {
  const read = reads[index];
  if (action !== undefined && action.target === undefined && action.means === 'lab') return [];
  const subject = (read?.measured?.names ?? []).filter(
    ({ to, panel }) => panel === undefined && to <= (first?.to ?? 0),
  );
  if (subject.length > 0) return [...new Set(subject.map(({ analyte }) => analyte))];
  for (let back = index; back >= Math.max(0, index - LOOK_BACK); back--) {
    const { names = [], valueEnd = [] } = reads[back]?.measured ?? {};
    const valued = names.filter(
      ({ analyte, panel }, at) => valueEnd[at] !== undefined && panel === undefined && !VITALS.has(analyte),
    );
    if (valued.length > 0) return [...new Set(valued.map(({ analyte }) => analyte))];
  }
  return [];
}

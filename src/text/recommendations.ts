import { SPECIALTY_WORDS } from './actions.ts';
import { actionIn, aim, type Found, longestAt, specialtyIn, VITALS } from './aims.ts';
import { asksIn, beginsWith, isBooked, isBrief, isOwnResult, isPast, REPEATS } from './asks.ts';
import { type Clause, clausesOf, firstWord } from './clauses.ts';
import { fromDaysIn, withinDaysIn } from './intervals.ts';
import type { Named } from './measure-names.ts';
import type { Measured } from './measurements.ts';
import type { Recommendation } from './mention.ts';
import { asksAfterQuestion, asksForCause, awaits, openedBy, withQuestion } from './openings.ts';
import type { Sentence } from './structure.ts';
import type { Tokens } from './tokens.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const PLANS = words('plan assessment-plan');
const SILENT = words(
  'technique comparison family-history indication past-medical-history past-surgical-history allergies',
);
/** Taken as tablets as well as measured. */
const SUPPLEMENTS = words('iron folate vitamin-b12 vitamin-d calcium potassium magnesium');

/**
 * Recommendations and plans in one sentence. Drug plans, advice on habits and things already done are left out.
 * `before`: what was measured in the sentences before it, the last one last: a bare "repeat" is about that.
 */
export function recommendationsIn(
  tokens: Tokens,
  sentence: Sentence,
  measured: Measured | undefined,
  before: readonly Measured[],
): Recommendation[] {
  const found: Recommendation[] = [];
  if (SILENT.has(sentence.section ?? '')) return found;
  const plan = PLANS.has(sentence.section ?? '');
  const clauses = clausesOf(tokens, sentence.from, sentence.to);
  let asked = false;
  let condition = false;
  clauses.forEach((whole, place) => {
    const start = firstWord(tokens, whole);
    const clause = asksAfterQuestion(tokens, start) ? withQuestion(tokens, whole, start) : whole;
    const opens = isCondition(tokens.low[start] ?? '');
    if (opens) condition = true;
    const action = actionIn(tokens, clause);
    const opened = openedBy(tokens, clause, start);
    const all = namedIn(measured, clause);
    const repeats = beginsWith(tokens, start, clause.to, REPEATS);
    const specialty = specialtyIn(tokens, clause.from, clause.to);
    const nothing =
      action === undefined && opened === undefined && all.length === 0 && !repeats && specialty === undefined;
    // Most clauses: there is nothing that could be asked for, only that nothing more is asked.
    if (nothing && !asked) return;
    const asks = asksIn(tokens, clause, start, action?.at);
    if (asks === 'no') {
      asked = false;
      return;
    }
    if (nothing) return;
    const yes = asks === 'yes' || opened !== undefined;
    const names = all.filter(({ panel }) => panel === undefined);
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
        opened === undefined &&
        !(yes && specialty !== undefined && beginsWith(tokens, start, clause.to, CALLS)))
    )
      return;
    const booked = isBooked(tokens, clause) && !(opened !== undefined && awaits(tokens, clause));
    if ((isPast(tokens, clause, yes && opened !== 'immunisation') || isOwnResult(tokens, start)) && !booked) return;
    const follows = asked && action !== undefined && action.means !== 'visit';
    const planned = plan && action !== undefined && action.means !== 'evaluation';
    if (!yes && !follows && !planned && !repeats && !brief && !(booked && action)) return;
    if (yes) asked = true;
    const later = clauses[place + 1];
    const conditional =
      condition ||
      hasCondition(tokens, clause) ||
      (later !== undefined && !later.dash && isCondition(tokens.low[firstWord(tokens, later)] ?? ''));
    const aimed = aim(tokens, clause, action, specialty, names, repeats);
    const { targets } = aimed;
    const unnamed = aimed.means === 'repeat' || aimed.means === 'lab';
    const general =
      aimed.means === 'repeat'
        ? targets.length === 0
        : opened === 'evaluation' && asksForCause(tokens, clause, action?.at);
    const means = opened !== undefined && unnamed && general && !repeats ? opened : aimed.means;
    if (targets.length === 0 && (means === 'repeat' || means === 'lab'))
      targets.push(...subjectOf(measured, before, clauses[0], action));
    const earliest = within === undefined ? undefined : fromDaysIn(tokens, clause.from, clause.to);
    const span = [tokens.start[clause.from] ?? 0, tokens.end[clause.to - 1] ?? 0] as const;
    found.push({
      text: tokens.text.slice(span[0], span[1]),
      action: means === 'repeat' && targets.length > 0 ? (VITALS.has(targets[0] ?? '') ? 'visit' : 'lab') : means,
      ...(targets[0] === undefined ? {} : { target: targets[0] }),
      ...(targets.length > 1 ? { targets } : {}),
      ...(earliest === undefined || earliest >= (within ?? 0) ? {} : { fromDays: earliest }),
      ...(within === undefined ? {} : { withinDays: within }),
      conditional,
      ...(booked ? { done: 'booked' as const } : {}),
      span,
    });
  });
  return found;
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

/** What a clause names, of whatever specimen: "24 h urine (vol, Ca)" asks for calcium. */
function namedIn(measured: Measured | undefined, { from, to }: Clause): readonly Named[] {
  const inside = (named: Named) => named.from >= from && named.to <= to;
  const names = measured?.names.filter(inside) ?? [];
  const read = new Set(names.map((named) => named.from));
  return [...names, ...(measured?.elsewhere.filter((named) => inside(named) && !read.has(named.from)) ?? [])];
}

/** What a bare "repeat" is about: what its sentence begins with, else the results told last before it. */
function subjectOf(
  measured: Measured | undefined,
  before: readonly Measured[],
  first: Clause | undefined,
  action: Found | undefined,
): string[] {
  if (action !== undefined && action.target === undefined && action.means === 'lab') return [];
  const subject = (measured?.names ?? []).filter(({ to, panel }) => panel === undefined && to <= (first?.to ?? 0));
  if (subject.length > 0) return [...new Set(subject.map(({ analyte }) => analyte))];
  for (const { names, valueEnd } of [...before, ...(measured ? [measured] : [])].reverse()) {
    const valued = names.filter(
      ({ analyte, panel }, at) => valueEnd[at] !== undefined && panel === undefined && !VITALS.has(analyte),
    );
    if (valued.length > 0) return [...new Set(valued.map(({ analyte }) => analyte))];
  }
  return [];
}

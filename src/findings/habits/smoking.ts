import { table } from '../../table.ts';
import type { Claim } from '../claims.ts';
import type { ReadNote } from '../notes.ts';
import { RELATIVE, toldIn } from './told.ts';

type State = 'never' | 'former' | 'current';

interface Statement {
  readonly state: State;
  /** `does not smoke` says never only of one who is not known to have smoked. */
  readonly weak?: boolean;
  readonly claim: Claim;
  readonly packYears?: number;
}

const GIVEN_UP =
  /\b(?:ex|former|previous|past)[- ]?(?:heavy |light |cigarette |cigar |pipe |tobacco )*smoker\b|\b(?:stopped|quit|gave up|given up|ceased|packed in)\s+(?:the\s+)?(?:smok\w*|tob(?:acco)?|cig\w*|fags)\b|\b(?:smoking cessation|smok\w*)\s*[-:,]\s*(?:stopped|quit|gave up)\b|\b(?:quit|stopped)\s+(?:in\s+)?(?:'\d{2}|(?:19|20)\d{2})\b|\bused to smoke\b(?!\s+(?:more|\d))|\bformerly smoked\b/gi;
/** "has smoked one pack of cigarettes daily for 40 years": how many packs or cigarettes a day, and for how long. */
const AMOUNT =
  /\b(?:has (?:been )?smok(?:ed|ing)|smokes|smoking|smoked)\s+(?:about |approximately |roughly |up to |over |more than )?(half a|a half|one[- ]half|an?|one|two|three|\d{1,2}(?:\.\d)?(?:\s?[-–]\s?\d{1,2})?)\s+(packs?|cigarettes|cigars|roll-ups)(?: of cigarettes)?\s*(?:a|per|every|each|\/)?\s*(?:daily|day)(?:[^.;\n]{0,20}?\bfor\s+(?:the\s+)?(?:past|last)?\s*(?:about |over |more than )?(\d{1,2})\s+years)?/gi;
/** Years of a pack of twenty a day from which smoking is heavy. */
const HEAVY_PACK_YEARS = 20;
const PACKS: Readonly<Record<string, number>> = table({
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  'half a': 0.5,
  'a half': 0.5,
  'one-half': 0.5,
  'one half': 0.5,
});

const BEGUN_AGAIN = /\b(?:re-?started|resumed|back (?:to|on)|relapsed (?:to|into))\s+(?:smok\w*|cig\w*|fags|tob\w*)/gi;
/** Before it, giving up is only a wish, an advice or a denial; after it, something to do. */
const NOT_YET =
  /\b(?:to|not|n't|never|will|should|must|can|could|advised?|hopes?|wants?|trying|plans?|if|when|until|consider\w*|has he|has she)\s+(?:have\s+|be\s+)?$/i;
const TO_DO = /^\s*(?:advice|clinic|service|programme|program|group|referral|again\?|\?)/i;
/** A bare "quit 1994" is of smoking only beside its words. */
const SMOKE = /smok|tob|cig|pack|\bpk|\bppd\b|\bpy\b|ex-/i;
const HISTORY = /\bhistory of (?:nicotine|tobacco|smok\w*)/i;
const STRONG_NEVER = /\bnever\b|life-?long|266919005/i;

const FINDINGS = ['smoking-current', 'smoking-ever', 'never-smoked', 'heavy-smoking'] as const;

/**
 * Makes what is claimed of smoking agree: never, former and current exclude each other, and the latest statement decides. One who
 * stopped is no current smoker from then until `asOf` (milliseconds) and has smoked; one who never did has not.
 */
export function settleSmoking(claims: Map<string, Claim[]>, notes: readonly ReadNote[], asOf: number): void {
  const statements = [...statementsOf(claims), ...notes.flatMap(statementsIn)].sort(
    (a, b) => timeOf(a) - timeOf(b) || placeOf(a) - placeOf(b),
  );
  const last = statements.at(-1);
  if (!last) return;
  const of = (state: State) => statements.filter((one) => one.state === state).map(({ claim }) => claim);
  const smoked = [...of('current'), ...of('former')];
  const state: State = last.state === 'never' && last.weak && smoked.length > 0 ? 'former' : last.state;
  const since = statements.findLastIndex((one) => (one.state === 'current') !== (state === 'current')) + 1;
  const deciding = statements.slice(since).map(({ claim }) => claim);
  const present = (list: readonly Claim[]) => list.map((claim): Claim => ({ ...claim, says: 'present' }));
  const absent = (list: readonly Claim[]) =>
    list.map((claim): Claim => ({ ...claim, says: 'absent', strength: 1, heldAt: asOf }));
  const kept = new Map(FINDINGS.map((id) => [id, (claims.get(id) ?? []).filter(({ says }) => says === 'present')]));
  const set = (id: (typeof FINDINGS)[number], list: readonly Claim[]) => {
    if (list.length > 0) claims.set(id, [...list]);
    else claims.delete(id);
  };
  if (state === 'never') {
    const never = of('never').filter(({ says }) => says === 'present');
    set('never-smoked', never);
    set('smoking-current', absent(deciding));
    set('smoking-ever', absent(never));
    set('heavy-smoking', []);
    return;
  }
  set('never-smoked', absent(smoked));
  set('smoking-ever', [...new Set([...(kept.get('smoking-ever') ?? []), ...present(smoked)])]);
  const heavy = statements.flatMap(({ packYears = 0, claim }) => (packYears >= HEAVY_PACK_YEARS ? [claim] : []));
  if (heavy.length > 0) set('heavy-smoking', [...(kept.get('heavy-smoking') ?? []), ...heavy]);
  set('smoking-current', state === 'current' ? present(deciding) : absent(deciding));
}

/** What the claims of the findings themselves state, by their words. */
function statementsOf(claims: ReadonlyMap<string, readonly Claim[]>): Statement[] {
  return FINDINGS.flatMap((id) =>
    (claims.get(id) ?? []).flatMap((claim): Statement[] => {
      const { text } = claim.evidence;
      if (id === 'never-smoked') {
        return claim.says === 'present' ? [{ state: 'never', weak: !STRONG_NEVER.test(text), claim }] : [];
      }
      if (id === 'smoking-current' && claim.says === 'absent') return [{ state: 'never', weak: true, claim }];
      if (claim.says !== 'present' || id === 'heavy-smoking') return [];
      if (/\bnever[- ]smok/i.test(text)) return [];
      if (saysFormer(text)) return [{ state: 'former', claim }];
      return id === 'smoking-current' ? [{ state: 'current', claim }] : [];
    }),
  );
}

function saysFormer(text: string): boolean {
  return (
    HISTORY.test(text) ||
    [...text.matchAll(GIVEN_UP)].some((match) =>
      isGivenUp(match[0], text.slice(0, match.index), text.slice(match.index + match[0].length)),
    )
  );
}

function isGivenUp(words: string, before: string, after: string): boolean {
  if (NOT_YET.test(before) || TO_DO.test(after) || RELATIVE.test(before)) return false;
  return SMOKE.test(words) || SMOKE.test(`${before.slice(-40)} ${after.slice(0, 40)}`);
}

function statementsIn(read: ReadNote): Statement[] {
  if (read.note.kind !== 'note') return [];
  const claim = (evidence: Claim['evidence']): Claim => ({
    says: 'present',
    certainty: 0.85,
    kind: 'mentioned',
    strength: 1,
    evidence,
  });
  const former = toldIn(read, GIVEN_UP)
    .filter(({ match, before, after }) => isGivenUp(match[0], before, after))
    .map(({ evidence }): Statement => ({ state: 'former', claim: claim(evidence) }));
  const amounts = toldIn(read, AMOUNT)
    .filter(({ before }) => !/\b(?:not|never|denies|formerly|previously|used to)\s*(?:have |has )?$/i.test(before))
    .map(({ match, evidence }): Statement => {
      const isPast = /^smoked\b/i.test(match[0]);
      return { state: isPast ? 'former' : 'current', claim: claim(evidence), packYears: packYearsOf(match) };
    });
  const again = toldIn(read, BEGUN_AGAIN).map(
    ({ evidence }): Statement => ({ state: 'current', claim: claim(evidence) }),
  );
  return [...former, ...amounts, ...again];
}

function packYearsOf([, count = '', what = '', years]: RegExpExecArray): number {
  const upper = /(\d+(?:\.\d)?)\s*$/.exec(count)?.[1];
  const number = upper === undefined ? (PACKS[count.toLowerCase()] ?? 0) : Number(upper);
  const packs = /^pack/i.test(what) ? number : /^cig(?!ars)/i.test(what) ? number / 20 : 0;
  return packs * Number(years ?? 0);
}

const timeOf = ({ claim: { evidence } }: Statement): number => (Number.isNaN(evidence.at) ? 0 : evidence.at);
const placeOf = ({ claim: { evidence } }: Statement): number => evidence.source.span?.[0] ?? 0;

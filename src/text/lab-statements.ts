import { readingOf, statusOf } from './assertion/index.ts';
import { type Named, PANELS } from './measure-names.ts';
import type { Measured } from './measurements.ts';
import type { LabClaim, LabStatement, Span } from './mention.ts';
import { MARK, NUMBER, standsAt, type Tokens, tokenise, WORD } from './tokens.ts';

const CLAIMS: readonly (readonly [LabClaim, string])[] = [
  [
    'low',
    'low|down|reduced|decreased|deficient|depleted|subnormal|lowish|below range|below normal|on the low side|a bit low|low again|suppressed|undetectable|poor',
  ],
  ['high', 'high|up|raised|elevated|increased|above range|above normal|highish|on the high side|out of range'],
  [
    'normal',
    'normal|nl|n|ok|okay|fine|wnl|unremarkable|nad|within normal limits|within range|in range|normal range|good|normalised|normalized|clear|satisfactory|perfect|unchanged and normal|within the reference range|within the reference ranges|within reference range|within reference ranges|within the normal range|within normal range|within normal ranges|in the normal range|in the reference range|within normal parameters|within acceptable limits|within the normal limits|not elevated|not raised',
  ],
  [
    'falling',
    'falling|dropping|fell|dropped|declining|going down|trending down|trending downward|drifting down|drifting downwards|creeping down|coming down|drifted down|drifting|slipping|sliding|fallen|drops',
  ],
  [
    'rising',
    'rising|climbing|going up|trending up|trending upward|drifting up|creeping up|rose|risen|increasing|crept up|climbed|edging up|inching up',
  ],
  [
    'borderline-low',
    'low-normal|low normal|lower end of normal|low end of normal|borderline low|bottom of normal|lower limit of normal|lower normal|just below normal|low side of normal|bottom of range',
  ],
  [
    'borderline-high',
    'high-normal|high normal|upper end of normal|upper normal|top of normal|borderline high|upper limit of normal|top end of normal|borderline raised|borderline elevated|borderline|just above normal|high side of normal|top of range|upper limit|normal high',
  ],
  ['abnormal', 'abnormal|deranged|not normal|disturbed|awry'],
  ['negative', 'neg|negative|non-reactive|nonreactive|not detected|undetected|non reactive'],
  [
    'positive',
    'pos|positive|reactive|detected|+ve|strongly positive|weakly positive|pos x2|low pos|low positive|low titre|weak pos|weakly pos|strong pos|strongly pos|borderline pos|borderline positive',
  ],
];
const BEFORE = new Set(
  'low raised elevated high normal deranged abnormal borderline falling rising dropping reduced increased positive negative climbing declining'.split(
    ' ',
  ),
);
const FILLER = new Set(
  'is was are were still again remains remain now a bit slightly mildly little just marginally persistently both all only very today also back to came has been have level levels at on last noted minimally moderately markedly once too count counts being always consistently repeatedly stays staying running runs quite tests test result results function in persistent'.split(
    ' ',
  ),
);
const JOIN = new Set([',', '/', '+', '&', 'and', 'or']);
const MORE = new Set(['serum', 'total', 'the', 'her', 'his', 'mild', 'mildly', 'slightly', 'a']);

interface Wording {
  readonly words: readonly string[];
  readonly claim: LabClaim;
}

const BY_FIRST = new Map<string, Wording[]>();
for (const [claim, list] of CLAIMS) {
  for (const wording of list.split('|')) {
    const words = tokenise(wording).low;
    const first = words[0] ?? '';
    const group = BY_FIRST.get(first) ?? [];
    group.push({ words, claim });
    BY_FIRST.set(first, group);
  }
}
for (const group of BY_FIRST.values()) group.sort((a, b) => b.words.length - a.words.length);

function claimAt(tokens: Tokens, at: number, to: number): { claim: LabClaim; to: number } | undefined {
  const raw = tokens.text.slice(tokens.start[at], tokens.end[at]);
  if (raw === 'H') return { claim: 'high', to: at + 1 };
  if (raw === 'L') return { claim: 'low', to: at + 1 };
  for (const { words, claim } of BY_FIRST.get(tokens.low[at] ?? '') ?? []) {
    if (at + words.length > to || !standsAt(tokens, at, words)) continue;
    if (words.length === 1 && words[0] === 'n' && raw !== 'N') continue;
    // "(N: 0-30)", "(normal < 5)": what would be normal.
    if ((words[0] === 'n' || words[0] === 'normal') && opensRange(tokens, at + words.length)) continue;
    return { claim, to: at + words.length };
  }
  return undefined;
}

const opensRange = (tokens: Tokens, at: number): boolean =>
  tokens.kind[at] === NUMBER || [':', '=', '<', '<=', 'range'].includes(tokens.low[at] ?? '');

/** Statements about results without a number in the tokens [from, to) of one sentence: what is claimed of whom else, denied or only feared is left out. */
export function labStatementsIn(
  tokens: Tokens,
  measured: Measured,
  from: number,
  to: number,
  section: string | undefined,
  sentence: Span,
): { readonly statements: readonly LabStatement[]; readonly names: readonly Named[] } {
  const { names, valueEnd } = measured;
  const found: { named: Named; claim: LabClaim; from: number; to: number }[] = [];
  let group: Named[] = [];
  for (let index = 0; index < names.length; index++) {
    const named = names[index] as Named;
    const before = claimBefore(tokens, named.from, from);
    if (before) {
      found.push({ named, claim: before.claim, from: before.from, to: named.to });
      let last = named;
      while (
        index + 1 < names.length &&
        valueEnd[index] === undefined &&
        joined(tokens, last.to, names[index + 1]?.from ?? to)
      ) {
        const next = names[index + 1] as Named;
        if (claimAfter(tokens, next.to, names[index + 2]?.from ?? to)) break;
        index++;
        last = next;
        found.push({ named: last, claim: before.claim, from: before.from, to: last.to });
      }
      group = [];
      continue;
    }
    const end = valueEnd[index];
    const limit = names[index + 1]?.from ?? to;
    const after =
      claimAfter(tokens, end ?? named.to, limit) ??
      (index + 1 === names.length && end === undefined ? claimOfList(tokens, named.to, to) : undefined);
    if (end === undefined) group.push(named);
    else group = [named];
    if (after) {
      for (const member of group) found.push({ named: member, claim: after.claim, from: member.from, to: after.to });
      group = [];
    } else if (end !== undefined || !joined(tokens, named.to, limit)) group = [];
  }
  if (found.length === 0) return NOTHING;
  return { statements: asserted(tokens, found, from, to, section, sentence), names: found.map(({ named }) => named) };
}

function claimBefore(tokens: Tokens, at: number, from: number): { claim: LabClaim; from: number } | undefined {
  let start = at - 1;
  while (start >= from && MORE.has(tokens.low[start] ?? '')) start--;
  if (start < from || !BEFORE.has(tokens.low[start] ?? '')) return undefined;
  const claim = claimAt(tokens, start, at)?.claim;
  const previous = tokens.low[start - 1] ?? '';
  if (claim === undefined || previous === 'not') return undefined;
  if (
    tokens.low[start] === 'normal' &&
    start - 1 >= from &&
    (previous === 'upper' || previous === 'low' || previous === 'high' || previous === '-')
  )
    return undefined;
  return { claim, from: start };
}

function claimAfter(tokens: Tokens, at: number, limit: number): { claim: LabClaim; to: number } | undefined {
  for (let next = at; next < limit && next < at + 7; next++) {
    const claim = claimAt(tokens, next, limit);
    if (claim) return claim;
    const low = tokens.low[next] ?? '';
    const quote =
      tokens.kind[next] === MARK && (low === '"' || low === "'" || low === '(' || (low === '-' && next > at));
    if (!FILLER.has(low) && !quote && !(low === ':' && next === at)) return undefined;
  }
  return undefined;
}

/** How far a list may go on after the last name that is known, in tokens. */
const LIST = 16;

/** "creatinine, lipids, and electrolytes are within the reference range": what is said of the whole list. */
function claimOfList(tokens: Tokens, at: number, to: number): { claim: LabClaim; to: number } | undefined {
  if (!JOIN.has(tokens.low[at] ?? '')) return undefined;
  for (let next = at; next < Math.min(to, at + LIST); next++) {
    const low = tokens.low[next] ?? '';
    if (low === 'are' || low === 'were')
      return claimAt(tokens, next + 1 + (tokens.low[next + 1] === 'all' ? 1 : 0), to);
    if (!JOIN.has(low) && (tokens.kind[next] !== WORD || BEFORE.has(low) || claimAt(tokens, next, to)))
      return undefined;
  }
  return undefined;
}

function joined(tokens: Tokens, from: number, to: number): boolean {
  let other = 0;
  for (let at = from; at < to; at++) {
    const low = tokens.low[at] ?? '';
    if (JOIN.has(low)) other = 0;
    else if (++other > 1 || tokens.kind[at] !== WORD || BEFORE.has(low) || claimAt(tokens, at, to)) return false;
  }
  return true;
}

const NOTHING = { statements: [], names: [] } as const;

const GOES_UP = new Set<LabClaim>(['high', 'rising', 'borderline-high', 'abnormal']);

function asserted(
  tokens: Tokens,
  found: readonly { named: Named; claim: LabClaim; from: number; to: number }[],
  from: number,
  to: number,
  section: string | undefined,
  sentence: Span,
): LabStatement[] {
  const inside = found.flatMap(({ from: first, to: end }) =>
    Array.from({ length: end - first }, (_, index) => first + index),
  );
  const own = new Set(inside);
  const whole = readingOf(tokens, from, to, section, own);
  // "ANA negative, ANCA negative": the second word is the result of its own name alone.
  const reading = { ...whole, scopes: whole.scopes.filter(({ cue }) => !own.has(cue.from)) };
  const out: LabStatement[] = [];
  for (const { named, claim, from: first, to: end } of found) {
    const words = Array.from({ length: end - first }, (_, index) => first + index);
    const status = statusOf(reading, words);
    if (status.assertion === 'absent' || status.assertion === 'hypothetical' || status.experiencer !== 'patient')
      continue;
    const span: Span = [tokens.start[first] ?? 0, tokens.end[end - 1] ?? 0];
    if (named.panel === undefined) out.push({ analyte: named.analyte, claim, span, sentence });
    else {
      const analytes = PANELS[named.panel]?.analytes ?? [];
      const about =
        claim === 'normal' || claim === 'negative'
          ? analytes
          : named.panel === 'lft' && GOES_UP.has(claim)
            ? ['alt']
            : [];
      for (const analyte of about) out.push({ analyte, claim, panel: named.panel, span, sentence });
    }
  }
  return out;
}

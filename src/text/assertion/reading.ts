import type { Tokens } from '../tokens.ts';
import { type Cue, cuesIn } from './cues.ts';
import { type Kin, kinIn } from './experiencer.ts';
import { backwardScope, forwardScope, type Range } from './scope.ts';
import { type Sign, signsIn } from './signs.ts';
import { backgroundIn, daysOf, pastIn } from './time.ts';

/** A cue and the tokens that it governs. */
export interface Scoped {
  readonly cue: Cue;
  readonly range: Range;
}

/** What a sentence says around its concepts: worked out once, asked for each of them. */
export interface Reading {
  readonly scopes: readonly Scoped[];
  readonly signs: readonly Sign[];
  readonly kin: readonly Kin[];
  readonly past: readonly Range[];
  readonly section: string | undefined;
  readonly from: number;
  /** The sentence is the bare name of a lasting condition, as in a list of background diseases: tokens of the name. */
  readonly background: Range | undefined;
}

const FAMILY = new Set(['family-history']);
/** What stands alone there is what was found, not the background. */
const CONCLUDES = new Set([
  'impression',
  'findings',
  'assessment-plan',
  'plan',
  'results',
  'examination',
  'indication',
]);
/** "Hoarseness if persists" is there. */
const PERSISTS = new Set(
  'persists persisting persistent continues continuing worse worsens worsening no not recurs ongoing still unresolved fails bothers bothersome troublesome returns'.split(
    ' ',
  ),
);
const PLANS = new Set(['plan', 'assessment-plan']);

/** Reads the cues of a sentence, tokens [from, to). `inside`: tokens of a concept, whose words are no cues for it. */
export function readingOf(
  tokens: Tokens,
  from: number,
  to: number,
  section: string | undefined,
  inside: ReadonlySet<number>,
): Reading {
  const cues = cuesIn(tokens, from, to).filter(({ from: at, to: end }) => {
    for (let token = at; token < end; token++) if (inside.has(token)) return false;
    return true;
  });
  const stops = new Set<number>();
  let masked = -1;
  for (const { rule, from: at, to: end } of cues) {
    if (rule.kind === 'mask') masked = Math.max(masked, end);
    if (end <= masked) continue;
    if (rule.kind === 'stop' || rule.kind === 'yes') {
      if (rule.direction !== 'backward') for (let token = at; token < end; token++) stops.add(token);
    }
  }
  const scopes: Scoped[] = [];
  for (const cue of cues) {
    const { direction, kind } = cue.rule;
    if (kind === 'stop' || direction === 'nowhere') {
      if (kind === 'mask') scopes.push({ cue, range: [cue.from, commaAfter(tokens, cue.to, to)] });
      continue;
    }
    if (
      kind === 'hypothetical' &&
      cue.rule.words[0] === 'should' &&
      cue.from > from &&
      tokens.low[cue.from - 1] !== ','
    )
      continue;
    if (cue.rule.words[0] === 'if' && direction === 'backward') {
      if (!PLANS.has(section ?? '') || PERSISTS.has(tokens.low[cue.to] ?? '')) continue;
    }
    if (kind === 'historical' && direction === 'forward' && isDuration(tokens, cue.from)) continue;
    if (direction === 'forward') scopes.push({ cue, range: forwardScope(tokens, cue, to, stops) });
    else {
      const range = backwardScope(tokens, cue, from, to, stops);
      if (range) scopes.push({ cue, range });
    }
  }
  return {
    scopes,
    signs: signsIn(tokens, from, to),
    kin: kinIn(tokens, from, to, FAMILY.has(section ?? '')),
    past: pastIn(tokens, from, to),
    section,
    from,
    background: CONCLUDES.has(section ?? '') ? undefined : backgroundIn(tokens, from, to),
  };
}

/** "No change in vision, diplopia": the words are no denial as far as the comma, and a denial after it. */
function commaAfter(tokens: Tokens, from: number, to: number): number {
  let at = from;
  while (at < to && tokens.low[at] !== ',') at++;
  return at;
}

/** "Three-week history of cough": how long the complaint has lasted, not that it is past. */
function isDuration(tokens: Tokens, at: number): boolean {
  return tokens.low[at] === 'history' && daysOf(tokens.low[at - 1] ?? '') !== undefined;
}

import type { Assertion, Experiencer, Status, Temporality } from '../mention.ts';
import type { Tokens } from '../tokens.ts';
import { type Cue, type CueRule, cuesIn } from './cues.ts';
import { type Kin, kinIn } from './experiencer.ts';
import { backwardScope, forwardScope, type Range } from './scope.ts';
import { type Sign, signsIn } from './signs.ts';
import { backgroundIn, daysOf, pastIn } from './time.ts';

interface Scoped {
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
const PLANS = new Set(['plan', 'assessment-plan']);
const PAST = new Set(['past-medical-history', 'past-surgical-history']);

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
    if (cue.rule.words[0] === 'if' && direction === 'backward' && !PLANS.has(section ?? '')) continue;
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
    background: backgroundIn(tokens, from, to),
  };
}

/** "No change in vision, diplopia": the words are no denial as far as the comma, and a denial after it. */
function commaAfter(tokens: Tokens, from: number, to: number): number {
  let at = from;
  while (at < to && tokens.low[at] !== ',') at++;
  return at;
}

const isBackground = ({ background }: Reading, first: number, last: number): boolean =>
  background !== undefined && first >= background[0] && last < background[1];

/** "Three-week history of cough": how long the complaint has lasted, not that it is past. */
function isDuration(tokens: Tokens, at: number): boolean {
  return tokens.low[at] === 'history' && daysOf(tokens.low[at - 1] ?? '') !== undefined;
}

/**
 * Status of the concept whose words are the tokens `words` (ascending). `negated`: a negation stands between
 * them; `denying`: they hold a negation of their own ("non smoker"), so that they are no item of a list of what is denied. */
export function statusOf(reading: Reading, words: readonly number[], negated: boolean, denying = false): Status {
  const first = words[0] ?? 0;
  const last = words[words.length - 1] ?? first;
  const active = covering(reading.scopes, first, last);
  let polarity = negated ? -1 : 0;
  let distance = Number.POSITIVE_INFINITY;
  const says = new Set<string>();
  let denial = Number.POSITIVE_INFINITY;
  let condition = Number.POSITIVE_INFINITY;
  for (const { cue, range } of active) {
    const { kind } = cue.rule;
    // "No effusion is seen": the verb belongs to the denial.
    if (kind === 'yes' && active.some((other) => other.cue.rule.kind === 'no' && other.cue.from >= range[0])) continue;
    if (denying && kind === 'no') continue;
    const away = cue.from > last ? cue.from - last : first - cue.to + 1;
    if (kind === 'no') denial = Math.min(denial, cue.from);
    if (kind === 'hypothetical') condition = Math.min(condition, cue.from);
    if (kind === 'no' && saysHistory(cue.rule)) says.add('historical');
    if (kind === 'no' || kind === 'unlikely' || (kind === 'yes' && cue.rule.direction === 'backward')) {
      if (!negated && (away < distance || (away === distance && kind !== 'yes'))) {
        polarity = kind === 'yes' ? 1 : -1;
        distance = away;
      }
    } else says.add(kind);
  }
  for (const { from, to, says: sign } of reading.signs) {
    if (first < from || first >= to || Math.abs(first - from) >= distance) continue;
    polarity = sign;
    distance = first - from;
  }
  // "No signs or symptoms of" denies; "return if no better" does not.
  if (denial < condition) says.delete('hypothetical');
  const who = experiencerOf(reading, first, last);
  return {
    assertion: assertionOf(polarity, says, reading.section),
    temporality: isBackground(reading, first, last)
      ? 'historical'
      : temporalityOf(reading, says, first, last, who.experiencer),
    ...who,
  };
}

const HISTORY = new Set(['history', 'hx', 'h', 'hist']);

/** "No history of": denied for the past as well. */
const saysHistory = ({ words }: CueRule): boolean =>
  words.some((word) => HISTORY.has(word)) && !words.includes('family') && !words.includes('fh');

function assertionOf(polarity: number, says: ReadonlySet<string>, section: string | undefined): Assertion {
  if (says.has('hypothetical')) return 'hypothetical';
  if (polarity < 0) return 'absent';
  if (section === 'instructions') return 'hypothetical';
  if (says.has('conditional') || section === 'allergies') return 'conditional';
  if (says.has('possible') && polarity <= 0) return 'possible';
  if (section === 'indication') return 'possible';
  return 'present';
}

function temporalityOf(
  reading: Reading,
  says: ReadonlySet<string>,
  first: number,
  last: number,
  who: Experiencer,
): Temporality {
  if (says.has('resolved') && !says.has('hypothetical')) return 'resolved';
  if (says.has('historical')) return 'historical';
  for (const [from, to] of reading.past) if (first >= from && last < to) return 'historical';
  if (who === 'patient' && PAST.has(reading.section ?? '')) return 'historical';
  return 'current';
}

function experiencerOf(reading: Reading, first: number, last: number): { experiencer: Experiencer; relative?: string } {
  let best: Kin | undefined;
  for (const kin of reading.kin) {
    if (
      first >= kin.from &&
      last < kin.to &&
      (best === undefined || best.relative === 'family' || kin.to - kin.from < best.to - best.from)
    )
      best = kin;
  }
  if (best) {
    if (best.experiencer === 'other' || best.relative === undefined || best.relative === 'family')
      return { experiencer: best.experiencer };
    return { experiencer: 'family', relative: best.relative };
  }
  return { experiencer: FAMILY.has(reading.section ?? '') ? 'family' : 'patient' };
}

/** Cues in force over a concept: longest wording at each place, none that overlaps the concept or a longer cue before it. */
function covering(scopes: readonly Scoped[], first: number, last: number): Scoped[] {
  const active: Scoped[] = [];
  let taken = -1;
  let before = -1;
  let place = -1;
  let done = false;
  let forwardDone = false;
  for (const scoped of scopes) {
    const { cue, range } = scoped;
    const { kind, direction } = cue.rule;
    if (cue.from !== place) {
      place = cue.from;
      before = taken;
      done = false;
      forwardDone = false;
    }
    if (done || cue.from < before) continue;
    if (direction === 'forward' && forwardDone) continue;
    const covers = range[0] <= first && last < range[1];
    if (kind === 'mask' && !covers && first >= range[1]) continue;
    if (direction === 'backward' && !covers) continue;
    if (covers || kind === 'mask') done = true;
    else forwardDone = true;
    taken = Math.max(taken, cue.to);
    if (covers && kind !== 'mask') active.push(scoped);
  }
  return active;
}

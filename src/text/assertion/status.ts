import type { Assertion, Experiencer, Status, Temporality } from '../mention.ts';
import type { Cue, CueRule } from './cues.ts';
import type { Kin } from './experiencer.ts';
import type { Reading, Scoped } from './reading.ts';

const FAMILY = 'family-history';
const PAST = new Set(['past-medical-history', 'past-surgical-history']);

/** What is known of a concept beside its words. */
export interface Given {
  /** A negation stands between its words. */
  readonly negated?: boolean;
  /** Its words hold a negation of their own ("non smoker"): it is no item of a list of what is denied. */
  readonly denying?: boolean;
  /** It is a test: "CXR neg" tells its result, and that it was done. */
  readonly isTest?: boolean;
  /** The word before it. */
  readonly before?: string;
}

/** Status of the concept whose words are the tokens `words` (ascending). */
export function statusOf(reading: Reading, words: readonly number[], given: Given = {}): Status {
  const { negated = false, denying = false, isTest = false, before = '' } = given;
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
    if (kind === 'yes' && active.some((other) => deniesThis(other.cue, cue, range[0]))) continue;
    if (denying && kind === 'no') continue;
    // "TSH on levothyroxine normal": the TSH is.
    if (kind === 'no' && cue.from > last && UNDER.has(before) && SOUND.has(cue.rule.words.at(-1) ?? '')) continue;
    if (isTest && kind === 'no' && tellsResult(cue.rule)) continue;
    // "Diarrhoea on metformin, settled": the diarrhoea has.
    if (kind === 'resolved' && cue.from > last && UNDER.has(before) && SUBSIDED.has(cue.rule.words.at(-1) ?? ''))
      continue;
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

const deniesThis = (no: Cue, yes: Cue, start: number): boolean =>
  no.rule.kind === 'no' &&
  (no.from >= start || (no.rule.direction === 'forward' && no.from < yes.from && BE.test(yes.rule.words[0] ?? '')));
const BE = /^(?:is|are|was|were)$/;

/** "ECG neg", "negative ECG". */
const tellsResult = ({ direction, words: own }: CueRule): boolean =>
  direction === 'backward' ? RESULT.has(own.at(-1) ?? '') : own.length === 1 && /^neg(?:ative)?$/.test(own[0] ?? '');
const RESULT = new Set([
  'neg',
  'negative',
  've',
  'clear',
  'normal',
  'nad',
  'nil',
  'none',
  'preserved',
  'intact',
  'unremarkable',
]);
const SOUND = new Set(['normal', 'preserved', 'intact', 'unremarkable']);
const UNDER = new Set(['on', 'after', 'since', 'taking', 'by']);
const SUBSIDED = new Set(
  'resolved settled subsided cleared up gone disappeared away abated better recovered off'.split(' '),
);

const isBackground = ({ background }: Reading, first: number, last: number): boolean =>
  background !== undefined && first >= background[0] && last < background[1];

const HISTORY = new Set(['history', 'hx', 'h', 'hist']);

/** "No history of": denied for the past as well. */
const saysHistory = ({ words }: CueRule): boolean =>
  words.some((word) => HISTORY.has(word)) && !words.includes('family') && !words.includes('fh');

function assertionOf(polarity: number, says: ReadonlySet<string>, section: string | undefined): Assertion {
  if (says.has('hypothetical')) return 'hypothetical';
  if (polarity < 0) return 'absent';
  if (says.has('talk')) return 'hypothetical';
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
    // "Wife sleeps in the spare room": a sign of the patient that is told by what another does.
    if (kin.experiencer === 'other' && first === kin.from) continue;
    if (kin.experiencer === 'family' && kin.from < reading.own && first >= reading.own) continue;
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
  return { experiencer: reading.section === FAMILY && first < reading.own ? 'family' : 'patient' };
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
    const { cue, range, touching } = scoped;
    const { kind, direction } = cue.rule;
    if (cue.from !== place) {
      place = cue.from;
      before = taken;
      done = false;
      forwardDone = false;
    }
    if (done || cue.from < before) continue;
    if (direction === 'forward' && forwardDone) continue;
    // "No masses are palpable": the verb inside the concept ends no denial that begins right before it.
    const led =
      kind === 'no' && direction === 'forward' && first >= range[0] && first - range[0] <= 1 && first < range[1];
    const covers = led || (touching ? last === range[1] - 1 : range[0] <= first && last < range[1]);
    if (kind === 'mask' && !covers && first >= range[1]) continue;
    if (direction === 'backward' && !covers) continue;
    if (covers || kind === 'mask') done = true;
    else forwardDone = true;
    taken = Math.max(taken, cue.to);
    if (covers && kind !== 'mask') active.push(scoped);
  }
  return active;
}

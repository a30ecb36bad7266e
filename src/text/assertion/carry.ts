import { BREAK, NUMBER, type Tokens } from '../tokens.ts';
import type { Kin } from './experiencer.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const HE = words('father brother son uncle grandfather nephew');
const SHE = words('mother sister daughter aunt grandmother niece');
const DEATH = words('d died dead deceased passed dies');
/** These speak of the patient, or of what was done today. */
const PATIENT = words(
  'patient pt pts i we me my denies reports states complains c o/e oe exam examination plan bp wt weight today advised advise feels feel gets noticed now currently refer referred start started continue recheck rpt review bloods labs here seen well stable sleep sleeping mood low',
);
/** The relative must be among the first words: "Her older brother Pat d. aged 52". */
const SUBJECT = 4;
/** A longer sentence has a subject of its own. */
const FRAGMENT = 16;

/**
 * The relative whose story a sentence tells, for the sentences after it: one who is said to have died at an age ("Brother Pat d.
 * aged 52."), as family histories say it and bereavements do not ("Mother died in March."); under a family heading, any.
 */
export function storyOf(
  tokens: Tokens,
  from: number,
  to: number,
  kin: readonly Kin[],
  familySection: boolean,
): string | undefined {
  const own = kin.filter(
    (one) => one.experiencer === 'family' && one.relative !== undefined && one.relative !== 'family',
  );
  const relative = own[0]?.relative;
  if (relative === undefined || own.some((one) => one.relative !== relative)) return undefined;
  if (familySection) return relative;
  if ((own[0]?.from ?? 0) - from > SUBJECT) return undefined;
  let death = false;
  for (let at = from; at < to; at++) {
    if (DEATH.has(tokens.low[at] ?? '')) death = true;
    else if (death && tokens.kind[at] === NUMBER && AGE.test(tokens.low[at - 1] ?? '') && isAge(tokens, at))
      return relative;
  }
  return undefined;
}

const AGE = /^(?:aged?|at|d|died|\.)$/;

const isAge = (tokens: Tokens, at: number): boolean => {
  const years = Number(tokens.low[at]);
  return years > 0 && years < 110;
};

/** Whether the sentence [from, to) goes on with the story of a relative: on the same line, a fragment or "he", "she", nothing of the patient. */
export function goesOnWith(
  tokens: Tokens,
  from: number,
  to: number,
  relative: string,
  familySection: boolean,
): boolean {
  if (tokens.kind[from - 1] === BREAK && !familySection) return false;
  const opening = tokens.low[from] ?? '';
  if ((opening === 'he' && HE.has(relative)) || (opening === 'she' && SHE.has(relative))) return true;
  if (familySection) return !/^(?:no|nil|none|neg|nobody|otherwise)$/.test(opening);
  if (to - from > FRAGMENT) return false;
  for (let at = from; at < to; at++) {
    const low = tokens.low[at] ?? '';
    if (PATIENT.has(low) || low === 'he' || low === 'she') return false;
  }
  return true;
}

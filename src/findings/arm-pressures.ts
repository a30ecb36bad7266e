import type { Claim } from './claims.ts';
import { toldIn } from './habits/told.ts';
import type { ReadNote } from './notes.ts';

/**
 * Systolic pressures of the arms that differ by more than 20 mmHg speak for dissection (von Kodolitsch et al., Arch Intern Med
 * 2000;160:2977-82; recalled).
 */
const DIFFERS = 20;
const CERTAINTY = 0.85;

const WORDS = String.raw`(?:\s|\b(?:is|was|of|in|the|on)\b|[:=,(-])*`;
const AND = String.raw`[\s,;)]*(?:and)?\s*`;
const pressure = (name: string) => String.raw`(?<${name}>\d{2,3})\s*\/\s*\d{2,3}(?:\s*mm\s?Hg)?`;
const arm = (name: string) => String.raw`\b(?<${name}>right|left|R|L)\b(?:\s*(?:arm|upper limb))?`;
/** "right arm 188/96, left arm 142/80"; "188/96 right arm, 142/80 left arm". */
const PATTERNS = [
  [arm('side'), pressure('one'), arm('other'), pressure('two')],
  [pressure('one'), arm('side'), pressure('two'), arm('other')],
].map(([a, b, c, d]) => new RegExp(`${a}${WORDS}${b}${AND}${c}${WORDS}${d}`, 'gi'));

/** What pressures of both arms claim of a difference between them. */
export function armPressureClaims(notes: readonly ReadNote[]): Claim[] {
  const told = notes.flatMap((read) => PATTERNS.flatMap((pattern) => toldIn(read, pattern)));
  return told.flatMap(({ match: { groups = {} }, evidence }): Claim[] => {
    const { side = '', one, other = '', two } = groups;
    if (side[0]?.toLowerCase() === other[0]?.toLowerCase()) return [];
    const says = Math.abs(Number(one) - Number(two)) > DIFFERS ? 'present' : 'absent';
    return [{ says, certainty: CERTAINTY, kind: 'abnormal', strength: 1, evidence }];
  });
}

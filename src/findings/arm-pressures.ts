import type { Claim } from './claims.ts';
import { toldIn } from './habits/told.ts';
import type { ReadNote } from './notes.ts';

/**
 * Systolic pressures of the arms that differ by more than 20 mmHg speak for dissection (von Kodolitsch et al., Arch Intern Med
 * 2000;160:2977-82; recalled).
 */
const DIFFERS = 20;
const CERTAINTY = 0.85;

const PRESSURE = String.raw`(\d{2,3})\s*\/\s*\d{2,3}(?:\s*mm\s?Hg)?`;
const ARM = String.raw`\b(right|left|R|L)\b(?:\s*(?:arm|upper limb))?`;
const WORDS = String.raw`(?:\s|\b(?:is|was|of|in|the|on)\b|[:=,(-])*`;
/** "right arm 188/96, left arm 142/80"; "188/96 right arm, 142/80 left arm". */
const ARM_FIRST = new RegExp(String.raw`${ARM}${WORDS}${PRESSURE}[\s,;)]*(?:and)?\s*${ARM}${WORDS}${PRESSURE}`, 'gi');
const PRESSURE_FIRST = new RegExp(
  String.raw`${PRESSURE}${WORDS}${ARM}[\s,;)]*(?:and)?\s*${PRESSURE}${WORDS}${ARM}`,
  'gi',
);

/** What pressures of both arms claim of a difference between them. */
export function armPressureClaims(notes: readonly ReadNote[]): Claim[] {
  return notes.flatMap((read) => {
    const first = toldIn(read, ARM_FIRST).map(({ match: [, side, one, other, two], evidence }) => ({
      sides: [side, other],
      pressures: [Number(one), Number(two)] as const,
      evidence,
    }));
    const last = toldIn(read, PRESSURE_FIRST).map(({ match: [, one, side, two, other], evidence }) => ({
      sides: [side, other],
      pressures: [Number(one), Number(two)] as const,
      evidence,
    }));
    return [...first, ...last].flatMap(
      ({ sides: [side = '', other = ''], pressures: [one, two], evidence }): Claim[] => {
        if (side[0]?.toLowerCase() === other[0]?.toLowerCase()) return [];
        const says = Math.abs(one - two) > DIFFERS ? 'present' : 'absent';
        return [{ says, certainty: CERTAINTY, kind: 'abnormal', strength: 1, evidence }];
      },
    );
  });
}

/** The words around a date. */
import { setOf } from '../sets.ts';
import type { Tokens } from '../tokens.ts';

/** Words before a date that leave no doubt that one follows. */
export const STRONG = setOf(`
on since until till dated date dates visits dob born by before after between through thru doa dos dod lmp edd edc birthdate
admitted discharged seen visit surgery procedure scheduled due appointment follow-up birthday admission discharge as
saw fell fall bm menses given drawn placed removed repaired replaced done taken collected sent received started stopped signed reviewed
examined completed performed inserted closed opened happened occurred arrived left called rang out last`);
export const WEAK = setOf(`
in from of for to at last next this and or the during around about early late mid back every each past coming
previous following approximately circa starting beginning ending end middle effective per expired expires returned
updated signed started`);
/** Months and weekdays whose names are words of everyday speech. */
export const VERBY = setOf(`
may march sat sun mar mon wed dec jan`);

export function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : 0;
}

export function wordBefore(doc: Tokens, i: number, back: number): string {
  return doc.lower[i - back] ?? '';
}

export function wordAfter(doc: Tokens, end: number): string {
  const match = /^\s?([\p{L}]+|[^\s\p{L}\d])/u.exec(doc.text.slice(end, end + 16));
  return match?.[1]?.toLowerCase() ?? '';
}

/**
 * What the word list says of one word, in 21 bits. Levels run from 0 (not in that list) to 3 (very common), except `common`,
 * which runs to 5 with SCOWL's size classes: 5 for the smallest list (the commonest words), 1 for the largest.
 */
export interface WordClass {
  readonly given: number;
  readonly surname: number;
  readonly common: number;
  readonly male: boolean;
  readonly female: boolean;
  readonly drug: boolean;
  readonly medical: boolean;
  readonly place: boolean;
  readonly region: boolean;
  readonly eponym: boolean;
}

export const DRUG = 1 << 9;
export const MEDICAL = 1 << 10;
export const PLACE = 1 << 11;
export const REGION = 1 << 12;
export const EPONYM = 1 << 13;
export const MALE = 1 << 7;
export const FEMALE = 1 << 8;

export const givenLevel = (bits: number): number => bits & 3;
export const surnameLevel = (bits: number): number => (bits >> 2) & 3;
export const commonLevel = (bits: number): number => (bits >> 4) & 7;

export function bitsOf(word: WordClass): number {
  return (
    word.given |
    (word.surname << 2) |
    (word.common << 4) |
    (word.male ? MALE : 0) |
    (word.female ? FEMALE : 0) |
    (word.drug ? DRUG : 0) |
    (word.medical ? MEDICAL : 0) |
    (word.place ? PLACE : 0) |
    (word.region ? REGION : 0) |
    (word.eponym ? EPONYM : 0)
  );
}

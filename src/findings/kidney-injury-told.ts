import type { TextMeasurement } from '../text/index.ts';
import type { Claim } from './claims.ts';
import { evidenceOf } from './mentioned.ts';
import { isCopied, type ReadNote } from './notes.ts';

/** From this multiple of the baseline on a creatinine is an acute kidney injury (KDIGO 2012, stage 1). */
const RISE = 1.5;
/** NHS England's algorithm (NHS/PSA/D/2014/010) takes as baseline what was measured within a year. */
const LONGEST_DAYS = 365;
const CERTAINTY = 0.75;

/** "Creatinine 312 (baseline 96)": what notes tell of acute kidney injury by two values of one sentence. */
export function kidneyInjuryClaims(notes: readonly ReadNote[]): Claim[] {
  return notes.flatMap((read) => {
    const { measurements, changes } = read.reading;
    const creatinines = measurements.filter(({ analyte, span }) => analyte === 'creatinine' && !isCopied(read, span));
    return creatinines.flatMap((before): Claim[] => {
      const now = before.past ? creatinines.find((each) => !each.past && isOfSentence(each, before)) : undefined;
      if (!now || !isSameUnit(now, before) || now.value < RISE * before.value) return [];
      const change = changes.find(({ analyte, from }) => analyte === 'creatinine' && from === before.value);
      if ((change?.overDays ?? 0) > LONGEST_DAYS) return [];
      const evidence = evidenceOf(read, before);
      return [{ says: 'present', certainty: CERTAINTY, kind: 'mentioned', strength: 1, evidence }];
    });
  });
}

const isOfSentence = (one: TextMeasurement, other: TextMeasurement): boolean => one.sentence[0] === other.sentence[0];

/** A bare number beside one with a unit is in that unit. */
const isSameUnit = (one: TextMeasurement, other: TextMeasurement): boolean =>
  one.unit === undefined || other.unit === undefined || one.unit === other.unit;

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../knowledge/index.ts';
import { conditionOfOutcome, priorByModel, priorShiftsOf } from './model-prior.ts';

const conditions = [...loadKnowledge().conditions.values()];
const outcome = (...codes: string[]) => ({ name: 'it', codes });
const risk = (over: object = {}) => ({
  ...{ outcome: 'it', years: 5, risk: 0.2, low: 0.1, high: 0.3, peer: 0.1, calibratedOn: { n: 1000, events: 50 } },
  ...over,
});

describe('which condition an outcome is', () => {
  it.each([
    ['SNOMED', 'type-2-diabetes', outcome('CONDITION//SNOMED/44054006')],
    ['SNOMED without a kind', 'type-2-diabetes', outcome('SNOMED/44054006')],
    ['ICD-10 by prefix', 'type-2-diabetes', outcome('CONDITION//ICD10CM/E11.65', 'CONDITION//ICD10CM/E11.9')],
    ['ICD-10 as MIMIC writes it', 'type-2-diabetes', outcome('DIAGNOSIS//ICD//10//E1165', 'DIAGNOSIS//ICD//10//E119')],
    ['ICD-10 with two slashes', 'type-2-diabetes', outcome('DIAGNOSIS//ICD10CM//E11.9')],
    ['ICD-10 without a kind', 'type-2-diabetes', outcome('ICD10CM/E11.9', 'ICD-10-CM/E11.65')],
    [
      'all that begin so, ICD-9 beside',
      'heart-failure',
      outcome('DIAGNOSIS//ICD//10//I50*', 'DIAGNOSIS//ICD//9//428*'),
    ],
    ['the narrower of two', 'atrial-flutter', outcome('DIAGNOSIS//ICD//10//I483')],
    ['the one that covers all', 'atrial-fibrillation', outcome('ICD10CM/I48.0', 'ICD10CM/I48.3')],
    ['what the folder says', 'type-2-diabetes', { ...outcome('LAB//X/1'), condition: 'type-2-diabetes' }],
  ])('by %s', (_, condition, of) => expect(conditionOfOutcome(of, conditions)).toBe(condition));

  it.each([
    ['another disease beside', outcome('CONDITION//SNOMED/44054006', 'CONDITION//SNOMED/1')],
    ['a symptom beside', outcome('ICD10CM/E11.9', 'LAB//X/1')],
    ['death', outcome('MEDS_DEATH')],
    ['more than the shelf has of it', outcome('ICD10CM/E1*')],
    ['ICD-9 alone', outcome('DIAGNOSIS//ICD//9//428*')],
    ['a code of two conditions', outcome('CONDITION//SNOMED/5370000')],
    ['a condition that is not on the shelf', { ...outcome('X//Y/1'), condition: 'no-such-thing' }],
  ])('is none by %s', (_, of) => expect(conditionOfOutcome(of, conditions)).toBeUndefined());
});

describe('how a model moves a prior', () => {
  const diabetes = outcome('CONDITION//SNOMED/44054006');

  it('multiplies the odds of prevalence by those of the person beside an average history', () => {
    const shifts = priorShiftsOf([risk()], [diabetes], conditions);
    expect(shifts).toMatchObject([{ condition: 'type-2-diabetes' }]);
    expect(shifts[0]?.oddsRatio).toBeCloseTo(0.25 / (1 / 9), 6);
    const prior = priorByModel(shifts);
    expect(prior('type-2-diabetes', 0.1)).toBeCloseTo(0.2, 6);
    expect(prior('gout', 0.1)).toBeUndefined();
    expect(prior('type-2-diabetes', undefined)).toBeUndefined();
  });

  it('takes the horizon that most events calibrate', () => {
    const shifts = priorShiftsOf(
      [risk({ years: 1, risk: 0.9, calibratedOn: { n: 10, events: 11 } }), risk()],
      [diabetes],
      conditions,
    );
    expect(shifts[0]?.risk.years).toBe(5);
  });

  it('keeps every prior a probability, moves it no more than tenfold, and not at all for an average history', () => {
    const probability = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
    fc.assert(
      fc.property(probability, probability, probability, (own, peer, prevalence) => {
        const moved = priorByModel(priorShiftsOf([risk({ risk: own, peer })], [diabetes], conditions))(
          'type-2-diabetes',
          prevalence,
        );
        expect(moved).toBeGreaterThan(0);
        expect(moved).toBeLessThan(1);
        const odds = (p: number) => p / (1 - p);
        const ratio = odds(moved ?? Number.NaN) / odds(prevalence);
        expect(ratio).toBeLessThan(10.001);
        expect(ratio).toBeGreaterThan(0.0999);
        if (own === peer) expect(ratio).toBeCloseTo(1, 6);
      }),
    );
  });
});

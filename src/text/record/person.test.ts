import { describe, expect, it } from 'vitest';
import { personIn } from './person.ts';

const YEAR = 365.25;

describe('who a text is about', () => {
  it.each<[string, number, 'male' | 'female' | undefined]>([
    ['A 67-year-old man presents with cough.', 67, 'male'],
    ['54F with fatigue', 54, 'female'],
    ['67M, smoker, c/o haemoptysis', 67, 'male'],
    ['67yo M seen in clinic', 67, 'male'],
    ['Pt is a 45 y.o. female here for follow-up', 45, 'female'],
    ['F/72 referred with falls', 72, 'female'],
    ['72/F referred with falls', 72, 'female'],
    ['Age: 31\nSex: male', 31, 'male'],
    ['A forty-two-year-old woman', 42, 'female'],
    ['Mrs Jones, aged 81, was admitted.', 81, 'female'],
    ['A 28-year-old G2P1 woman at 32 weeks of gestation', 28, 'female'],
    ['A 36-year-old primigravida presents', 36, 'female'],
    ['A 35-year-old mother of two presents with headache.', 35, 'female'],
    ['A previously healthy 19-year-old college student reports that he vomits.', 19, 'male'],
    ['Her 70-year-old mother has dementia. She is a 45-year-old teacher.', 45, 'female'],
    ['T 101F. A 50-year-old man', 50, 'male'],
    ['Two days after delivery, a 31-year-old woman has a fever.', 31, 'female'],
    ['A 24-year-old woman, two weeks after the birth of her first boy, cries.', 24, 'female'],
  ])('%s', (text, years, sex) => {
    const person = personIn(text);
    expect(Math.floor((person.ageDays ?? Number.NaN) / YEAR)).toBe(years);
    expect(person.sex).toBe(sex);
  });

  it.each<[string, number, number, 'male' | 'female' | undefined]>([
    ['A 3-month-old boy is brought by his mother', 91, 122, 'male'],
    ['A 2-week-old girl', 14, 21, 'female'],
    ['A 6-day-old male newborn', 6, 7, 'male'],
    ['A mother brings her 4-month-old son to the clinic', 120, 153, 'male'],
    ['A newborn boy is cyanotic', 0, 2, 'male'],
    ['Day of life 3, female infant', 3, 4, 'female'],
    [
      'Six hours after delivery, a 3050-g male newborn vomits. He was born to a healthy 35-year-old woman.',
      0,
      1,
      'male',
    ],
    ['Five weeks after birth, a 1350-g girl has respiratory distress.', 35, 36, 'female'],
    ['A 3175-g female newborn is delivered at 37 weeks to a 26-year-old primigravid woman.', 0, 2, 'female'],
    ['An 18-month-old is brought in. She has a rash.', 547, 579, 'female'],
  ])('children: %s', (text, from, to, sex) => {
    const { ageDays, sex: found } = personIn(text);
    expect(ageDays).toBeGreaterThanOrEqual(from);
    expect(ageDays).toBeLessThan(to);
    expect(found).toBe(sex);
  });

  it('of relatives alone, and of nobody, says nothing of the age', () => {
    expect(personIn('His father died at 54 years old of a stroke.').ageDays).toBeUndefined();
    expect(personIn('Temperature 98 F. Cough for 3 days.').ageDays).toBeUndefined();
    expect(personIn('')).toEqual({});
  });

  it('cites the words that say so, and a date of birth', () => {
    const text = 'DOB: 1956-03-12. Seen with cough.';
    expect(personIn(text)).toMatchObject({ born: '1956-03-12', span: [0, 15] });
    const aged = 'Today a 67-year-old man';
    expect(aged.slice(...(personIn(aged).span ?? [0, 0]))).toBe('67-year-old');
  });
});

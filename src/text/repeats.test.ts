import { describe, expect, test } from 'vitest';
import { compileLexicon, readNote } from './index.ts';

const none = compileLexicon([]);
const measures = new Map([
  ['potassium', ['potassium', 'K']],
  ['creatinine', ['creatinine']],
]);
const told = (text: string) =>
  readNote(text, none, { measures }).measurements.map(({ value, again }) => (again ? `again ${value}` : value));

describe('a value and its repeat', () => {
  test.each([
    'Potassium 5.9, repeat 4.8.',
    'Potassium 5.9 mmol/L; repeated: 4.8 mmol/L',
    'K 5.9 (repeat 4.8)',
    'K was 5.9 (haemolysed), repeat 4.8 today',
    'K 5.9 then 4.8 on repeat',
    'K 5.9, rechecked and was 4.8.',
    'K 5.9 - repeat level 4.8, ECG normal',
    'K 5.9. Repeat 4.8.',
    'K 5.9, repeated 4.8 the next day',
    'K 5.9 haemolysed, repeat 4.8',
    'K 5.9, then 4.8',
    'K 5.9 falling to 4.8',
    'K 5.9 on admission, 4.8 after dialysis',
    'Potassium of 5.9 mmol/L; a repeat was 4.8 mmol/L.',
  ])('%s', (text) => expect(told(text)).toEqual([5.9, 'again 4.8']));

  test('one after the other', () => {
    expect(told('K 6.4 on admission, 5.9 after dialysis, 4.8 at discharge')).toEqual([6.4, 'again 5.9', 'again 4.8']);
  });

  test('another analyte after it is read as well', () => {
    expect(told('Potassium 5.9, repeat 4.8, creatinine 120')).toEqual([5.9, 'again 4.8', 120]);
  });
});

describe('no repeat told', () => {
  test.each([
    'Potassium 5.9, repeat in 2 weeks',
    'Potassium 5.9, repeat 2 weeks',
    'Potassium 5.9, repeat 2/52',
    'Potassium 5.9, repeat 12 lead ECG',
    'Potassium 5.9, repeat 1 more time',
    'Potassium 5.9. Repeat ECG at 4.30',
    'Potassium 5.9, repeat.',
    'K 5.9, creatinine high. Repeat 4.8',
    'Potassium 5.9 on admission, 2 units of blood at discharge',
    'Potassium 5.9 then 3 days later the ECG was normal',
    'Potassium 5.9 (haemolysed)',
  ])('%s', (text) => expect(told(text)).toEqual([5.9]));
});

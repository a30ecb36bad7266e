import { expect, test } from 'vitest';
import { analyteName, dayOf, shortResult, withRemark } from './wording.ts';

test.each([
  ['esr', 'ESR'],
  ['mcv', 'MCV'],
  ['ferritin', 'Ferritin'],
  ['urine-pcr', 'Urine PCR'],
  ['body-weight', 'Body weight'],
  ['unheard-of', 'unheard-of'],
])('%s is called %s', (id, name) => {
  expect(analyteName(id)).toBe(name);
});

test('a result is told under the short name, other words as they are', () => {
  expect(shortResult('Erythrocyte sedimentation rate 45 mm/h (0–20)')).toBe('ESR 45 mm/h (0–20)');
  expect(shortResult('Tired since spring.')).toBe('Tired since spring.');
});

test('dates as people write them, as far as they are known', () => {
  expect([dayOf('2016-03-12T08:00:00Z'), dayOf('2016-03'), dayOf('2016'), dayOf(undefined)]).toEqual([
    '12 Mar 2016',
    'Mar 2016',
    '2016',
    'undated',
  ]);
});

test('a remark stands in brackets, without its full stop', () => {
  expect(withRemark('Venesection', 'Weekly at first.')).toBe('Venesection (weekly at first)');
  expect(withRemark('Venesection', undefined)).toBe('Venesection');
});

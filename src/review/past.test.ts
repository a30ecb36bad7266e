import { expect, test } from 'vitest';
import type { ChartEvent } from '../chart/index.ts';
import { isCircumstance, pastText, problemName } from './past.ts';

const event = (name: string, time: string): ChartEvent => ({
  kind: 'condition',
  name,
  time,
  at: Date.parse(time),
  codings: [],
  source: { resourceType: 'Condition', id: `${name}${time}` },
});

test('what mattered is told by name, colds are counted', () => {
  const groups: [ChartEvent, ...ChartEvent[]][] = [
    [event('Common cold', '2006-12-01'), event('Common cold', '2008-12-01')],
    [event('Pleurisy', '2009-03-01')],
    [
      event('Acute bronchitis', '2010-01-01'),
      event('Acute bronchitis', '2011-01-01'),
      event('Acute bronchitis', '2012-01-01'),
    ],
    [event('Sprain of ankle', '2010-01-01')],
  ];
  expect(pastText(groups)).toBe(
    'Resolved: Pleurisy (Mar 2009), Acute bronchitis ×3 (Jan 2010) and 3 minor illnesses and injuries (common cold and sprain of ankle).',
  );
});

test.each([
  ['Anemia, unspecified', 'Anemia'],
  ['Chronic pain (finding)', 'Chronic pain'],
  ['Dermatitis herpetiformis', 'Dermatitis herpetiformis'],
])('%s is said as %s', (name, said) => {
  expect(problemName(name)).toBe(said);
});

test('circumstances are no problems of health', () => {
  expect(isCircumstance(event('Full-time employment (finding)', '2010-01-01'))).toBe(true);
  expect(isCircumstance(event('Stress cardiomyopathy', '2010-01-01'))).toBe(false);
});

import { expect, it } from 'vitest';
import { trainingPage } from './page.ts';

const group = { predicted: 0.1, observed: 0.2, low: 0.1, high: 0.35, n: 40 };

it('draws calibration with its intervals, says its numbers, and lets no name through as markup', () => {
  const page = trainingPage('ours', [], [{ name: 'gout <b>, 5 years', groups: [group, { ...group, predicted: 0.3 }] }]);
  expect(page.match(/<circle/g)).toHaveLength(2);
  expect(page).toContain('10 % predicted, 20 % observed (10 % to 35 %), 40 people');
  expect(page).toContain('gout &lt;b&gt;, 5 years');
  expect(page).toContain('not in its folder');
});

it('has no part on calibration where nothing is known of it', () => {
  expect(trainingPage('ours', [])).not.toContain('Calibration');
});

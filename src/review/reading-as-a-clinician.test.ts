import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../knowledge/index.ts';
import { chartFromTexts } from '../text/index.ts';
import { reviewOf } from './compose.ts';
import { exampleOf } from './example.fixture.ts';
import { outlineOf } from './outline.ts';

const knowledge = loadKnowledge();
const reviewOfText = (text: string) => reviewOf(chartFromTexts([{ id: 'note', title: 'Note', text }]), knowledge, {});
const CHOLESTASIS =
  'A 54-year-old woman with itch for six months. AMA positive. ALP 310 U/L, ALT 62 U/L, bilirubin 18 µmol/L, albumin 38 g/L.';

describe('what a clinician would not write', () => {
  it('a biopsy first, where the antibody has answered', () => {
    const review = reviewOfText(CHOLESTASIS);
    const [first] = review.differential;
    expect(first?.condition.id).toBe('primary-biliary-cholangitis');
    const proposed = review.nextSteps.filter(({ verdict }) => verdict === 'propose').map(({ test }) => test.id);
    expect(proposed.length).toBeGreaterThan(1);
    expect(proposed).not.toContain('liver-biopsy');
  });

  it('that nothing is said of GGT for six months, where there is no GGT at all', () => {
    const missing =
      reviewOfText(CHOLESTASIS)
        .limits.map(({ text }) => text)
        .find((text) => /informative/.test(text)) ?? '';
    expect(missing).toMatch(/\bGGT\b/);
    expect(missing).not.toMatch(/six months|raised GGT/);
  });

  it('that a toddler never smoked', () => {
    const socialOf = (text: string) => reviewOfText(text).summary.filter(({ about }) => about === 'social');
    expect(socialOf('A 17-month-old girl with fever. Non-smoker.')).toEqual([]);
    expect(socialOf('A 40-year-old woman with fever. Non-smoker.')).toHaveLength(1);
  });

  it('a grade that was hardly missed, as an argument against', () => {
    const { questions } = outlineOf(exampleOf('gca-74f', '2018-03-27').review);
    const against = questions.flatMap(({ speaksAgainst }) => speaksAgainst);
    expect(against.every(({ logOdds }) => Math.exp(-logOdds) >= 1.2)).toBe(true);
    expect(against.map(({ finding }) => finding)).not.toContain('No ESR 100 mm/h or more');
  });

  it('that a spoilt potassium was not repeated, once it was', () => {
    const repeats = (asOf: string) =>
      exampleOf('addison-40m', asOf).review.clues.filter(({ text }) => text.includes('Suggest repeat'));
    expect(repeats('2017-08-31')).toHaveLength(1);
    expect(repeats('2019-02-05')).toEqual([]);
  });
});

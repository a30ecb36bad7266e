import { describe, expect, it } from 'vitest';
import { exampleOf, withInEveryString } from './example.fixture.ts';
import { reviewAsText } from './text.ts';

const { review } = exampleOf();
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is looked for
const COLOUR = /\u001b\[[\d;]+m/g;

describe('reviewAsText', () => {
  it.each([40, 80, 200])('folds to %i columns', (width) => {
    const lines = reviewAsText(review, { width }).split('\n');
    expect(lines.filter((line) => line.length > width)).toEqual([]);
  });

  it('says the most important in the first lines, and all in about a hundred', () => {
    const lines = reviewAsText(review).split('\n');
    const first = lines.slice(0, 9).join('\n');
    expect(first).toContain('Margaret Thackray, female, 74 years');
    expect(first).toContain('Giant cell arteritis: very likely on these findings (over 95 %); must not be');
    expect(first).toContain('Refer today');
    expect(lines.length).toBeLessThan(130);
  });

  it('is the same text with and without colour', () => {
    const coloured = reviewAsText(review, { colour: true });
    expect(coloured).toMatch(COLOUR);
    expect(coloured.replace(COLOUR, '')).toBe(reviewAsText(review));
  });

  it('is the same twice', () => {
    expect(reviewAsText(exampleOf().review)).toBe(reviewAsText(review));
  });

  it('lets no control character of a record reach the terminal', () => {
    const hostile = withInEveryString(review, '\u001b[2J\u009b31m\u202e\u0007\r\n');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
    expect(reviewAsText(hostile)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });

  it('says so when nothing stands out', () => {
    const empty = { ...review, clues: [], differential: [], nextSteps: [], options: [], trends: [] };
    expect(reviewAsText(empty)).toContain('Nothing in this record stands out.');
  });
});

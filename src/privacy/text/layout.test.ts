import { describe, expect, it } from 'vitest';
import { contextOf } from './fixtures.ts';
import { scrubText } from './index.ts';
import { maskMarkup } from './mask.ts';

const tagged = (text: string) => scrubText(text, contextOf()).text;

describe('notes in other clothes', () => {
  it.each([
    ['HTML', '<p>Seen by Dr. <b>Okonkwo</b></p>', '<p>Seen by Dr. <b>[NAME]</b></p>'],
    ['entities', 'Dr.&nbsp;Okonkwo', 'Dr.&nbsp;[NAME]'],
    ['an address in angle brackets', 'From <peregrine@example.net>', 'From <[EMAIL]>'],
    ['RTF', '{\\rtf1 Dr. Okonkwo\\par DOB 03/14/1952}', '{\\rtf1 Dr. [NAME]\\par DOB [DATE]}'],
    ['capitals', 'DR OKONKWO PAGED. LUNGS CLEAR.', 'DR [NAME] PAGED. LUNGS CLEAR.'],
    [
      'no case and no stops',
      'seen by dr okonkwo for cough and fever today no other complaints',
      'seen by dr [NAME] for cough and fever today no other complaints',
    ],
    ['another script', 'The patient 王小明 was admitted to the ward.', 'The patient [NAME] was admitted to the ward.'],
    ['tags of an earlier scrubbing', 'Dr. [NAME] saw her on [DATE].', 'Dr. [NAME] saw her on [DATE].'],
  ])('%s', (_, text, scrubbed) => expect(tagged(text)).toBe(scrubbed));

  it('masks markup without moving anything', () => {
    for (const text of ['<a href="x">y</a> &amp; z', "{\\rtf1\\b0 Jos\\'e9}", 'a < b', '<br/>'])
      expect(maskMarkup(text)).toHaveLength(text.length);
  });
});

describe('time is linear in the text', () => {
  it.each(['(', '1 ', 'a.', 'A-', 'J. ', 'Smith, ', 'aGVsbG8gd29ybGQx', '<a ', 'Aa '])('%s, over and over', (piece) => {
    const seconds = (length: number) => {
      const start = process.cpuUsage();
      scrubText(piece.repeat(length / piece.length), contextOf());
      return process.cpuUsage(start).user / 1e6;
    };
    seconds(4_000);
    const short = Math.max(0.02, seconds(8_000));
    // Eight times the text may take eight times as long, and twice that again for a busy machine; a square would take 64 times.
    expect(seconds(64_000)).toBeLessThan(24 * short);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../knowledge/index.ts';
import { chartFromTexts } from '../../text/index.ts';
import { readingsAsHtml } from './html.ts';
import { LOOKS, marksOf, piecesOf } from './marks.ts';
import { type Reading, readingsOf } from './reading.ts';
import { readingsAsText } from './text.ts';

const knowledge = loadKnowledge();
const of = (text: string): Reading => {
  const [reading] = readingsOf(chartFromTexts([{ id: 'note', title: 'Note', text }]), knowledge);
  if (!reading) throw new Error('no reading');
  return reading;
};

const NOTE = `Date: 12 March 2024
HPI: 58-year-old woman with fatigue. No fever. ?PBC.
PMH: hypothyroidism
FH: mother had rheumatoid arthritis
Meds: levothyroxine 100 mcg OD
Bloods: ALP 410 U/L (30-120).
CT abdomen: 15 mm cyst in the pancreatic tail, previously 12 mm.
Plan: CT chest in 6 months. Ultrasound liver if jaundice.`;

describe('what was read of a note', () => {
  const reading = of(NOTE);

  it('is told with names and words', () => {
    expect(reading).toMatchObject({ kind: 'note', day: '2024-03-12', patient: { sex: 'female' } });
    expect(reading.mentions.find(({ words }) => words === 'fatigue')).toMatchObject({ name: 'Fatigue', is: 'finding' });
    expect(reading.measurements).toMatchObject([{ name: 'ALP', value: 410, range: [30, 120] }]);
    expect(reading.lesions).toMatchObject([{ organ: 'pancreas', largestMm: 15, priorMm: 12, change: 'larger' }]);
    expect(reading.recommendations.map(({ action }) => action)).toEqual(['ct', 'ultrasound']);
    expect(reading.listed.map(({ is, name }) => `${is} ${name}`)).toContain('medication levothyroxine 100 mcg OD');
  });

  it('is told for a terminal by signs, with and without colour', () => {
    const plain = readingsAsText([reading], { width: 100, colour: false });
    for (const words of [
      '[+ fatigue]',
      '[- fever]',
      '[? PBC]',
      '[~ mother had rheumatoid arthritis]',
      '[= ALP 410 U/L]',
      '[> CT chest in 6 months]',
    ])
      expect(plain).toContain(words);
    expect(plain).not.toContain('\u001b');
    expect(readingsAsText([reading], { width: 100, colour: true })).toContain('\u001b[');
    for (const { says } of Object.values(LOOKS)) expect(plain.replace(/\s+/g, ' ')).toContain(says);
  });

  it('is a page whose words are the text, whose marks are reached by keyboard, and which runs nothing of the text', () => {
    const page = readingsAsHtml([of('58-year-old woman with fatigue <script>alert(1)</script> and "itching".')]);
    expect(page).toContain('class="m present" id="m0-0" tabindex="0">fatigue');
    expect(page).not.toContain('<script>alert');
    expect(page).toContain('<a href="#m0-0">Fatigue</a>');
  });

  it('of a text without anything says so', () => {
    expect(readingsAsText([of('Lorem ipsum dolor.')], { width: 80, colour: false })).toContain(
      'Nothing was recognised',
    );
    expect(readingsAsHtml([of('Lorem ipsum dolor.')])).toContain('Nothing was recognised');
  });
});

it('the stretches of a text are the whole of it, in order, whatever it is', () => {
  const words = fc.constantFrom(
    ...NOTE.split(/\s+/),
    '\n',
    'No',
    '?',
    'ferritin 9',
    'recommend CT chest in 6-12 months',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 40 }), (parts) => {
      const text = `a ${parts.join(' ')}`;
      const reading = of(text);
      const pieces = piecesOf(text.length, marksOf(reading));
      expect(pieces.map(({ span }) => text.slice(...span)).join('')).toBe(text);
      for (const { name, words: told, span } of [...reading.mentions, ...reading.measurements, ...reading.statements]) {
        expect(told).toBe(text.slice(...span));
        expect(name).not.toBe('');
      }
      for (const one of reading.recommendations) expect(one.text).toBe(text.slice(...one.span));
    }),
    { numRuns: 100 },
  );
});

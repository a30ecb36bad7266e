import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../knowledge/index.ts';
import { chartFromTexts } from '../text/index.ts';
import { readRecord } from './record.ts';

const knowledge = loadKnowledge();
const NOTE = `Date: 12 March 2024. A 54-year-old woman with fatigue, itching and weight loss of 8 kg. No fever. BP 148/92, HR 88, T 99.5.
PMH: hypothyroidism, hypertension. FH: mother had rheumatoid arthritis. Meds: levothyroxine 100 mcg. She smokes 20 cigarettes a day.
Bloods: Hb 9.1 g/dL (12-16), ferritin 9 ng/mL, ALP 410 U/L. TSH low. CT chest: 9 mm solid nodule in the right upper lobe. Spleen 14 cm.`;

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Every piece of evidence of every finding of a text, with the words at its span. */
function evidenceIn(text: string) {
  const chart = chartFromTexts([{ id: 'note', title: 'Note', text }]);
  const { findings } = readRecord(chart, knowledge, chart.notes[0]?.time ?? '2000-01-01');
  return [...findings.values()].flatMap(({ concept, evidence }) =>
    evidence.map((each) => ({ concept, each, words: each.source.span ? text.slice(...each.source.span) : undefined })),
  );
}

describe('evidence from a text', () => {
  it('stands on words of the text, and quotes them', () => {
    const all = evidenceIn(NOTE);
    expect(all.length).toBeGreaterThan(20);
    const of = (concept: string) => all.filter((one) => one.concept === concept).map(({ words }) => words);
    expect(of('fatigue')).toEqual(['fatigue']);
    expect(of('low-ferritin')).toEqual(['ferritin 9 ng/mL']);
    expect(of('fever')).toContain('fever');
    expect(of('lung-nodule')).toContain('9 mm solid nodule');
    expect(of('splenomegaly')).toContain('Spleen 14 cm');
    expect(of('drug-levothyroxine').some((words) => words?.startsWith('levothyroxine'))).toBe(true);
  });

  it('of one finding told in several ways is several pieces, each at its own place', () => {
    const places = evidenceIn('A 60-year-old man with fatigue. He is tired. Fatigue for months.')
      .filter(({ concept }) => concept === 'fatigue')
      .map(({ words }) => words?.toLowerCase());
    expect(places.length).toBeGreaterThanOrEqual(2);
    expect(places[0]).toBe('fatigue');
  });

  it('has a span inside the text whatever the text is, and where it quotes, its quotation holds the words', () => {
    const words = fc.constantFrom(...NOTE.split(/\s+/), '\n', '\n\n', 'No', 'denies', '°', '𝔊', '‏');
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 60 }), (parts) => {
        const text = `x ${parts.join(' ')}`;
        for (const { each, words: told } of evidenceIn(text)) {
          const [start, end] = each.source.span ?? [-1, -1];
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          // A mention quotes its sentence; a result tells its number, which stands in the words.
          const isQuoted = plain(each.text).includes(plain(told ?? ''));
          const number = /\d+(?:\.\d+)?/.exec(told ?? '')?.[0];
          expect(isQuoted || number !== undefined).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

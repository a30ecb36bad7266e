import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileLexicon, copiedSpans, type NoteReading, readNote } from './index.ts';

const TERMS = 'chest pain,fever,rash,SOB,weight loss,swollen joints,no energy,iron deficiency,mouth ulcers';
const lexicon = compileLexicon(TERMS.split(',').map((term) => ({ concept: term, term })));
const measures = new Map([
  ['calcium', ['Ca']],
  ['systolic-bp', ['BP']],
  ['ferritin', ['ferritin']],
] as [string, string[]][]);
const read = (text: string): NoteReading => readNote(text, lexicon, { measures });

const PIECES =
  'chest|pain|fever|no|denies|PMH:|FHx:|Plan:|\n|\n\n|, |. |; |? |?|- |-|+|(|)|mother|Ca 10.4|BP 120/80|ferritin 9 -> 12|recheck|in 3/12|CT chest|if|or|and|swollen and painful joints|12|.84|1,200|é|𝔘|نص|\u0000|"|\u2019s|SOB|rash|resolved|5 years ago|\r\n|\t|x'.split(
    '|',
  );
const shorthand = fc.array(fc.constantFrom(...PIECES), { maxLength: 120 }).map((parts) => parts.join(' '));
const anything = fc.oneof(shorthand, fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ maxLength: 400 }));

function spansOf({
  sections,
  sentences,
  mentions,
  measurements,
  labStatements,
  recommendations,
}: NoteReading): (readonly [number, number])[] {
  return [
    ...sections.map(({ span }) => span),
    ...sentences.map(({ span }) => span),
    ...[...mentions, ...measurements, ...labStatements].flatMap(({ span, sentence }) => [span, sentence]),
    ...recommendations.map(({ span }) => span),
  ];
}

test('spans lie in the text, and a mention in its sentence', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const reading = read(text);
      for (const [from, to] of spansOf(reading)) {
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeGreaterThanOrEqual(from);
        expect(to).toBeLessThanOrEqual(text.length);
      }
      for (const { span, sentence } of reading.mentions) {
        expect(span[0]).toBeGreaterThanOrEqual(sentence[0]);
        expect(span[1]).toBeLessThanOrEqual(sentence[1]);
        expect(span[1]).toBeGreaterThan(span[0]);
      }
      for (const { text: said, span } of reading.recommendations) expect(said).toBe(text.slice(...span));
      copiedSpans([text, text]);
    }),
    { numRuns: 500 },
  );
});

test('sentences follow one another without overlap', () => {
  fc.assert(
    fc.property(anything, (text) => {
      let end = 0;
      for (const { span } of read(text).sentences) {
        expect(span[0]).toBeGreaterThanOrEqual(end);
        end = span[1];
      }
    }),
    { numRuns: 300 },
  );
});

test('the same text is read the same way, and text before it moves its spans alone', () => {
  fc.assert(
    fc.property(shorthand, (text) => {
      expect(read(text)).toEqual(read(text));
      const before = 'Seen today.\n\n';
      const moved = read(before + text).mentions.map(({ concept, span, assertion }) => [
        concept,
        span[0] - before.length,
        assertion,
      ]);
      const plain = read(`\n\n${text}`).mentions.map(({ concept, span, assertion }) => [
        concept,
        span[0] - 2,
        assertion,
      ]);
      expect(moved).toEqual(plain);
    }),
    { numRuns: 200 },
  );
});

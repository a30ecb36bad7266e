import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALMA, contextOf } from './fixtures.ts';
import { folded, isWithin } from './fold.ts';
import { scrubText } from './index.ts';

const PIECES = [
  'Mr. Okafor',
  'Dr. Lindqvist',
  '03/14/2019',
  'on 3/14',
  'MRN: 00412',
  'BP 120/80',
  'Parkinson disease',
  'Foley catheter',
  '(413) 555-0192',
  'a@b.org',
  '92-year-old',
  'lives in Larkfield',
  'St. Brigid Hospital',
  'last Tuesday',
  'Will follow up',
  '12 Oak Street',
  '王小明',
  'é',
  '<b>',
  '\n',
  '\t',
  '"',
  '- ',
  ': ',
  '. ',
  'PATIENT ALMA',
  'metformin 500 mg',
  '😀',
  '\u00ad',
  '[NAME]',
  '[DATE]',
  'Jane Doe, MD',
  'March 3',
  'x'.repeat(40),
  '{\\rtf',
  '&nbsp;',
  '&eacute;',
];
const note = fc
  .array(
    fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 6 })),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(' '));
const runs = { numRuns: 150 };

describe('any text', () => {
  it('gives spans in order, without overlap, that account for every unit of the text', () => {
    fc.assert(
      fc.property(note, fc.constantFrom<'tags' | 'surrogates'>('tags', 'surrogates'), (text, style) => {
        const { text: out, spans } = scrubText(text, contextOf({ style, occupations: true }, ALMA));
        let at = 0;
        let built = '';
        for (const span of spans) {
          expect(span.start).toBeGreaterThanOrEqual(at);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.why).not.toBe('');
          built += text.slice(at, span.start) + span.replacement;
          at = span.end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
        expect(out).toBe(built + text.slice(at));
      }),
      runs,
    );
  });

  it('is scrubbed the same each time', () => {
    fc.assert(
      fc.property(note, (text) => {
        expect(scrubText(text, contextOf({}, ALMA))).toEqual(scrubText(text, contextOf({}, ALMA)));
      }),
      { numRuns: 40 },
    );
  });

  it('keeps nothing that the record knows, however often it is scrubbed', () => {
    fc.assert(
      fc.property(note, (text) => {
        const context = contextOf({}, ALMA);
        const once = scrubText(text, context).text;
        const twice = scrubText(once, context).text;
        for (const name of ['castellanos', 'grabowska']) expect(folded(twice)).not.toContain(name);
        expect(twice.match(/\[[A-Z]+\]/g)?.length ?? 0).toBeGreaterThanOrEqual(
          Math.min(1, once.match(/\[(?:NAME|DATE)\]/g)?.length ?? 0),
        );
      }),
      runs,
    );
  });
});

describe('a name of the record', () => {
  const cases = fc.constantFrom(
    (x: string) => x,
    (x: string) => x.toUpperCase(),
    (x: string) => x.toLowerCase(),
  );
  const slip = fc.tuple(
    fc.nat({ max: 8 }),
    fc.constantFrom('drop', 'double', 'swap'),
    fc.constantFrom('Castellanos', 'Grabowska', 'William'),
  );
  const frames = fc.constantFrom(
    'Seen today: NAME is better.',
    'NAME has no pain.',
    'We told NAME to rest.',
    'the daughter of NAME called',
    'NAME',
    'Plan: discuss with NAME and review.',
  );

  it('does not survive a slip of one letter, in any case', () => {
    fc.assert(
      fc.property(slip, cases, frames, ([at, kind, name], recase, frame) => {
        const k = 1 + (at % (name.length - 2));
        const written =
          kind === 'drop'
            ? name.slice(0, k) + name.slice(k + 1)
            : kind === 'double'
              ? name.slice(0, k) + name.charAt(k) + name.slice(k)
              : name.slice(0, k) + name.charAt(k + 1) + name.charAt(k) + name.slice(k + 2);
        const shown = recase(written);
        const { text } = scrubText(frame.replace('NAME', shown), contextOf({}, ALMA));
        expect(text).not.toContain(shown);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the distance between two words', () => {
  it('counts a swap of neighbours as one slip', () => {
    expect(isWithin('smiht', 'smith', 1)).toBe(true);
    expect(isWithin('smtih', 'smith', 1)).toBe(true);
    expect(isWithin('smoth', 'smith', 0)).toBe(false);
  });
  it('is symmetric', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, fc.nat({ max: 3 }), (a, b, limit) => {
        expect(isWithin(a, b, limit)).toBe(isWithin(b, a, limit));
      }),
    );
  });
});

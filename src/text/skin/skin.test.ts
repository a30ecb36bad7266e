import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileLexicon } from '../lexicon.ts';
import { readNote } from '../read.ts';
import { skinIn } from './read.ts';

const WORDS = compileLexicon([]);
const read = (text: string): string[] => skinIn(text, readNote(text, WORDS)).map(({ traits }) => [...traits].join(' '));

describe('what a text tells of the skin', () => {
  it.each<[string, string[]]>([
    ['A pearly papule with telangiectasias on the nose.', ['pearly papule telangiectatic face nose']],
    [
      'Violaceous, flat-topped papules on the wrists and a lacy white patch of the buccal mucosa.',
      ['violet flat-topped papule hand net-like white patch mouth'],
    ],
    [
      'Well-demarcated erythematous plaques with silvery scale over the elbows and knees.',
      ['sharp red plaque scale extensor'],
    ],
    ['She has a rash. It is itchy and spreads.', ['rash', 'itchy spreading']],
    ['Nontender ulcer on the penis.', ['painless ulcer genital']],
    ['No rash, no petechiae.', []],
    ['Non-blanching purple macules on the shins.', ['non-blanching violet macule leg shin']],
  ])('%s', (text, expected) => {
    const found = read(text);
    expect(found.length).toBe(expected.length);
    expected.forEach((traits, index) => {
      const own = new Set(found[index]?.split(' '));
      for (const trait of traits.split(' ')) expect(own, `${text}: ${trait}`).toContain(trait);
    });
  });

  it.each([
    'A 2 cm nodule in the right upper lobe.',
    'CT shows a mass of the left kidney.',
    'A white woman with many years of axillary lymphadenopathy.',
    'Colonoscopy shows patchy erythema and ulcers of the colon.',
    'Demyelinating plaques in the white matter.',
    'Her mother has a rash.',
    'He sees black spots.',
  ])('nothing of the skin: %s', (text) => expect(read(text)).toEqual([]));

  it('every span lies in its text, whatever the text is', () => {
    const words = fc.constantFrom(
      ...'red papule on the face , and no itch . rash itchy nodule lung black spots ; she has ulcer Denies \n painless'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 40 }), (parts) => {
        const text = parts.join(' ');
        for (const { span, traits } of skinIn(text, readNote(text, WORDS))) {
          expect(traits.size).toBeGreaterThan(0);
          expect(span[0]).toBeGreaterThanOrEqual(0);
          expect(span[1]).toBeLessThanOrEqual(text.length);
          expect(span[0]).toBeLessThan(span[1]);
        }
      }),
      { numRuns: 300 },
    );
  });
});

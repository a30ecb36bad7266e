import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileLexicon } from '../lexicon.ts';
import { readNote } from '../read.ts';
import type { Lesion } from './lesion.ts';
import { lesionsIn } from './read.ts';
import { sizesIn } from './sizes.ts';

const WORDS = compileLexicon([]);
const read = (text: string, title = 'Report'): readonly Lesion[] =>
  lesionsIn(text, readNote(text, WORDS, { kind: 'imaging' }), title, { kind: 'imaging' });

describe('sizes', () => {
  it.each<[string, number[]]>([
    ['6 mm nodule', [6]],
    ['2.5-cm nodule', [25]],
    ['a nodule of 1.2 x 0.8 x 1.1 cm', [12, 8, 11]],
    ['12 mm x 8 mm', [12, 8]],
    ['1.2 cm by 8 mm', [12, 8]],
    ['4-6 mm nodules', [4, 6]],
    ['sub-5 mm', [5]],
  ])('%s', (text, mm) => expect(sizesIn(text)[0]?.mm).toEqual(mm));

  it.each([
    '5 mm axial slices',
    'slice thickness 3 mm',
    'CBD 6 mm wall thickness 3 mm',
    '3 cm from the carina',
    '12 HU',
    'T12',
  ])('no size: %s', (text) => expect(sizesIn(text).filter(({ mm }) => mm[0] !== 6)).toEqual([]));

  it('knows an earlier size from the present one', () => {
    expect(sizesIn('now 9 mm, previously 6 mm').map(({ mm, isPrior }) => [mm[0], isPrior])).toEqual([
      [9, false],
      [6, true],
    ]);
  });
});

describe('lesions', () => {
  it.each<[string, string, Partial<Lesion>]>([
    [
      'CT chest',
      'There is a 6 mm solid nodule in the right upper lobe, previously 4 mm.',
      {
        organ: 'lung',
        kind: 'nodule',
        largestMm: 6,
        priorMm: 4,
        change: 'larger',
        site: 'right upper lobe',
        side: 'right',
      },
    ],
    [
      'CT chest',
      'Multiple bilateral nodules measuring up to 5 mm, unchanged.',
      { organ: 'lung', isMultiple: true, largestMm: 5, change: 'unchanged' },
    ],
    [
      'CT chest',
      'New 8 mm ground-glass nodule in the LUL.',
      { organ: 'lung', change: 'new', traits: ['ground-glass', 'upper-lobe'] },
    ],
    [
      'CT chest',
      'The previously seen nodule in the left lower lobe has resolved.',
      { organ: 'lung', change: 'resolved', assertion: 'absent' },
    ],
    [
      'CT abdomen',
      'There is a 2.3 cm Bosniak IIF cyst of the left kidney.',
      { organ: 'kidney', kind: 'cyst', largestMm: 23, traits: ['bosniak-2f'] },
    ],
    [
      'CT abdomen',
      'Left adrenal nodule measuring 1.8 x 1.2 cm with attenuation of 5 HU.',
      { organ: 'adrenal', sizesMm: [18, 12], hounsfield: 5 },
    ],
    [
      'CT abdomen',
      'Infrarenal abdominal aorta measures 4.2 cm in maximal diameter.',
      { organ: 'aorta', kind: 'aneurysm', largestMm: 42 },
    ],
    ['CT abdomen', 'Kidneys: 12 mm simple cyst.', { organ: 'kidney', traits: ['simple'] }],
    ['CT abdomen', 'No adrenal mass.', { organ: 'adrenal', assertion: 'absent' }],
    [
      'US thyroid',
      '1.7 x 1.1 x 1.3 cm solid hypoechoic nodule in the right lobe.',
      { organ: 'thyroid', sizesMm: [17, 11, 13], traits: ['solid', 'hypoechoic'] },
    ],
    ['US abdomen', 'Gallbladder polyp, 8 mm.', { organ: 'gallbladder', kind: 'polyp', largestMm: 8 }],
    ['MRI', '4 mm lesion of the pituitary.', { organ: 'pituitary', largestMm: 4 }],
    ['CT', '3 cm mass in the breast.', {}],
  ])('%s: %s', (title, text, expected) => {
    const [lesion] = read(text, title);
    if (Object.keys(expected).length === 0) expect(lesion).toBeUndefined();
    else expect(lesion).toMatchObject(expected);
  });

  it('a sentence that goes on about it gives it its size', () => {
    const text = 'FINDINGS: There is a cyst in the pancreatic tail. It measures 15 mm and is unchanged.';
    expect(read(text)).toMatchObject([{ organ: 'pancreas', largestMm: 15, change: 'unchanged' }]);
  });

  it('keeps the impression apart, and reads neither technique nor comparison', () => {
    const text =
      'TECHNIQUE: 5 mm slices.\nCOMPARISON: 9 mm nodule 2019.\nFINDINGS: 6 mm lung nodule.\nIMPRESSION: 6 mm lung nodule.';
    expect(read(text).map(({ inImpression, largestMm }) => [inImpression, largestMm])).toEqual([
      [false, 6],
      [true, 6],
    ]);
  });

  it('its span is in the text whatever the text is', () => {
    const words = fc.constantFrom(
      ...'6 mm cm 1.2 x nodule cyst mass lung kidney right lobe previously stable . \n : No solid Bosniak IIF It measures AAA and , new HU -5'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 50 }), (parts) => {
        const text = parts.join(' ');
        for (const { span, sizesMm, largestMm } of read(text)) {
          expect(span[0]).toBeGreaterThanOrEqual(0);
          expect(span[1]).toBeLessThanOrEqual(text.length);
          expect(span[1]).toBeGreaterThan(span[0]);
          if (largestMm !== undefined) expect(Math.max(...sizesMm)).toBe(largestMm);
        }
      }),
      { numRuns: 300 },
    );
  });
});

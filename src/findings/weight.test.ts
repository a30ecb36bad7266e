import { expect, test } from 'vitest';
import { ANALYTES } from '../terms/index.ts';
import { compileLexicon, readNote } from '../text/index.ts';
import type { ReadNote } from './notes.ts';
import { weightClaims } from './weight.ts';

const measures = new Map([...ANALYTES.values()].map((analyte) => [analyte.id, analyte.textNames]));

const found = (text: string): string[] => {
  const at = Date.parse('2020-05-04');
  const note = {
    title: 'Note',
    kind: 'note' as const,
    text,
    contentType: 'text/plain',
    at,
    source: { resourceType: 'DocumentReference', id: 'n', path: '' },
  };
  const read: ReadNote = { note, reading: readNote(text, compileLexicon([]), { measures }), copied: [] };
  return weightClaims([read], new Map()).map(({ finding, claim }) => `${finding} ${claim.certainty}`);
};

test.each([
  ['Wt 62 from 74', ['weight-loss 0.75']],
  ['Wt 81.2 (93 in 2012)', ['weight-loss 0.75']],
  ['Wt 74 from 75', []],
  ['lost 8 lb, wt 60', ['weight-loss 0.75']],
  ['lost 3 lb', []],
  ['lost 10 kg with Slimming World', ['weight-loss 0.4']],
  ['down 2 dress sizes', ['weight-loss 0.6']],
  ['Weight gain 8 kg over 6 yrs. ', ['weight-gain 0.75']],
  ['lost 4 kg over 3 years, wt 80', []],
  ['Wt 66, 7% lost in 12 mo', ['weight-loss 0.75']],
])('%s', (text, expected) => expect(found(text)).toEqual(expected));

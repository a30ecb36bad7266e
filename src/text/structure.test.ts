import { expect, test } from 'vitest';
import { compileLexicon, readNote } from './index.ts';

const none = compileLexicon([]);
const read = (text: string, kind?: 'imaging'): string[] =>
  readNote(text, none, kind ? { kind } : {}).sentences.map(
    ({ span, section = '-' }) => `${section}: ${text.slice(...span)}`,
  );

test('headings on lines of their own, and with their text', () => {
  expect(read('PAST MEDICAL HISTORY:\nGout.\nAsthma.\n\nPlan: rest. Fluids.')).toEqual([
    'past-medical-history: Gout.',
    'past-medical-history: Asthma.',
    'plan: rest.',
    'plan: Fluids.',
  ]);
});

test('run-on shorthand on one line', () => {
  expect(read('Seen well. PMH: gout. FHx: nil. Labs: Hb 12. A/P: 1 gout - rest. RTC 1 y.')).toEqual([
    '-: Seen well.',
    'past-medical-history: gout.',
    'family-history: nil.',
    'results: Hb 12.',
    'assessment-plan: 1 gout - rest.',
    'assessment-plan: RTC 1 y.',
  ]);
});

test('a background heading without colon holds for its sentence, one told on a line for the line', () => {
  expect(read('FH no IBD. Abdo soft.')).toEqual(['family-history: no IBD.', '-: Abdo soft.']);
  expect(read('SH: never smoker\nO/E: well')).toEqual(['social-history: never smoker', 'examination: well']);
  expect(read('Meds: iron\nTired again.')).toEqual(['medications: iron', '-: Tired again.']);
});

test('a heading word in a sentence is none', () => {
  expect(read('HISTORY OF STROKE.')).toEqual(['-: HISTORY OF STROKE.']);
  expect(read('The plan was changed.')).toEqual(['-: The plan was changed.']);
});

test('sentences keep decimals, abbreviations and lists together', () => {
  expect(read('Seen by Dr. Smith. Hb 11.2, e.g. low. 48 y.o. woman. Wt 54.9.')).toEqual([
    '-: Seen by Dr. Smith.',
    '-: Hb 11.2, e.g. low.',
    '-: 48 y.o. woman.',
    '-: Wt 54.9.',
  ]);
  expect(read('?fatty liver though slim. Depression? low mood')).toEqual([
    '-: ?fatty liver though slim.',
    '-: Depression?',
    '-: low mood',
  ]);
});

test('a line broken by its width goes on', () => {
  const text = 'She has had pain in the left shoulder for some weeks and cannot lift her\narm above it. Sleeps badly.';
  expect(read(text)).toHaveLength(2);
});

test('a report without headings is findings; its history a question', () => {
  expect(read('US ABDOMEN\nIndication: raised ALT.\nLiver normal.\nImpression: normal.', 'imaging').slice(1)).toEqual([
    'indication: raised ALT.',
    'findings: Liver normal.',
    'impression: normal.',
  ]);
});

test('a question told on one line with its report holds for its sentence', () => {
  expect(read('US ABDOMEN. Indication: RUQ ache. ?stones. Liver enlarged.', 'imaging')).toEqual([
    'findings: US ABDOMEN.',
    'indication: RUQ ache.',
    'indication: ?stones.',
    'findings: Liver enlarged.',
  ]);
});

test.each([
  '**Plan**\nstart aspirin',
  '## Plan\nstart aspirin',
  '**Plan:** start aspirin',
  '__Plan__: start aspirin',
  '<b>Plan</b>: start aspirin',
  '<p><b>Plan:</b> start aspirin</p>',
])('marks around a heading are no part of it: %s', (text) => {
  const sentence = readNote(text, compileLexicon([])).sentences.find(({ span }) =>
    text.slice(...span).includes('aspirin'),
  );
  expect(sentence?.section).toBe('plan');
});

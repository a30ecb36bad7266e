import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../knowledge/index.ts';
import { readNote } from '../text/index.ts';
import { conceptOf, lexiconOf } from './lexicon.ts';

const lexicon = lexiconOf(loadKnowledge());
const SIGN = { present: '', absent: '-', possible: '?', conditional: '(if)', hypothetical: '(if)' } as const;
/** Findings of a text, with `-` before those that it denies and `?` before what may be. */
const saidIn = (text: string, kind: 'note' | 'imaging' = 'note'): string[] =>
  readNote(text, lexicon, { kind }).mentions.map(
    ({ concept, assertion }) => `${SIGN[assertion]}${conceptOf(concept).id}`,
  );

describe('a word before the first thing of a list', () => {
  test.each([
    ['No bloody diarrhoea or vomiting.', ['-bloody-diarrhoea', '-vomiting', '-haematemesis'], ['-diarrhoea']],
    ['Bloody diarrhoea and vomiting.', ['bloody-diarrhoea', 'vomiting', '?haematemesis'], ['haematemesis']],
    ['Exertional chest pain and dyspnoea.', ['exertional-chest-pain', 'dyspnoea', '?exertional-dyspnoea'], []],
    ['Night sweats and cough.', ['night-sweats', 'cough'], ['variable-respiratory-symptoms']],
    // A place is of both.
    ['Joint pain and swelling.', ['arthralgia', 'joint-swelling'], ['?joint-swelling']],
    ['Abdominal pain and tenderness.', ['abdominal-pain', 'abdominal-tenderness'], []],
  ])('%s', (text, told, untold) => {
    const said = saidIn(text);
    expect(said).toEqual(expect.arrayContaining(told));
    for (const each of untold) expect(said).not.toContain(each);
  });

  test('of a report of images it is of both', () => {
    expect(saidIn('Calcified nodes and granulomas.', 'imaging')).not.toContain('?calcified-granuloma');
  });
});

describe('two things of a list that make one term together are each told', () => {
  test.each([
    ['Headache and vomiting.', ['headache', 'vomiting', 'migraine-features']],
    ['No headache, neck stiffness or photophobia.', ['-headache', '-neck-stiffness', '-photophobia']],
    ['Nausea and vomiting.', ['nausea', 'vomiting']],
  ])('%s', (text, told) => {
    expect(saidIn(text)).toEqual(expect.arrayContaining(told));
  });
});

describe('what stands behind a comma or an "and" belongs to its own item', () => {
  test.each([
    ['Rash, peeling fingers and cracked lips.', ['rash', 'kawasaki-signs'], ['hand-skin-lesion', 'mechanics-hands']],
    ['Swollen, painful knee.', ['knee-pain'], []],
    ['Headache, fever and rash.', ['headache', 'fever', 'rash'], ['evanescent-fever-rash']],
  ])('%s', (text, told, untold) => {
    const said = saidIn(text);
    expect(said).toEqual(expect.arrayContaining(told));
    for (const each of untold) expect(said).not.toContain(each);
  });
});

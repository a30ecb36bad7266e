import { expect, test } from 'vitest';
import { compileLexicon, readNote } from './index.ts';

const concepts = (text: string, ...terms: string[]): string[] => {
  const lexicon = compileLexicon(terms.map((term) => ({ concept: term, term })));
  return readNote(text, lexicon).mentions.map(({ concept }) => concept);
};

test.each([
  ['inflection', 'Joints were swelling, now aching.', 'swollen joints'],
  ['plural', 'Had two seizures.', 'seizure'],
  ['hyphen', 'Felt pre-syncopal; presyncope twice', 'pre-syncope'],
  ['space', 'Frequent nose bleeds.', 'nosebleed'],
  ['one word for two', 'Bad heartburn.', 'heart burn'],
  ['American', 'Anemia and edema.', 'anaemia'],
  ['British', 'Coeliac disease known.', 'celiac disease'],
  ['accent', 'Sjögren suspected', 'Sjogren'],
  ['word order', 'Pain in the chest at night.', 'chest pain'],
  ['gap', 'Swollen and painful joints', 'swollen joints'],
  ['shared noun', 'Chest and abdominal pain', 'chest pain'],
  ['list of sites', 'pain in hands, wrists and knees', 'knee pain'],
  ['predicate', 'Joints are very swollen', 'swollen joints'],
  ['adjectives of site', 'Calcified right upper lobe granuloma', 'calcified granuloma'],
  ['abbreviated word', 'Wt loss 5 kg', 'weight loss'],
  ['capitals', 'Known RA.', 'RA'],
  ['plural of capitals', 'Recurrent UTIs', 'UTI'],
  ['slash kept', 'smokes 20/day', '20/day'],
  ['plus', 'Urine protein 2+, blood neg', 'protein 2+'],
  ['several pluses', 'Tired +++ again', 'tired +++'],
  ['percentage', 'Echo: EF is 40 %', 'EF 40%'],
  ['comparison', 'AST > ALT', 'AST>ALT'],
  ['below', 'CRP <5', 'CRP < 5'],
  ['titre', 'ANA 1:160 speckled', 'ANA 1:160'],
  ['fraction', 'BP 90/60 standing', 'BP 90/60'],
  ['pair', 'Bony MCP 2 and 3', 'MCP 2/3'],
  ['plus inside', 'FIT +ve', 'FIT +ve'],
  ['link word', 'stiff for an hour', 'stiff for an hour'],
  ['about', 'stiff ~1 hour in the morning', 'stiff 1 hour'],
  ['more than', 'stiff >1 hour', 'stiff 1 hour'],
  ["can't", 'cannot climb stairs', "can't climb stairs"],
  ['cannot', "Can't climb stairs now", 'cannot climb stairs'],
])('finds a term: %s', (_, text, term) => {
  expect(concepts(text, term)).toContain(term);
});

test.each([
  ['abbreviation in lower case', 'ms smith', 'MS'],
  ['word in capitals', 'FIT negative', 'fit'],
  ['other word of a short stem', 'Coil fitted', 'fit'],
  ['clause boundary', 'Weight stable. Loss of appetite', 'weight loss'],
  ['another statement between', 'chest clear, pain in knee', 'chest pain'],
  ['order that matters', 'legs off', 'off legs'],
  ['two things told together', 'sinus tachycardia and left ventricular hypertrophy', 'ventricular tachycardia'],
  ['one thing or another', 'does not drink alcohol or abuse drugs', 'alcohol abuse'],
  ['slash missing', 'heals in 10 days', '10/day'],
  ['numbers alone', 'seen 14-18 May', '14/18'],
  ['fewer pluses', 'tired +', 'tired +++'],
  ['other mark', 'AST < ALT', 'AST>ALT'],
  ['mark missing', 'EF 40', 'EF 40%'],
  ['two words made one of another meaning', 'scarred skin', 'scar red'],
])('does not find a term: %s', (_, text, term) => {
  expect(concepts(text, term)).toEqual([]);
});

test('a term that repeats a word takes no other term with it', () => {
  expect(concepts('Joint pain that moves.', 'joint to joint', 'joint pain')).toEqual(['joint pain']);
  expect(concepts('It moves from joint to joint.', 'joint to joint', 'joint pain')).toEqual(['joint to joint']);
});

test('the longest term wins, and terms of equal words are all reported', () => {
  const lexicon = compileLexicon([
    { concept: 'pain', term: 'pain' },
    { concept: 'chest-pain', term: 'chest pain' },
    { concept: 'angina', term: 'pain in the chest' },
  ]);
  const { mentions } = readNote('chest pain', lexicon);
  expect(mentions.map(({ concept }) => concept).sort()).toEqual(['angina', 'chest-pain']);
});

test('a term apart stays beside a longer one that is not', () => {
  const lexicon = compileLexicon([
    { concept: 'test:ecg', term: 'ECG', apart: true },
    { concept: 'test:exercise-ecg', term: 'exercise ECG', apart: true },
    { concept: 'hypertrophy', term: 'ECG LVH' },
    { concept: 'lvh', term: 'LVH' },
  ]);
  const found = (text: string) => readNote(text, lexicon).mentions.map(({ concept }) => concept);
  expect(found('ECG LVH')).toEqual(['test:ecg', 'hypertrophy']);
  expect(found('exercise ECG')).toEqual(['test:exercise-ecg']);
});

test('terms that no text can match are named', () => {
  const { unusable } = compileLexicon([
    { concept: 'a', term: '11 of 18' },
    { concept: 'b', term: '+++' },
    { concept: 'c', term: 'fever' },
  ]);
  expect(unusable.map(({ concept }) => concept)).toEqual(['a', 'b']);
});

test('a negation inside a term denies it', () => {
  const lexicon = compileLexicon([{ concept: 'goitre', term: 'enlarged thyroid' }]);
  expect(readNote('Thyroid not enlarged.', lexicon).mentions).toMatchObject([{ assertion: 'absent', span: [0, 20] }]);
});

test('a name that has its value beside it is a result, no mention', () => {
  const lexicon = compileLexicon([{ concept: 'drug-vitamin-d', term: 'vitamin D' }]);
  const measures = new Map([['vitamin-d', ['vit D', 'vitamin D']]]);
  expect(readNote('Vit D 24', lexicon, { measures }).mentions).toEqual([]);
  expect(readNote('On vit D', lexicon, { measures }).mentions).toHaveLength(1);
});

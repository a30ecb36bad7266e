import { describe, expect, test } from 'vitest';
import { ANALYTES } from '../terms/index.ts';
import { compileLexicon, readNote } from './index.ts';

const measures = new Map([...ANALYTES.values()].map((analyte) => [analyte.id, analyte.textNames]));
const lexicon = compileLexicon(['low glucose', 'raised potassium'].map((term) => ({ concept: term, term })));

/** What is measured and said of analytes, and the findings named, in the order of the text. */
function readIn(text: string): string[] {
  const { measurements, labStatements, mentions } = readNote(text, lexicon, { measures });
  return [
    ...measurements.map(({ analyte, value }) => `${analyte} ${value}`),
    ...labStatements.map(({ analyte, claim }) => `${analyte} ${claim}`),
    ...mentions.map(({ concept }) => concept),
  ];
}

describe('the specimen decides which analyte it is', () => {
  test.each([
    ['CSF shows low glucose.', ['csf-glucose low']],
    ['Low glucose in the CSF.', ['csf-glucose low']],
    ['Glucose in the CSF was 1.2.', ['csf-glucose 1.2']],
    ['Protein was raised in CSF.', ['csf-protein high']],
    ['CSF: protein 0.9, glucose 1.2.', ['csf-protein 0.9', 'csf-glucose 1.2']],
    ['CSF\nWBC 120\nGlucose 1.2\nProtein 1.5', ['csf-leukocytes 120', 'csf-glucose 1.2', 'csf-protein 1.5']],
    ['Serum glucose 5.1, CSF glucose 1.2.', ['glucose 5.1', 'csf-glucose 1.2']],
    ['Bloods: WBC 12, Hb 13. CSF: WBC 0.', ['leukocytes 12', 'hemoglobin 13', 'csf-leukocytes 0']],
    ['Knee aspirate glucose low, WBC 50,000', ['synovial-leukocytes 50000']],
    ['Urine: protein 2+, blood 3+, glucose negative.', ['urine-glucose negative']],
    ['Urine microscopy: WBC 50, RBC 20.', ['urine-wbc 50', 'urine-rbc 20']],
    ['Urine\nSodium 80\nPotassium 40', ['urine-sodium 80']],
  ])('%s', (text, expected) => expect(readIn(text)).toEqual(expected));

  test.each([
    'Pleural fluid: LDH 450, protein 48, glucose 2.1',
    'Ascitic tap: WCC 600, albumin 9, amylase 2000.',
    'Glucose of the pleural fluid 2.1.',
    'Pericardial fluid: LDH 900, glucose low',
    'Urinary potassium is raised.',
    'Urine sodium and potassium 80 and 30.',
    'Urine creatinine 8 mmol/L.',
    '24-hour urine creatinine 1.2 g, potassium 40',
    'Sweat chloride 80 mmol/L.',
    'Saliva cortisol high.',
    'BAL: lymphocytes 40%',
    'Vitreous potassium 10.',
    'Bone marrow lymphocytes 30%.',
    'Drain fluid creatinine 900; drain amylase 4000.',
  ])('what has no analyte of its own there is not read as blood: %s', (text) => expect(readIn(text)).toEqual([]));

  test.each([
    ['Urine output low, creatinine 300, potassium 6.', ['creatinine 300', 'potassium 6']],
    [
      'Urine dip negative, Hb 9, glucose 12.',
      ['hemoglobin 9', 'glucose 12', 'urine-blood negative', 'urine-protein negative'],
    ],
    ['Urine infection, WBC 15.', ['leukocytes 15']],
    ['Urine protein 3 g/day, albumin 20.', ['urine-protein 3', 'albumin 20']],
    ['UA: protein 2+, Cr 300, K 6.1.', ['creatinine 300', 'potassium 6.1']],
    ['Urine: clear\nHb 9\nWBC 12', ['hemoglobin 9', 'leukocytes 12']],
    ['Paracentesis done, Na 128, K 5.1.', ['sodium 128', 'potassium 5.1']],
    ['Night sweats, WBC 15.', ['leukocytes 15']],
    ['Ascitic albumin 10, serum albumin 30.', ['albumin 30']],
    ['Glucose 5.4 in blood, low glucose before.', ['glucose 5.4', 'glucose low']],
    ['Protein low.', []],
  ])('what is beside a specimen is of blood: %s', (text, expected) =>
    expect(readIn(text).filter((said) => said !== 'low glucose')).toEqual(expected),
  );
});

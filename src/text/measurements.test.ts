import { expect, test } from 'vitest';
import { compileLexicon, readNote } from './index.ts';

const none = compileLexicon([]);
const measures = new Map<string, readonly string[]>([
  ['ferritin', ['ferritin']],
  ['hemoglobin', ['Hb', 'hemoglobin']],
  ['calcium', ['Ca', 'calcium']],
  ['albumin', ['alb', 'albumin']],
  ['creatinine', ['creat', 'Cr']],
  ['alt', ['ALT']],
  ['ast', ['AST']],
  ['hba1c', ['HbA1c', 'A1c']],
  ['systolic-bp', ['BP']],
  ['diastolic-bp', []],
  ['body-weight', ['wt', 'weight']],
  ['phq-9', ['PHQ-9', 'PHQ9']],
  ['dxa-t-score', ['T-score']],
  ['mmse', ['MMSE']],
  ['glucose', ['glucose']],
  ['body-height', ['height']],
  ['csf-leukocytes', ['CSF WBC']],
  ['gcs', ['GCS', 'Glasgow Coma Scale']],
  ['vitamin-d', ['vit D']],
  ['ana', ['ANA']],
  ['leukocytes', ['WBC']],
  ['folate', ['folate']],
  ['tsh', ['TSH']],
  ['vitamin-b12', ['B12']],
  ['egfr', ['eGFR']],
  ['globulin', ['globulin', 'globulins']],
  ['bilirubin', ['bilirubin']],
  ['alp', ['ALP']],
  ['potassium', ['K']],
  ['waist', ['waist']],
]);

const values = (text: string): string[] =>
  readNote(text, none, { measures }).measurements.map(
    ({ analyte, comparator = '', value, unit, range, past }) =>
      `${analyte} ${comparator}${value}${unit ? ` ${unit}` : ''}${range ? ` (${range.join('-')})` : ''}${past ? ' past' : ''}`,
  );

test.each([
  ['CSF: WBC 250/mm3, glucose 30 mg/dL', ['csf-leukocytes 250 /mm3', 'csf-glucose 30 mg/dL']],
  ['The synovial fluid has a WBC of 26,000/mm3', ['synovial-leukocytes 26000 /mm3']],
  ['Pleural fluid glucose 40 mg/dL', []],
  ['CSF WBC 3, serum glucose 90', ['csf-leukocytes 3', 'glucose 90']],
  ['Pleural effusion on the film, WBC 12.1', ['leukocytes 12.1']],
  ['He is 174 cm (5 ft 9 in) tall', ['body-height 174 cm']],
  ['5 ft 6 in tall', ['body-height 167.6 cm']],
  ['a 3 m tall ladder', []],
  ['MMSE 29/30, was 30 / 30 before', ['mmse 29']],
  ['MMSE today 24 out of 30', ['mmse 24']],
  ['GCS 7/15 (E1 V2 M4)', ['gcs 7']],
  ['Glasgow Coma Scale score is 12', ['gcs 12']],
  ['MMSE 29/12', []],
  ['GCS 16/15', []],
  ['Ferritin 7 Hb 11.2', ['ferritin 7', 'hemoglobin 11.2']],
  ['TSH is elevated at 8.2', ['tsh 8.2']],
  ['TSH elevated (8.2)', ['tsh 8.2']],
  ['TSH 8.2 [0.4 - 4.0] H', ['tsh 8.2 (0.4-4)']],
  ['TSH 8.2 H (0.4-4.0)', ['tsh 8.2 (0.4-4)']],
  ['TSH was suppressed at <0.01', ['tsh <0.01']],
  ['ALT 78 (ref <40)', ['alt 78 (0-40)']],
  ['ALT 78 (normal range 5-40)', ['alt 78 (5-40)']],
  ['AST/ALT 55/78', ['ast 55', 'alt 78']],
  ['AST and ALT were 55 and 78', ['ast 55', 'alt 78']],
  ['Cr/K 1.4/5.1', ['creatinine 1.4', 'potassium 5.1']],
  ['Hb has fallen from 13.1 to 10.2', ['hemoglobin 13.1 past', 'hemoglobin 10.2']],
  ['vit D deficient at 12', ['vitamin-d 12']],
  ['TSH normal (0.4-4.0)', []],
  ['BP 148/92', ['systolic-bp 148', 'diastolic-bp 92']],
  ['BP 146/90, 144/88', ['systolic-bp 146', 'diastolic-bp 90', 'systolic-bp 144', 'diastolic-bp 88']],
  ['Ca 10.9 (10.4), alb 4.3', ['calcium 10.9', 'albumin 4.3']],
  ['Ca 2.72 (2.15-2.59)', ['calcium 2.72 (2.15-2.59)']],
  ['Ca 10.7 H, creat .84', ['calcium 10.7', 'creatinine 0.84']],
  ['sCa 2.64 mmol/L', ['calcium 2.64 mmol/L']],
  ['T-score -2.1', ['dxa-t-score -2.1']],
  ['osteopenia (FN -2.1, forearm -2.6)', ['dxa-t-score -2.1', 'dxa-t-score -2.6']],
  ['L1-4 BMD T -1.9, Z -1.8', ['dxa-t-score -1.9']],
  ['Wt 54.9', ['body-weight 54.9']],
  ['Wt 59-60, stable', ['body-weight 59.5']],
  ['PHQ9 14', ['phq-9 14']],
  ['ALT 52 AST 43', ['alt 52', 'ast 43']],
  ['HbA1c 5.2', ['hba1c 5.2']],
  ['eGFR >60', ['egfr >60']],
  ['Ferritin 11 (was 26 last Nov)', ['ferritin 11', 'ferritin 26 past']],
  ['Ferritin falling again 64 -> 31', ['ferritin 64 past', 'ferritin 31']],
  ['Wt 62 from 74', ['body-weight 62', 'body-weight 74 past']],
  ['wt 78, was 83', ['body-weight 78', 'body-weight 83 past']],
  ['wt 54.9 (59 last yr)', ['body-weight 54.9', 'body-weight 59 past']],
  ['Wt 81.2 (93 in 2012)', ['body-weight 81.2', 'body-weight 93 past']],
  ['wt 67.3 (was 72.5 a yr ago)', ['body-weight 67.3', 'body-weight 72.5 past']],
  ['Hb 10.1, down from 13.2', ['hemoglobin 10.1', 'hemoglobin 13.2 past']],
  ['Ca 10.7 from 12/3', ['calcium 10.7']],
  ['Hb no better 11.1', ['hemoglobin 11.1']],
  ['ANA 1:160 speckled', ['ana 160']],
  ['leukocyte count is 12,000/mm3', ['leukocytes 12000 /mm3']],
  ['WBC 4.2 x10^9/L', ['leukocytes 4.2 x10^9/L']],
])('%s', (text, expected) => expect(values(text)).toEqual(expected));

test.each([
  'recheck ferritin 3/12',
  'Ca 4-6 wk',
  'vit D 1000 IU daily',
  'ferritin 2019',
  'prostate ca 74',
  'waist down 6 cm',
  'Ca 600 bid',
])('no value: %s', (text) => expect(values(text)).toEqual([]));

const claims = (text: string): string[] =>
  readNote(text, none, { measures }).labStatements.map(
    ({ analyte, claim, panel }) => `${analyte} ${claim}${panel ? ` of ${panel}` : ''}`,
  );

test.each([
  ['ferritin + folate both low, B12 N, TSH N', ['ferritin low', 'folate low', 'vitamin-b12 normal', 'tsh normal']],
  ['Ca high-normal', ['calcium borderline-high']],
  ['Ca 10.3 upper normal', ['calcium borderline-high']],
  ['LFTs deranged', ['alt abnormal of lft']],
  ['Hb dropping', ['hemoglobin falling']],
  ['eGFR drifting down', ['egfr falling']],
  ['globulins up a bit', ['globulin high']],
  ['K, creat ok', ['potassium normal', 'creatinine normal']],
  ['TSH A1c nl', ['tsh normal', 'hba1c normal']],
  ['mildly raised ALT', ['alt high']],
  ['ANA low pos', ['ana positive']],
  ['No raised ALT', []],
  ['see me if Hb drops', []],
  ['mother: high calcium', []],
])('%s', (text, expected) => expect(claims(text)).toEqual(expected));

const changes = (text: string): string[] =>
  readNote(text, none, { measures }).changes.map(
    ({ analyte, direction, from, to, amount, unit, overDays, wanted }) =>
      `${analyte} ${direction} ${amount ?? `${from} to ${to}`}${unit ? ` ${unit}` : ''}${overDays ? ` in ${overDays} d` : ''}${wanted ? ' wanted' : ''}`,
  );

test.each([
  ['Wt 67.6 from 72 last yr', ['body-weight fall 72 to 67.6 in 365 d']],
  ['Ferritin 64 -> 31', ['ferritin fall 64 to 31']],
  ['Wt 79.1 (84 last yr) - happy w/ it', ['body-weight fall 84 to 79.1 in 365 d wanted']],
  ['lost 8 lb without trying', ['body-weight fall 8 lb']],
  ['down 2 dress sizes', ['body-weight fall 2 size']],
  ['wt loss 11 kg / 2.5 yrs', ['body-weight fall 11 kg in 913 d']],
  ['Has lost half a stone', ['body-weight fall 0.5 stone']],
  ['Wt 67.0, 7% lost in 12 mo', ['body-weight fall 7 % in 365 d']],
  ['Weight gain 8 kg over 6 yrs', ['body-weight rise 8 kg in 2190 d']],
  ['tired, +8 lb over winter', ['body-weight rise 8 lb']],
  ['Wt 70.1 (down 3 kg since Oct 2016)', ['body-weight fall 3 kg']],
  ['lost 5 kg on Ozempic', ['body-weight fall 5 kg wanted']],
  ['Wt 81.2 (93 in 2012) "wife\'s diet"', ['body-weight fall 93 to 81.2 wanted']],
  ['50 lb of salt', []],
  ['baby lost 0.2 kg', []],
  ['aim to lose 5 kg; not lost 5 kg', []],
  ['sister lost 10 kg', []],
  ['passed 2 stones', []],
])('change: %s', (text, expected) => expect(changes(text)).toEqual(expected));

test.each([
  ['Creatinine, TSH, lactate and amylase are within the reference range.', ['creatinine normal', 'tsh normal']],
  ['TSH, lactate and amylase were raised', ['tsh high']],
  ['TSH and diet were discussed', []],
])('what is said of a whole list: %s', (text, expected) => {
  const named = new Map([...measures, ['creatinine', ['creatinine']]]);
  expect(
    readNote(text, none, { measures: named }).labStatements.map(({ analyte, claim }) => `${analyte} ${claim}`),
  ).toEqual(expected);
});

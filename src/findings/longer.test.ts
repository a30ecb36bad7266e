import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../knowledge/index.ts';
import { chartFromTexts } from '../text/index.ts';
import { readRecord } from './record.ts';

const knowledge = loadKnowledge();

/** Findings of a note, with `-` before those that are absent. */
function foundIn(text: string): string[] {
  const chart = chartFromTexts([{ id: 'note', title: 'Note', text }]);
  const { findings } = readRecord(chart, knowledge, chart.notes[0]?.time ?? '');
  return [...findings.values()].map(({ concept, presence }) => (presence === 'absent' ? `-${concept}` : concept));
}

describe('a finding by how long another has lasted', () => {
  test.each([
    ['10 weeks of loose stools up to 8 a day.', 'chronic-diarrhoea', true],
    ['Diarrhoea for 5 days.', 'chronic-diarrhoea', false],
    ['No diarrhoea for 3 months.', 'chronic-diarrhoea', false],
    ['Fever for 4 weeks.', 'prolonged-fever', true],
    ['Fever for 6 days.', 'five-days-fever-child', true],
    ['Fever for 2 days.', 'five-days-fever-child', false],
    ['Hoarse voice for 6 weeks.', 'persistent-hoarseness', true],
  ])('%s %s: %s', (text, finding, isThere) => {
    expect(foundIn(text).includes(finding)).toBe(isThere);
  });
});

describe('acute kidney injury by two values of one sentence', () => {
  test.each([
    ['Creatinine 312 (baseline 96).', true],
    ['Creatinine 2.9 mg/dL, was 0.9.', true],
    ['Creatinine 120 (baseline 96).', false],
    ['Creatinine 96, was 312.', false],
    ['Creatinine 187 (was 88 in 2009).', true],
    ['Creatinine 187 (was 88 four years ago).', false],
  ])('%s', (text, isThere) => {
    expect(foundIn(text).includes('acute-kidney-injury-episode')).toBe(isThere);
  });
});

describe('results in words', () => {
  test.each([
    ['TPO antibodies strongly positive.', 'positive-tpo-antibody'],
    ['Antimitochondrial antibodies negative.', '-positive-ama'],
    ['ANA negative, ANCA negative.', '-positive-ana'],
    ['Troponin negative.', '-high-troponin'],
    ['HBsAg negative and hepatitis C antibody negative.', '-positive-hbsag'],
    ['Urine dip negative.', '-positive-urine-blood'],
  ])('%s', (text, finding) => {
    expect(foundIn(text)).toContain(finding);
  });
});

describe('a stiff neck', () => {
  test.each([
    ['Neck stiffness after sleeping badly.', 'stiff-neck-meningism', false],
    ['Fever, headache, neck stiffness and photophobia.', 'stiff-neck-meningism', true],
    ['Fever and headache, no neck stiffness.', '-stiff-neck-meningism', true],
  ])('%s %s: %s', (text, finding, isThere) => {
    expect(foundIn(text).includes(finding)).toBe(isThere);
  });
});

test.each([
  ['Holding arms up tires quickly.', '-fatigue', false],
  ['Hold metformin.', '-drug-metformin', true],
  ['Sore scalp when combing hair.', 'ulcerated-skin-lesion', false],
])('words that sound like others: %s %s: %s', (text, finding, isThere) => {
  expect(foundIn(text).includes(finding)).toBe(isThere);
});

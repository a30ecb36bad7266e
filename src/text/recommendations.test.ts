import { describe, expect, test } from 'vitest';
import { compileLexicon, readNote } from './index.ts';

const none = compileLexicon([]);
const measures = new Map<string, readonly string[]>([
  ['calcium', ['Ca', 'calcium']],
  ['ferritin', ['ferritin']],
  ['hemoglobin', ['Hb']],
  ['systolic-bp', ['BP']],
]);
const planned = (text: string, kind?: 'imaging'): string[] =>
  readNote(text, none, kind ? { measures, kind } : { measures }).recommendations.map(
    ({ action, target = '-', withinDays, conditional, done }) =>
      [action, target, withinDays, conditional ? 'if' : undefined, done].filter((part) => part !== undefined).join(' '),
  );

test.each([
  [
    'Recommend evaluation for secondary causes of low bone mass, and repeat DXA in 2 years',
    ['evaluation bone-density', 'dxa bone-density 730'],
  ],
  ['Consider GI opinion if no response.', ['referral gastroenterology if']],
  ['GP to consider bone density scan', ['dxa bone-density']],
  ['Refer GI non urgent (letter to do)', ['referral gastroenterology']],
  ['Ask gynae if no better', ['referral gynaecology if']],
  [
    'Recommend 24 h urine x2 (vol, Ca, citrate) 6-8 wk after passing, kit given. RTC w results. KUB 1 yr.',
    ['urine-collection calcium 56', 'visit -', 'xray kidney 365'],
  ],
  ['PCP recheck calcium', ['lab calcium']],
  ['Ca 10.8 again. Repeat in 3 mo', ['lab calcium 91']],
  ['A/P: 1 BP upper - recheck. RTC 1 y.', ['visit systolic-bp', 'visit - 365']],
  ['Follow-up CT is recommended in 3-6 months per Fleischner.', ['ct - 182']],
  ['CT chest in 6 months', ['ct chest 182']],
  [
    'Plan: FIT, rpt ferritin 3/12, gynae referral for the bleeding',
    ['lab fit', 'lab ferritin 91', 'referral gynaecology'],
  ],
  ['Would benefit from colonoscopy', ['colonoscopy bowel']],
  ['Suggest repeat ultrasound of the thyroid in 1 year', ['ultrasound thyroid 365']],
  ['US booked. Colonoscopy booked.', ['ultrasound - booked', 'colonoscopy bowel booked']],
  ['BMP 4-6 wk', ['lab creatinine 42']],
  ['Cross sectional imaging advised urgently', ['evaluation - 14']],
  ['Rec: look for a secondary cause', ['evaluation -']],
  ['Note to PCP: is there a secondary cause?', ['evaluation -']],
  ['PCP to arrange overnight breathing test', ['evaluation -']],
  ['GP to sort out the travel forms', ['other -']],
  ['Certified 3 mo only pending overnight test through PCP', ['evaluation - 91']],
  ['please see re breathing in sleep', ['evaluation -']],
  ['Old film at hospital - request for comparison', ['evaluation -']],
  ['Osteoporosis in a young man; seek a secondary cause.', ['evaluation -']],
  ['2ry screen with next bloods', ['evaluation -']],
  ['US spleen? ask radiology', ['ultrasound -']],
  ['Pneumovax via GP', ['immunisation -']],
  ['CXR 6/52 via GP', ['xray chest 42']],
  ['pls rpt BP', ['visit systolic-bp']],
  ['45M, rpt CT 6M', ['ct - 182']],
])('%s', (text, expected) => expect(planned(text)).toEqual(expected));

describe('of reports', () => {
  test.each<[string, string[]]>([
    ['CT chest in 6–12 months.', ['ct chest 365']],
    ['MRI is recommended for further characterisation.', ['mri -']],
    ['Repeat ultrasound in 3/12.', ['ultrasound - 91']],
    ['Short interval follow-up mammogram in 6 months.', ['mammogram breast 182']],
    ['Annual surveillance ultrasound.', ['ultrasound - 365']],
    ['Ultrasound-guided FNA is recommended.', ['biopsy -']],
    ['Endoscopic ultrasound could be considered.', ['endoscopy pancreas']],
    ['Advise MDT discussion.', ['referral -']],
    ['Clinical correlation is recommended.', ['correlation -']],
    ['Correlate clinically.', ['correlation -']],
    ['No further imaging follow-up is required.', []],
    ['No follow-up recommended.', []],
  ])('%s', (text, expected) => expect(planned(`IMPRESSION: ${text}`, 'imaging')).toEqual(expected));

  test('what is asked for only if it is indicated is conditional', () => {
    for (const text of [
      'CT may be considered if clinically indicated.',
      'Further evaluation with MRI if clinically indicated.',
    ])
      expect(readNote(`IMPRESSION: ${text}`, none, {}).recommendations).toMatchObject([{ conditional: true }]);
  });

  test('a range keeps both of its ends', () => {
    const [one] = readNote('IMPRESSION: CT chest in 6-12 months.', none, {}).recommendations;
    expect(one).toMatchObject({ fromDays: 182, withinDays: 365 });
  });
});

test.each([
  'Start amlodipine 5. Drink more water.',
  'Was referred to GI in 2016; CT was normal.',
  'No need for investigations. CXR not needed. No routine f/u.',
  'Compared to CT of 2019.',
  'Check film OK.',
  'Repeat Ca 10.2, normal.',
  'CT suggests a mass.',
  'Told due to periods.',
  '45M DXA T-2.6.',
  'GP to start ramipril. Please continue statin. GP to see prn.',
  'Please find attached. Please see letter.',
  'Rec: sunscreen. Seek help if worse.',
  'Pneumovax via GP 2012. Flu jab given.',
  'Pneumovax done via GP.',
])('nothing to do: %s', (text) => expect(planned(text)).toEqual([]));

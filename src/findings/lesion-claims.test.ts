import { expect, test } from 'vitest';
import { lesionClaims } from './lesion-claims.ts';
import { readNotes } from './notes.ts';
import { chartOf, noteOf, shelf } from './shelf.fixture.ts';

function read(text: string, title = 'Clinic note'): string {
  const claims = lesionClaims(readNotes(chartOf(noteOf(text, '2018-05-06', title)), shelf({})));
  return [...new Set(claims.map(({ finding }) => finding))].join(' ');
}

test.each([
  ['CT chest: 14 mm nodule in the RUL.', 'lung-nodule lung-nodule-8mm-or-suspicious'],
  ['CT CHEST. Three nodules: RUL 14 mm, LLL 9 mm.', 'lung-nodule lung-nodule-8mm-or-suspicious'],
  ['CTA chest: 3 mm solid RML nodule.', 'lung-nodule'],
  [
    'X-ray shows a 2.5-cm nodule with irregular borders at the apex of the left lung.',
    'lung-nodule lung-nodule-8mm-or-suspicious',
  ],
  ['Calcified granuloma, 9 mm nodule in the right lower lobe.', ''],
  ['CT abdomen: 27 mm rounded nodule of the left adrenal.', 'adrenal-nodule'],
  ['Adrenal mass of 5 cm.', 'adrenal-nodule large-adrenal-mass'],
  ['AAA 4.6cm.', 'abdominal-aortic-aneurysm-imaging'],
  ['Infrarenal aorta measures 2.1 cm.', ''],
  ['Ascending aorta measures 4.1 cm.', ''],
  ['No lung nodule.', ''],
  ['12 mm hypoechoic nodule in the right lobe of the thyroid.', ''],
])('%s: %s', (text, found) => expect(read(text)).toBe(found));

import { expect, test } from 'vitest';
import { readNotes } from './notes.ts';
import { chartOf, noteOf, shelf } from './shelf.fixture.ts';
import { sizeClaims } from './sizes.ts';

function read(text: string, title = 'Clinic note'): string {
  const claims = sizeClaims(readNotes(chartOf(noteOf(text, '2018-05-06', title)), shelf({})));
  return [...new Set(claims.map(({ finding, claim }) => `${finding}${claim.says === 'present' ? '+' : '-'}`))].join(
    ' ',
  );
}

test.each([
  ['Spleen 14.5 cm with two small peripheral hypodensities.', 'splenomegaly+'],
  ['Spleen 13.2 cm. No ascites.', 'splenomegaly+'],
  ['US spleen 14 - fatty?', 'splenomegaly+'],
  ['The spleen measures 142 mm.', 'splenomegaly+'],
  ['Spleen 11.9 cm.', 'splenomegaly-'],
  ['Spleen: 2 cm cyst.', ''],
  ['Moderate concentric LVH, septum 1.5 cm.', 'echo-lvh+'],
  ['LVEF 60%. IVSd 14, PW 11.', 'echo-lvh+'],
  ['TTE. Septum 1.1 cm.', ''],
  ['6 mm defect of the anterior cartilaginous septum.', ''],
  ["Small pericardial effusion. E/e' 19.", 'echo-diastolic-dysfunction+'],
  ["E/e' 9.", ''],
  ['BMI 28, neck 18.5 in.', 'crowded-airway+'],
  ['Neck 17.5 shirts tight.', 'crowded-airway+'],
  ['Neck circumference 44 cm.', 'crowded-airway+'],
  ['Neck 2 cm node.', ''],
  ['PT for neck, 20-20-20.', ''],
  ['Neck 20-20-20.', ''],
  ['Neck circ 15.5 in', ''],
])('%s: %s', (text, found) => expect(read(text)).toBe(found));

import { expect, test } from 'vitest';
import { readNotes } from './notes.ts';
import { postureClaims } from './posture.ts';
import { chartOf, noteOf, result, shelf } from './shelf.fixture.ts';

function read(...resources: object[]): string {
  const chart = chartOf(...resources);
  return postureClaims(chart, readNotes(chart, shelf({})))
    .map(({ says, evidence }) => `${says} ${evidence.text}`)
    .join('; ');
}

test.each([
  ['BP sit 108/66 stand 86/58, HR 78->82.', 'present'],
  ['lying 130/80, standing 104/70', 'present'],
  ['BP lying 130/80 standing 128/68.', 'present'],
  ['Standing 104/70, lying 130/80.', 'present'],
  ['BP 130/80 lying, 104/70 standing.', 'present'],
  ['BP 148/88 -> 118/76 on standing.', 'present'],
  ['supine BP 140/80, after 3 min standing BP 136/78', 'absent'],
  ['BP 130/80 today. Understanding good.', ''],
  ['BP 130/80, sitting. 104/70 last week.', ''],
])('%s: %s', (text, says) => expect(read(noteOf(text)).split(' ')[0]).toBe(says));

const at = (minutes: number) => `2018-05-06T10:${String(minutes).padStart(2, '0')}:00Z`;

test('measurements that say their position, minutes apart', () => {
  const of = (position: string, systolic: number, diastolic: number, time: string) => ({
    resourceType: 'Observation',
    status: 'final',
    code: { text: `Blood pressure ${position}` },
    effectiveDateTime: time,
    component: [
      {
        code: { coding: [{ system: 'http://loinc.org', code: position === 'standing' ? '8460-8' : '8461-6' }] },
        valueQuantity: { value: systolic, unit: 'mm[Hg]' },
      },
      {
        code: { coding: [{ system: 'http://loinc.org', code: position === 'standing' ? '8454-1' : '8455-8' }] },
        valueQuantity: { value: diastolic, unit: 'mm[Hg]' },
      },
    ],
  });
  expect(read(of('lying', 132, 80, at(0)), of('standing', 108, 74, at(4)))).toBe(
    'present Blood pressure 132/80, standing 108/74',
  );
  expect(read(of('lying', 132, 80, at(0)), of('standing', 130, 78, at(4)))).toMatch('absent');
  expect(read(of('lying', 132, 80, '2018-05-01'), of('standing', 100, 78, at(4)))).toBe('');
});

test('measurements without a position say nothing', () => {
  expect(read(result('8480-6', 140, 'mm[Hg]', at(0)), result('8480-6', 110, 'mm[Hg]', at(5)))).toBe('');
});

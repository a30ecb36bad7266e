import { expect, test } from 'vitest';
import { readNotes } from '../notes.ts';
import { chartOf, noteOf, shelf } from '../shelf.fixture.ts';
import { alcoholClaims } from './alcohol.ts';

function read(text: string, sex: 'female' | 'male' = 'female'): string {
  const excess = alcoholClaims(readNotes(chartOf(noteOf(text)), shelf({})), sex).filter(
    ({ finding }) => finding === 'alcohol-excess',
  );
  return excess.map(({ claim }) => (claim.says === 'present' ? 'excess' : 'little')).join(' ');
}

test.each([
  ['EtOH 1-2/wk. Never smoked.', 'little'],
  ['EtOH nil-2/wk.', 'little'],
  ['EtOH nil.', 'little'],
  ['alcohol: none', 'little'],
  ['2 glasses of wine a week', 'little'],
  ['4-6 u/wk', 'little'],
  ['Alc 6u/wk.', 'little'],
  ['10-14 u wk, GAA matches', 'little'],
  ['ALT 47, 12u/wk, fatty?', 'little'],
  ['Alcohol 10u. SPE N.', 'little'],
  ['Beer 6/wk.', 'little'],
  ['EtOH rare. NKDA.', 'little'],
  ['No alcohol.', 'little'],
  ['EtOH 40 u/wk', 'excess'],
  ['Alcohol 4 units a day', 'excess'],
  ['3 bottles of wine a week', 'excess'],
  ['4 pints a night', 'excess'],
  ['EtOH 10/wk', 'excess'],
  ['Insulin 10 units a day', ''],
  ['Advised alcohol under 14 units a week', ''],
  ['dad EtOH 60 u/wk', ''],
  ['Smokes 20 a day', ''],
  ['Wine 1 glass w/ dinner', ''],
  ['2 cans of coke a day', ''],
  ['no alcohol withdrawal', ''],
])('%s: %s', (text, level) => expect(read(text)).toBe(level));

test('a man may have more drinks before it is excess, and between nothing is said', () => {
  expect(read('EtOH 10/wk', 'male')).toBe('');
  expect(read('EtOH 20/wk', 'male')).toBe('excess');
});

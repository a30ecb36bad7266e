import { expect, test } from 'vitest';
import { readRecord } from '../record.ts';
import { chartOf, finding, noteOf, shelf } from '../shelf.fixture.ts';

const KNOWLEDGE = shelf({
  findings: [
    finding('smoking-current', { terms: ['smoker', 'smokes'], codes: { snomed: ['77176002'] } }),
    finding('smoking-ever', {
      terms: ['ex smoker', 'ex-smoker', 'stopped smoking', 'quit smoking', 'pack years'],
      codes: { snomed: ['8517006'] },
      any: ['smoking-current'],
      lasts: 'life',
    }),
    finding('never-smoked', {
      terms: ['never smoked', 'never smoker', 'non-smoker'],
      codes: { snomed: ['266919005'] },
      lasts: 'life',
    }),
  ],
});

const status = (code: string, display: string, date: string) => ({
  resourceType: 'Observation',
  status: 'final',
  category: [{ coding: [{ code: 'social-history' }] }],
  code: { coding: [{ system: 'http://loinc.org', code: '72166-2' }], text: 'Tobacco smoking status' },
  effectiveDateTime: date,
  valueCodeableConcept: { coding: [{ system: 'http://snomed.info/sct', code, display }] },
});

/** `current+ ever+ never-` of a record. */
function read(...resources: object[]): string {
  const { findings } = readRecord(chartOf(...resources), KNOWLEDGE, '2020-01-01');
  const one = (id: string, name: string) => {
    const presence = findings.get(id)?.presence;
    return presence === undefined ? [] : [`${name}${presence === 'present' ? '+' : '-'}`];
  };
  return [...one('smoking-current', 'current'), ...one('smoking-ever', 'ever'), ...one('never-smoked', 'never')].join(
    ' ',
  );
}

const FORMER = 'current- ever+ never-';
const CURRENT = 'current+ ever+ never-';
const NEVER = 'current- ever- never+';

test.each([
  ['Smokes 12/d since 20s.', CURRENT],
  ['Stopped smoking Xmas - well done.', FORMER],
  ['Ex smoker 2006. Alc 6u/wk.', FORMER],
  ["Quit smoking '99 (5 pk-yr).", FORMER],
  ['Quit tob 1990 (20 pk-yr).', FORMER],
  ['20 pack years, quit 1994.', FORMER],
  ['Smoking cessation - stopped!', FORMER],
  ['Never smoked.', NEVER],
  ['Never smoked. Husband quit smoking 1990.', NEVER],
  ['Smokes 5/d. Wants to quit smoking.', CURRENT],
  ['Smoker. Previous MI.', CURRENT],
  ['Smoker 20/d, wife quit 1999.', CURRENT],
  ['Current smoker. Used to smoke 40/day.', CURRENT],
  ['Quit 1994 from the fire service.', ''],
])('%s', (text, expected) => expect(read(noteOf(text))).toBe(expected));

test('the latest statement decides', () => {
  expect(read(noteOf('Smokes 12/d.', '2010-01-01'), noteOf('Stopped smoking Xmas.', '2013-01-01'))).toBe(FORMER);
  expect(read(noteOf('Smokes 12/d.', '2010-01-01'), noteOf('Non-smoker.', '2013-01-01'))).toBe(FORMER);
  expect(read(noteOf('Stopped smoking.', '2014-01-01'), noteOf('Restarted smoking 5.', '2017-01-01'))).toBe(CURRENT);
  expect(read(noteOf('Smokes 5/d.', '2014-01-01'), noteOf('Never smoked.', '2017-01-01'))).toBe(NEVER);
});

test('a status of the record counts like a note', () => {
  expect(read(noteOf('Smoker.', '2014-01-01'), status('8517006', 'Former smoker', '2016-01-01'))).toBe(FORMER);
  expect(
    read(status('8517006', 'Former smoker', '2014-01-01'), status('266919005', 'Never smoker', '2016-01-01')),
  ).toBe(NEVER);
  expect(read(status('77176002', 'Smoker', '2014-01-01'))).toBe(CURRENT);
});

import { createHash } from 'node:crypto';
import type { KnownIdentifiers, ScrubContext, ScrubOptions } from '../scrub.ts';

/** A record that says nothing, for tests. */
export const NOBODY: KnownIdentifiers = {
  people: [],
  organisations: [],
  addresses: [],
  places: [],
  zips: [],
  phones: [],
  emails: [],
  urls: [],
  ids: [],
};

/** An invented record, for tests. */
export const ALMA: KnownIdentifiers = {
  ...NOBODY,
  people: [
    { role: 'patient', given: ['Alma', 'Ruth'], family: ['Castellanos'], whole: ['Alma Ruth Castellanos'] },
    { role: 'relative', given: ['William'], family: ['Castellanos'], whole: [] },
    { role: 'clinician', given: [], family: [], whole: ['Dr. Ines Grabowska'] },
  ],
  organisations: ['Larkfield Community Hospital'],
  addresses: ['77 Heron Close'],
  places: ['Larkfield'],
  phones: ['(413) 555-0192'],
  ids: ['MR-55-20917'],
  birthDate: '1951-06-30',
};

export const contextOf = (options: Partial<ScrubOptions> = {}, known: KnownIdentifiers = NOBODY): ScrubContext => ({
  known,
  shiftDays: -37,
  writtenOn: '2020-05-01',
  keyed: (purpose, value) => createHash('sha256').update(`${purpose}\0${value}`).digest(),
  options: { style: 'tags', holidays: true, occupations: false, ...options },
});

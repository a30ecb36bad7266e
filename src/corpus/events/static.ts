import type { Patient } from '../../chart/index.ts';
import { table } from '../../table.ts';
import type { Coding } from '../../terms/index.ts';
import type { MedsEvent } from './event.ts';
import { BIRTH, DEATH, GROUPS } from './kinds.ts';
import { part } from './vocabulary.ts';

type Fact = Pick<MedsEvent, 'time' | 'code' | 'description'>;

const SEXES = { female: 'F', male: 'M' } as const;

/** Words for the categories of OMB (urn:oid:2.16.840.1.113883.6.238), as CDC's code system for race and ethnicity has them. */
const OMB: Readonly<Record<string, string>> = table({
  '1002-5': 'native',
  '2028-9': 'asian',
  '2054-5': 'black',
  '2076-8': 'hawaiian',
  '2106-3': 'white',
  '2131-1': 'other',
  '2135-2': 'hispanic',
  '2186-5': 'nonhispanic',
});

const DAY = 86_400_000_000;

/** Sex, race and ethnicity without a time; birth; death, at the end of its day when the record gives only the day. */
export function factsOf({ sex, race, ethnicity, birthDate, deceased }: Patient): Fact[] {
  const facts: Fact[] = [];
  const add = (code: string, time: number | null, description: string) => facts.push({ code, time, description });
  if (ethnicity) add(`${GROUPS.ethnicity}//${groupOf(ethnicity)}`, null, ethnicity.display ?? ethnicity.code);
  if (sex) add(`${GROUPS.sex}//${SEXES[sex]}`, null, sex);
  if (race) add(`${GROUPS.race}//${groupOf(race)}`, null, race.display ?? race.code);
  if (birthDate) add(BIRTH, startOf(birthDate), 'Birth');
  if (deceased) add(DEATH, deceased.length > 10 ? startOf(deceased) : endOf(deceased), 'Death');
  return facts;
}

function groupOf({ code, display }: Coding): string {
  return OMB[code] ?? part(display ?? code).toLowerCase();
}

/** Microseconds; dates of the chart are valid, and without an offset they are UTC. */
function startOf(date: string): number {
  const time = /T\d\d:\d\d(:\d\d)?(\.\d+)?$/.test(date) ? `${date}Z` : date;
  return Date.parse(time) * 1000;
}

/** The last microsecond of a day, a month or a year. */
function endOf(date: string): number {
  const [year = 0, month = 12, day] = date.split('-').map(Number);
  return (day === undefined ? Date.UTC(year, month, 0) : Date.UTC(year, month - 1, day)) * 1000 + DAY - 1;
}

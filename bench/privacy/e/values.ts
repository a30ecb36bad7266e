/** Values of the fifth generator: people, dates, numbers, addresses, with the marks of gold.ts. */
import { dg, int, p2, pick, type R } from '../random.ts';
import { FAMILIES, MEN, WOMEN, WORD_FAMILY, WORD_GIVEN } from './people.ts';

export interface Person {
  readonly given: string;
  readonly family: string;
  readonly female: boolean;
}

/** One in twelve bears a name that is a word. */
export function person(r: R, female = r() < 0.5): Person {
  const given = r() < 0.08 ? pick(r, WORD_GIVEN) : pick(r, female ? WOMEN : MEN);
  const family = r() < 0.08 ? pick(r, WORD_FAMILY) : pick(r, FAMILIES);
  return { given, family, female };
}

export const as = (category: string, text: string): string => `{${category}:${text}}`;
export const name = (text: string): string => as('name', text);
export const he = (p: Person): string => (p.female ? 'she' : 'he');
export const his = (p: Person): string => (p.female ? 'her' : 'his');
export const title = (r: R, p: Person): string =>
  p.female ? pick(r, ['Mrs', 'Ms', 'Miss', 'Mrs.']) : pick(r, ['Mr', 'Mr.']);

/** A whole name as it is written in running text. */
export function whole(r: R, p = person(r)): string {
  const middle = pick(r, [...'ABCDEFGHJKLMNOPRSTVWYZ']);
  return name(
    pick(r, [
      `${p.given} ${p.family}`,
      `${p.given} ${p.family}`,
      `${p.given} ${p.family}`,
      `${p.given} ${p.family}`,
      `${p.given} ${middle} ${p.family}`,
      `${p.given} ${middle}. ${p.family}`,
      `${p.given.charAt(0)}. ${p.family}`,
      `${p.given} ${pick(r, p.female ? WOMEN : MEN)} ${p.family}`,
      `${p.given} ${p.family.toUpperCase()}`,
    ]),
  );
}

export const surnameFirst = (r: R, p: Person): string =>
  name(
    pick(r, [
      `${p.family}, ${p.given}`,
      `${p.family.toUpperCase()}, ${p.given}`,
      `${p.family.toUpperCase()}, ${p.given.toUpperCase()}`,
      `${p.family.toUpperCase()} ${p.given}`,
      `${p.family}, ${p.given} ${pick(r, [...'ABDEGJKLMNPRST'])}`,
    ]),
  );

const MONTH = 'January February March April May June July August September October November December'.split(' ');
const DAY = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const ORDINAL =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fifteenth twentieth twenty-first thirtieth'.split(
    ' ',
  );
const th = (n: number): string => `${n}${n > 10 && n < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;

/** A day that is written whole, for forms. */
export function fullDay(r: R, from = 1931, to = 2024): string {
  const [y, m, d] = [int(r, from, to), int(r, 1, 12), int(r, 1, 28)];
  const month = MONTH[m - 1] ?? '';
  return as(
    'date',
    pick(r, [
      `${p2(d)}/${p2(m)}/${y}`,
      `${p2(m)}/${p2(d)}/${y}`,
      `${d}/${m}/${p2(y % 100)}`,
      `${p2(d)}.${p2(m)}.${y}`,
      `${p2(d)}-${p2(m)}-${y}`,
      `${y}-${p2(m)}-${p2(d)}`,
      `${d} ${month} ${y}`,
      `${p2(d)} ${month.slice(0, 3)} ${y}`,
      `${p2(d)}-${month.slice(0, 3).toUpperCase()}-${y}`,
      `${month} ${d}, ${y}`,
      `${th(d)} ${month} ${y}`,
      `${d}. ${month} ${y}`,
    ]),
  );
}

/** A day as people speak and write of it. */
export function day(r: R): string {
  const [y, m, d] = [int(r, 1998, 2024), int(r, 1, 12), int(r, 1, 28)];
  const month = MONTH[m - 1] ?? '';
  const week = pick(r, DAY);
  const one = (text: string) => as('date', text);
  return pick(r, [
    () => fullDay(r, 1998),
    () => fullDay(r, 1998),
    () => fullDay(r, 1998),
    () => one(`${month} ${d}`),
    () => one(`${d} ${month}`),
    () => one(`${th(d)} ${month}`),
    () => one(`${th(d)} of ${month.slice(0, 3)}`),
    () => one(`the ${pick(r, ORDINAL)} of ${month}`),
    () => one(`${month} ${pick(r, ORDINAL)}`),
    () => one(`${month} the ${pick(r, ORDINAL)}`),
    () => one(`${month} ${y}`),
    () => one(`${month.slice(0, 3)} ${y}`),
    () => one(`${p2(m)}/${y}`),
    () => one(`${y}-${p2(m)}`),
    () => one(`${y}`),
    () => one(`last ${week}`),
    () => one(`this ${week}`),
    () => one(`${week} the ${th(d)}`),
    () => one(`${week} ${d} ${month}`),
    () => one(`${week}, ${d} ${month.slice(0, 3)}`),
    () => one(`${week.slice(0, 3)} ${d}/${m}`),
    () => `${one(week)} ${as('state', 'morning')}`,
    () => one(`Q${int(r, 1, 4)} ${y}`),
    () => one(`Q${int(r, 1, 4)}/${y}`),
    () => `${one(`the ${pick(r, ['first', 'second', 'third', 'fourth'])} quarter of ${y}`)}`,
    () =>
      `${one(`${y}-${p2(m)}-${p2(d)}`)}T${as('state', `${p2(int(r, 0, 23))}:${p2(int(r, 0, 59))}:${p2(int(r, 0, 59))}Z`)}`,
    () => `${one(`${y}-${p2(m)}-${p2(d)}`)} ${as('state', `${p2(int(r, 0, 23))}:${p2(int(r, 0, 59))}`)}`,
    () => `${one(`${d}`)}${as('state', '-')}${one(`${int(r, d, 28)} ${month} ${y}`)}`,
    () => `${one(`${month} ${d}`)} ${as('state', 'to')} ${one(`${month} ${int(r, d, 28)}, ${y}`)}`,
    () =>
      `${one(`${p2(d)}/${p2(m)}/${p2(y % 100)}`)} ${as('state', '-')} ${one(`${p2(d)}/${p2((m % 12) + 1)}/${p2(y % 100)}`)}`,
    () => `${one(String(y))}${as('state', '–')}${one(String(y + 2))}`,
    () =>
      one(`${pick(r, ['Christmas', 'Easter', 'Boxing Day', 'Diwali', 'Ramadan', 'Halloween', 'Thanksgiving'])} ${y}`),
    () => one(`${pick(r, ['spring', 'summer', 'autumn', 'winter'])} ${y}`),
    () => one(`the ${pick(r, ['spring', 'summer', 'winter'])} of ${y}`),
    () => `${as('state', 'late')} ${one(month)}`,
    () => `${as('state', 'the end of')} ${one(month)}`,
  ])();
}

/** Telephones of fifteen countries, extensions, pagers. */
export function phone(r: R): string {
  return as(
    'phone',
    dg(
      r,
      pick(r, [
        '(6##) 555-01##',
        '8##-4##-####',
        '+1 (3##) 2##-####',
        '1 (8##) 4##-####',
        '0161 4## ####',
        '(0131) 5## ####',
        '+44 (0)113 2## ####',
        '07##-###-####',
        '+353 87 ### ####',
        '(021) 4## ####',
        '+49 (0)89 #######',
        '0341/######',
        '+91 22 4### ####',
        '+91-9########3',
        '+33 6 ## ## ## ##',
        '01 4# ## ## ##',
        '+39 06 #######',
        '+34 6## ### ###',
        '+31 20 ### ####',
        '+46 8 ### ## ##',
        '+81 3-4###-####',
        '+82 10-3###-####',
        '+55 11 9####-####',
        '+27 21 4## ####',
        '+61 3 9### ####',
        '0800 1## ###',
      ]),
    ),
  );
}

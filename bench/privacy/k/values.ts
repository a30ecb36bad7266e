/** Values of the eleventh generator. */
import { dg, int, p2, pick, plain, type R } from '../random.ts';
import { type Person, person } from './people.ts';

const w = (text: string): readonly string[] => text.trim().split(/\s*;\s*/);
export const as = (category: string, text: string): string => `{${category}:${text}}`;
export const name = (text: string): string => as('name', text);
const date = (text: string): string => as('date', text);

export const full = (p: Person): string => name(`${p.given} ${p.family}`);
export const mister = (r: R, p: Person): string =>
  `${pick(r, ['Mr.', 'Mrs.', 'Ms.', 'Mr', 'Ms', 'Miss'])} ${name(p.family)}`;
const letter = (text: string): string => text.charAt(0).toUpperCase();
export const initials = (p: Person): string => name(`${letter(p.given)}.${letter(p.family)}.`);
export const someone = (r: R): string => full(person(r));
/** A relative by a first name or a whole one. */
export const kin = (r: R): string => pick(r, [name(person(r).given), someone(r)]);
export const md = (r: R, p = person(r)): string =>
  pick(r, [
    `Dr. ${name(p.family)}`,
    `Dr. ${name(p.family)}`,
    `Dr ${name(p.family)}`,
    `Dr. ${full(p)}`,
    `Dr. ${name(`${letter(p.given)}. ${p.family}`)}`,
    `Doctor ${name(p.family)}`,
    `${full(p)}, ${pick(r, ['MD', 'M.D.', 'DO', 'NP', 'PA-C', 'RN', 'PharmD', 'FACS'])}`,
    `${name(`${p.given} ${letter(p.second)}. ${p.family}`)}, MD`,
  ]);

const MONTHS = w('January;February;March;April;May;June;July;August;September;October;November;December');
const DAYS = w('Monday;Tuesday;Wednesday;Thursday;Friday;Saturday;Sunday');
const NTH = w(
  'first;second;third;fourth;seventh;tenth;twelfth;fourteenth;sixteenth;eighteenth;nineteenth;twenty-second;twenty-ninth',
);
const th = (n: number): string => `${n}${n > 10 && n < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;

export function day(r: R, from = 2001, to = 2025): string {
  const [y, m, d] = [int(r, from, to), int(r, 1, 12), int(r, 1, 28)];
  const month = MONTHS[m - 1] ?? '';
  const short = month.slice(0, 3);
  return date(
    pick(r, [
      `${p2(m)}/${p2(d)}/${y}`,
      `${m}/${d}/${p2(y % 100)}`,
      `${p2(m)}-${p2(d)}-${y}`,
      `${y}/${p2(m)}/${p2(d)}`,
      `${y}-${p2(m)}-${p2(d)}`,
      `${d}.${m}.${y}`,
      `${p2(d)}/${short}/${y}`,
      `${d}-${short}-${p2(y % 100)}`,
      `${month} ${d}, ${y}`,
      `${month} ${d} ${y}`,
      `${d} ${month}, ${y}`,
      `${th(d)} ${month} ${y}`,
      `the ${th(d)} of ${month} ${y}`,
      `${short}. ${th(d)}, ${y}`,
      `${pick(r, DAYS)} ${d} ${month} ${y}`,
      `${pick(r, DAYS)}, ${short} ${d}, ${y}`,
      `${month} ${pick(r, NTH)}, ${pick(r, ['two thousand four', 'twenty eighteen', 'nineteen ninety-one'])}`,
    ]),
  );
}

/** A time with its preposition. */
export function time(r: R): string {
  const [y, m, d] = [int(r, 2001, 2025), int(r, 1, 12), int(r, 1, 28)];
  const month = MONTHS[m - 1] ?? '';
  return pick(r, [
    () => `on ${day(r)}`,
    () => `on ${day(r)}`,
    () => `on ${date(`${m}/${d}`)}`,
    () => `since ${date(`${p2(m)}/${p2(d)}`)}`,
    () => `on ${date(`${month} ${d}`)}`,
    () => `on ${date(`the ${th(d)} of ${month}`)}`,
    () => `in ${date(month)}`,
    () => `in ${date(`${month} of ${y}`)}`,
    () => `in ${date(`${month.slice(0, 3)} ${y}`)}`,
    () => `in ${date(`${p2(m)}/${y}`)}`,
    () => `since ${date(String(y))}`,
    () => `in ${date(`late ${y}`)}`,
    () => `around ${date(pick(r, ['Christmas', 'Easter', 'Thanksgiving', 'Labor Day', 'Halloween']))}`,
    () => `after ${date(`${pick(r, ['Christmas', 'Easter', 'Memorial Day'])} ${y}`)}`,
    () => `on ${date(pick(r, DAYS))}`,
    () => date(`last ${pick(r, DAYS)}`),
    () => `by ${date(`next ${pick(r, DAYS)}`)}`,
    () => `in ${date(`the ${pick(r, ['spring', 'fall', 'winter', 'summer'])} of ${y}`)}`,
    () => `on ${date(`${pick(r, DAYS)}, ${month} ${d}`)}`,
    () => `on ${date(`${month} ${pick(r, NTH)}`)}`,
    () => `before ${date(`${m}/${d}/${p2(y % 100)}`)}`,
  ])();
}

export const phone = (r: R): string =>
  as(
    'phone',
    dg(
      r,
      pick(r, [
        '(6##) 2##-####',
        '7##-3##-####',
        '9##.2##.####',
        '+1-3##-2##-####',
        '1 (8##) 5##-####',
        '020 7### ####',
        '07### ### ###',
        '+49 89 ########',
        '+33 1 ## ## ## ##',
        '+34 6## ### ###',
        '+91 9#########',
        '+61 2 9### ####',
        '0#1-#######',
      ]),
    ),
  );
const TOWNS = w(
  'Tucson;Boise;Savannah;Madison;Fort Worth;Leicester;Galway;Halifax;Perth;Santa Fe;Nashville;Utrecht;Nairobi;Bogotá;Lahore;Krakow;Little Rock;Cedar Rapids',
);
export const town = (r: R): string => as('place', pick(r, TOWNS));
export const home = (r: R): string =>
  pick(r, [
    () =>
      `${as('address', `${int(r, 11, 9999)} ${pick(r, w('Magnolia;N. Lincoln;Hillcrest;E. 42nd;Juniper;Windsor;Bluebird'))} ${pick(r, w('Street;Ave;Drive;Rd.;Lane;Way;Place;Circle'))}${pick(r, ['', '', ' Apt 7', ', Unit 3B', ' #14'])}`)}, ${pick(r, [`${as('place', 'Tucson')}, {state:AZ} ${as('zip', dg(r, '857##'))}`, `${as('place', 'Boise')}, {state:Idaho} ${as('zip', dg(r, '837##'))}`, `${as('place', 'Savannah')}, {state:GA} ${as('zip', dg(r, '314##-####'))}`])}`,
    () =>
      `${as('address', `${int(r, 1, 200)} ${pick(r, w('Victoria Road;High Street;Meadow Lane;Park Avenue'))}`)}, ${as('place', 'Leicester')} ${as('zip', dg(r, 'LE# #TR'))}`,
    () =>
      `${as('address', `${pick(r, w('Mozartstraße;Gartenweg;Kirchstr.'))} ${int(r, 1, 99)}`)}, ${as('zip', dg(r, '80###'))} ${as('place', 'München')}`,
    () =>
      `${as('address', `${int(r, 1, 99)} rue ${pick(r, w('de la République;Pasteur;des Acacias'))}`)}, ${as('zip', dg(r, '690##'))} ${as('place', 'Lyon')}`,
    () =>
      `${as('address', `P.O. Box ${int(r, 10, 9999)}`)}, ${as('place', 'Boise')}, {state:ID} ${as('zip', dg(r, '837##'))}`,
  ])();
export const site = (r: R): string =>
  as(
    'organisation',
    pick(r, [
      `${pick(r, w('Tucson;Madison;Savannah;Halifax'))} ${pick(r, w('General Hospital;Medical Center;Regional Hospital;Memorial Hospital'))}`,
      `St. ${pick(r, w("Martin's;Jude;Cecilia's;Raphael"))} Hospital`,
      `${pick(r, w('Goldberg;Hawthorne;Pemberton;Castillo'))} ${pick(r, w('Clinic;Eye Center;Cancer Institute;Dialysis Center'))}`,
      `${pick(r, w('Pine Ridge;Golden Oaks;Lakeshore;Silver Springs'))} ${pick(r, w('Nursing Home;Rehabilitation Center;Assisted Living;Urgent Care;Health Center'))}`,
      `University of ${pick(r, w('Arizona;Leicester;Nairobi'))} Medical Center`,
    ]),
  );
export const firm = (r: R): string =>
  as(
    'organisation',
    pick(
      r,
      w(
        'Microsoft;Walgreens;General Motors;Southwest Airlines;Target;Jefferson Middle School;Lockheed Martin;Smithfield Foods;JPMorgan Chase;Bayside Roofing Inc.;IBM;Whole Foods',
      ),
    ),
  );
export const email = (r: R, p: Person): string =>
  as(
    'email',
    `${pick(r, [`${plain(p.given)}${int(r, 1, 999)}`, `${plain(p.given)}.${plain(p.family)}`, `${plain(p.family)}_${plain(p.given)}`])}@${pick(r, w('gmail.com;me.com;comcast.net;pineridge.org;web.de'))}`,
  );
export const url = (r: R): string =>
  as(
    'url',
    pick(r, [
      `https://mychart.pineridge.org/pt/${dg(r, '########')}`,
      `www.pineridge.org/records?id=${dg(r, '######')}`,
      `https://drive.google.com/file/d/${dg(r, '%%%%%%%%%%%%')}`,
    ]),
  );
export const ip = (r: R): string =>
  as('ip', `${int(r, 12, 199)}.${int(r, 0, 255)}.${int(r, 0, 255)}.${int(r, 1, 254)}`);

export function id(r: R): string {
  const [label, shape] = pick(r, [
    ['MRN ', '#######'],
    ['MRN: ', '##-####-##'],
    ['MRN #', '########'],
    ['Medical record number: ', '######'],
    ['Chart No. ', 'C-#####'],
    ['SSN ', '###-##-####'],
    ['SSN: ', '### ## ####'],
    ['social security number is ', '###-##-####'],
    ['Account #: ', '#########'],
    ['Insurance ID ', '@@@########'],
    ['Member # ', '########-##'],
    ['Group number ', '#####'],
    ['policy no. ', 'P#######'],
    ['Medicare ID ', '#@##-@##-@@##'],
    ['NHS number: ', '### ### ####'],
    ['driver license ', '@########'],
    ["Driver's License #", '########'],
    ['license plate number ', '@@@ ####'],
    ['VIN ', 'JTDKB20U#########'],
    ['device serial ', 'SN#######'],
    ['pacemaker serial # ', '@@@######'],
    ['implant ID ', 'IM-#######'],
    ['accession # ', 'A##-######'],
    ['encounter number ', '########'],
    ['specimen ID ', 'SP######'],
    ['passport number ', '@########'],
    ['claim # ', '##########'],
    ['authorization number ', 'AU######'],
    ['NPI ', '##########'],
    ['DEA ', '@@#######'],
    ['certificate no. ', '######'],
    ['employee number ', '######'],
    ['confirmation # ', '@@####'],
  ] as const);
  return `${label}${as('id', dg(r, shape))}`;
}

/** Values of the seventh generator. */
import { dg, int, p2, pick, plain, type R } from '../random.ts';
import { FAMILY, GIVEN_F, GIVEN_M, WORDS_FAMILY, WORDS_GIVEN } from './people.ts';

export interface Person {
  readonly given: string;
  readonly family: string;
  readonly female: boolean;
}
export function person(r: R, female = r() < 0.5): Person {
  return {
    given: r() < 0.08 ? pick(r, WORDS_GIVEN) : pick(r, female ? GIVEN_F : GIVEN_M),
    family: r() < 0.08 ? pick(r, WORDS_FAMILY) : pick(r, FAMILY),
    female,
  };
}
export const as = (category: string, text: string): string => `{${category}:${text}}`;
export const name = (text: string): string => as('name', text);
export const f = (p: Person): string => name(p.given);
export const l = (p: Person): string => name(p.family);
export function full(r: R, p = person(r)): string {
  const m = pick(r, [...'ABCDEFGHJKLMNPRSTW']);
  const x = r();
  if (x < 0.62) return name(`${p.given} ${p.family}`);
  if (x < 0.72) return name(`${p.given} ${m}. ${p.family}`);
  if (x < 0.78) return name(`${p.given} ${m} ${p.family}`);
  if (x < 0.85) return name(`${p.given.charAt(0)}. ${p.family}`);
  if (x < 0.88) return name(`${p.given.charAt(0)}.${m}. ${p.family}`);
  if (x < 0.92) return name(`${p.given} ${pick(r, p.female ? GIVEN_F : GIVEN_M)} ${p.family}`);
  if (x < 0.95)
    return name(
      `${p.given} ${p.family}-${pick(
        r,
        FAMILY.filter((one) => !/[ '-]/.test(one)),
      )}`,
    );
  return name(`${p.given} ${p.family.toUpperCase()}`);
}
export const mr = (p: Person, r: R): string =>
  `${p.female ? pick(r, ['Mrs.', 'Ms.', 'Miss', 'Mrs']) : pick(r, ['Mr.', 'Mr'])} ${l(p)}`;
export const dr = (r: R): string => {
  const d = person(r);
  return pick(r, [
    `Dr. ${l(d)}`,
    `Dr. ${l(d)}`,
    `Dr ${l(d)}`,
    `Dr. ${full(r, d)}`,
    `Doctor ${l(d)}`,
    `${full(r, d)}, MD`,
    `${full(r, d)}, ${pick(r, ['NP', 'PA-C', 'RN', 'DO', 'MBChB', 'FRACP'])}`,
  ]);
};

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const WEEK = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const th = (n: number): string => `${n}${n > 10 && n < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;
const D = (text: string): string => as('date', text);
export function dob(r: R): string {
  const [y, m, d] = [int(r, 1930, 2018), int(r, 1, 12), int(r, 1, 28)];
  return D(
    pick(r, [
      `${p2(m)}/${p2(d)}/${y}`,
      `${d}/${m}/${y}`,
      `${p2(d)}-${p2(m)}-${y}`,
      `${y}-${p2(m)}-${p2(d)}`,
      `${MONTHS[m - 1]} ${d}, ${y}`,
      `${d} ${MONTHS[m - 1]?.slice(0, 3)} ${y}`,
      `${p2(d)}.${p2(m)}.${y}`,
      `${p2(m)}/${p2(d)}/${p2(y % 100)}`,
    ]),
  );
}
export function day(r: R): string {
  const [y, m, d] = [int(r, 2001, 2025), int(r, 1, 12), int(r, 1, 28)];
  const month = MONTHS[m - 1] ?? '';
  const wd = pick(r, WEEK);
  return pick(r, [
    () => dob(r),
    () => dob(r),
    () => D(`${m}/${d}/${y}`),
    () => D(`${m}/${d}/${p2(y % 100)}`),
    () => D(`${y}/${p2(m)}/${p2(d)}`),
    () => D(`${month} ${d}`),
    () => D(`${month} ${th(d)}, ${y}`),
    () => D(`${d} ${month}`),
    () => D(`the ${th(d)} of ${month}`),
    () => D(`${month} ${y}`),
    () => D(`${month.slice(0, 3)} ${y}`),
    () => D(`${month.slice(0, 3)}-${y}`),
    () => D(`${d}-${month.slice(0, 3)}-${p2(y % 100)}`),
    () => D(`${y}`),
    () => D(`${wd}, ${month} ${d}, ${y}`),
    () => D(`${wd} ${d} ${month}`),
    () => D(`last ${wd}`),
    () => D(`${wd} last week`).replace(' last week}', '} {state:last week}'),
    () => `${D(`${p2(d)}/${p2(m)}/${y}`)} ${as('state', `${p2(int(r, 0, 23))}:${p2(int(r, 0, 59))}`)}`,
    () =>
      `${D(`${month} ${int(r, 1, 13)}`)} ${as('state', pick(r, ['to', 'through', 'until']))} ${D(`${month} ${int(r, 14, 28)}, ${y}`)}`,
    () => `${D(`${month.slice(0, 3)} ${int(r, 1, 13)}-${int(r, 14, 28)}, ${y}`)}`,
    () => D(`${pick(r, ['Christmas', 'Thanksgiving', 'Easter'])} ${y}`),
    () => D(`${pick(r, ['Christmas Day', 'Good Friday', 'Boxing Day', "New Year's Eve"])}`),
    () => D(`the ${pick(r, ['spring', 'summer', 'winter', 'autumn', 'fall'])} of ${y}`),
  ])();
}
export const phone = (r: R): string =>
  as(
    'phone',
    dg(
      r,
      pick(r, [
        '(4##) 555-####',
        '4##-555-####',
        '6##.555.####',
        '+1-4##-555-####',
        '555-####',
        '+64 21 ### ####',
        '(09) 3## ####',
        '03 9### ####',
        '+61 4## ### ###',
        '0412 ### ###',
        '+65 9### ####',
        '+60 12-### ####',
        '+27 82 ### ####',
        '011 4## ####',
        '+63 2 8### ####',
        '+234 803 ### ####',
        '+44 7### ######',
        '0117 ### ####',
        '+1 876 ### ####',
        '+57 310 ### ####',
      ]),
    ),
  );
const TOWNS = [
  'Hamilton',
  'Dunedin',
  'Geelong',
  'Wollongong',
  'Kuala Lumpur',
  'Durban',
  'Bloemfontein',
  'Quezon City',
  'Kingston',
  'Bristol',
  'Calgary',
  'Saskatoon',
  'Medellín',
  'Port of Spain',
  'Lagos',
  'Kumasi',
  'Penrith',
  'Launceston',
  'Worcester',
  'Duluth',
  'Des Moines',
  'Boise',
  'Savannah',
  'Tulsa',
];
export const town = (r: R): string => as('place', pick(r, TOWNS));
const street = (r: R): string =>
  `${int(r, 1, 980)}${pick(r, ['', '', '', 'B', '/2'])} ${pick(r, ['Queen', 'Rimu', 'Wattle', 'Sunnyside', 'Church', 'Main', 'Lakeshore', 'Orchard Hill', 'Nelson Mandela', 'Harbour', 'Pine Ridge', 'Kowhai'])} ${pick(r, ['Street', 'St', 'Road', 'Rd', 'Avenue', 'Ave', 'Drive', 'Lane', 'Crescent', 'Terrace', 'Place', 'Parade', 'Blvd'])}`;
export const address = (r: R): string =>
  pick(r, [
    () =>
      `${as('address', `${street(r)}${pick(r, ['', ', Apt 5', ', Unit 12', ' #3A'])}`)}, ${as('place', pick(r, ['Duluth', 'Des Moines', 'Boise', 'Savannah', 'Tulsa']))}, ${as('state', pick(r, ['MN', 'IA', 'ID', 'GA', 'OK']))} ${as('zip', dg(r, pick(r, ['5580#', '5031#', '8370#', '7410#-####'])))}`,
    () =>
      `${as('address', street(r))}, ${as('place', pick(r, ['Geelong', 'Wollongong', 'Penrith', 'Launceston']))} ${as('state', pick(r, ['VIC', 'NSW', 'TAS']))} ${as('zip', dg(r, '2###'))}`,
    () => `${as('address', street(r))}, ${as('place', pick(r, ['Hamilton', 'Dunedin']))} ${as('zip', dg(r, '9###'))}`,
    () =>
      `${as('address', street(r))}, ${as('place', pick(r, ['Calgary', 'Saskatoon']))}, ${as('state', pick(r, ['AB', 'SK']))} ${as('zip', dg(r, 'T#P #K#'))}`,
    () =>
      `${as('address', street(r))}, ${as('place', pick(r, ['Bristol', 'Worcester']))} ${as('zip', dg(r, pick(r, ['BS# #TW', 'WR## #LP'])))}`,
    () => `${as('address', `P.O. Box ${int(r, 10, 9999)}`)}, ${town(r)}`,
  ])();
export const hospital = (r: R): string =>
  as(
    'organisation',
    pick(r, [
      () =>
        `${pick(r, TOWNS)} ${pick(r, ['General Hospital', 'Base Hospital', 'Medical Centre', 'Regional Hospital', "Women's Hospital", 'Health Clinic'])}`,
      () => `St ${pick(r, ['Andrew', 'Helen', 'Thomas', 'Catherine'])}'s Hospital`,
      () =>
        `${pick(r, FAMILY)} ${pick(r, ['Memorial Hospital', 'Medical Center', 'Clinic', 'Rehabilitation Centre', 'Nursing Home', 'Pharmacy'])}`,
      () => `University of ${pick(r, TOWNS)} Hospital`,
      () =>
        `${pick(r, ['Greenhills', 'Bayside', 'Silver Oaks', 'Mountain View'])} ${pick(r, ['Medical Center', 'Aged Care', 'Family Practice', 'Surgery Center', 'Retirement Village'])}`,
    ])(),
  );
export const employer = (r: R): string =>
  as(
    'organisation',
    pick(r, [
      'Qantas',
      'Woolworths',
      'Petronas',
      'Air New Zealand',
      'Safaricom',
      'Bunnings',
      'San Miguel Corporation',
      'Target Australia',
      'Anglo American',
      'Telstra',
      'Cadbury',
      'Rio Tinto',
      `${pick(r, FAMILY)} Transport`,
    ]),
  );
export const email = (r: R, p: Person): string =>
  as(
    'email',
    `${pick(r, [`${plain(p.given)}.${plain(p.family)}`, `${plain(p.family)}${int(r, 1, 999)}`, `${plain(p.given)}_${plain(p.family).charAt(0)}`])}@${pick(r, ['xtra.co.nz', 'bigpond.com', 'gmail.com', 'yahoo.com.ph', 'health.gov.au', 'outlook.com'])}`,
  );
export const url = (r: R): string =>
  as(
    'url',
    pick(r, [
      `https://patient.bayside.health.nz/record/${dg(r, '#######')}`,
      `http://ris.greenhills.org/report?acc=${dg(r, '########')}`,
      `www.silveroaks.com.au/residents/${dg(r, '####')}`,
      `https://www.facebook.com/${plain(pick(r, GIVEN_F))}.${plain(pick(r, FAMILY))}.${int(r, 1, 99)}`,
    ]),
  );
export const ip = (r: R): string =>
  as(
    'ip',
    pick(r, [
      `${int(r, 20, 220)}.${int(r, 0, 255)}.${int(r, 0, 255)}.${int(r, 1, 254)}`,
      dg(r, '2404:6800:%%%%:%%%%::%%%%'),
    ]),
  );
export function id(r: R): string {
  const [label, shape] = pick(r, [
    ['NHI ', '@@@####'],
    ['NHI: ', '@@@##@#'],
    ['URN: ', '#######'],
    ['UR number ', '######'],
    ['MRN ', '#######'],
    ['MRN: ', '##-####-#'],
    ['Medical record number: ', '########'],
    ['Medicare number ', '#### ##### #'],
    ['DVA file number ', 'VX######'],
    ['PHN ', '9### ### ###'],
    ['Health card number ', '#### ### ### @@'],
    ['ID number ', '8##### #### 08 #'],
    ['NRIC ', 'S#######@'],
    ['Passport number: ', 'N#######'],
    ['PhilHealth no. ', '##-#########-#'],
    ['SSN: ', '2##-##-####'],
    ['SSN ', '6##-##-####'],
    ['Account number ', '########'],
    ['Policy number: ', 'AIA-#######'],
    ['Insurance policy ', '@@#######'],
    ['Member ID: ', '###########'],
    ['Claim number ', '##-######'],
    ['ACC claim ', 'AB#####'],
    ['Accession number: ', '#########'],
    ['Lab number ', '##-#######'],
    ['Specimen ', 'H##-#####'],
    ['Referral number ', '#######'],
    ['Case number: ', '####/##'],
    ['Driver licence ', '@@######'],
    ["Driver's license number ", '@###-####-####'],
    ['Licence plate ', '@@@###'],
    ['Vehicle registration ', '#@@#@@'],
    ['VIN ', 'JTDKN3DU#A#######'],
    ['Serial number ', '@@@#######@'],
    ['Device serial number: ', '#########'],
    ['Pacemaker model 5826, serial ', '#######'],
    ['Badge number ', '#####'],
    ['Staff ID ', '######'],
    ['Provider number ', '######@@'],
    ['AHPRA ', 'MED00########'],
    ['DEA number: ', 'B@#######'],
    ['NPI ', '1#########'],
    ['Prescription number ', '########'],
    ['Certificate number ', '@####/####'],
    ['Bank account ', '##-####-#######-##'],
  ] as const);
  return `${label}${as('id', dg(r, shape))}`;
}

/** Values of the sixth generator. */
import { dg, int, p2, pick, plain, type R } from '../random.ts';
import { FAMILIES, MEN, WOMEN, WORDS } from './people.ts';

export interface Person {
  readonly given: string;
  readonly nick: string;
  readonly family: string;
  readonly female: boolean;
}

/** A sixth of all given names and of all surnames are words. */
export function person(r: R, female = r() < 0.5): Person {
  const [given, nick] = r() < 0.16 ? twice(pick(r, female ? WORDS.women : WORDS.men)) : pick(r, female ? WOMEN : MEN);
  return { given, nick, family: pick(r, r() < 0.16 ? WORDS.families : FAMILIES), female };
}
const twice = (text: string): readonly [string, string] => [text, text];

export const as = (category: string, text: string): string => `{${category}:${text}}`;
export const name = (text: string): string => as('name', text);
export const given = (p: Person): string => name(p.given);
export const family = (p: Person): string => name(p.family);
export const full = (p: Person): string => name(`${p.given} ${p.family}`);
export const initial = (p: Person): string => name(`${p.given.charAt(0)}. ${p.family}`);
export const title = (p: Person): string => (p.female ? 'Ms.' : 'Mr.');

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const SPOKEN =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth fourteenth sixteenth nineteenth twenty-second twenty-eighth'.split(
    ' ',
  );
const YEARS = [
  'nineteen ninety-eight',
  'two thousand and six',
  'twenty twelve',
  'twenty nineteen',
  'two thousand four',
];
const date = (text: string): string => as('date', text);

export function birth(r: R): string {
  const [y, m, d] = [int(r, 1929, 2019), int(r, 1, 12), int(r, 1, 28)];
  return date(
    pick(r, [
      `${m}/${d}/${y}`,
      `${p2(m)}/${p2(d)}/${y}`,
      `${p2(m)}-${p2(d)}-${p2(y % 100)}`,
      `${p2(m)}/${p2(d)}/${p2(y % 100)}`,
      `${MONTHS[m - 1]?.slice(0, 3)} ${d} ${y}`,
      `${y}${p2(m)}${p2(d)}`,
      `${p2(m)}${p2(d)}${y}`,
    ]),
  );
}

export function day(r: R): string {
  const [y, m, d] = [int(r, 1999, 2024), int(r, 1, 12), int(r, 1, 28)];
  const [month, week] = [MONTHS[m - 1] ?? '', pick(r, DAYS)];
  const short = month.slice(0, 3);
  return pick(r, [
    () => birth(r),
    () => birth(r),
    () => date(`${m}/${d}`),
    () => date(`${p2(m)}/${p2(d)}`),
    () => date(`${m}-${d}`),
    () => date(`${m}/${p2(y % 100)}`),
    () => date(`${month} ${d}`),
    () => date(`${short} ${d}`),
    () => date(`${short}. ${d}`),
    () => date(`${month} ${d} of ${y}`),
    () => date(`${month} ${d} ${y}`),
    () => date(`${short.toUpperCase()} ${d} ${y}`),
    () => date(`${d} ${short.toUpperCase()} ${y}`),
    () => date(`${short}/${p2(d)}/${y}`),
    () => date(`${y}/${p2(m)}/${p2(d)}`),
    () => date(`${month} ${pick(r, SPOKEN)}`),
    () => date(`${month} ${pick(r, SPOKEN)}, ${pick(r, YEARS)}`),
    () => date(`the ${pick(r, SPOKEN)} of ${month}`),
    () => date(`${short} '${p2(y % 100)}`),
    () => date(`${month} of ${y}`),
    () => date(`${y}`),
    () => date(`${week} ${m}/${d}`),
    () => date(`${week}, ${month} ${d}, ${y}`),
    () => date(`${week.slice(0, 3)} ${m}/${d}/${p2(y % 100)}`),
    () => date(`last ${week}`),
    () => date(`this coming ${week}`),
    () => date(`next ${week}`),
    () =>
      `${as('state', 'the')} ${date(week)} ${as('state', pick(r, ['before', 'after']))} ${date(pick(r, ['Thanksgiving', 'Christmas', 'Labor Day', 'Easter']))}`,
    () =>
      `${as('state', 'around')} ${date(pick(r, ['Thanksgiving', 'Christmas', 'the Fourth of July', "New Year's", "Mother's Day", 'Memorial Day', 'Halloween']))}`,
    () => date(`${pick(r, ['Christmas', 'Easter', 'Thanksgiving', 'Memorial Day'])} ${y}`),
    () => date(`the fall of ${y}`),
    () => date(`${pick(r, ['winter', 'spring', 'summer', 'fall'])} of '${p2(y % 100)}`),
    () => date(`Q${int(r, 1, 4)} of ${y}`),
    () => date(`${int(r, 1, 4)}Q${p2(y % 100)}`),
    () =>
      `${date(`${m}/${int(r, 1, 14)}`)} ${as('state', pick(r, ['-', 'to', 'thru', 'through']))} ${date(`${m}/${int(r, 15, 28)}`)}`,
    () => `${date(`${short} ${int(r, 1, 14)}`)}${as('state', '-')}${date(`${int(r, 15, 28)}, ${y}`)}`,
    () => `${as('state', 'between')} ${date(month)} ${as('state', 'and')} ${date(`${MONTHS[(m + 2) % 12]} ${y}`)}`,
    () => `${date(`${m}/${d}/${y}`)} ${as('state', `${p2(int(r, 0, 23))}${p2(int(r, 0, 59))}`)}`,
    () => `${date(`${p2(m)}/${p2(d)}/${p2(y % 100)}`)} ${as('state', `@ ${int(r, 1, 12)}:${p2(int(r, 0, 59))} PM`)}`,
    () => `${date(`${y}-${p2(m)}-${p2(d)}`)}T${as('state', `${p2(int(r, 0, 23))}:${p2(int(r, 0, 59))}:00-05:00`)}`,
  ])();
}

export const phone = (r: R): string =>
  as(
    'phone',
    dg(
      r,
      pick(r, [
        '(5##) 3##-####',
        '(5##)3##-####',
        '4##-6##-####',
        '4##.6##.####',
        '4## 6## ####',
        '7##6######',
        '+17######43',
        '1-877-4##-####',
        '1.877.4##.####',
        '6##-####',
        '(3##) 2## - ####',
        '3##/4##-####',
        '+52 1 656 ### ####',
        '+63 917 ### ####',
        '+251 91 ### ####',
        '+84 9# ### ## ##',
        '+48 22 ### ## ##',
        '011 52 55 #### ####',
      ]),
    ),
  );
const ext = (r: R): string => as('phone', dg(r, pick(r, ['###', '####', '#####'])));
export const line = (r: R): string =>
  `${phone(r)}${pick(r, ['', '', ` ${as('state', 'ext')} ${ext(r)}`, ` ${as('phone', dg(r, 'x####'))}`, ` ${as('state', 'ext.')} ${ext(r)}`])}`;

export const zipTown = (r: R): string => {
  const [town, state, zip] = pick(r, [
    ['Window Rock', 'AZ', '865##'],
    ['Opelousas', 'LA', '705##'],
    ['Saint Paul', 'MN', '551##'],
    ['Hilo', 'HI', '967##'],
    ['Brownsville', 'TX', '785##'],
    ['Dearborn', 'MI', '481##'],
    ['Fort Smith', 'AR', '729##-####'],
    ['Lake Charles', 'Louisiana', '706##'],
    ['Rapid City', 'South Dakota', '577##'],
    ['Las Cruces', 'NM', '880##'],
  ] as const);
  return `${as('place', town)}, ${as('state', state)} ${as('zip', dg(r, zip))}`;
};
export const town = (r: R): string =>
  as(
    'place',
    pick(r, [
      'Lafayette',
      'Shiprock',
      'Minneapolis',
      'Kona',
      'Laredo',
      'Hamtramck',
      'Fargo',
      'El Centro',
      'Saginaw',
      'Beaumont',
      'Gallup',
      'Fresno',
      'Eau Claire',
      'Mankato',
      'McAllen',
    ]),
  );
export const street = (r: R): string =>
  as(
    'address',
    `${pick(r, [`${int(r, 10, 19999)}`, `${int(r, 10, 999)}-B`, `N${int(r, 10, 99)}W${int(r, 100, 999)}`])} ${pick(r, ['County Road', 'State Hwy', 'Bayou Teche', 'Ala Moana', 'Calle Real', 'NW 23rd', 'E. Grand', 'Cesar Chavez', 'Dr. M. L. King', 'Two Notch', 'Indian School'])} ${pick(r, ['Rd', 'Blvd', 'St.', 'Ave.', 'Dr', 'Ln', 'Pkwy', 'Hwy', 'Way'])}${pick(r, ['', '', ', Lot 12', ' Apt 3C', ', Trlr 7', ' #210', ', Bldg B'])}`,
  );
export const hospital = (r: R): string =>
  as(
    'organisation',
    pick(r, [
      'Our Lady of Lourdes Regional Medical Center',
      'Bayou Vista Hospital',
      'Fort Defiance Indian Hospital',
      'Kona Community Hospital',
      `${pick(r, FAMILIES)} Dialysis Center`,
      `${pick(r, FAMILIES)} Rehab`,
      'Hennepin Healthcare',
      'Valley Baptist Medical Center',
      'St. Gertrude Manor',
      'Shady Pines Assisted Living',
      'Beacon Hill Urgent Care',
      'Saginaw VA',
      'Mercy Hospital of Buffalo',
      "Driscoll Children's Hospital",
      'Lakeside Pharmacy',
      'Great Plains Orthopedics',
      'Three Rivers Family Medicine',
      'Sacred Heart',
    ]),
  );
export const employer = (r: R): string =>
  as(
    'organisation',
    pick(r, [
      'Tyson',
      'Halliburton',
      'Costco',
      'Burlington Northern',
      "Zapp's",
      'Ford Motor Company',
      'Lowe’s',
      'Union Pacific',
      'Best Buy',
      'Cargill',
      'Navajo Nation School District',
      'Amtrak',
      'Popeyes',
    ]),
  );

export const email = (r: R, p: Person): string =>
  as(
    'email',
    `${pick(r, [`${plain(p.given)}${plain(p.family)}`, `${plain(p.nick)}_${plain(p.family)}${int(r, 50, 99)}`, `${plain(p.family)}.${plain(p.given).charAt(0)}`])}@${pick(r, ['aol.com', 'hotmail.com', 'icloud.com', 'bayouvista.org', 'va.gov'])}`,
  );
export const web = (r: R): string =>
  as(
    'url',
    pick(r, [
      `https://mychart.bayouvista.org/${dg(r, 'pt/######')}`,
      `epic.kch.hawaii.gov/enc?csn=${dg(r, '#########')}`,
      `https://share.box.com/s/${dg(r, '%%%%%%%%%%%%')}`,
      `www.${plain(pick(r, FAMILIES))}lawfirm.com/contact`,
      `https://www.caringbridge.org/visit/${plain(pick(r, MEN)[0])}${plain(pick(r, FAMILIES))}`,
    ]),
  );
export const ip = (r: R): string =>
  as(
    'ip',
    pick(r, [
      `10.${int(r, 0, 255)}.${int(r, 0, 255)}.${int(r, 1, 254)}`,
      `192.168.${int(r, 0, 9)}.${int(r, 2, 254)}`,
      `${int(r, 24, 99)}.${int(r, 0, 255)}.${int(r, 0, 255)}.${int(r, 1, 254)}`,
      dg(r, '2600:1700:%%%%:%%%%::%%'),
      dg(r, '2607:fb90:%%%%:%%%%:%%%%:%%%%:%%%%:%%%%'),
    ]),
  );

/** Numbers under American labels, glued and loose. */
export function id(r: R): string {
  const [label, shape] = pick(r, [
    ['MRN#', '######'],
    ['MRN ', '00#######'],
    ['mrn: ', '###-##-####'],
    ['Med rec #', '########'],
    ['MR#: ', 'M########'],
    ['Pt ID ', 'BV-######'],
    ['HAR ', '4000#######'],
    ['CSN: ', '1########'],
    ['FIN# ', '##########'],
    ['Acct ', 'V00########'],
    ['SSN ', '5##-##-####'],
    ['SSN: ', '5########'],
    ['last four of SSN ', '####'],
    ['Medicaid # ', '########## A'],
    ['Medicare HICN ', '5########A'],
    ['MBI ', '4C##AX#WD##'],
    ['BCBS ID ', 'XYP###@#####'],
    ['Subscriber ID: ', '@@@###@#####'],
    ['Group ', '00###-###'],
    ['Auth # ', '##########'],
    ['Prior auth ', 'PA-########'],
    ['Claim #', '2024-####-#####'],
    ["Workers' comp claim ", 'WC##-######'],
    ['Case #', '##-CV-#####'],
    ['Accession #: ', 'MG-##-#######'],
    ['Path # ', 'SP-##-#####'],
    ['Cyto# ', 'C##-#####'],
    ['Unit # ', 'W#### ## ######'],
    ['DL ', '0########'],
    ['TX DL # ', '########'],
    ['Plate ', '@@@ #@##'],
    ['VIN: ', '1FTFW1ET#DF######'],
    ['IMEI ', '01#############'],
    ['Serial # ', 'MDT-#######'],
    ['ICD serial ', 'PFZ######H'],
    ['Insulin pump SN ', 'NG#######H'],
    ['CPAP serial ', '2317#######'],
    ['Model #A1234, Serial: ', 'F9FX#@@@####'],
    ['Lot # ', 'EL####'],
    ['DEA: ', 'M@#######'],
    ['NPI# ', '1#########'],
    ['Lic# ', 'RN######'],
    ['Badge # ', '####'],
    ['Tribal enrollment # ', '####-##'],
    ['Census # ', '###,###'],
    ['DOC # ', '######'],
    ['A# ', '0##-###-###'],
    ['Rx#', '#######-##'],
    ['Passport ', '5########'],
    ['Job #', '########'],
    ['Doc ID: ', '%%%%%%%%-%%%%-4%%%-a%%%-%%%%%%%%%%%%'],
  ] as const);
  return `${label}${as('id', dg(r, shape))}`;
}

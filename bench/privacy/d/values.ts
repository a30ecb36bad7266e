/** Names, addresses, numbers and bodies, with the marks of gold.ts; `state` marks what is neither right nor wrong. */

import { dg, int, pick, plain, type R } from '../random.ts';
import { FIRST_F, FIRST_M, LAST } from './people.ts';

export interface P {
  f: string;
  l: string;
  m: string;
  female: boolean;
}
export function person(r: R, female = r() < 0.5): P {
  return { f: pick(r, female ? FIRST_F : FIRST_M), l: pick(r, LAST), m: pick(r, [...'ABCDEFGHJKLMNPRSTW']), female };
}
const N = (s: string) => `{name:${s}}`;
export const name = { f: (p: P) => N(p.f), l: (p: P) => N(p.l), full: (p: P) => N(`${p.f} ${p.l}`) };
/** A full name in one of the shapes of running text. */
export function full(r: R, p = person(r)): string {
  const x = r();
  if (x < 0.6) return N(`${p.f} ${p.l}`);
  if (x < 0.72) return N(`${p.f} ${p.m}. ${p.l}`);
  if (x < 0.8) return N(`${p.f[0]}. ${p.l}`);
  if (x < 0.85) return N(`${p.f[0]}.${p.m}. ${p.l}`);
  if (x < 0.9) return N(`${p.f} ${pick(r, p.female ? FIRST_F : FIRST_M)} ${p.l}`);
  if (x < 0.94)
    return N(
      `${p.f} ${p.l}-${pick(
        r,
        LAST.filter((l) => !/[ -]/.test(l)),
      )}`,
    );
  if (x < 0.97) return `${N(`${p.f} ${p.l}`)} {state:${pick(r, ['Jr', 'III', 'Sr'])}}`;
  return N(`${p.f} ${slip(r, p.l)}`);
}
export function slip(r: R, s: string): string {
  if (s.length < 5) return s;
  const i = int(r, 1, s.length - 3);
  return r() < 0.5 ? s.slice(0, i) + s[i + 1] + s[i] + s.slice(i + 2) : s.slice(0, i) + s.slice(i + 1);
}
export const phone = (r: R) =>
  `{phone:${dg(r, pick(r, ['(2##) 5##-####', '7##-3##-####', '6##.4##.####', '4## 555 ####', '+1 9## 2## ####', '1-800-4##-####', '5##-####', '+44 20 7### ####', '07### ######', '020 7### ####', '01### ######', '+61 4## ### ###', '(02) 9### ####', '+91 98### #####', '+234 80# ### ####', '+49 30 #######', '+33 1 4# ## ## ##', '+52 55 #### ####', '+353 1 ### ####', '+86 138 #### ####', '(3##)4##-####', '3##4######']))}}`;
const STREET = [
  'Maple',
  'Wexford',
  'Birchwood',
  'St. Andrews',
  'Cottonwood',
  'Martin Luther King',
  'Quarry Hill',
  'Old Mill',
  'Kensington',
  'Peachtree',
  'Ocean View',
  'Vine',
  'Harcourt',
  'Sycamore',
  'Larkspur',
  'W. 34th',
  '5th',
  'Sunset',
  'Juniper Ridge',
  'Calle Ocho',
];
const KIND = [
  'St',
  'Street',
  'Ave',
  'Avenue',
  'Road',
  'Rd.',
  'Blvd',
  'Lane',
  'Drive',
  'Court',
  'Way',
  'Terrace',
  'Pkwy',
  'Circle',
  'Place',
];
export const CITY = [
  'Albuquerque',
  'Ashtabula',
  'Bakersfield',
  'Boise',
  'Chattanooga',
  'Dubuque',
  'Duluth',
  'Eau Claire',
  'El Paso',
  'Fort Wayne',
  'Fresno',
  'Green Bay',
  'Hattiesburg',
  'Kalamazoo',
  'Lubbock',
  'Macon',
  'Milwaukee',
  'Muncie',
  'Paducah',
  'Pawtucket',
  'Peoria',
  'Pittsburgh',
  'Port Arthur',
  'Rockford',
  'Sacramento',
  'San Antonio',
  'Schenectady',
  'Shreveport',
  'Spokane',
  'Terre Haute',
  'Toledo',
  'Tucson',
  'Tuscaloosa',
  'Worcester',
  'Yakima',
  'Leeds',
  'Wolverhampton',
  'Aberdeen',
  'Halifax',
  'Saskatoon',
  'Ballarat',
  'Toowoomba',
];
const ST = ['OH', 'TX', 'CA', 'WI', 'GA', 'NY', 'WA', 'Ohio', 'Texas', 'Tennessee'];
export const city = (r: R) => `{place:${pick(r, CITY)}}`;
export const county = (r: R) =>
  `{place:${pick(r, ['Hennepin', 'Cuyahoga', 'Maricopa', 'Pulaski', 'Clark', 'Orange', 'Wayne', 'Kern'])} County}`;
const zip = (r: R) => `{zip:${dg(r, pick(r, ['4####', '7####', '9####-####']))}}`;
export function address(r: R): string {
  const x = r(),
    no = int(r, 2, 9899);
  if (x < 0.12) return `{address:PO Box ${int(r, 10, 9999)}}, ${city(r)}, {state:${pick(r, ST)}} ${zip(r)}`;
  if (x < 0.26)
    return `{address:${int(r, 1, 199)} ${pick(r, STREET)} ${pick(r, ['Road', 'Street', 'Lane', 'Close', 'Crescent', 'Gardens', 'Mews'])}}, {place:${pick(r, ['Leeds', 'Wolverhampton', 'Aberdeen'])}} {zip:${dg(r, pick(r, ['LS## #@@', 'WV1 #@@', 'AB1# #@@', 'SW1@ #@@']))}}`;
  if (x < 0.34)
    return `{address:${no} ${pick(r, STREET)} ${pick(r, KIND)}}, {place:${pick(r, ['Halifax', 'Saskatoon'])}}, {state:${pick(r, ['NS', 'SK', 'ON'])}} {zip:${dg(r, 'B#@ #@#')}}`;
  if (x < 0.4)
    return `{address:${int(r, 1, 99)} ${pick(r, STREET)} ${pick(r, ['St', 'Rd', 'Pde'])}}, {place:${pick(r, ['Ballarat', 'Toowoomba'])}} {state:${pick(r, ['VIC', 'QLD'])}} {zip:${dg(r, '3###')}}`;
  const apt =
    r() < 0.4
      ? `, ${pick(r, ['Apt', 'Apt.', 'Unit', 'Suite', '#', 'Apartment', 'Flat'])} ${pick(r, [`${int(r, 1, 40)}`, `${int(r, 1, 40)}${pick(r, [...'ABCD'])}`])}`.replace(
          '# ',
          '#',
        )
      : '';
  return `{address:${no} ${pick(r, STREET)} ${pick(r, KIND)}${apt}}, ${city(r)}, {state:${pick(r, ST)}} ${zip(r)}`;
}
export const hospital = (r: R) =>
  `{organisation:${pick(r, [`St. ${pick(r, ['Agnes', 'Brendan', 'Jude', 'Columba'])} Hospital`, `${pick(r, CITY)} General Hospital`, `${pick(r, LAST)} Memorial Hospital`, `${pick(r, ['Lakeview', 'Cedar Grove', 'Northfield', 'Pinecrest'])} ${pick(r, ['Medical Center', 'Family Clinic', 'Regional Medical Center', 'Health System'])}`, `${pick(r, LAST)} Clinic`, `Our Lady of ${pick(r, ['Lourdes', 'Sorrows'])} Medical Center`, `${pick(r, CITY)} VA Medical Center`, `Royal ${pick(r, CITY)} Infirmary`, `${pick(r, ['Golden Acres', 'Willowbrook', 'Rosewood Manor'])} Nursing Home`, `${pick(r, ['Sunrise', 'Harbor Light', 'Oak Hollow'])} Rehabilitation Center`])}}`;
export const ward = (r: R) => `{organisation:${pick(r, LAST)} ${pick(r, ['Ward', 'Unit', 'Pavilion', 'Wing'])}}`;
export const school = (r: R) =>
  `{organisation:${pick(r, [`${pick(r, ['Jefferson', 'Lincoln', 'Roosevelt', 'Whitman'])} Elementary School`, `${pick(r, CITY)} High School`, `${pick(r, ['Northern', 'Central'])} ${pick(r, ['Kansas', 'Ohio'])} University`, `${pick(r, CITY)} Community College`])}}`;
export const employer = (r: R) =>
  `{organisation:${pick(r, ['Boeing', 'Home Depot', 'Kroger', 'Amazon', 'John Deere', 'Caterpillar Inc.', 'Tyson Foods', 'General Motors', 'Wells Fargo', 'Smithfield Packing', 'Delta Airlines', 'FedEx', `${pick(r, LAST)} & Sons Plumbing`, `${pick(r, LAST)} Construction LLC`])}}`;
const I = (s: string) => `{id:${s}}`;
/** An identifier with its label. */
export function id(r: R): string {
  const v = (s: string) => I(dg(r, s));
  return pick(r, [
    () =>
      `${pick(r, ['MRN', 'MRN:', 'MRN#', 'Medical record number', 'MR #', 'Med Rec No.', 'Unit No:', 'Hospital number', 'Chart #', 'Patient ID:'])} ${v(pick(r, ['#######', '##-##-##', '########', 'H#######', '###-##-##-#', '@@######']))}`,
    () =>
      `${pick(r, ['SSN', 'SSN:', 'Social security number', 'SS#', 'Social'])} ${v(pick(r, ['4##-5#-####', '4## 5# ####', '45#######', 'xxx-xx-####']))}`,
    () => `${pick(r, ['NHS number', 'NHS No.', 'NHS:'])} ${v(pick(r, ['943 4## ####', '94343#####', '943-4##-####']))}`,
    () =>
      `${pick(r, ['Medicare ID', 'Medicare number', 'Medicare #', 'MBI'])} ${v(pick(r, ['1EG4-TE#-MK##', '1EG4TE#MK##', '4##5#####A']))}`,
    () =>
      `${pick(r, ['Account', 'Account number', 'Acct#', 'Acct:', 'Billing acct', 'Encounter #', 'CSN', 'FIN', 'Visit number:'])} ${v(pick(r, ['########', '####-####-##', 'A##########']))}`,
    () => `DEA ${v('B@#######')}`,
    () => `DEA# ${v('F@#######')}`,
    () => `NPI ${v('1#########')}`,
    () => `NPI: ${v('1#########')}`,
    () => `license ${v('MD######')}`,
    () => `State license no. ${v('@-#####')}`,
    () => `driver's license ${v(pick(r, ['D###-####-####', '@#######', '########']))}`,
    () => `license plate ${v(pick(r, ['7@@@###', '@@@-####', '@@## @@@']))}`,
    () => `plate ${v('@@@ ####')}`,
    () => `VIN ${v('1HGCM82633A######')}`,
    () => `serial number ${v(pick(r, ['PM#######', 'SN-####-@@##', '@@@###### ']).trim())}`,
    () => `S/N ${v('@#####-##')}`,
    () => `device serial ${v('####@@###')}`,
    () => `implant lot ${v('L#####@')}`,
    () => `model 5076 lead, serial # ${v('PJN######')}`,
    () => `accession ${v(pick(r, ['S##-#####', '#########', 'CT-2###-####']))}`,
    () => `Accession number: ${v('@@-##-######')}`,
    () => `specimen ${v('SP##:@#####')}`,
    () => `policy number ${v(pick(r, ['XYZ#########', '###-###-###']))}`,
    () => `policy no. ${v('@@@######')}`,
    () => `claim number ${v('WC-####-#####')}`,
    () => `claim # ${v('#########')}`,
    () => `member ID ${v('W### #####')}`,
    () => `group # ${v('#####')}`,
    () => `ID ${v('####-@')}`,
    () => `study ID ${v('###-####')}`,
    () => `passport ${v('@########')}`,
    () => `retinal scan template ${v('RT-######')}`,
    () => `fingerprint record ${v('FP#######')}`,
    () => `case no. ${v('####-##-####')}`,
    () => `room key badge ${v('#####')}`,
    () => `Rx # ${v('#######')}`,
    () => `prescription number ${v('#######')}`,
    () => `inmate number ${v('@#####')}`,
    () => `order ${v('##########')}`,
  ])();
}
export const email = (r: R, p = person(r)) =>
  `{email:${pick(r, [`${plain(p.f)}.${plain(p.l)}`, `${plain(p.f)[0]}${plain(p.l)}${int(r, 1, 99)}`, `${plain(p.l)}_${plain(p.f)}`])}@${pick(r, ['gmail.com', 'yahoo.co.uk', 'lakeviewmed.org', 'mail.state.edu', 'nhs.net'])}}`;
export const url = (r: R) =>
  `{url:${pick(r, [`https://portal.lakeviewmed.org/patient/${int(r, 1e5, 9e6)}`, `www.mychart-north.com/?mrn=${int(r, 1e5, 9e6)}`, `http://pacs.stjude.example/study/${dg(r, '1.2.840.#####.#')}`, `lakeviewmed.org/results/${dg(r, '%%%%%%%%')}`, `https://www.facebook.com/${plain(pick(r, FIRST_F))}.${plain(pick(r, LAST))}`])}}`;
export const ip = (r: R) =>
  `{ip:${pick(r, [dg(r, '192.168.1#.2#'), dg(r, '10.#.1##.4#'), dg(r, '2001:db8::%%%%:%%%%'), dg(r, '00:1B:44:1#:3%:B#').toUpperCase(), dg(r, '3C-22-FB-##-##-1A')])}}`;
export const age = (r: R) => {
  const n = int(r, 90, 106);
  return pick(r, [
    `{age:${n}} y/o`,
    `{age:${n}}-year-old`,
    `{age:${n}}yo`,
    `aged {age:${n}}`,
    `{age:${n}} years old`,
    `{age:ninety-${pick(r, ['one', 'four', 'seven'])}}-year-old`,
    `{age:${n}} y.o.`,
    `age {age:${n}}`,
  ]);
};
export const ext = (r: R) => `{state:${pick(r, ['ext.', 'x', 'extension', 'ext'])}} {phone:${int(r, 100, 99999)}}`;

/** Numbers, addresses, bodies and traces of the network for the fifth generator. */
import { dg, int, pick, plain, type R } from '../random.ts';
import { FAMILIES, MEN, WOMEN } from './people.ts';
import { as, type Person } from './values.ts';

const TOWNS: Readonly<Record<string, readonly string[]>> = {
  us: [
    'Scranton',
    'Bellingham',
    'Flagstaff',
    'Tallahassee',
    'Omaha',
    'Rochester',
    'Santa Fe',
    'Baton Rouge',
    'Grand Rapids',
    'Sioux Falls',
    'Poughkeepsie',
    'Amarillo',
  ],
  uk: [
    'Stockport',
    'Huddersfield',
    'Swansea',
    'Inverness',
    'Ipswich',
    'Milton Keynes',
    'Newcastle upon Tyne',
    'Kirkcaldy',
  ],
  ie: ['Tralee', 'Letterkenny', 'Athlone', 'Cork', 'Drogheda', 'Dún Laoghaire'],
  de: ['Tübingen', 'Leipzig', 'Bad Homburg', 'Köln', 'Göttingen', 'Würzburg'],
  in: ['Coimbatore', 'Nagpur', 'Thiruvananthapuram', 'Pune', 'Lucknow', 'Mysuru'],
};
export const town = (r: R): string => as('place', pick(r, Object.values(TOWNS).flat()));
const place = (r: R, land: string): string => as('place', pick(r, TOWNS[land] ?? []));
const line = (text: string): string => as('address', text);
const zip = (r: R, shape: string): string => as('zip', dg(r, shape));

/** An address of the United States, the United Kingdom, Ireland, Germany or India. */
export function address(r: R): string {
  const n = int(r, 1, 240);
  return pick(r, [
    () =>
      `${line(`${int(r, 100, 9900)} ${pick(r, ['Elmwood', 'Chestnut', 'N. Lincoln', 'Pleasant Valley', 'SW 8th', 'Dogwood', 'Jefferson Davis', 'Mill Creek'])} ${pick(r, ['Ave', 'Street', 'Rd', 'Drive', 'Blvd.', 'Ct', 'Trail', 'Loop'])}${pick(r, ['', '', `, Apt ${n}`, ` #${n}`, `, Suite ${n}`, ` Unit ${n}B`])}`)}, ${place(r, 'us')}, ${as('state', pick(r, ['PA', 'WA', 'AZ', 'FL', 'NE', 'NY', 'NM', 'LA', 'MI', 'SD', 'TX']))} ${zip(r, pick(r, ['1####', '8####', '5####-####']))}`,
    () =>
      `${line(`${pick(r, ['', `Flat ${int(r, 1, 40)}, `, 'Rose Cottage, '])}${n}${pick(r, ['', '', 'a'])} ${pick(r, ['Wellington', "St Mary's", 'Victoria', 'Gladstone', 'Station', 'Orchard', 'Queen Anne'])} ${pick(r, ['Road', 'Street', 'Close', 'Avenue', 'Terrace', 'Grove', 'Crescent', 'Gardens'])}`)}, ${place(r, 'uk')} ${zip(r, pick(r, ['SK# #BT', 'HD# #LQ', 'SA## #PP', 'IV# #DF', 'IP# #GH', 'MK## #AX', 'NE# #RU', 'KY# #TS']))}`,
    () =>
      `${line(`${n} ${pick(r, ['Ballymun', 'Castle', 'Abbey', 'Shannon', 'Connolly', 'Main'])} ${pick(r, ['Road', 'Street', 'Park', 'Drive', 'View'])}`)}, ${place(r, 'ie')}, ${as('place', `Co. ${pick(r, ['Kerry', 'Donegal', 'Westmeath', 'Cork', 'Louth'])}`)}${pick(r, ['', `, ${zip(r, pick(r, ['V92 X#T#', 'F92 K##E', 'N37 W#P#', 'T12 RX8#']))}`])}`,
    () =>
      `${line(`${pick(r, ['Goethestraße', 'Bahnhofstr.', 'Lindenweg', 'Am Markt', 'Kaiserallee', 'Hauptstrasse', 'Schillerplatz'])} ${n}`)}, ${zip(r, pick(r, ['7207#', '0410#', '6134#', '5066#']))} ${place(r, 'de')}`,
    () =>
      `${line(`${pick(r, ['Flat', 'Plot', 'Door', 'H.'])} No. ${n}, ${int(r, 2, 22)}${pick(r, ['th', 'nd'])} Cross, ${pick(r, ['Gandhi Nagar', 'MG Road', 'Anna Salai', 'Shivaji Nagar', 'Nehru Street'])}`)}, ${place(r, 'in')} ${pick(r, ['', '- '])}${zip(r, pick(r, ['641 0##', '4400##', '6950##', '4110##']))}`,
  ])();
}

export const hospital = (r: R): string =>
  as(
    'organisation',
    pick(r, [
      () =>
        `${pick(r, ['St', 'St.', 'Saint'])} ${pick(r, ['Bartholomew', 'Vincent', 'Elizabeth', 'Camillus', 'Luke', 'Anselm'])}'s Hospital`,
      () =>
        `${pick(r, ['University Hospital', 'Royal Infirmary of', 'Mater Hospital'])} ${pick(r, ['Stockport', 'Swansea', 'Letterkenny', 'Cork', 'Inverness'])}`,
      () =>
        `${pick(r, ['Bellingham', 'Flagstaff', 'Omaha', 'Amarillo'])} ${pick(r, ['Regional Medical Center', 'Community Hospital', 'Surgical Center', "Children's Hospital", 'VA Medical Center'])}`,
      () =>
        `${pick(r, FAMILIES)} ${pick(r, ['Memorial Hospital', 'Cancer Institute', 'Eye Clinic', 'Medical Group', 'Family Practice', 'Hospice'])}`,
      () => `${pick(r, ['Apollo', 'Fortis', 'Medanta', 'Manipal'])} Hospital`,
      () =>
        `${pick(r, ['Riverbend', 'Stonegate', 'Maplewood', 'The Larches', 'Highfield'])} ${pick(r, ['Nursing Home', 'Care Home', 'Health Centre', 'Surgery', 'Medical Practice', 'Assisted Living'])}`,
      () => `Klinikum ${pick(r, ['Leipzig', 'Göttingen', 'Würzburg'])}`,
    ])(),
  );

/** An identifier under its label. */
export function id(r: R): string {
  const [label, shape] = pick(r, [
    ['MRN', '########'],
    ['MRN:', '##-##-##-#'],
    ['Hosp No', '@######'],
    ['Hospital No.', '#######@'],
    ['NHS No', '4## ### ####'],
    ['NHS Number:', '4#########'],
    ['CHI', '##########'],
    ['IHI', '8003 60## #### ####'],
    ['SSN', '3##-##-####'],
    ['SS#', '3## ## ####'],
    ['Aadhaar', '6### #### ####'],
    ['PPS No.', '#######@@'],
    ['NI number', 'QQ ## ## ## C'],
    ['Passport no.', '@#######'],
    ['Passport', '#########'],
    ['Driving licence', '@@@@@######@@#@@'],
    ['DL#', '@### #### ####'],
    ['Policy no', 'BX/####/####'],
    ['Insurance ID', '@@@########'],
    ['Member #', '####-####-##'],
    ['Group no.', 'G-#####'],
    ['Claim ref', 'CLM######'],
    ['Account', '00##-####-#'],
    ['Acct. no.', '###########'],
    ['IBAN', 'DE## #### #### #### #### ##'],
    ['Accession', 'A####-#####'],
    ['Acc #', '##-###-#####'],
    ['Specimen no.', '##H-###@####'],
    ['Lab ref', 'L##.######.@'],
    ['Case', 'S##-####'],
    ['Order ID', 'ORD-########'],
    ['Referral ID', 'UBRN #### #### ####'],
    ['Visit ID', 'V##########'],
    ['Encounter', '##########'],
    ['Study ID', 'ABC-###-####'],
    ['Trial subject', '##-####'],
    ['Device serial', '@@########'],
    ['S/N', '####-@@@-##'],
    ['Pacemaker serial no.', 'RNA######S'],
    ['Lot', '@##@###'],
    ['UDI', '(01)0#############(17)2#####(10)@###'],
    ['IMEI', '35#############'],
    ['VIN', '2T1BURHE#KC######'],
    ['Registration', '@@## @@@'],
    ['plate', '@@@-####'],
    ['GMC', '7######'],
    ['GMC No.', '6######'],
    ['NPI', '1#########'],
    ['DEA', 'A@#######'],
    ['NMC PIN', '##@####E'],
    ['Badge', '#####'],
    ['Employee ID', 'E######'],
    ['Student no.', 's#######'],
    ['Prisoner no.', 'A####@@'],
    ['Credit card', '4### #### #### ####'],
  ] as const);
  return `${label} ${as('id', dg(r, shape))}`;
}

export const email = (r: R, p: Person): string =>
  as(
    'email',
    `${pick(r, [`${plain(p.given)}.${plain(p.family)}`, `${plain(p.given).charAt(0)}.${plain(p.family)}${int(r, 1, 99)}`, `${plain(p.family)}-${int(r, 1950, 2004)}`, `${plain(p.given)}+clinic`])}@${pick(r, ['nhs.net', 'hse.ie', 'web.de', 'rediffmail.com', 'protonmail.com', 'med.stonegate.edu', 'gmail.com'])}`,
  );

export const url = (r: R): string =>
  as(
    'url',
    pick(r, [
      () => `https://records.stonegate.nhs.uk/p/${dg(r, '########')}`,
      () => `https://my.portal.example.com/login?patient=${dg(r, '######')}&token=${dg(r, '%%%%%%%%%%')}`,
      () => `http://10.2.3.4:8080/viewer?acc=${dg(r, 'A#######')}`,
      () => `www.linkedin.com/in/${plain(pick(r, WOMEN))}-${plain(pick(r, FAMILIES))}-${dg(r, '%%%%')}`,
      () => `instagram.com/${plain(pick(r, MEN))}_${int(r, 10, 99)}`,
      () => `https://gofundme.com/f/help-${plain(pick(r, WOMEN))}-${plain(pick(r, FAMILIES))}`,
    ])(),
  );

export const ip = (r: R): string =>
  as(
    'ip',
    dg(
      r,
      pick(r, [
        `172.${int(r, 16, 31)}.${int(r, 0, 255)}.${int(r, 1, 254)}`,
        `${int(r, 11, 223)}.${int(r, 0, 255)}.${int(r, 0, 255)}.${int(r, 1, 254)}`,
        'fe80::%%%%:%%%%:%%%%:%%%%',
        '2a02:c7f:%%%%:%%%%:%%%%:%%%%:%%%%:%%%%',
        '2001:4860:4860::8888',
      ]),
    ),
  );

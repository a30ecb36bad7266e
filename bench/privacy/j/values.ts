/** Values of the tenth generator but for names: dates, numbers, addresses of several countries, bodies. */
import { dg, int, p2, pick, plain, type R } from '../random.ts';
import { type Person, person } from './people.ts';

const w = (text: string): readonly string[] => text.trim().split(/\s*,\s*/);
export const as = (category: string, text: string): string => `{${category}:${text}}`;
export const name = (text: string): string => as('name', text);
const date = (text: string): string => as('date', text);
const skip = (text: string): string => as('state', text);

const MONTHS = w('January, February, March, April, May, June, July, August, September, October, November, December');
const SHORT = w('Jan, Feb, Mar, Apr, May, Jun, Jul, Aug, Sept, Oct, Nov, Dec');
const ROMAN = w('I, II, III, IV, V, VI, VII, VIII, IX, X, XI, XII');
const DAYS = w('Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday');
const ORDINAL = w(
  'first, second, third, fifth, sixth, eighth, ninth, tenth, eleventh, thirteenth, fifteenth, seventeenth, twentieth, twenty-first, twenty-fourth, thirtieth',
);
const SPOKEN_YEAR = w(
  'nineteen eighty-four, nineteen sixty two, two thousand and nine, two thousand eighteen, twenty twenty-one, twenty fifteen',
);
const FEAST = w(
  "Christmas, Thanksgiving, Easter, Halloween, New Year's Eve, Labor Day, Diwali, Ramadan, Hanukkah, Passover, Good Friday, Memorial Day",
);
const th = (n: number): string => `${n}${n > 10 && n < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;

/** A day written whole. */
export function day(r: R, from = 1998, to = 2025): string {
  const [y, m, d] = [int(r, from, to), int(r, 1, 12), int(r, 1, 28)];
  const [month, short] = [pick(r, [MONTHS[m - 1] ?? '']), SHORT[m - 1] ?? ''];
  return date(
    pick(r, [
      `${m}/${d}/${y}`,
      `${p2(m)}/${p2(d)}/${y}`,
      `${p2(d)}/${p2(m)}/${y}`,
      `${m}/${d}/${p2(y % 100)}`,
      `${m}-${d}-${p2(y % 100)}`,
      `${p2(d)}.${p2(m)}.${y}`,
      `${y}-${p2(m)}-${p2(d)}`,
      `${y}.${p2(m)}.${p2(d)}`,
      `${p2(d)}-${short.slice(0, 3)}-${y}`,
      `${p2(d)}${short.slice(0, 3).toUpperCase()}${y}`,
      `${d} ${month} ${y}`,
      `${d} ${short} ${y}`,
      `${month} ${d}, ${y}`,
      `${month} ${th(d)}, ${y}`,
      `${short}. ${d}, ${y}`,
      `${short} ${th(d)} ${y}`,
      `the ${th(d)} of ${month}, ${y}`,
      `${d}.${ROMAN[m - 1]}.${y}`,
      `${month} the ${pick(r, ORDINAL)}, ${pick(r, SPOKEN_YEAR)}`,
      `${pick(r, DAYS)}, ${month} ${d}, ${y}`,
      `${pick(r, DAYS).slice(0, 3)} ${p2(d)}/${p2(m)}/${p2(y % 100)}`,
      `${y}${p2(m)}${p2(d)}`,
    ]),
  );
}

/** A time as people say it, after "on", "since" or the like. */
export function when(r: R): string {
  const [y, m, d] = [int(r, 1999, 2025), int(r, 1, 12), int(r, 1, 28)];
  const [month, short] = [MONTHS[m - 1] ?? '', SHORT[m - 1] ?? ''];
  return pick(r, [
    () => `on ${day(r)}`,
    () => `on ${day(r)}`,
    () => `on ${day(r)}`,
    () => `on ${date(`${m}/${d}`)}`,
    () => `on ${date(`${p2(m)}/${p2(d)}`)}`,
    () => `around ${date(`${m}/${d}`)}`,
    () => `since ${date(`${month} ${d}`)}`,
    () => `on ${date(`${short} ${d}`)}`,
    () => `in ${date(`${month} ${y}`)}`,
    () => `in ${date(`${short} '${p2(y % 100)}`)}`,
    () => `in ${date(`${m}/${y}`)}`,
    () => `in ${date(`${p2(m)}/${p2(y % 100)}`)}`,
    () => `in ${date(String(y))}`,
    () => `since ${date(`mid-${month}`)}`,
    () => `in ${date(`early ${month}`)}`,
    () => `in ${date(`late ${month} ${y}`)}`,
    () => `the week of ${date(`${m}/${d}`)}`,
    () => `since ${date(`the end of ${month}`)}`,
    () => `on ${date(`the ${pick(r, ORDINAL)} of ${month}`)}`,
    () => `on ${date(`${month} ${pick(r, ORDINAL)}`)}`,
    () => `on ${date(pick(r, DAYS))}`,
    () => date(`last ${pick(r, DAYS)}`),
    () => date(`this past ${pick(r, DAYS)}`),
    () => date(`next ${pick(r, DAYS)}`),
    () => `on ${date(`${pick(r, DAYS)} the ${th(d)}`)}`,
    () => `at ${date(pick(r, FEAST))}`,
    () => `before ${date(`${pick(r, FEAST)} ${y}`)}`,
    () => `in ${date(`the ${pick(r, ['summer', 'winter', 'autumn', 'spring'])} of ${y}`)}`,
    () => `in ${date(`${pick(r, ['summer', 'winter', 'spring', 'fall'])} ${y}`)}`,
    () => `between ${date(`${m}/${d}`)} ${skip('and')} ${date(`${m}/${Math.min(28, d + 3)}`)}`,
    () => `from ${date(`${month} ${int(r, 1, 14)}`)} ${skip('to')} ${date(String(int(r, 15, 28)))}`,
    () => `in ${date(`Q${int(r, 1, 4)} ${y}`)}`,
  ])();
}

export const phone = (r: R): string =>
  as(
    'phone',
    dg(
      r,
      pick(r, [
        '(3##) 5##-####',
        '3##-4##-####',
        '6##.3##.####',
        '1-8##-2##-####',
        '+1 415 3## ####',
        '5##-####',
        '07### ######',
        '01### ### ###',
        '+44 (0)20 7### ####',
        '+33 6 ## ## ## ##',
        '+49 30 #######',
        '+91 98### #####',
        '+234 80# ### ####',
        '+61 4## ### ###',
        '+353 86 ### ####',
        '+55 11 9####-####',
        '+86 138 #### ####',
        '04## ### ###',
      ]),
    ),
  );

export const zipTown = (r: R): string => {
  const [town, zip] = pick(r, [
    ['Omaha', 'NE 681##'],
    ['Chattanooga', 'TN 374##'],
    ['Spokane', 'WA 992##-####'],
    ['Allentown', 'PA 181##'],
    ['Bakersfield', 'CA 933##'],
    ['Duluth', 'Minnesota 558##'],
    ['Des Moines', 'IA 503##'],
  ] as const);
  const [, state = '', code = ''] = /^(.*) (\S+)$/.exec(zip) ?? [];
  return `${as('place', town)}, ${skip(state)} ${as('zip', dg(r, code))}`;
};

/** Where somebody lives, in one of a dozen countries. */
export const home = (r: R): string =>
  pick(r, [
    () =>
      `${as('address', `${int(r, 3, 9800)} ${pick(r, w('Chestnut, Old Mill, Sycamore, W. 14th, North Shore, Martin Luther King Jr., Pecan Grove'))} ${pick(r, w('St, Avenue, Blvd, Ln, Court, Terrace, Pkwy'))}${pick(r, ['', ', Apt 5D', ' Unit 12', ', Suite 300', ' #8'])}`)}, ${zipTown(r)}`,
    () =>
      `${as('address', `${int(r, 3, 9800)} ${pick(r, w('Chestnut, Old Mill, Sycamore, Larkspur'))} ${pick(r, w('St, Avenue, Road, Lane'))}`)}, ${zipTown(r)}`,
    () => `${as('address', `P.O. Box ${int(r, 12, 9999)}`)}, ${zipTown(r)}`,
    () =>
      `${as('address', `${int(r, 1, 99)} ${pick(r, w('Elm Grove, Church Lane, Station Road, The Crescent, Queensway'))}`)}, ${as('place', pick(r, w('Leeds, Nottingham, Swansea, Dundee')))} ${as('zip', dg(r, pick(r, ['LS# #QT', 'NG## #BE', 'SA# #HX'])))}`,
    () =>
      `${as('address', `Flat ${int(r, 1, 9)}, ${int(r, 10, 99)} Marchmont Street`)}, ${as('place', 'Edinburgh')} ${as('zip', dg(r, 'EH# #LN'))}`,
    () =>
      `${as('address', `${pick(r, w('Lindenstraße, Bahnhofstr., Schillerweg'))} ${int(r, 1, 120)}`)}, ${as('zip', dg(r, '#####'))} ${as('place', pick(r, w('Köln, Leipzig, Stuttgart')))}`,
    () =>
      `${as('address', `${int(r, 1, 120)} ${pick(r, w('rue de Rivoli, avenue Victor Hugo, boulevard Voltaire'))}`)}, ${as('zip', dg(r, '75###'))} ${as('place', pick(r, w('Paris, Lyon, Toulouse')))}`,
    () =>
      `${as('address', `${pick(r, w('Via Garibaldi, Calle Mayor, Rua Augusta'))} ${int(r, 1, 120)}`)}, ${as('place', pick(r, w('Milano, Valencia, Porto')))}`,
    () =>
      `${as('address', `Keizersgracht ${int(r, 1, 400)}`)}, ${as('zip', dg(r, '1### CW'))} ${as('place', 'Amsterdam')}`,
    () =>
      `${as('address', `${int(r, 1, 90)} Banksia Parade`)}, ${as('place', 'Geelong')} ${skip('VIC')} ${as('zip', dg(r, '32##'))}`,
    () =>
      `${as('address', `${int(r, 10, 900)} Maple Crescent`)}, ${as('place', 'Guelph')}, ${skip('ON')} ${as('zip', dg(r, 'N#H #A#'))}`,
    () =>
      `${as('address', `${int(r, 1, 90)} MG Road`)}, ${as('place', pick(r, w('Pune, Bengaluru, Chennai')))} ${as('zip', dg(r, '4110##'))}`,
  ])();
export const town = (r: R): string =>
  as(
    'place',
    pick(
      r,
      w(
        'Chattanooga, Spokane, Omaha, Lagos, Karachi, Toledo, Guadalajara, Winnipeg, Manila, Aberdeen, Reno, Tallahassee, Addis Ababa, Ho Chi Minh City, Rotterdam, Baton Rouge, Kampala, Cork',
      ),
    ),
  );

export const site = (r: R): string =>
  as(
    'organisation',
    pick(r, [
      () =>
        `${pick(r, w('Omaha, Spokane, Lakewood, Fairmont, Harrison County, Toledo'))} ${pick(r, w("General Hospital, Medical Center, Community Hospital, Children's Hospital, Regional Medical Center"))}`,
      () =>
        `St. ${pick(r, w("Brendan's, Anselm's, Agatha's, Vincent, Elizabeth"))} ${pick(r, w('Hospital, Medical Center'))}`,
      () =>
        `${plainName(person(r).family)} ${pick(r, w('Clinic, Memorial Hospital, Eye Institute, Cancer Center, Pediatrics'))}`,
      () => `University of ${pick(r, w('Utah, Toledo, Aberdeen'))} Hospital`,
      () =>
        `${pick(r, w('Willow Creek, Sunrise, Harbor View, Maple Leaf'))} ${pick(r, w('Nursing Home, Rehabilitation Center, Hospice, Dental Group, Dialysis, Senior Living, Health Center'))}`,
      () =>
        pick(
          r,
          w(
            "Groote Schuur Hospital, Royal Infirmary of Edinburgh, King's College Hospital, Hôpital Saint-Antoine, Charité",
          ),
        ),
    ])(),
  );
const plainName = (text: string): string => (/[\s'’.]/.test(text) ? 'Blackwood' : text);
export const employer = (r: R): string =>
  as(
    'organisation',
    pick(
      r,
      w(
        'Boeing, Home Depot, Amazon, Kroger, Delta Air Lines, Lincoln High School, Toyota, Pfizer, Deutsche Bank, Acme Plumbing LLC, Northside Elementary, Wells Fargo, Greenfield Construction Inc., State Farm, UPS',
      ),
    ),
  );

export const email = (r: R, p: Person): string =>
  as(
    'email',
    `${pick(r, [`${plain(p.given)}.${plain(p.family)}`, `${plain(p.family)}${int(r, 1, 99)}`, `${plain(p.given).charAt(0)}${plain(p.family)}`])}@${pick(r, w('gmail.com, yahoo.co.uk, proton.me, outlook.com, lakewoodmed.org, uni-koeln.de'))}`,
  );
export const url = (r: R, p: Person): string =>
  as(
    'url',
    pick(r, [
      `https://ehr.lakewoodmed.org/patients/${dg(r, '#######')}/visits/${dg(r, '###')}`,
      `http://portal.harborview.net/?mrn=${dg(r, '########')}&view=labs`,
      `https://www.facebook.com/${plain(p.given)}.${plain(p.family)}.${int(r, 2, 99)}`,
      `www.linkedin.com/in/${plain(p.given)}-${plain(p.family)}-${dg(r, '%%%%%%')}`,
      `https://zoom.us/j/${dg(r, '#########')}`,
      `fhir.sunrise.health/Patient/${dg(r, '%%%%%%%%-%%%%')}`,
    ]),
  );
export const ip = (r: R): string =>
  as(
    'ip',
    pick(r, [
      `${int(r, 11, 220)}.${int(r, 0, 255)}.${int(r, 0, 255)}.${int(r, 1, 254)}`,
      `10.${int(r, 0, 255)}.${int(r, 0, 255)}.${int(r, 1, 254)}`,
      dg(r, '2001:db8:%%%%::%%%%'),
    ]),
  );

export function id(r: R): string {
  const [label, shape] = pick(r, [
    ['MRN ', '########'],
    ['MRN: ', '##-##-##'],
    ['MRN=', '#######'],
    ['Medical Record Number: ', 'MR######'],
    ['(MRN#', '######'],
    ['Hospital no. ', 'H###-###'],
    ['Patient ID ', 'P-#######'],
    ['patient identifier ', '@@######'],
    ['SSN ', '###-##-####'],
    ['SSN: ', '#########'],
    ['Social Security number ', '### ## ####'],
    ['Account number ', '##########'],
    ['acct. ', '########'],
    ['health plan ID ', '@@@#########'],
    ['Member ID: ', 'W#########'],
    ['Policy number ', 'HX-##-#####'],
    ['Medicare number ', '#@@#-@@#-@@##'],
    ['Medicaid ID ', '########@'],
    ['NHS No: ', '### ### ####'],
    ['driver’s license ', '@#######'],
    ["driver's license number ", '@###-####-####'],
    ['license plate ', '@@@-####'],
    ['plate number ', '#@@@###'],
    ['VIN ', '1HGCM82633A######'],
    ['pacemaker serial number ', 'PM#######'],
    ['device ID ', 'DV-####-@@'],
    ['UDI ', '(01)0081######8906(21)@#@###'],
    ['implant serial no. ', 'SN-######'],
    ['barcode ', '*@#######*'],
    ['specimen ', 'S##-#####'],
    ['accession number ', '##-###-#####'],
    ['Passport No. ', '@########'],
    ['case number ', '####-####'],
    ['certificate number ', 'C-######'],
    ['medical license ', '@######'],
    ['NPI ', '##########'],
    ['DEA number ', '@@#######'],
    ['Encounter ID: ', '#########'],
    ['visit # ', 'V########'],
    ['claim number ', 'CLM########'],
    ['fingerprint ID ', 'FP-#####'],
    ['Aadhaar ', '#### #### ####'],
    ['prescription number ', 'RX#######'],
    ['order no ', '########'],
    ['study ID ', 'STU-###-####'],
    ['employee ID ', 'E######'],
    ['room key card ', '########'],
  ] as const);
  return `${label}${as('id', dg(r, shape))}`;
}

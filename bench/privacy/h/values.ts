/** Values of the eighth generator; names from general knowledge, none looked up in the lists of training. */
import { dg, int, p2, pick, plain, type R } from '../random.ts';

const w = (text: string): readonly string[] => text.trim().split(/\s*[,\n]\s*/);
const FEMALE = w(`
Abril, Adelina, Ailsa, Akane, Aleksandra, Althea, Anneliese, Antoinette, Ayaan, Beatrix, Bettina, Blythe, Brigitte, Camellia, Candelaria, Celestine, Chausiku, Cosima, Dagmar, Dariela, Deirdre, Dinah, Dominika, Eabha, Elke,
Elspet, Emiko, Eshe, Fadila, Faye, Flavia, Freya, Gita, Glenys, Greta, Halima, Henrietta, Hulda, Ilaria, Inés, Iolanthe, Jacquetta, Jocasta, Johanna, Kateryna, Kirsten, Leocadia, Liesel, Ludivine, Mahnaz, Malika, Marguerite,
Maybelle, Mehrnaz, Mirabel, Nahid, Nanako, Nell, Ofelia, Oriana, Paz, Perla, Pilar, Rahel, Raquel, Rosamund, Sanna, Shira, Sorcha, Suda, Sunniva, Tatjana, Thora, Tomoko, Tuuli, Urszula, Valborg, Veda, Wilma, Xenia, Ye-jin, Yoko, Zainabu, Zsófia`);
const MALE = w(`
Abebe, Achim, Aiden, Akira, Alasdair, Alojz, Ambrose, Anatole, Anwar, Ariel, Asher, Bakari, Barnaby, Bertrand, Boris, Brannock, Casimir, Ciarán, Cosmo, Dashiell, Detlef, Duarte, Eberhard, Edmund, Emiliano, Enzo, Étienne, Ewan,
Fabrizio, Fiachra, Florian, Garrick, Gediz, Gennady, Giles, Gunnar, Hakeem, Hideo, Horace, Ilya, Iskander, Jabari, Jens, Jibril, Kenzo, Kwesi, Lars, Leandro, Lorne, Lucan, Magnus, Malachy, Marcin, Mikael, Nikolai, Noel,
Obed, Olaf, Otis, Pascal, Ptolemy, Qiang, Radek, Rainer, Ravi, Rémy, Rurik, Salim, Sandor, Seamus, Severin, Shinji, Stellan, Tadashi, Teague, Tiberiu, Toshiro, Ubaldo, Uri, Valentin, Vito, Waldemar, Xander, Yakov, Yusef, Zeke`);
const FAMILY = w(`
Abascal, Ackroyd, Adichie, Agnelli, Ahmadi, Alderton, Amundsen, Anquetil, Aragon, Arbuckle, Ashdown, Auerbach, Babcock, Balcerowicz, Barnaby-Hale, Beaumont, Bellweather, Berezin, Bialik, Blomqvist, Boateng-Smith, Brecht, Brockhurst,
Bukhari, Butterworth, Caballero, Calloway, Carrasco, Castellano, Chalmers, Chandrasekaran, Chaplin, Clutterbuck, Colón, Courtenay, Crabtree, Dampier, Darwish, de Beauvoir, de Graaf, De la Rosa, Del Toro, Delaney, Devereux, di Lorenzo,
Dostoyevsky, Dragović, Dunleavy, Eastwood, Eberhardt, El-Amin, Enright, Escalante, Fassbinder, Featherington, Fennimore, Fuentes Ortega, Galloway, Garibaldi, Ghattas, Gladwell, Gogarty, Goldstein, Gorbachev, Guðjónsson, Gwozdz,
Habermas, Haldane, Halloran, Harrington, Hatoyama, Heywood, Hinojosa, Holmgren, Hrabal, Huxtable, Ibáñez, Ishiguro, Jagger, Jankowska, Kapodistrias, Karlsson, Kazantzakis, Kenyatta, Kieślowski, Kirkbride, Kurosaki, Lancaster, Lefebvre,
Leighton, Liebermann, Lightbody, Lovelock, Lundgren, MacAllister, Maeda, Mandelbrot, Marlowe, Mazzini, McConaughey, Melville, Mihajlović, Montague, Murasaki, Nakamura, Nascimento, Nettleship, Nikolić, Nordstrom, O'Donnell, O'Grady, Oduwole,
Ogilvy, Okoro, Oyelowo, Pankhurst, Papandreou, Pellegrini, Penhaligon, Petrosyan, Pinnock, Quintero, Radcliffe, Raskolnikov, Rautavaara, Ravindran, Rosales-Vega, Rutherford, Sakura, Salamanca, Sánchez-Mora, Sarkozy, Schwartzman, Sebald, Shackleton,
Siddiqi, Sobieski, St. James, Stravinsky, Swinburne, Szymborska, Tagore, Takagi, Tarkovsky, Thackeray, Tolentino, Trelawney, Tsvetaeva, Udoh, Ustinov, Van Dyke, van Rijn, Vanterpool, Villeneuve, von Braun, Wallenstein, Wetherby, Whitcombe, Wójcicki, Xanthopoulos, Yamazaki, Zeldin, Zubrowski`);
const WORDS = w(
  'Young, Wise, King, Page, Small, Winter, Summers, Marsh, Field, Brook, Chance, Drew, Faith, Hope, Grace, Rose, Ivy, Penny, Guy, Miles, Pierce, Mason, Cook, Carter, Gold, Silver, Lamb, Wolf, Fox, Finch, Crane, Stone, Wood, Glass, Bond, Case, Cross, Frank, Sharp, Savage, Noble, Pride, Joy, Bliss, Sunday, Friday, Land, Major, Bright, Fair',
);

export interface Person {
  readonly given: string;
  readonly family: string;
  readonly female: boolean;
}
export const person = (r: R, female = r() < 0.5): Person => ({
  given: r() < 0.06 ? pick(r, WORDS) : pick(r, female ? FEMALE : MALE),
  family: r() < 0.08 ? pick(r, WORDS) : pick(r, FAMILY),
  female,
});
export const as = (category: string, text: string): string => `{${category}:${text}}`;
export const name = (text: string): string => as('name', text);
/** A slip of the pen in a long name. */
export function slip(r: R, text: string): string {
  if (text.length < 5) return text;
  const at = int(r, 1, text.length - 3);
  return pick(r, [
    text.slice(0, at) + text.slice(at + 1),
    text.slice(0, at) + text.charAt(at) + text.slice(at),
    text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2),
  ]);
}
export const whole = (r: R, p = person(r)): string =>
  name(
    pick(r, [
      `${p.given} ${p.family}`,
      `${p.given} ${p.family}`,
      `${p.given} ${p.family}`,
      `${p.given} ${pick(r, [...'ABCDEGHJLMNPRSTW'])}. ${p.family}`,
      `${p.given.charAt(0)}. ${p.family}`,
      `${p.given} ${slip(r, p.family)}`,
      `${p.family}, ${p.given}`,
    ]),
  );
export const title = (r: R, p: Person): string =>
  pick(r, p.female ? ['Mrs.', 'Ms.', 'Miss', 'Mrs', 'Ms'] : ['Mr.', 'Mr', 'Mister']);
export const clinician = (r: R): string => {
  const c = person(r);
  const full = name(`${c.given} ${c.family}`);
  return pick(r, [
    `Dr. ${name(c.family)}`,
    `Dr. ${name(c.family)}`,
    `Dr. ${full}`,
    `Dr ${name(c.family)}`,
    `${full}, MD`,
    `${full}, M.D.`,
    `${full}, DO`,
    `Prof. ${name(c.family)}`,
    `Nurse ${name(c.given)}`,
    `Nurse ${name(c.family)}`,
    `${full}, RN`,
    `${full}, PT`,
  ]);
};

const MONTHS = w('January, February, March, April, May, June, July, August, September, October, November, December');
const DAYS = w('Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday');
const FEASTS = w(
  "Christmas, Thanksgiving, Easter, New Year's Eve, Labor Day, Memorial Day, Halloween, Independence Day, Valentine's Day, Hanukkah, Eid",
);
const th = (n: number): string => `${n}${n > 10 && n < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;
const date = (text: string): string => as('date', text);
export function full(r: R): string {
  const [y, m, d] = [int(r, 1932, 2024), int(r, 1, 12), int(r, 1, 28)];
  return date(
    pick(r, [
      `${m}/${d}/${y}`,
      `${p2(m)}/${p2(d)}/${y}`,
      `${p2(m)}-${p2(d)}-${y}`,
      `${y}-${p2(m)}-${p2(d)}`,
      `${MONTHS[m - 1]} ${d}, ${y}`,
      `${MONTHS[m - 1]?.slice(0, 3)} ${d}, ${y}`,
      `${d} ${MONTHS[m - 1]} ${y}`,
      `${p2(d)}-${MONTHS[m - 1]?.slice(0, 3)}-${y}`,
      `${th(d)} of ${MONTHS[m - 1]}, ${y}`,
      `${m}.${d}.${y}`,
    ]),
  );
}
export function day(r: R): string {
  const [y, m, d] = [int(r, 2005, 2024), int(r, 1, 12), int(r, 1, 28)];
  const month = MONTHS[m - 1] ?? '';
  return pick(r, [
    () => full(r),
    () => full(r),
    () => full(r),
    () => date(`${m}/${d}`).replace(/^/, '{state:on} '),
    () => date(`${m}/${d}/${p2(y % 100)}`),
    () => date(`${month} ${th(d)}`),
    () => date(`the ${th(d)} of ${month}`),
    () => date(`${month} ${y}`),
    () => date(`early ${month} ${y}`),
    () => date(`mid-${month}`),
    () => date(`late ${y}`),
    () => date(`${y}`),
    () => date(`last ${pick(r, DAYS)}`),
    () => date(`this past ${pick(r, DAYS)}`),
    () => date(`${pick(r, DAYS)}, ${month} ${th(d)}`),
    () => date(`${pick(r, FEASTS)} ${y}`),
    () => date(`${pick(r, FEASTS)} of ${y}`),
    () => date(`the summer of ${y}`),
    () => date(`winter ${y}`),
    () =>
      `${date(`${p2(m)}/${p2(d)}/${y}`)} {state:at ${p2(int(r, 1, 12))}:${p2(int(r, 0, 59))} ${pick(r, ['AM', 'pm'])}}`,
  ])();
}
export const phone = (r: R): string =>
  as(
    'phone',
    dg(
      r,
      pick(r, [
        '(2##) 555-01##',
        '3##-555-01##',
        '4##.555.01##',
        '+1 5## 555 01##',
        '+1-6##-555-01##',
        '1-800-555-01##',
        '555-01##',
        '+44 20 7946 0###',
        '020 7946 0###',
        '+49 30 901820##',
        '+81 90-####-####',
        '+61 2 5550 ####',
        '7## 555 01##',
        '(8##)555-01##',
      ]),
    ),
  );
const CITY = w(
  'Springfield, Riverton, Lexington, Cambridge, Portland, Fairview, Burlington, Santa Rosa, Brookhaven, Evanston, Chapel Hill, Galveston, Missoula, Nashua, Reno, Topeka, Utica, Ann Arbor, Walla Walla, Oxford, Manchester, Edinburgh, Galway, Munich, Osaka, Lyon, Toronto',
);
export const city = (r: R): string => as('place', pick(r, CITY));
export const address = (r: R): string =>
  `${as('address', `${int(r, 3, 9900)} ${pick(r, ['Willow Creek', 'Elm', 'Sycamore', 'Harrison', 'W. Jackson', 'Sunset Ridge', 'Fifth', 'North Shore', 'Magnolia', 'Old Post', 'Linden', 'Highland Park'])} ${pick(r, ['Street', 'Avenue', 'Lane', 'Blvd', 'Dr.', 'Court', 'Road', 'Way', 'St.', 'Circle', 'Pl'])}${pick(r, ['', '', ', Apt 2B', ', Suite 400', ' Unit 7', ', #15'])}`)}, ${city(r)}, ${as('state', pick(r, ['IL', 'MA', 'OR', 'Vermont', 'California', 'TX', 'MT', 'NH']))} ${as('zip', dg(r, pick(r, ['0####', '6####', '9####-####'])))}`;
export const hospital = (r: R): string =>
  as(
    'organisation',
    pick(r, [
      () =>
        `${pick(r, CITY)} ${pick(r, ['General Hospital', 'Medical Center', 'Community Hospital', 'Memorial Hospital', 'Clinic', 'Heart Institute', "Children's Hospital"])}`,
      () =>
        `St. ${pick(r, ['Francis', 'Joseph', 'Brigid', 'Anthony', 'Raphael'])} ${pick(r, ['Hospital', 'Medical Center', "'s Hospital"])}`.replace(
          " '",
          "'",
        ),
      () => `${pick(r, FAMILY)} ${pick(r, ['Family Clinic', 'Medical Group', 'Cancer Center', 'Hospital'])}`,
      () =>
        pick(r, [
          'Evergreen Nursing Home',
          'Lakeside Rehabilitation Center',
          'Silver Birch Hospice',
          'Harborview Urgent Care',
          'Northgate Dialysis Center',
          'Pinewood Pharmacy',
        ]),
    ])(),
  );
export const firm = (r: R): string =>
  as(
    'organisation',
    pick(r, [
      'Acme Corporation',
      'Globex Industries',
      'Northwind Traders',
      'Boeing',
      'Starlight Bakery',
      'Lincoln High School',
      'Contoso Ltd',
      `${pick(r, FAMILY)} & Co.`,
      'Riverside Elementary School',
      'Delta Air Lines',
    ]),
  );
export const email = (r: R, p: Person): string =>
  as(
    'email',
    pick(r, [
      `${plain(p.given)}.${plain(p.family)}@example.com`,
      `${plain(p.given).charAt(0)}${plain(p.family)}@mail.com`,
      `${plain(p.family)}${int(r, 10, 99)}@yahoo.com`,
      `${plain(p.given)}@${plain(p.family)}family.net`,
    ]),
  );
export const url = (r: R, p: Person): string =>
  as(
    'url',
    pick(r, [
      `https://portal.example-hospital.org/patients/${dg(r, '######')}`,
      `http://www.${plain(p.given)}${plain(p.family)}.com`,
      `https://mychart.example.com/visit?id=${dg(r, '########')}`,
      `www.linkedin.com/in/${plain(p.given)}-${plain(p.family)}`,
      `https://imaging.example.org/study/${dg(r, '1.2.840.####.##')}`,
    ]),
  );
export const ip = (r: R): string =>
  as(
    'ip',
    pick(r, [
      `192.168.${int(r, 0, 255)}.${int(r, 1, 254)}`,
      `${int(r, 11, 210)}.${int(r, 0, 255)}.${int(r, 0, 255)}.${int(r, 1, 254)}`,
      dg(r, '2001:0db8:85a3:0000:0000:8a2e:%%%%:%%%%'),
    ]),
  );
export function id(r: R): string {
  const [label, shape] = pick(r, [
    ['MRN ', '########'],
    ['MRN: ', '#######'],
    ['MRN#', '######'],
    ['Medical Record Number: ', '##-##-##'],
    ['medical record number is ', '########'],
    ['SSN: ', '###-##-####'],
    ['Social Security Number ', '###-##-####'],
    ['social security number ending in ', '####'],
    ['Account #', '##########'],
    ['account number ', 'ACC-######'],
    ['Health plan ID: ', 'HPX#########'],
    ['health plan beneficiary number ', '@@@-###-####'],
    ['Insurance ID ', '@##########'],
    ['Policy #: ', 'POL-####-####'],
    ['Group Number: ', '#####'],
    ['Member ID: ', 'M#########'],
    ['Certificate/License #: ', '@######'],
    ['license number ', '@-###-###-###'],
    ["driver's license ", '@#######'],
    ['License plate: ', '@@@-####'],
    ['vehicle with plate ', '#@@@###'],
    ['VIN: ', '1FTEX1E8#PK######'],
    ['Device serial number: ', 'PM-####-@@'],
    ['pacemaker serial ', '@@######'],
    ['Device ID ', 'DEV-#####'],
    ['serial no. ', 'SN########'],
    ['Implant lot number ', 'LOT-####-@'],
    ['Passport number ', '@########'],
    ['NPI: ', '##########'],
    ['DEA #', '@@#######'],
    ['Accession #: ', '##-######'],
    ['Case #', 'C-####-###'],
    ['Specimen ID: ', 'SPC######'],
    ['Order number: ', '#########'],
    ['Encounter ID ', 'E########'],
    ['Visit # ', '######'],
    ['Employee ID: ', 'EMP####'],
    ['Student ID ', '#########'],
    ['fingerprint ID ', 'FP-######'],
    ['voiceprint reference ', 'VP######'],
    ['NHS number ', '### ### ####'],
    ['Medicaid ID: ', '@@#####@'],
    ['Rx # ', '#######'],
    ['study ID ', 'ST-###'],
    ['Chart no. ', '######'],
    ['tracking number ', '1Z###@@@########'],
    ['invoice #', '######'],
    ['MAC address ', '%%:%%:%%:%%:%%:%%'],
    ['claim no. ', '###-####-##'],
    ['locker code ', '####'],
    ['membership number ', '####-####'],
  ] as const);
  return `${label}${as('id', dg(r, shape))}`;
}

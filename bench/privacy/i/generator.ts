/**
 * The ninth generator, written last: an emergency department, a maternity ward and a clinic for the old, in plain sentences. Its first
 * run stands in docs/privacy-text.md; nothing was changed for it.
 */
import { type GoldNote, marked } from '../gold.ts';
import { dg, int, p2, pick, type R } from '../random.ts';

const w = (text: string): readonly string[] => text.trim().split(/\s*,\s*/);
const GIVEN = w(
  `Adrienne, Alhaji, Alistair, Amparo, Angharad, Anselmo, Araminta, Aurelia, Ayodeji, Azra, Baptiste, Bertha, Birgit, Bohumil, Brónach, Carlotta, Cedella, Chayton, Cleopatra, Corentin, Dafydd, Daiyu, Delroy, Dragica, Ebenezer,
Eilish, Elodie, Emeline, Esteban, Eudora, Farouk, Fenna, Fergal, Fumilayo, Gabor, Gerwin, Ghaliya, Griselda, Hadley, Heloise, Hermann, Hyun-woo, Ignatius, Imani, Ingmar, Iseult, Jadwiga, Jemima, Joaquim, Kavita, Keanu,
Kelechi, Kirsty, Laszlo, Leontyne, Loretta, Mahalia, Mattias, Mehmet, Merindah, Mirza, Mungo, Nadezhda, Nkem, Odalys, Olumide, Orla, Pádraig, Petronella, Quintin, Rashida, Rosamaria, Rui, Sabela, Samson, Seraphina,
Shoshana, Sigurd, Suraj, Tamsin, Thibault, Tobias, Ulla, Vasanthi, Verena, Wangari, Wilhelmina, Yannis, Yevgeny, Zeinab, Zorica, Hope, Will, Grace, Mark, Rose, Dawn, Frank, Ray, Iris, Chase`,
);
const FAMILY = w(
  `Abernethy, Adeyinka, Aitken, Alvarado, Anquetil, Arkwright, Atwater, Bancroft, Bergkamp, Bhattacharjee, Bodnar, Braithwaite, Brzozowski, Cadogan, Cartwright, Cazares, Chukwudi, Coughlan, D'Amato, Dalgaard, de Witt, Dhawan,
Dombrowicz, Drummond-Hay, Dunbar, Eberle, Eliasson, Emanuel, Etxebarria, Fairclough, Faraday, Ferreira, Fosdick, Gadhia, Gbadamosi, Gianopoulos, Goodfellow, Greenaway, Gyllenhaal, Hakobyan, Halvorsen, Hashimoto, Hatzis, Hobhouse,
Ikeda, Inglethorpe, Iwu, Jablonska, Jacinto, Jankovic, Kadyrov, Kahananui, Kapadia, Keough, Kilbride, Knežević, Kronenberg, Kvaran, Lafayette, Landvik, Leclercq, Lindholm, Llorente, Lumumba, MacGregor, Maistry, Markovitz,
Mbappe, McGillivray, Menezes, Mkandawire, Moskowitz, Nakashima, Ndiaye, Nilsson, Novotny, O'Halloran, Obuya, Olofsson, Ortolani, Overton, Palmgren, Pasternak, Peebles, Petrenko, Pickering, Quaye, Raghunathan, Rahmanov,
Ravenhill, Rodriguez Solano, Rosenqvist, Sabatini, Saltmarsh, Schreiner, Sevilla, Shimizu, Skovgaard, Sorensen, Steinbeck, Stojanović, Suarez, Tewodros, Thackray, Thorvald, Tiwari, Trelawny, Ueda, van Aalst, Velarde,
Voss, Wadsworth, Weissman, Wojtyla, Yamada, Yusupov, Zambrano, Zhukov, Young, Long, Short, Brown, Hall, Baker, Cook, Bell, Price, Marsh, Stone, Day`,
);
const P = (kind: string, text: string): string => `{${kind}:${text}}`;
interface Person {
  readonly g: string;
  readonly l: string;
}
const person = (r: R): Person => ({ g: pick(r, GIVEN), l: pick(r, FAMILY) });
const name = (text: string): string => P('name', text);
const full = (r: R, p = person(r)): string =>
  name(
    pick(r, [
      `${p.g} ${p.l}`,
      `${p.g} ${p.l}`,
      `${p.g} ${p.l}`,
      `${p.g} ${pick(r, [...'BCDFGHKLMPRSTW'])}. ${p.l}`,
      `${p.g.charAt(0)}. ${p.l}`,
    ]),
  );
const doc = (r: R): string => {
  const d = person(r);
  return pick(r, [
    `Dr. ${name(d.l)}`,
    `Dr ${name(d.l)}`,
    `Dr. ${name(`${d.g} ${d.l}`)}`,
    `${name(`${d.g} ${d.l}`)}, MD`,
    `${name(`${d.g} ${d.l}`)}, RN`,
    `Doctor ${name(d.l)}`,
    `nurse ${name(d.g)}`,
  ]);
};
const mr = (r: R, p: Person): string => `${pick(r, ['Mr.', 'Mrs.', 'Ms.', 'Mr', 'Mrs'])} ${name(p.l)}`;
const MONTHS = w('January, February, March, April, May, June, July, August, September, October, November, December');
const DAYS = w('Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday');
const th = (n: number): string => `${n}${n > 10 && n < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;
function when(r: R): string {
  const [y, m, d] = [int(r, 2000, 2025), int(r, 1, 12), int(r, 1, 28)];
  const month = MONTHS[m - 1] ?? '';
  const one = (text: string) => P('date', text);
  return pick(r, [
    () => one(`${p2(m)}/${p2(d)}/${y}`),
    () => one(`${m}/${d}/${p2(y % 100)}`),
    () => one(`${y}-${p2(m)}-${p2(d)}`),
    () => one(`${p2(d)}.${p2(m)}.${p2(y % 100)}`),
    () => one(`${month} ${d}, ${y}`),
    () => one(`${d} ${month} ${y}`),
    () => one(`${month.slice(0, 3)} ${d} ${y}`),
    () => one(`the ${th(d)} of ${month} ${y}`),
    () => one(`${month} ${th(d)}`),
    () => one(`${month} ${y}`),
    () => one(`${y}`),
    () => one(`last ${pick(r, DAYS)}`),
    () => one(`${pick(r, DAYS)} ${p2(d)}/${p2(m)}`),
    () => one(`${pick(r, ['Christmas', 'Easter', 'Thanksgiving', 'Diwali'])} ${y}`),
    () => one(`the ${pick(r, ['spring', 'winter', 'fall'])} of ${y}`),
    () => one(`the first week of ${month}`),
    () => `${one(`${month} ${int(r, 1, 14)}`)} {state:to} ${one(`${month} ${int(r, 15, 28)}`)}`,
  ])();
}
const birth = (r: R): string =>
  P(
    'date',
    pick(r, [
      `${int(r, 1, 12)}/${int(r, 1, 28)}/${int(r, 1930, 2015)}`,
      `${p2(int(r, 1, 28))}-${p2(int(r, 1, 12))}-${int(r, 1930, 2015)}`,
      `${int(r, 1, 28)} ${pick(r, MONTHS)} ${int(r, 1930, 2015)}`,
    ]),
  );
const phone = (r: R): string =>
  P(
    'phone',
    dg(
      r,
      pick(r, [
        '(5##) 3##-####',
        '6##-2##-####',
        '3##.9##.####',
        '+44 1### ######',
        '0207 ### ####',
        '+32 2 ### ## ##',
        '+47 ## ## ## ##',
        '+972 50-###-####',
        '+1 (9##) 4##-####',
        '087 ### ####',
      ]),
    ),
  );
const TOWNS = w(
  'Shreveport, Bangor, Yakima, Sheffield, Limerick, Ghent, Aarhus, Haifa, Newport News, Sioux City, Cheyenne, Wolverhampton, Exeter, Waco',
);
const town = (r: R): string => P('place', pick(r, TOWNS));
const home = (r: R): string =>
  `${P('address', `${int(r, 2, 4999)} ${pick(r, ['Hawthorne', 'Cedar Bluff', 'Victoria', 'S. Broadway', 'Mill', 'Kingfisher'])} ${pick(r, ['Ave', 'Street', 'Road', 'Drive', 'Close', 'Blvd'])}${pick(r, ['', ', Apt 9', ' #22'])}`)}, ${pick(r, [`${P('place', 'Waco')}, {state:TX} ${P('zip', dg(r, '767##'))}`, `${P('place', 'Exeter')} ${P('zip', dg(r, 'EX# #QJ'))}`, `${P('place', 'Cheyenne')}, {state:WY} ${P('zip', dg(r, '8200#'))}`])}`;
const site = (r: R): string =>
  P(
    'organisation',
    pick(r, [
      `${pick(r, TOWNS)} General Hospital`,
      `${pick(r, FAMILY)} Medical Center`,
      `St. ${pick(r, ['Clare', 'Dominic', 'Ursula'])}'s Hospital`,
      `${pick(r, TOWNS)} Maternity Hospital`,
      'Birchwood Care Home',
      'Cornerstone Family Practice',
      'Riverside Urgent Care',
    ]),
  );
const id = (r: R): string => {
  const [label, shape] = pick(r, [
    ['MRN ', '#######'],
    ['MRN: ', '###-##-###'],
    ['medical record number ', '########'],
    ['SSN ', '###-##-####'],
    ['Account: ', 'A#########'],
    ['insurance number ', 'JQ########'],
    ['Policy No. ', '##-######-#'],
    ['encounter ', '#########'],
    ['accession ', 'US-##-#####'],
    ['NHS number ', '4## ### ####'],
    ['hospital number ', 'Q######'],
    ['serial number ', 'XT#######'],
    ['lot ', '##C###A'],
    ['license plate ', '#@@@###'],
    ['passport ', '#########'],
    ['NPI ', '1#########'],
    ['badge #', '####'],
    ['case # ', '##-####'],
    ['ticket number ', '#######'],
    ['donor ID ', 'D####-##'],
    ['cryo vial ', 'CV-######'],
    ['wristband no. ', '########'],
  ] as const);
  return `${label}${P('id', dg(r, shape))}`;
};
type Line = (r: R, p: Person) => string;
const KIN = w(
  'mother, father, wife, husband, son, daughter, sister, brother, partner, grandmother, roommate, doula, neighbor, niece',
);
const PROSE: readonly Line[] = [
  (r, p) => `${mr(r, p)} arrived by ambulance from ${town(r)} on ${when(r)}.`,
  (r, p) => `EMS found ${name(p.g)} on the floor of ${home(r)}.`,
  (r, p) => `${name(p.g)} was triaged at once and seen by ${doc(r)}.`,
  (r) => `The ${pick(r, KIN)}, ${full(r)}, stayed in the waiting room.`,
  (r, p) => `${mr(r, p)}'s ${pick(r, KIN)} can be reached at ${phone(r)}.`,
  (r, p) => `${full(r, p)} delivered a healthy infant on ${when(r)} at ${site(r)}.`,
  (r) => `Labor was managed by ${doc(r)} and ${doc(r)}.`,
  (r) => `Her obstetrician is ${doc(r)} of ${site(r)}.`,
  (r) => `Her ${pick(r, KIN)} ${name(person(r).g)} cut the cord.`,
  (r) => `The baby will be named ${name(person(r).g)}.`,
  (r, p) => `${name(p.g)} has lived at ${site(r)} since ${when(r)}.`,
  (_r, p) => `${name(p.l)} uses a walker.`,
  (r, p) => `${name(p.l)} was started on a new regimen on ${when(r)}.`,
  (r) => `A fall was reported on ${when(r)} by ${doc(r)}.`,
  (r) => `Her roommate at the home is {age:${int(r, 90, 101)}} years old.`,
  (r, p) => `I spoke to ${name(p.g)} and ${pick(r, KIN)} ${name(person(r).g)} at length.`,
  (r) => `${id(r)}.`,
  (r) => `Chart verified, ${id(r)}.`,
  (r, p) => `DOB ${birth(r)} was confirmed by ${name(p.g)}.`,
  (r) => `Old films from ${site(r)}, dated ${when(r)}, were compared.`,
  (r) => `Fax the summary to ${phone(r)}, attention ${full(r)}.`,
  (_r, p) =>
    `${`Write to ${P(
      'email',
      `${p.g}.${p.l}`
        .normalize('NFKD')
        .replace(/[^A-Za-z.]/g, '')
        .toLowerCase(),
    )}`.replace(/\}$/, '@seniormail.org}')}.`,
  (r) =>
    `The video visit ran from ${P('ip', `${int(r, 12, 200)}.${int(r, 0, 255)}.${int(r, 0, 255)}.${int(r, 1, 254)}`)}.`,
  (r, p) => `Care plan agreed with ${full(r, p)} on ${when(r)}.`,
  (r) => `Police officer ${name(person(r).l)} took a statement.`,
  (r) => `Transferred to ${site(r)} under ${doc(r)}.`,
];
const TALK: readonly Line[] = [
  (_r, p) => `Doctor: Hi, ${name(p.g)}. What happened?`,
  (r, p) => `Doctor: ${mr(r, p)}, do you know where you are?`,
  (r) => `Patient: My ${pick(r, KIN)} ${name(person(r).g)} called the ambulance.`,
  (r) =>
    `Patient: ${doc(r).replace(/^nurse/, 'Nurse')} saw me ${when(r).startsWith('{date:last') ? 'already' : 'before'}.`,
  (r) => `Doctor: What's your date of birth?\nPatient: ${birth(r)}.`,
  (r, p) => `Doctor: Your name?\nPatient: ${full(r, p)}.`,
  (r) => `Patient: I live at ${home(r)}.`,
  (r) => `Patient: My number is ${phone(r)}.`,
  (r) => `Patient: I was at ${site(r)} in ${when(r)}.`,
  (r) => `Guest_family: I'm ${name(person(r).g)}, the ${pick(r, KIN)}.`,
  (_r, p) => `Doctor: All right, ${name(p.g)}, we'll take care of you.`,
];

export function generateI(source: string, r: R): GoldNote {
  const text = source.replaceAll('{', '(').replaceAll('}', ')').replaceAll('\r', '');
  const p = person(r);
  const some = (from: readonly Line[], low: number, high: number): string[] =>
    Array.from({ length: int(r, low, high) }, () => pick(r, from)(r, p));
  const talk = /^\s*(?:Doctor|Patient):/.test(text);
  const parts = talk ? text.split('\n') : text.split(/(?<=[a-z)]\.)\s+(?=[A-Z])/);
  for (const one of some(talk ? TALK : PROSE, 2, 5)) parts.splice(int(r, 0, parts.length), 0, one);
  const head =
    !talk && r() < 0.3
      ? `Patient: ${name(`${p.l}, ${p.g}`)}\nDOB: ${birth(r)}   ${id(r)}\nAttending: ${doc(r)}\n\n`
      : '';
  const end = !talk && r() < 0.3 ? `\n\nSigned by ${full(r)}, MD, ${when(r)}` : '';
  return marked(head + parts.join(talk ? '\n' : ' ') + end);
}

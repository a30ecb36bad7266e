/** Dates in fifty forms. */
import { int, p2, pick, type R } from '../random.ts';

const MO = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const WD = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const ord = (n: number) =>
  n + (n % 10 === 1 && n !== 11 ? 'st' : n % 10 === 2 && n !== 12 ? 'nd' : n % 10 === 3 && n !== 13 ? 'rd' : 'th');
const ORDW = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
];
const D = (s: string) => `{date:${s}}`;
/** A date in a note, marked; times are don't-care. */
export function date(r: R): string {
  const y = int(r, 1996, 2024),
    m = int(r, 1, 12),
    d = int(r, 1, 28),
    M = MO[m - 1] ?? '',
    A = M.slice(0, 3),
    yy = p2(y % 100),
    wd = pick(r, WD);
  const t = `{state:${int(r, 0, 23)}:${p2(int(r, 0, 59))}}`;
  const forms = [
    D(`${m}/${d}/${y}`),
    D(`${p2(m)}/${p2(d)}/${y}`),
    D(`${m}/${d}/${yy}`),
    D(`${p2(m)}-${p2(d)}-${y}`),
    D(`${m}-${d}-${yy}`),
    D(`${p2(d)}.${p2(m)}.${y}`),
    D(`${d}.${m}.${yy}`),
    D(`${y}/${m}/${d}`),
    D(`${y}-${p2(m)}-${p2(d)}`),
    D(`${y}${p2(m)}${p2(d)}`),
    D(`${d}-${A}-${y}`),
    D(`${d}-${A}`),
    D(`${p2(d)}${A.toUpperCase()}${y}`),
    D(`${d} ${M} ${y}`),
    D(`${d} ${A} ${yy}`),
    D(`${M} ${d}, ${y}`),
    D(`${M} ${ord(d)}`),
    D(`${A}. ${d}, ${y}`),
    D(`${A} ${ord(d)}, ${y}`),
    D(`the ${ord(d)} of ${M}`),
    D(`the ${ord(d)} of ${M}, ${y}`),
    D(`the ${pick(r, ORDW)} of ${M}`),
    D(`${M} the ${ord(d)}`),
    D(`${m}/${y}`),
    D(`${p2(m)}/${y}`),
    D(`${A} '${yy}`),
    D(`${M} ${y}`),
    D(`${M} of ${y}`),
    D(`mid-${M}`),
    D(`early ${M}`),
    `late ${D(`${A} ${y}`)}`,
    `${D(`${A} ${ord(int(r, 1, 12))}`)}–${D(`${A} ${ord(int(r, 13, 28))}`)}`,
    `${D(`${m}/${int(r, 1, 12)}`)}-${D(`${m}/${int(r, 13, 28)}/${yy}`)}`,
    `${D(`${M} ${int(r, 1, 12)}-${int(r, 13, 28)}, ${y}`)}`,
    D(`Q${int(r, 1, 4)} ${y}`),
    D(`Thanksgiving ${y}`),
    D(`Christmas ${y}`),
    D(`Labor Day ${y}`),
    D(`Easter of ${y}`),
    D(`the summer of ${y}`),
    D(`fall ${y}`),
    D(`last ${wd}`),
    D(`this past ${wd}`),
    D(`next ${wd}`),
    D(`${wd}, ${M} ${d}`),
    D(`${wd} ${m}/${d}`),
    D(`${wd.slice(0, 3)} ${d} ${A} ${y}`),
    `${D(`${m}/${d}/${yy}`)} {state:at} ${t}`,
    `${D(`${y}-${p2(m)}-${p2(d)}`)}T${t}`,
    `${D(`${m}/${d}/${y}`)} ${t}`,
    `${D(`${d} ${A} ${y}`)} @ ${t}`,
    D(`${y}`),
  ];
  return pick(r, forms);
}
/** Full date only, for headers. */
export function fullDate(r: R): string {
  const y = int(r, 1930, 2024),
    m = int(r, 1, 12),
    d = int(r, 1, 28),
    A = (MO[m - 1] ?? '').slice(0, 3);
  return D(
    pick(r, [
      `${m}/${d}/${y}`,
      `${p2(m)}/${p2(d)}/${y}`,
      `${p2(m)}-${p2(d)}-${y}`,
      `${d} ${A} ${y}`,
      `${y}-${p2(m)}-${p2(d)}`,
      `${A} ${d}, ${y}`,
      `${d}-${A}-${p2(y % 100)}`,
      `${p2(d)}.${p2(m)}.${y}`,
    ]),
  );
}
export const time = (r: R) => `{state:${p2(int(r, 0, 23))}:${p2(int(r, 0, 59))}}`;

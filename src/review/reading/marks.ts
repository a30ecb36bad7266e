import { lowerFirst } from '../../reasoning/index.ts';
import { duration, figure, plural } from '../words.ts';
import type { Reading } from './reading.ts';

/** How a place of a text was understood, for the eye: the sign in a terminal, the class and word in a page. */
export const LOOKS = {
  present: { sign: '+', says: 'present' },
  possible: { sign: '?', says: 'possible or conditional' },
  absent: { sign: '-', says: 'absent' },
  past: { sign: '<', says: 'past or resolved' },
  other: { sign: '~', says: 'of a relative or another' },
  value: { sign: '=', says: 'measured or sized' },
  asked: { sign: '>', says: 'recommended' },
  listed: { sign: '*', says: 'listed: medicine, allergy, problem' },
} as const;

export type Look = keyof typeof LOOKS;

/** One thing understood at a place of a text. */
export interface Mark {
  readonly look: Look;
  readonly span: readonly [number, number];
  /** What it is: `Itching`, `Ferritin 9 ng/mL`. */
  readonly name: string;
  /** How it was understood, in a few words: `absent`, `past, of the mother`. */
  readonly how: string;
}

/** Everything understood of a text, by place; what is longer first where several begin together. */
export function marksOf(reading: Reading): Mark[] {
  const marks: Mark[] = [
    ...reading.mentions
      .filter((one) => !isAskedFor(one, reading))
      .map((one): Mark => ({ look: lookOf(one), span: one.span, name: one.name, how: howOf(one) })),
    ...reading.measurements.map((one): Mark => {
      const value = `${one.comparator ?? ''}${one.value}${one.unit ? ` ${one.unit}` : ''}`;
      const range = one.range ? `range ${figure(one.range[0])}–${figure(one.range[1])}` : '';
      const how = [one.past ? 'an earlier value' : 'measured', range].filter(Boolean).join(', ');
      return { look: one.past ? 'past' : 'value', span: one.span, name: `${one.name} ${value}`, how };
    }),
    ...reading.statements.map(
      (one): Mark => ({
        look: 'value',
        span: one.span,
        name: one.name,
        how: `said to be ${one.claim.replace('-', ' ')}`,
      }),
    ),
    ...reading.changes.map((one): Mark => ({ look: 'value', span: one.span, name: one.name, how: changeOf(one) })),
    ...reading.lesions.map(lesionMark),
    ...reading.recommendations.map(
      (one): Mark => ({ look: 'asked', span: one.span, name: actionOf(one), how: askedOf(one) }),
    ),
    ...reading.listed.map(
      (one): Mark => ({
        look: 'listed',
        span: one.span,
        name: one.name,
        how: [WHAT[one.is] ?? one.is, one.detail].filter(Boolean).join(': '),
      }),
    ),
  ];
  return marks.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
}

/** A stretch of a text: plain, or with everything understood of it. */
export interface Piece {
  readonly span: readonly [number, number];
  readonly marks: readonly Mark[];
}

/** The text cut into stretches that do not overlap and together are the whole of it; marks that overlap share one stretch. */
export function piecesOf(length: number, marks: readonly Mark[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  // A recommendation is a whole clause: what stands in it is marked inside it.
  const inner = marks.filter(({ look }) => look !== 'asked');
  const asked = marks.filter(({ look }) => look === 'asked');
  const put = (from: number, to: number, own: readonly Mark[]) => {
    if (to > from) pieces.push({ span: [from, to], marks: own });
  };
  const plain = (from: number, to: number) => {
    let start = from;
    for (const one of asked) {
      const [a, b] = [Math.max(start, one.span[0]), Math.min(to, one.span[1])];
      if (b <= a) continue;
      put(start, a, []);
      put(a, b, [one]);
      start = b;
    }
    put(start, to, []);
  };
  for (let index = 0; index < inner.length; ) {
    const first = inner[index];
    if (!first) break;
    let end = Math.min(length, first.span[1]);
    const group = [first];
    for (index++; index < inner.length; index++) {
      const next = inner[index];
      if (!next || next.span[0] >= end) break;
      group.push(next);
      end = Math.min(length, Math.max(end, next.span[1]));
    }
    plain(at, first.span[0]);
    put(Math.max(at, first.span[0]), end, [
      ...group,
      ...asked.filter(({ span }) => span[0] < end && span[1] > first.span[0]),
    ]);
    at = Math.max(at, end);
  }
  plain(at, length);
  return pieces;
}

type Told = Reading['mentions'][number];

/** A test that a recommendation names is asked for, and told by it. */
function isAskedFor({ is, span }: Told, { recommendations }: Reading): boolean {
  return is === 'test' && recommendations.some((one) => span[0] >= one.span[0] && span[1] <= one.span[1]);
}

const LESION: Readonly<Record<string, string>> = { aorta: 'aortic', lung: 'lung', other: '' };

function lesionMark(one: Reading['lesions'][number]): Mark {
  const {
    organ,
    kind,
    largestMm,
    isLess,
    change,
    priorMm,
    traits,
    site,
    hounsfield,
    assertion,
    temporality,
    experiencer,
  } = one;
  const size =
    largestMm === undefined
      ? ''
      : ` ${isLess ? '<' : ''}${one.sizesMm.length > 1 ? one.sizesMm.join(' × ') : largestMm} mm`;
  const what = `${LESION[organ] ?? organ} ${kind}`.trim();
  const look =
    experiencer !== 'patient'
      ? 'other'
      : assertion === 'absent'
        ? 'absent'
        : temporality === 'current'
          ? 'value'
          : 'past';
  const how = [
    assertion,
    site,
    traits.join(', '),
    hounsfield === undefined ? '' : `${hounsfield} HU`,
    change,
    priorMm === undefined ? '' : `before ${priorMm} mm`,
    one.inImpression ? 'in the impression' : '',
  ];
  return {
    look,
    span: one.span,
    name: `${what.charAt(0).toUpperCase()}${what.slice(1)}${size}`,
    how: how.filter(Boolean).join(', '),
  };
}

function lookOf({ assertion, temporality, experiencer }: Told): Look {
  if (experiencer !== 'patient') return 'other';
  if (assertion === 'absent') return 'absent';
  if (assertion !== 'present') return 'possible';
  return temporality === 'current' ? 'present' : 'past';
}

function howOf(one: Told): string {
  const { assertion, temporality, experiencer, relative, severity, side, course, sizeMm, durationDays, sinceYear } =
    one;
  const whose =
    experiencer === 'family' ? `of the ${relative ?? 'family'}` : experiencer === 'other' ? 'of another' : '';
  return [
    assertion,
    temporality === 'current' ? '' : temporality === 'historical' ? 'in the past' : 'resolved',
    whose,
    one.is === 'finding' ? '' : one.is,
    severity,
    side,
    course,
    sizeMm === undefined ? '' : `${figure(sizeMm)} mm`,
    durationDays === undefined ? '' : `for ${duration(durationDays)}`,
    sinceYear === undefined ? '' : `since ${sinceYear}`,
    one.section === undefined ? '' : `under ${one.section.replaceAll('-', ' ')}`,
  ]
    .filter(Boolean)
    .join(', ');
}

function changeOf({ direction, from, to, amount, unit = '', overDays }: Reading['changes'][number]): string {
  const by = amount === undefined ? '' : ` by ${figure(amount)} ${unit}`.trimEnd();
  const between = from !== undefined && to !== undefined ? ` from ${figure(from)} to ${figure(to)}` : '';
  return `${direction === 'fall' ? 'fell' : 'rose'}${by}${between}${overDays === undefined ? '' : ` over ${duration(overDays)}`}`;
}

const WHAT: Readonly<Record<string, string>> = {
  medication: 'medicine',
  allergy: 'allergy',
  condition: 'problem',
  procedure: 'operation',
};

const ACTIONS: Readonly<Record<string, string>> = {
  ct: 'CT',
  mri: 'MRI',
  pet: 'PET',
  dxa: 'DXA',
  ecg: 'ECG',
  xray: 'X-ray',
  lab: 'Laboratory test',
};

function actionOf({ action, targets, target }: Reading['recommendations'][number]): string {
  const what = ACTIONS[action] ?? `${action.charAt(0).toUpperCase()}${action.slice(1).replaceAll('-', ' ')}`;
  const of = (targets ?? (target === undefined ? [] : [target])).map((each) => lowerFirst(each.replaceAll('-', ' ')));
  return of.length > 0 ? `${what}: ${of.join(', ')}` : what;
}

function askedOf({ withinDays, conditional, done }: Reading['recommendations'][number]): string {
  const when =
    withinDays === undefined ? '' : `within ${withinDays < 14 ? plural(withinDays, 'day') : duration(withinDays)}`;
  return [done === 'booked' ? 'arranged' : 'recommended', when, conditional ? 'on a condition' : '']
    .filter(Boolean)
    .join(', ');
}

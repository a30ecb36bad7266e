import { describe, expect, it } from 'vitest';
import { type IncidentalTable, loadKnowledge } from '../../knowledge/index.ts';
import type { Lesion } from '../../text/index.ts';
import { type Bearer, decide } from './decide.ts';

const TABLES = loadKnowledge().incidentals ?? [];
const table = (id: string): IncidentalTable => {
  const found = TABLES.find((each) => each.id === id);
  if (!found) throw new Error(`no table ${id}`);
  return found;
};

interface Given {
  readonly mm?: number | readonly number[];
  readonly kind?: Lesion['kind'];
  readonly traits?: string;
  readonly hu?: number;
  readonly multiple?: boolean;
  readonly change?: NonNullable<Lesion['change']>;
  readonly isLess?: boolean;
  readonly age?: number;
  readonly sex?: 'female' | 'male';
  readonly with?: string;
  readonly known?: string;
}

const lesionOf = (of: IncidentalTable, given: Given): Lesion => {
  const sizesMm = given.mm === undefined ? [] : typeof given.mm === 'number' ? [given.mm] : given.mm;
  return {
    organ: of.organ,
    kind: given.kind ?? of.kinds[0] ?? 'lesion',
    sizesMm,
    ...(sizesMm.length > 0 ? { largestMm: Math.max(...sizesMm) } : {}),
    ...(given.isLess ? { isLess: true } : {}),
    isMultiple: given.multiple ?? false,
    traits: given.traits?.split(' ') ?? [],
    ...(given.hu === undefined ? {} : { hounsfield: given.hu }),
    ...(given.change ? { change: given.change } : {}),
    inImpression: false,
    assertion: 'present',
    temporality: 'current',
    experiencer: 'patient',
    span: [0, 1],
    sentence: [0, 1],
  };
};
const bearerOf = ({ age = 60, sex = 'female', with: finding, known }: Given): Bearer => ({
  ageYears: age,
  sex,
  has: (id) => id === finding,
  isKnown: (id) => id === known,
});

/** Every branch of every table: what is given, what is to be done, and by what day. */
type Branch = readonly [given: Given, what: string, withinDays?: number];
const BRANCHES: Readonly<Record<string, readonly Branch[]>> = {
  'lung-nodule': [
    [{ mm: 12, traits: 'solid benign-calcification' }, 'none'],
    [{ mm: 7, traits: 'perifissural' }, 'none'],
    [{ mm: 7, change: 'larger' }, 'act', 45],
    [{ mm: 4, traits: 'part-solid', multiple: true }, 'follow-up', 183],
    [{ mm: 4, traits: 'ground-glass', multiple: true }, 'follow-up', 183],
    [{ mm: 9, traits: 'ground-glass', multiple: true }, 'follow-up', 183],
    [{ mm: 5, traits: 'ground-glass' }, 'none'],
    [{ mm: 9, traits: 'part-solid' }, 'follow-up', 183],
    [{ mm: 9, traits: 'ground-glass' }, 'follow-up', 365],
    [{ mm: 5, traits: 'solid' }, 'none'],
    [{ mm: 6, isLess: true }, 'none'],
    [{ mm: 5, traits: 'solid', with: 'smoking-ever' }, 'optional', 395],
    [{ mm: 7, multiple: true }, 'follow-up', 183],
    [{ mm: 6 }, 'follow-up', 365],
    [{ mm: [7, 5] }, 'follow-up', 365],
    [{ mm: 8, with: 'smoking-ever' }, 'follow-up', 365],
    [{ mm: 8, traits: 'upper-lobe' }, 'follow-up', 365],
    [{ mm: 9 }, 'act', 91],
  ],
  'abdominal-aortic-aneurysm': [
    [{ mm: 60, traits: 'ruptured' }, 'act', 1],
    [{ mm: 22 }, 'none'],
    [{ mm: 27 }, 'optional', 3652],
    [{ mm: 30 }, 'follow-up', 395],
    [{ mm: 44 }, 'follow-up', 395],
    [{ mm: 45 }, 'follow-up', 91],
    [{ mm: 52, sex: 'female' }, 'act', 91],
    [{ mm: 52, sex: 'male' }, 'follow-up', 91],
    [{ mm: 55, sex: 'male' }, 'act', 14],
  ],
  'renal-cyst': [
    [{ mm: 40, traits: 'bosniak-1' }, 'none'],
    [{ mm: 40, traits: 'bosniak-2f' }, 'follow-up', 213],
    [{ mm: 40, traits: 'bosniak-3' }, 'act', 30],
    [{ mm: 20, traits: 'fat', kind: 'lesion' }, 'none'],
    [{ mm: 45, traits: 'fat', kind: 'lesion' }, 'act', 91],
    [{ mm: 20, traits: 'enhancing', kind: 'mass' }, 'act', 30],
    [{ mm: 60, traits: 'simple' }, 'none'],
    [{ mm: 20, hu: 10 }, 'none'],
    [{ mm: 20, hu: 80 }, 'none'],
    [{ mm: 8, kind: 'lesion' }, 'none'],
    [{ mm: 20, hu: 40, kind: 'lesion' }, 'act', 91],
    [{ mm: 20, traits: 'septated' }, 'act', 91],
  ],
  'adrenal-incidentaloma': [
    [{ mm: 8 }, 'none'],
    [{ mm: 30, traits: 'fat' }, 'none'],
    [{ mm: 20, hu: 30, with: 'known-cancer' }, 'act', 60],
    [{ mm: 20, hu: 5 }, 'act', 91],
    [{ mm: 20, traits: 'lipid-rich' }, 'act', 91],
    [{ mm: 45 }, 'act', 30],
    [{ mm: 20, hu: 25 }, 'act', 60],
    [{ mm: 20, traits: 'heterogeneous' }, 'act', 60],
    [{ mm: 25 }, 'act', 91],
    [{ mm: 15 }, 'act', 91],
  ],
  'pancreatic-cyst': [
    [{ mm: 12, traits: 'mural-nodule' }, 'act', 30],
    [{ mm: 12, change: 'larger' }, 'act', 91],
    [{ mm: 32 }, 'act', 91],
    [{ mm: 28 }, 'follow-up', 213],
    [{ mm: 22, age: 82 }, 'optional', 760],
    [{ mm: 22 }, 'follow-up', 213],
    [{ mm: 17 }, 'follow-up', 395],
    [{ mm: 10, age: 50 }, 'follow-up', 395],
    [{ mm: 10, age: 70 }, 'follow-up', 760],
    [{ mm: 10, age: 85 }, 'optional', 760],
  ],
  'gallbladder-polyp': [
    [{ mm: 11, age: 40 }, 'act', 60],
    [{ mm: 7, change: 'larger', age: 40 }, 'act', 60],
    [{ mm: 7, age: 65 }, 'act', 91],
    [{ mm: 7, age: 40, known: 'primary-sclerosing-cholangitis' }, 'act', 91],
    [{ mm: 7, age: 40 }, 'follow-up', 213],
    [{ mm: 5, age: 40, traits: 'sessile' }, 'follow-up', 213],
    [{ mm: 5, age: 40 }, 'none'],
  ],
  'liver-lesion': [
    [{ mm: 30, traits: 'haemangioma' }, 'none'],
    [{ mm: 30, traits: 'benign' }, 'none'],
    [{ mm: 30, kind: 'cyst' }, 'none'],
    [{ mm: 8 }, 'none'],
    [{ mm: 8, known: 'cirrhosis' }, 'follow-up', 183],
    [{ mm: 14, traits: 'low-attenuation' }, 'none'],
    [{ mm: 14 }, 'act', 60],
  ],
  'adnexal-cyst': [
    [{ mm: 40, traits: 'orads-5' }, 'act', 14],
    [{ mm: 40, traits: 'orads-4' }, 'act', 30],
    [{ mm: 40, traits: 'orads-3' }, 'act', 91],
    [{ mm: 20, traits: 'orads-1' }, 'none'],
    [{ mm: 40, traits: 'septated' }, 'act', 45],
    [{ mm: 40, traits: 'dermoid' }, 'follow-up', 395],
    [{ mm: 50, age: 30, traits: 'simple' }, 'none'],
    [{ mm: 60, age: 30, traits: 'simple' }, 'optional', 365],
    [{ mm: 75, age: 30, traits: 'simple' }, 'follow-up', 365],
    [{ mm: 30, age: 60, traits: 'simple' }, 'none'],
    [{ mm: 45, age: 60, traits: 'simple' }, 'optional', 365],
    [{ mm: 55, age: 60, traits: 'simple' }, 'follow-up', 365],
  ],
  'thyroid-nodule': [
    [{ mm: 30, traits: 'spongiform' }, 'none'],
    [{ mm: 12, traits: 'tr5' }, 'act', 60],
    [{ mm: 12, traits: 'solid very-hypoechoic taller-than-wide' }, 'act', 60],
    [{ mm: 7, traits: 'tr5' }, 'follow-up', 395],
    [{ mm: 4, traits: 'tr5' }, 'none'],
    [{ mm: 16, traits: 'solid hypoechoic' }, 'act', 60],
    [{ mm: 12, traits: 'tr4' }, 'follow-up', 395],
    [{ mm: 9, traits: 'tr4' }, 'none'],
    [{ mm: 26, traits: 'solid isoechoic' }, 'act', 91],
    [{ mm: 16, traits: 'tr3' }, 'follow-up', 395],
    [{ mm: 12, traits: 'tr3' }, 'none'],
    [{ mm: 9, traits: 'fdg-avid' }, 'act', 60],
    [{ mm: 9, traits: 'suspicious' }, 'act', 60],
    [{ mm: 11, age: 30 }, 'act', 91],
    [{ mm: 16 }, 'act', 91],
    [{ mm: 11 }, 'none'],
  ],
  'pituitary-incidentaloma': [
    [{ mm: 9, traits: 'chiasm' }, 'act', 30],
    [{ mm: 12 }, 'act', 60],
    [{ traits: 'macroadenoma' }, 'act', 60],
    [{ mm: 5 }, 'follow-up', 395],
    [{ traits: 'microadenoma' }, 'follow-up', 395],
  ],
};

describe.each(Object.keys(BRANCHES))('%s', (id) => {
  const branches = BRANCHES[id] ?? [];
  const of = table(id);

  it.each(branches.map(([given, what, withinDays]) => ({ given, what, withinDays })))(
    '$given: $what',
    ({ given, what, withinDays }) => {
      const decision = decide(of, lesionOf(of, given), bearerOf(given));
      expect([decision?.row.do, decision?.row.withinDays]).toEqual([what, withinDays]);
    },
  );

  it('every row is reached', () => {
    const reached = new Set(branches.map(([given]) => decide(of, lesionOf(of, given), bearerOf(given))?.row));
    expect(of.rows.filter((row) => !reached.has(row)).map(({ says }) => says)).toEqual([]);
  });
});

it('every table is tested', () => {
  expect(TABLES.map(({ id }) => id).sort()).toEqual(Object.keys(BRANCHES).sort());
});

describe('of whom a table does not speak', () => {
  const lung = table('lung-nodule');
  it.each<[string, Given]>([
    ['younger than 35', { mm: 9, age: 30 }],
    ['with a known cancer', { mm: 9, with: 'known-cancer' }],
    ['with immunosuppression', { mm: 9, with: 'immunosuppression' }],
  ])('%s', (_, given) => expect(decide(lung, lesionOf(lung, given), bearerOf(given))).toBeUndefined());

  it('another organ, another kind, a repaired aorta, a man with an adnexal cyst', () => {
    expect(decide(lung, { ...lesionOf(lung, { mm: 9 }), organ: 'liver' }, bearerOf({}))).toBeUndefined();
    expect(decide(lung, lesionOf(lung, { mm: 9, kind: 'cyst' }), bearerOf({}))).toBeUndefined();
    const aorta = table('abdominal-aortic-aneurysm');
    expect(decide(aorta, lesionOf(aorta, { mm: 60, traits: 'repaired' }), bearerOf({}))).toBeUndefined();
    const adnexa = table('adnexal-cyst');
    expect(decide(adnexa, lesionOf(adnexa, { mm: 60 }), bearerOf({ sex: 'male' }))).toBeUndefined();
  });

  it('without a size a row that needs one does not fit, nor one for an age without the age', () => {
    expect(decide(lung, lesionOf(lung, {}), bearerOf({}))).toBeUndefined();
    const cyst = table('pancreatic-cyst');
    expect(decide(cyst, lesionOf(cyst, { mm: 10 }), bearerOf({ age: Number.NaN }))).toBeUndefined();
  });
});

import { NUMBER, standsAt, type Tokens, tokenise, WORD } from './tokens.ts';

/** A name that texts use for an analyte; `caseSensitive` ones ("Ca", "K") count only as written. */
export interface MeasureName {
  readonly text: string;
  readonly caseSensitive: boolean;
}

/** Analyte id to the names that texts use for it, as in terms/. A plain string is case-sensitive when it has one or two letters. */
export type MeasureNames = ReadonlyMap<string, readonly (MeasureName | string)[]>;

interface Name {
  readonly words: readonly string[];
  /** The spelling asked for, when case matters. */
  readonly exact: string | undefined;
  readonly analyte: string;
}

export interface Measures {
  readonly byFirst: ReadonlyMap<string, readonly Name[]>;
  /** Blood pressure is among the names. */
  readonly pressures: boolean;
  /** Body height is among the names. */
  readonly heights: boolean;
}

/** Where an analyte, or a panel of them, is named: tokens [from, to). */
export interface Named {
  readonly from: number;
  readonly to: number;
  readonly analyte: string;
  readonly panel?: string;
}

/** Panels by the names that notes use, and the analytes that a statement about the panel can be about. */
export const PANELS: Readonly<Record<string, { readonly names: string; readonly analytes: readonly string[] }>> = {
  lft: {
    names:
      'lft|lfts|liver function tests|liver function|liver enzymes|liver tests|transaminases|liver bloods|liver panel',
    analytes: ['alt', 'ast', 'alp', 'bilirubin'],
  },
  cbc: {
    names: 'cbc|fbc|full blood count|complete blood count|blood count|blood counts|counts',
    analytes: ['hemoglobin', 'leukocytes', 'platelets'],
  },
  renal: {
    names:
      'u&e|u&es|u+e|u/e|ue|ues|bmp|cmp|renal function|kidney function|kidney fn|renal fn|lytes|electrolytes|chem7|renal profile',
    analytes: ['sodium', 'potassium', 'creatinine'],
  },
  lipids: { names: 'lipids|lipid panel|lipid profile', analytes: ['cholesterol', 'ldl', 'triglycerides'] },
  thyroid: {
    names: 'tft|tfts|thyroid function|thyroid function tests|thyroid bloods|thyroid fn',
    analytes: ['tsh', 'free-t4'],
  },
  iron: {
    names: 'iron studies|haematinics|hematinics',
    analytes: ['ferritin', 'transferrin-saturation', 'vitamin-b12', 'folate'],
  },
  urine: { names: 'urinalysis|ua|urine dip|urine dipstick|dipstick', analytes: ['urine-blood', 'urine-protein'] },
};

/** Names that case reports write out, besides those of terms/. */
const WRITTEN_OUT: Readonly<Record<string, string>> = {
  leukocytes: 'leukocyte count|white blood cell count|white cell count|white count|leucocyte count',
  erythrocytes: 'erythrocyte count|red blood cell count|red cell count',
  platelets: 'platelet count|thrombocyte count',
  'urea-nitrogen': 'urea nitrogen|blood urea nitrogen',
  esr: 'erythrocyte sedimentation rate|sedimentation rate',
  mcv: 'mean corpuscular volume',
  ck: 'creatine kinase',
  'respiratory-rate': 'respirations|respiration|respiration rate|breathing rate',
  'heart-rate': 'pulse rate',
  'body-weight': 'weighs|weighed|weighing',
  afp: 'fetoprotein',
  hcg: 'human chorionic gonadotropin|human chorionic gonadotrophin',
  ldh: 'lactate dehydrogenase',
};

/** Two letters that notes write in any case; other names so short must be written as given ("Ca" is calcium, "ca" cancer). */
const ANY_CASE = new Set(['hb', 'bp', 'wt', 'hr', 'rr', 'hg']);
/** Longer names that are also words, which count only in capitals unless a number follows. */
const ALSO_WORDS = new Set(['alt', 'ace', 'ama', 'ana', 'pap', 'iron', 'fit', 'ue', 'counts', 'ua', 'temp']);

const cache = new WeakMap<MeasureNames, Measures>();

export function measuresOf(names: MeasureNames): Measures {
  const known = cache.get(names);
  if (known) return known;
  const byFirst = new Map<string, Name[]>();
  const add = (analyte: string, text: string, caseSensitive: boolean): void => {
    const words = tokenise(text).low;
    const first = words[0];
    if (first === undefined) return;
    const exact = caseSensitive ? text : undefined;
    const group = byFirst.get(first) ?? [];
    if (!group.some((one) => one.words.join(' ') === words.join(' ') && one.exact === exact)) {
      group.push({ words, exact, analyte });
    }
    byFirst.set(first, group);
  };
  for (const [analyte, list] of names) {
    for (const name of list) {
      const text = typeof name === 'string' ? name : name.text;
      const short = text.length <= 2 && !ANY_CASE.has(text.toLowerCase());
      add(analyte, text, typeof name === 'string' ? short : name.caseSensitive);
      if (/^[A-Z][a-z]?$/.test(text)) add(analyte, `s${text}`, true);
      if (/antibody$/i.test(text)) add(analyte, text.replace(/y$/i, 'ies'), false);
    }
  }
  for (const [analyte, list] of Object.entries(WRITTEN_OUT)) {
    if (names.has(analyte)) for (const name of list.split('|')) add(analyte, name, false);
  }
  for (const [panel, { names: list }] of Object.entries(PANELS)) {
    for (const name of list.split('|')) add(`panel:${panel}`, name, false);
  }
  if (names.has('systolic-bp')) {
    for (const name of ['bp', 'blood pressure', 'blood pressures', 'bps']) add('systolic-bp', name, false);
  }
  for (const group of byFirst.values()) group.sort((a, b) => b.words.length - a.words.length);
  const measures = { byFirst, pressures: names.has('systolic-bp'), heights: names.has('body-height') };
  cache.set(names, measures);
  return measures;
}

/** The analytes named in the tokens [from, to), longest name first, none overlapping. */
export function namesIn(tokens: Tokens, measures: Measures, from: number, to: number): Named[] {
  const found: Named[] = [];
  for (let at = from; at < to; at++) {
    if (tokens.kind[at] !== WORD && tokens.kind[at] !== NUMBER) continue;
    const group = measures.byFirst.get(tokens.low[at] ?? '');
    if (!group) continue;
    for (const name of group) {
      const end = at + name.words.length;
      if (end > to || !standsAt(tokens, at, name.words)) continue;
      const raw = tokens.text.slice(tokens.start[at], tokens.end[end - 1]);
      if (name.exact !== undefined && raw !== name.exact) continue;
      const only = name.words.length === 1 ? (name.words[0] ?? '') : '';
      if (ALSO_WORDS.has(only) && raw !== raw.toUpperCase() && tokens.kind[end] !== NUMBER && only !== 'iron') continue;
      const isPanel = name.analyte.startsWith('panel:');
      found.push({
        from: at,
        to: end,
        analyte: isPanel ? '' : name.analyte,
        ...(isPanel ? { panel: name.analyte.slice(6) } : {}),
      });
      at = end - 1;
      break;
    }
  }
  return found;
}

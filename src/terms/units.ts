import type { Analyte, Conversion } from './analyte.ts';
import { normalUnit } from './unit-names.ts';

/** What a unit measures, and how many base units of that dimension it is. */
interface Scale {
  readonly dimension: string;
  readonly factor: number;
  readonly offset?: number;
}

const PREFIX: Readonly<Record<string, number>> = {
  k: 1e3,
  '': 1,
  d: 1e-1,
  c: 1e-2,
  m: 1e-3,
  u: 1e-6,
  n: 1e-9,
  p: 1e-12,
  f: 1e-15,
  a: 1e-18,
};
const VOLUME: Readonly<Record<string, number>> = { L: 1, dL: 0.1, cL: 0.01, mL: 1e-3, uL: 1e-6 };

const SCALES: ReadonlyMap<string, Scale> = new Map(scales());

function* scales(): Generator<[string, Scale]> {
  for (const [prefix, factor] of Object.entries(PREFIX)) {
    for (const [volume, litres] of Object.entries(VOLUME)) {
      yield [`${prefix}g/${volume}`, { dimension: 'mass/volume', factor: factor / litres }];
      yield [`${prefix}mol/${volume}`, { dimension: 'substance/volume', factor: factor / litres }];
      yield [`${prefix}eq/${volume}`, { dimension: 'charge/volume', factor: factor / litres }];
      yield [`${prefix}U/${volume}`, { dimension: 'activity/volume', factor: factor / litres }];
      yield [`${prefix}[IU]/${volume}`, { dimension: 'activity/volume', factor: factor / litres }];
      // 1 kat = 1 mol/s; 1 U = 1 umol/min
      yield [`${prefix}kat/${volume}`, { dimension: 'activity/volume', factor: (factor * 6e7) / litres }];
    }
    yield [`${prefix}g/(24.h)`, { dimension: 'mass/day', factor }];
    yield [`${prefix}mol/(24.h)`, { dimension: 'substance/day', factor }];
    yield [`${prefix}g`, { dimension: 'mass', factor }];
    yield [`${prefix}m`, { dimension: 'length', factor }];
    yield [`${prefix}L`, { dimension: 'volume', factor }];
    yield [`${prefix}mol`, { dimension: 'substance', factor }];
    yield [`${prefix}L/min`, { dimension: 'flow', factor }];
    yield [`${prefix}L/s`, { dimension: 'flow', factor: factor * 60 }];
    yield [`${prefix}g/g`, { dimension: 'mass/mass', factor }];
    yield [`${prefix}g/kg`, { dimension: 'mass/mass', factor: factor / 1e3 }];
    yield [`${prefix}g/mg`, { dimension: 'mass/mass', factor: factor * 1e3 }];
  }
  for (const [volume, litres] of Object.entries(VOLUME)) {
    yield [`/${volume}`, { dimension: 'number/volume', factor: 1 / litres }];
    for (const power of [3, 4, 6, 9, 12]) {
      yield [`10*${power}/${volume}`, { dimension: 'number/volume', factor: 10 ** power / litres }];
    }
  }
  yield ['%', { dimension: 'fraction', factor: 0.01 }];
  yield ['1', { dimension: 'fraction', factor: 1 }];
  yield ['L/L', { dimension: 'fraction', factor: 1 }];
  yield ['mol/mol', { dimension: 'fraction', factor: 1 }];
  yield ['Cel', { dimension: 'temperature', factor: 1 }];
  yield ['[degF]', { dimension: 'temperature', factor: 5 / 9, offset: -160 / 9 }];
  yield ['K', { dimension: 'temperature', factor: 1, offset: -273.15 }];
  yield ['[lb_av]', { dimension: 'mass', factor: 453.59237 }];
  yield ['[oz_av]', { dimension: 'mass', factor: 28.349523125 }];
  yield ['[stone_av]', { dimension: 'mass', factor: 6350.29318 }];
  yield ['[in_i]', { dimension: 'length', factor: 0.0254 }];
  yield ['[ft_i]', { dimension: 'length', factor: 0.3048 }];
  yield ['mm[Hg]', { dimension: 'pressure', factor: 1 }];
  yield ['kPa', { dimension: 'pressure', factor: 7.50062 }];
  yield ['mL/min/{1.73_m2}', { dimension: 'gfr', factor: 1 }];
  yield ['mL/s/{1.73_m2}', { dimension: 'gfr', factor: 60 }];
}

/** Spellings that mean the canonical unit only because of what is measured: dropped units, arbitrary units of one assay. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  'mL/min/{1.73_m2}': ['mL/min'],
  'mm/h': ['mm', ''],
  'mm[Hg]': [''],
  '/min': [''],
  '%': [''],
  '1': ['', '{score}'],
  '{score}': ['', '1', '{count}'],
  '{T-score}': ['', '1', '{score}', 'SD', '{SD}'],
  '/[HPF]': ['', '/[LPF]'],
  fL: ['', '10*-15.L'],
  pg: ['', 'pg/{cell}'],
  '10*3/uL': ['10*3'],
  'mosm/kg': ['mmol/kg', 'mosm/L'],
};

/** The conversion of `unit` to the analyte's canonical unit, or undefined when it does not measure the same. */
export function conversionOf(analyte: Analyte, unit: string): Conversion | undefined {
  const from = normalUnit(unit);
  const own = analyte.conversions.get(from);
  if (own) return own;
  if (from === analyte.unit || SAME[analyte.unit]?.includes(from)) return { factor: 1, offset: 0 };
  const to = SCALES.get(analyte.unit);
  const given = SCALES.get(from);
  if (!to || !given) return undefined;
  if (to.dimension === given.dimension) {
    return { factor: given.factor / to.factor, offset: ((given.offset ?? 0) - (to.offset ?? 0)) / to.factor };
  }
  // G/L (giga a litre) is how parts of Europe write 10*9/L: grams of cells are never reported.
  if (to.dimension === 'number/volume' && from === 'g/L') return { factor: 1e9 / to.factor, offset: 0 };
  const bridge = bridgeOf(analyte, given.dimension, to.dimension);
  return bridge === undefined ? undefined : { factor: (given.factor * bridge) / to.factor, offset: 0 };
}

/** Base units of dimension `to` in one base unit of dimension `from`, by molar mass and charge. */
function bridgeOf(analyte: Analyte, from: string, to: string): number | undefined {
  const { molarMass, valence } = analyte;
  const grams = (dimension: string): number | undefined => {
    if (dimension.startsWith('mass/')) return 1;
    if (dimension.startsWith('substance/')) return molarMass;
    if (dimension.startsWith('charge/')) return valence && molarMass ? molarMass / valence : undefined;
    return undefined;
  };
  if (from.split('/')[1] !== to.split('/')[1]) return undefined;
  if (valence && from.startsWith('charge/') && to.startsWith('substance/')) return 1 / valence;
  const given = grams(from);
  const wanted = grams(to);
  return given === undefined || wanted === undefined ? undefined : given / wanted;
}

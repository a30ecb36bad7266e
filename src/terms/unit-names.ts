/** Whole units that no rule of tokens reaches, by lower-cased spelling. */
const WHOLE = spellings({
  '1': '1|ratio|{ratio}|{inr}|inr|(inr)|unitless|{sg}|{nominal}|[ph]|ph|ph units|{ph}|{s_co_ratio}|{index}|index|fraction',
  Cel: '°c|degc|c|celsius|deg c|cel|[degc]|degrees c',
  '[degF]': '°f|degf|f|fahrenheit|deg f|[degf]',
  '[lb_av]': 'lb|lbs|pound|pounds|[lb_av]|[lb_us]',
  '[in_i]': 'in|inch|inches|[in_i]|[in_us]|"',
  '[ft_i]': 'ft|feet|[ft_i]',
  '[oz_av]': 'oz|[oz_av]',
  '[stone_av]': 'st|stone|[stone_av]',
  kg: 'kgs|kilogram|kilograms',
  cm: 'cms|centimeter|centimeters',
  m: 'm|meter|meters|metres',
  g: 'gram|grams',
  'mm[Hg]': 'mmhg|mm hg|mm[hg]|mm(hg)|torr',
  kPa: 'kpa',
  '/min':
    'bpm|beats/min|beats/minute|{beats}/min|per minute|/min|breaths/min|breaths/minute|{breaths}/min|insp/min|1/min|/minute|{beats}/minute|rpm|resp/min|min-1',
  '%': 'percent|% of total|%{total}|%{of total}|pct|%|%{vol}',
  '{titer}': '{titer}|titer|titre',
  '{score}': '{score}|score|(score)|points|/10|{#}',
  '{T-score}': '{t-score}|t-score|t score|{tscore}',
  s: 'sec|secs|second|seconds|s|sec.',
  'kg/m2': 'kg/m2|kg/m^2|kg/m²|kg/sqm|kg/m*2|kg/(m^2)',
  'mL/min/{1.73_m2}': 'ml/min/{1.73_m2}|ml/min/1.73',
  'mL/min': 'ml/min',
  '/[HPF]': '/hpf|/[hpf]|per hpf|#/hpf|cells/hpf|/high power field',
  '/[LPF]': '/lpf',
  'mm/h': 'mm/hr|mm/1h|mm/h|mm/hour|mm 1h|mm/1hr|mm/1 h',
  mm: 'mm',
  // Counts without their slash: "11,800 mm3".
  '/uL': 'mm3|cumm|cmm',
  '{CU}': 'cu|{cu}',
  '{units}': 'units',
  '10*12/L': 't/l',
});

/** One side of a slash, by lower-cased spelling. */
const TOKEN = spellings({
  L: 'l|liter|litre',
  dL: 'dl',
  cL: 'cl',
  mL: 'ml|cc',
  uL: 'ul|mcl|mm3|mm^3|mm³|cumm|cmm|mm*3|cu mm',
  fL: 'fl',
  kg: 'kg',
  g: 'g|gm|gms|gram|grams',
  mg: 'mg|mgs',
  ug: 'ug|mcg',
  ng: 'ng',
  pg: 'pg',
  mol: 'mol',
  mmol: 'mmol|mmole|mmoles',
  umol: 'umol|mcmol',
  nmol: 'nmol',
  pmol: 'pmol',
  fmol: 'fmol',
  amol: 'amol',
  meq: 'meq',
  eq: 'eq',
  U: "u|unit|units|[arb'u]|au|eu|ru|eliu|eliau|gpl|mpl|[gpl'u]|[mpl'u]|smu|apl",
  mU: 'mu',
  uU: 'uu|mcu',
  kU: 'ku',
  '[IU]': 'iu|[iu]',
  'm[IU]': 'miu|m[iu]',
  'u[IU]': 'uiu|u[iu]|mciu',
  'k[IU]': 'kiu|k[iu]',
  ukat: 'ukat',
  nkat: 'nkat',
  kat: 'kat',
  mkat: 'mkat',
  min: 'min',
  h: 'h|hr|hour',
  s: 's|sec',
  '(24.h)': 'd|day|24h|24 h|24hr|24 hr|24hrs|24 hours|24 hour|(24.h)|24.h|(24 h)|(24h)|tv',
  mosm: 'mosm|mosmol',
  osm: 'osm',
  '': 'cells|cell|#|{cells}|copies|{copies}|{rbc}',
  '10*3': 'k|thousand|thousands|thou',
  '10*6': 'm|million|mil|millions',
  '10*9': 'bil|billion',
});

/** Spelling to unit, of a table from unit to its spellings. */
function spellings(table: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(table).flatMap(([unit, list]) => list.split('|').map((spelling) => [spelling, unit])));
}

const known = new Map<string, string>();

/**
 * The UCUM code of a unit however a laboratory spells it: `K/uL` and `x10^3/µL` are `10*3/uL`, `IU/L` is `[IU]/L`,
 * `mcg/dL` is `ug/dL`, `beats/minute` is `/min`. A unit that it does not know comes back trimmed, as it was given.
 */
export function normalUnit(unit: string): string {
  const trimmed = unit.trim();
  let normal = known.get(trimmed);
  if (normal === undefined) {
    normal = spell(trimmed);
    if (known.size < 2000) known.set(trimmed, normal);
  }
  return normal;
}

function spell(unit: string): string {
  const lower = unit
    .normalize('NFKC')
    .replace(/[\u00b5\u03bc]/g, 'u')
    .replace(/[×⁎]/g, 'x')
    .replace(/\u2215|\u2044/g, '/')
    .toLowerCase()
    .replace(/\s*\/\s*/g, '/')
    .replace(/\s+per\s+/g, '/');
  const whole = WHOLE.get(lower);
  if (whole !== undefined) return whole;
  if (/^ml\/min\/\(?\{?1[.,]73/.test(lower)) return 'mL/min/{1.73_m2}';
  if (/^mosm?(ol)?\/kg/.test(lower)) return 'mosm/kg';
  if (/ddu/.test(lower)) return `${spell(lower.replace(/[\s{(]*ddu[})]*/, ''))}{DDU}`;
  const bare = lower
    .replace(/[\s{(]*feu[})]*/, '')
    .replace(/\/(g|mmol|mg)[\s{(]*(cr|cre|crea|creat|creatinine|feces|faeces|stool)[})]?$/, '/$1')
    .replace(/(\s+|\s*[{(])\s*(creat(inine)?|crea|cr|hb|hgb|fe|h2o|n|urea|bce|rbc|wbc)\s*[})]?$/, '')
    .replace(/\{[^}]*\}$/, '')
    .replace(/\(?24\.?\s*h(ou)?(r?)s?\)?$/, '(24.h)')
    .trim();
  const [numerator, ...rest] = bare.split('/');
  const tokens = [numeratorOf(numerator ?? ''), ...rest.map((part) => TOKEN.get(part.trim()))];
  if (tokens.some((token) => token === undefined)) return unit;
  return tokens.join('/');
}

/** `x10^3`, `10e3`, `10*3`, `thousand`, `k`, `mg`: the part before the slash. */
function numeratorOf(text: string): string | undefined {
  const power = /^(?:x\s*)?10\s*(?:\*{1,2}|\^|e|\()?\s*(\d{1,2})\)?\s*(?:cells|\{cells\})?$/.exec(text.trim());
  if (power) return `10*${power[1]}`;
  const e = /^(?:x\s*)?1?e(\d{1,2})$/.exec(text.trim());
  if (e) return `10*${Number(e[1])}`;
  if (text === '') return '';
  return TOKEN.get(text.trim());
}

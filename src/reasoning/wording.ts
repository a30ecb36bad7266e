import { ANALYTES, type AnalyteId } from '../terms/index.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Mar 2016` from a FHIR date or dateTime; the year alone where there is no month. */
export function monthOf(time: string | undefined): string {
  if (time === undefined) return 'undated';
  const [year = '', month] = time.slice(0, 7).split('-');
  return month ? `${MONTHS[Number(month) - 1] ?? ''} ${year}` : year;
}

/** `12 Mar 2016`. */
export function dayOf(time: string | undefined): string {
  if (time === undefined || time.length < 10) return monthOf(time);
  return `${Number(time.slice(8, 10))} ${monthOf(time)}`;
}

/** Names up to this many characters are read as fast as their abbreviation. */
const LONG = 16;

/** Where the length misleads: abbreviations that everybody says, and those of a narrow table that say too little in a sentence. */
const SAID: Readonly<Record<AnalyteId, string>> = {
  'corrected-calcium': 'Corrected calcium',
  'direct-bilirubin': 'Direct bilirubin',
  hba1c: 'HbA1c',
  mcv: 'MCV',
  'urine-acr': 'Urine ACR',
  'urine-pcr': 'Urine PCR',
};

/** What clinicians call an analyte: `eGFR`, `ESR`, but `Ferritin` and `Body weight`. */
export function analyteName(id: AnalyteId): string {
  const known = ANALYTES.get(id);
  if (known === undefined) return id;
  if (SAID[id]) return SAID[id];
  return known.name.length <= LONG || known.kind !== 'lab' ? known.name : known.short;
}

const NAMES: readonly (readonly [long: string, short: string])[] = [...ANALYTES.values()]
  .map(({ id, name }): [string, string] => [name, analyteName(id)])
  .filter(([long, short]) => long !== short)
  .sort(([a], [b]) => b.length - a.length);

/** A result with the short name of its analyte: `Erythrocyte sedimentation rate 45 mm/h` → `ESR 45 mm/h`; other words stay. */
export function shortResult(text: string): string {
  const found = NAMES.find(([long]) => text.startsWith(`${long} `));
  return found ? found[1] + text.slice(found[0].length) : text;
}

/** Names of people, places, organisms and proteins with which a name may begin: they keep their capital. */
const PROPER =
  /^(Addison|Alzheimer|Babinski|Barrett|Behçet|Crohn|Cushing|Dupuytren|Gilbert|Graves|Hashimoto|Heberden|Helicobacter|Hepatitis [A-E]\b|Hodgkin|Howell|Kayser|Klinefelter|Lewy|Lyme|Paget|Parkinson\b|Raynaud|Sjögren|Still\b|Takayasu|Whipple|Wilson)/;

/** A name inside a sentence: `Low ferritin` → `low ferritin`; `TSH high`, `IgA low` and `Addison disease` stay. */
export function lowerFirst(name: string): string {
  const isWord = /^[A-Z][a-zéöü]+(?![A-Za-z])/.test(name);
  return isWord && !PROPER.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** A condition's name inside a sentence. */
export function inSentence(name: string): string {
  return lowerFirst(name);
}

/** `a, b and c`. */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** A remark in brackets after a name: `Venesection` and `Weekly at first.` → `Venesection (weekly at first)`. */
export function withRemark(name: string, remark: string | undefined): string {
  return remark ? `${name} (${lowerFirst(remark.trim().replace(/\.$/, ''))})` : name;
}

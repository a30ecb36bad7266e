/** terms: codes, units, analytes with reference ranges and biological variation. Nothing about a patient. */
export type { Analyte, AnalyteId, AnalyteRange, AnalyteSex, TextName, Variation } from './analyte.ts';
export { ANALYTES } from './catalogue.ts';
export { type Coding, SYSTEM } from './coding.ts';
export { gradeOfConcentration } from './dipstick.ts';
export { analyteOf } from './lookup.ts';
export { gradeOf, ORDINALS, type Ordinal, ordinalOf, titreOf } from './ordinal.ts';
export {
  type CanonicalQuantity,
  fromCanonical,
  isPlausible,
  referenceRange,
  toCanonical,
  type WhoIsMeasured,
} from './quantities.ts';
export { logSpread, referenceChangeValue } from './reference-change.ts';
export { TERM_SOURCES, type TermSource } from './sources.ts';
export { normalUnit } from './unit-names.ts';

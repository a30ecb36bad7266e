/** terms: codes, units, analytes with reference ranges and biological variation. Nothing about a patient. */
export type { AnalyteId } from './analyte.ts';
export { type Convention, conventionOf, hasTwoUnits, type Told, unitOfBareNumber } from './bare-numbers.ts';
export { ANALYTES } from './catalogue.ts';
export { type Coding, SYSTEM } from './coding.ts';
export { gradeOfConcentration } from './dipstick.ts';
export { analyteOf } from './lookup.ts';
export { ordinalOf, titreOf } from './ordinal.ts';
export {
  fromCanonical,
  isPlausible,
  referenceRange,
  toCanonical,
} from './quantities.ts';
export { logSpread, referenceChangeValue } from './reference-change.ts';
export { TERM_SOURCES } from './sources.ts';
export { normalUnit } from './unit-names.ts';

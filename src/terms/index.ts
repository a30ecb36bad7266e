/** terms: codes, units, analytes with reference ranges and biological variation. Nothing about a patient. */
export { type Coding, SYSTEM } from './coding.ts';
export type AnalyteId = string;

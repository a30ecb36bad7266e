import type { Analyte, AnalyteId } from './analyte.ts';
import { BLOOD_COUNT } from './analytes/blood-count.ts';

const ALL: readonly Analyte[] = [...BLOOD_COUNT];

/** Every analyte that Prodrome knows, by id. */
export const ANALYTES: ReadonlyMap<AnalyteId, Analyte> = new Map(ALL.map((analyte) => [analyte.id, analyte]));

import type { Analyte, AnalyteId } from './analyte.ts';
import { BLOOD_COUNT } from './analytes/blood-count.ts';
import { BODY_FLUIDS } from './analytes/body-fluids.ts';
import { ELECTROLYTES } from './analytes/electrolytes.ts';
import { HEART } from './analytes/heart.ts';
import { HORMONES } from './analytes/hormones.ts';
import { IMMUNOGLOBULINS } from './analytes/immunoglobulins.ts';
import { INFECTION, WORDS } from './analytes/infection.ts';
import { INFLAMMATION } from './analytes/inflammation.ts';
import { IRON_VITAMINS } from './analytes/iron-vitamins.ts';
import { KIDNEY } from './analytes/kidney.ts';
import { LIVER } from './analytes/liver.ts';
import { GUT_LIVER } from './analytes/liver-gut-immunity.ts';
import { PITUITARY } from './analytes/pituitary.ts';
import { RHEUMATOLOGY } from './analytes/rheumatology.ts';
import { CALCULATED, SCORES } from './analytes/scores.ts';
import { DRUG_LEVELS, TUMOUR } from './analytes/tumour-drug.ts';
import { URINE } from './analytes/urine.ts';
import { VITALS } from './analytes/vitals.ts';

const ALL: readonly Analyte[] = [
  BLOOD_COUNT,
  IRON_VITAMINS,
  INFLAMMATION,
  ELECTROLYTES,
  KIDNEY,
  LIVER,
  HEART,
  HORMONES,
  PITUITARY,
  URINE,
  RHEUMATOLOGY,
  IMMUNOGLOBULINS,
  GUT_LIVER,
  INFECTION,
  WORDS,
  TUMOUR,
  BODY_FLUIDS,
  DRUG_LEVELS,
  VITALS,
  SCORES,
  CALCULATED,
].flat();

/** Every analyte that Prodrome knows, by id. */
export const ANALYTES: ReadonlyMap<AnalyteId, Analyte> = new Map(ALL.map((analyte) => [analyte.id, analyte]));

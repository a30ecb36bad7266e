/** Persons of the NAFLD cohort as the network reads them. */
import type { Life, SummarySpec } from '../../../src/model/index.ts';
import { YEAR } from '../../../src/model/index.ts';
import { type CohortPerson, DIAGNOSES, MEASURES } from './cohort.ts';
import { firstDays, OUTCOMES } from './tasks.ts';

/** Code 0 is padding and 1 the query; then one code a measure and one a diagnosis. */
const FIRST_CODE = 2;
export const VOCABULARY = FIRST_CODE + MEASURES.length + DIAGNOSES.length;

/** Mean and deviation of each measure after its transformation, roughly those of the cohort: fixed, so nothing is fitted. */
const SCALE: Readonly<Record<(typeof MEASURES)[number], { mean: number; deviation: number; log?: boolean }>> = {
  hdl: { mean: 52, deviation: 16 },
  sbp: { mean: 126, deviation: 17 },
  fib4: { mean: Math.log(3.2), deviation: 0.4, log: true },
  smoke: { mean: 0.4, deviation: 0.5 },
};

export const SUMMARY: SummarySpec = {
  measures: MEASURES.map((_, k) => k + 1),
  codes: DIAGNOSES.map((_, k) => [FIRST_CODE + MEASURES.length + k]),
};

/** A life on the cohort's clock: day 0 is the index date. Outcomes are unknown (never at risk) where follow-up is. */
export function lifeOf(person: CohortPerson): Life {
  const { events } = person;
  const followed = !Number.isNaN(person.futime);
  return {
    id: person.id,
    birth: -person.age * YEAR,
    male: person.male,
    days: Int32Array.from(events, (event) => event.day),
    codes: Int32Array.from(events, (event) => FIRST_CODE + event.type),
    measures: Int32Array.from(events, (event) => (event.type < MEASURES.length ? event.type + 1 : 0)),
    values: Float32Array.from(events, (event) => zOf(event.type, event.value)),
    first: followed ? Float64Array.from(firstDays(person)) : new Float64Array(OUTCOMES.length).fill(Number.NaN),
    // Death has no exposure before day 0: whoever is in the cohort was alive then.
    from: Float64Array.from(OUTCOMES, (_, k) => (k === 0 ? 0 : Number.NEGATIVE_INFINITY)),
    until: new Float64Array(OUTCOMES.length).fill(followed ? person.futime : Number.NaN),
  };
}

function zOf(type: number, value: number): number {
  const name = MEASURES[type];
  if (name === undefined) return 0;
  const { mean, deviation, log } = SCALE[name];
  return ((log ? Math.log(value) : value) - mean) / deviation;
}

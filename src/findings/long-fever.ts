import type { Claim } from './claims.ts';
import type { Result, ResultsOf } from './measured.ts';

const DAY = 86_400_000;
/** Degrees Celsius by which a temperature counts: alone, and beside weight loss or a raised CRP or ESR. */
const RAISED = 37.8;
const RAISED_WITH_SIGNS = 37.5;
const TIMES = 3;
const LEAST_DAYS = 21;
/** Illnesses of different seasons are not one fever. */
const MOST_DAYS = 180;

/**
 * Prolonged fever: raised on three days or more over three weeks or more. Three weeks are those of fever of unknown origin
 * (Petersdorf and Beeson, Medicine 1961, who asked for 38.3; recalled); the lower limits are estimates, for temperatures taken in a
 * clinic by day. `hasLostWeight`: the record tells of weight loss.
 */
export function prolongedFever(results: ResultsOf, hasLostWeight: boolean): Claim[] {
  const temperatures = (results.get('body-temperature') ?? []).filter(({ at }) => !Number.isNaN(at));
  const inflamed = [...(results.get('crp') ?? []), ...(results.get('esr') ?? [])].filter(({ flag }) => flag === 'high');
  const hasSigns = ({ at }: Result) =>
    hasLostWeight || inflamed.some((one) => Math.abs(one.at - at) <= MOST_DAYS * DAY);
  const raised = temperatures.filter(
    (result) => (result.value ?? 0) >= RAISED || ((result.value ?? 0) >= RAISED_WITH_SIGNS && hasSigns(result)),
  );
  const kept = new Set<Result>();
  for (const first of raised) {
    const within = raised.filter(({ at }) => at >= first.at && at - first.at <= MOST_DAYS * DAY);
    const days = new Set(within.map(({ at }) => Math.floor(at / DAY)));
    const last = within.at(-1);
    if (days.size < TIMES || !last || last.at - first.at < LEAST_DAYS * DAY) continue;
    for (const one of within) kept.add(one);
  }
  return [...kept].map(
    ({ evidence, certainty }): Claim => ({
      says: 'present',
      certainty: certainty * 0.9,
      kind: 'pattern',
      strength: 1,
      evidence,
    }),
  );
}

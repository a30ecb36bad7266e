/** Days in a year, wherever rates are per year. */
export const YEAR = 365.25;

/** Periods of the age encoding, in years: from a decade's drift to a childhood year. */
const AGE_PERIODS = [200, 100, 50, 25, 12.5, 6.25];
/** Scales on which a gap is seen, in days: an hour's, a day's, a week's, … ten years'. */
const GAP_SCALES = [0.05, 1, 7, 30, 90, YEAR, 3 * YEAR, 10 * YEAR];

/** Features of time at each event. */
export const TIME_FEATURES = 2 + 2 * AGE_PERIODS.length + 1 + GAP_SCALES.length;

/**
 * Writes the features of an age and a gap (both in days) at `at`: age in half-centuries and its square, sine and cosine
 * of age (as Delphi: Shmatko et al. 2025), the gap's logarithm, and exp(−gap/scale), which is near 1 on scales much longer.
 */
export function writeTimeFeatures(into: Float32Array, at: number, age: number, gap: number): void {
  const years = age / YEAR;
  let i = at;
  into[i++] = years / 50 - 1;
  into[i++] = (years / 50 - 1) ** 2;
  for (const period of AGE_PERIODS) {
    const angle = (2 * Math.PI * years) / period;
    into[i++] = Math.sin(angle);
    into[i++] = Math.cos(angle);
  }
  into[i++] = Math.log1p(Math.max(0, gap)) / 8;
  for (const scale of GAP_SCALES) into[i++] = Math.exp(-Math.max(0, gap) / scale);
}

/** The baseline that age and sex give: logistic regression on a spline of age by sex, for each task and horizon. */
import { type Life, YEAR } from '../../../src/model/index.ts';
import { predictor, quadraticMinimum } from '../cox.ts';
import { type LabelRow, TASKS } from './tasks.ts';

/** Knots of the spline, in years; it is linear beyond the outer ones (Stone and Koo 1985). */
const KNOTS = [20, 35, 50, 65, 80] as const;
const RIDGE = 1e-5;
const STEPS = 15;

function featuresOf({ male, birth }: Life, day: number): number[] {
  const age = (day - birth) / YEAR;
  const cube = (x: number) => Math.max(0, x / 30) ** 3;
  const [before, last] = [KNOTS[3], KNOTS[4]];
  const curved = KNOTS.slice(0, 3).map((knot) => {
    const share = (last - knot) / (last - before);
    return cube(age - knot) - cube(age - before) * share + cube(age - last) * (share - 1);
  });
  const spline = [(age - 50) / 20, ...curved];
  return [1, male, ...spline, ...spline.map((value) => value * male)];
}

/** Risks of `rows` by a model fitted on `train`; NaN for persons whose life is not given. */
export function ageSexRisks(
  train: readonly LabelRow[],
  rows: readonly LabelRow[],
  lives: ReadonlyMap<number, Life>,
): Float64Array {
  const risks = new Float64Array(rows.length).fill(Number.NaN);
  const matrix = (of: readonly LabelRow[]) => {
    const features = of.map(({ subject, day }) => featuresOf(lives.get(subject) as Life, day));
    return { features: Float64Array.from(features.flat()), width: features[0]?.length ?? 1 };
  };
  for (const years of [1, 5])
    for (let task = 0; task < TASKS.length; task++) {
      const isMine = (row: LabelRow) => row.task === task && row.years === years && lives.has(row.subject);
      const fitted = train.filter(isMine);
      const asked = rows.flatMap((row, k) => (isMine(row) ? [{ row, k }] : []));
      if (fitted.length === 0 || asked.length === 0) continue;
      const beta = logistic(
        matrix(fitted),
        fitted.map(({ outcome }) => outcome),
      );
      const eta = predictor(matrix(asked.map(({ row }) => row)), beta);
      for (const [i, { k }] of asked.entries()) risks[k] = 1 / (1 + Math.exp(-(eta[i] as number)));
    }
  return risks;
}

/** Logistic regression by Newton's method, drawn a little towards 0. */
function logistic(data: { features: Float64Array; width: number }, outcomes: readonly number[]): Float64Array {
  const { features, width } = data;
  const n = outcomes.length;
  let beta = new Float64Array(width);
  for (let step = 0; step < STEPS; step++) {
    const eta = predictor(data, beta);
    const [gradient, hessian] = [new Float64Array(width), new Float64Array(width * width)];
    for (let i = 0; i < n; i++) {
      const p = 1 / (1 + Math.exp(-(eta[i] as number)));
      for (let a = 0; a < width; a++) {
        const x = features[i * width + a] as number;
        gradient[a] = (gradient[a] as number) + ((p - (outcomes[i] as number)) * x) / n;
        for (let b = 0; b < width; b++) {
          const at = a * width + b;
          hessian[at] = (hessian[at] as number) + (p * (1 - p) * x * (features[i * width + b] as number)) / n;
        }
      }
    }
    beta = Float64Array.from(quadraticMinimum(gradient, hessian, beta, RIDGE, 0));
  }
  return beta;
}

/**
 * Cox proportional hazards with an elastic-net penalty (Cox 1972; Simon et al. 2011), Breslow's ties: the baseline that a
 * model has to beat. Proximal Newton: the quadratic approximation of the partial likelihood is minimised by coordinate
 * descent with soft thresholds, with step halving.
 */
export interface CoxData {
  /** [n × p] features, row by row; standardise them first where there is a penalty. */
  readonly features: Float64Array;
  readonly width: number;
  readonly time: ArrayLike<number>;
  readonly event: ArrayLike<number>;
}

export interface Penalty {
  /** Strength, per person; 0 is the plain Cox model. */
  readonly lambda: number;
  /** 0 ridge to 1 lasso. */
  readonly alpha: number;
}

/** Coefficients of the log-hazard. `start` warms a path of penalties. */
export function fitCox(data: CoxData, { lambda, alpha }: Penalty, start?: Float64Array): Float64Array {
  const { width } = data;
  const beta = start ? Float64Array.from(start) : new Float64Array(width);
  const order = Int32Array.from({ length: data.time.length }, (_, i) => i).sort(
    (a, b) => (data.time[b] as number) - (data.time[a] as number),
  );
  const objective = (b: Float64Array) => {
    let penalty = 0;
    for (const value of b) penalty += lambda * (((1 - alpha) / 2) * value * value + alpha * Math.abs(value));
    return lossOf(data, order, b) + penalty;
  };
  let value = objective(beta);
  for (let step = 0; step < 40; step++) {
    const { gradient, hessian } = derivatives(data, order, beta);
    const target = quadraticMinimum(gradient, hessian, beta, lambda, alpha);
    let size = 1;
    const tryAt = () => beta.map((b, k) => b + size * ((target[k] as number) - b));
    let next = tryAt();
    let nextValue = objective(next);
    while (!(nextValue <= value) && size > 1e-5) {
      size /= 2;
      next = tryAt();
      nextValue = objective(next);
    }
    const gain = value - nextValue;
    if (gain > 0) beta.set(next);
    value = Math.min(value, nextValue);
    if (gain < 1e-10 * (1 + Math.abs(value))) break;
  }
  return beta;
}

/** Linear predictor of each row. */
export function predictor({ features, width }: Pick<CoxData, 'features' | 'width'>, beta: Float64Array): Float64Array {
  const out = new Float64Array(features.length / width);
  for (let i = 0; i < out.length; i++) {
    let sum = 0;
    for (let k = 0; k < width; k++) sum += (features[i * width + k] as number) * (beta[k] as number);
    out[i] = sum;
  }
  return out;
}

/** Negative log partial likelihood per person. */
function lossOf(data: CoxData, order: Int32Array, beta: Float64Array): number {
  const eta = predictor(data, beta);
  let [loss, atRisk] = [0, 0];
  forGroups(data, order, (group) => {
    for (const i of group) atRisk += Math.exp(eta[i] as number);
    for (const i of group) if (data.event[i]) loss += Math.log(atRisk) - (eta[i] as number);
  });
  return loss / eta.length;
}

function derivatives(data: CoxData, order: Int32Array, beta: Float64Array) {
  const { features, width, event } = data;
  const eta = predictor(data, beta);
  const n = eta.length;
  const gradient = new Float64Array(width);
  const hessian = new Float64Array(width * width);
  const [sum, mean] = [new Float64Array(width), new Float64Array(width)];
  let atRisk = 0;
  const hazards: { group: Int32Array; step: number }[] = [];
  forGroups(data, order, (group) => {
    let events = 0;
    for (const i of group) {
      const weight = Math.exp(eta[i] as number);
      atRisk += weight;
      for (let k = 0; k < width; k++) sum[k] = (sum[k] as number) + weight * (features[i * width + k] as number);
      if (event[i]) events++;
    }
    hazards.push({ group, step: events / atRisk });
    if (events === 0) return;
    for (let k = 0; k < width; k++) mean[k] = (sum[k] as number) / atRisk;
    addOuter(hessian, mean, -events / n);
    for (let k = 0; k < width; k++) gradient[k] = (gradient[k] as number) + (events * (mean[k] as number)) / n;
    for (const i of group)
      if (event[i])
        for (let k = 0; k < width; k++) gradient[k] = (gradient[k] as number) - (features[i * width + k] as number) / n;
  });
  // The hazard a person has lived through: steps of all times up to the person's own, so from the last group back.
  let cumulative = 0;
  for (const { group, step } of hazards.reverse()) {
    cumulative += step;
    for (const i of group)
      addOuter(hessian, features.subarray(i * width, (i + 1) * width), (cumulative * Math.exp(eta[i] as number)) / n);
  }
  for (let a = 0; a < width; a++) for (let b = 0; b < a; b++) hessian[b * width + a] = hessian[a * width + b] as number;
  return { gradient, hessian };
}

/** Adds weight · v vᵀ to the lower triangle. */
function addOuter(into: Float64Array, v: Float64Array, weight: number): void {
  const p = v.length;
  for (let a = 0; a < p; a++) {
    const scaled = weight * (v[a] as number);
    if (scaled === 0) continue;
    for (let b = 0; b <= a; b++) into[a * p + b] = (into[a * p + b] as number) + scaled * (v[b] as number);
  }
}

export function quadraticMinimum(
  gradient: Float64Array,
  hessian: Float64Array,
  beta: Float64Array,
  lambda: number,
  alpha: number,
): Float64Array {
  const p = beta.length;
  const target = Float64Array.from(beta);
  // Gradient of the quadratic at `target`, kept up to date coordinate by coordinate.
  const slope = Float64Array.from(gradient);
  for (let sweep = 0; sweep < 500; sweep++) {
    let largest = 0;
    for (let k = 0; k < p; k++) {
      const curvature = (hessian[k * p + k] as number) + 1e-9;
      const old = target[k] as number;
      const free = curvature * old - (slope[k] as number);
      const shrunk = Math.sign(free) * Math.max(0, Math.abs(free) - lambda * alpha);
      const value = shrunk / (curvature + lambda * (1 - alpha));
      const change = value - old;
      if (change === 0) continue;
      target[k] = value;
      for (let j = 0; j < p; j++) slope[j] = (slope[j] as number) + change * (hessian[k * p + j] as number);
      largest = Math.max(largest, Math.abs(change) * Math.sqrt(curvature));
    }
    if (largest < 1e-9) break;
  }
  return target;
}

/** Calls back with each set of equal times, latest first. */
function forGroups({ time }: CoxData, order: Int32Array, visit: (group: Int32Array) => void): void {
  for (let start = 0; start < order.length; ) {
    const now = time[order[start] as number];
    let end = start + 1;
    while (end < order.length && time[order[end] as number] === now) end++;
    visit(order.subarray(start, end));
    start = end;
  }
}

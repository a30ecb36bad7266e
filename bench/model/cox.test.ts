import { expect, it } from 'vitest';
import { fitCox } from './cox.ts';

it('the worked example of Breslow ties: one binary feature', () => {
  // Times 1..5, events at 1, 2, 4; x = 1,0,1,0,0. Score: 1 - 2u/(2u+3) - u/(u+3) - u/(u+2)... solved by bisection.
  const x = [1, 0, 1, 0, 0];
  const [time, event] = [
    [1, 2, 3, 4, 5],
    [1, 1, 0, 1, 0],
  ];
  const beta =
    fitCox({ features: Float64Array.from(x), width: 1, time, event }, { lambda: 0, alpha: 0 })[0] ?? Number.NaN;
  const score = (b: number) => {
    const u = Math.exp(b);
    return 1 - (2 * u) / (2 * u + 3) - u / (u + 3);
  };
  let [low, high] = [-5, 5];
  for (let k = 0; k < 80; k++) {
    const middle = (low + high) / 2;
    if (score(middle) > 0) low = middle;
    else high = middle;
  }
  expect(beta).toBeCloseTo(low, 6);
});

it('a strong lasso keeps nothing', () => {
  const data = { features: Float64Array.from([1, 2, 3, 4]), width: 1, time: [1, 2, 3, 4], event: [1, 1, 1, 0] };
  expect([...fitCox(data, { lambda: 100, alpha: 1 })]).toEqual([0]);
});

import { describe, expect, it } from 'vitest';
import type { TrendPoint } from './review.ts';
import { isOutside, sparkline } from './sparkline.ts';

const point = (value: number, high = 10): TrendPoint => ({
  time: '2016-01-01',
  value,
  high,
  source: { resourceType: 'Observation', id: '1' },
});

describe('sparkline', () => {
  it('draws the least as the lowest bar and the greatest as the highest', () => {
    expect(
      sparkline(
        [1, 5, 9].map((value) => point(value)),
        10,
      ).map(({ sign }) => sign),
    ).toEqual(['▁', '▅', '█']);
  });

  it('draws means of neighbours when there are more values than columns', () => {
    const bars = sparkline(
      Array.from({ length: 40 }, (_, index) => point(index)),
      20,
    );
    expect(bars).toHaveLength(20);
    expect(bars.filter((bar) => bar.isOutside)).toHaveLength(15);
  });

  it('draws a series that does not move, and none', () => {
    expect(sparkline([point(3), point(3)], 10).map(({ sign }) => sign)).toEqual(['▁', '▁']);
    expect(sparkline([], 10)).toEqual([]);
  });

  it('takes a value on the limit as inside', () => {
    expect([point(10), point(10.1)].map(isOutside)).toEqual([false, true]);
  });
});

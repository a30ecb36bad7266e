import { askingFigures } from './differential/asking.ts';
import { hpoOf, NEEDS, publishedCases } from './differential/cases.ts';
import { conditionsFigures, mergedFigures } from './differential/conditions.ts';
import { speedFigures } from './differential/speed.ts';
import type { Benchmark } from './figures.ts';

export const bench: Benchmark = {
  name: 'differential',
  about:
    'Ranks every OMIM disease for published rare-disease cases; the same with less, with noise, and two cases in one.',
  needs: NEEDS,
  async run(data) {
    const index = hpoOf(data);
    const cases = publishedCases(data);
    return [
      ...conditionsFigures(index, cases),
      ...mergedFigures(index, cases),
      ...askingFigures(index, cases),
      ...speedFigures(index, cases),
    ];
  },
};

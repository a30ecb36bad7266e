import { loadKnowledge } from '../src/knowledge/index.ts';
import { askingFigures } from './differential/asking.ts';
import { askingShelfFigures } from './differential/asking-shelf.ts';
import { hpoOf, NEEDS, publishedCases } from './differential/cases.ts';
import { conditionsFigures, mergedFigures } from './differential/conditions.ts';
import { speedFigures } from './differential/speed.ts';
import { withoutPaperFigures } from './differential/without-paper.ts';
import type { Benchmark } from './figures.ts';

/** With a release every third case is ranked under all conditions: that is enough to compare it with reduced profiles. */
const THIRD = 3;

export const bench: Benchmark = {
  name: 'differential',
  about:
    'Ranks every OMIM disease for published rare-disease cases; the same with less, with noise, and two cases in one. ' +
    '--hpo FOLDER takes a release with frequencies, and leaves out what it has of each case’s own paper.',
  needs: NEEDS,
  flags: { hpo: { type: 'string' } },
  async run(data, { hpo } = {}) {
    const cases = publishedCases(data);
    if (typeof hpo !== 'string') {
      const index = hpoOf(data);
      return [
        ...conditionsFigures(index, cases),
        ...mergedFigures(index, cases),
        ...askingFigures(index, cases),
        ...askingShelfFigures(loadKnowledge()),
        ...speedFigures(index, cases),
      ];
    }
    const index = hpoOf(hpo);
    return [
      ...withoutPaperFigures(hpo, index, cases),
      ...conditionsFigures(
        index,
        cases.filter((_, at) => at % THIRD === 0),
      ),
      ...mergedFigures(index, cases),
      ...askingFigures(index, cases),
      ...speedFigures(index, cases),
    ];
  },
};

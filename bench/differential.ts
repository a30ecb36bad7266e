import { loadKnowledge } from '../src/knowledge/index.ts';
import { askingFigures } from './differential/asking.ts';
import { askingShelfFigures } from './differential/asking-shelf.ts';
import { hpoOf, NEEDS, publishedCases } from './differential/cases.ts';
import { conditionsFigures, mergedFigures } from './differential/conditions.ts';
import { speedFigures } from './differential/speed.ts';
import { withoutPaperFigures } from './differential/without-paper.ts';
import type { Benchmark } from './figures.ts';

export const bench: Benchmark = {
  name: 'differential',
  about:
    'Ranks every OMIM disease for published rare-disease cases; the same with less, with noise, and two cases in one. ' +
    '--hpo FOLDER takes a release with frequencies, and leaves out what it has of each case’s own paper.',
  needs: NEEDS,
  flags: { hpo: { type: 'string' } },
  async run(data, { hpo } = {}) {
    const cases = publishedCases(data);
    const index = typeof hpo === 'string' ? hpoOf(hpo) : hpoOf(data);
    return [
      ...(typeof hpo === 'string' ? withoutPaperFigures(hpo, index, cases) : []),
      ...conditionsFigures(index, cases),
      ...mergedFigures(index, cases),
      ...askingFigures(index, cases),
      ...askingShelfFigures(loadKnowledge()),
      ...speedFigures(index, cases),
    ];
  },
};

import { type HpoIndex, loadKnowledge } from '../src/knowledge/index.ts';
import { abstainingFigures } from './differential/abstaining.ts';
import { askingFigures } from './differential/asking.ts';
import { askingOpenFigures } from './differential/asking-open.ts';
import { askingShelfFigures } from './differential/asking-shelf.ts';
import { hpoOf, NEEDS, type PublishedCase, publishedCases } from './differential/cases.ts';
import { conditionsFigures, mergedFigures } from './differential/conditions.ts';
import { speedFigures } from './differential/speed.ts';
import { withoutPaperFigures } from './differential/without-paper.ts';
import type { Benchmark, Figure } from './figures.ts';

interface Given {
  readonly index: HpoIndex;
  readonly all: readonly PublishedCase[];
  /** Every n-th of them. */
  readonly some: readonly PublishedCase[];
  readonly hpo: string | undefined;
}

const PARTS: Readonly<Record<string, (given: Given) => Figure[]>> = {
  paper: ({ index, all, some, hpo }) => (hpo === undefined ? [] : withoutPaperFigures(hpo, index, all, some)),
  conditions: ({ index, some }) => conditionsFigures(index, some),
  abstaining: ({ index, all }) => abstainingFigures(index, all),
  merged: ({ index, all }) => mergedFigures(index, all),
  asking: ({ index, all }) => askingFigures(index, all),
  open: ({ index, all }) => askingOpenFigures(index, all),
  shelf: () => askingShelfFigures(loadKnowledge()),
  speed: ({ index, all }) => speedFigures(index, all),
};

export const bench: Benchmark = {
  name: 'differential',
  about:
    'Ranks every OMIM disease for published rare-disease cases; the same with less, with noise, and two cases in one. ' +
    '--hpo FOLDER takes a release with frequencies, and leaves out what it has of each case’s own paper; --every N takes every ' +
    'n-th case; --parts names some of paper, conditions, abstaining, merged, asking, open, shelf, speed.',
  needs: NEEDS,
  flags: { hpo: { type: 'string' }, every: { type: 'string' }, parts: { type: 'string' } },
  async run(data, flags = {}) {
    const hpo = typeof flags.hpo === 'string' ? flags.hpo : undefined;
    const every = Math.max(1, Number(flags.every ?? 1) || 1);
    const parts = typeof flags.parts === 'string' ? flags.parts.split(',') : Object.keys(PARTS);
    const all = publishedCases(data);
    const given = { index: hpoOf(hpo ?? data), all, some: all.filter((_, at) => at % every === 0), hpo };
    return parts.flatMap((part) => PARTS[part]?.(given) ?? []);
  },
};

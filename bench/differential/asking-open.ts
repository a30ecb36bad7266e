import type { PhenotypeFinding } from '../../src/findings/index.ts';
import { type HpoIndex, resolveTerm, rowOf, termId } from '../../src/knowledge/index.ts';
import { askableOf, type Query, queryOf, questionsOf, rank, rankedPlaces } from '../../src/reasoning/index.ts';
import { type Figure, median } from '../figures.ts';
import { type AskableCase, askableCases, OMIM, REACHED } from './asking.ts';
import { numbers, type PublishedCase } from './cases.ts';
import { rankOf } from './ranks.ts';

const CASES = 30;
/** After this many questions a sitting is over. */
const MOST = 30;

type Answer = PhenotypeFinding['presence'] | 'unknown';

/**
 * As {@link askingFigures}, but nobody hands out a list of what can be answered: any finding of the likeliest profiles may be asked.
 * Most of what is asked the case does not tell; that counts as a question too. By chance means by chance among the same findings.
 */
export function askingOpenFigures(index: HpoIndex, cases: readonly PublishedCase[]): Figure[] {
  const random = numbers(23);
  const ranked = rankedPlaces(index, OMIM.sources);
  const chosen: Chooser = (query, posterior, settled) =>
    questionsOf(index, query, posterior, ranked, { count: 1 + settled.size, free: true })
      .map(({ finding }) => finding)
      .find((finding) => !settled.has(finding));
  const chance: Chooser = (query, posterior, settled) => {
    const open = askableOf(index, query, posterior, ranked)
      .map((place) => termId(index.termIds, place))
      .filter((finding) => !settled.has(finding));
    return open[Math.floor(random() * open.length)];
  };
  const sittings = askableCases(index, cases, CASES, numbers(5)).map((one) => {
    const answer = answersOf(index, one.one);
    return {
      chosen: askedUntil(index, one, answer, chosen),
      chance: askedUntil(index, one, answer, chance),
    };
  });
  const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / Math.max(1, values.length);
  const n = sittings.length;
  return (['chance', 'chosen'] as const).flatMap((way): Figure[] => {
    const how = way === 'chance' ? 'by chance' : 'by expected information';
    const counts = sittings.map((each) => each[way]);
    return [
      { name: `any finding may be asked, until top-3 (at most ${MOST}), ${how}, mean`, value: mean(counts), n },
      { name: `any finding may be asked, ${how}, median`, value: median(counts), n },
      {
        name: `any finding may be asked, not reached after ${MOST}, ${how}`,
        value: (100 * counts.filter((count) => count >= MOST).length) / Math.max(1, n),
        unit: '%',
        n,
      },
    ];
  });
}

/** What the case answers: yes to what it has and all above it, no to what it lacks and all below that, else not known. */
function answersOf(index: HpoIndex, one: PublishedCase): (place: number) => Answer {
  const { present, absent } = queryOf(index, one);
  const yes = new Set(present.flatMap(({ term }) => [...rowOf(index.ancestors, term)]));
  const no = new Set(absent.map(({ term }) => term));
  return (place) => {
    if (yes.has(place)) return 'present';
    return rowOf(index.ancestors, place).some((above) => no.has(above)) ? 'absent' : 'unknown';
  };
}

type Chooser = (query: Query, posterior: Float64Array, settled: ReadonlySet<string>) => string | undefined;

function askedUntil(
  index: HpoIndex,
  { one, opening, truth }: AskableCase,
  answerTo: (place: number) => Answer,
  choose: Chooser,
): number {
  const ranked = rankedPlaces(index, OMIM.sources);
  let told = [opening];
  const settled = new Set<string>();
  for (let asked = 0; asked < MOST; asked++) {
    const { posterior, query } = rank(index, { ...one, findings: told }, OMIM);
    if (rankOf(posterior.diseases, ranked, truth) <= REACHED) return asked;
    const term = choose(query, posterior.diseases, settled);
    if (term === undefined) return MOST;
    settled.add(term);
    const found = resolveTerm(index, term);
    const presence = 'place' in found ? answerTo(found.place) : 'unknown';
    if (presence !== 'unknown') told = [...told, { term, presence, asked: true }];
  }
  return MOST;
}

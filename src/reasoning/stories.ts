import type { Clue } from './clues.ts';
import type { Contribution, Hypothesis } from './hypothesis.ts';
import { tellingOf } from './telling.ts';
import { inSentence, listed, lowerFirst } from './wording.ts';

/** A condition shares its story with another when this much of what points to it (in log-odds) points there too. */
const SHARED = 0.7;

/** One clue for each story: a condition for which the same findings speak as for a likelier one is named with that one, unless it alone must not be missed. */
export function patternClues(raised: readonly Hypothesis[]): Clue[] {
  const stories: [Hypothesis, ...Hypothesis[]][] = [];
  for (const hypothesis of raised) {
    const story = stories.find(
      ([first]) =>
        sharedWith(first, hypothesis) >= SHARED && (first.condition.mustNotMiss || !hypothesis.condition.mustNotMiss),
    );
    if (story) story.push(hypothesis);
    else stories.push([hypothesis]);
  }
  return stories.map(([first, ...others]) => patternClue(first, others));
}

/** The share of what speaks for a hypothesis that speaks for another as well, 0 to 1. */
function sharedWith(other: Hypothesis, { contributions }: Hypothesis): number {
  const there = new Set(other.contributions.filter(isPointing).map(({ finding }) => finding));
  const sumOf = (each: readonly Contribution[]) => each.reduce((sum, { logOdds }) => sum + logOdds, 0);
  const pointing = contributions.filter(isPointing);
  return sumOf(pointing.filter(({ finding }) => there.has(finding))) / sumOf(pointing);
}

const isPointing = ({ logOdds }: Contribution): boolean => logOdds > 0.2;

/** A condition that the record does not name, with what points to it, and what else the same findings fit. */
function patternClue(hypothesis: Hypothesis, others: readonly Hypothesis[]): Clue {
  const { condition, contributions, posterior } = hypothesis;
  const pointing = contributions.filter(isPointing);
  const names = tellingOf(pointing, 5).map((each) => lowerFirst(each.name));
  const also =
    others.length > 0
      ? ` Much of this also fits ${listed(others.map((each) => inSentence(each.condition.name)))}.`
      : '';
  const asked = hypothesis.considered ? ' A note asks the question; nothing in the record answers it.' : '';
  return {
    kind: 'pattern',
    id: condition.id,
    text: `Consider ${inSentence(condition.name)}: ${listed(names)} ${names.length > 1 ? 'are together' : 'is'} consistent with it.${also}${asked}`,
    evidence: pointing.flatMap((each) => each.evidence),
    weight: 1 + 1.2 * posterior + (condition.mustNotMiss ? 0.6 : 0),
  };
}

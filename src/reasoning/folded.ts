import { sourceKey } from '../chart/index.ts';
import type { Clue, RuleClue } from './clues.ts';
import { listed, lowerFirst } from './wording.ts';

/** Rules that ask for the same tests are told once: the weightiest in full, the others by name, with the evidence of all. */
export function foldedRules(clues: readonly RuleClue[]): Clue[] {
  const groups: [RuleClue, ...RuleClue[]][] = [];
  for (const clue of [...clues].sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))) {
    const group = groups.find(([first]) => asksTheSame(first, clue));
    if (group) group.push(clue);
    else groups.push([clue]);
  }
  return groups.map(([first, ...others]): Clue => {
    const { rule, triggers: _, ...clue } = first;
    if (others.length === 0) return clue;
    const also = listed(others.map((each) => lowerFirst(each.rule.name)));
    const seen = new Set<string>();
    return {
      ...clue,
      text: `${rule.name}. ${rule.says} Also: ${also}. Nothing in the record shows that this was done.`,
      evidence: [clue, ...others]
        .flatMap(({ evidence }) => evidence)
        .filter(({ source }) => seen.size !== seen.add(sourceKey(source)).size),
    };
  });
}

/** Whether most of the tests that the shorter list asks for are on the other. */
function asksTheSame({ rule: a }: RuleClue, { rule: b }: RuleClue): boolean {
  const shared = a.expects.filter((test) => b.expects.includes(test)).length;
  return shared > Math.min(a.expects.length, b.expects.length) / 2;
}

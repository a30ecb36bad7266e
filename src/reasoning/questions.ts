import type { ConditionLink, FindingDefinition, Knowledge } from '../knowledge/index.ts';
import { ECHO, groupsOf } from './groups.ts';
import type { Hypothesis } from './hypothesis.ts';
import { backgroundOf, causalSensitivity, type Demography, logit } from './likelihood.ts';
import type { Question } from './profiles/questions.ts';

/** The likeliest conditions whose findings are asked about. */
const ASKED_ABOUT = 200;

/** How each kind of finding is learnt, on the scales of `knowledge/tests`. Estimates. */
const WAYS: Readonly<Record<FindingDefinition['kind'], Pick<Question, 'kind' | 'cost' | 'burden'>>> = {
  symptom: { kind: 'history', cost: 0, burden: 0 },
  exposure: { kind: 'history', cost: 0, burden: 0 },
  history: { kind: 'history', cost: 0, burden: 0 },
  family: { kind: 'history', cost: 0, burden: 0 },
  sign: { kind: 'examination', cost: 0, burden: 0 },
  laboratory: { kind: 'laboratory', cost: 1, burden: 1 },
  imaging: { kind: 'imaging', cost: 3, burden: 1 },
  procedure: { kind: 'procedure', cost: 4, burden: 3 },
};

/** A condition's share of the probability, its link to the finding, and whether a finding of the same cause is known already. */
interface Linked {
  readonly share: number;
  readonly link: ConditionLink;
  readonly isEcho: boolean;
}

export interface ShelfQuestionOptions {
  /** How many are returned; 5. */
  readonly count?: number;
  /** Ids of findings to choose from, when not all can be asked. */
  readonly among?: readonly string[];
  /** Cost and burden do not count, only information. */
  readonly free?: boolean;
}

/**
 * The questions about findings of the shelf worth asking next, best first: the mutual information, in bits, between the answer and
 * which of the conditions (or chance) is the cause, over cost and burden. The conditions' odds against chance are taken as they
 * stand, one cause at a time; a yes has the noisy-OR of chance and the condition's own power to cause it, of which only a quarter
 * counts where a finding of the same group is known (as in groups.ts). `told` holds what is
 * known already, present or absent.
 */
export function shelfQuestionsOf(
  hypotheses: readonly Hypothesis[],
  told: ReadonlySet<string>,
  person: Demography,
  knowledge: Knowledge,
  { count = 5, among, free = false }: ShelfQuestionOptions = {},
): Question[] {
  const leading = [...hypotheses].sort((a, b) => b.posterior - a.posterior).slice(0, ASKED_ABOUT);
  const odds = leading.map(({ posterior }) => Math.exp(logit(posterior)));
  const total = odds.reduce((sum, each) => sum + each, 1);
  const links = new Map<string, Linked[]>();
  leading.forEach(({ condition }, at) => {
    const groups = groupsOf(condition, knowledge);
    const toldGroups = new Set(
      condition.findings.flatMap(({ finding }) => (told.has(finding) ? groups.get(finding) : [])),
    );
    for (const link of condition.findings) {
      if (told.has(link.finding)) continue;
      const same = links.get(link.finding) ?? [];
      same.push({ share: (odds[at] ?? 0) / total, link, isEcho: toldGroups.has(groups.get(link.finding)) });
      links.set(link.finding, same);
    }
  });
  return (among ?? [...links.keys()])
    .flatMap((id): Question[] => {
      const definition = knowledge.findings.get(id);
      if (!definition || told.has(id) || !isAskable(definition)) return [];
      const { yes, information } = answerOf(definition, links.get(id) ?? [], person);
      const way = WAYS[definition.kind];
      const value = information / (1 + way.cost + way.burden ** 1.5);
      return [{ finding: id, name: definition.name, ...way, information, value, yes }];
    })
    .sort((a, b) => (free ? b.information - a.information : b.value - a.value) || (a.finding < b.finding ? -1 : 1))
    .slice(0, count);
}

/** What is computed from several results or from their course cannot be asked in one question. */
const isAskable = ({ pattern, trends, all }: FindingDefinition): boolean =>
  pattern === undefined && trends === undefined && all === undefined;

function answerOf(
  definition: FindingDefinition,
  linked: readonly Linked[],
  person: Demography,
): { yes: number; information: number } {
  const background = backgroundOf(definition, person);
  let [yes, rest, within] = [0, 1, 0];
  for (const { share, link, isEcho } of linked) {
    const chance = link.specificity === undefined ? background : 1 - link.specificity;
    const whole = 1 - (1 - chance) * (1 - causalSensitivity(link, chance));
    const having = isEcho ? chance + ECHO * (whole - chance) : whole;
    yes += share * having;
    rest -= share;
    within += share * entropy(having);
  }
  yes += Math.max(0, rest) * background;
  within += Math.max(0, rest) * entropy(background);
  return { yes, information: Math.max(0, entropy(yes) - within) };
}

/** Entropy of a yes-or-no of probability p, in bits. */
function entropy(p: number): number {
  return p <= 0 || p >= 1 ? 0 : -p * Math.log2(p) - (1 - p) * Math.log2(1 - p);
}

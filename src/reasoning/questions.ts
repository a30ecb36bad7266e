import type { ConditionLink, FindingDefinition, Knowledge } from '../knowledge/index.ts';
import { ECHO, groupsOf } from './groups.ts';
import type { Hypothesis } from './hypothesis.ts';
import { backgroundOf, causalSensitivity, type Demography, logit } from './likelihood.ts';
import { MUST_NOT_MISS } from './next-steps.ts';
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
  readonly mustNotMiss: boolean;
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
 * which of the conditions (or chance) is the cause, what it tells of conditions that must not be missed counted double, over cost and
 * burden. The conditions' odds against chance are taken as they
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
    const mustNotMiss = condition.mustNotMiss !== undefined;
    const groups = groupsOf(condition, knowledge);
    const toldGroups = new Set(
      condition.findings.flatMap(({ finding }) => (told.has(finding) ? groups.get(finding) : [])),
    );
    for (const link of condition.findings) {
      if (told.has(link.finding)) continue;
      const same = links.get(link.finding) ?? [];
      same.push({
        share: (odds[at] ?? 0) / total,
        link,
        isEcho: toldGroups.has(groups.get(link.finding)),
        mustNotMiss,
      });
      links.set(link.finding, same);
    }
  });
  return (among ?? [...links.keys()])
    .flatMap((id): Question[] => {
      const definition = knowledge.findings.get(id);
      if (!definition || told.has(id) || !isAskable(definition)) return [];
      const { yes, information, weighted } = answerOf(definition, links.get(id) ?? [], person);
      const way = WAYS[definition.kind];
      const value = weighted / (1 + way.cost + way.burden ** 1.5);
      return [{ finding: id, name: definition.name, ...way, information, value, yes }];
    })
    .sort((a, b) => (free ? b.information - a.information : b.value - a.value) || (a.finding < b.finding ? -1 : 1))
    .slice(0, count);
}

/** What is computed from several results or from their course cannot be asked in one question. */
const isAskable = ({ pattern, trends, all }: FindingDefinition): boolean =>
  pattern === undefined && trends === undefined && all === undefined;

/**
 * The chance of a yes, the mutual information in bits, and the same with what it tells of conditions that must not be missed counted
 * {@link MUST_NOT_MISS} times: mutual information is a sum over the conditions, of each one's share times how far the chance of its
 * answers is from that of all (Kullback–Leibler divergence).
 */
function answerOf(
  definition: FindingDefinition,
  linked: readonly Linked[],
  person: Demography,
): { yes: number; information: number; weighted: number } {
  const background = backgroundOf(definition, person);
  const rest = Math.max(0, 1 - linked.reduce((sum, { share }) => sum + share, 0));
  const having = linked.map(({ link, isEcho }) => {
    const chance = link.specificity === undefined ? background : 1 - link.specificity;
    const whole = 1 - (1 - chance) * (1 - causalSensitivity(link, chance));
    return isEcho ? chance + ECHO * (whole - chance) : whole;
  });
  const yes = linked.reduce((sum, { share }, at) => sum + share * (having[at] ?? 0), rest * background);
  let information = rest * divergence(background, yes);
  let weighted = information;
  linked.forEach(({ share, mustNotMiss }, at) => {
    const bits = share * divergence(having[at] ?? 0, yes);
    information += bits;
    weighted += bits * (mustNotMiss ? MUST_NOT_MISS : 1);
  });
  return { yes, information, weighted };
}

/** How far a yes-or-no of probability p is from one of probability q, in bits. */
function divergence(p: number, q: number): number {
  const part = (a: number, b: number) => (a <= 0 || b <= 0 ? 0 : a * Math.log2(a / b));
  return Math.max(0, part(p, q) + part(1 - p, 1 - q));
}

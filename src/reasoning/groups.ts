import type { ConditionDefinition, Knowledge } from '../knowledge/index.ts';

/**
 * For each condition, which of its findings share a cause: the groups the knowledge names, and findings that are the same
 * fact told twice: one broader than the other, one composed of the other, or two rules over the same analyte.
 * Returns a group label for each linked finding; findings with the same label are counted as one fact and its echoes.
 */
export function groupsOf(condition: ConditionDefinition, knowledge: Knowledge): ReadonlyMap<string, string> {
  const known = made.get(condition) ?? makeGroups(condition, knowledge);
  made.set(condition, known);
  return known;
}

/** Groups depend on the shelf alone, so they are made once for each of its conditions. */
const made = new WeakMap<ConditionDefinition, ReadonlyMap<string, string>>();

function makeGroups({ findings: links }: ConditionDefinition, knowledge: Knowledge): ReadonlyMap<string, string> {
  const parent = new Map<string, string>();
  const root = (x: string): string => {
    let at = x;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up;
    return at;
  };
  const join = (a: string, b: string) => {
    const [from, to] = [root(a), root(b)].sort();
    if (from !== undefined && to !== undefined && from !== to) parent.set(to, from);
  };
  const linked = new Set(links.map((link) => link.finding));
  for (const link of links) {
    if (link.group !== undefined) join(link.finding, `group:${link.group}`);
    for (const fact of factsOf(link.finding, knowledge)) {
      if (fact.startsWith('analyte:') || linked.has(fact)) join(link.finding, fact);
    }
  }
  return new Map([...linked].map((finding) => [finding, root(finding)]));
}

/** The analytes that a finding is measured by, through all its parts. */
export function analytesOf(finding: string, knowledge: Knowledge): readonly string[] {
  const known = measured.get(knowledge.findings) ?? new Map<string, readonly string[]>();
  measured.set(knowledge.findings, known);
  const analytes = known.get(finding) ?? [...factsOf(finding, knowledge)].filter((fact) => fact.startsWith('analyte:'));
  known.set(finding, analytes);
  return analytes;
}

const measured = new WeakMap<Knowledge['findings'], Map<string, readonly string[]>>();

/** How much a grade not reached says against a condition when the same analyte, at another grade, speaks for it. */
export const GRADE_NOT_REACHED = 0.25;

/** The analytes and the other findings that a finding is made of, through all levels. */
function factsOf(finding: string, knowledge: Knowledge, seen: Set<string> = new Set()): Set<string> {
  const definition = knowledge.findings.get(finding);
  if (!definition || seen.has(finding)) return seen;
  seen.add(finding);
  for (const rule of [...(definition.measures ?? []), ...(definition.trends ?? [])])
    seen.add(`analyte:${rule.analyte}`);
  for (const part of [...(definition.broader ?? []), ...(definition.all ?? []), ...(definition.any ?? [])]) {
    factsOf(part, knowledge, seen);
  }
  return seen;
}

/** How much the echoes of a fact count beside its strongest telling: findings of one cause are far from independent. */
export const ECHO = 0.25;
/**
 * How much a finding counts that is told within the words of a stronger one: part of it is the same fact, part (the site beside the
 * form) is not. Estimate.
 */
export const RETOLD = 0.7;
/**
 * How much of its weight each further independent finding loses: the k-th counts 1 / (1 + 0.15 (k − 1)). Findings of one person
 * are never quite independent (who is seen often has more of everything on record), and a plain sum grows too sure of itself.
 * Estimate.
 */
const CROWDING = 0.15;

/** The log-odds of a finding, and the group of findings that share its cause. */
export interface Weighable {
  readonly group: string;
  /** Shared by those that the same words tell. */
  readonly words?: string | undefined;
  readonly logOdds: number;
}

/**
 * Weighs log-odds so that of each group the strongest for and the strongest against count whole, the others a quarter; and so
 * that findings beyond the strongest count ever less. Returns the weighted values in the order given.
 */
export function weighGroups(items: readonly Weighable[]): number[] {
  const weighed = items.map(() => 0);
  const told = new Set<string>();
  const groups = { for: new Map<string, number>(), against: new Map<string, number>() };
  const order = items.map((_, index) => index).sort((a, b) => size(items[b]) - size(items[a]) || a - b);
  for (const index of order) {
    const item = items[index];
    if (!item) continue;
    const seen = item.logOdds >= 0 ? groups.for : groups.against;
    const rank = seen.get(item.group);
    const isRetold = rank === undefined && item.words !== undefined && told.has(item.words);
    const weight = 1 / (1 + CROWDING * (rank ?? seen.size));
    weighed[index] = item.logOdds * weight * (rank !== undefined ? ECHO : isRetold ? RETOLD : 1);
    if (rank === undefined) seen.set(item.group, seen.size);
    if (item.words !== undefined && item.logOdds > 0) told.add(item.words);
  }
  return weighed;
}

const size = (item: { logOdds: number } | undefined): number => Math.abs(item?.logOdds ?? 0);

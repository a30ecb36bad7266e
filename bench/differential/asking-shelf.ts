import type { Finding } from '../../src/findings/index.ts';
import type { ConditionDefinition, Knowledge } from '../../src/knowledge/index.ts';
import { differentialOf, type Hypothesis, shelfQuestionsOf } from '../../src/reasoning/index.ts';
import { type Figure, median } from '../figures.ts';
import { numbers, shuffled } from './cases.ts';

const CASES = 80;
const REACHED = 3;
/** After this many questions a sitting is over; both ways of asking stop there. */
const MOST = 40;

interface MadeCase {
  readonly truth: string;
  readonly person: { readonly ageYears: number; readonly sex?: 'female' | 'male' };
  readonly opening: string;
  readonly answers: ReadonlyMap<string, boolean>;
  /** All findings that a condition which has the opening finding is linked to: what one might reasonably ask. */
  readonly wide: readonly string[];
  /** The findings of the condition's own entry: what an examiner who knew it would ask. */
  readonly own: readonly string[];
}

/**
 * Cases made from the shelf: a condition, a person of an age that has it, and each finding present or absent by its likelihood;
 * one present finding is told, the others when they are asked for. How many questions until the condition is among the first
 * three, by chance and by expected information, from two pools. Each condition is drawn as likely as any other, so the
 * differential is told so: the same prior for all that the person's age and sex allow.
 */
export function askingShelfFigures(knowledge: Knowledge): Figure[] {
  const random = numbers(17);
  const conditions = shuffled([...knowledge.conditions.values()], random);
  const made: MadeCase[] = [];
  for (const condition of conditions) {
    const one = madeCase(condition, knowledge, random);
    if (one && isReached(one, one.own, knowledge)) made.push(one);
    if (made.length === CASES) break;
  }
  return (['wide', 'own'] as const).flatMap((pool) => {
    const counts = made.map((one) => ({
      chance: askedUntil(one, shuffled(one[pool], random), knowledge, (left) => left[0]),
      chosen: askedUntil(one, one[pool], knowledge, (left, findings) => bestOf(one, left, findings, knowledge)),
    }));
    const label = pool === 'wide' ? 'of all that its neighbours have' : 'of its own findings';
    const mean = (of: (each: (typeof counts)[number]) => number) =>
      counts.reduce((sum, each) => sum + of(each), 0) / Math.max(1, counts.length);
    const n = counts.length;
    return [
      { name: `shelf, ${label}, asked until top-3, by chance, mean`, value: mean(({ chance }) => chance), n },
      { name: `shelf, ${label}, by expected information, mean`, value: mean(({ chosen }) => chosen), n },
      { name: `shelf, ${label}, by chance, median`, value: median(counts.map(({ chance }) => chance)), n },
      {
        name: `shelf, ${label}, by expected information, median`,
        value: median(counts.map(({ chosen }) => chosen)),
        n,
      },
    ];
  });
}

function madeCase(condition: ConditionDefinition, knowledge: Knowledge, random: () => number): MadeCase | undefined {
  const row = [...condition.prevalence].sort((a, b) => b.per100k - a.per100k)[0];
  const links = condition.findings.filter(({ sensitivity = 0 }) => sensitivity > 0);
  if (!row || links.length < 8) return undefined;
  const own = links.map(({ finding }) => finding);
  const backgroundOf = (id: string): number => {
    const background = knowledge.findings.get(id)?.background ?? 0;
    return typeof background === 'number' ? background : (background[0]?.value ?? 0);
  };
  const causes = new Map(links.map(({ finding, sensitivity = 0 }) => [finding, sensitivity]));
  const drawn = (id: string) => random() < 1 - (1 - backgroundOf(id)) * (1 - (causes.get(id) ?? 0));
  const answers = new Map(own.map((id) => [id, drawn(id)]));
  const [opening] = shuffled(
    own.filter((id) => answers.get(id)),
    random,
  );
  if (opening === undefined || !(condition.requires?.some((id) => answers.get(id)) ?? true)) return undefined;
  const neighbours = [...knowledge.conditions.values()].filter(({ findings }) =>
    findings.some(({ finding }) => finding === opening),
  );
  const wide = [...new Set(neighbours.flatMap(({ findings }) => findings.map(({ finding }) => finding)))];
  for (const id of wide) if (!answers.has(id)) answers.set(id, drawn(id));
  const without = (ids: readonly string[]) => ids.filter((id) => id !== opening);
  return {
    truth: condition.id,
    person: { ageYears: (row.fromAge + Math.min(90, row.toAge)) / 2, ...(row.sex ? { sex: row.sex } : {}) },
    opening,
    answers,
    wide: without(wide),
    own: without(own),
  };
}

/** Cases that all of the condition's own findings do not bring among the first three cannot tell one order from another. */
const isReached = (one: MadeCase, ids: readonly string[], knowledge: Knowledge): boolean =>
  isAmongFirst(
    one,
    [one.opening, ...ids].map((id) => findingOf(id, one.answers.get(id) ?? false, knowledge)),
    knowledge,
  );

function isAmongFirst(one: MadeCase, told: readonly Finding[], knowledge: Knowledge): boolean {
  return ranking(one, told, knowledge)
    .slice(0, REACHED)
    .some(({ condition }) => condition.id === one.truth);
}

function askedUntil(
  one: MadeCase,
  pool: readonly string[],
  knowledge: Knowledge,
  choose: (left: readonly string[], told: readonly Finding[]) => string | undefined,
): number {
  let left = [...pool];
  const told = [findingOf(one.opening, true, knowledge)];
  for (let asked = 0; asked < MOST; asked++) {
    if (isAmongFirst(one, told, knowledge)) return asked;
    const next = choose(left, told) ?? left[0];
    if (next === undefined) return asked;
    told.push(findingOf(next, one.answers.get(next) ?? false, knowledge));
    left = left.filter((each) => each !== next);
  }
  return MOST;
}

const PRIOR = 0.001;

function ranking({ person }: MadeCase, told: readonly Finding[], knowledge: Knowledge): Hypothesis[] {
  const allowed = (id: string) =>
    knowledge.conditions
      .get(id)
      ?.prevalence.some(
        ({ sex, fromAge, toAge }) =>
          (sex === undefined || person.sex === undefined || sex === person.sex) &&
          person.ageYears >= fromAge &&
          person.ageYears < toAge,
      );
  return differentialOf(told, [], person, knowledge, (id) => (allowed(id) ? PRIOR : undefined));
}

/** The finding of those left whose question is worth most. Its answer is not looked at. */
function bestOf(
  one: MadeCase,
  left: readonly string[],
  told: readonly Finding[],
  knowledge: Knowledge,
): string | undefined {
  const hypotheses = ranking(one, told, knowledge);
  const known = new Set(told.map(({ concept }) => concept));
  const [question] = shelfQuestionsOf(hypotheses, known, one.person, knowledge, { count: 1, among: left, free: true });
  return question?.finding;
}

const findingOf = (concept: string, present: boolean, knowledge: Knowledge): Finding => ({
  concept,
  name: knowledge.findings.get(concept)?.name ?? concept,
  kind: 'mentioned',
  presence: present ? 'present' : 'absent',
  certainty: 1,
  strength: 1,
  evidence: [],
});

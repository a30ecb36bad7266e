import { unusedFindings } from './check.ts';
import type { FileFault } from './files.ts';
import type { KnowledgeData } from './knowledge.ts';
import { shadowedOf } from './lexicon-check.ts';
import type { ConditionDefinition, FindingDefinition } from './schema.ts';

/**
 * What is valid and yet would make the shelf weaker: conditions that nothing tells apart, findings that nothing uses, links that
 * count as one although the author named two groups, prevalences that do not add up, sources that nothing cites.
 */
export function lint(data: KnowledgeData): FileFault[] {
  const findings = new Map(data.findings.map((finding) => [finding.id, finding]));
  return [
    ...alike(data.conditions, findings),
    ...unusedFindings(data).map((id) => ({ where: `finding ${id}`, why: 'no condition, finding or rule uses it' })),
    ...data.conditions.flatMap((condition) => [...silentGroups(condition, findings), ...tooCommon(condition)]),
    ...data.conditions
      .filter(({ minor, mustNotMiss }) => minor && mustNotMiss)
      .map(({ id }) => ({ where: `condition ${id}`, why: 'minor and yet not to be missed: it is one or the other' })),
    ...partsBeyondTheWhole(data.conditions),
    ...unusedSources(data),
    ...shadowedOf(data),
  ];
}

/** Two conditions whose evidence points this much the same way (cosine of their log likelihood ratios) cannot be told apart. */
const ALIKE = 0.9;

/**
 * Pairs of conditions whose log likelihood ratios point the same way: the differential could never say which of the two it is.
 * Only pairs that share a finding are compared: the others are at right angles.
 */
function alike(conditions: readonly ConditionDefinition[], findings: ReadonlyMap<string, FindingDefinition>) {
  const vectors = conditions.map((condition) => weightsOf(condition, findings));
  const lengths = vectors.map((vector) => Math.sqrt([...vector.values()].reduce((sum, x) => sum + x * x, 0)));
  const before = new Map<string, { readonly at: number; readonly weight: number }[]>();
  return vectors.flatMap((vector, at) => {
    const dots = new Map<number, number>();
    for (const [finding, weight] of vector) {
      const sharing = before.get(finding) ?? [];
      for (const other of sharing) dots.set(other.at, (dots.get(other.at) ?? 0) + weight * other.weight);
      before.set(finding, [...sharing, { at, weight }]);
    }
    const length = lengths[at] ?? 0;
    return [...dots]
      .filter(([other, dot]) => dot > ALIKE * length * (lengths[other] ?? 0))
      .map(([other]) => ({
        where: `condition ${conditions[other]?.id}`,
        why: `cannot be told from ${conditions[at]?.id}: give each what the other lacks`,
      }));
  });
}

function weightsOf({ findings: links }: ConditionDefinition, findings: ReadonlyMap<string, FindingDefinition>) {
  return new Map(
    links.map(({ finding, sensitivity, lrPositive }) => {
      const chance = commonBackground(findings.get(finding));
      const ratio = sensitivity === undefined ? (lrPositive ?? 1) : (1 - (1 - chance) * (1 - sensitivity)) / chance;
      return [finding, Math.log(Math.max(1, Math.min(100, ratio)))] as const;
    }),
  );
}

function commonBackground(finding: FindingDefinition | undefined): number {
  const background = finding?.background ?? 0.05;
  if (typeof background === 'number') return background;
  return background.reduce((sum, row) => sum + row.value, 0) / background.length;
}

/**
 * Two findings in different groups of which one is the broader of the other are one fact told twice, and the inference counts them
 * once: the groups should say so.
 */
function silentGroups({ id, findings: links }: ConditionDefinition, findings: ReadonlyMap<string, FindingDefinition>) {
  const groupOf = new Map(links.map(({ finding, group }) => [finding, group]));
  return links.flatMap(({ finding, group }) =>
    (findings.get(finding)?.broader ?? [])
      .filter((wider) => groupOf.get(wider) !== undefined && group !== undefined && groupOf.get(wider) !== group)
      .map((wider) => ({
        where: `condition ${id}`,
        why: `${finding} and ${wider} are one fact in two groups (${group}, ${groupOf.get(wider)})`,
      })),
  );
}

/** Per 100,000 people there are 100,000. */
function tooCommon({ id, prevalence }: ConditionDefinition): FileFault[] {
  return prevalence
    .filter((row) => row.per100k >= 100_000)
    .map((row) => ({ where: `condition ${id}`, why: `${row.per100k} of 100,000 people cannot have it` }));
}

/** Ages, in years, at which parts are added up. */
const AGES = [1, 5, 15, 25, 35, 45, 55, 65, 75, 85];

/** A special form cannot be commoner than the condition that it is a form of. Conditions asked only of the exposed are left out. */
function partsBeyondTheWhole(conditions: readonly ConditionDefinition[]): FileFault[] {
  const byId = new Map(conditions.map((condition) => [condition.id, condition]));
  return conditions.flatMap((part) =>
    part.requires
      ? []
      : (part.broader ?? []).flatMap((id) => {
          const whole = byId.get(id);
          if (!whole || whole.requires) return [];
          const age = AGES.find((at) =>
            (['female', 'male'] as const).some(
              (sex) => rate(part, sex, at) > rate(whole, sex, at) && rate(whole, sex, at) > 0,
            ),
          );
          return age === undefined
            ? []
            : [
                {
                  where: `condition ${part.id}`,
                  why: `more frequent at ${age} years than ${id}, of which it is a form`,
                },
              ];
        }),
  );
}

function rate({ prevalence }: ConditionDefinition, sex: 'female' | 'male', age: number): number {
  const row = prevalence.find((one) => (one.sex ?? sex) === sex && age >= one.fromAge && age < one.toAge);
  return row?.per100k ?? 0;
}

function unusedSources(data: KnowledgeData): FileFault[] {
  const text = JSON.stringify([data.findings, data.conditions, data.tests, data.followUps, data.incidentals ?? []]);
  return Object.keys(data.sources)
    .filter((id) => !text.includes(`"${id}"`))
    .map((id) => ({ where: `source ${id}`, why: 'nothing cites it' }));
}

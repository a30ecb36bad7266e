import type { FileFault } from './files.ts';
import type { ConditionDefinition } from './schema.ts';

/**
 * One name, one condition: a name of two would document both wherever a note says it. A special form needs no place among the
 * names of the broader condition, for `broader` already says that the one is the other; a name that truly stands for several
 * ("epilepsy") is one of the `umbrellas` of each.
 */
export function faultsOfNames(conditions: readonly ConditionDefinition[]): FileFault[] {
  const owners = new Map<string, ConditionDefinition[]>();
  for (const condition of conditions) {
    for (const name of namesOf(condition)) owners.set(name, [...(owners.get(name) ?? []), condition]);
  }
  const shared = [...owners].flatMap(([name, sharing]) => {
    const undeclared = sharing.filter((condition) => !umbrellasOf(condition).has(name));
    const [first] = undeclared;
    if (!first) return [];
    const others = sharing.map(({ id }) => id).filter((id) => id !== first.id);
    if (others.length === 0) return [];
    return [{ where: `condition ${first.id}`, why: `${name} is a name of ${others.join(', ')} as well` }];
  });
  const idle = conditions.flatMap((condition) =>
    [...umbrellasOf(condition)]
      .filter((name) => (owners.get(name)?.length ?? 0) < 2 || !namesOf(condition).has(name))
      .map((name) => ({ where: `condition ${condition.id}`, why: `${name} is an umbrella over nothing else` })),
  );
  return [...shared, ...idle];
}

const namesOf = ({ name, synonyms }: ConditionDefinition): ReadonlySet<string> =>
  new Set([name, ...synonyms].map(keyOf));

const umbrellasOf = ({ umbrellas = [] }: ConditionDefinition): ReadonlySet<string> => new Set(umbrellas.map(keyOf));

const keyOf = (name: string): string => name.toLowerCase().replaceAll('-', ' ').trim();

import type { FindingDefinition, Knowledge, TestDefinition } from '../knowledge/index.ts';

/** Which findings a test shows, and which test was done where a finding is told. */
export interface Shown {
  /** Test id → every finding that its result is, or is part of. */
  readonly by: ReadonlyMap<string, ReadonlySet<string>>;
  /** Finding id → the tests that were done where it is told as there or as not there. */
  readonly tells: ReadonlyMap<string, readonly string[]>;
}

const made = new WeakMap<Knowledge['findings'], Shown>();

/** Kinds that somebody has to look for. What a person feels may be told without any test, whatever could also measure it. */
const LOOKED_FOR: ReadonlySet<FindingDefinition['kind']> = new Set(['laboratory', 'imaging', 'procedure', 'sign']);

/**
 * Tests and findings are tied by the analytes that both name, and by the finding's `shownBy`. A finding that is told says that a test
 * was done, of several that show it the easiest: a mass on a chest film leaves the CT open. Made once for each shelf.
 */
export function shownOf(knowledge: Knowledge): Shown {
  const known = made.get(knowledge.findings);
  if (known) return known;
  const owners = new Map<string, TestDefinition[]>();
  for (const test of knowledge.tests.values()) {
    for (const analyte of test.doneBy.analytes ?? []) owners.set(analyte, [...(owners.get(analyte) ?? []), test]);
  }
  const by = new Map<string, Set<string>>();
  const tells = new Map<string, readonly string[]>();
  for (const finding of knowledge.findings.values()) {
    const { id, kind, shownBy = [] } = finding;
    const listed = shownBy.flatMap((test) => knowledge.tests.get(test) ?? []);
    const measuring = LOOKED_FOR.has(kind) ? measuringOf(finding, knowledge, owners) : [];
    for (const test of [...listed, ...measuring.flat()]) by.set(test.id, (by.get(test.id) ?? new Set()).add(id));
    const told = measuring.length > 0 ? measuring.flatMap(easiestOf) : easiestOf(listed);
    if (told.length > 0) tells.set(id, [...new Set(told.map((test) => test.id))]);
  }
  const shown = { by, tells };
  made.set(knowledge.findings, shown);
  return shown;
}

/** Of each part of a finding the tests of the first analyte that any test measures: the others are other ways to the same. */
function measuringOf(
  finding: FindingDefinition,
  knowledge: Knowledge,
  owners: ReadonlyMap<string, readonly TestDefinition[]>,
  seen: Set<string> = new Set(),
): (readonly TestDefinition[])[] {
  if (seen.has(finding.id)) return [];
  seen.add(finding.id);
  const rules = [...(finding.measures ?? []), ...(finding.trends ?? [])];
  const own = rules.map(({ analyte }) => owners.get(analyte) ?? []).find((tests) => tests.length > 0);
  if (own) return [own];
  return [...(finding.all ?? []), ...(finding.broader ?? [])].flatMap((id) => {
    const part = knowledge.findings.get(id);
    return part ? measuringOf(part, knowledge, owners, seen) : [];
  });
}

/** The cheapest and least burdensome, and what is as easy as that. */
function easiestOf(tests: readonly TestDefinition[]): readonly TestDefinition[] {
  const least = Math.min(...tests.map(effortOf));
  return tests.filter((test) => effortOf(test) === least);
}

const effortOf = ({ cost, burden }: TestDefinition): number => cost + burden;

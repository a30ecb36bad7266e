import { ANALYTES } from '../terms/index.ts';
import type { FileFault } from './files.ts';
import { faultsOfTables } from './incidental.ts';
import type { KnowledgeData } from './knowledge.ts';
import { faultsOfLexicon } from './lexicon-check.ts';
import type { ConditionDefinition, FindingDefinition } from './schema.ts';
import { faultsOfNames } from './shared-names.ts';
import { isSnomed } from './snomed.ts';

/** Faults that a schema cannot see: names that lead nowhere, doubles, cycles, and entries that could not work. */
export function faultsOf(data: KnowledgeData): FileFault[] {
  const findings = new Set(data.findings.map((finding) => finding.id));
  const conditions = new Set(data.conditions.map((condition) => condition.id));
  const tests = new Set(data.tests.map((test) => test.id));
  const sources = new Set(['estimate', ...Object.keys(data.sources)]);
  const faults: FileFault[] = [
    ...doubles('finding', data.findings),
    ...doubles('condition', data.conditions),
    ...doubles('test', data.tests),
    ...doubles('follow-up', data.followUps),
    ...faultsOfLexicon(data),
    ...faultsOfNames(data.conditions),
  ];
  const need = (known: ReadonlySet<string>, what: string, where: string, ids: readonly string[] = []) => {
    for (const id of ids) if (!known.has(id)) faults.push({ where, why: `no such ${what}: ${id}` });
  };
  const needAnalytes = (where: string, ids: readonly string[]) => {
    for (const id of ids) if (!ANALYTES.has(id)) faults.push({ where, why: `no such analyte: ${id}` });
  };

  for (const [what, items] of [
    ['finding', data.findings],
    ['condition', data.conditions],
  ] as const) {
    for (const { id, codes } of items) {
      for (const code of codes?.snomed ?? []) {
        if (!isSnomed(code))
          faults.push({ where: `${what} ${id}`, why: `${code} is no SNOMED CT code: its check digit is wrong` });
      }
    }
  }
  for (const finding of data.findings) {
    const where = `finding ${finding.id}`;
    need(findings, 'finding', where, [...(finding.broader ?? []), ...(finding.all ?? []), ...(finding.any ?? [])]);
    need(new Set([...findings, ...conditions]), 'finding or condition', where, finding.inRelative);
    need(tests, 'test', where, finding.shownBy);
    need(
      findings,
      'finding',
      where,
      finding.longer?.map(({ of }) => of),
    );
    need(sources, 'source', where, [finding.backgroundSource]);
    needAnalytes(
      where,
      [...(finding.measures ?? []), ...(finding.trends ?? [])].map((rule) => rule.analyte),
    );
    if (!canBeFound(finding))
      faults.push({ where, why: 'nothing in a record could show it (no terms, codes, measures …)' });
  }
  for (const condition of data.conditions) {
    const where = `condition ${condition.id}`;
    need(findings, 'finding', where, [
      ...condition.findings.map((link) => link.finding),
      ...(condition.requires ?? []),
    ]);
    need(conditions, 'condition', where, [...(condition.broader ?? []), ...(condition.leadsTo ?? [])]);
    need(
      tests,
      'test',
      where,
      condition.tests.map((link) => link.test),
    );
    need(sources, 'source', where, sourcesOf(condition));
    faults.push(...faultsOfCondition(condition, where));
  }
  for (const test of data.tests) {
    needAnalytes(`test ${test.id}`, test.doneBy.analytes ?? []);
    need(sources, 'source', `test ${test.id}`, [test.source]);
  }
  for (const rule of data.followUps) {
    const where = `follow-up ${rule.id}`;
    need(findings, 'finding', where, [...(rule.when.all ?? []), ...(rule.when.any ?? []), ...(rule.when.none ?? [])]);
    need(tests, 'test', where, rule.expects);
    need(sources, 'source', where, [rule.source]);
  }
  faults.push(
    ...faultsOfTables(data.incidentals ?? [], {
      findings,
      conditions,
      tests,
      sources,
      followUps: new Set(data.followUps.map((rule) => rule.id)),
    }),
  );
  return faults;
}

/** Findings that no condition, other finding or follow-up rule uses, and that guard no words: dead weight, listed but not an error. */
export function unusedFindings(data: KnowledgeData): string[] {
  const used = new Set([
    ...data.conditions.flatMap((condition) => [
      ...condition.findings.map((link) => link.finding),
      ...(condition.requires ?? []),
    ]),
    ...data.findings.flatMap((finding) => [...(finding.all ?? []), ...(finding.any ?? []), ...(finding.broader ?? [])]),
    ...data.followUps.flatMap((rule) => [
      ...(rule.when.all ?? []),
      ...(rule.when.any ?? []),
      ...(rule.when.none ?? []),
    ]),
  ]);
  return data.findings.filter(({ id, guard }) => !guard && !used.has(id)).map(({ id }) => id);
}

function faultsOfCondition(condition: ConditionDefinition, where: string): FileFault[] {
  const faults: FileFault[] = [];
  const seen = new Set<string>();
  for (const link of condition.findings) {
    if (seen.has(link.finding)) faults.push({ where, why: `finding ${link.finding} is linked twice` });
    seen.add(link.finding);
    const published = link.lrPositive !== undefined || link.lrNegative !== undefined;
    if (published === (link.sensitivity !== undefined)) {
      faults.push({ where, why: `finding ${link.finding} needs either a sensitivity or a likelihood ratio` });
    }
  }
  for (const [i, a] of condition.prevalence.entries()) {
    if (a.fromAge >= a.toAge) faults.push({ where, why: `prevalence ${i}: fromAge is not below toAge` });
    for (const b of condition.prevalence.slice(i + 1)) {
      const sexes = a.sex === undefined || b.sex === undefined || a.sex === b.sex;
      if (sexes && a.fromAge < b.toAge && b.fromAge < a.toAge) {
        faults.push({ where, why: `prevalence overlaps at ${Math.max(a.fromAge, b.fromAge)} years` });
      }
    }
  }
  return faults;
}

function sourcesOf(condition: ConditionDefinition): string[] {
  return [
    ...condition.prevalence.map((row) => row.source),
    ...condition.findings.map((link) => link.source),
    ...condition.tests.map((link) => link.source),
    ...condition.treatments.map((treatment) => treatment.source),
    condition.onset.source,
    condition.referral.source,
    ...(condition.mustNotMiss ? [condition.mustNotMiss.source] : []),
  ];
}

function canBeFound(finding: FindingDefinition): boolean {
  const { terms, codes, drugs, measures, trends, all, any, inRelative, pattern, skin } = finding;
  return [terms, codes, drugs, measures, trends, all, any, inRelative, pattern, skin].some((way) => way !== undefined);
}

function doubles(what: string, items: readonly { id: string }[]): FileFault[] {
  const seen = new Set<string>();
  return items
    .filter(({ id }) => seen.size === seen.add(id).size)
    .map(({ id }) => ({ where: `${what} ${id}`, why: 'defined twice' }));
}

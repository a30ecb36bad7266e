import { describe, expect, test } from 'vitest';
import type { Finding } from '../findings/index.ts';
import { type Knowledge, loadKnowledge } from '../knowledge/index.ts';
import { differentialOf } from './differential.ts';
import { byExplanation } from './presenting.ts';
import { VIGNETTES } from './vignettes.fixture.ts';

const knowledge = loadKnowledge();

/** What a finding makes true beside itself. */
function withBroader(ids: readonly string[], { findings }: Knowledge): string[] {
  const all = new Set(ids);
  for (const id of all) for (const wider of findings.get(id)?.broader ?? []) all.add(wider);
  return [...all];
}

function findingOf(concept: string, presence: Finding['presence']): Finding {
  if (!knowledge.findings.has(concept)) throw new Error(`no such finding: ${concept}`);
  return { concept, name: concept, kind: 'mentioned', presence, certainty: 0.95, strength: 1, evidence: [] };
}

describe.each(Object.entries(VIGNETTES))('%s', (_, table) => {
  const rows = table.trim().split('\n');
  test.each(rows)('%s', (row) => {
    const [expected = '', who = '', told = ''] = row.split('|').map((part) => part.trim());
    const [sex, age] = who.split(' ');
    const words = told.split(' ');
    const absent = words.filter((word) => word.startsWith('-')).map((word) => word.slice(1));
    const present = words.filter((word) => !word.startsWith('-'));
    const findings = [
      ...withBroader(present, knowledge).map((id) => findingOf(id, 'present')),
      ...absent.map((id) => findingOf(id, 'absent')),
    ];
    const person = { sex: sex === 'f' ? ('female' as const) : ('male' as const), ageYears: Number(age) };
    const ranked = byExplanation(differentialOf(findings, [], person, knowledge)).map(({ condition }) => condition.id);
    expect(ranked.slice(0, 3)[0], ranked.slice(0, 3).join(', ')).toBe(expected);
  });
});

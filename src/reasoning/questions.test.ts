import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../knowledge/index.ts';
import { differentialOf } from './differential.ts';
import { shelfQuestionsOf } from './questions.ts';

const shelf = loadKnowledge();
const person = { ageYears: 45, sex: 'female' as const };
const present = (concept: string) => ({
  concept,
  name: concept,
  kind: 'mentioned' as const,
  presence: 'present' as const,
  certainty: 1,
  strength: 1,
  evidence: [],
});

describe('questions about findings of the shelf', () => {
  const told = ['fatigue', 'dyspnoea'].filter((id) => shelf.findings.has(id));
  const hypotheses = differentialOf(told.map(present), [], person, shelf);
  const questions = shelfQuestionsOf(hypotheses, new Set(told), person, shelf, { count: 30 });

  it('ask for nothing that is told, nor for what one question cannot answer', () => {
    expect(questions.length).toBe(30);
    for (const { finding } of questions) {
      const { pattern, trends, all } = shelf.findings.get(finding) ?? {};
      expect(told).not.toContain(finding);
      expect([pattern, trends, all]).toEqual([undefined, undefined, undefined]);
    }
  });

  it('come by information over cost and burden, the cheap ones of equal information first', () => {
    const values = questions.map(({ value }) => value);
    expect(values).toEqual([...values].sort((a, b) => b - a));
    for (const { information, value, cost, burden, yes } of questions) {
      const plain = information / (1 + cost + burden ** 1.5);
      expect(value).toBeGreaterThanOrEqual(plain - 1e-12);
      expect(value).toBeLessThanOrEqual(2 * plain + 1e-12);
      expect(information).toBeGreaterThanOrEqual(0);
      expect(information).toBeLessThanOrEqual(1);
      expect(yes).toBeGreaterThan(0);
      expect(yes).toBeLessThan(1);
    }
  });

  it('are worth nothing where no condition that is considered is linked to the finding', () => {
    const linked = new Set(hypotheses.flatMap(({ condition }) => condition.findings.map(({ finding }) => finding)));
    const other = [...shelf.findings.keys()].find(
      (id) => !linked.has(id) && shelfQuestionsOf(hypotheses, new Set(), person, shelf, { among: [id] }).length > 0,
    );
    for (const { information } of other
      ? shelfQuestionsOf(hypotheses, new Set(), person, shelf, { among: [other] })
      : [])
      expect(information).toBeCloseTo(0, 9);
    const [first] = hypotheses;
    const own = first?.condition.findings.find(({ finding }) => !told.includes(finding))?.finding ?? '';
    const [asked] = shelfQuestionsOf(hypotheses.slice(0, 1), new Set(), person, shelf, { among: [own] });
    expect(asked?.information ?? 1).toBeGreaterThan(0);
  });
});

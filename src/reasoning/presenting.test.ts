import { expect, it } from 'vitest';
import type { Hypothesis } from './hypothesis.ts';
import { byExplanation, raisedByCase } from './presenting.ts';

const hypothesis = (id: string, posterior: number, logOdds: number, more: Partial<Hypothesis> = {}): Hypothesis => ({
  condition: { id } as Hypothesis['condition'],
  prior: 0.01,
  posterior,
  contributions: [{ finding: 'x', name: 'X', presence: 'present', logOdds, evidence: [], source: 'estimate' }],
  documented: false,
  unknown: [],
  ...more,
});

it('of a case, what its findings speak for is shown although it is improbable, after what is raised', () => {
  const raised = hypothesis('raised', 0.5, 5);
  const spoken = hypothesis('spoken', 0.05, 2.5);
  const common = hypothesis('common', 0.3, 0.1);
  const known = hypothesis('known', 0.4, 3, { documented: true });
  const rare = hypothesis('rare', 0.001, 2.5);
  const rareAndTold = hypothesis('rare-and-told', 0.001, 4);
  expect(raisedByCase([raised, known, common, spoken, rare, rareAndTold])).toEqual([raised, rareAndTold, spoken]);
});

it('shows no more than a reader weighs at once', () => {
  const many = Array.from({ length: 20 }, (_, index) => hypothesis(`h${index}`, 0.1, 2.5));
  expect(raisedByCase(many)).toHaveLength(6);
});

it('asks first for what explains most of the complaint, not for what is merely common', () => {
  const common = hypothesis('common', 0.9, 0.4);
  const fitting = hypothesis('fitting', 0.3, 6);
  const nothing = hypothesis('nothing', 0.5, -1);
  expect(byExplanation([common, nothing, fitting])).toEqual([fitting, common]);
});

it('an exposure explains nothing of the complaint', () => {
  const contribution = { name: 'X', presence: 'present', evidence: [], source: 'estimate' } as const;
  const exposed = hypothesis('exposed', 0.5, 0, {
    contributions: [
      { ...contribution, finding: 'drug', logOdds: 4, given: true },
      { ...contribution, finding: 'ache', logOdds: 0.5 },
    ],
  });
  const fitting = hypothesis('fitting', 0.1, 2);
  expect(byExplanation([exposed, fitting])).toEqual([fitting, exposed]);
});

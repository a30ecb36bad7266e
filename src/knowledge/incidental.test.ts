import { describe, expect, it } from 'vitest';
import { faultsOfTables, type IncidentalTable, incidentalSchema } from './incidental.ts';
import { loadKnowledge } from './index.ts';

const TABLE: IncidentalTable = {
  id: 'lung-nodule',
  name: 'Lung nodule',
  organ: 'lung',
  kinds: ['nodule'],
  size: 'mean',
  source: 'a-guideline',
  guidance: 'A guideline',
  applies: { notWith: [] },
  replaces: [],
  rows: [{ when: { from: 6 }, do: 'follow-up', expects: ['ct-chest'], withinDays: 365, says: 'CT.' }],
};
const KNOWN = {
  findings: new Set<string>(),
  conditions: new Set<string>(),
  tests: new Set(['ct-chest']),
  sources: new Set(['a-guideline']),
  followUps: new Set<string>(),
};
const faults = (table: Partial<IncidentalTable>) =>
  faultsOfTables([{ ...TABLE, ...table }], KNOWN).map(({ why }) => why);
const row = (more: Partial<IncidentalTable['rows'][number]>) => ({
  rows: [{ ...TABLE.rows[0], ...more } as IncidentalTable['rows'][number]],
});

describe('tables of chance findings', () => {
  it('of the shelf hold together', () => {
    expect(loadKnowledge().incidentals?.length).toBeGreaterThanOrEqual(10);
    expect(faults({})).toEqual([]);
  });

  it.each<[string, Partial<IncidentalTable>]>([
    ['no such source: x', { source: 'x' }],
    ['no such test: mri', row({ expects: ['mri'] })],
    ['no such finding: gone', { applies: { notWith: ['gone'] } }],
    ['no such condition: gone', { highRisk: { conditions: ['gone'], traits: [] } }],
    ['no such follow-up rule: gone', { replaces: ['gone'] }],
    ['follow-up needs expects and withinDays', { rows: [{ when: {}, do: 'follow-up', says: 'CT.' }] }],
    ['fromDays is after withinDays', row({ fromDays: 500 })],
    ['no size fits its bounds', row({ when: { from: 9, below: 6 } })],
  ])('%s', (why, table) => expect(faults(table)).toContain(why));

  it('defined twice, or with an unknown organ or key, are faults', () => {
    expect(faultsOfTables([TABLE, TABLE], KNOWN).map(({ why }) => why)).toContain('defined twice');
    expect(incidentalSchema.safeParse({ ...TABLE, organ: 'spleen' }).success).toBe(false);
    expect(incidentalSchema.safeParse({ ...TABLE, rows: [{ ...TABLE.rows[0], when: { size: 6 } }] }).success).toBe(
      false,
    );
  });
});

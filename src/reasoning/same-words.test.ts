import { describe, expect, test } from 'vitest';
import { type Finding, readRecord } from '../findings/index.ts';
import { loadKnowledge } from '../knowledge/index.ts';
import { chartFromTexts } from '../text/index.ts';
import { differentialOf } from './differential.ts';
import { RETOLD, weighGroups } from './groups.ts';
import { labelsOfWords, sameWordsOf } from './same-words.ts';

const told = (concept: string, ...spans: (readonly [number, number])[]): Finding => ({
  concept,
  name: concept,
  kind: 'mentioned',
  presence: 'present',
  certainty: 0.85,
  strength: 1,
  evidence: spans.map((span) => ({ source: { resourceType: 'DocumentReference', id: 'note', span }, at: 0, text: '' })),
});
const tie = (finding: Finding, analytes: string[] = []) => ({ finding, analytes });

describe('findings that the same words tell', () => {
  const hallmark = told('hallmark', [10, 40]);
  const form = told('form', [30, 37]);
  const elsewhere = told('form', [30, 37], [90, 97]);
  const other = told('other', [50, 60]);

  test('a finding within the words of another is held by it', () => {
    const same = sameWordsOf([hallmark, form, other]);
    expect([...(same.get('form') ?? [])]).toEqual(['hallmark']);
    expect(same.has('hallmark')).toBe(false);
    expect(same.has('other')).toBe(false);
  });

  test('what a second place tells too, or another note, is a fact of its own', () => {
    expect(sameWordsOf([hallmark, elsewhere]).size).toBe(0);
    const note = { ...form, evidence: form.evidence.map((each) => ({ ...each, source: { ...each.source, id: 'b' } })) };
    expect(sameWordsOf([hallmark, note]).size).toBe(0);
  });

  test('two results of one pair of numbers are two facts', () => {
    const same = sameWordsOf([told('alt', [0, 12]), told('ast', [0, 12])]);
    const ties = [tie(told('alt', [0, 12]), ['analyte:alt']), tie(told('ast', [0, 12]), ['analyte:ast'])];
    expect(labelsOfWords(ties, same)).toEqual([undefined, undefined]);
  });

  test('share a label in a condition, all of one description the same one', () => {
    const all = [told('hallmark', [10, 40]), told('form', [30, 37]), told('site', [10, 37]), other];
    const labels = labelsOfWords(
      all.map((each) => tie(each)),
      sameWordsOf(all),
    );
    expect(labels[0]).toBeDefined();
    expect(labels.slice(0, 3)).toEqual([labels[0], labels[0], labels[0]]);
    expect(labels[3]).toBeUndefined();
  });

  test('count whole once', () => {
    const [alone = 0] = weighGroups(
      [
        { group: 'a', logOdds: 2 },
        { group: 'b', logOdds: 1 },
      ].slice(1),
    );
    const [, together = 0] = weighGroups([
      { group: 'a', words: 'w', logOdds: 2 },
      { group: 'b', words: 'w', logOdds: 1 },
    ]);
    const [, apart = 0] = weighGroups([
      { group: 'a', logOdds: 2 },
      { group: 'b', logOdds: 1 },
    ]);
    expect(alone).toBe(1);
    expect(together).toBeCloseTo(apart * RETOLD, 10);
  });

  test('so a description is no more than the sum of its own: in the differential', () => {
    const knowledge = loadKnowledge();
    const chart = chartFromTexts([
      { id: 'note', title: 'Note', text: 'A 9-year-old boy with dome-shaped umbilicated papules on the trunk.' },
    ]);
    const record = readRecord(chart, knowledge, '2000-01-01');
    const findings = [...record.findings.values()];
    const whole = differentialOf(findings, [], { ageYears: 9, sex: 'male' }, knowledge);
    const apart = findings.map((each, index) => ({
      ...each,
      evidence: each.evidence.map((one) => ({ ...one, source: { ...one.source, id: `note-${index}` } })),
    }));
    const counted = differentialOf(apart, [], { ageYears: 9, sex: 'male' }, knowledge);
    const of = (list: typeof whole) => list.find(({ condition }) => condition.id === 'molluscum-contagiosum');
    expect(of(whole)?.contributions.length).toBeGreaterThan(1);
    expect(of(whole)?.posterior ?? 1).toBeLessThan(of(counted)?.posterior ?? 0);
  });
});

import { describe, expect, test } from 'vitest';
import { readKnowledge } from './files.ts';
import type { KnowledgeData } from './knowledge.ts';
import { lint } from './lint.ts';

const shipped = readKnowledge().data;

/** The shipped shelf with one thing changed. */
function shelfWith(change: (data: KnowledgeData) => void): string[] {
  const data = structuredClone(shipped);
  change(data);
  return lint(data).map(({ where, why }) => `${where}: ${why}`);
}

const condition = (data: KnowledgeData, id: string) => {
  const found = data.conditions.find((each) => each.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};

describe('what weakens the shelf', () => {
  test('no two conditions of the shelf are the same to the differential, and nothing is more frequent than its whole', () => {
    const advice = lint(shipped).map(({ why }) => why);
    expect(advice.filter((why) => /cannot be told|more frequent|cannot have it|nothing cites/.test(why))).toEqual([]);
  });

  test('a condition with the findings of another', () => {
    const advice = shelfWith((data) => {
      data.conditions.push({ ...condition(data, 'coeliac-disease'), id: 'gluten-ataxia' });
    });
    expect(advice).toContain(
      'condition coeliac-disease: cannot be told from gluten-ataxia: give each what the other lacks',
    );
  });

  test('a part more frequent than the whole, and more people ill than there are', () => {
    const advice = shelfWith((data) => {
      data.conditions.push({
        ...condition(data, 'crohn-disease'),
        id: 'crohn-of-the-mouth',
        broader: ['crohn-disease'],
        prevalence: [{ fromAge: 0, toAge: 120, per100k: 100_000, source: 'estimate' }],
      });
    });
    expect(advice.filter((line) => line.startsWith('condition crohn-of-the-mouth: '))).toEqual([
      'condition crohn-of-the-mouth: 100000 of 100,000 people cannot have it',
      expect.stringContaining('more frequent at'),
    ]);
  });

  test('one fact in two groups', () => {
    const advice = shelfWith((data) => {
      condition(data, 'systemic-lupus-erythematosus').findings = [
        { finding: 'high-titre-ana', sensitivity: 0.5, group: 'titre', source: 'estimate' },
        { finding: 'positive-ana', sensitivity: 0.9, group: 'antibody', source: 'estimate' },
      ];
    });
    expect(advice).toContain(
      'condition systemic-lupus-erythematosus: high-titre-ana and positive-ana are one fact in two groups (titre, antibody)',
    );
  });

  test('a source that nothing cites', () => {
    const advice = shelfWith((data) => {
      data.sources['nobody-2001'] = { title: 'Unread', publication: 'Journal', year: 2001, status: 'recalled' };
    });
    expect(advice).toContain('source nobody-2001: nothing cites it');
  });
});

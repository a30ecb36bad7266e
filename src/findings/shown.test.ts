import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../knowledge/index.ts';
import { chartFromTexts } from '../text/index.ts';
import { type Doing, doneTestsOf } from './done.ts';
import { readRecord } from './record.ts';
import { shownOf } from './shown.ts';

const knowledge = loadKnowledge();
const shown = shownOf(knowledge);

/** What a note of these lines says was done: of each line the tests. */
function doneBy(lines: readonly string[]): string[][] {
  const text = lines.map((line) => `${line}\n\n`).join('');
  const chart = chartFromTexts([{ id: 'note', title: 'Note', text }]);
  const record = readRecord(chart, knowledge, chart.notes[0]?.time ?? '');
  const done = [...doneTestsOf(record, knowledge)];
  let to = 0;
  return lines.map((line) => {
    const from = to;
    to += line.length + 2;
    const isHere = ({ evidence: { source } }: Doing) => source.span && source.span[0] >= from && source.span[1] <= to;
    return done.filter(([, doings]) => doings.some(isHere)).map(([id]) => id);
  });
}

describe('a result that a note tells is a test that was done', () => {
  /** Every finding that is a result of some test and that notes tell in words. */
  const told = [...knowledge.findings.values()].filter(({ id, terms = [] }) => shown.tells.has(id) && terms.length > 0);

  test('of every finding of the shelf that a test shows', () => {
    expect(told.length).toBeGreaterThan(600);
    // What one of its words leaves open (an abbreviation with other meanings) another must tell.
    let open = told;
    for (let word = 0; word < 5; word++) {
      const done = doneBy(open.map(({ terms = [] }) => `Today there is this: ${terms[word] ?? terms[0]}.`));
      open = open.filter(({ id }, at) => (shown.tells.get(id) ?? []).some((each) => !done[at]?.includes(each)));
    }
    expect(open.map(({ id }) => id)).toEqual([]);
  });

  test.each([
    ['Antimitochondrial antibody positive.', 'antimitochondrial-antibody'],
    ['Anti-mitochondrial antibodies were negative.', 'antimitochondrial-antibody'],
    ['No papilloedema.', 'dilated-fundus-examination'],
    ['Auer rods seen.', 'blood-film'],
    ['There are bilateral hilar lymph nodes.', 'chest-xray'],
    ['ANA negative, ANCA negative.', 'ana'],
    ['ANA negative, ANCA negative.', 'anca'],
  ])('positive or negative: %s', (text, id) => {
    expect(doneBy([text])[0]).toContain(id);
  });

  test.each([
    ['The mass on the chest film is new: lung mass 4 cm.', 'ct-chest'],
    ['? papilloedema', 'dilated-fundus-examination'],
    ['Her mother had papilloedema.', 'dilated-fundus-examination'],
    ['Proteinuria.', 'urine-acr'],
    ['Weight loss of 5 kg.', 'waist-and-bmi'],
  ])('not what is feared, of another, or of a harder test: %s', (text, id) => {
    expect(doneBy([text])[0]).not.toContain(id);
  });
});

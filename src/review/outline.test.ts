import { describe, expect, it } from 'vitest';
import { exampleOf } from './example.fixture.ts';
import { clueText, optionText, outlineOf, partsOf, settlesIt } from './outline.ts';
import type { StepStatement } from './review.ts';

const { review } = exampleOf();
const outline = outlineOf(review);

describe('outlineOf', () => {
  it('puts every condition that is raised into a question, in order', () => {
    const raised = review.differential.filter(({ documented }) => !documented);
    expect(outline.questions.map(({ hypothesis }) => hypothesis)).toEqual(raised);
    expect(raised.length).toBeGreaterThan(0);
  });

  it('tells each clue once: with its question or among the overlooked', () => {
    const patterns = review.clues.filter(({ kind }) => kind === 'pattern');
    const others = review.clues.filter(({ kind }) => kind !== 'pattern');
    expect(outline.overlooked).toEqual(others);
    expect(patterns.length).toBeGreaterThan(0);
    expect(patterns.length).toBeLessThanOrEqual(outline.questions.length);
  });

  it('tells no step twice, and leaves none out but an opinion that the referral says', () => {
    const told = outline.questions.flatMap(({ first, tests, referral, answered }) => [
      first,
      ...tests,
      referral,
      ...answered,
    ]);
    const steps = [...told, ...outline.otherSteps].filter((step) => step !== undefined);
    expect(new Set(steps).size).toBe(steps.length);
    const left = review.nextSteps.filter((step) => !steps.includes(step));
    expect(left.every(({ test }) => /referral to/i.test(test.name))).toBe(true);
  });

  it('puts a referral that cannot wait first', () => {
    expect(outline.questions[0]?.first?.text).toMatch(/^Refer today/);
  });

  it('tells what is not known with its question, not among the limits', () => {
    const { questions, limits } = outline;
    const gaps = questions.filter(({ unknown }) => unknown !== '').length;
    expect(limits.length + gaps).toBe(review.limits.length);
  });
});

const step = (text: string): StepStatement => ({
  test: { id: 'pth', name: 'PTH' },
  for: [],
  information: 1,
  cost: 1,
  burden: 1,
  verdict: 'propose',
  text,
  citations: [{ resourceType: 'Patient', id: '1' }],
});

it('a step that settles one condition is not said to settle the other that it bears on', () => {
  for (const { hypothesis, first, tests } of outline.questions)
    for (const each of first ? [first, ...tests] : tests)
      expect(settlesIt(each, hypothesis)).toBe(
        new RegExp(`would settle [^.]*${hypothesis.condition.name}`, 'i').test(each.text),
      );
});

describe('partsOf', () => {
  it('takes a proposed test apart', () => {
    expect(partsOf(step('PTH (intact): would settle a (now 9 %) and b. Cost about $50, burden slight.'))).toEqual({
      name: 'PTH (intact)',
      effort: 'about $50, burden slight',
    });
  });

  it('leaves any other wording as it is', () => {
    expect(partsOf(step('Repeat it.'))).toEqual({ name: 'Repeat it.', effort: '' });
  });

  it('leaves out of a referral what its heading says', () => {
    expect(partsOf(step('Refer soon to a clinic for joints for lupus (now 9 %): On suspicion.')).name).toBe(
      'Refer soon to a clinic for joints. On suspicion.',
    );
  });
});

describe('clueText and optionText', () => {
  const citations = [{ resourceType: 'Patient', id: '1' }] as const;

  it('leave out what is said once for all', () => {
    const clue = { kind: 'not-done', text: 'MRI asked for. Nothing later in the record shows it.', citations } as const;
    expect(clueText(clue)).toBe('MRI asked for.');
    const [question] = outline.questions;
    if (!question) throw new Error('no question');
    const { condition } = question.hypothesis;
    const option = { kind: 'treat', condition: condition.id, cautions: [], citations } as const;
    expect(optionText({ ...option, text: `If ${condition.name} is confirmed: Rest.` }, question.hypothesis)).toBe(
      'Rest.',
    );
    expect(optionText({ ...option, text: 'Rest.' }, question.hypothesis)).toBe('Rest.');
  });
});

import { describe, expect, test } from 'vitest';
import type { FollowUpRule } from '../knowledge/index.ts';
import { cluesOf } from './clues.ts';
import { optionsOf } from './options.ts';
import {
  conditionDefinition,
  contribution,
  ferritin,
  findingDefinition,
  hypothesis,
  noteOf,
  recordOf,
  type ShelfParts,
  shelfOf,
  testDefinition,
} from './shelf.fixture.ts';
import { inSentence, listed, lowerFirst } from './wording.ts';

const lowFerritin = findingDefinition('low-ferritin', {
  name: 'Low ferritin',
  kind: 'laboratory',
  measures: [{ analyte: 'ferritin', is: 'low' }],
});
const rule: FollowUpRule = {
  id: 'scope',
  name: 'Iron deficiency',
  when: { all: ['low-ferritin'] },
  expects: ['colonoscopy'],
  withinDays: 90,
  says: 'Look for bleeding.',
  source: 'estimate',
};
const colonoscopy = testDefinition('colonoscopy', { doneBy: { terms: ['colonoscopy'] } });
const scoped = (date: string) => ({
  resourceType: 'Procedure',
  status: 'completed',
  code: { text: 'Colonoscopy' },
  performedDateTime: date,
});

/** Kinds and ids of the clues of a record. */
function clues(resources: readonly object[], parts: ShelfParts = {}, asOf = '2020-06-01') {
  const knowledge = shelfOf({ findings: [lowFerritin], tests: [colonoscopy], ...parts });
  const { record, done } = recordOf(knowledge, resources, asOf);
  return cluesOf(record, [], [], done, knowledge);
}
const ids = (...given: Parameters<typeof clues>) => clues(...given).map(({ kind, id }) => `${kind} ${id}`);

describe('a result that guidance asks to act on', () => {
  const followUps = [rule];
  const ruled = (resources: readonly object[], asOf?: string, rules = followUps) =>
    ids(resources, { followUps: rules }, asOf).filter((each) => each.includes('scope'));

  test('is a clue when nothing was done in time, and not before', () => {
    const low = [ferritin(9, '2020-01-01')];
    expect(ruled(low, '2020-03-30')).toEqual([]);
    expect(ruled(low, '2020-04-02')).toEqual(['not-acted-on scope']);
  });

  test('is none when it was done after, and still one when it was done long before', () => {
    expect(ruled([ferritin(9, '2020-01-01'), scoped('2020-02-01')])).toEqual([]);
    expect(ruled([ferritin(9, '2020-01-01'), scoped('2018-02-01')])).toEqual(['not-acted-on scope']);
  });

  test('says by how many days it is late, and cites the result', () => {
    const [clue] = clues([ferritin(9, '2020-01-01')], { followUps });
    expect(clue).toMatchObject({ overdueDays: 62, source: 'estimate' });
    expect(clue?.evidence.map(({ source }) => source.id)).toEqual(['r0']);
  });

  test.each([
    ['another sex', { sex: 'male' as const }],
    ['older', { fromAge: 70 }],
    ['younger', { toAge: 60 }],
    ['what excludes it', { none: ['low-ferritin'] }],
  ])('is none for %s', (_, when) => {
    const other = { ...rule, when: { ...rule.when, ...when } };
    expect(ruled([ferritin(9, '2020-01-01')], '2020-06-01', [other])).toEqual([]);
  });
});

describe('what was recommended', () => {
  const report = noteOf('Impression: 6 mm nodule. Recommend CT chest in 6 months.', '2018-01-01', 'CT chest report');
  const later = (title: string) => noteOf('Findings: no change.', '2018-07-15', title);
  const undone = (...resources: object[]) => ids(resources).filter((each) => each.startsWith('not-done'));

  test('and never came is a clue, with the very words', () => {
    const [clue] = clues([report]);
    expect(clue).toMatchObject({ kind: 'not-done' });
    expect(clue?.text).toMatch(/CT chest in 6 months/i);
    expect(clue?.evidence[0]?.source.span).toBeDefined();
  });

  test('is none while there is time', () => {
    expect(ids([report], {}, '2018-08-01')).toEqual([]);
  });

  test('is none once it came; of another part of the body it did not', () => {
    expect(undone(report, later('CT chest'))).toEqual([]);
    expect(undone(report, later('CT abdomen'))).toHaveLength(1);
  });

  test('an order that stays open is one, a fulfilled one is none', () => {
    const order = {
      resourceType: 'ServiceRequest',
      status: 'active',
      intent: 'order',
      code: { text: 'Colonoscopy' },
      authoredOn: '2019-01-01',
    };
    expect(undone(order)).toEqual(['not-done order-r0']);
    expect(undone({ ...order, status: 'completed' })).toEqual([]);
    expect(undone(order, scoped('2019-03-01'))).toEqual([]);
    expect(undone(order, scoped('2018-03-01'))).toHaveLength(1);
  });
});

describe('a marked result that nobody repeated', () => {
  const alone = (...resources: object[]) => ids(resources).filter((each) => each.endsWith('unrepeated-results'));

  test('is a clue after some months', () => {
    expect(alone(ferritin(5, '2019-01-01'))).toHaveLength(1);
    expect(alone(ferritin(5, '2020-05-01'))).toEqual([]);
  });

  test('a repeated, a borderline and a normal one are none', () => {
    expect(alone(ferritin(5, '2018-01-01'), ferritin(60, '2019-01-01'))).toEqual([]);
    expect(alone(ferritin(14, '2019-01-01'))).toEqual([]);
    expect(alone(ferritin(60, '2019-01-01'))).toEqual([]);
  });

  test('a sample that gave no result and was never sent again', () => {
    const spoilt = { ...ferritin(9, '2019-01-01'), valueQuantity: undefined, valueString: 'Sample haemolysed' };
    expect(ids([spoilt])).toEqual(['not-done no-result-r0']);
    expect(ids([spoilt, ferritin(60, '2019-02-01')])).toEqual([]);
  });
});

describe('what a condition raises', () => {
  const coeliac = conditionDefinition('coeliac', { name: 'Coeliac disease' });
  const knowledge = shelfOf({ conditions: [coeliac] });
  const { record, done } = recordOf(knowledge, []);

  test('a clue names what points to it, not what speaks against it', () => {
    const raised = [hypothesis(coeliac, 0.5, [contribution('Low ferritin', 3), contribution('Diarrhoea', -1)])];
    const [clue] = cluesOf(record, raised, raised, done, knowledge);
    expect(clue).toMatchObject({ kind: 'pattern', id: 'coeliac' });
    expect(clue?.text).toContain('Consider coeliac disease: low ferritin');
    expect(clue?.text).not.toMatch(/diarrhoea/i);
  });

  test('the likelier first', () => {
    const [a, b] = [conditionDefinition('a'), conditionDefinition('b')];
    const raised = [hypothesis(a, 0.3, [contribution('x', 3)]), hypothesis(b, 0.9, [contribution('y', 3)])];
    expect(cluesOf(record, raised, raised, done, knowledge).map(({ id }) => id)).toEqual(['b', 'a']);
  });

  test('one clue for one story, unless the other alone must not be missed', () => {
    const [likely, also] = [conditionDefinition('a'), conditionDefinition('b')];
    const grave = conditionDefinition('c', { mustNotMiss: { why: 'sight', source: 'estimate' } });
    const told = (other: typeof also) => {
      const raised = [hypothesis(likely, 0.9, [contribution('x', 3)]), hypothesis(other, 0.3, [contribution('x', 3)])];
      return cluesOf(record, raised, raised, done, knowledge).map(({ id, text }) => [id, text.includes('also fits')]);
    };
    expect(told(also)).toEqual([['a', true]]);
    expect(told(grave)).toHaveLength(2);
  });
});

describe('options', () => {
  const lupus = conditionDefinition('lupus', {
    name: 'Lupus',
    referral: { to: 'rheumatology', urgency: 'urgent', when: 'Two criteria are met.', source: 'estimate' },
    treatments: [{ name: 'Hydroxychloroquine', contraindications: ['Retinopathy', 'Asthma'], source: 'estimate' }],
  });
  const knowledge = shelfOf({
    conditions: [lupus],
    findings: [
      findingDefinition('retinopathy', { name: 'Retinopathy', kind: 'history', lasts: 'life' }),
      findingDefinition('asthma'),
    ],
  });
  const options = (text: string) =>
    optionsOf([hypothesis(lupus, 0.5)], recordOf(knowledge, [noteOf(text, '2019-01-01')]).record, knowledge);

  test('a treatment, once it is confirmed', () => {
    expect(options('Well.').map(({ text }) => text)).toEqual(['If lupus is confirmed: Hydroxychloroquine.']);
  });

  test('each contraindication, with what the record holds of it', () => {
    const [treat] = options('Retinopathy seen. No asthma.');
    expect(treat?.cautions.map(({ text, evidence }) => [text, evidence.length])).toEqual([
      ['retinopathy', 1],
      ['asthma', 0],
    ]);
  });

  test('of the three likeliest only', () => {
    const { treatments } = lupus;
    const many = ['a', 'b', 'c', 'd'].map((id) => hypothesis(conditionDefinition(id, { treatments }), 0.5));
    const { record } = recordOf(knowledge, []);
    expect(optionsOf(many, record, knowledge).map((option) => option.hypothesis.condition.id)).toEqual(['a', 'b', 'c']);
  });
});

test('names inside a sentence', () => {
  const kept = ['TSH high', 'IgA low', 'Addison disease', 'Hepatitis B', 'Raynaud phenomenon', 'P wave', 'γ-GT high'];
  expect(kept.map(lowerFirst)).toEqual(kept);
  expect(['Low ferritin', 'Coeliac disease', 'Hepatitis', 'Stillbirth', 'Parkinsonian gait'].map(inSentence)).toEqual([
    ...['low ferritin', 'coeliac disease', 'hepatitis', 'stillbirth', 'parkinsonian gait'],
  ]);
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listed)).toEqual(['', 'a', 'a and b', 'a, b and c']);
});

import { describe, expect, test } from 'vitest';
import { distinct, withComposed } from './composed.ts';
import type { Finding } from './finding.ts';
import { finding, shelf } from './shelf.fixture.ts';

function found(
  concept: string,
  presence: Finding['presence'] = 'present',
  certainty = 0.9,
  day = '2019-01-01',
): Finding {
  const source = { resourceType: 'Observation', id: concept };
  const evidence = [{ source, time: day, at: Date.parse(day), text: concept }];
  return { concept, name: concept, kind: 'abnormal', presence, certainty, strength: 1, evidence };
}

const knowledge = shelf({
  findings: [
    finding('low-iron'),
    finding('anaemia'),
    finding('melaena', { broader: ['bleeding'] }),
    finding('bleeding', { broader: ['blood-loss'] }),
    finding('blood-loss'),
    finding('iron-anaemia', { all: ['low-iron', 'anaemia'] }),
    finding('any-loss', { any: ['bleeding', 'iron-anaemia'] }),
    finding('worrying', { all: ['iron-anaemia'], any: ['bleeding', 'anaemia'] }),
    finding('episode', { all: ['low-iron'], any: ['anaemia', 'bleeding'], lasts: 'months' }),
    finding('loop-a', { any: ['loop-b'] }),
    finding('loop-b', { any: ['loop-a'] }),
  ],
});

const composed = (...findings: Finding[]) =>
  withComposed(new Map(findings.map((each) => [each.concept, each])), knowledge);

describe('all of some', () => {
  test('present when each is, as certain as the least certain, with the evidence of all', () => {
    const all = composed(found('low-iron', 'present', 0.6), found('anaemia')).get('iron-anaemia');
    expect(all).toMatchObject({ presence: 'present', certainty: 0.6 });
    expect(all?.evidence.map(({ text }) => text).sort()).toEqual(['anaemia', 'low-iron']);
  });

  test('absent when one is absent; unsaid when one is unknown or only possible', () => {
    expect(composed(found('low-iron'), found('anaemia', 'absent')).get('iron-anaemia')?.presence).toBe('absent');
    expect(composed(found('low-iron')).has('iron-anaemia')).toBe(false);
    expect(composed(found('low-iron'), found('anaemia', 'possible')).has('iron-anaemia')).toBe(false);
  });
});

describe('what lasts months', () => {
  test('is of one episode: parts of different years make none', () => {
    const with2 = (day: string) =>
      composed(found('low-iron', 'present', 0.9, '2019-01-01'), found('anaemia', 'present', 0.9, day));
    expect(with2('2019-01-20').has('episode')).toBe(true);
    expect(with2('2018-06-01').get('episode')?.presence).not.toBe('present');
    expect(with2('2018-06-01').get('iron-anaemia')?.presence).toBe('present');
  });
});

describe('any of some', () => {
  test('present by one, also by a composed one, as certain as the surest', () => {
    expect(composed(found('bleeding', 'present', 0.4)).get('any-loss')).toMatchObject({ certainty: 0.4 });
    expect(composed(found('low-iron'), found('anaemia')).get('any-loss')?.presence).toBe('present');
  });

  test('absent only when every one is', () => {
    expect(composed(found('bleeding', 'absent')).has('any-loss')).toBe(false);
    const none = composed(found('bleeding', 'absent'), found('low-iron', 'absent'));
    expect(none.get('any-loss')?.presence).toBe('absent');
  });

  test('all and any together need both', () => {
    expect(composed(found('low-iron'), found('anaemia')).get('worrying')?.presence).toBe('present');
    expect(composed(found('bleeding')).has('worrying')).toBe(false);
  });
});

describe('the more general', () => {
  test('follows from the special, through all levels, and not the other way', () => {
    const some = composed(found('melaena', 'present', 0.7));
    expect(some.get('blood-loss')).toMatchObject({ presence: 'present', certainty: 0.7 });
    expect(composed(found('blood-loss')).has('melaena')).toBe(false);
  });

  test('of an absent one nothing follows, and a denial of the general yields to it', () => {
    expect(composed(found('melaena', 'absent')).has('bleeding')).toBe(false);
    expect(composed(found('melaena'), found('bleeding', 'absent')).get('bleeding')?.presence).toBe('present');
  });
});

test('findings that build on each other do not go round for ever', () => {
  expect([...composed(found('anaemia')).keys()]).toEqual(['anaemia']);
});

test('evidence is told once, oldest first', () => {
  const evidence = [found('b', 'present', 1, '2019-02-02'), found('a'), found('b')].flatMap((each) => each.evidence);
  expect(distinct(evidence).map(({ text }) => text)).toEqual(['a', 'b']);
});

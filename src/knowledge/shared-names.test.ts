import { expect, test } from 'vitest';
import { loadKnowledge } from './index.ts';
import { faultsOfNames } from './shared-names.ts';

const [example] = [...loadKnowledge().conditions.values()];
if (!example) throw new Error('no condition to start from');
const named = (id: string, names: string[], umbrellas?: string[]) => ({
  ...example,
  id,
  name: id,
  synonyms: names,
  umbrellas,
});

test('a name of two conditions is a fault, whatever its hyphens and capitals', () => {
  const faults = faultsOfNames([
    named('a', ['B-cell lymphoma']),
    named('b', ['b cell Lymphoma']),
    named('c', ['other']),
  ]);
  expect(faults).toEqual([{ where: 'condition a', why: 'b cell lymphoma is a name of b as well' }]);
});

test('a name is one condition’s own though it lists it twice', () => {
  expect(faultsOfNames([named('a', ['a', 'A', 'x'])])).toEqual([]);
});

test('an umbrella is declared by all that it covers', () => {
  expect(faultsOfNames([named('a', ['epilepsy'], ['epilepsy']), named('b', ['epilepsy'], ['epilepsy'])])).toEqual([]);
  expect(faultsOfNames([named('a', ['epilepsy'], ['epilepsy']), named('b', ['epilepsy'])])).toEqual([
    { where: 'condition b', why: 'epilepsy is a name of a as well' },
  ]);
  expect(faultsOfNames([named('a', ['epilepsy'], ['epilepsy'])])).toEqual([
    { where: 'condition a', why: 'epilepsy is an umbrella over nothing else' },
  ]);
});

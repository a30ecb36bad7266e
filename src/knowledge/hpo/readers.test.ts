import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frequencyOf } from './frequency.ts';
import { readHpoa } from './hpoa.ts';
import { readObo } from './obo.ts';
import { readObograph } from './obograph.ts';
import { readReducedDiseases, readReducedTerms } from './reduced.ts';
import { HPOA, OBO, OBOGRAPH } from './release.fixture.ts';
import { counterpartsOf, nameKey } from './same-disease.ts';

describe('hp.obo', () => {
  const { version, terms } = readObo(OBO);
  const term = (id: string) => terms.find((each) => each.id === id);

  it('knows its release', () => expect(version).toBe('2031-02-03'));

  it('reads names, parents without comments, exact synonyms and former ids', () => {
    expect(term('HP:9000002')).toEqual({
      id: 'HP:9000002',
      name: 'Blue skin',
      synonyms: ['Azure \\"skin\\"'],
      parents: ['HP:9000001'],
      alternatives: ['HP:9000099'],
      obsolete: false,
    });
  });

  it('reads what replaces an obsolete term, and nothing but terms', () => {
    expect(term('HP:9000098')).toMatchObject({ obsolete: true, replacedBy: 'HP:9000002' });
    expect(term('HP:9000097')).not.toHaveProperty('replacedBy');
    expect(terms).toHaveLength(10);
  });

  it('reads files with carriage returns the same way', () => {
    expect(readObo(OBO.replaceAll('\n', '\r\n')).terms).toEqual(terms);
  });
});

describe('hp.json', () => {
  const { version, terms } = readObograph(OBOGRAPH);

  it('says of a term what hp.obo says', () => {
    expect(version).toBe('2031-02-03');
    expect(terms.find(({ id }) => id === 'HP:9000002')).toEqual({
      id: 'HP:9000002',
      name: 'Blue skin',
      synonyms: ['Azure skin'],
      parents: ['HP:9000001'],
      alternatives: ['HP:9000099'],
      obsolete: false,
    });
    expect(terms.find(({ id }) => id === 'HP:9000098')).toMatchObject({ obsolete: true, replacedBy: 'HP:9000002' });
    expect(terms).toHaveLength(4);
  });

  it('refuses what is no graph', () => expect(() => readObograph({ graphs: [] })).toThrow());
});

describe('phenotype.hpoa', () => {
  const { version, diseases, faults } = readHpoa(HPOA);
  const annotations = (id: string) => diseases.find((each) => each.id === id)?.annotations;

  it('reads ratio, percentage and term frequencies; NOT is never', () => {
    expect(version).toBe('2031-02-03');
    expect(annotations('OMIM:1')).toEqual([
      { term: 'HP:9000002', frequency: 3.5 / 5 },
      { term: 'HP:9000099', frequency: 0.5 },
      { term: 'HP:9000004', frequency: 0 },
      { term: 'HP:0001419' },
    ]);
    expect(annotations('OMIM:2')).toContainEqual({ term: 'HP:9000003', frequency: 0.895, sex: 'female' });
  });

  it('names the rows it leaves out, with their line', () => {
    expect(faults).toEqual([
      'phenotype.hpoa line 10: a frequency that is neither a term, a ratio nor a percentage',
      'phenotype.hpoa line 13: no disease id',
    ]);
  });

  it('takes several studies of one finding together', () => {
    const first = (of: string) => readHpoa(of).diseases[0]?.annotations[0];
    const twice = HPOA.replace('HP:9000099', 'HP:9000002');
    // Three of four were counted; a percentage beside it adds nothing.
    expect(first(twice)).toEqual({ term: 'HP:9000002', frequency: 0.7 });
    expect(first(twice.replace('50%', '1/6'))).toEqual({ term: 'HP:9000002', frequency: 4.5 / 11 });
    expect(first(twice.replace('3/4', 'HP:0040283'))?.frequency).toBeCloseTo((0.17 + 0.5) / 2, 9);
    expect(first(twice.replace('3/4', '0/2').replace('50%', '0/2'))?.frequency).toBe(0);
  });

  it('does not know how often, where one source found it and another found it in nobody', () => {
    const apart = HPOA.replace('HP:9000004\tPMID:1', 'HP:9000099\tPMID:1').replace('50%', '');
    expect(readHpoa(apart).diseases[0]?.annotations[1]).toEqual({ term: 'HP:9000099' });
  });

  it('refuses a file without its header row', () => expect(() => readHpoa('OMIM:1\tx')).toThrow('no column'));

  it('does not fail on any text under a good header', () => {
    const [head = ''] = HPOA.split('OMIM:1');
    fc.assert(fc.property(fc.string(), (text) => Array.isArray(readHpoa(head + text).diseases)));
  });
});

describe('frequencies', () => {
  it.each([
    ['HP:0040280', 1],
    ['HP:0040285', 0],
    ['1/1', 0.75],
    ['0/2', 0.5 / 3],
    ['0/3', 0],
    ['22%', 0.22],
    ['12.5 %', 0.125],
  ])('%s is %d', (text, value) => expect(frequencyOf(text)).toBeCloseTo(value, 9));

  it.each(['5/4', '1/0', '120%', 'often', '-1/3'])('%s is none', (text) => expect(frequencyOf(text)).toBeUndefined());

  it('grows with the count and stays a probability', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 500 }), (n, k) => {
        const value = frequencyOf(`${Math.min(k, n)}/${n}`) ?? -1;
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThan(1);
        if (k < n) expect(frequencyOf(`${k + 1}/${n}`)).toBeGreaterThan(value);
      }),
    );
  });
});

describe('reduced files', () => {
  it('are read without frequencies', () => {
    expect(readReducedDiseases({ 'OMIM:1': { name: 'A', hpo: ['HP:9000002', 'HP:9000002'] } })).toEqual([
      { id: 'OMIM:1', name: 'A', annotations: [{ term: 'HP:9000002' }] },
    ]);
    const [term] = readReducedTerms({
      'HP:9000002': { name: 'Blue', parents: [], obsolete: true, replacement: 'HP:9000003' },
    });
    expect(term).toMatchObject({ obsolete: true, replacedBy: 'HP:9000003' });
  });

  it('are refused in another form', () => {
    expect(() => readReducedTerms({ 'HP:1': {} })).toThrow();
    expect(() => readReducedDiseases([1])).toThrow();
  });
});

describe('one disease in two sources', () => {
  it('is known by its name in any order and numeral', () => {
    expect(nameKey('Arthrogryposis, Neurogenic type')).toBe(nameKey('Neurogenic arthrogryposis'));
    expect(nameKey("Bright's syndrome, type II")).toBe(nameKey('Bright syndrome 2'));
    expect(nameKey('Azure syndrome 1')).not.toBe(nameKey('Azure syndrome 2'));
  });

  it('is matched to its namesake, else to its family, and only across sources', () => {
    const diseases = ['OMIM:1 Azure syndrome 1', 'OMIM:2 Azure syndrome', 'ORPHA:9 Azure syndrome', 'OMIM:3 Red'].map(
      (text) => ({ id: text.split(' ')[0] ?? '', name: text.slice(text.indexOf(' ') + 1) }),
    );
    expect(counterpartsOf(diseases)).toEqual([
      { of: 0, counterpart: 2, kind: 'family' },
      { of: 1, counterpart: 2, kind: 'same' },
    ]);
  });
});

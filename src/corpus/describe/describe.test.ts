import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { datasetOf, type Row } from '../dataset.fixture.ts';
import { cellsOf } from '../suppress.ts';
import { describeCorpus } from './describe.ts';
import type { Description } from './description.ts';
import { descriptionAsHtml } from './page.ts';
import { referenceOf, representationOf } from './representation.ts';
import { descriptionAsText } from './text.ts';

/** Forty people: 25 women, 12 men, 3 of whom nothing is said; a haemoglobin in 30, a rare code in 5. */
function rows(): Row[] {
  return Array.from({ length: 40 }, (_, n) => BigInt(n + 1)).flatMap((id): Row[] => {
    const n = Number(id);
    const sex: Row[] = n <= 25 ? [[id, null, 'GENDER//F']] : n <= 37 ? [[id, null, 'GENDER//M']] : [];
    return [
      ...sex,
      [id, '1950-01-01', 'MEDS_BIRTH'],
      ...(n <= 5 ? [[id, '2001-01-01', 'CONDITION//SNOMED/rare'] satisfies Row] : []),
      ...(n <= 30 ? [[id, '2010-01-01', 'LAB//LOINC/718-7//g/dL', n] satisfies Row] : []),
      [id, '2011-01-01', 'ENCOUNTER//<b>ambulatory'],
    ];
  });
}

describe('describeCorpus', () => {
  let description: Description;

  beforeAll(async () => {
    description = await describeCorpus(
      await datasetOf({ 0: rows() }, { metadata: { dataset_name: 'forty', trainable: true } }),
    );
  });

  it('counts people, events, years and codes', () => {
    expect(description).toMatchObject({
      name: 'forty',
      people: 40,
      events: 37 + 40 + 5 + 30 + 40,
      codeCount: 4,
      rareCodes: 1,
      deaths: 0,
    });
    expect(description.years).toEqual([
      { year: 1950, people: 40, events: 40 },
      { year: 2001, people: 'few', events: null },
      { year: 2010, people: 'all but few', events: 30 },
      { year: 2011, people: 40, events: 40 },
    ]);
    expect(description.ages).toEqual([{ name: '45–64', people: 40 }]);
    const haemoglobin = description.codes.find(({ code }) => code.startsWith('LAB'));
    expect(haemoglobin).toMatchObject({ people: 'all but few', events: 30, missing: null, withValue: 1 });
    expect(haemoglobin?.values?.[2]).toBe(15.5);
  });

  it('shows no group of fewer than 11 people, nor lets it be worked out from the others', () => {
    expect(description.sex).toEqual([
      { name: 'F', people: 25 },
      { name: 'M', people: 'hidden' },
      { name: 'unknown', people: 'few' },
    ]);
    const told = descriptionAsText(description) + descriptionAsHtml(description) + JSON.stringify(description);
    expect(told).not.toMatch(/SNOMED.rare|>(37|12|3)</);
    expect(descriptionAsText(description)).toContain('F 25, M hidden, unknown <11');
  });

  it('says what is missing: of whom something is not known, and which events hold no result', () => {
    const kinds = new Map(description.kinds.map((kind) => [kind.kind, kind]));
    expect(kinds.get('LAB')).toMatchObject({ events: 30, withValue: 1, withText: 0 });
    expect(kinds.get('CONDITION')).toMatchObject({ people: 'few', events: null, withValue: null });
    const page = descriptionAsHtml(description);
    expect(page).toContain('Not known: the sex of a few, the race of 100 %, the ethnicity of 100 % of the people.');
    expect(page).toContain('<td title="LAB">Laboratory results</td>');
    expect(page).toContain('De-identified: a model may learn from it.');
  });

  it('names the groups that are fewer or more than in the reference', async () => {
    const reference = referenceOf({ name: 'All', source: 'a test', age: { '18–44': 0.5, '45–64': 0.5 } }, 'r.yaml');
    const compared = await describeCorpus(await datasetOf({ 0: rows() }), { reference });
    const page = descriptionAsHtml(compared);
    expect(page).toContain('Fewer than there: age 18–44. More than there: age 45–64.');
    expect(page).toContain('<span class="off">▼ </span>0.00');
  });

  it('writes a page that loads nothing and takes no markup from codes', () => {
    const page = descriptionAsHtml(description);
    expect(page).toContain('&lt;b&gt;ambulatory');
    expect(page).not.toMatch(/<b>ambulatory|https?:|<script/);
  });
});

describe('cellsOf', () => {
  it('hides every small cell, and never so little that the total gives it away', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 8 }), (sizes) => {
        const cells = cellsOf(sizes.map((people, index) => ({ name: String(index), people })));
        const hidden = sizes.filter((_, index) => typeof cells[index]?.people !== 'number');
        expect(cells.every(({ people }) => typeof people !== 'number' || people === 0 || people >= 11)).toBe(true);
        const positive = sizes.filter((size) => size > 0);
        const sum = hidden.reduce((a, b) => a + b, 0);
        if (hidden.length > 0 && hidden.length < positive.length) {
          expect(hidden.length).toBeGreaterThan(1);
          expect(sum).toBeGreaterThanOrEqual(11);
        }
      }),
    );
  });
});

describe('representationOf', () => {
  const reference = referenceOf({ name: 'All', source: 'a test', sex: { F: 0.5, M: 0.5 } }, 'r.yaml');

  it('gives each group its share, interval and ratio', () => {
    const none = { race: [], ethnicity: [], age: [] };
    const [women, men] = representationOf(reference, {
      ...none,
      sex: [
        { name: 'F', people: 75 },
        { name: 'M', people: 25 },
      ],
    });
    expect(women).toMatchObject({ share: 0.75, ratio: 1.5 });
    expect(men?.low).toBeCloseTo(0.1755, 3);
    expect(men?.high).toBeCloseTo(0.343, 3);
    const hidden = representationOf(reference, {
      ...none,
      sex: [
        { name: 'F', people: 'few' },
        { name: 'M', people: 25 },
      ],
    });
    expect(hidden[0]).toEqual({ attribute: 'sex', group: 'F', reference: 0.5 });
  });

  it('refuses shares that do not add up, and names the place', () => {
    expect(() => referenceOf({ name: 'All', source: 'x', sex: { F: 0.5 } }, 'r.yaml')).toThrow(
      /r.yaml.*sex: the shares do not add up/,
    );
  });
});

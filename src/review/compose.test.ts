import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { chartFromBundle } from '../chart/index.ts';
import { loadKnowledge } from '../knowledge/index.ts';
import { chartFromTexts } from '../text/index.ts';
import { reviewOf } from './compose.ts';
import { reviewAsFhir } from './fhir/bundle.ts';
import { reviewAsHtml } from './html/page.ts';
import type { Review, Statement } from './review.ts';
import { reviewAsText } from './text.ts';

interface Resource {
  readonly resourceType: string;
  readonly id: string;
  readonly [element: string]: unknown;
}
interface Bundle {
  readonly resourceType: string;
  readonly entry: readonly { readonly resource: Resource }[];
}

const CASES = new URL('../../cases/', import.meta.url);
const cases = readdirSync(CASES, { recursive: true, encoding: 'utf8' })
  .filter((path) => /^[^/\\]+[/\\]record\.json$/.test(path))
  .sort();
const read = (path: string) => JSON.parse(readFileSync(new URL(path, CASES), 'utf8')) as Bundle;
const knowledge = loadKnowledge();
const review = (bundle: Bundle, asOf?: string) =>
  reviewOf(chartFromBundle(bundle), knowledge, asOf === undefined ? {} : { asOf });

/** Every statement of a review, the contributions of a hypothesis included. */
function statementsOf({ summary, trends, clues, differential, risks, nextSteps, options, limits }: Review) {
  const contributions = differential.flatMap((each) =>
    each.contributions.map((contribution) => ({ ...contribution, text: contribution.finding })),
  );
  const all: Pick<Statement, 'text' | 'citations'>[] = [
    ...[summary, trends, clues, differential, risks, nextSteps, options, limits].flat(),
    ...contributions,
  ];
  return all;
}

const keysOf = ({ entry }: Bundle) =>
  new Map(entry.map(({ resource }) => [`${resource.resourceType}/${resource.id}`, resource]));

/** Citations that lead to nothing in the record, or to characters that its text does not have. */
function danglingOf(written: Review, bundle: Bundle): string[] {
  const resources = keysOf(bundle);
  const lengths = new Map(
    chartFromBundle(bundle).notes.map(({ source, text }) => [`${source.resourceType}/${source.id}`, text.length]),
  );
  return statementsOf(written).flatMap(({ text, citations }) => {
    if (citations.length === 0) return [`nothing cited: ${text}`];
    return citations.flatMap(({ resourceType, id, span }) => {
      const key = `${resourceType}/${id}`;
      if (!resources.has(key)) return [`${key} is not in the record: ${text}`];
      if (span === undefined) return [];
      const [start, end] = span;
      return start >= 0 && start < end && end <= (lengths.get(key) ?? 0)
        ? []
        : [`${key} has no ${start}–${end}: ${text}`];
    });
  });
}

const logit = (p: number) => Math.log(p / (1 - p));

/** Hypotheses whose numbers do not add up. */
function unevenOf({ differential }: Review): string[] {
  return differential
    .filter(({ prior, posterior, contributions }) => {
      const sum = contributions.reduce((total, each) => total + each.logOdds, 0);
      return !(Math.abs(logit(posterior) - logit(prior) - sum) < 1e-9);
    })
    .map(({ condition }) => condition.name);
}

/** The days on which something of a resource happened or was written down. */
function daysOf(value: unknown): string[] {
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\d/.test(value) ? [value.slice(0, 10)] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(daysOf) : [];
}

/** The first day of a resource; a person is known from the start. */
function firstDayOf(resource: Resource | undefined): string {
  if (!resource || resource.resourceType === 'Patient') return '';
  return daysOf({ ...resource, meta: undefined, text: undefined }).sort()[0] ?? '';
}

describe.each(cases)('%s', (path) => {
  const bundle = read(path);
  const whole = review(bundle);
  const days = bundle.entry
    .map(({ resource }) => firstDayOf(resource))
    .filter((day) => day !== '')
    .sort();
  const early = days[Math.floor(days.length / 3)] ?? '';
  const late = days[Math.floor((2 * days.length) / 3)] ?? '';

  it('gives the same review, byte for byte, again and from any order of the bundle', () => {
    const [patient, ...rest] = bundle.entry;
    const orders = [
      bundle.entry,
      [...bundle.entry].reverse(),
      [...rest.slice(100), ...(patient ? [patient] : []), ...rest.slice(0, 100)],
    ];
    for (const entry of orders) expect(JSON.stringify(review({ ...bundle, entry }))).toBe(JSON.stringify(whole));
  });

  it('cites something for every statement, and only what is in the record', () => {
    expect(danglingOf(whole, bundle)).toEqual([]);
  });

  it('adds up', () => {
    const written = JSON.parse(JSON.stringify(whole)) as Review;
    expect(unevenOf(written)).toEqual([]);
    expect(unevenOf(review(bundle, early))).toEqual([]);
  });

  it.each([early, late])('as of %s nothing later is cited', (asOf) => {
    const resources = keysOf(bundle);
    const later = statementsOf(review(bundle, asOf)).flatMap(({ text, citations }) =>
      citations
        .filter(({ resourceType, id }) => firstDayOf(resources.get(`${resourceType}/${id}`)) > asOf)
        .map(({ id }) => `${id}: ${text}`),
    );
    expect(later).toEqual([]);
  });

  it.each([early, late])('as of %s it is the review of a record that ends there', (asOf) => {
    const entry = bundle.entry.filter(({ resource }) => firstDayOf(resource) <= asOf);
    expect({ ...review({ ...bundle, entry }, asOf), issues: [] }).toEqual({ ...review(bundle, asOf), issues: [] });
  });
});

it('a day before the record begins is refused, and says so', () => {
  const [first = ''] = cases;
  expect(() => review(read(first), '1900-01-01')).toThrow(expect.objectContaining({ code: 'as-of-too-early' }));
});

it('a record of nothing but a person is reviewed', () => {
  const person = { resourceType: 'Patient', id: 'p', birthDate: '1980-05-05', gender: 'female' };
  const { differential, clues, summary } = review(
    { resourceType: 'Bundle', entry: [{ resource: person }] },
    '2020-01-01',
  );
  expect({ differential, clues }).toEqual({ differential: [], clues: [] });
  expect(summary[0]?.citations).toEqual([{ resourceType: 'Patient', id: 'p' }]);
});

const data = process.env.PRODROME_DATA;
if (data === undefined) console.log('review of Synthea lives: left out, PRODROME_DATA is not set');

it.skipIf(data === undefined)(
  'every Synthea life is reviewed, with citations that resolve and numbers that add up',
  async () => {
    const lines = createInterface({ input: Readable.from(gunzipSync(readFileSync(`${data}/synthea-r4.ndjson.gz`))) });
    let lives = 0;
    for await (const line of lines) {
      const bundle = JSON.parse(line) as Bundle;
      const written = review(bundle);
      expect([...danglingOf(written, bundle), ...unevenOf(written)]).toEqual([]);
      lives++;
    }
    expect(lives).toBeGreaterThan(0);
  },
);

describe('a record without an age', () => {
  const text = 'Fatigue, weight gain, cold intolerance, constipation and dry skin. TSH 45.';
  const of = chartFromTexts([{ id: 'note', title: 'Note', text }]);
  const { differential, limits, patient } = reviewOf(of, knowledge, {});

  it('has a differential by averages over ages, and says so', () => {
    expect(patient.ageYears).toBeUndefined();
    expect(differential[0]?.condition.name).toMatch(/hypothyroidism/i);
    expect(differential[0]?.text).toContain('averaged over all ages, as the age is unknown');
    expect(limits.map((limit) => limit.text).join(' ')).toContain('The age is unknown');
    expect(JSON.stringify([differential, limits])).not.toContain('by age and sex');
  });

  it('is shown in every form', () => {
    const whole = reviewOf(of, knowledge, {});
    for (const shown of [reviewAsText(whole), reviewAsHtml(whole, of), JSON.stringify(reviewAsFhir(whole))]) {
      expect(shown).toMatch(/hypothyroidism/i);
      expect(shown).not.toMatch(/NaN/);
    }
  });
});

import { describe, expect, it } from 'vitest';
import type { Chart } from '../chart/index.ts';
import { loadKnowledge } from '../knowledge/index.ts';
import { chartFromTexts } from '../text/index.ts';
import { reviewOf } from './compose.ts';
import { exampleOf } from './example.fixture.ts';
import { reviewAsFhir } from './fhir/bundle.ts';
import { reviewAsHtml } from './html/page.ts';
import type { Review } from './review.ts';
import { reviewAsText } from './text.ts';

const LETTER = `Clinic letter, 12 March 2026

A 54-year-old woman with itch for 6 months. AMA positive. ALP 310, albumin 38 (35-50), AST/ALT 55/78.
BP 148/92. K 5.9, repeat 4.8. TSH raised. She asked “is it the ‘liver’?” and sleeps badly.
Past medical history: asthma, "slipped disc". Medications: salbutamol.
Plan: repeat LFTs in 3 months, ultrasound of the abdomen.`;

/** What stands between the outermost quotation marks of a text. */
function quotationsIn(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let from = 0;
  for (const { 0: mark, index } of text.matchAll(/[“”]/g)) {
    if (mark === '“' && depth++ === 0) from = index + 1;
    else if (mark === '”' && --depth === 0) found.push(text.slice(from, index));
  }
  return found;
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
const stringsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(stringsIn)
      : [];
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const pageText = (page: string): string =>
  page
    .replace(/<(script|style)\b.*?<\/\1>/gs, '')
    .replace(/<q>/g, '“')
    .replace(/<\/q>/g, '”')
    .replace(/<[^>]+>/g, '')
    .replace(/&(#?\w+);/g, (all, name: string) => ENTITIES[name] ?? all);

function notInRecord(quotations: readonly string[], { notes }: Chart): string[] {
  const texts = notes.map(({ text }) => plain(text));
  return quotations
    .map((words) => plain(words).replace(/^…\s*|\s*…$/g, ''))
    .filter((words) => !texts.some((text) => text.includes(words)));
}

const letter = chartFromTexts([{ id: 'letter', title: 'Letter', text: LETTER }]);
const examples: readonly (readonly [string, { readonly review: Review; readonly chart: Chart }])[] = [
  ['a letter', { chart: letter, review: reviewOf(letter, loadKnowledge(), { asOf: '2026-12-12' }) }],
  ['a record with a hidden arteritis', exampleOf()],
  ['a record with a hidden biliary cholangitis', exampleOf('pbc-53f', '2013-12-31')],
];

describe.each(examples)('what stands in quotation marks in the review of %s', (_, { review, chart }) => {
  const { issues: _issues, provenance: _provenance, ...said } = review;

  it('is in the words of a note: JSON and FHIR', () => {
    const quotations = stringsIn(said).flatMap(quotationsIn);
    expect(quotations.length).toBeGreaterThan(3);
    expect(notInRecord(quotations, chart)).toEqual([]);
    expect(notInRecord(stringsIn(reviewAsFhir(review)).map(pageText).flatMap(quotationsIn), chart)).toEqual([]);
  });

  it('is in the words of a note: text and page', () => {
    const quotations = quotationsIn(plain(reviewAsText(review, { width: 120 })));
    expect(quotations.length).toBeGreaterThan(0);
    expect(notInRecord(quotations, chart)).toEqual([]);
    const page = pageText(reviewAsHtml(review, chart)).split('\n').flatMap(quotationsIn);
    expect(page.length).toBeGreaterThan(0);
    expect(notInRecord(page, chart)).toEqual([]);
  });
});

describe('a result that a note tells', () => {
  const evidence = reviewOf(letter, loadKnowledge(), { asOf: '2026-03-12' }).differential.flatMap(({ contributions }) =>
    contributions.map((each) => each.evidence),
  );

  it.each([
    [
      'a range that the note does not give is the usual one, with the unit it is read in',
      '“ALP 310” (usual 30–120 U/L)',
    ],
    ['of two numbers, which is meant is said in our words', 'ALT 78 (usual 7–35 U/L; “AST/ALT 55/78”)'],
    ['without a number it is the sentence', '“AMA positive.”'],
  ])('%s', (_, words) => expect(evidence).toContain(words));
});

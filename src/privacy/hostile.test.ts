import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from './json.ts';
import { treated } from './tools.fixture.ts';

describe('hostile input', () => {
  const nested = (levels: number): Json => {
    let item: Json = { linkId: '1', text: 'Okonkwo' };
    for (let level = 0; level < levels; level++) item = { linkId: '1', item: [item] };
    return { resourceType: 'QuestionnaireResponse', id: 'q', status: 'completed', item: [item] };
  };
  test('too deep is refused, and says nothing of the content', () => {
    expect(() => treated(nested(5000))).toThrow(/nested deeper/);
    try {
      treated(nested(5000));
    } catch (error) {
      expect(String(error)).not.toMatch(/okonkwo/i);
    }
    expect(treated(nested(20)).made).toBeDefined();
  });

  test('prototype keys are keys like any other', () => {
    const json = JSON.parse(
      '{"resourceType":"Patient","id":"1","__proto__":{"gender":"male"},"constructor":{"x":1},"toString":"Okonkwo","name":[{"__proto__":"Okonkwo"}]}',
    ) as Json;
    const { made } = treated(json);
    expect(Object.keys(made ?? {})).toEqual(['resourceType', 'id']);
    expect(({} as Json).gender).toBeUndefined();
  });

  test('references in a circle end', () => {
    const { made } = treated({
      resourceType: 'Bundle',
      type: 'collection',
      entry: [
        { resource: { resourceType: 'Provenance', id: 'a', target: [{ reference: 'Provenance/b' }] } },
        { resource: { resourceType: 'Provenance', id: 'b', target: [{ reference: 'Provenance/a' }] } },
      ],
    });
    expect(made?.entry).toHaveLength(2);
  });

  test('any JSON at all gives R4 or nothing, and never throws but for depth', () => {
    const type = fc.constantFrom('Patient', 'Observation', 'Bundle', 'DocumentReference', 'Parameters');
    fc.assert(
      fc.property(
        type,
        fc.object({
          maxDepth: 5,
          key: fc.constantFrom(
            'id',
            'name',
            'entry',
            'resource',
            'subject',
            'reference',
            'text',
            'div',
            'extension',
            '_id',
            'valueString',
            'contained',
            'content',
            '__proto__',
            'identifier',
            'birthDate',
            'coding',
          ),
        }),
        (resourceType, rest) => {
          const { made } = treated({ ...(rest as Json), resourceType });
          expect(made === undefined || made.resourceType === resourceType).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});

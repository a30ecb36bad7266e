import { describe, expect, test } from 'vitest';
import { elementsOf, isPrimitive, RESOURCES } from './fhir/elements.ts';
import { CANARY, fullInstance } from './fhir/instances.fixture.ts';
import { observation, patient } from './record.fixture.ts';
import { treated } from './tools.fixture.ts';

describe('what no rule names is redacted', () => {
  test.each([...RESOURCES])('nothing that is written into any element of %s comes out', (type) => {
    for (const pick of [0, 1, 2, 5, 11]) {
      const { made } = treated(fullInstance(type, pick));
      const text = JSON.stringify(made ?? {});
      expect(text).not.toMatch(new RegExp(CANARY, 'i'));
      expect(text).not.toContain(Buffer.from(CANARY).toString('base64').slice(0, 8));
      expect(text).not.toContain('1957-03-04');
      expect(text).not.toContain('2011-06-28');
    }
  });

  test('only elements of R4 come out, and each in its place', () => {
    const faults: string[] = [];
    const visit = (value: unknown, type: string): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, inner] of Object.entries(value)) {
        const element = elementsOf(isPrimitive(type) ? 'Element' : type)?.get(key.replace(/^_/, ''));
        if (!element && key !== 'resourceType') faults.push(`${type}.${key}`);
        for (const each of [inner].flat()) if (element && element.type !== 'Resource') visit(each, element.type);
      }
    };
    for (const type of RESOURCES) visit(treated(fullInstance(type)).made, type);
    expect(faults).toEqual([]);
  });

  test.each([
    ['an element that R4 does not have', { 'Marguerite Okonkwo': 1, extra: 'Okonkwo' }],
    ['an extension', { extension: [{ url: 'http://x.org/y', valueString: 'Okonkwo' }] }],
    [
      'a primitive extension',
      { _status: { extension: [{ url: 'http://x.org/y', valueString: 'Okonkwo' }], id: 'Okonkwo' } },
    ],
    ['a value of the wrong type', { status: { name: 'Okonkwo' }, issued: 'Okonkwo', valueQuantity: 'Okonkwo' }],
    ['a boolean that is a name', { valueBoolean: 'Okonkwo' }],
    ['a date that is a name', { effectiveDateTime: 'Okonkwo', issued: '2011-06-28T19:03:19Okonkwo' }],
    ['a code that is the name', { status: 'Okonkwo-Hale', subject: { reference: 'Patient/pat-1' } }],
    ['a hospital in a system', { code: { coding: [{ system: 'http://okonkwo-hale.org/codes', code: 'x' }] } }],
  ])('%s', (_, more) => {
    const bundle = {
      resourceType: 'Bundle',
      type: 'collection',
      entry: [{ resource: patient }, { resource: observation(more) }],
    };
    const { made } = treated(bundle);
    expect(JSON.stringify(made)).not.toMatch(/okonkwo|marguerite/i);
  });

  test('a resource type that is none, and one that is no record, are left out', () => {
    expect(treated({ resourceType: 'Okonkwo', id: '1' }).made).toBeUndefined();
    expect(treated({ resourceType: 'StructureDefinition', id: '1' }).made).toBeUndefined();
    const { made, tally } = treated({
      resourceType: 'Bundle',
      type: 'collection',
      entry: [
        { resource: patient },
        { resource: { resourceType: 'AuditEvent', id: 'a' } },
        { resource: { resourceType: 'constructor' } },
      ],
    });
    expect(made?.entry).toHaveLength(1);
    expect([...tally.leftOut]).toEqual([
      ['AuditEvent', 1],
      ['not R4', 1],
    ]);
  });
});

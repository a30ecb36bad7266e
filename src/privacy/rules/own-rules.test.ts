import { describe, expect, test } from 'vitest';
import type { Json } from '../json.ts';
import { observation, part } from '../record.fixture.ts';
import { keysNamed, passAll, toolsFor, treated } from '../tools.fixture.ts';
import { rulesOf } from './rules.ts';

describe('rules of one’s own', () => {
  const own = (rules: string, standard = ''): ReturnType<typeof rulesOf> =>
    rulesOf(
      `name: own\nshiftDays: {least: 1, most: 30}\nstandardSystems: [http://loinc.org${standard}]\nzip3: {use: [a], lists: {a: {source: test, areas: ['036']}}}\nrules:\n${rules}\n  - {path: Observation, method: keep}\n`,
      'own.yaml',
    );
  const quantity = { valueQuantity: { value: 181.5, unit: 'cm', system: 'http://unitsofmeasure.org', code: 'cm' } };
  const value = (rules: string, more: Json = quantity): unknown => {
    const { made } = treated(observation(more), toolsFor({ rules: own(rules), scrub: passAll }));
    return part(made, 'valueQuantity').value ?? made?.valueString;
  };

  test('perturb stays within its spread, and is the same each time', () => {
    const rules = '  - {path: Observation.value.ofType(Quantity), method: perturb, spread: 0.05}';
    const noisy = Number(value(rules));
    expect(Math.abs(noisy / 181.5 - 1)).toBeLessThanOrEqual(0.051);
    expect(noisy).not.toBe(181.5);
    expect(value(rules)).toBe(noisy);
  });

  test('generalize rounds', () => {
    expect(value('  - {path: Observation.value.ofType(Quantity), method: generalize, as: round, step: 10}')).toBe(180);
  });

  test('substitute, encrypt, cryptoHash', () => {
    const text = { valueString: 'Okonkwo' };
    expect(value('  - {path: Observation.value, method: substitute, with: x}', text)).toBe('x');
    const encrypted = String(value('  - {path: Observation.value, method: encrypt}', text));
    expect(Buffer.from(encrypted, 'base64').length).toBe(12 + 7 + 16);
    expect(value('  - {path: Observation.value, method: cryptoHash}', text)).toBe(
      keysNamed('one').keyed('value', 'Okonkwo').toString('hex', 0, 16),
    );
  });

  test('an expression for the library decides over its values alone', () => {
    const rules = '  - {path: "Observation.value.where($this is Quantity and value > 100)", method: redact}';
    expect(value(rules)).toBeUndefined();
    expect(value(rules, { valueQuantity: { value: 99 } })).toBe(99);
  });

  test('the first rule that names a value decides', () => {
    const keep = '  - {path: Observation.value, method: keep}';
    const redact = '  - {path: "nodesByType(\'Quantity\')", method: redact}';
    expect(value(`${keep}\n${redact}`)).toBe(181.5);
    expect(value(`${redact}\n${keep}`)).toBeUndefined();
  });

  test.each([
    ['  - {path: A, method: shred}', /method/],
    ['  - {path: Patient, method: generalize}', /as/],
    ['  - {path: Patient, method: perturb}', /spread/],
    ['  - {path: "Observation.value.where(", method: keep}', /FHIRPath/],
    ['  - {path: Okonkwo.name, method: keep}', /no type/],
    ['  - {path: Observation.vaule, method: keep}', /no element/],
  ])('a fault in the file is said: %s', (rules, why) => {
    expect(() => own(rules)).toThrow(why);
  });
});

import { describe, expect, it } from 'vitest';
import { concept, observation, quantity, read } from '../fixtures.ts';

describe('reference range', () => {
  const range = (low: number, high: number, more: object = {}) => ({
    low: quantity(low, 'ng/mL'),
    high: quantity(high, 'ng/mL'),
    ...more,
  });
  const forSex = (code: string) => ({ appliesTo: [{ coding: [{ system: 'x', code }] }] });
  const ofAge = (low: number, high: number) => ({
    age: { low: { value: low, unit: 'a' }, high: { value: high, unit: 'a' } },
  });
  const rangeOf = (...referenceRange: object[]) => read(observation({ referenceRange })).event?.range;

  it('is converted with the value', () => {
    const { event } = read(
      observation({
        code: concept('718-7', 'Hemoglobin'),
        valueQuantity: quantity(115, 'g/L'),
        referenceRange: [{ low: quantity(120, 'g/L'), high: quantity(155, 'g/L') }],
      }),
    );
    expect(event).toMatchObject({ value: { value: 11.5, unit: 'g/dL' }, range: { low: 12, high: 15.5 } });
  });

  it('is that of the sex and age', () => {
    expect(rangeOf(range(30, 400, forSex('male')), range(15, 150, forSex('female')))).toEqual({ low: 15, high: 150 });
    expect(rangeOf(range(1, 2, ofAge(0, 18)), range(15, 150, ofAge(18, 120)))).toEqual({ low: 15, high: 150 });
    expect(rangeOf(range(30, 400, forSex('male')))).toBeUndefined();
  });

  it('is the normal one of several types', () => {
    expect(
      rangeOf(
        range(1, 2, { type: concept('treatment', 'Treatment', 'x') }),
        range(15, 150, { type: concept('normal', 'Normal', 'x') }),
      ),
    ).toEqual({ low: 15, high: 150 });
  });

  it('is none where several differ and nothing tells which', () => {
    expect(rangeOf({ text: 'follicular 3-10' }, { text: 'luteal 1-9' })).toEqual({
      text: 'follicular 3-10; luteal 1-9',
    });
  });

  it.each([
    ['15-150 ng/mL', { low: 15, high: 150 }],
    ['<150', { high: 150 }],
    ['> 15', { low: 15 }],
    ['up to 150', { high: 150 }],
    ['Negative', {}],
  ])('is read from the text %s', (text, bounds) => {
    expect(rangeOf({ text })).toEqual({ ...bounds, text });
  });
});

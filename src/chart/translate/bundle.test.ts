import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pruned, textOf } from './bundle.ts';

test('the text of a draft is that of what is left when nothing empty is', () => {
  const draft = fc.object({
    values: [fc.string({ unit: 'binary' }), fc.integer(), fc.boolean(), fc.constant(undefined), fc.constant(null)],
  });
  fc.assert(
    fc.property(fc.oneof(draft, fc.array(draft)), (value) => {
      // Names of elements are ours, and never need an escape.
      const named = JSON.parse(JSON.stringify(value, (_, each: unknown) => plainKeys(each))) as unknown;
      expect(textOf(named)).toBe(JSON.stringify(pruned(named)));
    }),
  );
});

const plainKeys = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.values(value).map((each, index) => [`k${index}`, each]))
    : value;

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type KnownPatient, PatientList } from './patient-list.ts';

/** What is done to a list: something of a patient at a place, or one id that turns out to be another's. */
const step = fc.oneof(
  fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), isPresent: fc.boolean() }),
  fc.record({ join: fc.constantFrom('a', 'b', 'c', 'd'), to: fc.constantFrom('a', 'b', 'c', 'd') }),
);

it('knows the places of each patient in order, as a plain map would', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const list = new PatientList();
      const plain = new Map<string, { isPresent: boolean; places: number[] }>();
      for (const [place, each] of steps.entries()) {
        if ('join' in each) {
          list.join(each.join, each.to);
          const [from, to] = [plain.get(each.join), plain.get(each.to)];
          if (!from || !to || from === to) continue;
          to.places.push(...from.places);
          plain.delete(each.join);
        } else {
          const known = plain.get(each.id) ?? { isPresent: false, places: [] };
          known.isPresent ||= each.isPresent;
          known.places.push(place);
          plain.set(each.id, known);
          list.add(each.id, place, each.isPresent);
          list.add(each.id, place, false);
        }
      }
      const expected = [...plain].map(([id, known]): KnownPatient => ({ id, ...known }));
      expect([...list]).toEqual(expected);
      expect(list.size).toBe(plain.size);
      expect([...list.absent()]).toEqual(expected.filter(({ isPresent }) => !isPresent).map(({ id }) => id));
      for (const id of 'abcd') expect(list.get(id)).toEqual(expected.find((each) => each.id === id));
    }),
  );
});

it('grows', () => {
  const list = new PatientList();
  for (let n = 0; n < 5000; n++) list.add(`p${n % 3000}`, n, n < 3000);
  expect(list.get('p1999')).toEqual({ id: 'p1999', isPresent: true, places: [1999, 4999] });
  expect(list.get('p2999')?.places).toEqual([2999]);
});

import type { PatientContext, Tools } from '../context.ts';
import { birthFloor } from '../methods/ages.ts';
import type { KnownIdentifiers } from '../scrub.ts';
import { EMPTY_KNOWN, valuesOfKnown, wordsOfKnown } from './known.ts';

/**
 * The secret shift of a patient in whole days, between `least` and `most` forward or back, never 0: a keyed hash of the
 * patient's id, so that every file, line and machine with the same key comes to the same.
 */
export function shiftOf(patient: string, { keys, rules: { shiftDays } }: Pick<Tools, 'keys' | 'rules'>): number {
  const span = shiftDays.most - shiftDays.least + 1;
  const drawn = keys.keyed('shift', patient).readUIntBE(0, 6) % (2 * span);
  const days = shiftDays.least + Math.floor(drawn / 2);
  return drawn % 2 === 0 ? days : -days;
}

/** All that a patient's resources are treated with. */
export function patientContext(
  id: string,
  known: KnownIdentifiers,
  death: string | undefined,
  tools: Tools,
): PatientContext {
  const shiftDays = shiftOf(id, tools);
  const floor = birthFloor(known.birthDate, death, tools.asOf);
  return {
    id,
    shiftDays,
    known,
    words: wordsOfKnown(known),
    values: valuesOfKnown(known),
    ...(floor === undefined ? {} : { floor: String(floor).padStart(4, '0') }),
    scrub: {
      known,
      shiftDays,
      keyed: (purpose, value) => tools.keys.keyed('text', `${id}\u0000${purpose}\u0000${value}`),
      options: tools.options,
    },
    clean: new Set(),
  };
}

/** For what belongs to no one patient: dates become years, and texts are scrubbed knowing nobody. */
export function nobodyContext(tools: Tools, known: KnownIdentifiers = EMPTY_KNOWN): PatientContext {
  return {
    known,
    words: wordsOfKnown(known),
    values: valuesOfKnown(known),
    scrub: {
      known,
      keyed: (purpose, value) => tools.keys.keyed('text', `\u0000${purpose}\u0000${value}`),
      options: tools.options,
    },
    clean: new Set(),
  };
}

import type { Json } from '../json.ts';
import { uriOfName } from '../translate/systems.ts';
import { at, type Field } from './message.ts';

type Repetition = Field[number];

/** A CE, CWE or CNE as a CodeableConcept: the code, its alternates, and the sender's own words; undefined when empty. */
export function conceptOf(repetition: Repetition | undefined): Json | undefined {
  if (!repetition) return undefined;
  const coding = [1, 4, 10].flatMap((first) => {
    const [code, display, system] = [at(repetition, first), at(repetition, first + 1), at(repetition, first + 2)];
    if (code === undefined) return [];
    return [{ system: uriOfName(system ?? ''), code, display }];
  });
  const text = at(repetition, 9) ?? at(repetition, 2) ?? at(repetition, 5);
  if (coding.length === 0 && text === undefined) return undefined;
  return { coding, text };
}

/** What tells one concept from another: its code, else its words. */
export function conceptKey(repetition: Repetition | undefined): string {
  return `${at(repetition, 3) ?? ''}|${at(repetition, 1) ?? at(repetition, 2) ?? at(repetition, 4) ?? ''}`;
}

/** A person of an XCN or XPN: the name as FHIR has it. `first` is the component of the family name. */
export function nameOf(repetition: Repetition | undefined, first: number, use?: string): Json | undefined {
  const family = at(repetition, first);
  const given = [at(repetition, first + 1), at(repetition, first + 2)].filter((part) => part !== undefined);
  if (family === undefined && given.length === 0) return undefined;
  return { use, family, given, suffix: [at(repetition, first + 3)], prefix: [at(repetition, first + 4)] };
}

/** XTN as ContactPoints. */
export function telecomOf(field: Field, use: string): Json[] {
  return field.flatMap((each): Json[] => {
    const mail = at(each, 4);
    const digits = [at(each, 5), at(each, 6), at(each, 7)].filter((part) => part !== undefined).join(' ');
    const number = at(each, 12) ?? at(each, 1) ?? (digits || undefined);
    return [
      ...(number === undefined ? [] : [{ system: 'phone', value: number, use }]),
      ...(mail === undefined ? [] : [{ system: 'email', value: mail, use }]),
    ];
  });
}

/** XAD as Addresses. */
export function addressesOf(field: Field): Json[] {
  return field.flatMap((each): Json[] => {
    const line = [at(each, 1), at(each, 2)].filter((part) => part !== undefined);
    const [city, state, postalCode, country] = [at(each, 3), at(each, 4), at(each, 5), at(each, 6)];
    if (line.length === 0 && !city && !state && !postalCode && !country) return [];
    return [{ line, city, district: at(each, 9), state, postalCode, country }];
  });
}

const FORM = /^(\d{4})(?:(\d\d)(?:(\d\d)(?:(\d\d)(?:(\d\d)(?:(\d\d)(?:\.(\d{1,9}))?)?)?)?)?)?\s*([+-]\d{4}|Z)?$/;

/**
 * A time of HL7 v2 or v3 (`20240131`, `202401311530-0500`) as a FHIR date or dateTime of the same precision. `zone` (`+0100`) is
 * that of the message, for times that give none; without either the time is taken as UTC, as everywhere in a chart. What is no
 * time is given back as it is, so that the reader of the resource says so.
 */
export function fhirTime(text: string | undefined, zone?: string): string | undefined {
  const plain = text?.trim() ?? '';
  if (plain === '') return undefined;
  const form = FORM.exec(plain);
  if (!form) return plain;
  const [, year, month, day, hour, minute = '00', second = '00', fraction, own] = form;
  // Zeros stand for "not known": 20240000 is a year.
  if (month === undefined || month === '00') return year;
  if (day === undefined || day === '00') return `${year}-${month}`;
  if (hour === undefined) return `${year}-${month}-${day}`;
  const parts = fraction === undefined ? '' : `.${fraction.slice(0, 3).padEnd(3, '0')}`;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${parts}${offsetOf(own ?? zone)}`;
}

function offsetOf(zone: string | undefined): string {
  return zone === undefined || zone === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(3)}`;
}

/** The day of a time: what FHIR calls a date. */
export function fhirDate(text: string | undefined): string | undefined {
  return fhirTime(text)?.replace(/T.*$/, '');
}

/** A time as an instant in UTC, which can be compared as text; undefined when it is none or less precise than a day. */
export function instantOf(text: string | undefined, zone?: string): string | undefined {
  const time = fhirTime(text, zone);
  if (time === undefined || !/^\d{4}-\d\d-\d\d/.test(time)) return undefined;
  const at = Date.parse(time);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

/** The zone that a time gives, as HL7 writes it. */
export function zoneOf(text: string | undefined): string | undefined {
  return /[+-]\d{4}$/.exec(text?.trim() ?? '')?.[0];
}

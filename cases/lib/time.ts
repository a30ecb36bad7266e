/** Milliseconds of the start of a date that may be partial: `2012`, `2012-03`, `2012-03-14`. */
export function dayNumber(date: string): number {
  const [year, month = '01', day = '01'] = date.split('-');
  return Date.UTC(Number(year), Number(month) - 1, Number(day));
}

const DAY = 86_400_000;

/** `2012-03-14` plus a number of days. */
export function addDays(date: string, days: number): string {
  return new Date(dayNumber(date) + days * DAY).toISOString().slice(0, 10);
}

/** Age in whole years on a date. */
export function ageOn(birthDate: string, date: string): number {
  const years = Number(date.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return date.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

function offsetOf(timezone: string, at: number): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: timezone, timeZoneName: 'longOffset' }).formatToParts(at);
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const offset = name.replace('GMT', '');
  return offset === '' ? '+00:00' : offset;
}

/** FHIR dateTime of a day and minutes after midnight, local to the time zone: `2012-03-14T09:10:00-04:00`. */
export function dateTime(date: string, minutes: number, timezone: string): string {
  const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return `${date}T${clock}:00${offsetOf(timezone, dayNumber(date) + minutes * 60_000)}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Mar 2016` from a FHIR date or dateTime; the year alone where there is no month. */
export function monthOf(time: string | undefined): string {
  if (time === undefined) return 'undated';
  const [year = '', month] = time.slice(0, 7).split('-');
  return month ? `${MONTHS[Number(month) - 1] ?? ''} ${year}` : year;
}

/** `12 Mar 2016`. */
export function dayOf(time: string | undefined): string {
  if (time === undefined || time.length < 10) return monthOf(time);
  return `${Number(time.slice(8, 10))} ${monthOf(time)}`;
}

/** A number as a clinician writes it: three significant digits, no trailing zeros, thousands whole. */
export function figure(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return String(Number(value.toFixed(digits)));
}

/** `less than 1 %`, `3 %`, `45 %`, `more than 99 %`. */
export function percent(probability: number): string {
  const value = probability * 100;
  if (value < 1) return 'less than 1 %';
  if (value > 99) return 'more than 99 %';
  return `${value < 10 ? Number(value.toFixed(1)) : Math.round(value)} %`;
}

/** UCUM as people read it: `10*3/uL` → `×10³/µL`. */
export function unitText(unit: string): string {
  return unit
    .replace(/^10\*(\d)/, (_, power: string) => `×10${'⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(power))}`)
    .replace(/\bu(?=[A-Z]|mol|g\b|L\b)/, 'µ')
    .replace('{1.73_m2}', '1.73 m²')
    .replace('mm[Hg]', 'mmHg')
    .replace('Cel', '°C')
    .replace('m[IU]/L', 'mIU/L')
    .replace('[IU]', 'IU')
    .replace(/^\{?([A-Za-z-]*)\}?$/, (all, name: string) => (all.startsWith('{') ? name : all))
    .replace(/^1$/, '');
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

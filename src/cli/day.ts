import { ProdromeError } from '../errors.ts';

/** A day that exists, as YYYY-MM-DD. @throws ProdromeError `usage` */
export function dayNamed(text: string): string {
  const time = Date.parse(`${text}T00:00:00Z`);
  const exists =
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
  if (!exists) throw new ProdromeError('usage', { why: `--as-of ${text} is not a day: write YYYY-MM-DD` });
  return text;
}

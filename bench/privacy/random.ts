/** What the generators draw with. */

/** Random numbers in [0, 1). */
export type R = () => number;

export function pick<T>(r: R, xs: readonly T[]): T {
  const x = xs[Math.floor(r() * xs.length)];
  if (x === undefined) throw new RangeError('nothing to pick from');
  return x;
}
export const int = (r: R, a: number, b: number) => a + Math.floor(r() * (b - a + 1));
/** # a digit, @ a letter, % a hexadecimal digit. */
export const dg = (r: R, shape: string) =>
  shape
    .replace(/#/g, () => String(int(r, 0, 9)))
    .replace(/@/g, () => pick(r, [...'ABCDEFGHJKLMNPRSTUVWXYZ']))
    .replace(/%/g, () => pick(r, [...'0123456789abcdef']));
export const p2 = (n: number) => String(n).padStart(2, '0');

/** A name as it stands in an address: its letters alone, without marks, in lower case. */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();

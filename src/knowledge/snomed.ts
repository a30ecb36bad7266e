/** The dihedral group D5, its permutation and its inverse: Verhoeff's check digit (Verhoeff 1969), which ends every SNOMED CT identifier. */
const multiply = (a: number, b: number): number => {
  const turn = a < 5 ? (b < 5 ? (a + b) % 5 : 5 + ((a + b) % 5)) : b < 5 ? 5 + ((a - b + 5) % 5) : (a - b + 5) % 5;
  return turn;
};
const PERMUTE = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

/** Whether digits can be a SNOMED CT identifier: 6 to 18 digits, no leading zero, Verhoeff's check digit right. */
export function isSnomed(code: string): boolean {
  if (!/^[1-9]\d{5,17}$/.test(code)) return false;
  let check = 0;
  [...code].reverse().forEach((digit, place) => {
    let value = Number(digit);
    for (let turn = 0; turn < place % 8; turn++) value = PERMUTE[value] ?? value;
    check = multiply(check, value);
  });
  return check === 0;
}

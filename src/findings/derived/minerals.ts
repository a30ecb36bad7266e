/**
 * Total calcium corrected for albumin, mg/dL: calcium (mg/dL) + 0.8 x (4.0 - albumin in g/dL).
 *
 * Payne RB et al. Interpretation of serum calcium in patients with abnormal serum proteins. Br Med J 1973;4:643-646.
 */
export function correctedCalcium(calcium: number, albumin: number): number {
  return calcium + 0.8 * (4 - albumin);
}

/** Anion gap without potassium, mmol/L: sodium - chloride - bicarbonate. Emmett M, Narins RG. Medicine 1977;56:38-54. */
export function anionGap(sodium: number, chloride: number, bicarbonate: number): number {
  return sodium - chloride - bicarbonate;
}

/**
 * Anion gap (mmol/L) as it would be at an albumin of 4.0 g/dL: 2.5 more for each g/dL below.
 *
 * Figge J et al. Anion gap and hypoalbuminemia. Crit Care Med 1998;26:1807-1810.
 */
export function albuminCorrectedAnionGap(gap: number, albumin: number): number {
  return gap + 2.5 * (4 - albumin);
}

/**
 * Osmolar gap, mosm/kg: measured osmolality less 2 x sodium (mmol/L) + glucose (mg/dL) / 18 + urea nitrogen (mg/dL) / 2.8.
 *
 * Dorwart WV, Chalmers L. Clin Chem 1975;21:190-194 (the simplest of the formulas compared there).
 */
export function osmolarGap(osmolality: number, sodium: number, glucose: number, ureaNitrogen: number): number {
  return osmolality - (2 * sodium + glucose / 18 + ureaNitrogen / 2.8);
}

/** Globulin, g/dL: total protein less albumin. */
export function globulin(totalProtein: number, albumin: number): number {
  return totalProtein - albumin;
}

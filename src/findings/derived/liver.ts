/**
 * FIB-4 index: age x AST / (platelets x sqrt(ALT)), AST and ALT in U/L, platelets in 10*9/L. Below 1.3 (2.0 from 65 years)
 * advanced fibrosis is unlikely, above 2.67 likely. Not for people under 35.
 *
 * Sterling RK et al. Hepatology 2006;43:1317-1325. Limits: McPherson S et al. Am J Gastroenterol 2017;112:740-751.
 */
export function fib4(values: { ageYears: number; ast: number; alt: number; platelets: number }): number {
  return (values.ageYears * values.ast) / (values.platelets * Math.sqrt(values.alt));
}

export type LiverPattern = 'hepatocellular' | 'mixed' | 'cholestatic';

/**
 * R factor of liver injury: ALT over its upper limit, divided by alkaline phosphatase over its own (any units).
 *
 * Danan G, Benichou C. Causality assessment of adverse reactions to drugs. J Clin Epidemiol 1993;46:1323-1330.
 */
export function rFactor(values: { alt: number; altLimit: number; alp: number; alpLimit: number }): number {
  return values.alt / values.altLimit / (values.alp / values.alpLimit);
}

/** Hepatocellular from R 5, cholestatic up to R 2, mixed between. Danan and Benichou 1993; ACG guideline on drug-induced injury 2021. */
export function liverPattern(r: number): LiverPattern {
  if (r >= 5) return 'hepatocellular';
  return r <= 2 ? 'cholestatic' : 'mixed';
}

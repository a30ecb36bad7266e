/** Transferrin saturation, %: iron over total iron-binding capacity, in the same unit. */
export function transferrinSaturation(iron: number, ironBindingCapacity: number): number {
  return (100 * iron) / ironBindingCapacity;
}

/**
 * Total iron-binding capacity in ug/dL from transferrin in mg/dL: 1.25 ug of iron bind to 1 mg
 * (two atoms, 111.7 g, to 79.6 kg of transferrin is 1.4; laboratories use 1.25, which this follows: `estimate`).
 */
export function bindingCapacityOfTransferrin(transferrin: number): number {
  return 1.25 * transferrin;
}

/**
 * Mentzer index: MCV (fL) over red cell count (10*6/uL). In microcytosis below 13 it speaks for thalassaemia trait, above for
 * iron deficiency.
 *
 * Mentzer WC. Differentiation of iron deficiency from thalassaemia trait. Lancet 1973;1:882.
 */
export function mentzerIndex(mcv: number, erythrocytes: number): number {
  return mcv / erythrocytes;
}

/** Body mass index, kg/m²: weight in kg over the square of height in cm. */
export function bodyMassIndex(weight: number, height: number): number {
  return weight / (height / 100) ** 2;
}

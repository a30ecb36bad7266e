/**
 * What the invented laboratories can measure: usual level, spread between healthy people, variation within one person
 * (% coefficient, biological and analytical together, rounded from the EFLM biological variation database),
 * reference range, and how each dialect codes and prints it.
 */
export interface Printed {
  readonly loinc: string;
  readonly display: string;
  /** UCUM code and, where laboratories print another, the printed unit. */
  readonly unit: string;
  readonly printed?: string;
  /** Value in this unit = value in the first dialect's unit × factor. */
  readonly factor: number;
  readonly decimals: number;
}

export interface Analyte {
  /** Level of a healthy adult in the unit of the US dialect: women, men. */
  readonly level: readonly [number, number];
  /** % between healthy people and within one person. */
  readonly spread: number;
  readonly within: number;
  /** Reference range in the unit of the US dialect: women, men. */
  readonly range: readonly [Range, Range];
  readonly us: Printed;
  readonly si: Printed;
}

export type Range = readonly [number | null, number | null];

type Row = readonly [
  level: number | readonly [number, number],
  spread: number,
  within: number,
  range: Range | readonly [Range, Range],
  us: readonly [loinc: string, display: string, unit: string, decimals: number],
  si?: readonly [loinc: string, display: string, unit: string, decimals: number, factor: number],
];

// biome-ignore format: a table, one analyte a line
const rows: Readonly<Record<string, Row>> = {
  hemoglobin: [[13.4, 14.9], 4, 2.8, [[11.7, 15.5], [13.2, 17.1]], ['718-7', 'Hemoglobin [Mass/volume] in Blood', 'g/dL', 1], ['718-7', 'Hemoglobin [Mass/volume] in Blood', 'g/L', 0, 10]],
  mcv: [90, 3, 0.9, [80, 100], ['787-2', 'MCV [Entitic volume] by Automated count', 'fL', 1], ['30428-7', 'MCV [Entitic volume]', 'fL', 0, 1]],
  mchc: [33.6, 1, 0.7, [32, 36], ['786-4', 'MCHC [Mass/volume] by Automated count', 'g/dL', 1], ['28540-3', 'MCHC [Mass/volume]', 'g/L', 0, 10]],
  rdw: [12.9, 3, 1.8, [11, 15], ['788-0', 'Erythrocyte distribution width [Ratio] by Automated count', '%', 1], ['30385-9', 'Erythrocyte distribution width [Ratio]', '%', 1, 1]],
  hematocrit: [40, 0, 0, [[35, 45], [38.5, 50]], ['4544-3', 'Hematocrit [Volume Fraction] of Blood by Automated count', '%', 1], ['20570-8', 'Hematocrit [Volume Fraction] of Blood', 'L/L', 2, 0.01]],
  erythrocytes: [4.6, 0, 0, [[3.8, 5.1], [4.2, 5.8]], ['789-8', 'Erythrocytes [#/volume] in Blood by Automated count', '10*6/uL', 2], ['26453-1', 'Erythrocytes [#/volume] in Blood', '10*12/L', 2, 1]],
  mch: [30, 0, 0, [27, 33], ['785-6', 'MCH [Entitic mass] by Automated count', 'pg', 1], ['28539-5', 'MCH [Entitic mass]', 'pg', 1, 1]],
  reticulocytes: [1.2, 15, 11, [0.5, 2.0], ['17849-1', 'Reticulocytes/100 erythrocytes in Blood by Automated count', '%', 1]],
  neutrophils: [3.8, 20, 13, [1.5, 7.8], ['751-8', 'Neutrophils [#/volume] in Blood by Automated count', '10*3/uL', 2], ['26499-4', 'Neutrophils [#/volume] in Blood', '10*9/L', 2, 1]],
  lymphocytes: [1.9, 15, 9, [0.85, 3.9], ['731-0', 'Lymphocytes [#/volume] in Blood by Automated count', '10*3/uL', 2], ['26474-7', 'Lymphocytes [#/volume] in Blood', '10*9/L', 2, 1]],
  monocytes: [0.45, 15, 12, [0.2, 0.95], ['742-7', 'Monocytes [#/volume] in Blood by Automated count', '10*3/uL', 2], ['26484-6', 'Monocytes [#/volume] in Blood', '10*9/L', 2, 1]],
  eosinophils: [0.15, 30, 16, [0.015, 0.5], ['711-2', 'Eosinophils [#/volume] in Blood by Automated count', '10*3/uL', 2], ['26449-9', 'Eosinophils [#/volume] in Blood', '10*9/L', 2, 1]],
  basophils: [0.04, 20, 14, [0, 0.2], ['704-7', 'Basophils [#/volume] in Blood by Automated count', '10*3/uL', 2], ['26444-0', 'Basophils [#/volume] in Blood', '10*9/L', 2, 1]],
  leukocytes: [6.3, 0, 9, [3.8, 10.8], ['6690-2', 'Leukocytes [#/volume] in Blood by Automated count', '10*3/uL', 1], ['26464-8', 'Leukocytes [#/volume] in Blood', '10*9/L', 1, 1]],
  platelets: [[265, 235], 15, 6, [140, 400], ['777-3', 'Platelets [#/volume] in Blood by Automated count', '10*3/uL', 0], ['26515-7', 'Platelets [#/volume] in Blood', '10*9/L', 0, 1]],
  esr: [[10, 6], 30, 20, [[0, 20], [0, 15]], ['4537-7', 'Erythrocyte sedimentation rate by Westergren method', 'mm/h', 0]],
  crp: [1.4, 40, 30, [0, 5], ['1988-5', 'C reactive protein [Mass/volume] in Serum or Plasma', 'mg/L', 1]],
  sodium: [140, 0.8, 0.7, [135, 146], ['2951-2', 'Sodium [Moles/volume] in Serum or Plasma', 'mmol/L', 0]],
  potassium: [4.3, 4, 4, [3.5, 5.3], ['2823-3', 'Potassium [Moles/volume] in Serum or Plasma', 'mmol/L', 1]],
  chloride: [103, 1, 1.1, [98, 110], ['2075-0', 'Chloride [Moles/volume] in Serum or Plasma', 'mmol/L', 0]],
  bicarbonate: [26, 4, 4, [20, 32], ['2028-9', 'Carbon dioxide, total [Moles/volume] in Serum or Plasma', 'mmol/L', 0], ['1963-8', 'Bicarbonate [Moles/volume] in Serum or Plasma', 'mmol/L', 0, 1]],
  'urea-nitrogen': [[13, 15], 12, 12, [7, 25], ['3094-0', 'Urea nitrogen [Mass/volume] in Serum or Plasma', 'mg/dL', 0], ['22664-7', 'Urea [Moles/volume] in Serum or Plasma', 'mmol/L', 1, 0.357]],
  creatinine: [[0.74, 0.95], 9, 4.6, [[0.5, 1.05], [0.7, 1.3]], ['2160-0', 'Creatinine [Mass/volume] in Serum or Plasma', 'mg/dL', 2], ['14682-9', 'Creatinine [Moles/volume] in Serum or Plasma', 'umol/L', 0, 88.4]],
  'cystatin-c': [0.82, 10, 5, [0.5, 1.05], ['33863-2', 'Cystatin C [Mass/volume] in Serum or Plasma', 'mg/L', 2]],
  glucose: [92, 4, 5, [65, 139], ['2345-7', 'Glucose [Mass/volume] in Serum or Plasma', 'mg/dL', 0], ['14749-6', 'Glucose [Moles/volume] in Serum or Plasma', 'mmol/L', 1, 0.0555]],
  'fasting-glucose': [90, 4, 4.5, [65, 99], ['1558-6', 'Fasting glucose [Mass/volume] in Serum or Plasma', 'mg/dL', 0], ['14771-0', 'Fasting glucose [Moles/volume] in Serum or Plasma', 'mmol/L', 1, 0.0555]],
  hba1c: [5.3, 3, 1.8, [null, 5.7], ['4548-4', 'Hemoglobin A1c/Hemoglobin.total in Blood', '%', 1], ['59261-8', 'Hemoglobin A1c/Hemoglobin.total in Blood by IFCC protocol', 'mmol/mol', 0, 0]],
  calcium: [9.4, 2, 1.9, [8.6, 10.3], ['17861-6', 'Calcium [Mass/volume] in Serum or Plasma', 'mg/dL', 1], ['2000-8', 'Calcium [Moles/volume] in Serum or Plasma', 'mmol/L', 2, 0.2495]],
  'adjusted-calcium': [9.4, 0, 0, [8.8, 10.4], ['18281-6', 'Calcium [Mass/volume] corrected for total protein in Serum or Plasma', 'mg/dL', 1], ['29265-6', 'Calcium [Moles/volume] corrected for albumin in Serum or Plasma', 'mmol/L', 2, 0.2495]],
  phosphate: [3.5, 8, 8, [2.5, 4.5], ['2777-1', 'Phosphate [Mass/volume] in Serum or Plasma', 'mg/dL', 1], ['14879-1', 'Phosphate [Moles/volume] in Serum or Plasma', 'mmol/L', 2, 0.323]],
  magnesium: [2.0, 4, 3.5, [1.5, 2.5], ['19123-9', 'Magnesium [Mass/volume] in Serum or Plasma', 'mg/dL', 1], ['2601-3', 'Magnesium [Moles/volume] in Serum or Plasma', 'mmol/L', 2, 0.4114]],
  urate: [[4.6, 5.9], 14, 8, [[2.5, 7.0], [4.0, 8.0]], ['3084-1', 'Urate [Mass/volume] in Serum or Plasma', 'mg/dL', 1], ['14933-6', 'Urate [Moles/volume] in Serum or Plasma', 'umol/L', 0, 59.48]],
  albumin: [4.4, 3, 2.6, [3.6, 5.1], ['1751-7', 'Albumin [Mass/volume] in Serum or Plasma', 'g/dL', 1], ['61151-7', 'Albumin [Mass/volume] in Serum or Plasma by Bromocresol green (BCG) dye binding method', 'g/L', 0, 10]],
  'total-protein': [7.1, 3, 2.6, [6.1, 8.1], ['2885-2', 'Protein [Mass/volume] in Serum or Plasma', 'g/dL', 1], ['2885-2', 'Protein [Mass/volume] in Serum or Plasma', 'g/L', 0, 10]],
  globulin: [2.7, 0, 0, [1.9, 3.7], ['10834-0', 'Globulin [Mass/volume] in Serum by calculation', 'g/dL', 1], ['10834-0', 'Globulin [Mass/volume] in Serum by calculation', 'g/L', 0, 10]],
  alt: [[17, 22], 25, 11, [[6, 33], [9, 46]], ['1742-6', 'Alanine aminotransferase [Enzymatic activity/volume] in Serum or Plasma', 'U/L', 0], ['1743-4', "Alanine aminotransferase [Enzymatic activity/volume] in Serum or Plasma by With P-5'-P", 'U/L', 0, 1]],
  ast: [[19, 22], 15, 10, [[10, 35], [10, 40]], ['1920-8', 'Aspartate aminotransferase [Enzymatic activity/volume] in Serum or Plasma', 'U/L', 0], ['30239-8', "Aspartate aminotransferase [Enzymatic activity/volume] in Serum or Plasma by With P-5'-P", 'U/L', 0, 1]],
  alp: [68, 18, 6, [35, 125], ['6768-6', 'Alkaline phosphatase [Enzymatic activity/volume] in Serum or Plasma', 'U/L', 0]],
  ggt: [[17, 25], 30, 10, [[5, 38], [8, 61]], ['2324-2', 'Gamma glutamyl transferase [Enzymatic activity/volume] in Serum or Plasma', 'U/L', 0]],
  bilirubin: [0.55, 25, 20, [0.2, 1.2], ['1975-2', 'Bilirubin.total [Mass/volume] in Serum or Plasma', 'mg/dL', 1], ['14631-6', 'Bilirubin.total [Moles/volume] in Serum or Plasma', 'umol/L', 0, 17.1]],
  'direct-bilirubin': [0.15, 20, 20, [0, 0.3], ['1968-7', 'Bilirubin.direct [Mass/volume] in Serum or Plasma', 'mg/dL', 1], ['14629-0', 'Bilirubin.direct [Moles/volume] in Serum or Plasma', 'umol/L', 0, 17.1]],
  ldh: [170, 12, 7, [120, 246], ['2532-0', 'Lactate dehydrogenase [Enzymatic activity/volume] in Serum or Plasma', 'U/L', 0]],
  ck: [[90, 130], 30, 20, [[29, 143], [44, 196]], ['2157-6', 'Creatine kinase [Enzymatic activity/volume] in Serum or Plasma', 'U/L', 0]],
  lipase: [30, 25, 15, [7, 60], ['3040-3', 'Lipase [Enzymatic activity/volume] in Serum or Plasma', 'U/L', 0]],
  amylase: [60, 20, 8, [21, 101], ['1798-8', 'Amylase [Enzymatic activity/volume] in Serum or Plasma', 'U/L', 0]],
  cholesterol: [190, 12, 5.5, [null, 200], ['2093-3', 'Cholesterol [Mass/volume] in Serum or Plasma', 'mg/dL', 0], ['14647-2', 'Cholesterol [Moles/volume] in Serum or Plasma', 'mmol/L', 1, 0.02586]],
  hdl: [[58, 48], 15, 6, [[50, null], [40, null]], ['2085-9', 'Cholesterol in HDL [Mass/volume] in Serum or Plasma', 'mg/dL', 0], ['14646-4', 'Cholesterol in HDL [Moles/volume] in Serum or Plasma', 'mmol/L', 2, 0.02586]],
  triglycerides: [105, 25, 18, [null, 150], ['2571-8', 'Triglyceride [Mass/volume] in Serum or Plasma', 'mg/dL', 0], ['14927-8', 'Triglyceride [Moles/volume] in Serum or Plasma', 'mmol/L', 2, 0.01129]],
  ldl: [110, 0, 0, [null, 100], ['13457-7', 'Cholesterol in LDL [Mass/volume] in Serum or Plasma by calculation', 'mg/dL', 0], ['39469-2', 'Cholesterol in LDL [Moles/volume] in Serum or Plasma by calculation', 'mmol/L', 1, 0.02586]],
  tsh: [1.8, 30, 17, [0.4, 4.5], ['3016-3', 'Thyrotropin [Units/volume] in Serum or Plasma', 'm[IU]/L', 2], ['11579-0', 'Thyrotropin [Units/volume] in Serum or Plasma by Detection limit <= 0.05 mIU/L', 'm[IU]/L', 1, 1]],
  'free-t4': [1.2, 8, 5, [0.8, 1.8], ['3024-7', 'Thyroxine (T4) free [Mass/volume] in Serum or Plasma', 'ng/dL', 1], ['14920-3', 'Thyroxine (T4) free [Moles/volume] in Serum or Plasma', 'pmol/L', 1, 12.87]],
  'free-t3': [3.1, 8, 6, [2.3, 4.2], ['3051-0', 'Triiodothyronine (T3) Free [Mass/volume] in Serum or Plasma', 'pg/mL', 1], ['14928-6', 'Triiodothyronine (T3) Free [Moles/volume] in Serum or Plasma', 'pmol/L', 1, 1.536]],
  'tpo-antibody': [10, 30, 12, [0, 34], ['8099-4', 'Thyroperoxidase Ab [Units/volume] in Serum or Plasma', '[IU]/mL', 0]],
  ferritin: [[55, 130], 35, 13, [[15, 150], [30, 400]], ['2276-4', 'Ferritin [Mass/volume] in Serum or Plasma', 'ng/mL', 0], ['20567-4', 'Ferritin [Mass/volume] in Serum or Plasma by Immunoassay', 'ug/L', 0, 1]],
  iron: [[85, 100], 15, 22, [45, 180], ['2498-4', 'Iron [Mass/volume] in Serum or Plasma', 'ug/dL', 0], ['14798-3', 'Iron [Moles/volume] in Serum or Plasma', 'umol/L', 1, 0.179]],
  tibc: [330, 8, 4, [250, 425], ['2500-7', 'Iron binding capacity [Mass/volume] in Serum or Plasma', 'ug/dL', 0], ['14800-7', 'Iron binding capacity [Moles/volume] in Serum or Plasma', 'umol/L', 0, 0.179]],
  'transferrin-saturation': [26, 0, 0, [16, 45], ['2502-3', 'Iron saturation [Mass Fraction] in Serum or Plasma', '%', 0], ['14801-5', 'Iron saturation [Molar fraction] in Serum or Plasma', '%', 0, 1]],
  'vitamin-b12': [430, 25, 12, [200, 1100], ['2132-9', 'Cobalamin (Vitamin B12) [Mass/volume] in Serum or Plasma', 'pg/mL', 0], ['14685-0', 'Cobalamin (Vitamin B12) [Moles/volume] in Serum or Plasma', 'pmol/L', 0, 0.738]],
  folate: [10, 25, 15, [4.0, 20], ['2284-8', 'Folate [Mass/volume] in Serum or Plasma', 'ng/mL', 1], ['14732-2', 'Folate [Moles/volume] in Serum or Plasma', 'nmol/L', 1, 2.266]],
  'vitamin-d': [30, 20, 10, [30, 100], ['62292-8', '25-hydroxyvitamin D3+25-hydroxyvitamin D2 [Mass/volume] in Serum or Plasma', 'ng/mL', 0], ['68438-1', '25-Hydroxyvitamin D3+25-Hydroxyvitamin D2 [Moles/volume] in Serum or Plasma', 'nmol/L', 0, 2.496]],
  pth: [40, 20, 15, [15, 65], ['2731-8', 'Parathyrin.intact [Mass/volume] in Serum or Plasma', 'pg/mL', 0], ['14866-4', 'Parathyrin.intact [Moles/volume] in Serum or Plasma', 'pmol/L', 1, 0.106]],
  psa: [0.9, 30, 15, [0, 4], ['2857-1', 'Prostate specific Ag [Mass/volume] in Serum or Plasma', 'ng/mL', 1], ['2857-1', 'Prostate specific Ag [Mass/volume] in Serum or Plasma', 'ug/L', 1, 1]],
  'urine-acr': [6, 30, 35, [0, 30], ['9318-7', 'Albumin/Creatinine [Mass Ratio] in Urine', 'mg/g', 0], ['32294-1', 'Albumin/Creatinine [Ratio] in Urine', 'mg/mmol', 1, 0.113]],
  'urine-pcr': [70, 20, 30, [0, 150], ['2890-2', 'Protein/Creatinine [Mass Ratio] in Urine', 'mg/g', 0], ['34366-5', 'Protein/Creatinine [Ratio] in Urine', 'mg/mmol', 0, 0.113]],
  c3: [115, 12, 6, [82, 167], ['4485-9', 'Complement C3 [Mass/volume] in Serum or Plasma', 'mg/dL', 0], ['4485-9', 'Complement C3 [Mass/volume] in Serum or Plasma', 'g/L', 2, 0.01]],
  c4: [25, 15, 9, [14, 44], ['4498-2', 'Complement C4 [Mass/volume] in Serum or Plasma', 'mg/dL', 0], ['4498-2', 'Complement C4 [Mass/volume] in Serum or Plasma', 'g/L', 2, 0.01]],
  'rheumatoid-factor': [6, 20, 12, [0, 14], ['11572-5', 'Rheumatoid factor [Units/volume] in Serum or Plasma', '[IU]/mL', 0]],
  igg: [1080, 12, 5, [600, 1640], ['2465-3', 'IgG [Mass/volume] in Serum or Plasma', 'mg/dL', 0], ['2465-3', 'IgG [Mass/volume] in Serum or Plasma', 'g/L', 1, 0.01]],
  iga: [210, 20, 5, [70, 400], ['2458-8', 'IgA [Mass/volume] in Serum or Plasma', 'mg/dL', 0], ['2458-8', 'IgA [Mass/volume] in Serum or Plasma', 'g/L', 1, 0.01]],
  igm: [105, 25, 5, [50, 300], ['2472-9', 'IgM [Mass/volume] in Serum or Plasma', 'mg/dL', 0], ['2472-9', 'IgM [Mass/volume] in Serum or Plasma', 'g/L', 1, 0.01]],
  'ttg-iga': [0.6, 30, 15, [0, 4], ['31017-7', 'Tissue transglutaminase IgA Ab [Units/volume] in Serum', 'U/mL', 1]],
  haptoglobin: [120, 25, 12, [43, 212], ['4542-7', 'Haptoglobin [Mass/volume] in Serum or Plasma', 'mg/dL', 0], ['4542-7', 'Haptoglobin [Mass/volume] in Serum or Plasma', 'g/L', 2, 0.01]],
  testosterone: [[28, 480], 18, 12, [[2, 45], [264, 916]], ['2986-8', 'Testosterone [Mass/volume] in Serum or Plasma', 'ng/dL', 0], ['14913-8', 'Testosterone [Moles/volume] in Serum or Plasma', 'nmol/L', 1, 0.0347]],
  fsh: [6, 25, 12, [1.5, 12.4], ['15067-2', 'Follitropin [Units/volume] in Serum or Plasma', 'm[IU]/mL', 1], ['15067-2', 'Follitropin [Units/volume] in Serum or Plasma', '[IU]/L', 1, 1]],
  lh: [5, 25, 18, [1.7, 8.6], ['10501-5', 'Lutropin [Units/volume] in Serum or Plasma', 'm[IU]/mL', 1], ['10501-5', 'Lutropin [Units/volume] in Serum or Plasma', '[IU]/L', 1, 1]],
  prolactin: [[11, 8], 25, 15, [[4.8, 23.3], [4.0, 15.2]], ['2842-3', 'Prolactin [Mass/volume] in Serum or Plasma', 'ng/mL', 1], ['15081-3', 'Prolactin [Units/volume] in Serum or Plasma', 'm[IU]/L', 0, 21.2]],
  cortisol: [13, 20, 15, [6.2, 19.4], ['2143-6', 'Cortisol [Mass/volume] in Serum or Plasma', 'ug/dL', 1], ['14675-3', 'Cortisol [Moles/volume] in Serum or Plasma', 'nmol/L', 0, 27.59]],
  lithium: [0.7, 10, 10, [0.6, 1.2], ['14334-7', 'Lithium [Moles/volume] in Serum or Plasma', 'mmol/L', 2]],
  'nt-probnp': [60, 30, 20, [0, 125], ['33762-6', 'Natriuretic peptide.B prohormone N-Terminal [Mass/volume] in Serum or Plasma', 'pg/mL', 0], ['33762-6', 'Natriuretic peptide.B prohormone N-Terminal [Mass/volume] in Serum or Plasma', 'ng/L', 0, 1]],
  'd-dimer': [250, 30, 20, [0, 500], ['48065-7', 'Fibrin D-dimer FEU [Mass/volume] in Platelet poor plasma', 'ng/mL', 0]],
  'urine-specific-gravity': [1.016, 0, 0.45, [1.001, 1.035], ['5811-5', 'Specific gravity of Urine by Test strip', '{Ratio}', 3]],
  'urine-ph': [6, 0, 8, [5, 8], ['5803-2', 'pH of Urine by Test strip', '[pH]', 0]],
  inr: [1.0, 3, 2.5, [0.9, 1.1], ['6301-6', 'INR in Platelet poor plasma by Coagulation assay', '{INR}', 1]],
  aptt: [29, 6, 3, [23, 32], ['14979-9', 'aPTT in Platelet poor plasma by Coagulation assay', 's', 0]],
  'faecal-calprotectin': [20, 40, 30, [0, 50], ['38445-3', 'Calprotectin [Mass/mass] in Stool', 'ug/g', 0]],
};

const pair = <T>(value: T | readonly [T, T], isPair: boolean): readonly [T, T] =>
  isPair ? (value as readonly [T, T]) : [value as T, value as T];

function analyteOf(row: Row): Analyte {
  const [level, spread, within, range, us, si] = row;
  const first = { loinc: us[0], display: us[1], unit: us[2], decimals: us[3], factor: 1 };
  const second = si ? { loinc: si[0], display: si[1], unit: si[2], decimals: si[3], factor: si[4] } : first;
  return {
    level: pair<number>(level, Array.isArray(level)),
    spread,
    within,
    range: pair<Range>(range as Range, Array.isArray(range[0])),
    us: first,
    si: second,
  };
}

export const ANALYTES: Readonly<Record<string, Analyte>> = Object.fromEntries(
  Object.entries(rows).map(([id, row]) => [id, analyteOf(row)]),
);

/** NGSP % and IFCC mmol/mol of HbA1c (Hoelzel 2004 master equation): the one conversion that is not a factor. */
export function fromUs(id: string, value: number, printed: Printed): number {
  return id === 'hba1c' && printed.unit === 'mmol/mol' ? (value - 2.152) / 0.09148 : value * printed.factor;
}

export function toUs(id: string, value: number, printed: Printed): number {
  return id === 'hba1c' && printed.unit === 'mmol/mol' ? value * 0.09148 + 2.152 : value / printed.factor;
}

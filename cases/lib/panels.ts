/** Tests whose result is a word, and what a healthy person shows. */
export const QUALITATIVE: Readonly<Record<string, { loinc: string; display: string; usual: string }>> = {
  'urine-protein': { loinc: '20454-5', display: 'Protein [Presence] in Urine by Test strip', usual: 'Negative' },
  'urine-blood': { loinc: '5794-3', display: 'Hemoglobin [Presence] in Urine by Test strip', usual: 'Negative' },
  'urine-glucose': { loinc: '25428-4', display: 'Glucose [Presence] in Urine by Test strip', usual: 'Negative' },
  'urine-ketones': { loinc: '2514-8', display: 'Ketones [Presence] in Urine by Test strip', usual: 'Negative' },
  'urine-leukocytes': {
    loinc: '5799-2',
    display: 'Leukocyte esterase [Presence] in Urine by Test strip',
    usual: 'Negative',
  },
  'urine-nitrite': { loinc: '5802-4', display: 'Nitrite [Presence] in Urine by Test strip', usual: 'Negative' },
  fit: {
    loinc: '29771-3',
    display: 'Hemoglobin.gastrointestinal.lower [Presence] in Stool by Immunoassay',
    usual: 'Negative',
  },
  hbsag: {
    loinc: '5196-1',
    display: 'Hepatitis B virus surface Ag [Presence] in Serum or Plasma by Immunoassay',
    usual: 'Negative',
  },
  'hcv-antibody': { loinc: '16128-1', display: 'Hepatitis C virus Ab [Presence] in Serum', usual: 'Negative' },
  'hiv-test': {
    loinc: '56888-1',
    display: 'HIV 1+2 Ab+HIV1 p24 Ag [Presence] in Serum or Plasma by Immunoassay',
    usual: 'Negative',
  },
  'h-pylori': {
    loinc: '17780-8',
    display: 'Helicobacter pylori Ag [Presence] in Stool by Immunoassay',
    usual: 'Negative',
  },
  ana: { loinc: '8061-4', display: 'Nuclear Ab [Presence] in Serum', usual: 'Negative' },
  ama: { loinc: '17284-1', display: 'Mitochondria Ab [Presence] in Serum by Immunofluorescence', usual: 'Negative' },
  coombs: {
    loinc: '1007-4',
    display: 'Direct antiglobulin test.poly specific reagent [Presence] on Red Blood Cells',
    usual: 'Negative',
  },
  'covid-test': {
    loinc: '94500-6',
    display: 'SARS-CoV-2 (COVID-19) RNA [Presence] in Respiratory system specimen by NAA with probe detection',
    usual: 'Negative',
  },
};

export interface Panel {
  readonly us: { readonly loinc?: string; readonly name: string };
  /** Laboratories outside the US often name a panel in words only. */
  readonly si: { readonly loinc?: string; readonly name: string };
  readonly tests: readonly string[];
  readonly siTests?: readonly string[];
}

const CBC = ['hemoglobin', 'hematocrit', 'erythrocytes', 'mcv', 'mch', 'mchc', 'rdw', 'leukocytes', 'platelets'];
const DIFFERENTIAL = ['neutrophils', 'lymphocytes', 'monocytes', 'eosinophils', 'basophils'];
const BMP = [
  'sodium',
  'potassium',
  'chloride',
  'bicarbonate',
  'urea-nitrogen',
  'creatinine',
  'egfr',
  'glucose',
  'calcium',
];
const LIVER = ['albumin', 'total-protein', 'alp', 'alt', 'ast', 'bilirubin'];
const URINE = [
  'urine-specific-gravity',
  'urine-ph',
  'urine-protein',
  'urine-blood',
  'urine-glucose',
  'urine-ketones',
  'urine-leukocytes',
  'urine-nitrite',
];

export const PANELS: Readonly<Record<string, Panel>> = {
  cbc: {
    us: { loinc: '58410-2', name: 'CBC panel - Blood by Automated count' },
    si: { loinc: '58410-2', name: 'Full blood count' },
    tests: CBC,
  },
  'cbc-diff': {
    us: { loinc: '57021-8', name: 'CBC W Auto Differential panel - Blood' },
    si: { loinc: '57021-8', name: 'Full blood count' },
    tests: [...CBC, ...DIFFERENTIAL],
  },
  bmp: {
    us: { loinc: '51990-0', name: 'Basic metabolic panel - Blood' },
    si: { name: 'Urea and electrolytes' },
    tests: BMP,
    siTests: ['sodium', 'potassium', 'urea-nitrogen', 'creatinine', 'egfr'],
  },
  cmp: {
    us: { loinc: '24323-8', name: 'Comprehensive metabolic 2000 panel - Serum or Plasma' },
    si: { name: 'U&E, LFT, bone profile' },
    tests: [...BMP, ...LIVER],
    siTests: [
      'sodium',
      'potassium',
      'bicarbonate',
      'urea-nitrogen',
      'creatinine',
      'egfr',
      'calcium',
      'adjusted-calcium',
      'phosphate',
      'albumin',
      'total-protein',
      'alp',
      'alt',
      'ast',
      'bilirubin',
      'glucose',
    ],
  },
  'u&e': {
    us: { loinc: '24362-6', name: 'Renal function 2000 panel - Serum or Plasma' },
    si: { name: 'Urea and electrolytes' },
    tests: ['sodium', 'potassium', 'urea-nitrogen', 'creatinine', 'egfr'],
  },
  lft: {
    us: { loinc: '24325-3', name: 'Hepatic function 2000 panel - Serum or Plasma' },
    si: { loinc: '24325-3', name: 'Liver function tests' },
    tests: LIVER,
    siTests: ['albumin', 'total-protein', 'globulin', 'alp', 'alt', 'bilirubin'],
  },
  bone: {
    us: { name: 'Bone profile' },
    si: { name: 'Bone profile' },
    tests: ['calcium', 'phosphate', 'albumin', 'alp'],
    siTests: ['calcium', 'adjusted-calcium', 'phosphate', 'albumin', 'alp'],
  },
  lipid: {
    us: { loinc: '24331-1', name: 'Lipid 1996 panel - Serum or Plasma' },
    si: { name: 'Lipid profile' },
    tests: ['cholesterol', 'hdl', 'triglycerides', 'ldl'],
  },
  iron: {
    us: { loinc: '50190-8', name: 'Iron and Iron binding capacity panel - Serum or Plasma' },
    si: { name: 'Iron studies' },
    tests: ['iron', 'tibc', 'transferrin-saturation', 'ferritin'],
  },
  thyroid: { us: { name: 'TSH and free T4' }, si: { name: 'Thyroid function tests' }, tests: ['tsh', 'free-t4'] },
  haematinics: {
    us: { name: 'Anemia panel' },
    si: { name: 'Haematinics' },
    tests: ['ferritin', 'vitamin-b12', 'folate'],
  },
  immunoglobulins: {
    us: { name: 'Immunoglobulins panel - Serum' },
    si: { name: 'Immunoglobulins' },
    tests: ['igg', 'iga', 'igm'],
  },
  urinalysis: {
    us: { loinc: '24356-8', name: 'Urinalysis complete panel - Urine' },
    si: { name: 'Urine dipstick' },
    tests: URINE,
    siTests: ['urine-protein', 'urine-blood', 'urine-glucose', 'urine-ketones', 'urine-leukocytes', 'urine-nitrite'],
  },
};

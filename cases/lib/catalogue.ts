/** Codes that the builder looks up by name, so that a story can be written in words. What is not here stays text only. */

/** RxNorm ingredient codes. */
export const DRUGS: Readonly<Record<string, string>> = {
  acetaminophen: '161',
  paracetamol: '161',
  albuterol: '435',
  salbutamol: '435',
  alendronate: '46041',
  allopurinol: '519',
  amitriptyline: '704',
  amlodipine: '17767',
  amoxicillin: '723',
  aspirin: '1191',
  atenolol: '1202',
  atorvastatin: '83367',
  azithromycin: '18631',
  bisoprolol: '19484',
  candesartan: '214354',
  celecoxib: '140587',
  cetirizine: '20610',
  cholecalciferol: '2418',
  ciprofloxacin: '2551',
  citalopram: '2556',
  clarithromycin: '21212',
  codeine: '2670',
  colchicine: '2683',
  diclofenac: '3355',
  doxycycline: '3640',
  duloxetine: '72625',
  escitalopram: '321988',
  famotidine: '4278',
  'ferrous sulfate': '24947',
  fluoxetine: '4493',
  fluticasone: '41126',
  'folic acid': '4511',
  furosemide: '4603',
  gabapentin: '25480',
  hydrochlorothiazide: '5487',
  hydrocortisone: '5492',
  hydroxychloroquine: '5521',
  ibuprofen: '5640',
  indapamide: '5764',
  lansoprazole: '17128',
  levothyroxine: '10582',
  lisinopril: '29046',
  'lithium carbonate': '6448',
  loratadine: '28889',
  losartan: '52175',
  meloxicam: '41493',
  metformin: '6809',
  methotrexate: '6851',
  metoprolol: '6918',
  mirtazapine: '15996',
  montelukast: '88249',
  naproxen: '7258',
  nifedipine: '7417',
  nitrofurantoin: '7454',
  omeprazole: '7646',
  pantoprazole: '40790',
  prednisolone: '8638',
  prednisone: '8640',
  propranolol: '8787',
  ramipril: '35296',
  ranitidine: '9143',
  rosuvastatin: '301542',
  sertraline: '36437',
  sildenafil: '136411',
  simvastatin: '36567',
  tamsulosin: '77492',
  tramadol: '10689',
  trimethoprim: '10829',
  triamcinolone: '10759',
  venlafaxine: '39786',
  warfarin: '11289',
  zolpidem: '39993',
};

interface Exam {
  readonly loinc: string;
  readonly name: string;
  /** v2-0074 section: RAD, CUS, EC, PAT, PF, OTH. */
  readonly section: string;
}

const exam = (loinc: string, name: string, section = 'RAD'): Exam => ({ loinc, name, section });

/** Examinations that end in a report. An exam that is not here becomes a `Diagnostic imaging study` with the name in words. */
export const EXAMS: Readonly<Record<string, Exam>> = {
  'us-abdomen': exam('24558-9', 'US Abdomen'),
  'us-renal': exam('24564-7', 'US Kidney'),
  'us-pelvis': exam('24982-1', 'US Pelvis'),
  'us-thyroid': exam('24842-7', 'US Thyroid'),
  'xr-chest': exam('36643-5', 'XR Chest 2 Views'),
  'ct-chest': exam('24627-2', 'CT Chest'),
  'ct-abdomen-pelvis': exam('44115-4', 'CT Abdomen and Pelvis'),
  'ct-head': exam('24725-4', 'CT Head'),
  'mri-brain': exam('24590-2', 'MR Brain'),
  'mri-lumbar': exam('24968-0', 'MR Lumbar spine'),
  mammogram: exam('24606-6', 'MG Screening mammogram bilateral'),
  dxa: exam('38268-0', 'DXA bone density'),
  echo: exam('42148-7', 'US Heart', 'CUS'),
  ecg: exam('11524-6', 'EKG study', 'EC'),
  colonoscopy: exam('18746-8', 'Colonoscopy study', 'OTH'),
  'upper-endoscopy': exam('18751-8', 'Endoscopy study', 'OTH'),
  pathology: exam('11526-1', 'Pathology study', 'PAT'),
};

export const OTHER_EXAM: Exam = exam('18748-4', 'Diagnostic imaging study');

/** LOINC document types by a short name. */
export const NOTE_TYPES: Readonly<Record<string, readonly [loinc: string, display: string]>> = {
  history: ['34117-2', 'History and physical note'],
  progress: ['11506-3', 'Progress note'],
  consult: ['11488-4', 'Consult note'],
  nurse: ['34746-8', 'Nurse Note'],
  telephone: ['34748-4', 'Telephone encounter Note'],
  emergency: ['34111-5', 'Emergency department Note'],
  discharge: ['18842-5', 'Discharge summary'],
  letter: ['51852-2', 'Letter'],
  procedure: ['28570-0', 'Procedure note'],
};

/** CVX codes by name of vaccine. */
export const VACCINES: Readonly<Record<string, readonly [cvx: string, display: string]>> = {
  influenza: ['140', 'Influenza, seasonal, injectable, preservative free'],
  'influenza-quadrivalent': ['150', 'Influenza, injectable, quadrivalent, preservative free'],
  tdap: ['115', 'Tdap'],
  td: ['113', 'Td (adult), 5 Lf tetanus toxoid, preservative free, adsorbed'],
  ppsv23: ['33', 'Pneumococcal polysaccharide vaccine, 23 valent'],
  pcv13: ['133', 'Pneumococcal conjugate vaccine, 13 valent'],
  'zoster-live': ['121', 'Zoster vaccine, live'],
  zoster: ['187', 'Zoster vaccine recombinant'],
  'hepatitis-a': ['52', 'Hepatitis A vaccine, adult dosage'],
  'hepatitis-b': ['43', 'Hepatitis B vaccine, adult dosage'],
  typhoid: ['101', 'Typhoid Vi capsular polysaccharide vaccine'],
  'covid-pfizer': [
    '208',
    'SARS-COV-2 (COVID-19) vaccine, mRNA, spike protein, LNP, preservative free, 30 mcg/0.3mL dose',
  ],
  'covid-moderna': [
    '207',
    'SARS-COV-2 (COVID-19) vaccine, mRNA, spike protein, LNP, preservative free, 100 mcg/0.5mL dose',
  ],
  'covid-astrazeneca': [
    '210',
    'SARS-COV-2 (COVID-19) vaccine, vector non-replicating, recombinant spike protein-ChAdOx1, preservative free, 0.5 mL',
  ],
};

/** Questionnaires by short name. */
export const SCORES: Readonly<Record<string, readonly [loinc: string, display: string]>> = {
  'phq-9': ['44261-6', 'Patient Health Questionnaire 9 item (PHQ-9) total score [Reported]'],
  'phq-2': ['55758-7', 'Patient Health Questionnaire 2 item (PHQ-2) total score [Reported]'],
  'gad-7': ['70274-6', 'Generalized anxiety disorder 7 item (GAD-7) total score [Reported.PHQ]'],
  moca: ['72133-2', 'Total score [MoCA]'],
  mmse: ['72106-8', 'Total score [MMSE]'],
  'audit-c': ['75626-2', 'Total score [AUDIT-C]'],
};

/** Passing illnesses of ordinary life, each an encounter with a condition that resolves and perhaps a drug. */
export interface Minor {
  readonly name: string;
  readonly icd10: string;
  readonly snomed: string;
  readonly days: number;
  readonly drug?: readonly [name: string, dose: string, days: number];
  readonly fever?: boolean;
}

export const MINOR: Readonly<Record<string, Minor>> = {
  cold: { name: 'Common cold', icd10: 'J00', snomed: '82272006', days: 9 },
  uri: { name: 'Acute upper respiratory infection', icd10: 'J06.9', snomed: '54398005', days: 10, fever: true },
  pharyngitis: { name: 'Acute pharyngitis', icd10: 'J02.9', snomed: '363746003', days: 8, fever: true },
  tonsillitis: {
    name: 'Acute tonsillitis',
    icd10: 'J03.90',
    snomed: '17741008',
    days: 10,
    fever: true,
    drug: ['phenoxymethylpenicillin', '500 mg four times a day for 10 days', 10],
  },
  sinusitis: {
    name: 'Acute sinusitis',
    icd10: 'J01.90',
    snomed: '15805002',
    days: 14,
    drug: ['amoxicillin', '500 mg three times a day for 7 days', 7],
  },
  bronchitis: {
    name: 'Acute bronchitis',
    icd10: 'J20.9',
    snomed: '10509002',
    days: 18,
    fever: true,
    drug: ['doxycycline', '100 mg daily for 5 days, 200 mg on day 1', 5],
  },
  'otitis-externa': {
    name: 'Otitis externa',
    icd10: 'H60.90',
    snomed: '3135009',
    days: 12,
    drug: ['hydrocortisone / neomycin ear drops', '3 drops three times a day', 10],
  },
  'ear-wax': { name: 'Impacted cerumen', icd10: 'H61.20', snomed: '18070006', days: 14 },
  conjunctivitis: {
    name: 'Conjunctivitis',
    icd10: 'H10.9',
    snomed: '9826008',
    days: 7,
    drug: ['chloramphenicol eye drops', 'One drop every 2 hours, then four times a day', 5],
  },
  uti: {
    name: 'Urinary tract infection',
    icd10: 'N39.0',
    snomed: '68566005',
    days: 7,
    drug: ['nitrofurantoin', '100 mg twice a day for 5 days', 5],
  },
  gastroenteritis: { name: 'Viral gastroenteritis', icd10: 'A08.4', snomed: '111843007', days: 5 },
  'hay-fever': {
    name: 'Seasonal allergic rhinitis',
    icd10: 'J30.2',
    snomed: '367498001',
    days: 60,
    drug: ['cetirizine', '10 mg once daily as needed', 60],
  },
  'low-back-pain': {
    name: 'Low back pain',
    icd10: 'M54.5',
    snomed: '279039007',
    days: 24,
    drug: ['acetaminophen', '1 g up to four times a day as needed', 14],
  },
  'neck-strain': { name: 'Strain of neck muscle', icd10: 'S16.1XXA', snomed: '209564001', days: 21 },
  'ankle-sprain': { name: 'Sprain of ankle', icd10: 'S93.409A', snomed: '44465007', days: 28 },
  'tennis-elbow': { name: 'Lateral epicondylitis', icd10: 'M77.10', snomed: '202855006', days: 90 },
  'plantar-fasciitis': { name: 'Plantar fasciitis', icd10: 'M72.2', snomed: '202882003', days: 120 },
  wart: { name: 'Plantar wart', icd10: 'B07.0', snomed: '63440008', days: 90 },
  'tinea-pedis': {
    name: 'Tinea pedis',
    icd10: 'B35.3',
    snomed: '6020002',
    days: 30,
    drug: ['clotrimazole 1% cream', 'Apply twice a day', 28],
  },
  eczema: {
    name: 'Eczema',
    icd10: 'L30.9',
    snomed: '43116000',
    days: 40,
    drug: ['hydrocortisone', '1% cream twice a day', 14],
  },
  'contact-dermatitis': {
    name: 'Contact dermatitis',
    icd10: 'L25.9',
    snomed: '40275004',
    days: 21,
    drug: ['hydrocortisone', '1% cream twice a day', 10],
  },
  'insect-bite': { name: 'Insect bite', icd10: 'W57.XXXA', snomed: '276433004', days: 7 },
  cellulitis: {
    name: 'Cellulitis',
    icd10: 'L03.90',
    snomed: '128045006',
    days: 12,
    drug: ['flucloxacillin', '500 mg four times a day for 7 days', 7],
  },
  laceration: { name: 'Laceration of hand', icd10: 'S61.419A', snomed: '284549007', days: 14 },
  'dental-abscess': {
    name: 'Dental abscess',
    icd10: 'K04.7',
    snomed: '299709002',
    days: 10,
    drug: ['amoxicillin', '500 mg three times a day for 5 days', 5],
  },
  reflux: {
    name: 'Gastro-esophageal reflux disease without esophagitis',
    icd10: 'K21.9',
    snomed: '266435005',
    days: 60,
    drug: ['omeprazole', '20 mg once daily', 28],
  },
  shingles: {
    name: 'Herpes zoster',
    icd10: 'B02.9',
    snomed: '4740000',
    days: 28,
    drug: ['aciclovir', '800 mg five times a day for 7 days', 7],
  },
  candidiasis: {
    name: 'Candidiasis of vagina',
    icd10: 'B37.3',
    snomed: '72605008',
    days: 10,
    drug: ['clotrimazole pessary', '500 mg single dose', 1],
  },
  blepharitis: { name: 'Blepharitis', icd10: 'H01.009', snomed: '41446000', days: 40 },
};

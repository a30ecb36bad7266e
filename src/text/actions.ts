/** What notes ask for: the words of tests, visits and specialties, and what they are about. */

/** Word or words to action, longest first in use; a second part after `>` is the target that the word itself names. */
const ACTIONS: readonly (readonly [action: string, wordings: string])[] = [
  [
    'ct',
    'ct|cat scan|hrct>chest|ctpa>chest|cta|ctkub>kidney|ct kub>kidney|computed tomography|ct urogram>kidney|ctca>heart|cect',
  ],
  ['mri', 'mri|mr|mrcp>bile-duct|magnetic resonance|mra|mri scan'],
  ['pet', 'pet|pet-ct|pet ct|pet/ct'],
  [
    'ultrasound',
    'ultrasound|us|uss|u/s|sonogram|sonography|ultrasonography|tvus>pelvis|doppler|growth scan>pregnancy|duplex|scan',
  ],
  [
    'xray',
    'x-ray|xray|x ray|cxr>chest|xr|kub>kidney|radiograph|radiographs|axr>abdomen|plain film|plain films|check film|x-rays|film|films|follow-up film|radiographic follow-up|radiographic followup',
  ],
  [
    'dxa',
    'dxa>bone-density|dexa>bone-density|bone density scan>bone-density|bone density>bone-density|bone densitometry>bone-density|bmd>bone-density|bone scan>bone-density',
  ],
  ['mammogram', 'mammogram>breast|mammography>breast|mammo>breast'],
  [
    'colonoscopy',
    'colonoscopy>bowel|colon>bowel|flexible sigmoidoscopy>bowel|flexi sig>bowel|sigmoidoscopy>bowel|flex sig>bowel|ct colonography>bowel|ctc>bowel',
  ],
  [
    'endoscopy',
    'endoscopy|endoscopic ultrasound>pancreas|eus>pancreas|ogd>stomach|egd>stomach|gastroscopy>stomach|upper endoscopy>stomach|bronchoscopy>chest|cystoscopy>bladder|scope|hysteroscopy>uterus|capsule endoscopy>bowel',
  ],
  [
    'correlation',
    'clinical correlation|correlate clinically|clinically correlate|correlation with|correlate with|clinical and laboratory correlation|clinical/laboratory correlation',
  ],
  [
    'biopsy',
    'ultrasound-guided fna|ultrasound guided fna|us-guided fna|us guided fna|ultrasound-guided biopsy|ultrasound guided biopsy|us-guided biopsy|ct-guided biopsy|ct guided biopsy|image-guided biopsy|ultrasound-guided aspiration|biopsy|bx|fna|fine needle aspiration|biopsies|re-biopsy|core biopsy|tissue sampling',
  ],
  ['echo', 'echo>heart|echocardiogram>heart|echocardiography>heart|tte>heart|tee>heart'],
  [
    'ecg',
    'ecg>heart|ekg>heart|holter>heart|holter monitor>heart|24h tape>heart|24 hour tape>heart|event monitor>heart|stress test>heart|ett>heart|zio>heart',
  ],
  [
    'spirometry',
    'spirometry>lung-function|pft>lung-function|pfts>lung-function|pulmonary function tests>lung-function|pulmonary function testing>lung-function|lung function tests>lung-function|dlco>lung-function|peak flow diary>lung-function',
  ],
  [
    'sleep-study',
    'sleep study>sleep|polysomnography>sleep|sleep studies>sleep|home sleep test>sleep|home sleep study>sleep|overnight oximetry>sleep|nocturnal oximetry>sleep|overnight pulse oximetry>sleep',
  ],
  [
    'urine-collection',
    '24 h urine>urine|24h urine>urine|24 hour urine>urine|24 hr urine>urine|24-hour urine>urine|24 hour urinary>urine|24hr urine>urine',
  ],
  [
    'lab',
    'bloods|blood tests|blood test|labs|lab|blood work|bloodwork|lft>alt|lfts>alt|fbc>hemoglobin|cbc>hemoglobin|bmp>creatinine|cmp>creatinine|u&e>creatinine|u&es>creatinine|u+e>creatinine|ue>creatinine|ues>creatinine|renal function>creatinine|tft>tsh|tfts>tsh|thyroid function>tsh|lipids>cholesterol|lipid panel>cholesterol|coag|clotting|haematinics>ferritin|hematinics>ferritin|iron studies>ferritin|fit>fit|urine culture|msu|urinalysis|ua|urine dip|serology|antibodies|autoantibodies|electrophoresis|spep|protein electrophoresis|myeloma screen|coeliac screen>ttg-iga|celiac screen>ttg-iga|ttg>ttg-iga|coeliac serology>ttg-iga|celiac serology>ttg-iga|autoimmune screen|hepatitis screen|liver screen|stool|stool sample|stool culture|calprotectin|smear>cervix|pap>cervix|pap smear>cervix|levels|level|titre|titer|culture|cultures|blood film|sputum|gtt>glucose|ogtt>glucose|biochemistry|bone profile>calcium|liver function>alt|blood count>hemoglobin|inflammatory markers>crp|iga',
  ],
  [
    'evaluation',
    'evaluation|work-up|workup|work up|further investigation|further investigations|investigation|investigations|further evaluation|further assessment|further imaging|imaging|characterization|characterisation|further characterization|further testing|assessment|surveillance|look into why|into why|secondary causes',
  ],
  [
    'referral',
    'refer|ref|referral|mdt|mdt discussion|multidisciplinary discussion|multidisciplinary meeting|tumour board|tumor board|letter|referred|referal|consult|consultation|opinion|a&g|advice and guidance|advice & guidance|2ww|two week wait|2 week wait|clinic|specialist|review by|be seen by|see',
  ],
  [
    'visit',
    'f/u|fu|follow up|follow-up|followup|rtc|rv|return to clinic|review|appt|appointment|return visit|see again|recheck appt|tca|tci|see back|ntc',
  ],
];

const SPECIALTIES: Readonly<Record<string, string>> = {
  gastroenterology:
    'gi|gastro|gastroenterology|gastroenterologist|gastroent|gastroenterological|hepatology|hepatologist',
  gynaecology: 'gynae|gyn|gynaecology|gynecology|gynecologist|gynaecologist|ob/gyn|obgyn',
  haematology: 'haem|heme|haematology|hematology|haematologist|hematologist|haem/onc|heme/onc',
  dermatology: 'derm|dermatology|dermatologist|derma',
  rheumatology: 'rheum|rheumatology|rheumatologist|rheumatological|rheumatologic',
  cardiology: 'cardio|cardiology|cardiologist|cards',
  neurology: 'neuro|neurology|neurologist',
  respiratory: 'resp|respiratory|pulm|pulmonology|pulmonologist|pulmonary|chest physician|chest clinic',
  urology: 'urol|urology|urologist|uro',
  nephrology: 'renal|nephrology|nephrologist|nephro|kidney clinic',
  endocrinology: 'endo|endocrine|endocrinology|endocrinologist|diabetes clinic|thyroid clinic',
  ent: 'ent|otolaryngology|orl',
  orthopaedics: 'ortho|orthopaedics|orthopedics|orthopaedic|orthopedic|t&o|fracture clinic|orthopods',
  surgery: 'surgery|surgeon|surgeons|surgical|general surgery|breast clinic|vascular|colorectal',
  ophthalmology: 'ophthalmology|ophthal|ophth|optometrist|optician|eye clinic|optometry|ophthalmologist|eye',
  oncology: 'oncology|oncologist|onc',
  psychiatry: 'psychiatry|psychiatrist|psych|cmht|iapt|psychology|counselling|counseling|cbt',
  physiotherapy: 'physio|physiotherapy|physical therapy|pt',
  dietetics: 'dietitian|dietician|dietetics|nutritionist',
  genetics: 'genetics|geneticist|genetic counselling|genetic counseling',
  allergy: 'allergist|allergy|immunology|immunologist',
  'infectious-disease': 'id|infectious disease|infectious diseases',
  'pain-clinic': 'pain clinic|pain management',
  'memory-clinic': 'memory clinic',
  dentistry: 'dentist|dental|oral medicine|maxfax|oral surgery',
};

const REGIONS: Readonly<Record<string, string>> = {
  chest: 'chest|thorax|lung|lungs|thoracic|pulmonary|nodule|nodules',
  abdomen: 'abdomen|abdo|abd|abdominal|abdomen/pelvis',
  pelvis: 'pelvis|pelvic|ovary|ovaries|uterus|adnexal',
  head: 'head|brain|cranial|cerebral|skull',
  spine: 'spine|thoracic spine|t-spine|lumbar|cervical spine|c-spine|l-spine|back|spinal|vertebral',
  liver: 'liver|hepatic|ruq',
  'bile-duct': 'biliary|bile duct|gallbladder|mrcp',
  pancreas: 'pancreas|pancreatic',
  kidney: 'kidney|kidneys|renal|renal tract|kub|urinary tract',
  adrenal: 'adrenal|adrenals',
  thyroid: 'thyroid',
  neck: 'neck|carotid|carotids|parotid',
  breast: 'breast|breasts|mammo',
  heart: 'heart|cardiac',
  aorta: 'aorta|aortic|aaa',
  knee: 'knee|knees',
  hip: 'hip|hips',
  shoulder: 'shoulder|shoulders',
  wrist: 'wrist|hand|hands|wrists|fingers',
  foot: 'foot|feet|ankle|ankles',
  'bone-density': 'low bone mass|bone mass|bone loss|osteopenia|osteoporosis|bone health',
  prostate: 'prostate|prostatic|testes|testis|scrotal|scrotum',
  bowel: 'bowel|colon|small bowel|rectum|rectal',
  stomach: 'stomach|gastric|oesophagus|esophagus|esophageal',
  leg: 'leg|legs|calf',
  skin: 'skin|lesion|mole|intact lesions',
  'blood-pressure': 'bp|blood pressure|home bp|abpm',
};

export interface Wording {
  readonly words: readonly string[];
  readonly means: string;
  readonly target: string | undefined;
}

const SPLIT = /[a-z][a-z0-9']*|[0-9]+|[^\sa-z0-9]/g;

function compile(rows: Iterable<readonly [string, string]>): ReadonlyMap<string, readonly Wording[]> {
  const byFirst = new Map<string, Wording[]>();
  for (const [means, list] of rows) {
    for (const one of list.split('|')) {
      const [wording, target] = one.split('>');
      const words = wording?.match(SPLIT) ?? [];
      const first = words[0] ?? '';
      const group = byFirst.get(first) ?? [];
      group.push({ words, means, target });
      byFirst.set(first, group);
    }
  }
  for (const group of byFirst.values()) group.sort((a, b) => b.words.length - a.words.length);
  return byFirst;
}

export const ACTION_WORDS = compile(ACTIONS);
export const SPECIALTY_WORDS = compile(Object.entries(SPECIALTIES));
export const REGION_WORDS = compile(Object.entries(REGIONS));

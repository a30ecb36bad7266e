/** Headings of notes and reports: section name, then the ways to write it. `!` marks those that need no colon. */
const TABLE: readonly (readonly [section: string, headings: string])[] = [
  [
    'chief-complaint',
    'chief complaint|chief complaints|cc|presenting complaint|!pc|complaint|reason for visit|reason for consultation|reason for admission|reason for referral',
  ],
  [
    'history',
    'history of present illness|!hpi|history of presenting complaint|!hpc|present illness|history of the present illness|interval history|subjective|s|history|interim history|clinical summary|story|genhx|!c/o',
  ],
  [
    'past-medical-history',
    'past medical history|!pmh|!pmhx|!pmx|past history|past medical hx|medical history|!past medical/surgical history|pmh/psh|past medical and surgical history|background|significant past history|comorbidities|co-morbidities|pastmedicalhx|psychiatric history|past psychiatric history',
  ],
  [
    'past-surgical-history',
    'past surgical history|!psh|!pshx|surgical history|past surgical hx|operations|pastsurgical|previous surgery|previous surgeries|previous operations|past operations|surgical hx|previous surgical history|past surgeries|procedures and operations',
  ],
  ['family-history', 'family history|!fh|!fhx|!famhx|fam hx|family hx|!fmh|!fam hx|fam/sochx'],
  [
    'social-history',
    'social history|!sh|!shx|!soc hx|social hx|social|habits|occupational history|social circumstances',
  ],
  [
    'gynaecological-history',
    'gynecological history|gynecologic history|gynaecological history|gyn history|ob/gyn|obstetric history|ob history|gynhx|menstrual history',
  ],
  [
    'medications',
    'medications|medication|meds|!meds|current medications|home medications|!dh|!dhx|drug history|current meds|discharge medications|medications on admission|medications at home|rx|otc|drugs|medication list|repeat medication|admission medications|prescriptions|current medication|regular medication|regular medications|medicines|current medicines|current drugs|drug chart|drug list',
  ],
  ['allergies', 'allergies|allergy|all|drug allergies|!nkda|!nka|adverse reactions|intolerances|!allergies'],
  ['immunisations', 'immunizations|immunisations|vaccinations|immunization history'],
  [
    'review-of-systems',
    'review of systems|!ros|systems review|systemic enquiry|!review of systems|systems enquiry|s/e',
  ],
  [
    'examination',
    'physical examination|physical exam|examination|exam|!exam|on examination|!o/e|oe|pe|pex|objective|o|physical|general examination|mental status examination|mental status exam|mse|physical findings|on physical examination|clinical examination',
  ],
  ['vitals', 'vital signs|vitals|vs|obs|observations|vital'],
  [
    'results',
    'labs|laboratory data|laboratory|laboratories|lab results|laboratory results|results|bloods|blood tests|investigations|ix|!ix|tests|studies|data|diagnostic studies|laboratory findings|laboratory studies|labs/studies|diagnostics|bloods back|ekg|ecg|pertinent results|laboratory and diagnostic data|laboratory/radiology',
  ],
  ['imaging', 'imaging|radiology|imaging studies|radiographic studies|radiologic studies'],
  [
    'indication',
    'indication|indications|clinical|clinical history|clinical information|clinical indication|reason for exam|reason for examination|reason for study|clinical details|reason|clinical data|history and indication|indication for study|clinical question|reason for test|request',
  ],
  ['comparison', 'comparison|comparisons|comparison study|compared to|prior studies|prior exams'],
  ['technique', 'technique|procedure technique|protocol|exam type|examination performed|type of study|views|contrast'],
  [
    'findings',
    'findings|finding|report|description|microscopy|microscopic description|macroscopy|gross description|result',
  ],
  [
    'impression',
    'impression|imp|!imp|impressions|assessment|a|ass|conclusion|conclusions|opinion|summary|diagnosis|diagnoses|final diagnosis|discharge diagnosis|discharge diagnoses|admitting diagnosis|admission diagnosis|dx|working diagnosis|clinical impression|interpretation|final impression|primary diagnosis|secondary diagnoses|principal diagnosis|comment|ed diagnosis|emergency department diagnosis|final diagnoses',
  ],
  ['problem-list', 'problem list|problems|active problems|active problem list|problem|current problems'],
  [
    'assessment-plan',
    'assessment and plan|assessment/plan|a/p|!a/p|a&p|a+p|ap|imp/plan|impression and plan|impression/plan|assessment & plan|impression & plan|i/p|medical decision making',
  ],
  [
    'plan',
    'plan|p|!plan|management|treatment plan|mx|recommendation|recommendations|plan of care|follow up|follow-up|followup|f/u|disposition|discharge instructions|discharge plan|plans|recs|actions|action|to do|hm|health maintenance|fu|rec|management plan|action plan|proposed plan|next steps',
  ],
  [
    'course',
    'hospital course|course|ed course|emergency department course|clinical course|progress|procedures|procedure|operation|hospital course by system|brief hospital course|edcourse|operative procedure',
  ],
  [
    'instructions',
    'instructions|patient instructions|advice|safety net|safety netting|safety-net|warnings|return precautions',
  ],
];

/** Labels of body systems: they open a sentence and keep the section they stand in. */
const SYSTEMS =
  'general|gen|const|constitutional|heent|head|eyes|ears|nose|throat|mouth|ent|neck|cv|cvs|cardiac|cardiovascular|cardio|heart|resp|rs|respiratory|chest|lungs|lung|pulm|pulmonary|gi|gastrointestinal|abd|abdo|abdomen|gu|genitourinary|gyn|msk|musculoskeletal|ext|extremities|limbs|back|spine|skin|derm|integumentary|neuro|cns|pns|neurologic|neurological|psych|psychiatric|mood|endo|endocrine|heme|haem|hematologic|haematological|heme/lymph|hematologic/lymphatic|lymph|lymphatic|allergy/immunology|breast|breasts|thyroid|bowels|bladder|periods|joints|hands|pelvic|pv|pr|rectal|gait|vascular|nodes|ln|genitalia|muscle|nose/throat';

export interface Heading {
  readonly words: readonly string[];
  readonly section: string;
  /** Needs no colon after it. */
  readonly bare: boolean;
}

/** Sections whose text goes on over the following lines; a background section told on one line ends with the line. */
const LONG = new Set([
  'history',
  'plan',
  'assessment-plan',
  'impression',
  'findings',
  'course',
  'results',
  'indication',
]);

export const isLong = (section: string): boolean => LONG.has(section);

const SPLIT = /[a-z0-9']+|[^\sa-z0-9']/g;

function table(): ReadonlyMap<string, readonly Heading[]> {
  const byFirst = new Map<string, Heading[]>();
  for (const [section, list] of TABLE) {
    for (const one of list.split('|')) {
      const bare = one.startsWith('!');
      const words = (bare ? one.slice(1) : one).match(SPLIT) ?? [];
      const first = words[0] ?? '';
      const group = byFirst.get(first) ?? [];
      group.push({ words, section, bare });
      byFirst.set(first, group);
    }
  }
  for (const group of byFirst.values())
    group.sort((a, b) => b.words.length - a.words.length || Number(b.bare) - Number(a.bare));
  return byFirst;
}

/** Headings by their first word, longest first. */
export const HEADINGS = table();

/** Labels of body systems, lower case. */
export const SYSTEM_LABELS: ReadonlySet<string> = new Set(SYSTEMS.split('|'));

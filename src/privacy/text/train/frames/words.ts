/** Eponyms, tests and headings, by which frames without a name are filled. */
export const EPONYM_PHRASES: readonly string[] = `
Parkinson's disease|Alzheimer's disease|Crohn's disease|Hodgkin's lymphoma|non-Hodgkin lymphoma|Graves' disease|Graves disease|Addison's disease|Cushing's syndrome
Hashimoto's thyroiditis|Wilson's disease|Bell's palsy|Baker's cyst|Down syndrome|Turner syndrome|Huntington's disease|Marfan syndrome|Raynaud's phenomenon
Sjögren's syndrome|Sjogren's syndrome|Paget's disease|Barrett's esophagus|Barrett esophagus|Foley catheter|Babinski sign|Romberg test|Romberg sign|Murphy's sign
McBurney's point|Homans sign|Homan's sign|Tinel's sign|Phalen's test|Apgar score|Glasgow Coma Scale|Gleason score|Whipple procedure|Kocher incision|Nissen fundoplication
Guillain-Barre syndrome|Guillain-Barré syndrome|Ehlers-Danlos syndrome|Stevens-Johnson syndrome|Wolff-Parkinson-White syndrome|Henoch-Schonlein purpura
Kawasaki disease|Takayasu arteritis|Behcet's disease|Behçet's disease|Wegener's granulomatosis|Goodpasture syndrome|Meniere's disease|Tourette syndrome|Wernicke encephalopathy
Korsakoff syndrome|Charcot joint|Dupuytren's contracture|Colles fracture|Colles' fracture|Achilles tendon|Doppler ultrasound|Holter monitor|Pap smear|Pap test|Gram stain
Valsalva maneuver|Trendelenburg position|Lachman test|McMurray test|Spurling test|Hoffman sign|Kernig sign|Brudzinski sign|Chvostek sign|Trousseau sign|Virchow node
Kaposi sarcoma|Burkitt lymphoma|Ewing sarcoma|Wilms tumor|Merkel cell carcinoma|Mohs surgery|Hickman catheter|Swan-Ganz catheter|Penrose drain|Hemovac drain
Jackson-Pratt drain|Schatzki ring|Zenker diverticulum|Meckel's diverticulum|Hirschsprung disease|Peyronie's disease|Bartholin cyst|Bartholin's gland|Cooper's ligament
Osgood-Schlatter disease|Legg-Calve-Perthes disease|Charcot-Marie-Tooth disease|Lou Gehrig's disease|Still's disease|Lyme disease|Lynch syndrome|Gilbert's syndrome
Gaucher disease|Fabry disease|Tay-Sachs disease|von Willebrand disease|von Hippel-Lindau disease|Kussmaul breathing|Cheyne-Stokes respirations|Brown-Sequard syndrome
Horner syndrome|Horner's syndrome|Pancoast tumor|Budd-Chiari syndrome|Mallory-Weiss tear|Boerhaave syndrome|Dieulafoy lesion|Cullen's sign|Janeway lesions|Osler nodes
Roth spots|Heberden nodes|Bouchard's nodes|Braden scale|Morse fall scale|Ranson criteria|Wells score|Child-Pugh class B|Killip class II|Mallampati class II|Tanner stage 3
Salter-Harris fracture|Prader-Willi syndrome|Angelman syndrome|Rett syndrome|DiGeorge syndrome|Noonan syndrome|Klinefelter syndrome|Asperger's syndrome|Munchausen syndrome
Creutzfeldt-Jakob disease|Eisenmenger syndrome|Ebstein anomaly|tetralogy of Fallot|circle of Willis|bundle of His|Purkinje fibers|loop of Henle|islets of Langerhans
Reye syndrome|Sweet syndrome|Felty syndrome|Caplan syndrome|Lambert-Eaton syndrome|Miller Fisher syndrome|Dix-Hallpike maneuver|Epley maneuver|Rinne test|Weber test
Bence Jones protein|Heinz bodies|Howell-Jolly bodies|Auer rods|Lewy body dementia|Pick's disease|Dressler syndrome|Prinzmetal angina|Ludwig angina|Fournier gangrene
`
  .trim()
  .split(/[|\n]/);

export const SOLO_EPONYMS: readonly string[] =
  'Parkinson Alzheimer Crohn Hodgkin Graves Addison Cushing Foley Babinski Romberg Hashimoto Huntington Hoffman Tinel Phalen Homan Murphy Lachman Spurling Trendelenburg Valsalva Doppler Holter Raynaud Barrett Sjogren Tourette Down Wilson Paget Marfan Meniere Behcet Kernig Brudzinski Apley Neer Hawkins Speed Finkelstein Patrick Faber McMurray Gleason Braden Mallampati'.split(
    ' ',
  );

export const TESTS: readonly string[] =
  'MRI|CT|CT scan|X-ray|EKG|Echocardiogram|echo|TSH|CBC|colonoscopy|Colonoscopy|Ultrasound|Doppler|biopsy|EEG|lumbar puncture|PET scan|MRA|ABG|Lipid panel|Hemoglobin A1c|stress test|DEXA|mammogram|Mammogram|Urinalysis|UA|LFTs|BMP|Pap smear'.split(
    '|',
  );

export const HEADINGS: readonly string[] =
  'History of Present Illness|HISTORY OF PRESENT ILLNESS|Past Medical History|PAST MEDICAL HISTORY|Medications|MEDICATIONS|Allergies|ALLERGIES|Social History|SOCIAL HISTORY|Family History|FAMILY HISTORY|Review of Systems|REVIEW OF SYSTEMS|Physical Examination|PHYSICAL EXAMINATION|Vital Signs|VITAL SIGNS|Assessment|ASSESSMENT|Plan|PLAN|Impression|IMPRESSION|Findings|FINDINGS|Indication|INDICATION|Technique|Comparison|Hospital Course|HOSPITAL COURSE|Discharge Medications|Chief Complaint|CHIEF COMPLAINT|Laboratory Data|LABORATORY DATA|Procedure|PROCEDURE|Postoperative Diagnosis|Preoperative Diagnosis|PREOPERATIVE DIAGNOSIS|Anesthesia|ANESTHESIA|Complications|Estimated Blood Loss|Disposition|Condition|Follow Up|Neurologic|Cardiovascular|Respiratory|Gastrointestinal|Genitourinary|Musculoskeletal|Psychiatric|Skin|Extremities|HEENT|Neck|Chest|Lungs|Heart|Abdomen|Back|General|GENERAL|Constitutional|Endocrine|Hematologic|Immunizations|Pain|Nutrition|Diet|Activity|Code Status|Subjective|SUBJECTIVE|Objective|OBJECTIVE|Specimen|Gross Description|Microscopic Description|Labs|Imaging|Problem List'.split(
    '|',
  );

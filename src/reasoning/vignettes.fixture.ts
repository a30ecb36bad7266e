/**
 * The stories that every textbook tells, by specialty: the condition, sex, age, and the findings of the shelf that are told; a
 * finding after a minus was looked for and is absent. They are not patients. Each condition must come first of all of the shelf.
 */
export const VIGNETTES: Readonly<Record<string, string>> = {
  cardiology: `
acute-coronary-syndrome | m 58 | crushing-chest-pain pain-to-arm-or-jaw diaphoresis smoking-current known-hypertension nausea
acute-coronary-syndrome | f 71 | chest-pain dyspnoea nausea ecg-st-depression high-troponin known-diabetes
aortic-dissection | m 63 | tearing-chest-or-back-pain limb-bp-difference known-hypertension early-diastolic-murmur
pericarditis | m 28 | positional-chest-pain pleuritic-chest-pain pericardial-rub fever ecg-diffuse-st-elevation
cardiac-tamponade | f 55 | muffled-heart-sounds raised-jvp low-systolic-bp pulsus-paradoxus known-cancer
heart-failure | m 76 | orthopnoea peripheral-oedema basal-crackles third-heart-sound raised-jvp known-coronary-disease
aortic-stenosis | m 78 | exertional-syncope exertional-chest-pain aortic-stenosis-murmur
hypertrophic-cardiomyopathy | m 17 | exertional-syncope dynamic-murmur family-sudden-death
atrial-fibrillation | f 74 | irregular-pulse palpitations known-hypertension
supraventricular-tachycardia | f 24 | sudden-onset-palpitations ecg-narrow-regular-tachycardia anxiety
infective-endocarditis | m 34 | fever new-murmur injecting-drug-use endocarditis-stigmata night-sweats
deep-vein-thrombosis | f 62 | unilateral-leg-swelling calf-pain recent-surgery-or-immobility
peripheral-artery-disease | m 69 | claudication weak-foot-pulses smoking-current
acute-limb-ischaemia | m 72 | cold-painful-pulseless-limb known-atrial-fibrillation
brugada-syndrome | m 34 | coved-st-v1 syncope family-sudden-death`,
  respiratory: `
pulmonary-embolism | f 35 | sudden-dyspnoea pleuritic-chest-pain tachycardia drug-combined-contraceptive unilateral-leg-swelling
pneumonia | m 66 | fever productive-cough coarse-crackles consolidation chills-rigors
asthma | f 22 | wheeze variable-respiratory-symptoms family-asthma-or-atopy allergic-rhinitis reversible-airflow-obstruction
copd | m 68 | exertional-dyspnoea chronic-cough heavy-smoking airflow-obstruction
lung-cancer | m 70 | haemoptysis weight-loss heavy-smoking lung-mass finger-clubbing
spontaneous-pneumothorax | m 21 | sudden-dyspnoea pleuritic-chest-pain hyperresonant-silent-side tall-with-long-legs
tuberculosis | m 31 | chronic-cough night-sweats weight-loss haemoptysis born-in-high-tb-country upper-lobe-cavitation
croup | m 2 | barking-cough stridor upper-respiratory-infection-episode
bronchiolitis | f 0.4 | infant-wheeze-coryza raised-respiratory-rate fever
pertussis | f 0.3 | whooping-cough-fits not-vaccinated high-lymphocytes
epiglottitis | m 4 | drooling-tripod stridor fever odynophagia not-vaccinated
carbon-monoxide-poisoning | f 40 | headache confusion carbon-monoxide-source nausea sick-contact
pleural-empyema | m 58 | fever pleuritic-chest-pain pleural-effusion infected-pleural-fluid
obstructive-sleep-apnoea | m 52 | snoring witnessed-apnoea daytime-sleepiness obesity`,
  gastroenterology: `
acute-appendicitis | m 19 | pain-migrating-to-rif mcburney-tenderness loss-of-appetite fever nausea
acute-cholecystitis | f 45 | right-upper-quadrant-pain murphy-sign fever nausea gallstones-on-imaging
acute-cholangitis | f 68 | fever-pain-jaundice chills-rigors jaundice bile-duct-dilatation
acute-pancreatitis | m 44 | epigastric-pain-through-to-back vomiting alcohol-excess lipase-threefold
bowel-obstruction | f 67 | no-flatus-distension vomiting previous-abdominal-surgery high-pitched-bowel-sounds dilated-bowel-loops
perforated-viscus | m 56 | sudden-severe-abdominal-pain peritonism free-air-under-diaphragm drug-nsaid
acute-mesenteric-ischaemia | f 76 | abdominal-pain-out-of-proportion known-atrial-fibrillation high-lactate-finding
acute-diverticulitis | m 62 | left-iliac-fossa-pain fever high-leukocytes
crohn-disease | f 24 | chronic-diarrhoea weight-loss right-iliac-fossa-pain perianal-disease mouth-ulcers
ulcerative-colitis | m 29 | bloody-diarrhoea tenesmus bowel-urgency high-faecal-calprotectin colitis-endoscopy
coeliac-disease | f 33 | chronic-diarrhoea low-ferritin bloating weight-loss positive-ttg-iga
upper-gi-bleeding-ulcer | m 60 | melaena haematemesis drug-nsaid epigastric-tenderness
variceal-bleeding | m 54 | large-haematemesis-shock spider-naevi ascites alcohol-excess
achalasia | m 46 | dysphagia bird-beak-oesophagus weight-loss
colorectal-cancer | m 71 | change-in-bowel-habit low-ferritin weight-loss blood-mixed-with-stool
oesophageal-rupture | m 49 | chest-pain-after-vomiting-emphysema chest-pain alcohol-excess
mallory-weiss-tear | m 35 | vomiting-blood-after-retching alcohol-excess
colonic-volvulus | m 82 | coffee-bean no-flatus-distension constipation
irritable-bowel-syndrome | f 27 | recurrent-abdominal-pain pain-relieved-by-defaecation bloating alternating-bowel-habit`,
  hepatology: `
cirrhosis | m 57 | ascites spider-naevi palmar-erythema alcohol-excess splenomegaly
acute-viral-hepatitis | m 25 | jaundice jaundice-after-travel-or-food fatigue transaminases-over-1000 dark-urine
paracetamol-toxicity | f 20 | paracetamol-overdose vomiting transaminases-over-1000
spontaneous-bacterial-peritonitis | m 60 | ascites-with-fever-or-pain ascites fever ascitic-fluid-neutrophils
primary-biliary-cholangitis | f 52 | pruritus high-alp positive-ama fatigue
haemochromatosis | m 50 | very-high-ferritin high-transferrin-saturation mcp-arthropathy hyperpigmentation
wilson-disease | m 19 | kayser-fleischer-ring low-ceruloplasmin tremor high-alt`,
  endocrinology: `
hyperthyroidism | f 34 | weight-loss palpitations heat-intolerance tremor goitre proptosis-or-lid-lag suppressed-tsh
hypothyroidism | f 48 | fatigue weight-gain cold-intolerance dry-skin constipation high-tsh
diabetic-ketoacidosis | m 17 | polyuria vomiting abdominal-pain kussmaul-breathing ketosis very-high-glucose
hyperosmolar-hyperglycaemic-state | f 78 | glucose-over-600 confusion polyuria high-osmolality
addison-disease | f 38 | hyperpigmentation fatigue weight-loss orthostatic-hypotension low-sodium high-potassium salt-craving
adrenal-crisis | f 45 | low-systolic-bp vomiting abdominal-pain drug-long-term-steroid adrenal-crisis-signs
cushing-syndrome | f 40 | moon-face-or-buffalo-hump striae-purple proximal-weakness central-weight-gain high-systolic-bp
phaeochromocytoma | m 42 | paroxysmal-spells headache palpitations sweating labile-hypertension spells-with-blood-pressure-surges
primary-hyperparathyroidism | f 61 | high-calcium unsuppressed-pth known-kidney-stones
acromegaly | m 47 | acral-enlargement coarsened-facial-features high-igf-1 sweating
prolactinoma | f 29 | galactorrhoea amenorrhoea very-high-prolactin
diabetes-insipidus | m 30 | polyuria polydipsia dilute-urine high-sodium
thyroid-storm | f 36 | thyroid-storm-signs fever tachycardia agitation goitre
primary-aldosteronism | m 45 | resistant-hypertension low-potassium high-aldosterone-renin-ratio
hypercalcaemia-of-malignancy | m 66 | very-high-calcium low-pth confusion known-cancer constipation`,
  neurology: `
subarachnoid-haemorrhage | f 50 | thunderclap-headache stiff-neck-meningism vomiting photophobia
stroke-tia | m 72 | sudden-focal-deficit dysarthria known-atrial-fibrillation
bacterial-meningitis | m 19 | fever headache stiff-neck-meningism photophobia kernig-brudzinski csf-neutrophilic
encephalitis | f 35 | altered-behaviour-with-fever fever seizure headache csf-lymphocytic
multiple-sclerosis | f 29 | relapsing-focal-neurological-symptoms eye-pain-colour-loss lhermitte-sign demyelinating-lesions
guillain-barre-syndrome | m 40 | ascending-weakness areflexia gastroenteritis-repeated albuminocytologic
myasthenia-gravis | f 32 | fatigable-weakness ptosis diplopia positive-achr-antibody
parkinson-disease | m 68 | rest-tremor bradykinesia rigidity
migraine | f 26 | migraine-features photophobia nausea family-migraine
cluster-headache | m 38 | periorbital-boring-attacks ptosis-miosis watery-eye
trigeminal-neuralgia | f 63 | electric-face-pain
cauda-equina-syndrome | m 44 | saddle-anaesthesia urinary-retention sciatica back-pain
motor-neurone-disease | m 60 | fasciculations muscle-wasting upper-motor-neurone-signs dysarthria
bell-palsy | f 36 | one-sided-face-droop-forehead
bppv | f 64 | brief-positional-vertigo vertigo
idiopathic-intracranial-hypertension | f 27 | headache-obese-visual-obscurations papilloedema obesity
wernicke-korsakoff | m 53 | eye-movement-confusion-ataxia alcohol-excess
normal-pressure-hydrocephalus | m 75 | magnetic-or-shuffling-gait urinary-incontinence progressive-cognitive-decline ventriculomegaly
chronic-subdural-haematoma | m 80 | subdural-collection falls confusion drug-anticoagulant
cervical-radiculopathy | m 47 | arm-pain-from-neck neck-pain paraesthesia
autoimmune-encephalitis | f 22 | psychosis-fits-teratoma psychosis seizure involuntary-movements`,
  infection: `
infectious-mononucleosis | m 18 | exudative-tonsillitis generalised-lymphadenopathy fatigue fever splenomegaly atypical-lymphocytes
streptococcal-pharyngitis | m 9 | strep-score-features exudative-tonsillitis fever sore-throat
measles | f 3 | cough-coryza-conjunctivitis koplik-spots head-to-toe-measles-rash fever not-vaccinated
scarlet-fever | m 6 | sandpaper-rash strawberry-tongue fever sore-throat
malaria | m 33 | fever-after-travel no-malaria-prophylaxis chills-rigors low-platelets travel-tropical
lyme-disease | f 41 | erythema-migrans tick-bite arthralgia
hiv-infection | m 28 | generalised-lymphadenopathy sexual-risk fever rash oral-candidiasis
clostridioides-difficile | f 74 | watery-diarrhoea recent-antibiotics-or-hospital high-leukocytes positive-c-difficile
septic-arthritis | m 60 | hot-swollen-joint fever acute-monoarthritis synovial-pus
sepsis | f 82 | low-blood-pressure-with-infection fever confusion high-lactate-finding tachycardia
toxic-shock-syndrome | f 19 | shock-with-sunburn-rash fever low-systolic-bp vomiting
meningococcal-sepsis | m 16 | non-blanching-fever-rash fever low-systolic-bp headache
herpes-zoster | f 70 | dermatomal-vesicles allodynia-neuropathic-pain
dengue | f 30 | retro-orbital-pain-breakbone fever-after-travel petechiae low-platelets travel-tropical
tetanus | m 66 | jaw-spasm-rigidity dirty-wound trismus
botulism | m 45 | descending-paralysis home-canned-food-or-honey diplopia dysphagia
legionella-pneumonia | m 62 | pneumonia-with-diarrhoea-low-sodium consolidation fever low-sodium smoking-current`,
  haematology: `
iron-deficiency-anaemia | f 36 | low-hemoglobin low-ferritin low-mcv heavy-menstrual-bleeding pica
acute-leukaemia | m 55 | film-blasts pancytopenia bleeding-gums fatigue
multiple-myeloma | m 70 | bone-pain monoclonal-protein lytic-bone-lesion high-calcium low-hemoglobin
hodgkin-lymphoma | f 25 | persistent-lymph-node night-sweats mediastinal-lymphadenopathy alcohol-induced-node-pain
immune-thrombocytopenia | f 27 | petechiae platelets-below-100 easy-bruising
thrombotic-thrombocytopenic-purpura | f 40 | haemolysis-schistocytes low-platelets confusion fever low-adamts13
haemophilia | m 8 | haemarthrosis-or-deep-bleed prolonged-aptt low-factor-viii-or-ix
sickle-cell-disease | m 14 | vasoocclusive-pain african-or-caribbean-origin haemoglobin-s
pernicious-anaemia | f 65 | low-vitamin-b12 very-high-mcv positive-intrinsic-factor-antibody glossitis
polycythaemia-vera | m 62 | itch-after-bath high-hematocrit positive-jak2
g6pd-deficiency | m 22 | haemolysis-after-trigger bite-cells-heinz-bodies jaundice mediterranean-or-middle-east-origin`,
  nephrology: `
nephrotic-minimal-change-fsgs | m 5 | periorbital-oedema-child nephrotic-range-proteinuria low-albumin foamy-urine
post-infectious-glomerulonephritis | m 8 | cola-urine-after-infection high-systolic-bp low-c3 raised-aslo
iga-nephropathy | m 24 | haematuria-with-sore-throat visible-haematuria red-cell-casts
polycystic-kidney-disease | f 42 | polycystic-kidneys-imaging family-kidney-disease young-hypertension
rhabdomyolysis | m 30 | muscle-injury-dark-urine very-high-ck myalgia
renal-colic | m 41 | colicky-flank-pain-to-groin visible-haematuria vomiting
acute-pyelonephritis | f 28 | costovertebral-tenderness fever dysuria chills-rigors
interstitial-nephritis | f 57 | eosinophils-with-falling-kidney-function drug-ppi fever rash white-cell-casts`,
  rheumatology: `
gout | m 56 | podagra high-urate needle-crystals
rheumatoid-arthritis | f 44 | small-joint-synovitis prolonged-morning-stiffness positive-anti-ccp
systemic-lupus-erythematosus | f 26 | malar-rash arthralgia positive-anti-dsdna low-complement photosensitive-rash
giant-cell-arteritis | f 75 | new-headache-after-50 jaw-claudication scalp-tenderness transient-visual-loss very-high-esr
polymyalgia-rheumatica | m 72 | shoulder-girdle-stiffness hip-girdle-stiffness high-esr
axial-spondyloarthritis | m 27 | inflammatory-back-pain sacroiliitis-imaging positive-hla-b27
systemic-sclerosis | f 50 | skin-thickening raynaud positive-anti-centromere digital-ulcer-or-pitting
inflammatory-myositis | f 52 | proximal-weakness dermatomyositis-rash very-high-ck
sjogren-syndrome | f 55 | dry-eyes dry-mouth positive-anti-ro parotid-swelling
reactive-arthritis | m 26 | urethritis-conjunctivitis-arthritis
anca-vasculitis | m 58 | haemoptysis nasal-crusting red-cell-casts positive-anti-pr3
osteoarthritis | f 67 | activity-related-joint-pain knee-pain nodal-hand-osteoarthritis
fibromyalgia | f 42 | widespread-pain unrefreshing-sleep fatigue brain-fog
hip-fracture | f 84 | falls hip-pain known-osteoporosis limb-injury-deformity
compartment-syndrome | m 25 | tight-compartment-pain limb-injury-deformity paraesthesia`,
  dermatology: `
melanoma | f 48 | asymmetric-pigmented-lesion changing-mole growing-skin-lesion
basal-cell-carcinoma | m 70 | pearly-rolled-lesion face-skin-lesion telangiectasia
cutaneous-squamous-cell-carcinoma | m 74 | keratotic-ulcerated-lesion sun-exposure growing-skin-lesion lip-skin-lesion
psoriasis | m 35 | psoriasis-plaques extensor-rash skin-scaling
atopic-eczema | m 3 | eczema flexural-rash pruritus family-asthma-or-atopy
stevens-johnson-ten | f 40 | mucosal-erosions skin-detachment drug-rash-new-medicine fever
dress-syndrome | m 50 | drug-rash-new-medicine facial-oedema-with-rash fever high-eosinophils high-alt
necrotising-fasciitis | m 60 | crepitus-or-dusky-skin warm-spreading-erythema fever known-diabetes tachycardia
pemphigus-vulgaris | f 55 | flaccid-blisters mouth-ulcers nikolsky-sign
bullous-pemphigoid | f 80 | tense-blisters-finding pruritus
kawasaki-disease | m 3 | five-days-fever-child kawasaki-signs strawberry-tongue
cellulitis | f 66 | warm-spreading-erythema leg-skin-lesion fever toe-web-maceration
scabies | m 20 | burrows-and-web-itch pruritus hand-skin-lesion
pityriasis-rosea | f 23 | herald-patch trunk-skin-lesion skin-scaling
erythema-multiforme | m 24 | target-lesions recurrent-herpes hand-skin-lesion
dermatitis-herpetiformis | m 35 | extensor-vesicular-itch pruritus linear-or-grouped-lesions
staphylococcal-scalded-skin | f 2 | scalded-skin-child fever nikolsky-sign
eczema-herpeticum | m 4 | punched-out-erosions eczema fever
rosacea | f 45 | facial-flushing-pustules flushing face-skin-lesion
impetigo | m 5 | honey-coloured-crusts face-skin-lesion`,
  'mental-health': `
depression | f 38 | low-mood anhedonia early-morning-waking hopelessness-or-guilt loss-of-appetite
bipolar-disorder | m 24 | mania-signs elevated-mood-episodes insomnia
schizophrenia-spectrum | m 22 | auditory-hallucinations delusions-finding disorganised-or-negative-symptoms
panic-disorder | f 29 | panic-attacks palpitations dyspnoea paraesthesia
generalised-anxiety-disorder | f 35 | anxiety-core anxiety insomnia irritability
obsessive-compulsive-disorder | m 25 | obsessions-compulsions anxiety
post-traumatic-stress-disorder | m 32 | flashbacks-avoidance bad-dreams-recalled insomnia
anorexia-nervosa | f 16 | fear-of-fat-underweight low-bmi amenorrhoea bradycardia
borderline-personality | f 23 | fear-of-abandonment unstable-self-harm
alcohol-withdrawal | m 50 | alcohol-withdrawal-signs tremor visual-hallucinations sweating alcohol-excess
neuroleptic-malignant-syndrome | m 30 | lead-pipe-fever-antipsychotic rigidity very-high-ck drug-antipsychotic
serotonin-syndrome | f 33 | clonus-hyperreflexia-drug drug-ssri agitation sweating
opioid-poisoning | m 27 | pinpoint-pupils-slow-breathing coma-unresponsive
adhd | m 8 | inattention-hyperactivity
autism-spectrum-disorder | m 4 | social-communication-deficit developmental-delay`,
  paediatrics: `
intussusception | m 0.8 | currant-jelly-colic vomiting abdominal-mass-child
pyloric-stenosis | m 0.1 | projectile-vomiting-infant
cystic-fibrosis | f 3 | salty-sweat-greasy-stool-child recurrent-chest-infections failure-to-thrive
childhood-leukaemia | m 5 | white-cells-blasts-child-bruise pallor fever bone-pain
childhood-brain-tumour | f 7 | morning-vomit-ataxia-child headache papilloedema
down-syndrome | m 1 | known-down-features hypotonia heart-murmur
turner-syndrome | f 15 | short-webbed-neck short-stature amenorrhoea
iga-vasculitis | m 7 | palpable-purpura-child-joint-belly abdominal-pain arthralgia
febrile-seizure | f 2 | seizure-with-fever-child fever
malrotation-volvulus | m 0.02 | sudden-green-vomit-infant bilious-vomiting
duodenal-atresia | m 0.01 | double-bubble bilious-vomiting known-down-features
phenylketonuria | f 1 | fair-musty-child developmental-delay
severe-combined-immunodeficiency | m 0.4 | no-thymus-all-infections oral-candidiasis chronic-diarrhoea failure-to-thrive
infantile-spasms | m 0.5 | bowing-spasms-infant developmental-delay
meckel-diverticulum | m 2 | painless-red-stool-toddler low-hemoglobin
absence-epilepsy | f 7 | brief-stares-child staring-spells
retropharyngeal-abscess | m 3 | neck-held-stiff-drooling-child fever odynophagia`,
  'women and men': `
ectopic-pregnancy | f 29 | pelvic-pain amenorrhoea high-hcg intermenstrual-bleeding syncope
pelvic-inflammatory-disease | f 22 | pelvic-pain cervical-motion-tenderness vaginal-discharge fever
ovarian-torsion-or-ruptured-cyst | f 24 | sudden-pelvic-pain-vomiting adnexal-mass-imaging
endometriosis | f 31 | severe-dysmenorrhoea dyspareunia infertility
polycystic-ovary-syndrome | f 25 | irregular-periods hirsutism obesity polycystic-ovaries-imaging
pre-eclampsia-condition | f 31 | pregnant-high-pressure-protein headache pregnancy
placental-abruption | f 33 | late-pregnancy-bleeding-painful pregnancy abnormal-fetal-heart
eclampsia | f 20 | fits-in-pregnancy seizure pregnant-high-pressure-protein pregnancy
hyperemesis-gravidarum | f 26 | severe-vomiting-pregnancy pregnancy ketosis weight-loss
endometrial-cancer | f 63 | postmenopausal-bleeding thick-endometrium obesity
testicular-torsion | m 14 | scrotal-pain-sudden absent-cremasteric vomiting
epididymo-orchitis | m 26 | epididymal-tenderness urethral-discharge fever
testicular-cancer | m 29 | testicular-lump gynaecomastia
benign-prostatic-hyperplasia | m 70 | poor-urinary-stream nocturia enlarged-prostate`,
  'eye and ear': `
acute-angle-closure-glaucoma | f 65 | acute-painful-red-eye-halos sudden-visual-loss nausea
retinal-detachment | m 58 | flashes-floaters-curtain myopia-high
central-retinal-artery-occlusion | m 70 | cherry-red-spot sudden-visual-loss
anterior-uveitis | m 33 | uveitis photophobia red-eye positive-hla-b27
acute-otitis-media | m 2 | bulging-red-eardrum ear-pain fever
meniere-disease | f 45 | vertigo-hours-tinnitus-hearing
malignant-otitis-externa | m 76 | ear-canal-granulation-diabetic ear-pain known-diabetes
orbital-cellulitis | m 8 | proptosis-fever-painful-movement fever`,
  poisoning: `
organophosphate-poisoning | m 45 | cholinergic-signs pesticide-exposure
salicylate-poisoning | f 24 | tinnitus-fast-breathing-aspirin high-anion-gap
tricyclic-poisoning | f 30 | wide-qrs-tricyclic coma-unresponsive drug-tricyclic
anaphylaxis | m 25 | rapid-worsening-after-food-or-sting urticaria wheeze low-systolic-bp
heat-stroke | m 20 | heat-collapse very-high-temperature confusion
toxic-alcohol-poisoning | m 48 | osmolar-gap-or-oxalate antifreeze-or-methanol high-anion-gap
methaemoglobinaemia | f 30 | chocolate-blood low-oxygen-saturation`,
};

/** Words by which people are announced, and capitalised words that are no person. English. */
import { setOf } from '../sets.ts';

/** Before a name, whatever follows. */
export const TITLES = setOf(`
dr drs doctor mr mister mrs missus ms miss mx prof professor sir madam dame lord lady sr sra srta señorita signor signora mlle herr frau mx dott dra dña rev reverend fr father sister brother rabbi imam pastor
sgt sergeant cpt capt captain lt lieutenant col colonel maj major gen general cpl officer detective judge nurse hon señor señora sr sra herr frau
monsieur madame mme mlle chaplain constable attorney deputy trooper inspector aunt uncle auntie grandma grandpa nana`);

/** Titles that are nothing else: a name follows whatever its case. */
export const SURE_TITLES = setOf(
  'dr drs doctor mr mister mrs missus ms miss mx prof professor señor señora señorita monsieur madame mme mlle herr frau sra srta signor signora',
);

export const CREDENTIALS = setOf(`
md do rn np pa pac phd lpn lvn cna dds dmd dpm od pharmd rph msw lcsw lmft psyd frcp frcs mrcp mbbs mbchb facs faap facp facc aprn fnp crna cnm pt dpt
ot otr slp rd ldn ccc mph mba jr sr ii iii iv esq bsn msn dnp rrt rt emt mph facog arnp rdn bch bao mb bs lac atc cde cdces agacnp pmhnp dip dipl frcpath frca mrcgp mrcpsych mrcpch frcog fracp dphil msw lmhc lpc bcba cphq ccrn sane rcp`);

/** People to the patient, before a name ("wife Mary") or instead of one. */
export const RELATIONS = setOf(`
wife husband spouse partner fiance fiancee fiancé fiancée mother father mom mum dad mommy daddy son daughter brother sister grandmother grandfather grandson
granddaughter aunt uncle niece nephew cousin friend girlfriend boyfriend roommate neighbor neighbour caregiver carer guardian stepmother stepfather stepson
stepdaughter stepdad stepmom godson goddaughter godmother godfather sponsor landlady landlord poa nok siblings kids husbands twin baby boy girl child infant sibling parents grandma grandpa in-law surrogate proxy`);

/** People who care for the patient. */
export const CLINICIANS = setOf(`
physician doctor nurse surgeon cardiologist neurologist oncologist psychiatrist psychologist therapist dermatologist urologist nephrologist pulmonologist
gastroenterologist hematologist endocrinologist rheumatologist ophthalmologist pediatrician paediatrician obstetrician gynecologist radiologist pathologist
anesthesiologist anaesthetist internist hospitalist intensivist orthopedist podiatrist dentist pharmacist midwife registrar consultant resident attending
interpreter translator attorney lawyer solicitor teacher caseworker paramedic circulator scrub scribe transcriptionist receptionist secretary specialist trainee locum matron sho chaplain guarantor subscriber intern fellow pcp gp provider practitioner clinician assistant surgeons dietitian counselor counsellor caseworker coordinator technician technologist`);

/** Words that never are a person though written with a capital: headings, the calendar, tests, products, peoples. */
export const NEVER = setOf(`
patient patients doctor guest family clinician hospital clinic center centre emergency department unit room ward medical medicine history physical
examination exam assessment plan impression findings medications allergies vitals labs social surgical chief complaint review systems discharge
admission diagnosis diagnoses procedure indication comparison technique results report note date time name age sex race gender address phone fax
january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday
american african asian caucasian hispanic latino latina white black european native indian english spanish french german russian chinese japanese
korean vietnamese polish italian portuguese arabic hindi mexican cuban dominican haitian puerto rican catholic muslim jewish hindu buddhist
protestant baptist jehovah witness god jesus bible medicare medicaid facebook google walmart costco walgreens cvs safeway target amazon starbucks
mcdonald mcdonalds gatorade pepsi coke coca cola internet youtube netflix tv covid moderna pfizer biontech caesarean cesarean
ii iii iv vi vii viii ix xi xii xiii er icu ed or ob gyn ent iv po im sq bid tid qid prn hpi pmh psh ros cc fh sh pe
bun alt ast ggt ldh inr tah bso lima utis xray xrays ct mri ekg ecg eeg emg mra cta pet us xr cxr cbc bmp cmp tsh hiv hpv hcv copd chf cad dm htn gerd uti dvt pe mi cva tia
speaker interviewer interpreter transcriptionist dictated transcribed signed tel telephone cell mobile pager unit job service pt see good ext nah yup hah gotcha lemme kinda anyways oops awesome cool congrats congratulations yessir sure great perfect right exactly absolutely
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty
fifty sixty seventy eighty ninety hundred thousand husband wife son daughter sister brother sisters brothers nephew niece mama papa doc docs nurse
rh hx fhx pmhx shx diff wasp month year week day today tomorrow yesterday type stage spine brain lung liver kidney biopsy serum
childhood illnesses disease hobbies surgeries meds labs workup consult triage rehab rehabilitation psych married divorced widowed single retired
email login insurance specimen symptoms emerg ins ref forename forenames surname wristband bloods badge census tribal enrollment enrolment portal employer site verbalized ambulated torb vorb cpap bipap imei udi iban gmc nmc nope yep yeah oh ah gosh dang tobacco illicit etoh hm uh um uhm aw ow ouch wow alright okey bye ha huh
dermatology psychiatry orthopedics orthopaedics neurology cardiology oncology urology gastroenterology gynecology rheumatology nephrology pulmonology ophthalmology radiology pathology pediatrics podiatry neurosurgery anesthesia anesthesiology endocrinology hematology outpatient inpatient surgery electronically regards sincerely dear hello hi hey okay ok yes no yeah
mom dad mother father grandmother grandfather mommy daddy grandma grandpa sir ma'am madam maam
fahrenheit celsius figure table page subject attention attn re cc dob mrn ssn id continued end thanks thank please
abd mammo neuro resp cardiac pulm ext musc skel lytes echo colonoscopy mesh ems cigar beer liquor bachelor masters toothache rashes paternal maternal exacerbating aggravating easing reassurance reportedly coughing
scribe bed dea npi vin fin rx acct accession billing location telehealth hospitalized hospitalised med rec policy claim consultant
he she they we you it his her their our your i me my him them us this that these those who what when where why how
`);

/** Names of diseases, signs, scores, devices and organisms after people, standing alone as well as before their noun. */
export const EPONYMS = setOf(`
abbe achilles addison adson alport alzheimer amsler angelman apgar apley argyll asherman asperger auspitz austin babinski bankart barre barrett
barthel bartholin bartonella bartter basedow bassini behcet behçet bell bence billroth binet bitot blount blumberg boerhaave bouchard braden breslow
broca brown-sequard brown-séquard brudzinski buerger burkitt brugada castleman chagas chaddock charcot chediak cheyne chiari chvostek coats codman
colles coombs cooley courvoisier cowden creutzfeldt crigler crohn crouzon cushing dandy danlos darier de-quervain dequervain dejerine dressler dubin
duchenne dupuytren ebstein ehlers eisenmenger epley epstein erb ewing fabry fallot fanconi felty finkelstein foley fontan fournier freiberg
friedreich froment gaenslen galeazzi gaucher gerstmann giemsa gillick glasgow gleason goldenhar golgi goodpasture gottron gram graves grawitz
grey-turner guillain hakim hallpike hamman hansen hartmann hashimoto hawkins heberden heimlich heinz hemovac henoch hering hirschsprung hodgkin hoffa
holter homans huntington hurler jakob janeway kallmann kaposi karnofsky kartagener kawasaki kayser kehr kernig kienbock killip klinefelter klippel
klumpke kocher koplik korsakoff korotkoff krukenberg kubler kupffer kussmaul lachman langerhans lasegue leber legg leopold leriche lesch levine lewy
lhermitte libman liddle likert ludwig lyell lyme lynch mallory marfan marjolin mcburney mcgill mcmurray meckel meige melkersson mendel meniere
menière milroy mobitz moebius mohs moro morse munchausen munchhausen murphy myerson neer niemann nissen noonan obersteiner ogilvie ollier ortolani
osgood osler paget pancoast pap papanicolaou parkinson patau perthes peutz peyronie pfannenstiel phalen pickwick pompe pott prader prinzmetal profeta
purkinje quervain quincke ransohoff rathke raynaud reinke reiter rett reye riedel rinne romberg rorschach rosai rotor roux rovsing schatzker schatzki
schiller schlatter schmorl schober schonlein schönlein schwann seldinger sengstaken sezary sézary sheehan shiga sjogren sjögren skene snellen
sprengel spurling stargardt steinert sternberg sturge sudeck swyer takayasu takotsubo tietze tinel tourette trendelenburg trousseau tubiana turcot
tzanck uhthoff valsalva vater virchow volkmann waldenstrom waldenström wallenberg warthin wechsler wegener werdnig wermer werner wernicke westermark
whartin wharton whipple widal wilms wilson wiskott wolff wolfram yergason zellweger zenker ziehl zollinger jackson-pratt jp penrose ommaya doppler
escherichia klebsiella neisseria listeria salmonella shigella pseudomonas streptococcus staphylococcus enterococcus clostridium clostridioides
mycoplasma chlamydia candida aspergillus cryptococcus trichomonas helicobacter campylobacter haemophilus legionella bordetella borrelia treponema
rickettsia ehrlichia anaplasma bartonella vibrio yersinia mycobacterium plasmodium toxoplasma giardia entamoeba pneumocystis histoplasma coccidioides
sporothrix leishmania schistosoma strongyloides taenia echinococcus parvovirus rotavirus adenovirus norovirus acinetobacter proteus serratia
enterobacter bacteroides actinomyces nocardia
`);

/** Nouns that a person's name lends itself to: "Bell's palsy", "Foley catheter", "Gleason score". */
export const EPONYM_HEADS = setOf(`
disease diseases syndrome syndromes sign signs test tests palsy cyst cysts lymphoma thyroiditis ophthalmopathy orbitopathy sarcoma tumor tumour catheter catheters score scores scale scales
criteria classification grade stage esophagus oesophagus reflex reflexes maneuver manoeuvre maneuvers procedure operation fracture fractures phenomenon triad
contracture neuroma neuropathy nodes node nodules spots lines line ring rings hernia point position splint pack brace tube tubes drain drains stain stains smear smears
smears murmur syncope respirations respiration breathing ataxia chorea dementia encephalopathy encephalitis nephritis nephropathy anemia anaemia purpura arteritis vasculitis
granulomatosis bodies body cells cell cross tetralogy malformation anomaly deformity dystrophy atrophy paralysis psychosis aphasia area angle canal duct gland
glands papilla ampulla tendon tendons ligament pouch diverticulum membrane gangrene angina ulcer ulcers melanoma carcinoma cancer esophagitis colitis ileitis
thrombophlebitis index formula equation rule rules stage stages level class monitor monitors echo study ultrasound flow chart charts grid lamp light reaction virus
tick fever disorder defect lesion lesions osteotomy repair fundoplication incision anastomosis resection approach technique shunt valve pump cuff bag bottle
negative positive response exercises exercise esophagram rods rod pins pin wire wires nail nails plate plates screw screws implant bandage dressing boot walker
stocking stockings collar balloon protocol regimen prep pouch block blocks gait stain chain knife hook cannula retractor needle forceps clamp clip clips
lavage solution ulceration keratosis epithelioma neurofibromatosis migraine headache seizure seizures epilepsy arthropathy arthritis joint exotoxin toxin
hepatitis conjunctivitis perimeter membrane lens lenses plaque plaques dots dot pattern inheritance hip spine foot knee shoulder elbow finger thumb
`);

/** Particles of names that are no English words. */
export const FORE = setOf(
  'de la van von der den da di del dos du bin ibn al el della dela binti bint ter los las le ap nic ní mac vander vom zum zur af abu ben',
);
/** Of them, those that begin a surname in small letters and are nothing else: "bin Rashid was seen". */
export const SOLE_PARTICLES = setOf('bin ibn binti bint van von de della dela dos du di da der ter');

/** Drugs and products by brand, beside those of the word list. */
export const BRANDS = setOf(`
cetaphil synvisc lortab ultracet dosepak mylanta gatorade ziac duraphen ovcon alesse avalide aldex tarka cymbalta zetia vytorin crestor januvia victoza ozempic
trulicity jardiance farxiga eliquis xarelto brilinta entresto humira enbrel stelara cosentyx otezla keytruda opdivo herceptin rituxan avastin remicade xolair
dupixent prolia reclast forteo evenity lantus levemir tresiba humalog novolog apidra toujeo basaglar byetta symbicort advair dulera breo spiriva incruse trelegy
proair ventolin proventil xopenex combivent atrovent nasonex flonase nasacort rhinocort singulair zyrtec claritin allegra xyzal benadryl tylenol advil motrin aleve
excedrin midol pepto bismol tums rolaids maalox miralax colace dulcolax senokot metamucil citrucel imodium lomotil pedialyte similac enfamil ensure boost glucerna
botox juvederm restylane neosporin polysporin bactroban hibiclens betadine dermabond steri-strip steri strips vaseline aquaphor eucerin cerave lubriderm vicks
vaporub mucinex robitussin delsym nyquil dayquil sudafed afrin theraflu chloraseptic orajel anbesol listerine suboxone subutex vivitrol narcan percocet vicodin
norco lorcet oxycontin roxicodone opana dilaudid duragesic ultram nucynta celebrex mobic voltaren lidoderm flexeril skelaxin soma robaxin zanaflex neurontin lyrica
topamax lamictal keppra dilantin tegretol trileptal depakote vimpat xanax ativan klonopin valium restoril ambien lunesta sonata trazodone remeron paxil prozac zoloft
celexa lexapro effexor pristiq wellbutrin elavil pamelor abilify seroquel zyprexa risperdal geodon latuda haldol lithobid adderall ritalin concerta vyvanse strattera
intuniv chantix nicorette viagra cialis levitra flomax proscar avodart detrol vesicare myrbetriq ditropan premarin estrace provera mirena paragard nuvaring depo
yaz yasmin plan-b plan b synthroid levoxyl armour cytomel lasix bumex demadex aldactone hctz zestril prinivil vasotec diovan cozaar benicar micardis norvasc procardia cardizem
lopressor toprol coreg tenormin catapres coumadin lovenox plavix pradaxa lipitor zocor pravachol tricor lopid niaspan lovaza nexium prilosec prevacid protonix
aciphex pepcid zantac reglan zofran phenergan compazine bactrim cipro levaquin avelox augmentin amoxil keflex rocephin zithromax biaxin flagyl macrobid cleocin
diflucan lamisil nystatin valtrex zovirax tamiflu plaquenil prednisone medrol deltasone decadron kenalog lotrisone temovate retin accutane proactiv differin
tazorac elidel protopic metrogel procrit aranef aranesp neupogen neulasta lupron zoladex arimidex femara aromasin tamoxifen faslodex gleevec xeloda taxol taxotere
adriamycin cytoxan gemzar velcade revlimid zometa boniva fosamax actonel evista citracal centrum gardasil shingrix zostavax prevnar pneumovax boostrix adacel
tdap flublok fluzone hepatitis synagis rhogam ecstasy marijuana kleenex q-tip velcro tegaderm opsite foley tampax depends bandaid band-aid ace tubigrip lap band
accu chek glucometer dexcom libre onetouch freestyle ipad iphone medifast nutrisystem atkins jello cheerios slimfast crisco clorox lysol ajax windex tide
`);

/** After a name of a person, in the present or the past: what people do in notes. */
export const DEEDS = setOf(`
reports reported states stated denies denied presents presented says said complains complained describes described notes noted admits admitted endorses endorsed
has had is was will would can could does did lives lived works worked came comes went returns returned underwent received takes took tolerated remains remained feels felt
called calls agrees agreed requests requested understands understood wants wanted needs smokes drinks arrives arrived appears appeared continues continued
recommended saw reviewed evaluated performed ordered prescribed referred discussed explained advised examined consulted accompanied speaks gave
consented assented declined refused verbalized verbalised elected ambulated signed asked told thanked wishes wished hopes plans planned decided chose opted insists insisted
enjoys prefers believes thinks thought knows worries worried recalls recalled confirmed confirms acknowledged promised apologized apologised asks tells hates loves likes`);

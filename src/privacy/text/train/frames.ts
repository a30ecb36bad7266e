/**
 * Frames of the training text: sentences of notes, letters and talk with slots. Written for this project; no patient's words.
 *
 * Slots of people: FULL, FIRST, LAST, MR (title and surname), DR (a clinician in any form), REL (a first name). Of places:
 * CITY, STATE, HOSP, ORG. Others: DRUG, Drug, COND, EPON (an eponym with its noun), SOLO (an eponym alone), TEST, DATE, NUM, AGE,
 * HEAD (a heading), WORD (a name that is a word, used as the word).
 */

export const PEOPLE: readonly string[] = `
FULL is a AGE-year-old man with COND.
FULL is a AGE year old female who presents with COND.
FULL, a AGE-year-old woman, was admitted with COND on DATE.
This is FULL, AGE, here for COND.
Patient: FULL
Patient Name: FULL
PATIENT NAME: FULL
Name: FULL DOB: DATE MRN: NUM
Name: LAST, FIRST
RE: FULL
Re: FULL, DOB DATE
Dear DR,
Dear DR:
Dear MR,
Dear FIRST,
Thank you for referring FULL to our clinic.
Thank you for asking me to see MR.
I had the pleasure of seeing MR in clinic on DATE.
I saw FIRST today with her mother REL.
I reviewed this gentleman, MR, with DR.
MR is a pleasant AGE-year-old man.
MR reports COND for NUM days.
MR denies COND.
MR states that she stopped DRUG last week.
MR was seen by DR in the clinic.
MR has a history of COND and COND.
MR's wound is healing well.
MR's daughter REL is at the bedside.
MR and his wife REL were present.
FIRST reports that the pain is worse at night.
FIRST denies fever or chills.
FIRST has been taking DRUG NUM mg daily.
FIRST was accompanied by her husband REL.
FIRST says she feels better since starting DRUG.
FIRST is doing well after surgery.
FIRST lives with his brother REL in CITY.
FIRST's mother reports COND.
LAST is a AGE-year-old with COND.
LAST reports COND.
LAST was discharged on DRUG.
Discussed with LAST and family.
We told FIRST to return if COND recurs.
I explained the plan to FIRST and REL.
Her husband REL is concerned about COND.
Her son, REL, lives nearby.
His wife, FULL, is his health care proxy.
His daughter REL LAST was called.
Lives with wife REL and two children, REL and REL.
Brother REL died of COND at AGE.
Mother (FULL) has COND.
The patient's sister REL also has COND.
Her twin sister REL is healthy.
Emergency contact: FULL (wife) NUM
Next of kin: FULL, daughter
Contact: REL LAST
Health care proxy: FULL
Accompanied by: REL, mother
Seen by DR on DATE.
Seen and examined with DR.
Case discussed with DR, who agrees with the plan.
Referred by DR for COND.
Referred to DR for evaluation of COND.
She was referred to DR at HOSP.
Follow up with DR in NUM weeks.
Please follow up with DR, your cardiologist.
Her PCP is DR.
PCP: DR
PCP: FULL
Primary care physician: DR
Attending: DR
Attending Physician: FULL, MD
ATTENDING: DR
Surgeon: FULL
SURGEON: FULL, M.D.
Assistant: FULL, PA-C
ASSISTANT: DR
Anesthesiologist: DR
Referring physician: DR
Consultant: DR
Resident: FULL
cc: DR
CC: DR, DR
cc: FULL; FULL
Dictated by: FULL, MD
Dictated by DR
Transcribed by: FIRST LAST
Electronically signed by FULL, MD on DATE
Electronically signed by: FULL
Signed: FULL RN
Signed, FULL, NP
FULL, MD
FULL, RN, BSN
DR, attending
Sincerely, FULL, MD
Best regards, FIRST
Nurse FIRST gave DRUG NUM mg.
Nurse REL notified DR.
RN FIRST LAST at bedside.
Per DR, start DRUG.
Per FIRST, the patient fell.
Spoke with FULL by phone.
Spoke to REL (daughter) about the results.
Called REL, left a message.
Left voicemail for MR.
DR performed the procedure.
DR recommended DRUG.
DR was consulted for COND.
DR has followed her for COND for NUM years.
According to DR, the scan was normal.
Under the care of DR.
She was evaluated by DR in HOSP.
I will discuss the case with DR and DR.
DR ordered a TEST.
Procedure performed by DR under local anesthesia.
Interpreter: FULL
Social worker FULL met with the family.
Case manager FIRST LAST will arrange transport.
Physical therapist FULL evaluated MR.
Caregiver REL assists with bathing.
Doctor: Hello, FIRST. What brings you in today?
Doctor: Hi, FIRST. It is good to see you again.
Doctor: Hi, FIRST.
Doctor: Hello MR.
Doctor: Welcome back, FIRST.
Doctor: Alright, FIRST, any COND?
Doctor: So, FIRST, how have you been?
Doctor: Is that right, FIRST?
Guest_family: I am REL, her son.
Guest_family: I'm his daughter, REL.
Guest_family: I'm her brother, REL.
Patient: It's FIRST.
Patient: FULL.
Patient: You can call me FIRST.
Patient: My wife REL says I snore.
Patient: This is my friend REL.
Patient: I brought my son, REL.
Patient: Well, REL told me to come in.
Discussed with FULL, RN.
Discussed with FULL.
Reviewed with FULL, PharmD.
Report given to FULL, RN.
Handoff to FIRST LAST.
Patient Name: FULL MRN: NUM
Patient: LAST, FIRST
PT: FULL
The patient, FULL, lives alone.
FIRST smokes one pack a day.
LAST smokes and drinks.
FIRST LAST was started on DRUG.
FIRST states that the pain began last week.
LAST complains of COND.
Today FIRST feels better.
Since then FIRST has done well.
However, LAST did not take DRUG.
With REL's help FIRST walks.
Doctor: Hi MR, how are you feeling?
Doctor: Good morning, FIRST. I'm DR.
Doctor: My name is DR.
Doctor: Nice to meet you, MR.
Doctor: Okay FIRST, let's take a look.
Doctor: Thank you, FIRST.
Doctor: Who is your primary doctor? Patient: DR.
Patient: I see DR for my heart.
Patient: My name is FULL.
Patient: I'm FIRST.
Patient: My husband REL made me come.
Patient: My daughter REL has the same thing.
Patient: DR told me to stop DRUG.
Patient: Hi DR, I have COND.
Guest_family: I'm REL, his wife.
Guest_family: This is my son FIRST.
Doctor: And this must be REL.
Doctor: DR referred you, correct?
Patient: Thanks, DR.
FIRST: I have had COND for a week.
REL: He fell yesterday.
MR: I feel fine.
DR: How long has this lasted?
so FIRST how long have you had this
my name is FULL and I was born on DATE
FIRST came in today with COND.
FIRST and REL were seen together.
FIRST, who works at ORG, injured his back.
Baby FIRST was born at NUM weeks.
Baby boy LAST, born DATE
The patient, FULL, was transferred from HOSP.
The patient (FULL) has COND.
The patient, MR, tolerated the procedure well.
Patient is MR, a AGE-year-old.
MR, who is known to have COND, returns.
A copy was sent to DR and to MR.
We asked REL to bring his medications.
He prefers to be called FIRST.
Known as FIRST to her friends.
His name is FULL.
She goes by FIRST.
Formerly FULL.
Also known as FULL.
Friend FIRST drove him to the hospital.
Roommate REL found him on the floor.
Neighbor REL LAST called the ambulance.
He was brought in by his friend REL.
Grandmother REL had COND.
Children: REL, REL and REL.
Sons REL (AGE) and REL (AGE).
I, FULL, certify that I was present.
Reviewed by FULL on DATE
Verified by: LAST, FIRST MD
Reported to FIRST at DATE.
Results called to DR at DATE.
Critical value called to REL LAST RN.
Consent was obtained from FULL.
Informed consent obtained from MR.
MR understands the risks.
MR agreed with the plan.
Plan reviewed with MR.
Discharged home with REL.
To whom it may concern: FULL is under my care.
LAST, FIRST  DOB: DATE
LAST FIRST M
Chart: LAST,FIRST NUM
Mrs FULL attended clinic with her husband MR.
We reviewed FULL in the outpatient department.
Seen in clinic by DR today, accompanied by REL.
Per MR's request, records were sent to DR.
MR's PCP is DR.
DR's note from DATE reviewed.
Exam by DR: normal.
Discussed with DR (cardiology).
Appointment with DR on DATE.
Will see DR next week.
Will need to see DR.
She saw DR in CITY.
Both FIRST and her sister REL smoke.
Patient FIRST LAST was seen.
pt FULL seen today
pt is FIRST LAST, AGE yo M
ID: FULL is a AGE yo M with COND
HPI: MR is a AGE M with COND
HPI: FIRST is a AGE-year-old girl.
SUBJECTIVE: FULL returns for follow-up of COND.
HISTORY OF PRESENT ILLNESS: MR is a AGE-year-old male.
IMPRESSION: FULL has COND.
FIRST underwent TEST by DR.
FIRST has no COND.
MR continues on DRUG.
After talking with REL, MR decided against surgery.
If FIRST worsens, call DR.
When I met MR, she was anxious.
FULL presented to HOSP with COND.
FULL (MRN NUM) was reviewed today.
Name of patient: FULL
Signed by FIRST LAST
DR MD
Provider: FULL
Provider: DR
Author: FULL, MD
Clinician: FULL
Nurse: FIRST LAST
Next appointment with DR: DATE
It was a pleasure to see MR today.
`
  .trim()
  .split('\n');

export const PLACES: readonly string[] = `
She lives in CITY, STATE.
He lives in CITY with his wife.
He moved here from CITY last year.
Born in CITY.
She was born and raised in CITY.
She is originally from CITY.
He is a native of CITY.
He recently travelled to CITY.
Resident of CITY, STATE.
Patient drove from CITY.
He works in CITY as a teacher.
She visited her family in CITY.
Transferred from HOSP.
Transferred to HOSP for further care.
She was admitted to HOSP on DATE.
Admitted to HOSP with COND.
He was seen at HOSP in CITY.
Seen in the emergency room at HOSP.
Surgery was done at HOSP.
HOSP
HOSP, CITY, STATE
Discharged to HOSP.
He resides at HOSP.
Records from HOSP were reviewed.
Followed at HOSP by DR.
He works at ORG.
She works for ORG as an accountant.
Employed by ORG.
He retired from ORG.
Employer: ORG
She attends ORG.
Student at ORG.
Insurance: ORG
Flew back from CITY two days ago.
The family lives near CITY.
Her home is in CITY, STATE NUM.
Address: NUM Oak Street, CITY, STATE
He was in CITY when the symptoms began.
She came from CITY for a second opinion.
The clinic in CITY sent the records.
`
  .trim()
  .split('\n');

export const NOTHING: readonly string[] = `
Patient has EPON.
History of EPON and COND.
No evidence of EPON.
EPON was negative.
EPON was placed without difficulty.
A EPON was inserted.
Positive EPON on the left.
She was diagnosed with EPON in DATE.
Family history of EPON.
SOLO negative.
SOLO: negative bilaterally.
SOLO was removed.
Has a history of SOLO.
She has SOLO's.
Mother has SOLO's and COND.
Apgars were 8 and 9.
Gram stain was negative.
Drug NUM mg daily.
Drug, Drug, and Drug.
She takes Drug and Drug.
Medications: Drug NUM mg, Drug NUM mg, Drug.
Allergies: Drug, Drug.
He is allergic to Drug.
Started on Drug and Drug.
Continue Drug.
Current Medications: Drug, DRUG and DRUG.
1. Drug NUM mg p.o. b.i.d.
2. Drug NUM mg q.h.s.
Patient: I take Drug and Drug.
Doctor: Are you still on Drug?
Doctor: Do you take any Drug?
HEAD: COND.
HEAD: COND, COND and COND.
HEAD: Unremarkable.
HEAD: Negative for COND.
HEAD
HEAD:
TEST showed COND.
TEST on DATE was normal.
Review of TEST: unremarkable.
Assessment and Plan: COND.
Cond and Cond.
1. Cond. 2. Cond. 3. Cond.
Cond, stable on DRUG.
WORD the patient have surgery?
WORD follow up in NUM weeks.
I WORD see her again.
WORD continue DRUG.
The patient reports COND.
The patient denies COND.
Patient is a AGE-year-old African American female with COND.
She is a AGE-year-old Caucasian woman.
He is a Spanish speaking man.
He is Catholic and married.
She speaks Vietnamese and some English.
Doctor: How long have you had COND?
Doctor: Any fever, chills, or COND?
Doctor: Okay. Let me take a look.
Doctor: Good. And how about your COND?
Doctor: Good morning.
Doctor: Good. That's great to hear.
Doctor: Oh okay. I'm sorry to hear that.
Doctor: Hm. I'd like to order a TEST.
Doctor: Alright, I'll write that down. Don't worry.
Doctor: Um, and when did it start?
Patient: Um, I've had it since last week.
Patient: Oh, I don't know. It's been bad.
Patient: Nope. I've never smoked.
Patient: Yep. That's right.
Patient: Ah, I see. They're all fine.
Patient: Uh, I'd say NUM times a day. We're used to it.
Patient: Hm, I'll have to think.
Patient: Just the usual. You know how it is.
Patient: How long will it take? I can't wait.
Patient: I'm okay. They said I'd be fine.
Patient: Aw, thank you. Bye.
Patient: It's my knee. It hurts. Just a little.
Patient: I was on DRUG. It didn't help. We stopped.
Patient: Oh my God, it was so bad. I couldn't walk.
Doctor: Okey. Uh huh. Nah. Ouch. Wow. Alrighty.
Doctor: Wait, did you say Thirteen or Seventeen?
Doctor: How often? Which one? Whose? Where?
Account number NUM. Acct # NUM.
Acct: NUM
Email: someone at work.
Email sent. Fax sent. Login recorded.
Login NUM was recorded. IP NUM.
Driver's license NUM. License plate NUM.
VIN NUM. Serial number NUM. NHS number NUM.
Insurance: Medicare. Insurance ID NUM.
Specimen NUM was sent. Results were posted.
Home phone NUM. Cell NUM. Fax NUM.
Social security number NUM. SSN NUM.
Date of birth DATE. Date of Visit: DATE.
Last seen DATE. Symptoms began last DATE.
Transferred from the floor. Discussed with family.
Discussed the risks and benefits. Lives alone. Lastly, COND.
Call the office if COND recurs. Return if worse. Stop DRUG. Start DRUG.
Check TEST. Repeat TEST in NUM weeks. Increase DRUG. Avoid alcohol. Apply ice.
Take DRUG daily. Give DRUG. Hold DRUG. Obtain TEST. Consider TEST. Refer to cardiology.
Please call the clinic. Please bring this letter.
Per protocol, start DRUG. Per patient, no COND.
Nonsmoker. Nondrinker. Divorced. Married. Single. Illicit drugs: none.
Noncontributory. Unremarkable. Unknown. Supple. Symmetrical. Reportedly well. Palpitations. Nocturia.
ETOH: none. HA resolved. NSAID use. OBGYN notes reviewed. URI symptoms. Rh positive. RUE weakness. TIAs in the past. XRT completed.
Sclerae anicteric. Conjunctivae pink. PERRLA. EOMI. NKDA. WNL. NAD. A&O x3. CTAB. RRR.
CyberKnife was used. Dermatology and Psychiatry were consulted. Histology showed COND.
Adult Protective Services was notified. Poison Control was called. The Rescue Squad came.
Patient: No, I don't think so.
Patient: Yes, Doctor.
Patient: Thank you, Doctor.
Patient: Well, about three weeks ago.
Patient: Yeah, I had it removed.
Guest_family: She has been coughing.
Guest_clinician: Her vitals are stable.
Doctor: Hm. Have you tried Drug?
Vitals: BP 120/80, HR NUM, Temp 98.6.
General: Alert and oriented. HEENT: Normocephalic.
Lungs: Clear. Heart: Regular. Abdomen: Soft.
Neurologic: Cranial nerves intact. Skin: Warm.
Past Medical History: Cond, Cond.
Social History: Denies Tobacco. Drinks Alcohol.
Father died of COND. Mother is alive.
Brother with COND. Sister healthy.
The Emergency Department was notified.
Seen in the Pain Clinic and Orthopedic Clinic.
He went to Walmart and bought Drug.
Glasgow Coma Scale was 15.
Foley catheter in place. Jackson-Pratt drain removed.
EKG: Normal sinus rhythm.
Blood cultures grew Escherichia coli.
Streptococcus pneumoniae was isolated.
The tumor was Gleason 7.
Figure 1 shows COND.
Grade II murmur.
Type 2 Diabetes and Hypertension.
Left Knee pain. Right Shoulder injury.
Patient was given Instructions.
Condition: Stable. Disposition: Home.
DIAGNOSIS: COND.
Plan: Start DRUG, check TEST.
Return to Clinic in NUM weeks.
Full Code. DNR discussed.
Lives alone. Retired. Widowed. Smokes.
She is a Jehovah's Witness.
Thanksgiving and Christmas were difficult.
On Monday she felt worse.
In March she developed COND.
Hope this helps. Best of luck.
Grace period expired. Rose to standing without help.
Mark the site. Bill was paid. Frank hematuria was noted.
Frank blood per rectum. Skip lesions. Christmas tree pattern. Rusty sputum.
Dean of students. Young woman. Long history. Small amount. Sharp pain. Strong pulses. Moody affect. Early onset.
Gene therapy. Art therapy. Faith-based group. Joy in life. Sunny outlook. Will power. Baker by trade. Cook and cleaner.
English is her first language.
The United States Army. The United States of America.
The Medicare plan was reviewed.
Patient declined COVID vaccine from Pfizer.
Ibuprofen, Tylenol and Advil did not help.
Doctor: Do you drink Coke or Pepsi?
She uses Facebook and YouTube.
Alcoholics Anonymous meetings.
`
  .trim()
  .split('\n');

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

export const HOSPITALS: readonly string[] =
  "CITY General Hospital|LAST Memorial Hospital|St. FIRST Hospital|St. FIRST's Hospital|Saint FIRST Medical Center|CITY Medical Center|LAST Clinic|University of STATE Hospital|CITY Regional Medical Center|LAST Nursing Home|Mercy Hospital|Good Samaritan Hospital|Sacred Heart Medical Center|CITY Rehabilitation Center|LAST Manor|LAST Health Center|CITY Community Hospital|Mount LAST Hospital|LAST Institute|CITY Infirmary|CITY Children's Hospital|LAST Surgery|Royal CITY Hospital|LAST & LAST Family Practice".split(
    '|',
  );

export const ORGANISATIONS: readonly string[] =
  'LAST Industries|LAST & Sons|LAST Elementary School|CITY High School|CITY Police Department|University of STATE|LAST Construction|CITY Unified School District|LAST Logistics|LAST Insurance|CITY College|LAST Plumbing|First Baptist Church of CITY|LAST Foods|CITY Fire Department|LAST Consulting|LAST and LAST LLP'.split(
    '|',
  );

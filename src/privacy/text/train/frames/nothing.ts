/** Frames in which there is no name; slots as in people.ts. */
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

/** Labels, shorthand and words that head a sentence, which look like names and are none. */
export const LOOKS_LIKE: readonly string[] = `
LABEL NUM
LABEL # NUM
LABEL: NUM
LABEL no. NUM
LABEL NUM   LABEL NUM
LABEL: NUM | LABEL: NUM
Rare: NUM
Rare # NUM
Rare NUM
Rare ID: NUM
Rare was noted.
Rare noted on TEST.
Rare taken today.
Rare checked (LABEL NUM).
Rare and Rare were discussed.
Rare, Rare, Rare.
Rare: COND.
Rare: negative.
Rare is unchanged.
Rare COND.
Rare with COND.
Rare given.
Rare therapy was started.
Rare Rare was performed.
Rare for COND.
The Rare was removed.
The Rare Rare was normal.
Patient: Rare.
Patient: Rare it is.
Patient: Rare, I think.
Patient: Rare you go.
Doctor: Rare?
Doctor: Rare. And then?
Doctor: Rare about your diet?
Emerg contact: none.
Ref: none
Ins: Medicare
Provider: none
Employer: none
PCP: none
GP: none
NOK: none
Surgeon: none
Interpreter: not needed
Interpreter (Somali): not needed
ROLE notified.
ROLE aware.
ROLE to follow.
ROLE at bedside.
The ROLE was called.
Seen by ROLE.
Seen by Cardiology.
D/w Cardiology.
Wristband checked.
Bloods taken.
Obs stable.
Portal msg sent.
Outside records requested.
Report given.
Verbalized understanding.
TORB. Read back.
CPAP at night. BiPAP started.
Locum SHO. Specialist Registrar. Staff Nurse. Nurse Practitioner.
MB BCh BAO, FRCS (Ed), Dipl.-Psych.
Pulse 102/min, resp 20/min.
MR venography and CT angiography were normal.
Follow up with Dr. Return in NUM weeks.
Follow up with Dr. Lives alone.
Dr. Recorded in the chart.
Baby aspirin daily. Baby doing well.
Barium swallow was done. Coronary artery bypass graft.
South Beach diet. Accu-Cheks daily. Quantiferon gold.
Implant card: LABEL NUM
Reviewed chart, LABEL NUM.
Recorded under LABEL NUM and LABEL NUM.
LABEL NUM (expires DATE).
Sex: F Race: White Ethnicity: Not Hispanic
Language: Farsi. Language: Tamil. Speaks Somali.
Doctor: Go ahead.
Guest_clinician: Oh, we discharged her.
Patient: Like fever?
Patient: Fine with me.
Patient: Ready when you are.
Patient: Man, what a night.
Patient: Call the office?
Patient: They're both a ten.
Patient: Cigars, too.
Buckle up. Ring the ward. Go for it.
`
  .trim()
  .split('\n');

/**
 * Frames of the training text: sentences of notes, letters and talk with slots. Written for this project; no patient's words.
 *
 * Slots of people: FULL, FIRST, LAST, MR (title and surname), DR (a clinician in any form), REL (a first name). Of places:
 * CITY, STATE, HOSP, ORG. Others: DRUG, Drug, COND, EPON (an eponym with its noun), SOLO (an eponym alone), TEST, DATE, NUM, AGE,
 * HEAD (a heading), WORD (a name that is a word, used as the word), Rare (a word that is none of
 * these, with a capital), ROLE (somebody's work or kinship), LABEL (the label of a number).
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

/** More frames of training text, written when names without a case and names that are words were looked at again. Slots: people.ts. */
const lines = (text: string): readonly string[] => text.trim().split('\n');

export const MORE_PEOPLE: readonly string[] = lines(`
We went over the results with FIRST before she left.
The risks were gone over with FIRST and REL, who had no questions.
I told FIRST that the scan was clear.
Please call FIRST on Monday.
Nobody had told REL about the fall.
LAST was offered a second opinion.
LAST was counseled on diet.
LAST was sent home with DRUG.
LAST is a poor historian.
LAST is alert and comfortable.
LAST wishes to go home.
LAST and FIRST were both seen.
FIRST LAST was brought in by ambulance.
FIRST LAST was examined in the office today.
FIRST LAST was found on the floor at home.
FIRST LAST and her sister REL were present.
FIRST LAST is known to us.
FIRST LAST, who has COND, returns.
Note written for FIRST LAST.
Summary of FIRST LAST on DATE.
Letter about FIRST LAST
Wound check of FIRST LAST
According to LAST, the COND is worse.
According to REL, she was confused.
Per REL LAST she ate well.
Per LAST, no COND.
Her uncle REL drove her.
His aunt REL has COND.
Her cousin, REL LAST, called.
His stepfather REL was told.
Her roommate REL found her.
His girlfriend REL is here.
Her caregiver, REL, gives DRUG.
Her grandfather (REL) had COND.
Son REL at bedside.
Mother REL agrees.
Children: REL, REL and REL.
At home with REL, REL, and REL.
Those present were REL, REL and LAST.
Present: REL LAST (son), REL LAST (daughter)
Copies to DR and FULL
Copy: FULL
Cc: DR; DR; FULL
Kind regards, FULL
Yours sincerely, FULL
With best wishes, FIRST LAST, MD
Signed FULL, NP on DATE
/s/ FULL
- FIRST LAST, RN
-- FIRST
Typed for DR by FIRST LAST
Reviewed with the attending, DR.
Her surgeon, DR, was called.
His therapist, FULL, wrote to us.
Her pharmacist LAST called about DRUG.
Pharmacist FIRST LAST agrees.
Chaplain LAST came by.
Nurse LAST took blood.
Interpreter REL was used.
Medical student FIRST LAST took the history.
Doctor: Thank you for waiting, FIRST.
Doctor: Take a seat, MR.
Doctor: Right, FIRST, let me see.
Doctor: Yes FIRST, that is normal.
Doctor: No, FIRST, it is not.
Doctor: See you soon, FIRST.
Doctor: FIRST, how much do you drink?
Doctor: FIRST, are you there?
Doctor: Can you spell your name?\nPatient: LAST.
Doctor: And you are?\nPatient: FULL.
Patient: It's FULL.
Patient: Ask REL, she knows.
Patient: REL takes care of me.
Patient: REL hasn't slept.
Patient: People call me FIRST.
Patient: I go by FIRST.
Patient: I came with REL.
Guest_family: FIRST won't eat.
Guest_family: FIRST is tired.
Guest_family: Hi, I am REL.
FULL
LAST, FIRST
LAST, FIRST   DATE   NUM
LAST FIRST DATE
Name FIRST LAST sex F
Dear LAST family,
The LAST family was informed.
The patient, REL LAST, was awake.
The patient, FIRST, was awake.
`);

export const MORE_NOTHING: readonly string[] = lines(`
Patient: Few days, I think.
Patient: Mostly at night.
Patient: Oh, that hurts.
Patient: Whenever I walk.
Patient: Drinking is fine.
Patient: Appetite is good.
Patient: Low, I guess.
Patient: Everyday, twice.
Guest_family: Oh, yes.
Guest_family: So, what now?
Guest_family: Well, not really.
Guest_clinician: Just a little.
Guest_clinician: So, no COND?
Doctor: Fatigue is common with COND.
Doctor: Hang on.
Doctor: Great, now breathe.
Large bore lines were placed.
Supportive care is advised.
Expectant management is planned.
Stiffness is worse in the morning.
Buttock pain persists.
Strong pulses in both feet.
Long history of COND.
Small amount of fluid.
Young woman with COND.
Best supportive care.
Sharp pain on the left.
Head was normal. Back was tender. Foot was warm.
Blood was drawn. Blood was given. Rice was given.
Care was given at home. Water was offered.
Hand was numb. Cheek was swollen. Brain was normal.
Call back if worse. Come back in a week.
She is back at work. He was hurt at work.
Her skin is fair. His mood is good.
May shower. Will follow. Can walk.
He will not eat. She may return.
Rest at home. Work up is under way.
Oral Aspirin and Morphine were given.
History of Afib, MIs and TIAs.
Denied Tobacco/ETOH/illicit drugs.
Attention Deficit Hyperactivity Disorder.
Coronary Artery Bypass Graft at age AGE.
Rescue Squad brought her in.
Poison Control was called.
Human Resources sent her.
Bachelor of Science in Nursing.
Allergic to Yellow Jacket stings.
A trial of Drug was called off.
The stent was called patent.
Serum osmolality is high. Urine osmolality is low.
Activated charcoal was given. Drug was stopped.
MR venogram was clear. Endovascular repair was done.
`);

/** Frames in which people stand by their role, in shorthand, in lists and in fields of forms; slots as in people.ts. */

export const ROLES: readonly string[] =
  'chaplain|social worker|case manager|dietitian|interpreter|translator|officer|police officer|attorney|teacher|pharmacist|respiratory therapist|physical therapist|physiotherapist|occupational therapist|speech therapist|health visitor|district nurse|charge nurse|ward sister|medical student|resident|registrar|consultant|locum|intern|fellow|phlebotomist|technician|sonographer|midwife|doula|paramedic|receptionist|secretary|clerk|transporter|sitter|sponsor|landlord|landlady|neighbor|employer|coach|pastor|priest|rabbi|imam|foster mother|stepfather|godmother|uncle|niece|ex-husband|girlfriend|fiancé|roommate|caregiver|carer|guardian|power of attorney|friend|coworker'.split(
    '|',
  );

export const LABELS: readonly string[] =
  'MRN|Acct|Account|Case|Accession|Lot|Serial|Badge|Policy|Group|Member|Claim|Order|Visit|Encounter|Specimen|Passport|License|Plate|Registration|Census|Enrollment|Study ID|Subject|Employee ID|Student ID|Reference|Our ref|Hosp No|Unit|Chart|Record|Booking|Permit|Voucher|Ticket|Device|Pump|CPAP serial|Model|Job|Document|Prior auth|Auth|Subscriber ID|Insurance ID|Medicaid|Medicare|NHS No|GMC|NPI|DEA|VIN|IMEI|UDI|IBAN|CHI|DL|TX DL|HAR|CSN|FIN|Tribal enrollment|Workers comp claim|Inmate|Prisoner no.|Barcode|Locker'.split(
    '|',
  );

export const SHORTHAND: readonly string[] = `
ROLE FULL was present.
The ROLE, FULL, will call back.
The ROLE, REL, visited.
ROLE: FULL
ROLE: FIRST LAST
ROLE LAST attended.
ROLE LAST notified.
ROLE FIRST helped with transfers.
Spoke with ROLE FULL.
Her ROLE REL is aware.
His ROLE (FULL) came along.
FULL (ROLE) brought him in.
REL (ROLE) at bedside.
Chaplain LAST visited.
Officer LAST took a statement.
Attorney FULL requests records.
Interpreter FULL assisted.
Translator REL used.
Baby LAST doing well.
Nurse LAST gave report.
Sister LAST changed the dressing.
Constable LAST attended.
Reverend LAST prayed with the family.
Pt's teacher, MR, called.
Anesthesia: LAST. Scrub: LAST. Circulator: LAST.
Surgeon LAST, first assist LAST.
Team: LAST, LAST, LAST
Ward round: LAST / LAST / LAST
WR LAST/LAST
Seen w/ DR.
Seen with FULL and FULL.
D/w LAST.
D/w FIRST and family.
Per LAST, hold DRUG.
TORB DR/FULL RN.
Telephone order from DR, read back by FULL RN.
Relieved by FULL at shift change.
Report from REL in ED, report to REL on the ward.
Handover from REL to REL.
Flu shot given DATE by REL.
Bloods taken by FULL.
Dressing changed by REL.
Covering: LAST
On call: DR
Will cc DR.
Ref: DR
PCP: DR   Ref: DR
GP: DR, HOSP
Guarantor: FULL
Emerg contact: FULL (ROLE) NUM
NOK: FULL (ROLE), NUM
Subscriber: FULL
Provider: DR   DOS: DATE
Surname: LAST   Forename: FIRST
Surname: LAST   Forename(s): FIRST
Last name: LAST
First name: FIRST
Preferred name: REL
Mother's maiden name: LAST
PT NAME: LAST,FIRST
Pt: FULL    DOB: DATE    LABEL NUM
LAST, FIRST  LABEL NUM  DOB DATE
Consultant: DR
Named nurse: FULL
Named consultant: DR
Witness: FULL
Witnessed: LAST, FIRST
Typed by: FIRST L
Checked by LAST.
Co-signed: FULL
Scribed by FULL for DR.
Attestation: I, FULL, saw the patient with DR.
Case reviewed at tumor board by Drs. LAST, LAST, and LAST.
Drs. LAST and LAST concur.
Copy: FULL; FULL; DR
cc. DR
--REL RN
-FULL NP
/s/ FULL
Kind regards, FULL
Yours sincerely, FULL
With best wishes, FIRST
Thanks, REL
Pt goes by REL.
Goes by "REL".
Known to everyone as "REL".
FIRST "REL" LAST is here for follow up.
FIRST (née LAST) has no allergies.
FIRST (goes by REL) came alone.
LAST-LAST, FIRST
Children: REL (NUM), REL (NUM) and REL.
Siblings REL, REL and REL all healthy.
Two sons, REL and REL.
Grandchildren REL, REL, REL.
Dad REL at bedside.
Mom REL called.
Wife REL drove.
Lives w/ ROLE REL.
Called FIRST's ROLE REL at NUM, no answer.
FIRST c/o pain this AM.
FIRST slept poorly.
Overnight FIRST slept well.
Today LAST is better.
LAST ambulated in hall x2.
LAST verbalized understanding.
LAST discharged home.
LAST remains in bed NUM.
LAST seen in clinic.
LAST, FIRST seen in clinic.
FIRST was reviewed on the ward.
As FIRST put it, the pain comes and goes.
The plan was explained to FIRST.
Questions from REL were answered.
We will see FIRST again in NUM weeks.
FULL is resting comfortably.
FULL attended alone.
This pleasant pt, FULL.
Thank you for the consult on FULL.
Insurance card reads FULL.
Wristband reads FULL.
Note by FULL.
From: FULL
To: DR
Cc: FULL, FULL
Sent by REL.
Portal msg from FIRST.
Voicemail from REL.
FIRST texted.
Email from FULL.
Doctor: Hey there, FIRST, how are you?
Doctor: Hey there, FIRST, how's REL?
Doctor: You must be FULL.
Doctor: Tell me, FIRST, does it hurt here?
Doctor: Lovely to meet you, FIRST.
Doctor: Thanks for coming in, FIRST.
Doctor: Come on in, FIRST.
Doctor: FIRST, any chest pain?
Doctor: Bye, FIRST.
Doctor: How is REL doing?
Doctor: And how do you spell your last name?
Patient: LAST.
Patient: Yes, FULL.
Patient: FIRST LAST.
Patient: REL says I snore.
Patient: Call REL.
Patient: REL drove me, that's my ROLE.
Patient: My ROLE, REL, found me on the floor.
Patient: My ROLE REL had the same.
Patient: Doctor LAST put me on it.
Patient: REL is my ROLE.
Guest_family: Hello, I'm REL, the ROLE.
Guest_family: I'm FULL, her ROLE.
Guest_family: FIRST hasn't eaten.
Guest_clinician: This is REL from pharmacy.
Guest_clinician: DR asked me to see FIRST.
Doctor: I'd like you to see my colleague, FULL.
`
  .trim()
  .split('\n');

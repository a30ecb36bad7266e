/** Frames with places and bodies; slots as in people.ts. */
export const PLACES: readonly string[] = `
She lives in CITY, STATE.
Employer: ORG
Works at ORG in CITY.
Outside records from HOSP requested.
Records from HOSP requested.
Site: HOSP
Facility: HOSP
Transferred to HOSP on DATE under the care of the surgeons.
Under care at HOSP since DATE.
s/p fall, fx repaired at HOSP.
I usually go to HOSP.
Patient: I had it done at HOSP.
Patient: I work at ORG, over in CITY.
Patient: I moved here from CITY.
Grew up in CITY and came here from CITY.
Moved to CITY in DATE.
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

export const HOSPITALS: readonly string[] =
  "CITY General Hospital|LAST Memorial Hospital|St. FIRST Hospital|St. FIRST's Hospital|Saint FIRST Medical Center|CITY Medical Center|LAST Clinic|University of STATE Hospital|CITY Regional Medical Center|LAST Nursing Home|Mercy Hospital|Good Samaritan Hospital|Sacred Heart Medical Center|CITY Rehabilitation Center|LAST Manor|LAST Health Center|CITY Community Hospital|Mount LAST Hospital|LAST Institute|CITY Infirmary|CITY Children's Hospital|LAST Surgery|Royal CITY Hospital|LAST & LAST Family Practice|University Hospital CITY|Royal Infirmary of CITY|CITY VA Medical Center|LAST Dialysis Center|LAST Rehab|CITY Orthopedics|LAST Hospice|LAST Assisted Living|CITY Urgent Care|LAST Family Medicine|CITY Eye Clinic|LAST Cancer Institute|LAST Care Home|CITY Health Centre|Our Lady of CITY Hospital|LAST Pharmacy|Klinikum CITY".split(
    '|',
  );

export const ORGANISATIONS: readonly string[] =
  'LAST Industries|LAST & Sons|LAST Elementary School|CITY High School|CITY Police Department|University of STATE|LAST Construction|CITY Unified School District|LAST Logistics|LAST Insurance|CITY College|LAST Plumbing|First Baptist Church of CITY|LAST Foods|CITY Fire Department|LAST Consulting|LAST and LAST LLP|LAST Motors|LAST|CITY Airlines|LAST Bank|CITY Transit|LAST Farms'.split(
    '|',
  );

/** Words that announce a number that identifies, and the kind it is of. */
import type { ScrubCategory } from '../../scrub.ts';

/**
 * A label, in lower case, and its category. `needs` is the least number of digits that the value must hold: short values are
 * believed after an unmistakable label only.
 */
export interface Label {
  readonly words: readonly string[];
  readonly category: ScrubCategory;
  readonly digits: number;
}

const make = (category: ScrubCategory, digits: number, labels: string): Label[] =>
  labels.split('|').map((label) => ({ words: label.split(/ |(?<=\/)|(?=\/)/), category, digits }));

const ALL: readonly Label[] = [
  ...make(
    'mrn',
    1,
    'mrn|mr no|mr number|mr #|med rec|med rec no|medical record|medical record number|medical record no|hospital number|hospital no|hosp no|hosp #|unit number|unit no|unit #|patient id|patient identifier|patient number|patient no|pt id|pt no|chart number|chart no|chart #|record number|record no|emr number|ehr id|emr id|umrn|urn|epic id|hosp number|medical record id|pid|chart id',
  ),
  ...make(
    'ssn',
    1,
    'ssn|ss #|ss no|ss number|soc sec|social security|social security number|social security no|social|national insurance|national insurance number|ni number|nino|sin',
  ),
  ...make(
    'id',
    3,
    'nhs|nhs no|nhs number|chi|chi number|h&c number|ihi|medicare|medicare number|medicare no|medicare id|medicaid|medicaid number|medicaid id|mbi|hicn',
  ),
  ...make(
    'plan',
    2,
    'policy|policy number|policy no|policy #|group number|group no|group #|subscriber|subscriber id|member|member id|member number|member no|member #|insurance id|insurance number|insurance no|health plan id|health plan|health plan number|plan id|plan number|beneficiary|beneficiary number|beneficiary id|claim|claim number|claim no|claim #|authorization number|auth number|auth #|authorization no|insurance policy|prior auth|payer id|id card',
  ),
  ...make(
    'account',
    2,
    'account|account number|account no|account #|acct|acct no|acct #|acct number|a/c|bank account|iban|routing number|credit card|card number|card ending|invoice|invoice number|invoice no|billing number|billing id|fin|fin number|csn|encounter number|encounter id|encounter no|encounter #|visit number|visit id|visit no|visit #|har|contact serial number',
  ),
  ...make(
    'licence',
    2,
    'license|licence|license number|licence number|license no|licence no|license #|driver license|drivers license|driver licence|dl #|dl number|dea|dea #|dea number|dea no|npi|npi #|npi number|npi no|gmc|gmc number|gmc no|nmc pin|upin|passport|passport number|passport no|certificate number|certificate no|certificate|state id|tax id|ein|registration number|registration no|state license|medical license|permit number',
  ),
  ...make(
    'vehicle',
    1,
    'plate|plates|license plate|licence plate|number plate|plate number|plate no|license plates|vin|vehicle id|vehicle identification number|vehicle registration|registration|reg|tag number|vin number|registration plate',
  ),
  ...make(
    'device',
    2,
    'serial|serial number|serial no|serial #|s/n|sn|device id|device identifier|device serial|device number|udi|model number|imei|lead serial|generator serial|device serial number|pump serial|pump id|implant id|mac|mac address|asset tag|equipment id|asset number',
  ),
  ...make('ip', 2, 'ip|ip address'),
  ...make('fax', 3, 'fax|fax number|fax no|facsimile'),
  ...make(
    'phone',
    3,
    'phone|telephone|tel|tel no|phone number|phone no|cell|cell phone|mobile|mob|pager|beeper|ph|call|contact|contact number|call back number|callback number|callback|extension|ext|pgr|landline|home phone|work phone|whatsapp|hotline|page|pg|bleep|reach|reached|switchboard',
  ),
  ...make(
    'id',
    2,
    'accession|accession number|accession no|accession #|acc #|acc no|specimen|specimen number|specimen id|specimen no|specimen #|case number|case no|case #|order number|order no|order #|order id|requisition|requisition number|study id|study number|subject id|subject number|document id|document number|doc id|doc #|dictation id|job id|job number|job #|dictation number|report number|report no|report #|reference number|reference no|reference|ref|ref no|ref #|ref number|our ref|your ref|confirmation number|confirmation|tracking number|badge|badge number|employee id|employee number|student id|inmate number|prisoner number|docket|docket number|booking number|ticket number|id|id #|id no|id number|identification number|identifier|file number|file no|file #|transcription id|protocol number|rx #|rx number|rx no|prescription number|prescription #|membership number|barcode|wristband|bracelet|token|user id|username|login|case|trial id|participant id|visa number|service number|sample id|lab no|lab number|lab id|lab #|slide number|locker|subject|trial subject|trial no|enrollment|enrolment|census|ubrn|aadhaar|aadhar|pps no|pps number|ppsn|nino|our reference|your reference|unit #|cyto #|path #|serial',
  ),
  ...make('id', 1, 'room|rm|bed|ward bed|locker number'),
  ...make('id', 4, 'number|identification'),
];

/** Labels by their first word, the longest first. */
export const LABELS: ReadonlyMap<string, readonly Label[]> = (() => {
  const map = new Map<string, Label[]>();
  for (const label of ALL) {
    const [first = ''] = label.words;
    map.set(
      first,
      [...(map.get(first) ?? []), label].sort((a, b) => b.words.length - a.words.length),
    );
  }
  return map;
})();

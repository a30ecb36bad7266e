import { describe, expect, it } from 'vitest';
import { contextOf } from './fixtures.ts';
import { scrubText } from './index.ts';

const tagged = (text: string) => scrubText(text, contextOf()).text;

describe('what identifies goes', () => {
  it.each([
    ['Dear Dr. Okonkwo, thank you for seeing her.', 'Dear Dr. [NAME], thank you for seeing her.'],
    ['MRN: 00123-45', 'MRN: [MRN]'],
    ['Call (555) 123-4567 for results.', 'Call [PHONE] for results.'],
    ['Seen on 3/14 and on 14th of March.', 'Seen on [DATE] and on [DATE].'],
    ['Write to mary.f@gmail.com or 10.0.0.1', 'Write to [EMAIL] or [IP]'],
    ['She is a 92-year-old woman.', 'She is a [AGE]-year-old woman.'],
    ['SSN 123-45-6789', 'SSN [SSN]'],
    ['Since Christmas 2019 he is worse.', 'Since [DATE] he is worse.'],
    ['From mid-May to the summer of 2018, then last Tuesday.', 'From [DATE] to [DATE], then [DATE].'],
    ['Seen Q3 2018, 5/10-5/13/21 and 27 Dec 97.', 'Seen [DATE], [DATE] and [DATE].'],
    ['Visit from 2001:db8::67:e9.', 'Visit from [IP].'],
    ['Tel (02) 9341 7859', 'Tel [PHONE]'],
    ['SSN xxx-xx-6453, reference: VIN 1HGCM82633A172294', 'SSN [ID], reference: VIN [VEHICLE]'],
    ['Patient: TREVINO^DUC^M', 'Patient: [NAME]^[NAME]^[NAME]'],
    ['Seen with H. van der Meer and Dr. bin Yusof.', 'Seen with [NAME] and Dr. [NAME].'],
    ['No fever. F.S. signed the form.', 'No fever. [NAME]. signed the form.'],
    ['My name is May. Take care, Will.', 'My name is [NAME]. Take care, [NAME].'],
    ['She works at Amazon. Admitted to Qureshi Unit.', 'She works at [ORGANISATION]. Admitted to [ORGANISATION].'],
  ])('%s', (text, scrubbed) => expect(tagged(text)).toBe(scrubbed));
});

describe('what does not identify stays', () => {
  it.each([
    'Parkinson disease, Hashimoto thyroiditis, a Baker cyst and a Foley catheter.',
    "Bell's palsy; Crohn's disease; Graves' disease; Wilson's disease; Hodgkin lymphoma.",
    'Will follow up. She may need surgery. I hope so.',
    'BP 120/80, strength 5/5, 1/2 tablet, L4-5, 2-3 times daily, T12.',
    'A 67-year-old man.',
    'Apgar scores were 8 and 9.',
    'Babinski negative. Romberg negative.',
    'Pap nl. Abd bloated. Mammo wnl.',
    'P.O. intake was poor. B.P. is stable.',
    'Both died of Huntington disease.',
    'Take 1-2 tablets, 5/10-6/10 in strength.',
  ])('%s', (text) => expect(tagged(text)).toBe(text));
});

describe('dates move with the patient and keep their form', () => {
  it.each([
    ['DOB 03/14/1952.', 'DOB 02/06/1952.'],
    ['On 2020-03-14T10:22:00Z.', 'On 2020-02-06T10:22:00Z.'],
    ['On the 14th of March.', 'On the 6th of February.'],
    ['Seen last Tuesday.', 'Seen last Sunday.'],
    ['On Mar 14, 2020.', 'On Feb 6, 2020.'],
  ])('%s', (text, moved) => expect(scrubText(text, contextOf({ style: 'surrogates' })).text).toBe(moved));
});

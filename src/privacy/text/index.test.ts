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

import { describe, expect, it } from 'vitest';
import { ALMA, contextOf } from './fixtures.ts';
import { scrubText } from './index.ts';

const tagged = (text: string) => scrubText(text, contextOf({}, ALMA)).text;

describe('what the record knows is found in its notes', () => {
  it.each([
    ['case and order', 'CASTELLANOS, ALMA was here', '[NAME], [NAME] was here'],
    ['a slip', 'saw mrs castelanos for her hip', 'saw mrs [NAME] for her hip'],
    ['letters swapped', 'Castellanso is well', '[NAME] is well'],
    ['a nickname', 'her husband Bill drove', 'her husband [NAME] drove'],
    ['initials with stops', 'A.C. walked today', '[NAME] walked today'],
    ['a possessive', "Alma's knee", "[NAME]'s knee"],
    ['a user name', 'login castellanosa', 'login [NAME]'],
    ['a number with other marks', 'number 413.555.0192 rang', 'number [PHONE] rang'],
    ['an id with other marks', 'label MR 55 20917 torn', 'label [ID] torn'],
    ['an address', 'back at 77 heron close now', 'back at [ADDRESS] now'],
    ['a hospital', 'from Larkfield community hosp', 'from [ORGANISATION]'],
    ['lower case', 'alma says dr grabowska called', '[NAME] says dr [NAME] called'],
  ])('%s', (_, text, scrubbed) => expect(tagged(text)).toBe(scrubbed));

  it('says why', () => {
    const [span] = scrubText('Alma is well.', contextOf({}, ALMA)).spans;
    expect(span).toMatchObject({ start: 0, end: 4, category: 'name', why: "known: patient's name" });
  });
});

describe('surrogates are the same for the same person', () => {
  const surrogates = contextOf({ style: 'surrogates' }, ALMA);
  it('within a text and in another, a slip and a nickname included', () => {
    const one = scrubText('Castellanos came with William.', surrogates).text;
    const two = scrubText('Mrs. Castelanos came with Bill.', surrogates).text;
    const [family, , , given] = one.replace('.', '').split(' ');
    expect(two).toBe(`Mrs. ${family} came with ${given}.`);
    expect(one).not.toMatch(/Castellanos|William/);
  });
  it('keep the case and the sex of the name', () => {
    expect(scrubText('ALMA', surrogates).text).toMatch(/^[A-Z]+$/);
  });
});

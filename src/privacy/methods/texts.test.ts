import { describe, expect, test } from 'vitest';
import type { Json } from '../json.ts';
import { resourcesOf } from '../patient/known.ts';
import { observation, part, patient } from '../record.fixture.ts';
import { passAll, toolsFor, treated } from '../tools.fixture.ts';

test("a display of a terminology stays unless the record knows its words; one of a hospital's own is a text", () => {
  const name = {
    text: 'Hodgkin lymphoma',
    spans: [{ start: 0, end: 7, category: 'name', replacement: 'X', why: 'test' }],
  } as const;
  const scrub = (text: string) => ({ ...name, text: `X ${text.length}` });
  const coding = (system: string, display: string) => ({ code: { coding: [{ system, code: 'c', display }] } });
  const display = (more: Json) => {
    const entry = [{ resource: patient }, { resource: observation(more) }];
    const { made } = treated({ resourceType: 'Bundle', type: 'collection', entry }, toolsFor({ scrub }));
    return part(part(resourcesOf(made ?? {})[1], 'code'), 'coding').display;
  };
  expect(display(coding('http://snomed.info/sct', 'Hodgkin lymphoma'))).toBe('Hodgkin lymphoma');
  expect(display(coding('http://snomed.info/sct', 'Seen: Marguerite'))).toBe('X 16');
  expect(display(coding('http://hospital.example.org/codes', 'Hodgkin lymphoma'))).toBe('X 16');
});

describe('attachments', () => {
  const document = (contentType: string, data: string): Json => ({
    resourceType: 'DocumentReference',
    id: 'd',
    status: 'current',
    subject: { reference: 'Patient/pat-1' },
    content: [{ attachment: { contentType, data, hash: 'aGFzaA==', size: 3, url: 'Binary/b1', title: 'Note' } }],
  });
  const attachment = (made: Json | undefined): Json => part(part(made, 'content'), 'attachment');

  test('a text is decoded, scrubbed and coded again', () => {
    const scrub = (text: string) => ({ text: text.replaceAll('Okonkwo', 'Miller'), spans: [] });
    const data = Buffer.from('Mrs Okonkwo, 54 ans, opérée').toString('base64');
    const { made } = treated(document('text/plain; charset=utf-8', data), toolsFor({ scrub }));
    expect(Buffer.from(String(attachment(made).data), 'base64').toString()).toBe('Mrs Miller, 54 ans, opérée');
    expect(attachment(made).url).toMatch(/^Binary\/[0-9a-f-]{36}$/);
    expect(attachment(made).hash).toBeUndefined();
  });

  test('the words of HTML are scrubbed, its markup goes', () => {
    const data = Buffer.from(
      '<html><head><title>Okonkwo</title></head><body id="okonkwo"><p>Well &lt; 3</p></body>',
    ).toString('base64');
    const { made } = treated(document('text/html', data), toolsFor({ scrub: passAll }));
    const text = Buffer.from(String(attachment(made).data), 'base64').toString();
    expect(text).toContain('Well &lt; 3');
    expect(text).not.toMatch(/okonkwo/i);
  });

  test.each(['application/pdf', 'image/jpeg', 'application/rtf', ''])('%s goes', (contentType) => {
    const { made, tally } = treated(
      document(contentType, Buffer.from('Okonkwo').toString('base64')),
      toolsFor({ scrub: passAll }),
    );
    expect(attachment(made).data).toBeUndefined();
    expect([...tally.notUnderstood.keys()].some((key) => key.startsWith('attachment'))).toBe(true);
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { ProdromeError } from '../../errors.ts';
import { openRecord, openText } from './open.ts';

const folder = mkdtempSync(join(tmpdir(), 'prodrome-text-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
};
const codeOf = async (opening: Promise<unknown>): Promise<string | undefined> => {
  try {
    await opening;
    return undefined;
  } catch (error) {
    return error instanceof ProdromeError ? error.code : String(error);
  }
};
const WORDS = 'A 67-year-old man with cough.';
const BUNDLE =
  '{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","id":"p"}}]}';

describe('what is a text, and what is a record', () => {
  it.each(['note.txt', 'note.md', 'note.text', 'note', 'letter.doc.out'])('%s is read as text', async (name) => {
    const chart = await openRecord(file(name, WORDS));
    expect(chart.notes.map(({ text }) => text)).toEqual([WORDS]);
    expect(chart.patient.sex).toBe('male');
  });

  it('standard input is looked at, and nothing of it is lost', async () => {
    const text = await openRecord('-', { stdin: Readable.from([Buffer.from(WORDS)]) });
    expect(text.notes).toHaveLength(1);
    const record = await openRecord('-', {
      stdin: Readable.from([Buffer.from(BUNDLE.slice(0, 7)), Buffer.from(BUNDLE.slice(7))]),
    });
    expect(record.patient.id).toBe('p');
  });

  it('JSON is a record whatever its name', async () => {
    expect((await openRecord(file('record', BUNDLE))).patient.id).toBe('p');
    expect(await codeOf(openRecord(file('broken.json', WORDS)))).toBe('input-not-json');
    expect(await codeOf(openRecord(file('cda', '<ClinicalDocument/>')))).toBe('input-damaged');
    expect(openText(Buffer.from(WORDS), 'Pasted note').patient.name).toBe('Pasted note');
  });

  it('a folder of texts is one person, dated by file names; beside FHIR it is refused', async () => {
    file('notes/2023-01-05 clinic.txt', 'Hb 12.1 g/dL');
    file('notes/2024-01-05 clinic.txt', 'A 50-year-old woman. Hb 9.1 g/dL');
    const chart = await openRecord(join(folder, 'notes'));
    expect(chart.notes.map(({ time, title }) => `${time} ${title}`)).toEqual([
      '2023-01-05 2023 01 05 clinic',
      '2024-01-05 2024 01 05 clinic',
    ]);
    file('mixed/note.txt', WORDS);
    file('mixed/record.json', BUNDLE);
    expect(await codeOf(openRecord(join(folder, 'mixed')))).toBe('input-mixed');
  });

  it('other encodings are read, bytes that are no text refused', async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(WORDS, 'utf16le')]);
    expect((await openRecord(file('utf16.txt', utf16))).notes[0]?.text).toBe(WORDS);
    const latin = await openRecord(file('latin.txt', Buffer.from('A 67-year-old man, 38\xb0C', 'latin1')));
    expect(latin.notes[0]?.text).toContain('38°C');
    expect(await codeOf(openRecord(file('binary.txt', Buffer.from([1, 2, 0, 4, 5]))))).toBe('input-not-text');
    expect(await codeOf(openRecord(file('empty.txt', ' \n ')))).toBe('input-no-words');
  });
});

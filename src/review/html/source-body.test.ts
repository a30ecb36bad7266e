import { describe, expect, it } from 'vitest';
import type { Note } from '../../chart/index.ts';
import { excerpt, noteBody } from './source-body.ts';

const note = (text: string): Note => ({
  kind: 'note',
  title: 'Note',
  at: 0,
  text,
  contentType: 'text/plain',
  source: { resourceType: 'DocumentReference', id: '1' },
});

describe('noteBody', () => {
  it('marks the cited words', () => {
    const marks = [{ start: 4, end: 8, id: 'a' }];
    expect(noteBody(note('jaw sore <b>'), marks).markup).toBe('<pre>jaw <mark id="a">sore</mark> &lt;b&gt;</pre>');
  });

  it('keeps every place when they overlap, and repeats no letter', () => {
    const marks = [
      { start: 4, end: 8, id: 'b' },
      { start: 0, end: 8, id: 'a' },
      { start: 6, end: 11, id: 'c' },
    ];
    const { markup } = noteBody(note('jaw sore on'), marks);
    expect(markup.replace(/<[^>]*>/g, '')).toBe('jaw sore on');
    for (const id of ['a', 'b', 'c']) expect(markup).toContain(`id="${id}"`);
  });

  it('takes a place beyond the end as it is', () => {
    expect(noteBody(note('jaw'), [{ start: 0, end: 99, id: 'a' }]).markup).toBe('<pre><mark id="a">jaw</mark></pre>');
  });
});

describe('excerpt', () => {
  it('is the line around the first place, cut where it is long', () => {
    expect(excerpt('one\njaw sore today\ntwo', [{ start: 4, end: 7, id: 'a' }])).toBe('jaw sore today');
    const long = `${'a '.repeat(80)}jaw${' b'.repeat(80)}`;
    expect(excerpt(long, [{ start: 160, end: 163, id: 'a' }])).toMatch(/^… (a )+jaw( b)+ …$/);
    expect(excerpt('jaw', [])).toBeUndefined();
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileLexicon, type NoteReading, readNote } from './index.ts';

const TERMS = 'chest pain,fever,rash,cough,nodule,knee pain,Ca,MS,diabetes,shortness of breath';
const entries = TERMS.split(',').map((term) => ({ concept: `finding:${term}`, term }));
const sites = ['knee', 'chest', 'lung'].map((term) => ({ concept: `word:${term}`, term, site: { paired: true } }));
const senses = new Map([['ms', { others: [{ near: new Set(['valve']) }] }]]);
const lexicon = compileLexicon([...entries, ...sites], senses);
const measures = new Map([
  ['calcium', ['Ca', 'calcium']],
  ['hemoglobin', ['Hb']],
  ['systolic-bp', ['BP']],
]);
const read = (text: string): NoteReading => readNote(text, lexicon, { measures, writtenAt: Date.UTC(2024, 0, 1) });

/** Every span lies in the text, is not empty, and lies in its sentence. */
function expectSpans(text: string, reading: NoteReading): void {
  const { mentions, sites: places, measurements, labStatements, sentences, sections, recommendations } = reading;
  for (const { span, sentence } of [...mentions, ...places, ...measurements, ...labStatements]) {
    expect(span[0]).toBeGreaterThanOrEqual(sentence[0]);
    expect(span[1]).toBeLessThanOrEqual(sentence[1]);
    expect(text.slice(...span).trim()).not.toBe('');
  }
  for (const { span } of [...sentences, ...sections, ...recommendations]) {
    expect(span[0]).toBeGreaterThanOrEqual(0);
    expect(span[1]).toBeGreaterThanOrEqual(span[0]);
    expect(span[1]).toBeLessThanOrEqual(text.length);
  }
}

describe('whatever the text is, it is read without a fault and its spans are right', () => {
  const bytes = fc.uint8Array({ maxLength: 600 });
  test.each([
    ['bytes as UTF-8', bytes.map((raw) => new TextDecoder('utf-8').decode(raw))],
    ['bytes as Latin-1', bytes.map((raw) => new TextDecoder('latin1').decode(raw))],
    ['bytes as UTF-16', bytes.map((raw) => new TextDecoder('utf-16le').decode(raw))],
    ['any code units, halves of pairs too', fc.string({ unit: 'binary', maxLength: 300 })],
    [
      'any script between words that are known',
      fc
        .array(
          fc.oneof(
            fc.constantFrom(...TERMS.split(','), 'no', 'Ca 2.4', 'PMH:', '\n', 'left', 'since 2019'),
            fc.string({ unit: 'grapheme', maxLength: 8 }),
          ),
          {
            maxLength: 40,
          },
        )
        .map((parts) => parts.join(' ')),
    ],
  ])('%s', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => expectSpans(text, read(text))),
      { numRuns: 300 },
    );
  });

  test.each([
    ['an earlier encoding read as UTF-8', 'Pt c/o chest pain \ufffd na\ufffdve, no fever'],
    ['UTF-8 read as Latin-1', 'Sjâ€™s, pain â€“ chest pain, no fever'],
    ['byte order mark', '\ufeffchest pain, no fever'],
    ['right to left', 'المريض يشكو chest pain لا يوجد، no fever'],
    ['Hebrew', 'כאב בחזה chest pain, no fever'],
    ['Chinese', '患者胸痛 chest pain，no fever。'],
    ['Greek and Cyrillic', 'πόνος боль chest pain, no fever'],
    ['zero width and soft hyphen', '\u200bchest pain,\u00ad no fever'],
    ['emoji', '😷🤒 chest pain 👍🏽, no fever'],
    ['null bytes', 'chest pain\u0000, no fever'],
    ['HTML', '<div><p>chest pain</p>, <b>no fever</b></div>'],
  ])('words that are known are found among %s', (_, text) => {
    const reading = read(text);
    expectSpans(text, reading);
    const words = reading.mentions.map(({ span, assertion }) => `${text.slice(...span)} ${assertion}`);
    expect(words).toContain('chest pain present');
    expect(words).toContain('fever absent');
  });

  test('a note without words has no mention', () => {
    for (const text of ['', ' \n\t', '\u0000\u0001\u0002', '-----', '\ud800\udfff\ud800'])
      expect(read(text).mentions).toEqual([]);
  });

  test('deeply nested HTML', () => {
    const depth = 20_000;
    const text = `${'<div>'.repeat(depth)}chest pain${'</div>'.repeat(depth)}`;
    const reading = read(text);
    expectSpans(text, reading);
    expect(reading.mentions.map(({ span }) => text.slice(...span))).toContain('chest pain');
  });
});

/** Look-ups in sets and maps while a text is read: every rule of the room asks them, so they count its work. */
function lookups(text: string): number {
  const { has } = Set.prototype;
  const { get } = Map.prototype;
  let count = 0;
  Set.prototype.has = function (this: Set<unknown>, value: unknown): boolean {
    count++;
    return has.call(this, value);
  };
  Map.prototype.get = function (this: Map<unknown, unknown>, key: unknown): unknown {
    count++;
    return get.call(this, key);
  };
  try {
    read(text);
  } finally {
    Set.prototype.has = has;
    Map.prototype.get = get;
  }
  return count;
}

/** Texts that make careless readers slow: the work must grow with their length, not its square. */
test.each([
  ['one word', 'a'],
  ['no spaces', 'feverrash'],
  ['brackets', '(('],
  ['mixed marks', '(-+?.,;:/'],
  ['negations', 'no '],
  ['terms', 'pain chest '],
  ['relatives', 'mother '],
  ['line breaks', '\r'],
  ['headings', 'PMH: '],
  ['right to left', 'لا يوجد ألم في الصدر '],
  ['numbers', '1/2-3.4,'],
  ['copies of a name', 'Ca Ca 10 '],
  ['deep HTML', '<div>'],
  ['sites and sides', 'left knee '],
  ['since and since', 'cough since since last '],
  ['lists of results', 'Ca, Hb and '],
  ['abbreviations', 'MS '],
  ['one mention over and over', 'no fever, '],
  ['open lists', 'fever, or '],
])('the work grows with the length, not its square: %s', (_, unit) => {
  const work = (size: number): number => lookups(unit.repeat(Math.ceil(size / unit.length)));
  work(5_000);
  const once = work(40_000);
  expect(work(160_000)).toBeLessThan(once * 4.4 + 2_000);
});

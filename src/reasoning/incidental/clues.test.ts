import { describe, expect, it } from 'vitest';
import { doneTestsOf, readRecord } from '../../findings/index.ts';
import { loadKnowledge } from '../../knowledge/index.ts';
import { chartFromTexts, type PlainNote } from '../../text/index.ts';
import { cluesOf } from '../clues.ts';

const knowledge = loadKnowledge();
const REPORT_DAY = '2022-03-01';
/** The person of the reports: nothing that raises a risk. */
const WHO: PlainNote = { id: 'who', title: 'Clinic note', text: 'A 58-year-old woman. Well.', day: '2022-02-01' };

function clues(title: string, text: string, asOf: string, later: readonly PlainNote[] = []) {
  const chart = chartFromTexts([WHO, { id: 'report', title, text, day: REPORT_DAY }, ...later]);
  const record = readRecord(chart, knowledge, asOf);
  const done = doneTestsOf(record, knowledge);
  return cluesOf(record, [], [], done, knowledge)
    .filter(({ kind }) => kind === 'not-acted-on' || kind === 'not-done')
    .map((clue) => ({
      ...clue,
      words: clue.evidence.map(({ source }) =>
        chart.notes.find((note) => note.source.id === source.id)?.text.slice(...(source.span ?? [0, 0])),
      ),
    }));
}

/** One worked report for each table: what it says, the table, what the clue tells, and what of it is cited. */
describe.each<[string, string, string, RegExp, string]>([
  [
    'CT chest',
    'FINDINGS: 6 mm solid nodule in the right lower lobe. No effusion.\nIMPRESSION: No acute disease.',
    'lung-nodule',
    /^6 mm solid lung nodule, right lower lobe.*CT at 6 to 12 months/,
    '6 mm solid nodule',
  ],
  [
    'CT abdomen and pelvis',
    'FINDINGS: The infrarenal aorta measures 4.6 cm.\nIMPRESSION: No acute disease.',
    'abdominal-aortic-aneurysm',
    /^46 mm abdominal aortic aneurysm.*every 3 months/,
    'aorta measures 4.6 cm',
  ],
  [
    'CT abdomen and pelvis',
    'FINDINGS: 2.3 cm Bosniak IIF cyst in the left kidney.\nIMPRESSION: No acute disease.',
    'renal-cyst',
    /^23 mm cystic kidney lesion.*Bosniak IIF.*6 and 12 months/,
    '2.3 cm Bosniak IIF cyst',
  ],
  [
    'CT abdomen and pelvis',
    'FINDINGS: Left adrenal nodule measuring 1.8 cm, 25 HU.\nIMPRESSION: No acute disease.',
    'adrenal-incidentaloma',
    /^18 mm adrenal incidentaloma.*25 HU.*metanephrines/,
    'nodule measuring 1.8 cm',
  ],
  [
    'MRI abdomen',
    'FINDINGS: 22 mm cyst in the pancreatic tail.\nIMPRESSION: No acute disease.',
    'pancreatic-cyst',
    /^22 mm pancreatic cyst, pancreatic tail.*every 6 months/,
    '22 mm cyst',
  ],
  [
    'Ultrasound abdomen',
    'FINDINGS: Gallbladder polyp measuring 8 mm.\nIMPRESSION: No gallstones.',
    'gallbladder-polyp',
    /^8 mm gallbladder polyp.*6 months, 1 year and 2 years/,
    'polyp measuring 8 mm',
  ],
  [
    'CT abdomen and pelvis',
    'FINDINGS: 2.2 cm lesion in segment VI of the liver.\nIMPRESSION: No acute disease.',
    'liver-lesion',
    /^22 mm liver lesion, segment VI.*liver MRI/,
    '2.2 cm lesion',
  ],
  [
    'Ultrasound pelvis',
    'FINDINGS: Right ovary contains a simple cyst measuring 5.6 x 4.1 x 3.9 cm.\nIMPRESSION: Simple cyst.',
    'adnexal-cyst',
    /^56 mm ovarian or adnexal cyst, right ovary.*3 to 12 months/,
    'cyst measuring 5.6 x 4.1 x 3.9 cm',
  ],
  [
    'Ultrasound thyroid',
    'FINDINGS: 1.7 x 1.1 x 1.3 cm solid hypoechoic nodule in the right lobe.\nIMPRESSION: Nodule.',
    'thyroid-nodule',
    /^17 mm solid thyroid nodule.*TR4.*fine-needle aspiration/,
    '1.7 x 1.1 x 1.3 cm solid hypoechoic nodule',
  ],
  [
    'MRI head',
    'FINDINGS: 12 mm pituitary mass.\nIMPRESSION: No stroke.',
    'pituitary-incidentaloma',
    /^12 mm pituitary incidentaloma.*visual fields/,
    '12 mm pituitary mass',
  ],
])('%s: %s', (title, text, table, tells, cites) => {
  it(`is a clue of ${table} on the day, without a plan, with its words and its source`, () => {
    const own = clues(title, text, REPORT_DAY).find(({ id }) => id === `incidental-${table}`);
    expect(own?.text).toMatch(tells);
    expect(own?.text).toContain('No follow-up is told.');
    expect(own?.words).toEqual([cites]);
    expect(own?.overdueDays).toBeUndefined();
    expect(knowledge.sources.has(own?.source ?? '')).toBe(true);
  });

  it('is overdue years later, once', () => {
    const all = clues(title, text, '2032-03-01').filter(({ words }) => words.includes(cites));
    expect(all.map(({ id }) => id)).toContain(`incidental-${table}`);
    expect(all.find(({ id }) => id === `incidental-${table}`)?.overdueDays).toBeGreaterThan(300);
  });
});

describe('a plan', () => {
  const planned =
    'FINDINGS: 6 mm solid nodule in the right lower lobe.\nIMPRESSION: Nodule. Recommend CT chest in 6-12 months.';
  const ofLung = (asOf: string, later: readonly PlainNote[] = []) =>
    clues('CT chest', planned, asOf, later).filter(({ text }) => /nodule/.test(text));

  it('that is not yet due is no clue', () => expect(ofLung('2022-09-01')).toEqual([]));

  it('that nobody kept is one clue, not two, and cites both', () => {
    const [clue, ...more] = ofLung('2024-03-01');
    expect(more).toEqual([]);
    expect(clue?.id).toBe('incidental-lung-nodule');
    expect(clue?.words).toEqual(['6 mm solid nodule', 'Recommend CT chest in 6-12 months']);
  });

  it('that was kept is none', () => {
    const later = {
      id: 'later',
      title: 'CT chest',
      text: 'FINDINGS: The nodule in the right lower lobe has resolved.',
      day: '2022-10-01',
    };
    expect(ofLung('2024-03-01', [later])).toEqual([]);
  });
});

it('a plan that names no part is for the lesion told before it, and the others of the report have none', () => {
  const text =
    'FINDINGS: Left adrenal nodule 2.1 cm, 32 HU. 9 mm solid nodule in the right upper lobe.\nIMPRESSION: 1. Right upper lobe nodule. PET-CT is recommended within 4 weeks.';
  const told = new Map(clues('CT chest', text, '2023-03-01').map(({ id, text: says }) => [id, says]));
  expect(told.get('incidental-lung-nodule')).toContain('“PET-CT is recommended within 4 weeks” was recommended');
  expect(told.get('incidental-adrenal-incidentaloma')).toContain('No plan is told');
});

it('a lesion that needs nothing is no clue, and silences the rule that does not know its size', () => {
  const text = 'FINDINGS: 4 mm solid nodule in the right lower lobe.\nIMPRESSION: Nodule.';
  expect(clues('CT chest', text, '2026-03-01')).toEqual([]);
});

import { conceptOf, conceptsInName, type DoneTests, type PatientRecord, type ReadNote } from '../findings/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import type { Recommendation } from '../text/index.ts';
import type { Clue } from './clues.ts';

const DAY = 86_400_000;
/** Without a stated interval, what was recommended is looked for over this long before it is called not done. */
const PATIENCE_DAYS = 120;
/** What a visit planned for itself matters no more after this long; what a report advised does. */
const FORGOTTEN_DAYS = 4 * 365;
/** A stated interval may be overrun by half, and by a month, before it counts. */
const graceDays = (days: number) => days * 1.5 + 30;

/** What clinicians and reporters recommended, and nothing later in the record shows. */
export function unkeptOf(record: PatientRecord, done: DoneTests, knowledge: Knowledge): Clue[] {
  const clues: Clue[] = [];
  for (const read of record.notes) {
    for (const recommendation of read.reading.recommendations) {
      const due = recommendation.withinDays ? graceDays(recommendation.withinDays) : PATIENCE_DAYS;
      const overdueDays = Math.floor((record.asOfAt - read.note.at) / DAY - due);
      if (
        overdueDays < 0 ||
        isPassing(recommendation, read, overdueDays) ||
        wasKept(recommendation, read, record, done, knowledge)
      )
        continue;
      clues.push(clueOf(recommendation, read, overdueDays));
    }
  }
  return latestOfEach(clues);
}

function clueOf(recommendation: Recommendation, { note }: ReadNote, overdueDays: number): Clue {
  const where = note.kind === 'note' ? lower(note.title) : `report (${note.title})`;
  const said = recommendation.text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.;,]+$/, '');
  const weights = { advised: note.kind === 'note' ? 0.9 : 1.6, conditional: recommendation.conditional ? -0.3 : 0 };
  return {
    kind: 'not-done',
    id: `${note.source.id}@${recommendation.span[0]}`,
    text: `Recommended ${note.time?.slice(0, 10) ?? ''} in the ${where}: “${said}”. Nothing later in the record shows it.`,
    evidence: [
      {
        source: { ...note.source, span: recommendation.span },
        ...(note.time ? { time: note.time } : {}),
        at: note.at,
        text: said,
      },
    ],
    overdueDays,
    weight: weights.advised + weights.conditional + (recommendation.action === 'other' ? -0.2 : 0),
  };
}

/** A visit's own small plans, such as an unnamed recheck, that a reader years later has no use for. */
function isPassing({ action, target }: Recommendation, { note }: ReadNote, overdueDays: number): boolean {
  if (note.kind !== 'note') return false;
  return overdueDays > FORGOTTEN_DAYS || (target === undefined && (action === 'other' || action === 'lab'));
}

/** Whether anything after the note could be what was recommended. Doubt speaks for the clinician: a likely match is a match. */
function wasKept(
  recommendation: Recommendation,
  read: ReadNote,
  record: PatientRecord,
  done: DoneTests,
  knowledge: Knowledge,
): boolean {
  const since = read.note.at + DAY / 2;
  const { action, target } = recommendation;
  const tests = conceptsInName(recommendation.text, knowledge)
    .map((mention) => conceptOf(mention.concept))
    .filter((concept) => concept.kind === 'test')
    .map((concept) => concept.id);
  if (tests.some((id) => done.get(id)?.some((doing) => doing.at > since))) return true;
  if (target !== undefined && record.series.get(target)?.points.some((point) => point.at > since)) return true;
  const words = wordsOf(action, target);
  if (words.length === 0) return action === 'lab' && anyLaterLab(record, since);
  const later = [
    ...record.chart.events
      .filter((event) => event.at > since && KEPT_BY.has(event.kind))
      .map((event) => `${event.name} ${event.detail ?? ''}`),
    ...record.chart.notes
      .filter((note) => note.at > since)
      .map((note) => `${note.title} ${note.author ?? ''} ${note.text.slice(0, 80)}`),
  ];
  return later.some((text) => words.some((word) => word.test(text)));
}

const KEPT_BY: ReadonlySet<string> = new Set(['procedure', 'report', 'imaging', 'order', 'encounter']);

function anyLaterLab(record: PatientRecord, since: number): boolean {
  return record.chart.events.some((event) => event.kind === 'lab' && event.at > since);
}

/** What a later event or note would be called if it were the recommended one. */
function wordsOf(action: string, target: string | undefined): RegExp[] {
  const modality = MODALITY[action];
  const place = target === undefined ? undefined : (SPECIALTY[target] ?? new RegExp(`\\b${escaped(target)}`, 'i'));
  if (action === 'referral' || modality === undefined) return place ? [place] : [];
  return [modality];
}

const MODALITY: Partial<Record<string, RegExp>> = {
  ct: /\bCT\b|computed tomogra/i,
  mri: /\bMRI\b|magnetic resonance/i,
  ultrasound: /\bUSS?\b|ultraso|sonogra/i,
  xray: /x-?ray|\bXR\b|\bCXR\b|radiogra|\bKUB\b/i,
  dxa: /\bDE?XA\b|bone dens/i,
  endoscopy: /endoscop|gastroscop|\b(OGD|EGD)\b/i,
  colonoscopy: /colonoscop|sigmoidoscop/i,
  biopsy: /biops|histolog|patholog/i,
  echo: /echocardio|\b(TTE|TOE|TEE)\b|\becho\b/i,
};

const SPECIALTY: Partial<Record<string, RegExp>> = {
  gastroenterology: /gastroenter|\bGI\b|endoscop|hepatol/i,
  haematology: /ha?ematolog/i,
  rheumatology: /rheumatolog/i,
  endocrinology: /endocrin/i,
  nephrology: /nephrolog|renal (clinic|team|physician)/i,
  neurology: /neurolog/i,
  cardiology: /cardiolog/i,
  respiratory: /respirat|pulmon|chest clinic|\blung\b/i,
  dermatology: /dermatolog/i,
  urology: /urolog/i,
  gynaecology: /gyna?ecolog|\bgynae\b/i,
  ophthalmology: /ophthalm|optom|\beye\b/i,
};

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\-]/g, '\\$&');
const lower = (title: string) => (/^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title);

/** Of recommendations that say nearly the same, the latest stands for all. */
function latestOfEach(clues: readonly Clue[]): Clue[] {
  const seen = new Set<string>();
  return [...clues].reverse().filter((clue) => {
    const key = (clue.evidence[0]?.text ?? '')
      .toLowerCase()
      .replace(/[^a-z]+/g, ' ')
      .slice(0, 40);
    return seen.size !== seen.add(key).size;
  });
}

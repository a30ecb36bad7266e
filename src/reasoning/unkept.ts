import {
  conceptOf,
  conceptsInName,
  type DoneTests,
  type PatientRecord,
  quoted,
  type ReadNote,
} from '../findings/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { ANALYTES } from '../terms/index.ts';
import type { Recommendation } from '../text/index.ts';
import type { Clue } from './clues.ts';
import { dayOf } from './wording.ts';

const DAY = 86_400_000;
/** Without a stated interval, what was recommended is looked for over this long before it is called not done. */
const PATIENCE_DAYS = 90;
/** What was already arranged is given this much longer to happen. */
const ARRANGED_DAYS = 30;
/** What a visit planned for itself matters no more after this long; what a report advised does. */
const FORGOTTEN_DAYS = 4 * 365;
/** A stated interval may be overrun by half, and by a month, before it counts. */
const graceDays = (days: number) => days * 1.5 + 30;

/** What clinicians and reporters recommended, and nothing later in the record shows. */
export function unkeptOf(record: PatientRecord, done: DoneTests, knowledge: Knowledge): Clue[] {
  const clues: Clue[] = [];
  const later = laterOf(record);
  for (const read of record.notes) {
    for (const recommendation of read.reading.recommendations) {
      const due = recommendation.withinDays ? graceDays(recommendation.withinDays) : PATIENCE_DAYS;
      const overdueDays = Math.floor((record.asOfAt - read.note.at) / DAY - due);
      if (
        overdueDays < 0 ||
        isPassing(recommendation, read, overdueDays) ||
        wasKept(recommendation, read, record, later, done, knowledge)
      )
        continue;
      clues.push(clueOf(recommendation, read, overdueDays));
    }
  }
  return latestOfEach(clues);
}

function clueOf(recommendation: Recommendation, read: ReadNote, overdueDays: number): Clue {
  const { note } = read;
  const where = note.kind === 'note' ? lower(note.title) : `report (${note.title})`;
  const said = saidIn(recommendation, read);
  const weights = {
    advised: note.kind === 'note' ? 0.9 : 1.65 + Math.min(0.2, overdueDays / 3650),
    conditional: recommendation.conditional ? -0.3 : 0,
  };
  return {
    kind: 'not-done',
    id: `${note.source.id}@${recommendation.span[0]}`,
    text: `${recommendation.done === 'booked' ? 'Arranged' : 'Recommended'} ${dayOf(note.time)} in the ${where}: ${quoted(said)}. Nothing later in the record shows it.`,
    evidence: [
      {
        source: { ...note.source, span: recommendation.span },
        ...(note.time ? { time: note.time } : {}),
        at: note.at,
        text: quoted(said),
      },
    ],
    overdueDays,
    weight: weights.advised + weights.conditional + (recommendation.action === 'other' ? -0.2 : 0),
  };
}

/** Too few words to say what they are about. */
const TERSE = 25;

/** A sentence longer than this is a list of which the recommendation is one item. */
const LIST = 90;

/** Where the item of a list begins in which something stands; `from` where the words before it are few. */
function itemAt(text: string, from: number, at: number): number {
  if (at - from < LIST) return from;
  const starts = [...text.slice(from, at).matchAll(/[;.]\s+|\s\d{1,2}[.)]?\s+(?=[A-Za-z])/g)];
  const last = starts.at(-1);
  return last ? from + last.index + last[0].length : from;
}

/** The recommendation in the note's words: the sentence around it where it is terse, and the one before where that is too. */
function saidIn({ text, span, target }: Recommendation, { note, reading }: ReadNote): string {
  const clean = (words: string) =>
    words
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/[.;,]+$/, '');
  if (text.length >= TERSE) return clean(text);
  const at = reading.sentences.findIndex(({ span: [from, to] }) => span[0] >= from && span[0] < to);
  const [sentence, before] = [reading.sentences[at]?.span, reading.sentences[at - 1]?.span];
  if (!sentence) return clean(text);
  const from = before && target === undefined && sentence[1] - sentence[0] < TERSE ? before[0] : sentence[0];
  const words = clean(note.text.slice(itemAt(note.text, from, span[0]), sentence[1]));
  return words.length > 200 ? `…${words.slice(-200)}` : words;
}

/** Orders that stand open although their time has passed, and nothing later is what they asked for. */
export function unfilledOrdersOf(record: PatientRecord): Clue[] {
  const later = laterOf(record);
  return record.chart.events.flatMap((event): Clue[] => {
    const { kind, status, name, detail, at, time = '' } = event;
    if (kind !== 'order' || !['active', 'draft', 'on-hold', 'unknown'].includes(status ?? 'active')) return [];
    const overdueDays = Math.floor((record.asOfAt - at) / DAY - PATIENCE_DAYS);
    const asked = Object.values(WORDS).filter((words) => words?.test(name));
    if (overdueDays < 0 || asked.length === 0) return [];
    if (later.names.some((each) => each.at > at && asked.some((words) => words?.test(each.name)))) return [];
    return [
      {
        kind: 'not-done',
        id: `order-${event.source.id}`,
        text: `Ordered ${dayOf(time)}: ${name}${detail ? ` (${detail})` : ''}. The order is still open, and nothing later in the record shows it.`,
        evidence: [{ source: event.source, time, at, text: name }],
        overdueDays,
        weight: 1.6,
      },
    ];
  });
}

/** A visit's own small plans, such as an unnamed recheck or the next appointment, of which a reader years later has no use. */
function isPassing({ action, target, done, text }: Recommendation, { note }: ReadNote, overdueDays: number): boolean {
  if (/\bcomparison\b/i.test(text)) return true;
  // To correlate is for the reader of the report, and leaves no trace.
  if (action === 'correlation') return true;
  if (action === 'visit' || (done === 'booked' && overdueDays < ARRANGED_DAYS)) return true;
  if (note.kind !== 'note') return false;
  const vague = target === undefined || action === 'other' || action === 'repeat';
  return overdueDays > FORGOTTEN_DAYS || (vague && action !== 'evaluation' && action !== 'referral');
}

/** Whether anything after the note could be what was recommended. Doubt speaks for the clinician: a likely match is a match. */
function wasKept(
  recommendation: Recommendation,
  read: ReadNote,
  record: PatientRecord,
  later: Later,
  done: DoneTests,
  knowledge: Knowledge,
): boolean {
  const since = read.note.at + DAY / 2;
  const { action, targets = [] } = recommendation;
  const tests = conceptsInName(recommendation.text, knowledge)
    .map((mention) => conceptOf(mention.concept))
    .filter((concept) => concept.kind === 'test')
    .map((concept) => concept.id);
  if (tests.some((id) => done.get(id)?.some((doing) => doing.at > since))) return true;
  if (action === 'lab') {
    const wanted = [...targets, ...(recommendation.target ? [recommendation.target] : [])];
    if (wanted.some((analyte) => (later.measured.get(analyte) ?? 0) > since)) return true;
  }
  if (action === 'repeat' && read.note.kind !== 'note' && isMeasuredAgain(read, later, record, since)) return true;
  const operation = OPERATIONS.find(([asked]) => asked.test(recommendation.text))?.[1];
  if (operation && later.names.some(({ at, name }) => at > since && operation.test(name))) return true;
  const isReferral = WORDS[action] === undefined;
  if (
    isReferral &&
    recommendation.withinDays &&
    later.consults.some((at) => at > since && at < since + graceDays(recommendation.withinDays ?? 0) * DAY)
  )
    return true;
  // A report that asks for a repeat, and names no test, asks for its own.
  const own = action === 'repeat' && read.note.kind !== 'note' ? wordsOf(read.note.title) : undefined;
  const words = WORDS[action] ?? own ?? WORDS[recommendation.target ?? ''];
  const region = regionOf(`${recommendation.target ?? ''} ${recommendation.text}`) ?? regionOf(read.note.title);
  return (
    words !== undefined &&
    (isReferral && !own ? later.letters : later.names).some(
      ({ at, name }) => at > since && words.test(name) && (isReferral || isSameRegion(region, regionOf(name))),
    )
  );
}

/** Whether what a laboratory's report names was measured again; where it names nothing, anything that was measured with it. */
function isMeasuredAgain({ note }: ReadNote, { measured }: Later, { chart }: PatientRecord, since: number): boolean {
  const words = ` ${note.text.toLowerCase().replace(/[^a-z0-9]+/g, ' ')} `;
  const together = new Set(
    chart.events.flatMap(({ kind, analyte, at }) =>
      kind === 'lab' && analyte !== undefined && Math.abs(at - note.at) < DAY ? [analyte] : [],
    ),
  );
  const named = [...together].filter((analyte) =>
    ANALYTES.get(analyte)?.textNames.some(({ text }) => text.length > 2 && words.includes(` ${text.toLowerCase()} `)),
  );
  return (named.length > 0 ? named : [...together]).some((analyte) => (measured.get(analyte) ?? 0) > since);
}

/** The kind of examination that a title names. */
function wordsOf(title: string): RegExp | undefined {
  return Object.values(WORDS).find((words) => words?.test(title));
}

const KEPT_BY: ReadonlySet<string> = new Set(['procedure', 'report', 'imaging', 'encounter', 'immunization']);

/** What may have kept a recommendation: when each analyte was last measured, and what events and documents are called. */
interface Later {
  readonly measured: ReadonlyMap<string, number>;
  readonly names: readonly { readonly at: number; readonly name: string }[];
  /** When a consultant wrote without a specialty in the title: a referral of the weeks before was to them. */
  readonly consults: readonly number[];
  /** The same, with how letters begin: who writes, and where the patient was seen. */
  readonly letters: readonly { readonly at: number; readonly name: string }[];
}

function laterOf({ chart }: PatientRecord): Later {
  const measured = new Map<string, number>();
  for (const { analyte, at } of chart.events) {
    if (analyte !== undefined && at > (measured.get(analyte) ?? 0)) measured.set(analyte, at);
  }
  const events = chart.events
    .filter((event) => KEPT_BY.has(event.kind))
    .map(({ at, kind, name, detail = '' }) => ({ at, name: kind === 'encounter' ? `${name} ${detail}` : name }));
  const titles = chart.notes.map(({ at, title }) => ({ at, name: title }));
  const starts = chart.notes.map(({ at, title, author = '', text }) => ({
    at,
    name: `${title} ${author} ${text.slice(0, 40)}`,
  }));
  const consults = chart.notes
    .filter(({ title }) => /^(consult(ation)?|clinic|outpatient)( (note|letter))?$/i.test(title))
    .map(({ at }) => at);
  return { measured, consults, names: [...events, ...titles], letters: [...events, ...starts] };
}

/** Parts of the body that imaging is of; a chest film does not keep the promise of one of the spine. */
const REGIONS: readonly RegExp[] = [
  /chest|thora|lung|pulmon|\bCXR\b/i,
  /abdom|pelvi|liver|hepat|pancrea|kidney|renal|\bKUB\b|adrenal|biliary|bowel/i,
  /head|brain|cranial|sinus/i,
  /spine|spinal|lumbar|cervical|\bC-spine|\bL-spine|back/i,
  /neck|thyroid|carotid/i,
  /wrist|hand|finger|elbow|forearm|shoulder|arm\b/i,
  /knee|hip\b|foot|feet|ankle|leg\b|toe/i,
  /breast|mammo/i,
  /heart|cardiac/i,
];

function regionOf(text: string): number | undefined {
  const index = REGIONS.findIndex((region) => region.test(text));
  return index < 0 ? undefined : index;
}

/** Two regions agree unless both are named and differ. */
const isSameRegion = (a: number | undefined, b: number | undefined): boolean =>
  a === undefined || b === undefined || a === b;

/** Operations as notes ask for them, and as procedures are called. */
const OPERATIONS: readonly (readonly [asked: RegExp, called: RegExp])[] = [
  [/\bTK[AR]\b|knee replacement/i, /(replacement|arthroplasty) of .*knee|knee (joint )?(replacement|arthroplasty)/i],
  [/\bTH[AR]\b|hip replacement/i, /(replacement|arthroplasty) of .*hip|hip (joint )?(replacement|arthroplasty)/i],
  [/\bchole\b|cholecystect|gallbladder/i, /cholecystect|gallbladder/i],
  [/carpal tunnel|\bCT[DR]\b/i, /carpal tunnel/i],
  [/hysterect/i, /hysterect/i],
  [/cataract|phaco/i, /cataract|phaco|lens/i],
  [/hernia/i, /hernia/i],
];

/** What a later event would be called if it were the recommended one: by action, and for referrals by specialty. */
const WORDS: Partial<Record<string, RegExp>> = {
  ct: /\bCT\b|computed tomogra/i,
  mri: /\bMRI?\b|\bMRCP\b|magnetic resonance/i,
  pet: /\bPET\b/i,
  ultrasound: /\bUSS?\b|ultraso|sonogra|duplex|doppler/i,
  xray: /x-?ray|\bXR\b|\bCXR\b|radiogra|\bKUB\b/i,
  dxa: /\bDE?XA\b|bone dens/i,
  mammogram: /mammogra|\bMG\b/i,
  endoscopy: /endoscop|gastroscop|bronchoscop|cystoscop|hysteroscop|\b(OGD|EGD)\b/i,
  colonoscopy: /colonoscop|sigmoidoscop|colonograph/i,
  biopsy: /biops|histolog|patholog|cytolog/i,
  echo: /echocardio|\b(TTE|TOE|TEE)\b|\becho\b/i,
  ecg: /\b(ECG|EKG)\b|electrocardio|holter/i,
  spirometry: /spirometr|lung function|pulmonary function|\bPFTs?\b/i,
  'sleep-study': /sleep study|polysomno/i,
  'urine-collection': /24.?h(ou)?r?\b.*urin|urin.*24.?h/i,
  cervix: /smear|cervical|cytolog|\bpap\b/i,
  gastroenterology: /gastroenter|\bGI (clinic|consult|opd)|endoscop|colonoscop|hepatol/i,
  haematology: /ha?ematolog|\bhaem\b/i,
  rheumatology: /rheumatolog/i,
  endocrinology: /endocrin/i,
  nephrology: /nephrolog|renal (clinic|consult|medicine)/i,
  neurology: /neurolog/i,
  cardiology: /cardiolog/i,
  respiratory: /respirat(ory )?(clinic|medicine|consult)|respiratory|pulmon|chest clinic/i,
  dermatology: /dermatolog/i,
  urology: /urolog/i,
  gynaecology: /gyna?ecolog|\bgynae\b/i,
  ophthalmology: /ophthalm|optom|\beye\b/i,
  orthopaedics: /orthop|fracture clinic/i,
  ent: /\bENT\b|otolaryng/i,
  oncology: /oncolog/i,
  surgery: /surg/i,
  physiotherapy: /physio|physical therap/i,
  dietetics: /dieti[ct]i/i,
  psychiatry: /psychiat|psycholog|counsel/i,
};

const lower = (title: string) => title.replace(/\b[A-Z](?=[a-z])/g, (letter) => letter.toLowerCase());

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

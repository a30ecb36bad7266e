import {
  type DoneTests,
  type Evidence,
  isCopied,
  lesionsOf,
  type PatientRecord,
  quoted,
  type ReadNote,
} from '../../findings/index.ts';
import type { IncidentalTable, Knowledge } from '../../knowledge/index.ts';
import type { Lesion, Recommendation } from '../../text/index.ts';
import type { Clue } from '../clues.ts';
import { dayOf } from '../wording.ts';
import { type Bearer, type Decision, decide } from './decide.ts';
import { organName, sizedName } from './words.ts';

const DAY = 86_400_000;
/** What follows within this time of an examination belongs to it. */
const SAME = DAY;
/** A stated interval may be overrun by so many days before it counts, and by a fifth. */
const graceDays = (days: number) => Math.max(14, days * 0.2);
const URGENCY = { none: 0, optional: 1, 'follow-up': 2, act: 3 } as const;

/** What the guidance on chance findings makes of a record. */
export interface Incidental {
  readonly clues: readonly Clue[];
  /** Ids of follow-up rules that have nothing to add about the notes of these ids. */
  readonly settled: ReadonlyMap<string, ReadonlySet<string>>;
  /** Recommendations that the clues tell of: the note's id and the start of the span, as `unkeptOf` names its clues. */
  readonly told: ReadonlySet<string>;
}

/** Lesions that reports describe and that published guidance has followed, without a plan or with one that nobody kept. */
export function incidentalOf(record: PatientRecord, done: DoneTests, knowledge: Knowledge): Incidental {
  const bearer = bearerOf(record);
  const clues: Clue[] = [];
  const settled = new Map<string, Set<string>>();
  const told = new Set<string>();
  for (const table of knowledge.incidentals ?? []) {
    const judged = record.notes.flatMap((read) => {
      const decision = governing(table, read, bearer);
      return decision ? [{ read, decision }] : [];
    });
    for (const { read } of judged) {
      for (const id of table.replaces) settled.set(id, (settled.get(id) ?? new Set()).add(read.note.source.id));
    }
    const last = judged.at(-1);
    if (!last) continue;
    const plans = plansOf(table, last.read, record);
    const clue = clueOf(last.read, last.decision, plans, record, done);
    if (!clue) continue;
    clues.push(clue);
    for (const { read, recommendation } of plans) told.add(`${read.note.source.id}@${recommendation.span[0]}`);
  }
  return { clues, settled, told };
}

function bearerOf({ ageYears, chart, findings, documented }: PatientRecord): Bearer {
  const known = new Set(documented.filter(({ as }) => as !== 'considered').map(({ condition }) => condition));
  return {
    ageYears,
    ...(chart.patient.sex ? { sex: chart.patient.sex } : {}),
    has: (id) => {
      const finding = findings.get(id);
      return finding?.presence === 'present' && finding.certainty >= 0.5;
    },
    isKnown: (id) => known.has(id),
  };
}

/** The lesion of a note that asks for most, by the table; of equals the largest. */
function governing(table: IncidentalTable, read: ReadNote, bearer: Bearer): Decision | undefined {
  const decisions = lesionsOf(read)
    .filter((lesion) => isOwn(lesion, read))
    .flatMap((lesion) => decide(table, lesion, bearer) ?? []);
  return decisions.sort((a, b) => URGENCY[b.row.do] - URGENCY[a.row.do] || (b.size ?? 0) - (a.size ?? 0))[0];
}

function isOwn({ assertion, temporality, experiencer, span }: Lesion, read: ReadNote): boolean {
  const isNow = temporality === 'current' && experiencer === 'patient';
  return isNow && (assertion === 'present' || assertion === 'possible') && !isCopied(read, span);
}

interface Plan {
  readonly read: ReadNote;
  readonly recommendation: Recommendation;
}

const FOLLOWS = new Set(
  'ct mri pet ultrasound xray echo endoscopy biopsy referral evaluation repeat visit lab other'.split(' '),
);

/** What the report, or a later note that names the organ, recommends for the lesion. */
function plansOf(table: IncidentalTable, { note }: ReadNote, { notes }: PatientRecord): Plan[] {
  const organ = organName(table.organ);
  return notes.flatMap((read) => {
    const isSame = read.note === note;
    if (!isSame && !(read.note.at >= note.at)) return [];
    return read.reading.recommendations.flatMap((recommendation): Plan[] => {
      const words = `${recommendation.text} ${(recommendation.targets ?? [recommendation.target ?? '']).join(' ')}`;
      const isOf = organ.test(words);
      // A report's recommendation that names no part is for what it told of last.
      const isGeneral =
        isSame && note.kind !== 'note' && !OTHER_PART.test(words) && toldBefore(read, recommendation) === table.organ;
      return FOLLOWS.has(recommendation.action) && (isOf || isGeneral) ? [{ read, recommendation }] : [];
    });
  });
}

/** The organ of the lesion told last before a recommendation; of the only one where none is told before it. */
function toldBefore(read: ReadNote, { span }: Recommendation): Lesion['organ'] | undefined {
  const lesions = lesionsOf(read).filter(({ assertion, organ }) => assertion !== 'absent' && organ !== 'other');
  const [only, ...more] = [...new Set(lesions.map(({ organ }) => organ))];
  return lesions.findLast((lesion) => lesion.span[0] <= span[0])?.organ ?? (more.length === 0 ? only : undefined);
}

const OTHER_PART =
  /\b(?:lungs?|pulmonary|kidneys?|renal|adrenals?|thyroid|pancrea\w*|liver|hepatic|gall ?bladder|ovar\w+|adnexa\w*|aort\w+|pituitary|breasts?|colon\w*|prostat\w*|bone\w*|spine|mammo\w*)\b/i;

function clueOf(
  read: ReadNote,
  decision: Decision,
  plans: readonly Plan[],
  record: PatientRecord,
  done: DoneTests,
): Clue | undefined {
  const { row, table, lesion } = decision;
  const { expects = [], withinDays } = row;
  if ((row.do !== 'follow-up' && row.do !== 'act') || withinDays === undefined) return undefined;
  const { note } = read;
  const isDone = expects.some((test) =>
    done
      .get(test)
      ?.some(
        ({ at, how, evidence }) => at > note.at + SAME && how !== 'order' && evidence.source.id !== note.source.id,
      ),
  );
  if (isDone) return undefined;
  const [plan] = plans;
  const planned = plan?.recommendation.withinDays ?? withinDays;
  const overdueDays = Math.floor((record.asOfAt - note.at) / DAY - planned - graceDays(planned));
  const isOverdue = overdueDays >= 0;
  if (plan && !isOverdue) return undefined;
  const evidence: Evidence[] = [
    evidenceAt(read, lesion.span),
    ...(plan ? [evidenceAt(plan.read, plan.recommendation.span)] : []),
  ];
  const when = note.time ? `, ${dayOf(note.time)}` : '';
  const said = plan
    ? `${quoted(clean(plan.recommendation.text))} was recommended, and nothing later in the record shows it.`
    : isOverdue
      ? 'No plan is told, and nothing later in the record shows one.'
      : 'No follow-up is told.';
  return {
    kind: 'not-acted-on',
    id: `incidental-${table.id}`,
    text: `${sizedName(decision)} (${note.title}${when}). ${said} ${table.guidance}: ${row.says}`,
    evidence,
    ...(isOverdue ? { overdueDays } : {}),
    source: row.source ?? table.source,
    weight: (row.do === 'act' ? 1.8 : 1.6) + Math.min(0.3, Math.max(0, overdueDays) / 3650),
  };
}

const clean = (words: string): string =>
  words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.;,]+$/, '');

function evidenceAt({ note }: ReadNote, span: readonly [number, number]): Evidence {
  return {
    source: { ...note.source, span },
    ...(note.time ? { time: note.time } : {}),
    at: note.at,
    text: quoted(clean(note.text.slice(...span))),
  };
}

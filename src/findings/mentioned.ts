import type { Source } from '../chart/index.ts';
import type { FindingDefinition, Knowledge } from '../knowledge/index.ts';
import type { Mention } from '../text/index.ts';
import { diseaseToldWithAge } from './aged.ts';
import type { Claim } from './claims.ts';
import type { Evidence } from './finding.ts';
import { conceptOf } from './lexicon.ts';
import { excerptOf, isCopied, type ReadNote } from './notes.ts';
import { quoted } from './quoted.ts';

/** How sure a mention is: a clinician's word in a note, a question, a history. */
const CERTAINTY = { present: 0.85, absent: 0.7, possible: 0.5 } as const;

/** Everything the notes claim of findings: finding id → claims. Family mentions go to the findings that ask for a relative. */
export function mentionedClaims(notes: readonly ReadNote[], knowledge: Knowledge): Map<string, Claim[]> {
  const relatives = relativeIndexOf(knowledge);
  const claims = new Map<string, Claim[]>();
  const add = (id: string, claim: Claim) => {
    const list = claims.get(id);
    if (list) list.push(claim);
    else claims.set(id, [claim]);
  };
  for (const read of notes) {
    for (const mention of read.reading.mentions) {
      const concept = conceptOf(mention.concept);
      if (mention.experiencer === 'family') {
        for (const id of relatives.get(concept.id) ?? []) {
          const claim = claimOf(read, mention);
          if (claim) add(id, claim);
        }
      } else if (concept.kind === 'finding' && mention.experiencer === 'patient') {
        const definition = knowledge.findings.get(concept.id);
        if (definition?.kind === 'family' && isOwn(read, mention)) continue;
        const claim = definition && claimOf(read, mention, definition);
        if (!claim) continue;
        add(concept.id, claim);
        for (const id of lastingOf(mention, concept.id, knowledge)) add(id, claim);
      }
    }
  }
  return claims;
}

/** Of a disease with an age and no relative beside it, the patient is the one who has it. */
function isOwn({ note }: ReadNote, { span: [from, to] }: Mention): boolean {
  return diseaseToldWithAge(note.text.slice(from, to)) !== undefined;
}

const lastings = new WeakMap<
  Knowledge,
  ReadonlyMap<string, readonly { readonly id: string; readonly days: number }[]>
>();

/** The findings that a finding is once it has lasted as long as a note tells. */
function lastingOf({ assertion, durationDays }: Mention, finding: string, knowledge: Knowledge): string[] {
  if (durationDays === undefined || assertion !== 'present') return [];
  let known = lastings.get(knowledge);
  if (!known) {
    const all = [...knowledge.findings.values()].flatMap(({ id, longer = [] }) =>
      longer.map(({ of, days }) => ({ of, id, days })),
    );
    known = Map.groupBy(all, ({ of }) => of);
    lastings.set(knowledge, known);
  }
  return (known.get(finding) ?? []).flatMap(({ id, days }) => (durationDays >= days ? [id] : []));
}

const relativeIndexes = new WeakMap<Knowledge, ReadonlyMap<string, readonly string[]>>();

/** From a condition or finding to the family findings that it makes true in a relative; made once for each shelf. */
export function relativeIndexOf(knowledge: Knowledge): ReadonlyMap<string, readonly string[]> {
  const known = relativeIndexes.get(knowledge);
  if (known) return known;
  const index = new Map<string, string[]>();
  for (const { id, inRelative = [] } of knowledge.findings.values()) {
    for (const of of inRelative) index.set(of, [...(index.get(of) ?? []), id]);
  }
  relativeIndexes.set(knowledge, index);
  return index;
}

function claimOf(read: ReadNote, mention: Mention, definition?: FindingDefinition): Claim | undefined {
  const { assertion, temporality } = mention;
  if (assertion === 'hypothetical' || assertion === 'conditional') return undefined;
  // What an imaging request asks is not what it found; the complaint that led to it is.
  const asked = read.note.kind !== 'note' && mention.section === 'indication';
  if (asked && definition?.kind !== 'symptom') return undefined;
  if (isCopied(read, mention.span)) return undefined;
  const past = temporality !== 'current' && assertion === 'present';
  if (past && definition?.lasts === 'months') return undefined;
  const resolved = temporality === 'resolved' && definition?.lasts !== 'life';
  return {
    says: assertion,
    certainty: CERTAINTY[assertion] * (resolved ? 0.5 : past ? 0.85 : 1),
    kind: 'mentioned',
    strength: 1,
    ...(assertion === 'present' && mention.onset !== undefined ? { since: mention.onset } : {}),
    evidence: evidenceOf(read, mention),
  };
}

/** The words of the note as a quotation, with the exact span. */
export function evidenceOf({ note }: ReadNote, mention: Pick<Mention, 'span' | 'sentence'>): Evidence {
  const source: Source = { ...note.source, span: mention.span };
  return {
    source,
    ...(note.time ? { time: note.time } : {}),
    at: note.at,
    text: quoted(excerptOf(note, mention.span, mention.sentence)),
  };
}

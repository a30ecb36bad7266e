import type { ChartEvent } from '../chart/index.ts';
import type { FindingDefinition, Knowledge } from '../knowledge/index.ts';
import { type Coding, SYSTEM } from '../terms/index.ts';
import type { Claim } from './claims.ts';

type Codes = NonNullable<FindingDefinition['codes']>;

/** From code to the ids of what carries it; ICD-10-CM by prefix. */
export interface CodeIndex {
  readonly exact: ReadonlyMap<string, readonly string[]>;
  readonly icd: ReadonlyMap<string, readonly string[]>;
}

export function codeIndexOf(items: Iterable<{ id: string; codes?: Codes | undefined }>): CodeIndex {
  const exact = new Map<string, string[]>();
  const icd = new Map<string, string[]>();
  const put = (map: Map<string, string[]>, key: string, id: string) => map.set(key, [...(map.get(key) ?? []), id]);
  for (const { id, codes } of items) {
    const add = (system: string, list: readonly string[] = []) => {
      for (const code of list) put(exact, `${system}|${code}`, id);
    };
    add(SYSTEM.snomed, codes?.snomed);
    add(SYSTEM.loinc, codes?.loinc);
    add(SYSTEM.cpt, codes?.cpt);
    add(SYSTEM.rxnorm, codes?.rxnorm);
    for (const prefix of codes?.icd10cm ?? []) put(icd, prefix.replace(/[.-]+$/, ''), id);
  }
  return { exact, icd };
}

/** Ids whose codes cover any of the codings. */
export function idsOfCodings(codings: readonly Coding[], index: CodeIndex): string[] {
  const ids = new Set<string>();
  for (const { system, code } of codings) {
    for (const id of index.exact.get(`${system}|${code}`) ?? []) ids.add(id);
    if (system === SYSTEM.icd10cm || system === SYSTEM.icd10) {
      const whole = code.toUpperCase();
      for (let length = 1; length <= whole.length; length++) {
        for (const id of index.icd.get(whole.slice(0, length)) ?? []) ids.add(id);
      }
    }
  }
  return [...ids];
}

const indexes = new WeakMap<Knowledge, CodeIndex>();

/** Codes of all findings, made once for each shelf. */
export function findingCodes(knowledge: Knowledge): CodeIndex {
  const known = indexes.get(knowledge) ?? codeIndexOf(knowledge.findings.values());
  indexes.set(knowledge, known);
  return known;
}

/** Kinds of events that state something about the patient by code or name. Laboratory results are read by value instead. */
export const STATING: ReadonlySet<ChartEvent['kind']> = new Set([
  'condition',
  'procedure',
  'social',
  'device',
  'allergy',
  'encounter',
]);

/** A diagnosis that is itself still a question: FHIR's provisional and differential are kinds of unconfirmed. */
export function isDoubtful({ verification }: ChartEvent): boolean {
  return verification !== undefined && ['unconfirmed', 'provisional', 'differential'].includes(verification);
}

/** The claim that an event with a code, or a name, makes. Refuted conditions deny; doubtful ones are possible. */
export function codedClaim(event: ChartEvent, asOf: number): Claim {
  const doubtful = isDoubtful(event);
  return {
    says: event.verification === 'refuted' ? 'absent' : doubtful ? 'possible' : 'present',
    certainty: doubtful ? 0.5 : 0.95,
    kind: 'coded',
    strength: 1,
    heldAt: isOngoing(event) ? asOf : (event.endAt ?? event.at),
    evidence: { source: event.source, ...(event.time ? { time: event.time } : {}), at: event.at, text: saidBy(event) },
  };
}

/** What the event says, with its detail (a reason for coming, a comment) or its answer. */
function saidBy({ name, detail, value }: ChartEvent): string {
  if (value?.type === 'text') return `${name}: ${value.text}`;
  return detail ? `${name}: ${detail}` : name;
}

/** An active problem speaks for today, however long ago it began. */
function isOngoing(event: ChartEvent): boolean {
  return event.kind === 'condition' && ['active', 'recurrence', 'relapse'].includes(event.status ?? '');
}

import { sourceKey } from '../chart/index.ts';
import type { FindingDefinition, Knowledge } from '../knowledge/index.ts';
import { times } from './claims.ts';
import type { Evidence, Finding } from './finding.ts';

/**
 * Adds the findings that follow from others: those composed of all or any of some, and the more general ones of those present.
 * A composed finding is as certain as its least certain part (all), or its most certain one (any).
 * `all` is absent when one part is absent; `any` when every part is.
 */
export function withComposed(found: ReadonlyMap<string, Finding>, knowledge: Knowledge): Map<string, Finding> {
  const result = new Map(found);
  const composedOnes = composedOnesOf(knowledge);
  // Composed findings may build on composed ones: again as long as something changes, three times at most.
  for (let pass = 0, before = ''; pass < 3; pass++) {
    for (const definition of composedOnes) {
      const composed = composedOf(definition, result);
      if (composed) result.set(definition.id, merged(result.get(definition.id), composed));
    }
    for (const finding of [...result.values()]) {
      if (finding.presence === 'present') addBroader(finding, result, knowledge);
    }
    const now = stateOf(result);
    if (now === before) break;
    before = now;
  }
  return result;
}

const composedFindings = new WeakMap<Knowledge, readonly FindingDefinition[]>();

/** The findings made of others; picked once for each shelf. */
function composedOnesOf(knowledge: Knowledge): readonly FindingDefinition[] {
  const known =
    composedFindings.get(knowledge) ?? [...knowledge.findings.values()].filter(({ all, any }) => all || any);
  composedFindings.set(knowledge, known);
  return known;
}

/** Which findings are present, absent or possible: what composition depends on. */
function stateOf(found: ReadonlyMap<string, Finding>): string {
  return [...found.values()].map(({ concept, presence }) => `${concept} ${presence}`).join();
}

function composedOf(definition: FindingDefinition, found: ReadonlyMap<string, Finding>): Finding | undefined {
  const { all, any } = definition;
  if (!all && !any) return undefined;
  const needed = (all ?? []).map((id) => found.get(id));
  const isOfOneEpisode = (parts: readonly (Finding | undefined)[]) =>
    definition.lasts !== 'months' || areTogether(parts);
  const choices = (any ?? []).map((id) => found.get(id));
  const denied = needed.find((part) => part?.presence === 'absent');
  if (denied) return compose(definition, 'absent', [denied]);
  if (needed.some((part) => part?.presence !== 'present') || !isOfOneEpisode(needed)) return undefined;
  const chosen = choices.filter(
    (part) => part?.presence === 'present' && (needed.length === 0 || isOfOneEpisode([...needed, part])),
  );
  if (any && chosen.length === 0) {
    const absent = choices.filter((part) => part?.presence === 'absent');
    return absent.length === choices.length ? compose(definition, 'absent', absent) : undefined;
  }
  return compose(definition, 'present', [...needed, ...chosen]);
}

/** Within this time facts are of one episode: an estimate. */
const EPISODE = 30 * 86_400_000;

/**
 * Whether all parts of a finding that lasts months were there within one episode: a blood pressure of one year is none of another year's
 * pregnancy. What has no time may be of any.
 */
function areTogether(parts: readonly (Finding | undefined)[]): boolean {
  const timed = parts.flatMap((part) => (part && part.evidence.length > 0 ? [part.evidence.map(({ at }) => at)] : []));
  const near = (one: number, other: number) => !(Math.abs(one - other) > EPISODE);
  const [first, ...others] = timed;
  return first === undefined || first.some((at) => others.every((times) => times.some((time) => near(at, time))));
}

function compose(
  definition: FindingDefinition,
  presence: Finding['presence'],
  maybe: readonly (Finding | undefined)[],
): Finding | undefined {
  const parts = maybe.filter((part) => part !== undefined);
  if (parts.length === 0) return undefined;
  const certainties = parts.map((part) => part.certainty);
  const evidence = distinct(parts.flatMap((part) => part.evidence));
  return {
    concept: definition.id,
    name: definition.name,
    kind: 'pattern',
    presence,
    certainty: definition.all ? Math.min(...certainties) : Math.max(...certainties),
    ...times(evidence),
    strength: Math.max(...parts.map((part) => part.strength)),
    evidence,
  };
}

function addBroader(finding: Finding, found: Map<string, Finding>, knowledge: Knowledge): void {
  for (const id of knowledge.findings.get(finding.concept)?.broader ?? []) {
    const definition = knowledge.findings.get(id);
    if (!definition) continue;
    const general = compose(definition, 'present', [finding]);
    if (general) found.set(id, merged(found.get(id), { ...general, kind: finding.kind, certainty: finding.certainty }));
  }
}

/** What is said twice of one finding: present wins, and evidence is joined. */
function merged(known: Finding | undefined, added: Finding): Finding {
  if (known === added) return added;
  if (!known || (known.presence !== 'present' && added.presence === 'present')) return added;
  if (known.presence !== added.presence) return known;
  const evidence = distinct([...known.evidence, ...added.evidence]);
  const certainty = Math.max(known.certainty, added.certainty);
  return { ...known, certainty, strength: Math.max(known.strength, added.strength), ...times(evidence), evidence };
}

/** Evidence sorted by time, each source and span once. */
export function distinct(evidence: readonly Evidence[]): Evidence[] {
  const seen = new Set<string>();
  return [...evidence]
    .sort((a, b) => (a.at || 0) - (b.at || 0))
    .filter(({ source }) => seen.size !== seen.add(sourceKey(source)).size);
}

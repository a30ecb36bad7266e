import type { IncidentalTable } from './incidental.ts';
import type { AbbreviationEntry, LexiconConcept } from './lexicon.ts';
import type { ConditionDefinition, FindingDefinition, FollowUpRule, SourceEntry, TestDefinition } from './schema.ts';

/** All curated knowledge, by id, as one immutable value. */
export interface Knowledge {
  /** SHA-256 (first 12 hex digits) of the YAML files it was read from. */
  readonly version: string;
  readonly findings: ReadonlyMap<string, FindingDefinition>;
  readonly conditions: ReadonlyMap<string, ConditionDefinition>;
  readonly tests: ReadonlyMap<string, TestDefinition>;
  readonly followUps: readonly FollowUpRule[];
  /** Published rules for what imaging finds by chance. */
  readonly incidentals?: readonly IncidentalTable[];
  readonly sources: ReadonlyMap<string, SourceEntry>;
  /** Concepts that notes name beyond those of the shelf. */
  readonly lexicon: ReadonlyMap<string, LexiconConcept>;
  /** By the abbreviation in lower case: its meanings. */
  readonly abbreviations: ReadonlyMap<string, AbbreviationEntry>;
}

/** The plain-data form of {@link Knowledge}: what the files hold, and what the cache keeps. */
export interface KnowledgeData {
  findings: FindingDefinition[];
  conditions: ConditionDefinition[];
  tests: TestDefinition[];
  followUps: FollowUpRule[];
  incidentals?: IncidentalTable[];
  sources: Record<string, SourceEntry>;
  lexicon: LexiconConcept[];
  abbreviations: Record<string, AbbreviationEntry>;
}

export function knowledgeOf(data: KnowledgeData, version: string): Knowledge {
  const byId = <T extends { id: string }>(items: readonly T[]) => new Map(items.map((item) => [item.id, item]));
  return {
    version,
    findings: byId(data.findings),
    conditions: byId(data.conditions),
    tests: byId(data.tests),
    followUps: data.followUps,
    incidentals: data.incidentals ?? [],
    sources: new Map(Object.entries(data.sources)),
    lexicon: byId(data.lexicon),
    abbreviations: new Map(Object.entries(data.abbreviations)),
  };
}

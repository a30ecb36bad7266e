import type { FindingDefinition, Knowledge } from '../knowledge/index.ts';
import { type SkinDescription, type SkinTrait, skinIn } from '../text/index.ts';
import type { Claim } from './claims.ts';
import { evidenceOf } from './mentioned.ts';
import { isCopied, type ReadNote } from './notes.ts';

/** What a clinician saw and wrote down: as sure as any other mention. */
const CERTAINTY = 0.85;

/** Findings that notes tell by describing the skin: one claim for each description that has all that the finding's `skin` rule asks for. */
export function skinClaims(
  notes: readonly ReadNote[],
  knowledge: Knowledge,
): { readonly finding: string; readonly claim: Claim }[] {
  return notes.flatMap((read) =>
    skinOf(read).flatMap((description) => {
      if (isCopied(read, description.span)) return [];
      const evidence = evidenceOf(read, description);
      return rulesOf(knowledge)
        .filter(({ facets }) => facets.every((facet) => facet.some((trait) => description.traits.has(trait))))
        .map(({ finding }) => ({
          finding,
          claim: {
            says: 'present',
            certainty: CERTAINTY,
            kind: 'mentioned',
            strength: 1,
            evidence,
          } satisfies Claim,
        }));
    }),
  );
}

const described = new WeakMap<ReadNote['note'], readonly SkinDescription[]>();

function skinOf({ note, reading }: ReadNote): readonly SkinDescription[] {
  const known = described.get(note) ?? skinIn(note.text, reading, { kind: note.kind });
  described.set(note, known);
  return known;
}

interface Rule {
  readonly finding: string;
  readonly facets: readonly (readonly SkinTrait[])[];
}

const rules = new WeakMap<Knowledge, readonly Rule[]>();

function rulesOf(knowledge: Knowledge): readonly Rule[] {
  const known =
    rules.get(knowledge) ?? [...knowledge.findings.values()].flatMap(({ id, skin }) => ruleOf(id, skin) ?? []);
  rules.set(knowledge, known);
  return known;
}

function ruleOf(finding: string, skin: FindingDefinition['skin']): Rule | undefined {
  return skin && { finding, facets: Object.values(skin).filter((facet) => facet !== undefined) };
}

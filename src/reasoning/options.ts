import { conceptOf, conceptsInName, type Evidence, type PatientRecord } from '../findings/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import type { Hypothesis } from './hypothesis.ts';
import { inSentence, lowerFirst, withRemark } from './wording.ts';

/** Something that the clinician may accept, reject or refine. */
export interface Option {
  readonly kind: 'refer' | 'treat' | 'watch';
  readonly hypothesis: Hypothesis;
  readonly text: string;
  /** Contraindications, with what the record holds of each. */
  readonly cautions: readonly { readonly text: string; readonly evidence: readonly Evidence[] }[];
  readonly source: string;
}

/** From this probability on treatment is worth a word (estimate); below, the question is still what it is. */
const LIKELY = 1 / 3;

/** For the leading hypotheses: the treatment guidance names once it is confirmed, with what stands against it in this record. */
export function optionsOf(raised: readonly Hypothesis[], record: PatientRecord, knowledge: Knowledge): Option[] {
  return raised
    .slice(0, 3)
    .filter(({ posterior }) => posterior >= LIKELY)
    .flatMap((hypothesis) =>
      hypothesis.condition.treatments.slice(0, 2).map((treatment): Option => {
        const { name, detail, contraindications, source } = treatment;
        const cautions = contraindications
          .filter((text) => !/^none\b/i.test(text))
          .map((text) => ({ text: lowerFirst(text), evidence: inRecord(text, record, knowledge) }));
        return {
          kind: 'treat',
          hypothesis,
          text: `If ${inSentence(hypothesis.condition.name)} is confirmed: ${withRemark(name, detail)}.`,
          cautions,
          source,
        };
      }),
    );
}

/** What the record holds of a contraindication: conditions, results, drugs and histories that its words name; brackets explain, and `without` denies. */
function inRecord(text: string, record: PatientRecord, knowledge: Knowledge): Evidence[] {
  return conceptsInName(text.replace(/\([^)]*\)|\b(without|unless)\b.*/g, ''), knowledge).flatMap((mention) => {
    const { kind, id } = conceptOf(mention.concept);
    if (kind === 'condition') {
      return record.documented.find((each) => each.condition === id && each.as !== 'considered')?.evidence[0] ?? [];
    }
    const finding = record.findings.get(id);
    if (['symptom', 'sign', 'family'].includes(knowledge.findings.get(id)?.kind ?? '')) return [];
    return finding?.presence === 'present' && finding.certainty >= 0.5 ? (finding.evidence.at(-1) ?? []) : [];
  });
}

import { conceptOf, conceptsInName, type Evidence, type PatientRecord } from '../findings/index.ts';
import type { ConditionDefinition, Knowledge } from '../knowledge/index.ts';
import type { Hypothesis } from './hypothesis.ts';

/** Something that the clinician may accept, reject or refine. */
export interface Option {
  readonly kind: 'refer' | 'treat' | 'watch';
  readonly hypothesis: Hypothesis;
  readonly text: string;
  /** Contraindications, with what the record holds of each. */
  readonly cautions: readonly { readonly text: string; readonly evidence: readonly Evidence[] }[];
  readonly source: string;
}

/** For the leading hypotheses: the referral guidance names, treatment once it is confirmed, or watching. */
export function optionsOf(raised: readonly Hypothesis[], record: PatientRecord, knowledge: Knowledge): Option[] {
  return raised.slice(0, 3).flatMap((hypothesis) => [
    referralOption(hypothesis),
    ...hypothesis.condition.treatments.slice(0, 2).map((treatment): Option => {
      const { name, detail, contraindications, source } = treatment;
      const cautions = contraindications.map((text) => ({ text, evidence: inRecord(text, record, knowledge) }));
      return {
        kind: 'treat',
        hypothesis,
        text: `If ${nameOf(hypothesis.condition)} is confirmed: ${name}${detail ? ` (${detail})` : ''}.`,
        cautions,
        source,
      };
    }),
  ]);
}

function referralOption(hypothesis: Hypothesis): Option {
  const { to, urgency, when, source } = hypothesis.condition.referral;
  const speed = { emergency: 'now, as an emergency', urgent: 'urgently', soon: 'soon', routine: 'routinely' }[urgency];
  return {
    kind: 'refer',
    hypothesis,
    text: `Refer to ${to} ${speed} ${/^(if|when|once|after|on|for|with|before)\b/i.test(when) ? when.charAt(0).toLowerCase() + when.slice(1) : `if ${when}`}.`.replace(
      /\.\.$/,
      '.',
    ),
    cautions: [],
    source,
  };
}

const nameOf = (condition: ConditionDefinition): string => condition.name;

/** What the record holds of the words of a contraindication. */
function inRecord(text: string, record: PatientRecord, knowledge: Knowledge): Evidence[] {
  return conceptsInName(text, knowledge).flatMap((mention) => {
    const { kind, id } = conceptOf(mention.concept);
    if (kind === 'condition') {
      return record.documented.find((each) => each.condition === id && each.as !== 'considered')?.evidence[0] ?? [];
    }
    const finding = record.findings.get(id);
    return finding?.presence === 'present' && finding.certainty >= 0.5 ? (finding.evidence.at(-1) ?? []) : [];
  });
}

import type { Review } from '../review.ts';
import { amongWhom } from '../words.ts';
import {
  conceptOfCondition,
  distinct,
  idOf,
  narrative,
  patientReference,
  type Resource,
  references,
} from './resources.ts';

/**
 * The review as a FHIR R4 collection Bundle: a ClinicalImpression that holds the whole, a RiskAssessment of the conditions the
 * record does not name, a DetectedIssue for each clue, and a Provenance with the versions. References are to the record's own ids.
 */
export function reviewAsFhir(review: Review): Resource {
  const issues = review.clues.map((_, index) => detectedIssue(review, index));
  const risk = riskAssessment(review);
  const impression = clinicalImpression(review, risk, issues);
  const about = [impression, ...(risk ? [risk] : []), ...issues];
  const resources = [...about, provenance(review, about)];
  return {
    resourceType: 'Bundle',
    id: idOf(review, 'bundle'),
    type: 'collection',
    timestamp: instant(review),
    entry: resources.map((resource) => ({ fullUrl: `urn:uuid:${resource.id}`, resource })),
  };
}

const instant = (review: Review) => `${review.asOf}T23:59:59Z`;
const local = (resource: Resource) => ({ reference: `urn:uuid:${resource.id}` });

function clinicalImpression(review: Review, risk: Resource | undefined, issues: readonly Resource[]): Resource {
  const raised = review.differential.filter((each) => !each.documented);
  const steps = review.nextSteps.map((step) => step.text);
  const summary = [
    ...review.summary.map((line) => line.text),
    ...review.trends.map((trend) => trend.text),
    ...steps,
    ...review.limits.map((limit) => limit.text),
  ];
  return {
    resourceType: 'ClinicalImpression',
    id: idOf(review, 'impression'),
    text: narrative([...review.clues.map((clue) => clue.text), ...summary]),
    status: 'completed',
    description: 'Second read of the whole record by Prodrome; for a clinician to accept, reject or refine.',
    subject: patientReference(review),
    effectiveDateTime: review.asOf,
    date: instant(review),
    summary: summary.join('\n'),
    ...(raised.length > 0
      ? {
          finding: raised.map((hypothesis) => ({
            itemCodeableConcept: conceptOfCondition(hypothesis.condition),
            basis: hypothesis.text,
          })),
        }
      : {}),
    ...(risk ? { prognosisReference: [local(risk)] } : {}),
    ...(issues.length > 0 ? { supportingInfo: issues.map(local) } : {}),
    ...(steps.length > 0 ? { note: steps.map((text) => ({ text })) } : {}),
  };
}

function riskAssessment(review: Review): Resource | undefined {
  const raised = review.differential.filter((each) => !each.documented);
  if (raised.length === 0 && review.risks.length === 0) return undefined;
  const basis = distinct([...raised, ...review.risks].flatMap((each) => references(each)));
  return {
    resourceType: 'RiskAssessment',
    id: idOf(review, 'risk'),
    text: narrative([...raised, ...review.risks].map((each) => each.text)),
    status: 'final',
    method: {
      text: `Prevalence ${amongWhom(review.patient.ageYears)}, and likelihood ratios of curated knowledge; published risk equations`,
    },
    subject: patientReference(review),
    occurrenceDateTime: review.asOf,
    basis: basis.slice(0, 100),
    prediction: [
      ...raised.map((hypothesis) => ({
        outcome: conceptOfCondition(hypothesis.condition),
        probabilityDecimal: Number((hypothesis.posterior * 100).toFixed(4)),
        rationale: hypothesis.contributions
          .map(({ finding, logOdds }) => `${finding} ${logOdds >= 0 ? '+' : ''}${logOdds.toFixed(2)}`)
          .join('; '),
      })),
      ...review.risks.map((risk) => ({
        outcome: { text: risk.name },
        ...(risk.horizonYears === undefined ? {} : { probabilityDecimal: Number((risk.value * 100).toFixed(4)) }),
        rationale: risk.text,
      })),
    ],
  };
}

const SEVERITY = {
  pattern: 'moderate',
  'not-acted-on': 'moderate',
  'not-done': 'moderate',
  unexplained: 'low',
} as const;
const CODE = {
  pattern: 'Pattern consistent with a condition that the record does not name',
  'not-acted-on': 'Result not acted on',
  'not-done': 'Recommendation not carried out',
  unexplained: 'Unexplained repeated abnormal result',
} as const;

function detectedIssue(review: Review, index: number): Resource {
  const clue = review.clues[index];
  if (!clue) throw new RangeError(`no clue ${index}`);
  return {
    resourceType: 'DetectedIssue',
    id: idOf(review, `clue-${index}`),
    text: narrative([clue.text]),
    status: 'preliminary',
    code: { text: CODE[clue.kind] },
    severity: SEVERITY[clue.kind],
    patient: patientReference(review),
    identifiedDateTime: review.asOf,
    evidence: [{ detail: references(clue) }],
    detail: clue.text,
  };
}

function provenance(review: Review, targets: readonly Resource[]): Resource {
  const { prodrome, knowledge, model } = review.provenance;
  const agent = `Prodrome ${prodrome}; knowledge ${knowledge.version}; ${model ? `model ${model.name} ${model.version}` : 'no trained model'}`;
  return {
    resourceType: 'Provenance',
    id: idOf(review, 'provenance'),
    text: narrative([agent]),
    target: targets.map(local),
    occurredDateTime: instant(review),
    recorded: instant(review),
    agent: [
      {
        type: {
          coding: [
            {
              system: 'http://terminology.hl7.org/CodeSystem/provenance-participant-type',
              code: 'assembler',
              display: 'Assembler',
            },
          ],
        },
        who: { display: agent },
      },
    ],
    entity: [
      { role: 'source', what: patientReference(review) },
      {
        role: 'derivation',
        what: { display: `Curated knowledge ${knowledge.version} (${knowledge.conditions} conditions)` },
      },
    ],
  };
}

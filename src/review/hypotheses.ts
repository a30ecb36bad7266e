import type { Source } from '../chart/index.ts';
import {
  type Contribution,
  type Hypothesis,
  inSentence,
  listed,
  lowerFirst,
  shortResult,
  tellingOf,
} from '../reasoning/index.ts';
import { SYSTEM } from '../terms/index.ts';
import { cite } from './cite.ts';
import type { ContributionStatement, HypothesisStatement } from './review.ts';
import { amongWhom, percent } from './words.ts';

/** How many conditions that the record does not name a review lists at most. */
const SHOWN = 8;

/** The hypotheses worth a clinician's time, then the conditions that the record names. */
export function hypothesisStatements(
  raised: readonly Hypothesis[],
  hypotheses: readonly Hypothesis[],
  patient: Source,
  ageYears: number | undefined,
): HypothesisStatement[] {
  const among = amongWhom(ageYears);
  const documented = hypotheses.filter((hypothesis) => hypothesis.documented);
  return [...raised.slice(0, SHOWN), ...documented].map((hypothesis) => statementOf(hypothesis, among, patient));
}

function statementOf(hypothesis: Hypothesis, among: string, patient: Source): HypothesisStatement {
  const { condition, prior, posterior, documented, contributions, unknown } = hypothesis;
  const stated = contributions.map((contribution) => contributionOf(contribution, patient));
  return {
    condition: { id: condition.id, name: condition.name, codes: codesOf(condition.codes) },
    prior,
    posterior,
    documented,
    mustNotMiss: condition.mustNotMiss !== undefined,
    contributions: stated,
    unknown,
    reviewed: condition.reviewed.status === 'reviewed',
    text: documented ? knownText(hypothesis) : newText(hypothesis, among),
    citations: cite(
      contributions.filter((each) => each.logOdds > 0).flatMap((each) => each.evidence),
      patient,
    ),
    knowledge: [...new Set(contributions.map((each) => each.source))],
  };
}

function newText({ condition, prior, posterior, contributions }: Hypothesis, among: string): string {
  const told = (side: readonly Contribution[], count: number) =>
    tellingOf(side, count).map((each) => lowerFirst(each.name));
  const pro = told(
    contributions.filter((each) => each.logOdds > 0.1),
    6,
  );
  const con = told(
    contributions.filter((each) => each.logOdds < -0.1),
    4,
  );
  const against = con.length > 0 ? ` Against: no ${listed(con)}.` : '';
  return `${condition.name}: ${percent(posterior)} (from ${percent(prior)} ${among}). For: ${listed(pro)}.${against}`;
}

function knownText({ condition, contributions }: Hypothesis): string {
  const named = contributions.find((each) => each.finding === 'named-in-record');
  const since = named?.evidence[0]?.time?.slice(0, 4);
  return `Known: ${inSentence(condition.name)}${since ? `, named in the record since ${since}` : ', named in the record'}.`;
}

function contributionOf(contribution: Contribution, patient: Source): ContributionStatement {
  const { finding, name, presence, logOdds, evidence, source } = contribution;
  return {
    finding:
      presence === 'absent'
        ? `No ${lowerFirst(name)}`
        : presence === 'possible'
          ? `Possible ${lowerFirst(name)}`
          : name,
    concept: finding,
    presence,
    logOdds,
    citations: cite(evidence, patient),
    evidence: shortResult(evidence.at(-1)?.text ?? ''),
    source,
  };
}

/** ICD-10-CM and SNOMED CT codes of a condition. */
function codesOf(codes: Hypothesis['condition']['codes']) {
  return [
    ...(codes.icd10cm ?? []).map((code) => ({ system: SYSTEM.icd10cm, code })),
    ...(codes.snomed ?? []).map((code) => ({ system: SYSTEM.snomed, code })),
  ];
}

import type { Documented, Finding } from '../findings/index.ts';
import type { ConditionDefinition, ConditionLink, Knowledge } from '../knowledge/index.ts';
import { analytesOf, GRADE_NOT_REACHED, groupsOf, weighGroups } from './groups.ts';
import type { Contribution, Hypothesis } from './hypothesis.ts';
import {
  backgroundOf,
  causalSensitivity,
  clamp,
  type Demography,
  logistic,
  logit,
  logOddsOfAbsence,
  logOddsOfPresence,
} from './likelihood.ts';
import { priorBeyondUsualAges, priorOf, type RiskPrior } from './prior.ts';

/** What a condition's naming in the record is worth: a coded diagnosis is seldom wrong, a note's word a little more often. */
const NAMED = { coded: Math.log(5000), noted: Math.log(500) } as const;
/**
 * How far a condition that the record names explains its findings away. Less than wholly: labels are where an overlooked disease
 * hides, and a wrong one would silence every finding that it could have caused. Estimates.
 */
const EXPLAINS = { coded: 0.6, noted: 0.4, considered: 0 } as const;
/** Sweeps of the mean-field iteration; the posteriors settle to three digits in about four. */
const SWEEPS = 6;
/** Log-odds beyond which no posterior goes (0.999994): past it, floating point could not show that the sum is exact. */
const CERTAIN = 12;

/** Kinds of findings that come before a condition and not from it. */
const GIVEN: ReadonlySet<string> = new Set(['exposure', 'family']);

/** One finding of the patient as it bears on one condition. */
interface Bearing {
  readonly finding: Finding;
  readonly link: ConditionLink;
  readonly sensitivity: number;
  readonly background: number;
  readonly group: string;
  /** Symptoms, signs, results and known conditions are effects that another condition may explain; exposures and relatives are not. */
  readonly isEffect: boolean;
  /** The analytes that it is measured by. */
  readonly analytes: readonly string[];
}

interface Candidate {
  readonly condition: ConditionDefinition;
  readonly prior: number;
  readonly named: Documented | undefined;
  readonly considered: Documented | undefined;
  /** One of the findings that the condition requires is present, or it requires none. */
  readonly met: boolean;
  readonly bearings: readonly Bearing[];
  /** Of the findings not absent that it could be the cause of: how likely it causes each. What has none is settled in one sweep. */
  readonly effects: ReadonlyMap<string, number>;
  /** Its causes, its complications and its more general or special forms: they do not explain its findings away. */
  related: readonly Candidate[];
  posterior: number;
}

/**
 * The probability of every condition on the shelf that fits the person's age and sex.
 *
 * Posterior odds = prior odds × likelihood ratios, each condition true or not by itself, so several may be true at once.
 * Each finding is a noisy-OR of its causes: chance (its background), conditions the record names, and the other hypotheses in
 * proportion to their own probability (mean-field; Jaakkola & Jordan 1999), so that a finding already explained counts less
 * toward a new condition. A finding of uncertain presence counts in proportion to its certainty.
 * Sorted by posterior, highest first; ties by id.
 */
export function differentialOf(
  findings: readonly Finding[],
  documented: readonly Documented[],
  person: Demography,
  knowledge: Knowledge,
  modelPrior: RiskPrior = () => undefined,
): Hypothesis[] {
  const byConcept = new Map(findings.map((finding) => [finding.concept, finding]));
  const candidates = [...knowledge.conditions.values()].flatMap((condition) => {
    const candidate = candidateOf(condition, byConcept, documented, person, knowledge, modelPrior);
    return candidate ? [candidate] : [];
  });
  relate(candidates);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const causes = causesOf(candidates);
    for (const candidate of candidates) {
      if (sweep > 0 && candidate.effects.size === 0) continue;
      const next = logistic(logit(candidate.prior) + namingOf(candidate.named) + sumOf(weighedOf(candidate, causes)));
      candidate.posterior = sweep === 0 ? next : (candidate.posterior + next) / 2;
    }
  }
  const causes = causesOf(candidates);
  return candidates
    .map((candidate) => hypothesisOf(candidate, causes, byConcept))
    .sort((a, b) => b.posterior - a.posterior || (a.condition.id < b.condition.id ? -1 : 1));
}

function candidateOf(
  condition: ConditionDefinition,
  byConcept: ReadonlyMap<string, Finding>,
  documented: readonly Documented[],
  person: Demography,
  knowledge: Knowledge,
  modelPrior: RiskPrior,
): Candidate | undefined {
  const naming = documented.filter((each) => each.condition === condition.id);
  const named = naming.find((each) => each.as === 'coded') ?? naming.find((each) => each.as === 'noted');
  const considered = naming.find((each) => each.as === 'considered');
  const met = condition.requires?.some((id) => byConcept.get(id)?.presence === 'present') ?? true;
  const usual = modelPrior(condition.id) ?? priorOf(condition, person);
  const prior = usual ?? (isSpokenFor(condition, byConcept) ? priorBeyondUsualAges(condition, person) : undefined);
  if (prior === undefined || (!met && !named && needsState(condition, knowledge)))
    return named ? { ...bare(condition, named), considered } : undefined;
  const groups = groupsOf(condition, knowledge);
  const bearings = condition.findings.flatMap((link): Bearing[] => {
    const finding = byConcept.get(link.finding);
    const definition = knowledge.findings.get(link.finding);
    if (!finding || !definition) return [];
    const background = link.specificity !== undefined ? 1 - link.specificity : backgroundOf(definition, person);
    const sensitivity = causalSensitivity(link, background);
    const group = groups.get(link.finding) ?? link.finding;
    const analytes = analytesOf(link.finding, knowledge);
    return [{ finding, link, sensitivity, background, group, isEffect: !GIVEN.has(definition.kind), analytes }];
  });
  const effects = new Map(
    bearings
      .filter(({ isEffect, finding }) => isEffect && finding.presence !== 'absent')
      .map(({ finding, sensitivity }) => [finding.concept, sensitivity]),
  );
  return { condition, prior, named, considered, met, bearings, effects, related: [], posterior: named ? 1 : prior };
}

/** At an unusual age a condition is thought of only for several of its findings. */
const SPEAKING = 2;

const isSpokenFor = ({ findings }: ConditionDefinition, byConcept: ReadonlyMap<string, Finding>): boolean =>
  findings.filter(({ finding }) => byConcept.get(finding)?.presence === 'present').length >= SPEAKING;

/** Kinds of findings that say what a person is exposed to or has had: without them, a condition that needs one cannot be. */
const STATES: ReadonlySet<string | undefined> = new Set(['exposure', 'family', 'history']);

/** Whether all that a condition requires is a drug, a relative or a past; signs that it requires may merely not have been told. */
function needsState({ requires = [] }: ConditionDefinition, knowledge: Knowledge): boolean {
  return requires.every((id) => STATES.has(knowledge.findings.get(id)?.kind));
}

/** A condition that the record names although the knowledge would not consider it at this age or sex. */
function bare(condition: ConditionDefinition, named: Documented): Candidate {
  return {
    condition,
    prior: 1e-4,
    named,
    considered: undefined,
    met: true,
    bearings: [],
    effects: new Map(),
    related: [],
    posterior: 1,
  };
}

/** Ties each candidate to its causes and complications, and to its broader and narrower forms. */
function relate(candidates: readonly Candidate[]): void {
  const byId = new Map(candidates.map((candidate) => [candidate.condition.id, candidate]));
  const related = new Map(candidates.map((candidate) => [candidate, new Set<Candidate>()]));
  for (const candidate of candidates) {
    const { leadsTo = [], broader = [] } = candidate.condition;
    for (const id of [...leadsTo, ...broader]) {
      const other = byId.get(id);
      if (!other) continue;
      related.get(candidate)?.add(other);
      related.get(other)?.add(candidate);
    }
  }
  for (const candidate of candidates)
    candidate.related = candidates.filter((each) => related.get(candidate)?.has(each));
}

/** The part of `uncaused` that a candidate stands for in one finding: the probability that it does not cause it. */
function sparing({ effects, named, posterior }: Candidate, concept: string): number {
  const sensitivity = effects.get(concept);
  return sensitivity === undefined ? 1 : 1 - weightOf(named, posterior) * sensitivity;
}

/** For each finding, the probability that no condition causes it, and each condition's share of that. */
function causesOf(candidates: readonly Candidate[]): ReadonlyMap<string, number> {
  const uncaused = new Map<string, number>();
  for (const { effects, posterior, named } of candidates) {
    const weight = weightOf(named, posterior);
    for (const [concept, sensitivity] of effects) {
      uncaused.set(concept, (uncaused.get(concept) ?? 1) * (1 - weight * sensitivity));
    }
  }
  return uncaused;
}

/** How much of its power to cause findings a condition is granted against the others. */
function weightOf(named: Documented | undefined, posterior: number): number {
  return named ? EXPLAINS[named.as] : posterior;
}

/** The weighed log-odds of each bearing, in their order. */
function weighedOf(candidate: Candidate, uncaused: ReadonlyMap<string, number>): number[] {
  const family = [candidate, ...candidate.related];
  const raw = candidate.bearings.map((bearing) => {
    const { concept } = bearing.finding;
    const own = family.reduce((product, each) => product * sparing(each, concept), 1);
    const others = Math.min(1, (uncaused.get(concept) ?? 1) / Math.max(own, 1e-9));
    const elsewhere = 1 - (1 - bearing.background) * others;
    return { group: bearing.group, logOdds: logOddsOf(bearing, elsewhere) };
  });
  return weighGroups(graded(raw, candidate.bearings));
}

/** What the naming of a condition in the record adds to its log-odds. */
function namingOf(named: Documented | undefined): number {
  return named && named.as !== 'considered' ? NAMED[named.as] : 0;
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0);

function contributionsOf(candidate: Candidate, uncaused: ReadonlyMap<string, number>): Contribution[] {
  const weighed = weighedOf(candidate, uncaused);
  const contributions = candidate.bearings.map(
    ({ finding, link, isEffect }, index): Contribution => ({
      finding: finding.concept,
      name: finding.name,
      presence: finding.presence,
      logOdds: weighed[index] ?? 0,
      ...(isEffect ? {} : { given: true as const }),
      evidence: finding.evidence,
      source: link.source,
    }),
  );
  const { named } = candidate;
  if (named) {
    contributions.push({
      finding: 'named-in-record',
      name: 'Named in the record',
      presence: 'present',
      logOdds: namingOf(named),
      evidence: named.evidence,
      source: 'estimate',
    });
  }
  return contributions.filter((each) => each.logOdds !== 0);
}

/**
 * A grade that an analyte did not reach ("no TSH above 10") says little against a condition for which the same analyte, raised,
 * speaks more.
 */
function graded(
  raw: readonly { group: string; logOdds: number }[],
  bearings: readonly Bearing[],
): { group: string; logOdds: number }[] {
  const strongest = new Map<string, number>();
  bearings.forEach(({ analytes }, index) => {
    const logOdds = raw[index]?.logOdds ?? 0;
    for (const analyte of analytes) strongest.set(analyte, Math.max(strongest.get(analyte) ?? 0, logOdds));
  });
  return raw.map((item, index) => {
    const best = Math.max(0, ...(bearings[index]?.analytes ?? []).map((analyte) => strongest.get(analyte) ?? 0));
    return item.logOdds < 0 && best > -item.logOdds ? { ...item, logOdds: item.logOdds * GRADE_NOT_REACHED } : item;
  });
}

function logOddsOf({ finding, link, sensitivity }: Bearing, elsewhere: number): number {
  if (finding.presence !== 'absent' && link.lrPositive !== undefined && link.lrPositive < 1) {
    return clamp(Math.log(link.lrPositive)) * finding.certainty;
  }
  if (finding.presence === 'absent') {
    const against = link.lrNegative !== undefined ? clamp(Math.log(link.lrNegative)) : logOddsOfAbsence(sensitivity);
    return Math.min(0, against) * finding.certainty;
  }
  return logOddsOfPresence(sensitivity, elsewhere) * finding.certainty;
}

function hypothesisOf(
  candidate: Candidate,
  uncaused: ReadonlyMap<string, number>,
  byConcept: ReadonlyMap<string, Finding>,
): Hypothesis {
  const { condition, prior, named, considered, met } = candidate;
  const contributions = contributionsOf(candidate, uncaused).sort(
    (a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds) || (a.finding < b.finding ? -1 : 1),
  );
  const bounded = bound(contributions, logit(prior));
  const total = bounded.reduce((sum, each) => sum + each.logOdds, 0);
  return {
    condition,
    prior,
    posterior: logistic(logit(prior) + total),
    contributions: bounded,
    documented: named !== undefined,
    ...(considered && !named ? { considered } : {}),
    ...(met || named ? {} : { lacksRequired: true as const }),
    unknown: condition.findings
      .filter((link) => (link.sensitivity ?? 0) >= 0.5 && !byConcept.has(link.finding))
      .map((link) => link.finding),
  };
}

/** Scales what speaks for a condition down to {@link CERTAIN}, so that prior and contributions still add up exactly. */
function bound(contributions: readonly Contribution[], prior: number): Contribution[] {
  const sumOf = (sign: number) =>
    contributions.filter((each) => Math.sign(each.logOdds) === sign).reduce((sum, each) => sum + each.logOdds, 0);
  const [supporting, opposing] = [sumOf(1), sumOf(-1)];
  if (prior + supporting + opposing <= CERTAIN) return [...contributions];
  const scale = (CERTAIN - prior - opposing) / supporting;
  return contributions.map((each) => (each.logOdds > 0 ? { ...each, logOdds: each.logOdds * scale } : each));
}

import type { Documented, Finding } from '../findings/index.ts';
import type { ConditionDefinition, Knowledge } from '../knowledge/index.ts';
import { type Bearing, type Candidate, type Causes, candidatesOf, type Effect } from './candidates.ts';
import { GRADE_NOT_REACHED, type Weighable, weighGroups } from './groups.ts';
import type { Contribution, Hypothesis } from './hypothesis.ts';
import { clamp, type Demography, logistic, logit, logOddsOfAbsence, logOddsOfPresence } from './likelihood.ts';
import type { RiskPrior } from './prior.ts';
import { UNTOLD } from './required.ts';

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
  const { all, causes } = candidatesOf(findings, documented, person, knowledge, modelPrior);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    weighCauses(causes);
    for (const candidate of all) {
      if (sweep > 0 && !candidate.isCause) continue;
      const next = logistic(logit(candidate.prior) + namingOf(candidate.named) + sumOf(weighedOf(candidate)));
      candidate.posterior = sweep === 0 ? next : (candidate.posterior + next) / 2;
    }
  }
  weighCauses(causes);
  const known = new Set(findings.map(({ concept }) => concept));
  return all
    .map((candidate) => hypothesisOf(candidate, known))
    .sort((a, b) => b.posterior - a.posterior || (a.condition.id < b.condition.id ? -1 : 1));
}

/** For each finding, the probability that no condition causes it. */
function weighCauses(causes: readonly Causes[]): void {
  for (const each of causes) each.uncaused = sparedBy(each.effects);
}

/** The probability that none of some candidates causes a finding. */
function sparedBy(effects: readonly Effect[]): number {
  let spared = 1;
  for (const { candidate, sensitivity } of effects) spared *= 1 - weightOf(candidate) * sensitivity;
  return spared;
}

/** How much of its power to cause findings a condition is granted against the others. */
function weightOf({ named, posterior }: Candidate): number {
  return named ? EXPLAINS[named.as] : posterior;
}

/** The weighed log-odds of each bearing, in their order. */
function weighedOf({ bearings }: Candidate): number[] {
  if (bearings.length === 0) return [];
  return weighGroups(
    graded(
      bearings.map((bearing) => ({ group: bearing.group, words: bearing.words, logOdds: logOddsOf(bearing) })),
      bearings,
    ),
  );
}

/** What the naming of a condition in the record adds to its log-odds. */
function namingOf(named: Documented | undefined): number {
  return named && named.as !== 'considered' ? NAMED[named.as] : 0;
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0);

function contributionsOf(candidate: Candidate): Contribution[] {
  const weighed = weighedOf(candidate);
  const contributions = candidate.bearings.map(
    ({ finding, link, isGiven }, index): Contribution => ({
      finding: finding.concept,
      name: finding.name,
      presence: finding.presence,
      logOdds: weighed[index] ?? 0,
      ...(isGiven ? { given: true as const } : {}),
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
function graded(raw: readonly Weighable[], bearings: readonly Bearing[]): readonly Weighable[] {
  const strongest = new Map<string, number>();
  bearings.forEach(({ analytes }, index) => {
    const logOdds = raw[index]?.logOdds ?? 0;
    if (logOdds <= 0) return;
    for (const analyte of analytes) strongest.set(analyte, Math.max(strongest.get(analyte) ?? 0, logOdds));
  });
  if (strongest.size === 0) return raw;
  return raw.map((item, index) => {
    const best = Math.max(0, ...(bearings[index]?.analytes ?? []).map((analyte) => strongest.get(analyte) ?? 0));
    return item.logOdds < 0 && best > -item.logOdds ? { ...item, logOdds: item.logOdds * GRADE_NOT_REACHED } : item;
  });
}

function logOddsOf(bearing: Bearing): number {
  const { finding, link, sensitivity } = bearing;
  if (finding.presence !== 'absent' && link.lrPositive !== undefined && link.lrPositive < 1) {
    return clamp(Math.log(link.lrPositive)) * finding.certainty;
  }
  if (finding.presence === 'absent') {
    const against = link.lrNegative !== undefined ? clamp(Math.log(link.lrNegative)) : logOddsOfAbsence(sensitivity);
    return Math.min(0, against) * finding.certainty;
  }
  return logOddsOfPresence(sensitivity, elsewhereOf(bearing), bearing.origin) * finding.certainty;
}

/** The probability that chance, or a condition other than the one it bears on and its kin, causes a finding. */
function elsewhereOf({ background, causes, own }: Bearing): number {
  const others = causes ? Math.min(1, causes.uncaused / Math.max(sparedBy(own), 1e-9)) : 1;
  return 1 - (1 - background) * others;
}

function hypothesisOf(candidate: Candidate, known: ReadonlySet<string>): Hypothesis {
  const { condition, named, considered, met } = candidate;
  const prior = candidate.prior * (met || named ? 1 : UNTOLD);
  const contributions = contributionsOf(candidate).sort(
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
    unknown: expectedOf(condition).filter((finding) => !known.has(finding)),
  };
}

const expected = new WeakMap<ConditionDefinition, readonly string[]>();

/** The findings that a condition shows often; picked once for each condition of the shelf. */
function expectedOf(condition: ConditionDefinition): readonly string[] {
  const known =
    expected.get(condition) ??
    condition.findings.flatMap(({ finding, sensitivity = 0 }) => (sensitivity >= 0.5 ? [finding] : []));
  expected.set(condition, known);
  return known;
}

/** Scales what speaks for a condition down to {@link CERTAIN}, so that prior and contributions still add up exactly. */
function bound(contributions: readonly Contribution[], prior: number): Contribution[] {
  if (contributions.length === 0) return [];
  const sumOf = (sign: number) =>
    contributions.filter((each) => Math.sign(each.logOdds) === sign).reduce((sum, each) => sum + each.logOdds, 0);
  const [supporting, opposing] = [sumOf(1), sumOf(-1)];
  if (prior + supporting + opposing <= CERTAIN) return [...contributions];
  const scale = (CERTAIN - prior - opposing) / supporting;
  return contributions.map((each) => (each.logOdds > 0 ? { ...each, logOdds: each.logOdds * scale } : each));
}

import { type Finding, type PhenotypeCase, shownOf } from '../../findings/index.ts';
import { type HpoIndex, type Knowledge, placeOfName, resolveTerm, rowOf } from '../../knowledge/index.ts';
import { differentialOf } from '../differential.ts';
import type { Hypothesis } from '../hypothesis.ts';
import { logit } from '../likelihood.ts';
import { nextStepsOf } from '../next-steps.ts';
import { shelfQuestionsOf } from '../questions.ts';
import { workUpOf } from '../work-up.ts';
import type { Question } from './questions.ts';
import type { Ranking } from './rank.ts';
import { abstentionOf, type CaseResult, type RankedResult } from './result.ts';
import { whyWithShelf } from './shelf-why.ts';

/**
 * Where the question is asked. `general`: anybody who comes with these findings; a rare disease behind them is rare. `rare`: people
 * sent because common explanations were looked for and did not hold.
 */
export type Setting = 'general' | 'rare';

/** Prior share of people with a rare disease behind their findings, and how far the shelf's prevalences count. Estimates. */
const SETTINGS: Readonly<Record<Setting, { rare: number; shelf: number }>> = {
  general: { rare: 0.005, shelf: 1 },
  rare: { rare: 0.95, shelf: 0.02 },
};
/** Conditions of the shelf whose tests are weighed. */
const TESTED = 5;
/** A condition of the shelf is listed when the findings at least double its odds: prevalence alone is no explanation. */
const LEAST_EVIDENCE = Math.log(2);

/**
 * Puts the conditions of the shelf into a result: both lists are log-odds against chance, so their odds stand side by side, and what
 * neither explains is left to chance. A condition of the shelf for which next to nothing speaks is not listed.
 */
export function withShelf(
  result: CaseResult,
  index: HpoIndex,
  given: PhenotypeCase,
  { posterior }: Ranking,
  knowledge: Knowledge,
  setting: Setting,
  top: number,
): CaseResult {
  const { rare, shelf } = SETTINGS[setting];
  const person = { ageYears: given.ageYears ?? Number.NaN, ...(given.sex ? { sex: given.sex } : {}) };
  const findings = shelfFindingsOf(index, given, knowledge);
  const weighed = differentialOf(findings, [], person, linkedTo(findings, knowledge));
  const hypotheses = weighed.filter(({ prior, posterior: after }) => logit(after) - logit(prior) >= LEAST_EVIDENCE);
  const odds = hypotheses.map((hypothesis) => shelf * Math.exp(logit(hypothesis.posterior)));
  const rareOdds = rare * Math.exp(posterior.evidence);
  const total = rareOdds + (1 - rare) + odds.reduce((sum, each) => sum + each, 0);
  const ranked = [
    ...result.ranked.map((disease) => ({ ...disease, posterior: (disease.posterior * rareOdds) / total })),
    ...hypotheses.map((hypothesis, at) => shelfResult(hypothesis, (odds[at] ?? 0) / total, knowledge)),
  ]
    .sort((a, b) => b.posterior - a.posterior || (a.id < b.id ? -1 : 1))
    .slice(0, top)
    .map((disease, at): RankedResult => ({ ...disease, rank: at + 1 }));
  const why =
    result.why && whyWithShelf(result.why, ranked, weighed, knowledge, (of) => (shelf * Math.exp(logit(of))) / total);
  const chance = (1 - rare + posterior.none * rareOdds) / total;
  return {
    ...result,
    ranked,
    ...(why ? { why } : {}),
    abstain: abstentionOf(
      chance,
      ranked[0]?.posterior ?? 0,
      given.findings.filter(({ presence }) => presence === 'present').length,
    ),
    issues: [
      ...result.issues,
      ...(given.ageYears === undefined
        ? [
            {
              code: 'input' as const,
              message:
                'Age not given: prevalences of the shelf are averages over the ages of the European Standard Population 2013',
            },
          ]
        : []),
    ],
    ...(result.next
      ? {
          next: askedOfBoth(
            result.next.map((each) => timesShare(each, rareOdds / total)),
            shelfQuestionsOf(hypotheses, new Set(findings.map(({ concept }) => concept)), person, knowledge, {
              count: MERGED,
            }).map((each) => timesShare(each, odds.reduce((sum, of) => sum + of, 0) / total)),
            knowledge,
          ).slice(0, result.next.length),
          workUp: workUpResult(hypotheses, findings, knowledge, result.next.length),
        }
      : {}),
    knowledge: { ...result.knowledge, shelf: knowledge.version },
  };
}

/** Questions of the shelf that are weighed against those of the rare diseases. */
const MERGED = 20;

/** What a question is worth where only this share of the probability is its own source's. */
const timesShare = (question: Question, share: number): Question => ({
  ...question,
  information: question.information * share,
  value: question.value * share,
});

/** The questions of both sources in one order; one that both ask is asked once, under its HPO term, for what it tells of both. */
function askedOfBoth(rare: readonly Question[], shelf: readonly Question[], knowledge: Knowledge): Question[] {
  const twin = (question: Question) =>
    shelf.find(({ finding }) => knowledge.findings.get(finding)?.codes?.hpo?.includes(question.finding));
  const twins = new Set(rare.flatMap((question) => twin(question) ?? []));
  const joined = rare.map((question) => {
    const other = twin(question);
    if (!other) return question;
    const { information, value } = question;
    return { ...question, information: information + other.information, value: value + other.value };
  });
  return [...joined, ...shelf.filter((question) => !twins.has(question))].sort(
    (a, b) => b.value - a.value || (a.finding < b.finding ? -1 : 1),
  );
}

/** The knowledge with only those conditions that one of the findings bears on: the others could not be listed. */
function linkedTo(findings: readonly Finding[], knowledge: Knowledge): Knowledge {
  const found = new Set(findings.map(({ concept }) => concept));
  const linked = [...knowledge.conditions].filter(([, condition]) =>
    condition.findings.some((link) => found.has(link.finding)),
  );
  return { ...knowledge, conditions: new Map(linked) };
}

/** The tests of the leading conditions of the shelf; there is no record, so done is only what a finding told is the result of. */
function workUpResult(
  hypotheses: readonly Hypothesis[],
  findings: readonly Finding[],
  knowledge: Knowledge,
  most: number,
): NonNullable<CaseResult['workUp']> {
  const { tells } = shownOf(knowledge);
  const done = new Set(
    findings.flatMap(({ concept, presence }) => (presence === 'possible' ? [] : tells.get(concept))),
  );
  const { steps } = nextStepsOf(hypotheses.slice(0, TESTED), new Map(), knowledge, 0);
  const open = steps.filter(({ test }) => !done.has(test.id));
  const { tests, cost, burden, changeNothing } = workUpOf(open, most);
  const told = ({ test, information, settles }: (typeof tests)[number]) => ({
    id: test.id,
    name: test.name,
    information,
    cost: test.cost,
    burden: test.burden,
    for: settles.map(({ hypothesis }) => hypothesis.condition.id),
  });
  return { tests: tests.map(told), cost, burden, changeNothing: changeNothing.map(told) };
}

function shelfResult(
  { condition, prior, posterior, contributions, unknown }: Hypothesis,
  share: number,
  knowledge: Knowledge,
): RankedResult {
  return {
    rank: 0,
    id: condition.id,
    name: condition.name,
    posterior: share,
    logOdds: logit(posterior),
    prior: logit(prior),
    contributions: contributions.map(({ finding, name, presence, logOdds }) => ({
      finding,
      name,
      presence: presence === 'absent' ? 'absent' : 'present',
      logOdds,
    })),
    unexplained: [],
    contradicts: contributions
      .filter(({ logOdds }) => logOdds < 0)
      .map(({ name, presence }) => (presence === 'absent' ? `no ${name}` : name)),
    expected: unknown
      .slice(0, 5)
      .map((finding) => ({ finding, name: knowledge.findings.get(finding)?.name ?? finding })),
  };
}

/**
 * The case in the shelf's findings: its own as they are; a present HPO term as the nearest finding at or above it, with what that
 * finding implies; an absent one only as the finding that means the same; what is given as both counts as neither.
 */
export function shelfFindingsOf(index: HpoIndex, given: PhenotypeCase, knowledge: Knowledge): Finding[] {
  const mapped = shelfByPlace(index, knowledge);
  const found = new Map<string, Finding>();
  const add = (concept: string, presence: Finding['presence'], certainty: number): void => {
    const definition = knowledge.findings.get(concept);
    if (!definition || found.get(concept)?.presence === 'present') return;
    const { name } = definition;
    found.set(concept, { concept, name, kind: 'mentioned', presence, certainty, strength: 1, evidence: [] });
    if (presence === 'present') for (const broader of definition.broader ?? []) add(broader, presence, certainty);
  };
  const placed = given.findings.map((finding) => ({ ...finding, at: placeOf(index, finding.term, knowledge) }));
  const absent = new Set(placed.filter(({ presence }) => presence === 'absent').map(({ at }) => at));
  const both = new Set(
    placed.filter(({ presence, at }) => presence === 'present' && absent.has(at)).map(({ at }) => at),
  );
  for (const { presence, certainty = 1, at } of placed) {
    if (at === undefined || both.has(at)) continue;
    if (typeof at === 'string') {
      add(at, presence, certainty);
      continue;
    }
    const candidates = presence === 'present' ? rowOf(index.ancestors, at) : [at];
    const nearest = [...candidates].find((place) => mapped.has(place));
    for (const concept of nearest === undefined ? [] : (mapped.get(nearest) ?? [])) add(concept, presence, certainty);
  }
  return [...found.values()];
}

/** A finding of the shelf by its id, or the place of an HPO term by its id or name. */
function placeOf(index: HpoIndex, term: string, knowledge: Knowledge): string | number | undefined {
  if (knowledge.findings.has(term)) return term;
  const resolved = resolveTerm(index, term);
  return 'place' in resolved ? resolved.place : placeOfName(index, term);
}

/** The shelf's findings by the place of the HPO term that they name. */
function shelfByPlace(index: HpoIndex, knowledge: Knowledge): ReadonlyMap<number, readonly string[]> {
  const known = made.get(knowledge);
  if (known?.index === index) return known.byPlace;
  const byPlace = new Map<number, string[]>();
  for (const { id, codes } of knowledge.findings.values()) {
    for (const term of codes?.hpo ?? []) {
      const resolved = resolveTerm(index, term);
      if ('place' in resolved) byPlace.set(resolved.place, [...(byPlace.get(resolved.place) ?? []), id]);
    }
  }
  made.set(knowledge, { index, byPlace });
  return byPlace;
}

const made = new WeakMap<Knowledge, { index: HpoIndex; byPlace: ReadonlyMap<number, readonly string[]> }>();

/** The HPO terms of a finding of the shelf; undefined for what is none. */
export const hpoOf =
  (knowledge: Knowledge) =>
  (finding: string): readonly string[] | undefined => {
    const definition = knowledge.findings.get(finding);
    return definition && (definition.codes?.hpo ?? []);
  };

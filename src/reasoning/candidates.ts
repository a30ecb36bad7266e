import type { Documented, Finding } from '../findings/index.ts';
import type { ConditionDefinition, ConditionLink, FindingDefinition, Knowledge } from '../knowledge/index.ts';
import { analytesOf, groupsOf } from './groups.ts';
import { backgroundOf, causalSensitivity, type Demography, type Origin, originOf } from './likelihood.ts';
import { priorBeyondUsualAges, priorOf, type RiskPrior } from './prior.ts';
import { needsState, shareOfState } from './required.ts';
import { labelsOfWords, type SameWords, sameWordsOf } from './same-words.ts';

/** One finding of the patient as it bears on one condition. */
export interface Bearing {
  readonly finding: Finding;
  readonly link: ConditionLink;
  readonly sensitivity: number;
  readonly background: number;
  readonly origin: Origin;
  readonly group: string;
  /** The same for findings that the same words tell; undefined for most. */
  readonly words: string | undefined;
  /** An exposure or a relative comes before the condition; symptoms, signs and results are effects that another may explain. */
  readonly isGiven: boolean;
  /** The analytes that it is measured by. */
  readonly analytes: readonly string[];
  /** Of a finding that conditions may cause: all that may; else undefined, as of exposures, relatives and what is absent. */
  readonly causes: Causes | undefined;
  /** Of those the condition's own, its kin's, and those that the record names and that are but the finding's name, which do not explain the finding away. */
  readonly own: Effect[];
}

/** How likely a candidate, where it is true, causes one finding. */
export interface Effect {
  readonly candidate: Candidate;
  readonly sensitivity: number;
  /** The condition is named as the finding is ("uveitis"): to name a thing does not say why it is there. */
  readonly isName: boolean;
}

/** Which candidates may cause one finding of the patient, in the order of the shelf. */
export interface Causes {
  readonly effects: Effect[];
  /** The probability that none of them does. */
  uncaused: number;
}

export interface Candidate {
  readonly condition: ConditionDefinition;
  readonly prior: number;
  readonly named: Documented | undefined;
  readonly considered: Documented | undefined;
  /** One of the findings that the condition requires is present, or it requires none. */
  readonly met: boolean;
  readonly bearings: readonly Bearing[];
  /** Whether it could cause any of the patient's findings: what could not is settled in one sweep. */
  readonly isCause: boolean;
  posterior: number;
}

/** The conditions to be weighed, in the order of the shelf, and by finding what may cause it. */
export interface Candidates {
  readonly all: readonly Candidate[];
  readonly causes: readonly Causes[];
}

/** A condition is a candidate where it has a prior at this age and sex and has what it requires, or where the record names it. */
export function candidatesOf(
  findings: readonly Finding[],
  documented: readonly Documented[],
  person: Demography,
  knowledge: Knowledge,
  modelPrior: RiskPrior,
): Candidates {
  const byConcept = new Map(findings.map((finding) => [finding.concept, finding]));
  const namings = Map.groupBy(documented, ({ condition }) => condition);
  const causes = new Map<string, Causes>();
  const ties = tiesOfPatient(byConcept, knowledge);
  const same = sameWordsOf(findings);
  const all = [...knowledge.conditions.values()].flatMap((condition) => {
    const naming = namings.get(condition.id) ?? [];
    const named = naming.find((each) => each.as === 'coded') ?? naming.find((each) => each.as === 'noted');
    const considered = naming.find((each) => each.as === 'considered');
    const met = condition.requires?.some((id) => byConcept.get(id)?.presence === 'present') ?? true;
    const prevalence = priorOf(condition, person);
    const usual = modelPrior(condition.id, prevalence) ?? prevalence;
    const prior = usual ?? (isSpokenFor(condition, byConcept) ? priorBeyondUsualAges(condition, person) : undefined);
    if (prior === undefined || (!met && !named && needsState(condition, knowledge)))
      return named ? { ...bare(condition, named), considered } : [];
    const own = met || named ? prior : prior * shareOfState(condition, byConcept, person, knowledge);
    const head = { condition, prior: own, named, considered, met, posterior: named ? 1 : own };
    return candidateOf(head, ties.get(condition) ?? [], same, person, causes);
  });
  tieKin(all);
  return { all, causes: [...causes.values()] };
}

/** At an unusual age a condition is thought of only for several of its findings. */
const SPEAKING = 2;

const isSpokenFor = ({ findings }: ConditionDefinition, byConcept: ReadonlyMap<string, Finding>): boolean =>
  findings.filter(({ finding }) => byConcept.get(finding)?.presence === 'present').length >= SPEAKING;

/** A condition that the record names although the knowledge would not consider it at this age or sex. */
const bare = (condition: ConditionDefinition, named: Documented) => ({
  condition,
  prior: 1e-4,
  named,
  met: true,
  bearings: [],
  isCause: false,
  posterior: 1,
});

/** A candidate with what the patient's findings are to it; its effects are entered among the causes of each finding. */
function candidateOf(
  head: Omit<Candidate, 'bearings' | 'isCause'>,
  ties: readonly TieOfPatient[],
  same: SameWords,
  person: Demography,
  causes: Map<string, Causes>,
): Candidate {
  const bearings: Bearing[] = [];
  const words = same.size === 0 ? [] : labelsOfWords(ties, same);
  const candidate = { ...head, bearings, isCause: false };
  for (const [index, { finding, link, definition, group, analytes, isName }] of ties.entries()) {
    const background = link.specificity !== undefined ? 1 - link.specificity : backgroundOf(definition, person);
    const sensitivity = causalSensitivity(link, background);
    const isGiven = GIVEN.has(definition.kind);
    const told = { group, words: words[index] };
    const origin = originOf(definition);
    const bearing = {
      finding,
      link,
      sensitivity,
      background,
      origin,
      ...told,
      isGiven,
      analytes,
      own: [],
      causes: undefined,
    };
    if (finding.presence === 'absent' || isGiven) {
      bearings.push(bearing);
      continue;
    }
    const caused = causes.get(finding.concept) ?? { effects: [], uncaused: 1 };
    causes.set(finding.concept, caused);
    caused.effects.push({ candidate, sensitivity, isName });
    bearings.push({ ...bearing, causes: caused });
    candidate.isCause = true;
  }
  return candidate;
}

/** Says of each bearing which effects are the condition's own: itself first, then its kin. */
function tieKin(candidates: readonly Candidate[]): void {
  const kin = kinOf(candidates);
  for (const candidate of candidates) {
    const related = kin.get(candidate);
    for (const { causes, own } of candidate.bearings) {
      if (!causes) continue;
      own.push(...causes.effects.filter((effect) => effect.candidate === candidate));
      own.push(
        ...causes.effects.filter(
          (effect) =>
            effect.candidate !== candidate &&
            ((effect.isName && effect.candidate.named) || related?.has(effect.candidate)),
        ),
      );
    }
  }
}

/** Of each candidate its causes and complications, and its broader and narrower forms: they do not explain its findings away. */
function kinOf(candidates: readonly Candidate[]): ReadonlyMap<Candidate, ReadonlySet<Candidate>> {
  const causing = candidates.filter(({ isCause }) => isCause);
  const byId = new Map(causing.map((candidate) => [candidate.condition.id, candidate]));
  const kin = new Map<Candidate, Set<Candidate>>();
  const add = (one: Candidate, other: Candidate) => {
    const known = kin.get(one);
    if (known) known.add(other);
    else kin.set(one, new Set([other]));
  };
  for (const candidate of causing) {
    const { leadsTo = [], broader = [] } = candidate.condition;
    for (const id of [...leadsTo, ...broader]) {
      const other = byId.get(id);
      if (!other) continue;
      add(candidate, other);
      add(other, candidate);
    }
  }
  return kin;
}

/** Kinds of findings that come before a condition and not from it: another condition does not explain them. */
const GIVEN: ReadonlySet<string> = new Set(['exposure', 'family']);

/** Kinds of findings that are seen or measured; to name one is no cause of it. */
const SEEN: ReadonlySet<string> = new Set(['sign', 'laboratory', 'imaging']);

/** A link of a condition with what the shelf says of its finding. */
interface Tie {
  readonly condition: ConditionDefinition;
  /** Its place among the links of the condition. */
  readonly at: number;
  readonly link: ConditionLink;
  readonly definition: FindingDefinition;
  readonly group: string;
  readonly analytes: readonly string[];
  readonly isName: boolean;
}

/** Ties depend on the shelf alone, so they are made once for it: by finding, those of all conditions. */
const made = new WeakMap<Knowledge['conditions'], ReadonlyMap<string, readonly Tie[]>>();

function tiesOf(knowledge: Knowledge): ReadonlyMap<string, readonly Tie[]> {
  const known = made.get(knowledge.conditions);
  if (known) return known;
  const ties = [...knowledge.conditions.values()].flatMap((condition) => {
    const groups = groupsOf(condition, knowledge);
    const names = new Set([condition.name, ...condition.synonyms].map(plainName));
    return condition.findings.flatMap((link, at): Tie[] => {
      const definition = knowledge.findings.get(link.finding);
      if (!definition) return [];
      const group = groups.get(link.finding) ?? link.finding;
      const isName =
        SEEN.has(definition.kind) &&
        [definition.name, ...(definition.terms ?? [])].some((term) => names.has(plainName(term)));
      return [{ condition, at, link, definition, group, analytes: analytesOf(link.finding, knowledge), isName }];
    });
  });
  const byFinding = Map.groupBy(ties, ({ link }) => link.finding);
  made.set(knowledge.conditions, byFinding);
  return byFinding;
}

/** A name without what stands in brackets, case and punctuation. */
const plainName = (name: string): string =>
  name
    .replace(/\(.*?\)/g, ' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

type TieOfPatient = Tie & { readonly finding: Finding };

/** The ties of the findings that the patient has, by condition, in the order of its links. */
function tiesOfPatient(
  byConcept: ReadonlyMap<string, Finding>,
  knowledge: Knowledge,
): ReadonlyMap<ConditionDefinition, readonly TieOfPatient[]> {
  const index = tiesOf(knowledge);
  const ties = new Map<ConditionDefinition, TieOfPatient[]>();
  for (const [concept, finding] of byConcept) {
    for (const tie of index.get(concept) ?? []) {
      const known = ties.get(tie.condition);
      if (known) known.push({ ...tie, finding });
      else ties.set(tie.condition, [{ ...tie, finding }]);
    }
  }
  for (const list of ties.values()) list.sort((a, b) => a.at - b.at);
  return ties;
}

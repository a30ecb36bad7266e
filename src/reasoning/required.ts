import type { Finding } from '../findings/index.ts';
import type { ConditionDefinition, Knowledge } from '../knowledge/index.ts';
import { backgroundOf, type Demography } from './likelihood.ts';

/** Kinds of findings that say what a person is exposed to or has had: without them, a condition that needs one cannot be. */
const STATES: ReadonlySet<string | undefined> = new Set(['exposure', 'family', 'history']);

/** Whether all that a condition requires is a drug, a relative or a past; signs that it requires may merely not have been told. */
export function needsState({ requires = [] }: ConditionDefinition, knowledge: Knowledge): boolean {
  return requires.every((id) => STATES.has(knowledge.findings.get(id)?.kind));
}

/** Kinds of what a condition requires that is a state of the person, or a result that shows the state. */
const MARKERS: ReadonlySet<string | undefined> = new Set([...STATES, 'laboratory']);

/**
 * How likely a sign that a condition requires has merely not been told: who wrote of the rest saw it mostly, or had none to write of.
 * Counts in what is shown, not among the explanations of the findings and not in their order: there it may stand in words that were not
 * understood. Estimate.
 */
export const UNTOLD = 0.2;

/**
 * Of whom nobody told that they have what a condition requires, the share, 0 to 1, that has it all the same: where that is a state or its
 * marker in blood, the prevalence is of those in the state (neuropathy of those with diabetes). Several are mostly the same people (known
 * diabetes, a high HbA1c), so the commonest counts alone. 1 where a sign may stand for it.
 */
export function shareOfState(
  { requires = [] }: ConditionDefinition,
  byConcept: ReadonlyMap<string, Finding>,
  person: Demography,
  knowledge: Knowledge,
): number {
  const states = requires.flatMap((id) => knowledge.findings.get(id) ?? []);
  if (!states.every(({ kind }) => MARKERS.has(kind))) return 1;
  const open = states.filter(({ id }) => byConcept.get(id)?.presence !== 'absent');
  return Math.max(0, ...open.map((state) => backgroundOf(state, person)));
}

import type { ChartEvent } from '../chart/index.ts';
import { listed, lowerFirst } from '../reasoning/index.ts';
import { monthOf, plural } from './words.ts';

/** Names of illness and injury that pass and leave nothing; a colleague would count them, not list them. */
const MINOR =
  /\bcolds?\b|upper respiratory|pharyngitis|tonsillitis|sinusitis|laryngitis|sore throat|allergic rhinitis|acute bronchitis|\bcough\b|influenza|viral (syndrome|infection|illness|gastro)|gastroenteritis|conjunctivitis|blepharitis|\bsty(e)?\b|otitis|cerumen|\bbites?\b|\bsting\b|sprain|strain of|laceration|abrasion|contusion|bruise|tinea|\bwarts?\b|contact dermatitis|sunburn|cystitis|urinary tract infect|vaginal candid|candidiasis of vagina|thrush|^dermatitis$|low back pain|plantar fasciitis|epicondylitis|cellulitis|paronychia|impetigo|first degree burn|headache/i;
/** What comes back this often is told by name, however slight each time. */
const RECURRENT = 3;
/** And what comes back in everyone. */
const EVERYONE = /\bcolds?\b|upper respiratory|viral|\bwarts?\b/i;
/** Circumstances that some records keep among the problems; the notes tell them better. */
const CIRCUMSTANCE =
  /\((situation|person)\)$|employment|education|labor force|labour force|medication review due|social (contact|isolation)|\bstress \(finding\)|criminal record|risk activity|transport problem|housing|refugee|served in armed forces|victim of/i;

/** Procedures that are paperwork or part of any visit. */
const ROUTINE =
  /documentation|information gathering|medication reconciliation|physical exam|assessment|screening for|throat culture|seizure count|intramuscular injection|measurement of respiratory/i;
export const isRoutine = ({ name }: ChartEvent): boolean => ROUTINE.test(name);

export const isCircumstance = ({ name }: ChartEvent): boolean => CIRCUMSTANCE.test(name);

/** A problem's name as it is said: without the semantic tag of a terminology or the tail of a classification. */
export function problemName(name: string): string {
  return name
    .replace(/ \((disorder|finding|situation|morphologic abnormality|procedure|regime\/therapy|event)\)$/i, '')
    .replace(/,? (unspecified( organism| whether .*)?|not otherwise specified|NOS)$/i, '');
}

/** Resolved problems in a sentence: what mattered or came back by name, the minor ones counted. */
export function pastText(groups: readonly (readonly [ChartEvent, ...ChartEvent[]])[]): string {
  const isMinor = ([{ name }, ...more]: readonly [ChartEvent, ...ChartEvent[]]) =>
    MINOR.test(name) && (more.length + 1 < RECURRENT || EVERYONE.test(name));
  const names = groups
    .filter((group) => !isMinor(group))
    .map(([event, ...more]) => {
      const times = more.length > 0 ? ` ×${more.length + 1}` : '';
      return `${problemName(event.name)}${times} (${monthOf(event.time)})`;
    });
  const minor = groups.filter(isMinor).flat();
  const [only] = minor;
  if (minor.length === 1 && only) names.push(`${problemName(only.name)} (${monthOf(only.time)})`);
  else if (minor.length > 1)
    names.push(
      `${plural(minor.length, 'minor illness or injury', 'minor illnesses and injuries')} (${kindsOf(minor)})`,
    );
  return `Resolved: ${listed(names)}.`;
}

/** How many kinds of minor illness are named. */
const KINDS = 8;

/** Which they were, each kind once, most frequent first. */
function kindsOf(minor: readonly ChartEvent[]): string {
  const counts = new Map<string, number>();
  for (const { name } of minor) {
    const kind = lowerFirst(problemName(name));
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const kinds = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([kind]) => kind);
  return kinds.length > KINDS ? `${kinds.slice(0, KINDS).join(', ')} and others` : listed(kinds);
}

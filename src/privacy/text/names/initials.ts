/** People by their initials alone: "F.S. was offered a visit", "per J.D.", "his wife A.B.", "Transcribed by EN". */
import { setOf } from '../sets.ts';
import { LINE, LOWER, type Tokens, UPPER, WORD } from '../tokens.ts';
import { announced, OF_PEOPLE } from './introduced.ts';
import { NAME } from './tagger.ts';
import { DEEDS, RELATIONS } from './words.ts';

/** Two letters with stops that are other things than a person, whatever follows. */
const NO_PERSON = setOf('po iv us uk bp hr or er im sq pt ot gi gu id ie eg ng md do pa np rn');
/** Other things where nothing but a verb of things and people follows. */
const DOUBTFUL = setOf(
  'ct mr ua ef cv cn lp rr tv ph va vs am pm os od ou bm bs bb gb cb ld kg mg ml cc cm mm ad bc vp ap av ab ac',
);
const AUXILIARY = setOf(
  'has had is was will would can could does did noted appears appeared continued continues works worked returned',
);
/** What is done to people, or said of them, after "was" or "is". */
const OF_PERSON = setOf(`
given admitted discharged told counseled counselled advised informed instructed interviewed transferred offered seen evaluated examined treated diagnosed referred started followed reviewed
brought taken able unable alert awake afraid born asked accompanied escorted enrolled concerned feeling doing living working taking married divorced widowed single pregnant unresponsive
comfortable cooperative tearful agitated oriented hospitalized hospitalised readmitted intubated extubated consented scheduled found in not very a an now also initially last first`);

/** The letters of a row of initials with stops that begins at `i`: "J.", "J.S.", "J. S."; fewer than two are none. */
function rowAt(doc: Tokens, i: number): readonly number[] {
  const row: number[] = [];
  for (let j = i; row.length < 3; j += 2) {
    const letter =
      doc.kind[j] === WORD && (doc.lower[j] ?? '').length === 1 && (doc.shape[j] !== LOWER || doc.caseless);
    if (!letter || doc.lower[j + 1] !== '.' || doc.gap[j + 1] !== 0 || (row.length > 0 && (doc.gap[j] ?? 9) > 1)) break;
    row.push(j);
  }
  // "P.A." before a name, "Seen. A man": a row of one begins a name or ends a sentence.
  return row.length >= 2 ? row : [];
}

/** Tokens of initials that stand for a person at `i`. */
export function initialsAlone(doc: Tokens, i: number, full: ReadonlySet<string>): readonly number[] | undefined {
  if (doc.kind[i] !== WORD || (doc.shape[i] === LOWER && !doc.caseless)) return undefined;
  const lower = doc.lower[i] ?? '';
  if (lower.length > 1)
    return (doc.shape[i] === UPPER || doc.caseless) &&
      lower.length <= 3 &&
      doc.lower[i - 1] === 'by' &&
      isTyped(doc, i - 2)
      ? [i]
      : undefined;
  if (doc.lower[i - 1] === '.' && (doc.lower[i - 2] ?? '').length === 1 && doc.gap[i] === 0) return undefined;
  const row = rowAt(doc, i);
  const last = row.at(-1);
  if (last === undefined) return undefined;
  const letters = row.map((j) => doc.lower[j] ?? '').join('');
  if (full.has(letters) && doc.gap[row[1] ?? i] === 0 && !NO_PERSON.has(letters)) return row;
  return isOfPerson(doc, i, last + 2, letters) ? row : undefined;
}

/** "Transcribed by", "typed on 3 May 2019 by": the verb stands up to ten tokens back in its line. */
function isTyped(doc: Tokens, from: number): boolean {
  for (let j = from; j >= 0 && j > from - 12; j -= 1) {
    if (TYPED.has(doc.lower[j] ?? '')) return true;
    if ((doc.gap[j] ?? 0) >= LINE) return false;
  }
  return false;
}

const TYPED = setOf('transcribed typed entered scribed keyed');
/** Nobody but a person is that: so said of "B.P." too. */
const SAID_OF_PEOPLE = setOf(
  'offered told counseled counselled advised informed instructed interviewed educated reassured encouraged referred consented married divorced widowed',
);
/** Rows of three letters that are no names: when to take a drug, and the like. */
const NO_THREE = setOf('bid tid qid qhs qod qam qpm prn hpi ros mri ekg ecg usa iud lmp edd ent ems icu');

function isOfPerson(doc: Tokens, first: number, next: number, letters: string): boolean {
  if (doc.gap[first + 2] !== 0) return false;
  const [before = '', verb = '', after = ''] = [doc.lower[first - 1], doc.lower[next], doc.lower[next + 1]];
  // "A.P. was seen in follow-up", as no view or pressure is.
  const seen = after === 'seen' && /^(?:in|by|for|today|again|at|on|and)$/.test(doc.lower[next + 2] ?? '');
  const said =
    (/^(?:was|is)$/.test(verb) && (SAID_OF_PEOPLE.has(after) || seen)) || (verb === 'consented' && doc.gap[next] === 1);
  if ((NO_PERSON.has(letters) || NO_THREE.has(letters)) && verb !== 'signed' && !said) return false;
  if (RELATIONS.has(before) || (announced(doc, first) && !DOUBTFUL.has(letters))) return (doc.gap[first] ?? 9) <= 1;
  if (/^['’]$/.test(verb) && after === 's')
    return OF_PEOPLE.has(doc.lower[next + 2] ?? '') || RELATIONS.has(doc.lower[next + 2] ?? '');
  const opens =
    doc.opens[first] === 1 || (before === '.' && doc.gap[first] === 1) || (doc.gap[first] ?? 0) >= LINE || first === 0;
  if (!opens || doc.gap[next] !== 1) return false;
  if (said || verb === 'signed' || (DEEDS.has(verb) && !AUXILIARY.has(verb))) return true;
  return /^(?:was|is|has|had|will|does|did)$/.test(verb) && OF_PERSON.has(after) && !DOUBTFUL.has(letters);
}

/** First letters of the whole names of a text: "js" where John Smith stands. */
export function initialsOfNames(doc: Tokens, tags: Uint8Array): ReadonlySet<string> {
  const out = new Set<string>();
  for (let i = 0; i + 1 < doc.length; i += 1) {
    if (tags[i] !== NAME || (doc.lower[i] ?? '').length < 2) continue;
    const dot = doc.lower[i + 2] === '.' && (doc.lower[i + 1] ?? '').length === 1;
    const comma = doc.lower[i + 1] === ',';
    const next = dot ? i + 3 : comma ? i + 2 : i + 1;
    if (tags[next] !== NAME || (doc.gap[next] ?? 9) !== 1 || (doc.lower[next] ?? '').length < 2) continue;
    const [a, b] = [(doc.lower[i] ?? '').charAt(0), (doc.lower[next] ?? '').charAt(0)];
    out.add(comma ? b + a : a + b);
  }
  return out;
}

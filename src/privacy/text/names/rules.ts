/** What speaks for a word being a name, before and beside the tagger. */

import { commonLevel, DRUG, givenLevel, MEDICAL, surnameLevel } from '../lexicon/bits.ts';
import { setOf } from '../sets.ts';
import { CAMEL, LINE, LOWER, TITLE, type Tokens, UPPER, WORD } from '../tokens.ts';
import { afterParticles, amongDoctors, announced, greetingEnds, introduces, labelled } from './introduced.ts';
import { NAME } from './tagger.ts';
import { BRANDS, CLINICIANS, CREDENTIALS, DEEDS, NEVER, RELATIONS, TITLES } from './words.ts';

/** "Doctor, I feel", "Dr. will see": words that go on after a title that stands for the person. */
export function isPlainAfterTitle(doc: Tokens, i: number): boolean {
  const bits = doc.bits[i] ?? 0;
  const lower = doc.lower[i] ?? '';
  const before = doc.lower[i - 1] ?? '';
  const common = commonLevel(bits);
  const title = before === '.' ? (doc.lower[i - 2] ?? '') : before;
  if (doc.shape[i] === LOWER) {
    if (!doc.caseless)
      return common >= 3 || title === 'miss' || title === 'doctor' || title === 'sir' || title === 'doctors';
    return (
      common >= (title === 'doctor' || title === 'miss' ? 3 : 5) && !(givenLevel(bits) >= 2 || surnameLevel(bits) >= 3)
    );
  }
  // "Miss A. Are you", "Dr. F. Also, she": after an initial with its stop a word that goes on is the next sentence.
  if (
    title.length === 1 &&
    ((NEVER.has(lower) && (doc.gap[i] ?? 0) >= LINE) ||
      (common >= 4 && (surnameLevel(bits) < 3 || FUNCTION.has(lower)) && doc.shape[i + 1] === LOWER) ||
      doc.lower[i + 1] === ':' ||
      doc.lower[i + 1] === '_')
  )
    return true;
  if (before === '.' && (title === 'doctor' || title === 'miss' || title === 'doctors')) return true;
  if (title === 'doctor' && (doc.gap[i] ?? 0) >= LINE) return true;
  const number = title === 'doctor' || title === 'doctors';
  // "Ms. Her", "Mr. Two Bulls": after an abbreviated title only what cannot go on is no name.
  if (!number && before === '.' && (title === 'mr' || title === 'ms' || title === 'mrs') && doc.gap[i] === 1)
    return FUNCTION.has(lower) && doc.shape[i + 1] === LOWER;
  if (title === 'dr' && before === '.' && (doc.gap[i] ?? 0) >= LINE) return !(surnameLevel(bits) >= 2 && common < 3);
  return (
    (NEVER.has(lower) &&
      common >= 4 &&
      surnameLevel(bits) < 3 &&
      (number || (FUNCTION.has(lower) && doc.shape[i + 1] === LOWER) || doc.shape[i] === UPPER)) ||
    (number && common === 5 && surnameLevel(bits) < 2) ||
    (RELATIONS.has(lower) && common >= 3 && number)
  );
}

/** Words that begin the next sentence after a title that stands for its bearer. */
const FUNCTION = setOf(
  'he she they we you it his her their our your i my the this that these those a an in on at for and but or to of with if when then as so no yes patient there is was has had will would return follow call please since after before during currently today',
);

/** A name by what stands before it, whatever the tagger thinks; the reason, or undefined. */
export function byRule(doc: Tokens, i: number, tags: Uint8Array): string | undefined {
  if (afterInitial(doc, i, tags)) return 'after a name and an initial';
  const reason = doc.caseless || doc.capitals[i] === 1 ? withoutCase(doc, i, tags) : undefined;
  if (reason !== undefined) return reason;
  if (doc.shape[i] === LOWER) return undefined;
  const lower = doc.lower[i] ?? '';
  const bits = doc.bits[i] ?? 0;
  const common = commonLevel(bits);
  const plain = NEVER.has(lower) || BRANDS.has(lower) || CREDENTIALS.has(lower) || TITLES.has(lower);
  const gap = doc.gap[i] ?? 0;
  // "Beaulah Parkinson": the word after a given name.
  const title = doc.shape[i] === TITLE || doc.shape[i] === CAMEL;
  const other =
    BRANDS.has(lower) || CREDENTIALS.has(lower) || TITLES.has(lower) || CLINICIANS.has(lower) || (bits & DRUG) !== 0;
  const surname = surnameLevel(bits) >= 2 || (!plain && common <= 3);
  if (title && !other && surname && gap === 1 && tags[i - 1] === NAME && doc.kind[i - 1] === WORD)
    return 'after a name';
  if (
    title &&
    !other &&
    gap <= 1 &&
    !PRONOUNS.has(lower) &&
    (surnameLevel(bits) >= 2 || givenLevel(bits) >= 2 || (!plain && common <= 2 && (bits & MEDICAL) === 0)) &&
    announced(doc, i)
  ) {
    return 'after what announces a person';
  }
  if (
    title &&
    !other &&
    doc.opens[i] === 1 &&
    !RELATIONS.has(lower) &&
    !PRONOUNS.has(lower) &&
    surnameLevel(bits) >= 1 &&
    undergoes(doc, i, common)
  )
    return 'before what people undergo';
  // Yasmin, Camila, Crispin: people too, where a person is introduced.
  const known = givenLevel(bits) >= 2 && !CREDENTIALS.has(lower) && !TITLES.has(lower);
  const introduced = title && (!other || known) && !PRONOUNS.has(lower) ? introduces(doc, i) : undefined;
  if (title && MODAL.has(lower) && isModalName(doc, i, tags)) return 'a modal verb that is none';
  if (introduced !== undefined) return introduced;
  if (gap === 1 && title && doc.lower[i - 1] === 'and' && tags[i - 2] === NAME && amongDoctors(doc, i))
    return 'after a title';
  if (
    doc.shape[i] === UPPER &&
    doc.capitals[i] === 0 &&
    doc.opens[i] === 1 &&
    !plain &&
    common <= 2 &&
    (bits & (DRUG | MEDICAL)) === 0 &&
    (surnameLevel(bits) >= 1 || lower.length >= 7) &&
    TO_PEOPLE.has(doc.lower[i + 2] ?? '') &&
    undergoes(doc, i, common)
  )
    return 'before what people undergo';
  if (gap <= 1 && labelled(doc, i) && !TITLES.has(lower)) return 'after a label of a person';
  if (title && !plain && gap <= 1 && afterParticles(doc, i)) return 'after a title and a particle';
  if (plain || PLURAL_GREETED.has(lower)) return undefined;
  const clinical = (bits & (DRUG | MEDICAL)) !== 0;
  if (
    doc.capitals[i] === 1 &&
    gap === 1 &&
    (common <= 1 || (common === 2 && givenLevel(bits) + surnameLevel(bits) > 0)) &&
    !(common > 0 && /(?:ing|ed|ly)$/.test(lower)) &&
    !clinical &&
    !DEEDS.has(lower)
  ) {
    if (tags[i - 1] === NAME && doc.kind[i - 1] === WORD) return 'after a name';
    if (RELATIONS.has(doc.lower[i - 1] ?? '') && AFTER_RELATIVE.has(doc.lower[i + 1] ?? '')) return 'after a relation';
  }
  if (doc.lower[i - 1] === ',' && tags[i - 2] === NAME && common <= 4 && isListed(doc, i - 2, tags))
    return 'surname, given name';
  if (gap === 1 && GREETINGS.has(doc.lower[i - 1] ?? '') && greetingEnds(doc, i)) return 'after a greeting';
  if (
    gap === 1 &&
    doc.lower[i - 1] === ',' &&
    GREETINGS.has(doc.lower[i - 2] ?? '') &&
    greetingEnds(doc, i) &&
    common < 4
  )
    return 'after a greeting';
  if (gap >= LINE && CLOSINGS.has(doc.lower[i - 2] ?? '') && doc.lower[i - 1] === ',' && endsLine(doc, i))
    return 'under a closing';
  if (gap === 1 && doc.lower[i - 1] === '.' && soleInitial(doc, i) && common < 2 && (bits & (DRUG | MEDICAL)) === 0)
    return 'after an initial';
  return undefined;
}

/** What follows a whole name: a mark, the end of the line, a verb of people, "and" with a relation. */
function endsName(doc: Tokens, i: number): boolean {
  const next = doc.lower[i + 1] ?? '';
  if (i + 1 >= doc.length || (doc.gap[i + 1] ?? 0) >= LINE || /^[.,;:)("'’|]$/.test(next)) return true;
  if (next === 'and') return RELATIONS.has(doc.lower[i + 2] ?? '') || givenLevel(doc.bits[i + 2] ?? 0) >= 2;
  return (
    DEEDS.has(next) ||
    CREDENTIALS.has(next) ||
    /^(?:is|was|has|had|at|on|for|by|of)$/.test(next) ||
    (doc.start[i + 1] ?? 0) - (doc.end[i] ?? 0) > 1
  );
}

/** Where no case tells names: a surname that is a word after a given name that is none, or before what only people undergo. */
function withoutCase(doc: Tokens, i: number, tags: Uint8Array): string | undefined {
  const lower = doc.lower[i] ?? '';
  const bits = doc.bits[i] ?? 0;
  if (lower.length < 2 || DEEDS.has(lower) || CREDENTIALS.has(lower) || RELATIONS.has(lower)) return undefined;
  if (FUNCTION.has(lower) || PRONOUNS.has(lower) || AUXILIARY_WORDS.has(lower)) return undefined;
  const before = doc.bits[i - 1] ?? 0;
  const given =
    tags[i - 1] === NAME &&
    doc.kind[i - 1] === WORD &&
    (doc.lower[i - 1] ?? '').length > 1 &&
    doc.gap[i] === 1 &&
    commonLevel(before) < 3 &&
    (surnameLevel(before) <= Math.max(1, givenLevel(before)) || givenLevel(before) >= 1);
  if (given && surnameLevel(bits) >= 1 && endsName(doc, i)) return 'after a given name';
  const namedSo = doc.lower[i - 2] === 'is' && (doc.lower[i - 3] === 'name' || doc.lower[i - 3] === 'this');
  if (given && namedSo && endsName(doc, i)) return 'after a given name';
  const verb = doc.lower[i + 1] ?? '';
  if (doc.opens[i] !== 1 || (verb !== 'was' && verb !== 'is') || surnameLevel(bits) < 2) return undefined;
  const participle = doc.lower[i + 2] ?? '';
  const things =
    participle === 'given' && !/^(?:instructions|an|the|education|information)$/.test(doc.lower[i + 3] ?? '');
  const medical = (bits & (DRUG | MEDICAL)) !== 0;
  return TO_PEOPLE.has(participle) && !things && !(medical && participle === 'given')
    ? 'before what people undergo'
    : undefined;
}

const AUXILIARY_WORDS = setOf(
  'has had is was will can could may might must shall should be been being not no never also who whom with without',
);

/** Given names that are modal verbs or months. */
const MODAL = setOf('will may');

/** "Will reports", "May lives", "Will and Ann": a modal verb is followed by a verb without an ending, or by a pronoun. */
function isModalName(doc: Tokens, i: number, tags: Uint8Array): boolean {
  const next = doc.lower[i + 1] ?? '';
  if (doc.gap[i + 1] !== 1) return false;
  if (next === 'and')
    return tags[i - 1] !== NAME && givenLevel(doc.bits[i + 2] ?? 0) >= 2 && doc.shape[i + 2] === TITLE;
  if (/^(?:is|was|has|had)$/.test(next)) return doc.opens[i] === 1;
  if (doc.kind[i + 1] !== WORD || doc.shape[i + 1] !== LOWER) return false;
  return (
    /(?:[^s]s|ed)$/.test(next) &&
    (DEEDS.has(next) || commonLevel(doc.bits[i + 1] ?? 0) >= 2) &&
    !/^(?:need|this|yes|his|its|as)/.test(next)
  );
}

/** What is done to people alone, and to people as well as to lesions. */
const TO_PEOPLE = setOf(
  'given admitted discharged told counseled counselled advised informed instructed interviewed transferred offered',
);
const TO_ANY = setOf(
  'seen evaluated examined treated diagnosed referred started followed reviewed consulted brought taken',
);

/** "Paget was given the results": a surname at the head of a sentence that would else be a word or an eponym. */
function undergoes(doc: Tokens, i: number, common: number): boolean {
  const verb = doc.lower[i + 1] ?? '';
  const also = /^(?:also|then|later|subsequently|initially|first|not)$/.test(doc.lower[i + 2] ?? '');
  const participle = doc.lower[also ? i + 3 : i + 2] ?? '';
  if (verb !== 'was' && verb !== 'is') return false;
  return TO_PEOPLE.has(participle) || (common <= 2 && TO_ANY.has(participle));
}

const PRONOUNS = setOf('he she they we you it his her their our your i me my him us them this that these those who');

const AFTER_RELATIVE = setOf(`
at is was has had , . ( called calls states here present and updated aware notified will`);

/** The name that ends at `i` begins its line or follows a colon: "Patient: SOLIS, KORBIN". */
function isListed(doc: Tokens, i: number, tags: Uint8Array): boolean {
  let j = i;
  while (j > 0 && j > i - 8 && (tags[j] === NAME || doc.lower[j] === '-') && (doc.gap[j] ?? 0) < LINE) j -= 1;
  return doc.lower[j] === ':' || (doc.gap[j + 1] ?? 0) >= LINE || (j === 0 && tags[0] === NAME);
}

const GREETINGS = new Set(['hi', 'hello', 'hey', 'dear']);

const CLOSINGS = setOf(`
thanks regards sincerely best cheers wishes yours truly faithfully you love respectfully cordially`);

const PLURAL_GREETED = setOf(`
colleague colleagues all team everyone there friend friends again how good what nice thank welcome please so today
my is are can well come young little this do did have let guys folks`);

/** One to three words alone on their line. */
function endsLine(doc: Tokens, i: number): boolean {
  let j = i;
  while (j < i + 4 && j + 1 < doc.length && (doc.gap[j + 1] ?? 0) < LINE) j += 1;
  return j < i + 4;
}

/** "S. Chediak": a capital and a full stop that end no sentence. "p.o. Aspirin", "L. Ankle" are another matter. */
function soleInitial(doc: Tokens, i: number): boolean {
  const initial = doc.lower[i - 2] ?? '';
  return (
    initial.length === 1 &&
    doc.kind[i - 2] === WORD &&
    doc.shape[i - 2] !== LOWER &&
    doc.gap[i - 1] === 0 &&
    doc.lower[i - 3] !== '.' &&
    doc.gap[i - 2] !== 0 &&
    doc.kind[i - 3] !== 0 &&
    !NEVER.has(doc.lower[i - 3] ?? '') &&
    !/^(?:hepatitis|vitamin|type|grade|class|stage|group|factor|part|plan)$/.test(doc.lower[i - 3] ?? '') &&
    initial !== 'i'
  );
}

/** "Axel N. Spikes", "Ethel A Gambhir". */
function afterInitial(doc: Tokens, i: number, tags: Uint8Array): boolean {
  if (doc.shape[i] === LOWER || (doc.gap[i] ?? 0) !== 1) return false;
  const dot = doc.lower[i - 1] === '.' && doc.gap[i - 1] === 0;
  const initial = dot ? i - 2 : i - 1;
  if (
    initial < 1 ||
    (doc.lower[initial] ?? '').length !== 1 ||
    doc.kind[initial] !== WORD ||
    doc.shape[initial] === LOWER ||
    doc.gap[initial] !== 1
  )
    return false;
  if (!dot && doc.lower[initial] === 'i') return false;
  const before = doc.lower[initial - 1] ?? '';
  return tags[initial - 1] === NAME && before.length > 1;
}

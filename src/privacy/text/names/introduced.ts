/** Names by the words that introduce them: "PCP: Ward", "discussed with Bell", "my name is May", "Drs. Rosales and To". */
import { commonLevel, DRUG, givenLevel, MEDICAL, surnameLevel } from '../lexicon/bits.ts';
import { setOf } from '../sets.ts';
import { LINE, LOWER, MIXED, NUMBER, TITLE, type Tokens, WORD } from '../tokens.ts';
import { afterTitle } from './candidates.ts';
import { EPONYM_HEADS, EPONYMS, FORE, NEVER, RELATIONS } from './words.ts';

/** What only a person has. */
export const OF_PEOPLE = setOf(
  'care wife husband daughter son mother father sister brother partner family parents chart request insurance consent input appointment visit',
);

const BY =
  setOf(`signed dictated reviewed seen referred performed evaluated transcribed verified ordered examined read interpreted followed accompanied assisted prepared
approved cosigned attested electronically managed consulted written entered`);
const WITH = setOf(
  'discussed spoke spoken met up follow-up followup appointment visit conferred reviewed talked consulted',
);
const COLON =
  setOf(`pcp attending surgeon assistant provider primary consult consultant physician anesthesiologist anesthetist resident cc re contact author scribe clinician nurse kin attn
radiologist pathologist reviewer referring proxy guardian interpreter caregiver witness counselor therapist dictator`);
const DIRECT = setOf('pcp attending seeing referring interpreter');

/** Words that a person's name follows: "PCP: Ward", "discussed with Bell", "signed by Case". */
export function announced(doc: Tokens, i: number): boolean {
  let j = i - 1;
  // "Assisted by R. Bell", "Next of kin: V.D. Montenegro".
  while (doc.lower[j] === '.' && (doc.lower[j - 1] ?? '').length === 1 && doc.shape[j - 1] !== LOWER && j > i - 7)
    j -= 2;
  const colon = doc.lower[j] === ':';
  if (colon) j -= 1;
  const near = doc.lower[j] ?? '';
  const far = doc.lower[j - 1] ?? '';
  if (colon && COLON.has(near)) return true;
  if (near === 'by') return BY.has(far);
  if (near === 'with') return WITH.has(far) || (doc.lower[j - 2] === 'at' && WITH.has(doc.lower[j - 3] ?? ''));
  if (near === 'to') return far === 'spoke' || far === 'talked' || far === 'spoken';
  if (near === 'per') return (doc.lower[i + 1] === "'" || doc.lower[i + 1] === '’') && doc.lower[i + 2] === 's';
  return DIRECT.has(near);
}

const next0 = (doc: Tokens, i: number): string => doc.lower[i + 1] ?? '';

/** Before the names of months and days. */
const OF_TIME = setOf('in on since until by from of to next last this and or');
/** What is done to people: "don't tell May", "she called Will". */
const TO_PERSON = setOf('tell told tells ask asked asks thank thanked thanks married marry loves');

/** The line is a turn of a dialogue: "Doctor: …". */
function inTalk(doc: Tokens, i: number): boolean {
  for (let j = i; j > 1 && j > i - 80; j -= 1)
    if ((doc.gap[j] ?? 0) >= LINE) return doc.lower[j + 1] === ':' || doc.lower[j + 1] === '_';
  return doc.lower[1] === ':' || doc.lower[1] === '_';
}

const WISHES = setOf('morning afternoon evening care day night');

/** What only a name follows, though it be the name of a month or a word: "my name is May", "take care, Will", "son Grace". */
export function introduces(doc: Tokens, i: number): string | undefined {
  const given = givenLevel(doc.bits[i] ?? 0);
  const [far = '', near = ''] = [doc.lower[i - 2], doc.lower[i - 1]];
  const gap = doc.gap[i] ?? 0;
  const possessed =
    doc.lower[i + 1] === "'" || doc.lower[i + 1] === '’'
      ? doc.lower[i + 2] === 's'
        ? (doc.lower[i + 3] ?? '')
        : ''
      : '';
  const kin =
    OF_PEOPLE.has(possessed) || RELATIONS.has(possessed) || (possessed === 'best' && doc.lower[i + 4] === 'friend');
  if (kin && given + surnameLevel(doc.bits[i] ?? 0) >= 1 && !NEVER.has(doc.lower[i] ?? ''))
    return 'whose care or kin is spoken of';
  const whose = /^(?:my|his|her|our|the|who)$/.test(doc.lower[i + 2] ?? '');
  if (gap === 1 && near === 'is' && far === 'this' && doc.lower[i + 1] === ',' && whose) return 'after "this is"';
  // An eponym alone after a relation is somebody: "her daughter Bence".
  const eponym = EPONYMS.has(doc.lower[i] ?? '') && !EPONYM_HEADS.has(doc.lower[i + 1] ?? '');
  if (
    gap === 1 &&
    eponym &&
    RELATIONS.has(near) &&
    !NOT_NAMED.has(near) &&
    /^(?:[.,?!(]|is|was|has)$/.test(doc.lower[i + 1] ?? '')
  )
    return 'after a relation';
  if (gap > 1 || given < 1) return undefined;
  if ((near === 'is' && far === 'name') || (near === 'me' && (far === 'calls' || far === 'call')))
    return 'after "my name is"';
  if (gap === 1 && (near === 'hi' || near === 'hello' || near === 'hey' || near === 'dear') && greetingEnds(doc, i))
    return 'after a greeting';
  if (
    given >= 2 &&
    near === ',' &&
    (far === 'you' || far === 'thanks' || far === 'well' || far === 'me') &&
    greetingEnds(doc, i) &&
    !CONTRACTED_VERB.has(doc.lower[i] ?? '')
  )
    return 'spoken to';
  const spokenTo =
    given >= 2 &&
    near === ',' &&
    /^[.?!]$/.test(next0(doc, i)) &&
    doc.shape[i - 2] === LOWER &&
    doc.kind[i - 2] === WORD &&
    !OF_TIME.has(far) &&
    !CONTRACTED_VERB.has(doc.lower[i - 2] ?? '') &&
    inTalk(doc, i);
  if (spokenTo) return 'spoken to';
  if (
    given >= 1 &&
    TO_PERSON.has(near) &&
    doc.gap[i] === 1 &&
    doc.kind[i + 1] !== NUMBER &&
    !CONTRACTED_VERB.has(next0(doc, i))
  )
    return 'after what is done to a person';
  const wish =
    near === ',' &&
    WISHES.has(far) &&
    (doc.lower[i - 3] === 'good' || doc.lower[i - 3] === 'take' || doc.lower[i - 3] === 'nice');
  if (wish && greetingEnds(doc, i)) return 'after a greeting';
  const next = doc.lower[i + 1] ?? '';
  if (gap === 1 && (near === "i'm" || near === 'i’m' || (near === 'am' && far === 'i')) && /^[,.]$/.test(next))
    return 'after "I am"';
  const number = doc.kind[i + 1] === NUMBER || doc.kind[i + 1] === MIXED;
  if (
    gap === 1 &&
    RELATIONS.has(near) &&
    !NOT_NAMED.has(near) &&
    !number &&
    !EPONYM_HEADS.has(next) &&
    !CONTRACTED_VERB.has(doc.lower[i] ?? '')
  )
    return 'after a relation';
  if (near === ',' && RELATIONS.has(far) && given >= 2 && (next === '.' || next === ',') && doc.shape[i - 2] === LOWER)
    return 'after a relation';
  return kin ? 'whose care or kin is spoken of' : undefined;
}

/** Said of people who are not called by a name after it. */
const NOT_NAMED = setOf('baby boy girl child infant parents twin in-law');
/** "my wife Will need": a verb in a title's case is rare, but these stand after a relation in headings. */
const CONTRACTED_VERB = setOf('will can may has had is was');

/** "Drs. Rosales and To". */
export function amongDoctors(doc: Tokens, i: number): boolean {
  for (let j = i - 2; j > i - 7 && j >= 0; j -= 1)
    if (doc.lower[j] === 'drs' || doc.lower[j] === 'doctors') return true;
  return false;
}

const LABELLED = setOf('patient name pt client');

/** The first of two words after the label of a person: "Patient: DANG, ANDERS", "Referring physician: Chip Ghosh". */
export function labelled(doc: Tokens, i: number): boolean {
  if (doc.lower[i - 1] !== ':' || doc.kind[i] !== WORD || (doc.end[i] ?? 0) - (doc.start[i] ?? 0) < 2) return false;
  const label = doc.lower[i - 2] ?? '';
  const comma = doc.lower[i + 1] === ',' && doc.gap[i + 1] === 0;
  const next = i + (comma ? 2 : 1);
  if (doc.kind[next] !== WORD || doc.gap[next] !== 1 || doc.shape[next] === LOWER) return false;
  const bits = doc.bits[next] ?? 0;
  if (comma) return LABELLED.has(label) && doc.opens[i - 2] === 1 && givenLevel(bits) >= 1;
  return (
    (COLON.has(label) || label === 'name') &&
    doc.shape[i] === TITLE &&
    doc.shape[next] === TITLE &&
    (givenLevel(doc.bits[i] ?? 0) >= 1 ||
      (commonLevel(doc.bits[i] ?? 0) <= 4 &&
        ((doc.bits[i] ?? 0) & (DRUG | MEDICAL)) === 0 &&
        surnameLevel(bits) >= 2 &&
        commonLevel(bits) <= 1)) &&
    !NEVER.has(doc.lower[i] ?? '') &&
    (surnameLevel(bits) >= 1 || commonLevel(bits) === 0)
  );
}

/** "Dr. bin Yusof", "Nurse de la Fuente". */
export function afterParticles(doc: Tokens, i: number): boolean {
  let j = i;
  while (j > i - 3 && doc.gap[j] === 1 && (FORE.has(doc.lower[j - 1] ?? '') || isTenOrO(doc, j - 1))) j -= 1;
  if (j === i || (doc.gap[j] ?? 0) > 1) return false;
  return afterTitle(doc, j) || BEFORE_NAME.has(doc.lower[j - 1] ?? '');
}

/** "Dr. ten Boom", "Dr Ó Briain": a number and a letter that are particles after a title alone. */
const isTenOrO = (doc: Tokens, i: number): boolean => /^(?:ten|ó|o|y|e)$/.test(doc.lower[i] ?? '');

const BEFORE_NAME = setOf(
  'pharmacist interpreter midwife therapist technician nurse pt patient dr officer chaplain reverend attorney surgeon baby constable detective sister assist',
);

export function greetingEnds(doc: Tokens, i: number): boolean {
  const end = doc.kind[i + 1] === WORD && doc.shape[i + 1] === TITLE && doc.gap[i + 1] === 1 ? i + 2 : i + 1;
  return end >= doc.length || (doc.gap[end] ?? 0) >= LINE || ',.:;!?-'.includes(doc.lower[end] ?? '?x');
}

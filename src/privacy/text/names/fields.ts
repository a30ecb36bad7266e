/** Names by the field of a form that they stand in ("Surname: Head", "Scrub: Bell", "cc: A. Frost; B. Day"), whatever their words. */
import { commonLevel, DRUG, givenLevel, MEDICAL, surnameLevel } from '../lexicon/bits.ts';
import { setOf } from '../sets.ts';
import { CAMEL, LINE, LOWER, MARK, type Tokens, UPPER, WORD } from '../tokens.ts';
import { CONTRACTED } from '../vocabulary.ts';
import { framesOf } from './frames.ts';
import { isDegree } from './parts.ts';
import { columnsOf } from './tables.ts';
import { CLINICIANS, CREDENTIALS, FORE, NEVER, RELATIONS, TITLES } from './words.ts';

/** Labels under which nothing but a name is written. */
const NAMES = setOf('surname surnames forename forenames lastname firstname nickname initials');
/** Before "name:". */
const OF_NAME = setOf(
  'patient pt client first last full middle maiden preferred family given legal birth christian other former surname mother father spouse contact physician provider doctor nurse witness relative guarantor',
);
/** Labels of people: a department or a word of medicine may stand there too. */
const PEOPLE = setOf(`
pcp attending surgeon assistant provider primary consult consultant physician anesthesiologist anesthetist anaesthetist anesthesia anaesthesia resident cc re author scribe clinician nurse kin nok
radiologist pathologist reviewer referring proxy guardian interpreter translator caregiver carer witness witnessed counselor counsellor therapist dictator guarantor scrub circulator circulating signed
registrar fellow intern midwife matron gp copy copies ref requester requestor technician technologist sonographer supervisor subscriber contact attn sender recipient visitor operator cosigner`);
const BY =
  setOf(`signed dictated reviewed seen referred performed evaluated transcribed verified ordered examined read interpreted followed accompanied assisted prepared
approved cosigned attested authenticated managed consulted written entered typed printed completed collected obtained reported requested recorded checked witnessed administered taken`);
/** Ends a field that has no mark at its end. */
const NEXT_LABEL = setOf(
  'dob mrn ssn age sex gender date tel phone fax acct account id nhs d room bed ext address csn fin npi dea',
);

/** How sure a field is of holding a name. */
const SURE = 2;
const LIKELY = 1;

/** 1 at each token that is a name by its field. */
export function fieldsOf(doc: Tokens): Uint8Array {
  const out = new Uint8Array(doc.length);
  for (let i = 1; i < doc.length; i += 1) {
    if (doc.lower[i] !== ':') continue;
    const sure = labelBefore(doc, i);
    if (sure > 0) fill(doc, i + 1, isBeforeCredential(doc, i + 1) ? SURE : sure, out);
  }
  columnsOf(doc, out);
  framesOf(doc, out);
  return out;
}

/** "Ref: Chip Rash, PharmD", "Guarantor: Sugar Doucet  555-1234": a few words, then a credential, or a gap and a telephone. */
function isBeforeCredential(doc: Tokens, from: number): boolean {
  let words = 0;
  for (let j = from; j < doc.length && j < from + 8 && (doc.gap[j] ?? 0) < LINE; j += 1) {
    const lower = doc.lower[j] ?? '';
    if (words > 0 && (doc.start[j] ?? 0) - (doc.end[j - 1] ?? 0) > 1) return words > 1 && /^[\d(+]/.test(lower);
    if (lower === '.' || lower === ',' || lower === '-' || lower === "'") continue;
    if (doc.kind[j] !== WORD) return false;
    if (words > 0 && CREDENTIALS.has(lower) && (doc.shape[j] === UPPER || doc.shape[j] === CAMEL || doc.caseless))
      return true;
    if (doc.shape[j] === LOWER && !doc.caseless && !FORE.has(lower)) return false;
    words += 1;
    if (words > 5) return false;
  }
  return false;
}

function labelBefore(doc: Tokens, colon: number): number {
  let j = colon - 1;
  // "Forename(s):", "Interpreter (Somali):"
  if (doc.lower[j] === ')') {
    const open = doc.lower[j - 2] === '(' ? j - 2 : -1;
    if (open < 1) return 0;
    j = open - 1;
  }
  // "Guest_clinician:" is a turn of dialogue.
  if (doc.lower[j - 1] === '_') return 0;
  const label = doc.lower[j] ?? '';
  const before = doc.lower[j - 1] ?? '';
  if (NAMES.has(label)) return SURE;
  if (label === 'name' || label === 'names')
    return OF_NAME.has(before) || doc.opens[j] === 1 || (before === 's' && OF_NAME.has(doc.lower[j - 3] ?? ''))
      ? SURE
      : 0;
  if (label === 'by') return BY.has(before) ? LIKELY : 0;
  if (label === 'patient' && asksName(doc, j)) return SURE;
  if (label === 'patient' || label === 'pt' || label === 'client')
    return doc.opens[j] === 1 && isHeading(doc, colon) ? LIKELY : 0;
  // A theatre's list: "Scrub: Holy Bear. Circulator: May."
  const drug = ((doc.bits[colon + 1] ?? 0) & (DRUG | MEDICAL)) !== 0 && surnameLevel(doc.bits[colon + 1] ?? 0) < 2;
  if (THEATRE.has(label) && !drug && !NO_SCRUB.has(doc.lower[colon + 1] ?? '')) return SURE;
  return PEOPLE.has(label) ? LIKELY : 0;
}

const THEATRE = setOf('scrub circulator circulating anesthesia anaesthesia surgeon assistant');
/** Kinds of anaesthesia, and nobody. */
const NO_SCRUB = setOf(
  'general local spinal epidural regional none mac sedation monitored conscious iv topical block nerve n deep moderate with the per no lma total propofol intravenous endotracheal',
);

/** "How do you spell your last name?" in the turn before. */
function asksName(doc: Tokens, label: number): boolean {
  if (doc.lower[label - 1] !== '?' || (doc.gap[label] ?? 0) < LINE) return false;
  for (let k = label - 2; k > label - 6 && k >= 0; k -= 1)
    if (doc.lower[k] === 'name') return doc.lower[label + 3] === '.' || doc.lower[label + 4] === '.';
  return false;
}

/** "Patient: Bell, Ann" of a form, not a turn of dialogue: all that follows in the line is capitalised, or its end is near. */
function isHeading(doc: Tokens, colon: number): boolean {
  for (let j = colon + 1; j < doc.length && j < colon + 6 && (doc.gap[j] ?? 0) < LINE; j += 1) {
    if (j > colon + 1 && (doc.start[j] ?? 0) - (doc.end[j - 1] ?? 0) > 1) return true;
    if (doc.lower[j] === '.' && (doc.end[j - 1] ?? 0) - (doc.start[j - 1] ?? 0) > 1) return false;
    if (doc.kind[j] === WORD && doc.shape[j] === LOWER && !FORE.has(doc.lower[j] ?? '')) return false;
  }
  const second = doc.lower[colon + 2] ?? '';
  const next = second === ',' ? colon + 3 : colon + 2;
  return (
    doc.kind[next] === WORD &&
    (doc.gap[next] ?? 9) <= 1 &&
    !NEVER.has(doc.lower[colon + 1] ?? '') &&
    commonLevel(doc.bits[colon + 1] ?? 0) < 5
  );
}

function fill(doc: Tokens, from: number, sure: number, out: Uint8Array): void {
  let words = 0;
  let lastWord = -1;
  const marked: number[] = [];
  for (let j = from; j < doc.length && j < from + 14; j += 1) {
    if ((doc.gap[j] ?? 0) >= LINE) break;
    if (words > 0 && (doc.start[j] ?? 0) - (doc.end[j - 1] ?? 0) > 1) break;
    const lower = doc.lower[j] ?? '';
    if (doc.kind[j] === MARK) {
      if (lower === '.' && (doc.end[j - 1] ?? 0) - (doc.start[j - 1] ?? 0) > 3) break;
      if (/^[.,;/&'’"“”^-]$/.test(lower)) continue;
      break;
    }
    if (doc.kind[j] !== WORD || isLabel(doc, j) || ((doc.flags[j] ?? 0) & CONTRACTED) !== 0) break;
    if (TITLES.has(lower) && !(sure === SURE && doc.lower[j + 1] !== '.')) continue;
    if (
      CREDENTIALS.has(lower) &&
      j > from &&
      (doc.shape[j] === UPPER || doc.shape[j] === CAMEL || doc.caseless || lower.length > 3)
    )
      continue;
    if (doc.lower[j - 1] === '-' && CREDENTIALS.has(doc.lower[j - 2] ?? '')) continue;
    if (isDegree(doc, j) || (lower.length === 1 && words === 0 && doc.lower[j + 1] !== '.')) break;
    if (!fits(doc, j, sure)) break;
    marked.push(j);
    lastWord = j;
    words += 1;
    if (words >= 8) break;
  }
  if (marked.length === 0 || !convinces(doc, marked, sure, lastWord)) return;
  for (const j of marked) out[j] = 1;
}

/** The next label: "DOB 2/3/60", "Provider: …". */
function isLabel(doc: Tokens, j: number): boolean {
  // "D.O.B."
  if (doc.lower[j] === 'd' && doc.lower[j + 1] === '.' && doc.lower[j + 2] === 'o' && doc.lower[j + 4] === 'b')
    return true;
  if (NEXT_LABEL.has(doc.lower[j] ?? '') && (doc.end[j] ?? 0) - (doc.start[j] ?? 0) > 1) return true;
  const next = doc.lower[j + 1] ?? '';
  return (
    next === ':' || next === '#' || (doc.lower[j + 2] === ':' && doc.kind[j + 1] === WORD && doc.lower[j + 1] !== 's')
  );
}

function fits(doc: Tokens, j: number, sure: number): boolean {
  const lower = doc.lower[j] ?? '';
  const bits = doc.bits[j] ?? 0;
  const cased = doc.shape[j] !== LOWER || doc.caseless || FORE.has(lower) || lower === 's';
  if (!cased) return doc.gap[j] === 0;
  if (sure === SURE) return true;
  if (lower.length === 1) return true;
  if (NEVER.has(lower) || CLINICIANS.has(lower) || RELATIONS.has(lower) || (bits & (DRUG | MEDICAL)) !== 0)
    return givenLevel(bits) >= 2 && !NEVER.has(lower);
  const plain = doc.caseless || doc.capitals[j] === 1;
  const common = commonLevel(bits);
  return plain ? common < 4 || givenLevel(bits) + surnameLevel(bits) >= 3 : common < 5 || surnameLevel(bits) >= 1;
}

/** Whether the words of a field look like a person's: a lone common word may be anything. */
function convinces(doc: Tokens, marked: readonly number[], sure: number, last: number): boolean {
  if (sure === SURE) return true;
  const names = marked.filter((j) => {
    const bits = doc.bits[j] ?? 0;
    return givenLevel(bits) + surnameLevel(bits) > 0 || commonLevel(bits) <= 1;
  }).length;
  // A sentence that goes on: "Consult: Discussed with the family".
  const goesOn =
    doc.gap[last + 1] === 1 && doc.kind[last + 1] === WORD && doc.shape[last + 1] === LOWER && !doc.caseless;
  return names >= Math.ceil(marked.length / 2) && !(goesOn && names < marked.length);
}

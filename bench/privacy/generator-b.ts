/**
 * The second generator, written apart from the first and after the detectors: whole documents rather than sentences. A text of
 * the corpora becomes the body of a discharge summary, an office letter, a nursing record in capitals, a telephone transcript
 * without punctuation or an e-mail, each with its own furniture.
 */
import { type GoldNote, marked } from './gold.ts';
import type { People } from './people.ts';
import { Values } from './values.ts';

type Document = (v: Values, body: string, who: Who) => string;

interface Who {
  readonly first: string;
  readonly last: string;
  readonly title: string;
  readonly doctor: string;
}

const tag = (category: string, text: string) => `{${category}:${text}}`;
const person = (text: string) => tag('name', text);
const ordinal = (d: number) => `${d}${d > 3 && d < 21 ? 'th' : (['th', 'st', 'nd', 'rd'][d % 10] ?? 'th')}`;

const summary: Document = (v, body, who) => `${tag('organisation', v.hospital().toUpperCase())}
DISCHARGE SUMMARY

Patient: ${person(`${who.last.toUpperCase()}, ${who.first.toUpperCase()}`)}        Unit No: ${tag('id', `${v.digits(3)}-${v.digits(2)}-${v.digits(2)}`)}
Admission Date: ${tag('date', v.date())}      Discharge Date: ${tag('date', v.date())}
Date of Birth: ${tag('date', `${v.int(1, 12)}/${v.int(1, 28)}/${v.int(1931, 1999)}`)}     Sex: F
Attending: ${person(`${who.first.charAt(0)}. ${who.doctor}`)}, M.D.
Service: MEDICINE

HISTORY OF PRESENT ILLNESS: ${body}

HOSPITAL COURSE: ${who.title} ${person(who.last)} was admitted under Dr. ${person(who.doctor)}. On hospital day two (${tag('date', `${v.int(1, 12)}/${v.int(13, 28)}`)}) the drain was removed. ${person(who.last)} improved and walked without help. Dr. ${person(v.last())} from Infectious Disease saw the patient on ${tag('date', `${v.int(1, 12)}/${v.int(13, 28)}`)}.

DISPOSITION: To ${tag('organisation', v.hospital())}.
FOLLOWUP: Dr. ${person(v.last())} at ${tag('phone', v.phone())}.

___________________
${person(v.full())}, M.D.

D: ${tag('date', v.date())}
T: ${tag('date', v.date())}
Job: ${tag('id', v.digits(7))}
`;

const letter: Document = (v, body, who) => `${tag('organisation', v.hospital())}
${tag('address', v.street())}
${tag('place', v.city())}, {state:MA} ${tag('zip', v.zip())}
Tel: ${tag('phone', v.phone())}   Fax: ${tag('phone', v.phone())}

${tag('date', `${v.int(1, 28)} ${v.pick(['January', 'March', 'May', 'October'])} ${v.int(1999, 2024)}`)}

Dr ${person(v.full())}
${tag('address', v.street())}

Dear Dr ${person(who.doctor)}

Re: ${person(`${who.first} ${who.last.toUpperCase()}`)}   DOB ${tag('date', v.date())}   NHS No ${tag('id', `${v.digits(3)} ${v.digits(3)} ${v.digits(4)}`)}

Many thanks for asking me to review this patient. I met ${person(who.first)} and her partner ${person(v.first())} in my rooms on the ${tag('date', ordinal(v.int(1, 28)))}.

${body}

I have told ${person(who.first)} that I will write to ${v.pick(['Professor', 'Dr', 'Mr'])} ${person(v.last())} and have arranged to meet again on ${tag('date', `${v.pick(['Mon', 'Tues', 'Wed', 'Thurs', 'Fri'])} ${v.int(1, 28)} ${v.pick(['Jan', 'Feb', 'Aug', 'Dec'])}`)}.

With kind regards
Yours sincerely

${person(v.full())}
Consultant Physician

cc ${who.title} ${person(who.last)}, ${tag('address', v.street())}
`;

const capitals: Document = (v, body, who) =>
  upper(`NURSING NOTE ${tag('date', `${v.int(1, 12)}/${v.int(13, 28)}/${v.int(10, 24)}`)} 0715
PT ${person(`${who.first} ${who.last}`)} ROOM ${tag('room', String(v.int(101, 989)))} MRN ${tag('id', v.digits(8))}
REPORT RECEIVED FROM ${person(`${v.first()} ${v.last()}`)} RN. PT'S DAUGHTER ${person(v.first('female'))} AT BEDSIDE, CELL ${tag('phone', v.phone())}.
${body}
DR ${person(v.last())} PAGED. ${who.title.replace('.', '')} ${person(who.last)} RESTING COMFORTABLY. WILL CONTINUE TO MONITOR. ${person(`${v.first()} ${v.last()}`)}, RN`);

const transcript: Document = (v, body, who) =>
  bare(`good morning this is ${person(`${who.first} ${who.last}`)} calling for doctor ${person(who.doctor)} my date of birth is ${tag('date', `${v.pick(['january', 'march', 'june', 'october', 'december'])} ${v.pick(['third', 'eleventh', 'twenty second', 'thirtieth'])} nineteen ${v.pick(['fifty six', 'seventy eight', 'sixty one'])}`)} and my number is ${tag('phone', '5 5 5 2 3 4 9 1 8 7')}
${body}
okay mister ${person(who.last)} i will let doctor ${person(who.doctor)} know and she can see you on ${tag('date', v.pick(['tuesday', 'wednesday', 'thursday', 'monday']))} or on ${tag('date', `${v.pick(['april', 'july', 'november'])} ${v.pick(['fifth', 'twelfth', 'twenty first'])}`)} thank you`);

const email: Document = (v, body, who) => `From: ${person(`${v.first()} ${v.last()}`)} <${tag('email', v.email())}>
To: ${tag('email', v.email())}
Date: ${tag('date', `${v.pick(['Mon', 'Tue', 'Fri'])}, ${v.int(1, 28)} ${v.pick(['Jan', 'Apr', 'Sep'])} ${v.int(2005, 2024)} 09:14`)}
Subject: ${person(`${who.first} ${who.last}`)} / acct ${tag('id', v.digits(9))}

Hi ${person(who.doctor)},

Quick update on ${person(who.first)} before clinic on ${tag('date', v.pick(['Monday', 'Thursday']))}. The scan link is ${tag('url', v.url())}.

${body}

${person(who.first)} is staying with family in ${tag('place', v.city())}; the best number is ${tag('phone', v.phone())}. Plate for the parking permit: ${tag('id', v.plate())}. Pump S/N ${tag('id', v.serial())}.

Thanks,
${person(v.first())}
`;

const DOCUMENTS: readonly Document[] = [summary, summary, letter, letter, capitals, transcript, email];

/** Upper case and lower case, leaving the names of categories as they are. */
const mapped = (text: string, change: (part: string) => string): string =>
  text.replace(
    /(\{[a-z]+:)|([^{]+)/g,
    (_, head: string | undefined, rest: string | undefined) => head ?? change(rest ?? ''),
  );
const upper = (text: string): string => mapped(text, (part) => part.toUpperCase());
const bare = (text: string): string => mapped(text, (part) => part.toLowerCase().replace(/[.,;:?!"]/g, ''));

/** One note with identifiers, from one text of the corpora. */
export function generateB(text: string, random: () => number, people: People): GoldNote {
  const v = new Values(random, people);
  const sex = /\b(?:she|her|woman|female)\b/i.test(text) ? 'female' : 'male';
  const who: Who = {
    first: v.first(sex),
    last: v.last(),
    title: sex === 'female' ? v.pick(['Ms.', 'Mrs.']) : 'Mr.',
    doctor: v.last(),
  };
  let body = text.replace(/[{}]/g, ' ').trim();
  // Each mention of the patient at the head of a sentence may become a name; a pronoun too.
  body = body.replace(/(^|[.?!]\s+)(The patient|He|She)\b(?=\s[a-z])/g, (whole, before: string) => {
    const kind = random();
    if (kind < 0.12) return `${before}${person(who.first)}`;
    if (kind < 0.24) return `${before}${who.title} ${person(who.last)}`;
    if (kind < 0.28) return `${before}${person(who.last)}`;
    return whole;
  });
  body = body.replace(
    /\b(in|since|until) (?:the past|recent years)\b/g,
    (_, word: string) => `${word} ${tag('date', `${v.pick(['spring', 'summer'])} of ${v.int(2001, 2020)}`)}`,
  );
  body = body.replace(/\b(ago|later|previously|today)\b(?=[.,])/g, (word) =>
    random() < 0.25
      ? `${word} (${tag('date', `${String(v.int(1, 12)).padStart(2, '0')}/${v.int(13, 28)}/${v.int(2001, 2023)}`)})`
      : word,
  );
  return marked(v.pick(DOCUMENTS)(v, body, who));
}

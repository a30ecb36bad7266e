/** Sentences, turns of dialogue and lines of forms for the fifth generator. */
import { dg, int, pick, type R } from '../random.ts';
import { address, email, hospital, id, ip, town, url } from './numbers.ts';
import { as, day, fullDay, he, his, name, type Person, person, phone, surnameFirst, title, whole } from './values.ts';

type Line = (r: R, p: Person) => string;
const KIN = [
  'mother',
  'father',
  'wife',
  'husband',
  'son',
  'daughter',
  'sister',
  'brother',
  'aunt',
  'uncle',
  'cousin',
  'niece',
  'granddaughter',
  'stepson',
  'mother-in-law',
  'carer',
  'landlady',
  'best friend',
  'ex-husband',
  'foster mother',
  'godson',
  'fiancé',
];
const POST = [
  'MD',
  'MRCP',
  'FRCS (Ed)',
  'RN, BSN',
  'DNP',
  'PA-C',
  'Consultant Physician',
  'Specialist Registrar',
  'Staff Nurse',
  'Ward Sister',
  'MBBS',
  'MB BCh BAO',
  'Dipl.-Psych.',
  'FACS',
  'CRNA',
  'LMFT',
  'OTR/L',
  'RD',
  'CCC-SLP',
];
const family = (p: Person): string => name(p.family);
const given = (p: Person): string => name(p.given);
const cap = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const doctor = (r: R): string => {
  const d = person(r);
  return `${pick(r, ['Dr', 'Dr.', 'Dr', 'Doctor', 'Prof', 'Professor', 'Prof.'])} ${r() < 0.6 ? family(d) : whole(r, d)}`;
};
const age = (r: R): string => {
  const n = int(r, 90, 107);
  return pick(r, [`{age:${n}}-year-old`, `{age:${n}} year old`, `{age:${n}} y/o`, `{age:${n}}yo`, `{age:${n}} yr old`]);
};

export const PROSE: readonly Line[] = [
  (r, p) => `${title(r, p)} ${family(p)} was first seen in ${day(r)}.`,
  (r, p) =>
    `${title(r, p)} ${family(p)}, who lives in ${town(r)} with ${his(p)} ${pick(r, KIN)} ${given(person(r))}, says ${he(p)} felt well until ${day(r)}.`,
  (_r, p) => `Overnight ${given(p)} slept poorly.`,
  (_r, p) => `As ${given(p)} put it, the pain comes and goes.`,
  (_r, p) => `The plan was explained to ${given(p)} and questions were answered.`,
  (r, p) => `${given(p)}'s ${pick(r, KIN)}, ${whole(r)}, rang on ${day(r)} to ask about the results.`,
  (r) => `${doctor(r)} kindly agreed to see ${pick(r, ['him', 'her', 'them'])} on ${day(r)}.`,
  (r) => `Under ${doctor(r)} at ${hospital(r)} since ${day(r)}.`,
  (r) => `Transferred to ${hospital(r)} on ${day(r)} under the care of ${doctor(r)}.`,
  (r) => `Bloods taken by ${whole(r)} (${pick(r, POST)}) on ${day(r)}.`,
  (r) => `I discussed this with ${whole(r)}, ${pick(r, POST)}.`,
  (r) => `Seen jointly with ${whole(r)} and ${whole(r)}.`,
  (r) => `Ward round: ${name(person(r).family)} / ${name(person(r).family)} / ${name(person(r).family)}.`,
  (r) => `Bleep ${as('phone', dg(r, '####'))} if concerned.`,
  (r) => `Pager ${as('phone', dg(r, pick(r, ['#####', '###-####'])))}.`,
  (r) =>
    `Ring the ward on ${phone(r)} ${as('state', pick(r, ['ext', 'ext.', 'x', 'extension']))} ${as('phone', dg(r, '####'))}.`,
  (r) => `Mobile ${phone(r)}; landline ${phone(r)}.`,
  (r) => `Contact number given: ${phone(r)}.`,
  (r) => `Please telephone ${phone(r)} to rebook.`,
  (r) => `${id(r)}.`,
  (r) => `Wristband checked (${id(r)}).`,
  (r) => `Recorded under ${id(r)} and ${id(r)}.`,
  (r) => `Home visit at ${address(r)}.`,
  (r) => `${pick(r, ['New address', 'Moved to', 'Now living at', 'Correspondence to'])}: ${address(r)}.`,
  (r) => `Grew up in ${town(r)} and came here from ${town(r)} in ${day(r)}.`,
  (r, p) => `Letters by e-mail to ${email(r, p)} please.`,
  (r) => `Images at ${url(r)}.`,
  (r) => `Logged on from ${ip(r)} for the video consultation.`,
  (r, p) => `${title(r, p)} ${family(p)} is ${pick(r, ['a', 'an'])} ${age(r)} retired teacher.`,
  (r) => `The ${pick(r, KIN)} is ${age(r)}.`,
  (r, p) => `Known to everyone as "${given(person(r, p.female))}".`,
  (r, p) => `${given(p)} (née ${name(person(r).family)}) has no allergies.`,
  (r) =>
    `Children: ${given(person(r))} (${int(r, 1, 30)}), ${given(person(r))} (${int(r, 1, 30)}) and ${given(person(r))}.`,
  (r) => `The ${pick(r, KIN)}, ${given(person(r))}, holds power of attorney.`,
  (r) => `Police constable ${family(person(r))} attended.`,
  (r) => `Reverend ${family(person(r))} visited on ${day(r)}.`,
  (r) => `Health visitor: ${whole(r)}.`,
  (r) => `District nurse ${given(person(r))} changes the dressing.`,
  (r) => `Interpreter (${pick(r, ['Polish', 'Tamil', 'Somali', 'Farsi'])}): ${whole(r)}.`,
  (r) => `Driven in by a neighbour, ${whole(r)}.`,
  (_r, p) => `${family(p).toUpperCase().replace('{NAME:', '{name:')} discharged home.`,
  (_r, p) => `${whole(() => 0, p)} attended alone.`,
  (r, p) => `We will see ${given(p)} again ${pick(r, ['on', 'around', 'before'])} ${day(r)}.`,
  (_r, p) => `${name(`${p.given.charAt(0)}.${p.family.charAt(0).toUpperCase()}.`)} remains in bed 4.`,
  (r) => `Scan booked for ${day(r)}, reviewed ${day(r)}.`,
  (r) => `Symptoms from ${day(r)}; worse since ${day(r)}.`,
  (r) => `Last dose ${day(r)}.`,
  (r) =>
    `${cap(he(person(r)))} worked at ${as('organisation', pick(r, ['Rolls-Royce', 'Tesco', 'Infosys', 'Siemens', 'Lufthansa', 'Guinness', 'Toyota', 'Barclays Bank', 'Deutsche Post', 'Air India']))} until ${day(r)}.`,
];

export const TALK: readonly Line[] = [
  (r, p) => `Doctor: Could you confirm your full name for me?\nPatient: Yes, ${whole(r, p)}.`,
  (r) => `Doctor: And your date of birth?\nPatient: ${fullDay(r)}.`,
  (r, p) => `Doctor: ${title(r, p)} ${family(p)}? I'm ${doctor(r)}, come on through.`,
  (r, p) => `Doctor: Lovely to meet you, ${given(p)}.\nPatient: You too, ${doctor(r)}.`,
  (r) => `Patient: It was ${day(r)}, I remember because of the storm.`,
  (r) => `Patient: My ${pick(r, KIN)} ${given(person(r))} has had the same trouble.`,
  (r) => `Patient: I usually see ${doctor(r)} at ${hospital(r)}.`,
  (r) => `Doctor: Where are you living now?\nPatient: ${address(r)}.`,
  (r) => `Doctor: Best number for you?\nPatient: ${phone(r)}.`,
  (r, p) => `Doctor: Do you have an email?\nPatient: ${email(r, p)}.`,
  (r) => `Guest_family: Hello, I'm ${given(person(r))}, the ${pick(r, KIN)}.`,
  (r, p) => `Guest_family: ${given(p)} hasn't eaten since ${day(r)}.`,
  (_r, p) => `Doctor: Tell me, ${given(p)}, does it hurt here?\nPatient: A bit.`,
  (_r, p) => `Doctor: Thanks for coming in, ${given(p)}.`,
  (r) => `Patient: ${given(person(r))} drove me, that's my ${pick(r, KIN)}.`,
  (r) => `Doctor: Your ${pick(r, ['wristband', 'card', 'file'])} says ${id(r)}, is that right?`,
  (r) => `Patient: I moved here from ${town(r)} in ${day(r)}.`,
  (r) => `Doctor: I'd like you to see my colleague, ${whole(r)}.`,
  (r) =>
    `Doctor: How old is your ${pick(r, KIN)}?\nPatient: ${pick(r, ['She', 'He'])}'s {age:${int(r, 90, 104)}} years old.`,
];

/** Lines of a form at the head of a note. */
export const FORM: readonly Line[] = [
  (r, p) => `Name: ${whole(r, p)} DOB: ${fullDay(r)}`,
  (r, p) => `Patient name: ${surnameFirst(r, p)}`,
  (_r, p) => `Surname: ${family(p)}   Forename(s): ${given(p)}`,
  (_r, p) => `Last name: ${family(p)}\nFirst name: ${given(p)}`,
  (r) => `D.O.B.: ${fullDay(r)}   Sex: ${pick(r, ['M', 'F'])}`,
  (r) => id(r),
  (r) => `${id(r)}   ${id(r)}`,
  (r) => `Address: ${address(r)}`,
  (r) => `Tel (home): ${phone(r)}   Tel (mobile): ${phone(r)}`,
  (r) => `Named consultant: ${doctor(r)}`,
  (r) => `GP: ${doctor(r)}, ${hospital(r)}`,
  (r) => `NOK: ${whole(r)} (${pick(r, KIN)}), ${phone(r)}`,
  (r) => `Date of admission: ${fullDay(r)}   Date of discharge: ${fullDay(r)}`,
  (r) => `Date seen: ${day(r)}   Date typed: ${day(r)}`,
  (r) => `Our ref: ${as('id', dg(r, pick(r, ['@@/@@/######', '@@@/##/####'])))}`,
  (r, p) => `Re: ${whole(r, p)}, d.o.b. ${fullDay(r)}, ${address(r)}`,
  (r) => `Site: ${hospital(r)}`,
  (r) => `Printed by ${name(person(r).given.charAt(0) + person(r).family)} on ${fullDay(r)}`,
];

export const CLOSE: readonly Line[] = [
  (r) =>
    `Yours sincerely\n\n${whole(r)}\n${pick(r, ['Consultant Neurologist', 'ST5 in Cardiology', 'Locum SHO', 'Nurse Practitioner'])}`,
  (r) => `Kind regards,\n${whole(r)}, ${pick(r, POST)}\n${hospital(r)}\nT: ${phone(r)}`,
  (r) => `Signed electronically: ${whole(r)} ${fullDay(r)}`,
  (r) => `Dictated but not signed: ${doctor(r)}`,
  (r) => `cc. ${doctor(r)}\n    ${title(r, person(r))} ${family(person(r))}\n    ${hospital(r)}`,
  (r) => `Copy: ${whole(r)}; ${whole(r)}; ${doctor(r)}`,
  (r) => `${whole(r)} ${pick(r, POST)}`,
  (r) => `Witnessed: ${surnameFirst(r, person(r))}`,
  (r) => `Typed by: ${name(`${person(r).given} ${person(r).family.charAt(0)}`)}`,
];

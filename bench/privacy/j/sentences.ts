/** Sentences, headers, tables and closings of the tenth generator. */
import { int, pick, type R } from '../random.ts';
import { type Person, person, slip } from './people.ts';
import { as, day, email, employer, home, id, ip, name, phone, site, town, url, when } from './values.ts';

export type Line = (r: R, p: Person) => string;
const w = (text: string): readonly string[] => text.trim().split(/\s*,\s*/);

export const KIN = w(
  'wife, husband, mother, father, daughter, son, sister, brother, grandmother, grandfather, aunt, uncle, cousin, niece, nephew, partner, girlfriend, boyfriend, fiancé, stepfather, mother-in-law, ex-husband, neighbor, roommate, caregiver, coworker',
);
const CRED = w('MD, M.D., DO, RN, NP, PA-C, PharmD, MBBS, FRCP, LCSW, PT, DDS, PhD');
const TITLE = w('Mr., Mrs., Ms., Mr, Mrs, Ms, Miss, Señora, Madame');

export const g = (p: Person): string => name(p.given);
export const l = (p: Person): string => name(p.family);
export const full = (p: Person): string => name(`${p.given} ${p.family}`);
export const titled = (r: R, p: Person): string => `${pick(r, TITLE)} ${l(p)}`;
export const reversed = (p: Person): string => name(`${p.family}, ${p.given}`);
const letter = (text: string): string => text.charAt(0).toUpperCase();
const initials = (p: Person): string => `${letter(p.given)}.${letter(p.middle)}.${letter(p.family)}.`;
export const anyForm = (r: R, p: Person): string =>
  pick(r, [
    full(p),
    full(p),
    name(`${p.given} ${letter(p.middle)}. ${p.family}`),
    name(`${letter(p.given)}. ${p.family}`),
    name(`${p.given} ${p.middle} ${p.family}`),
    titled(r, p),
    name(`${p.given} "${p.nick}" ${p.family}`),
  ]);
export const doctor = (r: R, p = person(r)): string =>
  pick(r, [
    `Dr. ${l(p)}`,
    `Dr ${l(p)}`,
    `Dr. ${full(p)}`,
    `Doctor ${l(p)}`,
    `DR. ${name(p.family.toUpperCase())}`,
    `Dr.${l(p)}`,
    `dr. ${name(p.family.toLowerCase())}`,
    `Dr. ${name(`${letter(p.given)}. ${p.family}`)}`,
    `Prof. ${l(p)}`,
    `${full(p)}, ${pick(r, CRED)}`,
    `${full(p)} ${pick(r, CRED)}`,
  ]);

/** What stands between the sentences of a note. */
export const PROSE: readonly Line[] = [
  (r, p) => `${full(p)} was last seen ${when(r)}.`,
  (r, p) => `${titled(r, p)} was accompanied by ${pick(r, ['his', 'her'])} ${pick(r, KIN)} ${g(person(r))}.`,
  (r, p) => `According to ${anyForm(r, p)}, the pain began ${when(r)}.`,
  (r, p) => `${g(p)}'s ${pick(r, KIN)}, ${full(person(r))}, was at the bedside.`,
  (_r, p) => `${g(p)} denies any recent travel.`,
  (_r, p) => `${l(p)} was given instructions in writing.`,
  (r, p) => `${titled(r, p)}'s medications were reviewed with ${doctor(r)}.`,
  (r) => `The case was discussed with ${doctor(r)}, who agrees.`,
  (r) => `We thank ${doctor(r)} for referring this patient.`,
  (r) => `Referred by ${doctor(r)} of ${site(r)}.`,
  (r) => `${doctor(r)} will see the patient ${when(r)}.`,
  (r) => `Appreciate input from ${doctor(r)} and ${doctor(r)}.`,
  (r) => `The surgery was performed by ${doctor(r)} at ${site(r)} ${when(r)}.`,
  (r) => `The patient was transferred from ${site(r)} ${when(r)}.`,
  (r) => `Previously treated at ${site(r)} in ${town(r)}.`,
  (r) => `The patient lives at ${home(r)}.`,
  (r) => `The patient recently moved from ${town(r)}.`,
  (r) => `Born in ${town(r)} ${when(r).replace(/^on .*/, `on ${day(r, 1930, 2010)}`)}.`,
  (r) => `The patient works at ${employer(r)}.`,
  (r) => `Retired from ${employer(r)} ${when(r)}.`,
  (r) => `${pick(r, ['His', 'Her'])} ${pick(r, KIN)} ${g(person(r))} can be reached at ${phone(r)}.`,
  (r) => `Contact: ${full(person(r))} (${pick(r, KIN)}) at ${phone(r)}.`,
  (r, p) => `Email is ${email(r, p)}.`,
  (r, p) => `Records are available at ${url(r, p)}.`,
  (r) => `The telehealth session came from ${ip(r)}.`,
  (r) => `The ${id(r).replace(/^\(/, '')} was verified.`,
  (r) => `${id(r).replace(/^\(/, '')}.`,
  (r, p) => `${name(slip(r, p.family))} was advised to return if symptoms worsen.`,
  (r, p) => `${pick(r, TITLE)} ${name(slip(r, p.family))} understood.`,
  (_r, p) => `${name(initials(p))} consented to the procedure.`,
  (r) => `A ${as('age', String(int(r, 90, 104)))}-year-old ${pick(r, KIN)} lives with the family.`,
  (r) => `${pick(r, ['His', 'Her'])} ${pick(r, KIN)} died at age ${as('age', String(int(r, 90, 104)))}.`,
  (r) => `Family present: ${g(person(r))}, ${g(person(r))}, and ${g(person(r))}.`,
  (r, p) => `${full(p)} and ${pick(r, KIN)} ${g(person(r))} agree with the plan.`,
  (r) => `Social worker ${full(person(r))} was notified.`,
  (r) => `Interpreter ${g(person(r))} assisted.`,
  (r) => `Pharmacist ${l(person(r))} confirmed the dose.`,
  (r) => `Nurse ${g(person(r))} obtained the vitals.`,
  (r, p) => `The patient, ${anyForm(r, p)}, was alert.`,
  (_r, p) => `I explained this to ${g(p)} in detail.`,
  (r) => `Labs drawn ${when(r)} were normal.`,
  (r) => `Symptoms have been present ${when(r)}.`,
  (r) => `Follow-up is scheduled ${when(r)}.`,
  (r, p) => `Per ${g(p)}, symptoms resolved ${when(r)}.`,
];

/** What people say to one another. */
export const TALK: readonly Line[] = [
  (_r, p) => `Doctor: Good morning, ${g(p)}. How are you?`,
  (r, p) => `Doctor: ${titled(r, p)}, can you tell me more?`,
  (_r, p) => `Doctor: Thanks for coming in, ${name(p.nick)}.`,
  (_r, p) => `Doctor: Okay ${g(p)}, any allergies?`,
  (_r, p) => `Doctor: What is your full name?\nPatient: It's ${full(p)}.`,
  (_r, p) => `Patient: Everyone calls me ${name(p.nick)}.`,
  (r) => `Patient: My ${pick(r, KIN)} ${g(person(r))} made me come.`,
  (r) => `Patient: I saw ${doctor(r).replace(/^(\{name:[^}]*\}),? .*/, 'Dr. $1')} ${when(r)}.`,
  (r) => `Patient: I had the operation at ${site(r)}.`,
  (r) => `Patient: We live at ${home(r)}.`,
  (r) => `Patient: You can call me at ${phone(r)}.`,
  (r) => `Doctor: And your date of birth?\nPatient: ${day(r, 1930, 2015)}.`,
  (r) => `Patient: It started ${when(r)}.`,
  (r) => `Doctor: When was that?\nPatient: ${when(r).replace(/^./, (x) => x.toUpperCase())}, I think.`,
  (r) => `Patient: I work for ${employer(r)} in ${town(r)}.`,
  (r, p) => `Patient: My email is ${email(r, p)}.`,
  (r) => `Guest_family: Hi, I am ${g(person(r))}, the ${pick(r, KIN)}.`,
  (r) => `Guest_family: ${g(person(r))} hasn't been eating well.`,
  (r) => `Doctor: I'm ${doctor(r).replace(/, .*| (?:MD|DO|RN|NP|PT).*$/, '')}, by the way.`,
  (r) => `Patient: My ${pick(r, KIN)} just turned ${as('age', String(int(r, 90, 103)))} years old.`,
  (r) => `Doctor: I have you down as ${id(r).replace(/^\(/, '')}.`,
  (_r, p) => `Patient: Please don't tell ${g(p)}.`,
];

export const HEAD: readonly Line[] = [
  (r, p) => `Name: ${full(p)}\nDOB: ${day(r, 1930, 2015)}\n${id(r).replace(/^\(/, '')}`,
  (r, p) => `PATIENT: ${reversed(p)}   DOB: ${day(r, 1930, 2015)}   ${id(r).replace(/^\(/, '')}`,
  (r, p) => `${name(`${p.family.toUpperCase()}, ${p.given}`)} | ${day(r, 1930, 2015)} | ${id(r).replace(/^\(/, '')}`,
  (r, p) => `RE: ${full(p)}\nDate of service: ${day(r)}\nReferring physician: ${doctor(r)}`,
  (r) => `${site(r)}\n${home(r)}\nTel: ${phone(r)}  Fax: ${phone(r)}`,
  (r, p) =>
    `Dear ${doctor(r).replace(/^(\{name:[^}]*\}),? .*/, 'Dr. $1')},\n\nThank you for sending ${titled(r, p)} to us.`,
  (r, p) => `Last name\tFirst name\tDOB\n${l(p)}\t${g(p)}\t${day(r, 1930, 2015)}`,
  (r, p) =>
    `Date        Provider        Patient\n${day(r)}    ${name(`${person(r).family}, ${letter(person(r).given)}.`)}    ${reversed(p)}`,
  (r, p) => `Patient Name:${full(p)}  Attending:${doctor(r)}  Admitted:${day(r)}`,
  (r, p) => `Progress note for ${full(p)} ${when(r)}`,
  (r) => `Next of kin: ${full(person(r))}, ${pick(r, KIN)}, ${phone(r)}`,
];

export const TAIL: readonly Line[] = [
  (r) => `Signed: ${full(person(r))}, ${pick(r, CRED)}  ${day(r)}`,
  (r) => `Electronically signed by ${doctor(r)} on ${day(r)}`,
  (r) => `Sincerely,\n${full(person(r))}, ${pick(r, CRED)}\n${site(r)}`,
  (r) => `Kind regards,\n\n${full(person(r))}\n${pick(r, ['Consultant Cardiologist', 'Staff Physician', 'Resident'])}`,
  (r) => `cc: ${doctor(r)}; ${doctor(r)}; ${full(person(r))}`,
  (r, p) => `CC:\n${doctor(r)}\n${anyForm(r, p)}`,
  (r) =>
    `Dictated by ${doctor(r)}, transcribed ${day(r)} by ${name(`${letter(person(r).given)}${letter(person(r).family)}`)}`,
  (r) => `- ${g(person(r))} ${l(person(r))}, ${pick(r, CRED)}`,
  (r) => `/s/ ${full(person(r))}`,
  (r) => `Scribe: ${full(person(r))}. Reviewed by ${doctor(r)}.`,
];

/**
 * The eighth generator, written after the tagger was trained anew: sentences with an identifier of each category, put between the
 * sentences and turns of a note; slips of the pen, possessives, initials; the note's own people come again.
 */
import { type GoldNote, marked } from '../gold.ts';
import { int, pick, type R } from '../random.ts';
import {
  address,
  as,
  city,
  clinician,
  day,
  email,
  firm,
  full,
  hospital,
  id,
  ip,
  name,
  type Person,
  person,
  phone,
  slip,
  title,
  url,
  whole,
} from './values.ts';

type Line = (r: R, p: Person) => string;
const KIN = [
  'wife',
  'husband',
  'mother',
  'father',
  'daughter',
  'son',
  'sister',
  'brother',
  'grandson',
  'granddaughter',
  'partner',
  'fiancée',
  'aunt',
  'nephew',
  'stepmother',
  'neighbor',
  'best friend',
  'roommate',
];
const f = (p: Person): string => name(p.given);
const l = (p: Person): string => name(p.family);
const old = (r: R): string =>
  pick(r, [
    `{age:${int(r, 90, 103)}}-year-old`,
    `{age:${int(r, 90, 103)}} years old`,
    `{age:${int(r, 90, 103)}} y.o.`,
    `aged {age:${int(r, 90, 103)}}`,
  ]);

const PROSE: readonly Line[] = [
  (r, p) => `${whole(r, p)} (${id(r)}, DOB ${full(r)}) was seen at ${hospital(r)} on ${day(r)}.`,
  (r, p) => `Patient ${name(`${p.given} ${p.family}`)} was admitted on ${day(r)}.`,
  (r, p) => `${title(r, p)} ${l(p)} was brought in by ${pick(r, ['his', 'her'])} ${pick(r, KIN)}, ${whole(r)}.`,
  (r, p) => `${title(r, p)} ${l(p)}'s symptoms started on ${day(r)}.`,
  (r, p) => `${f(p)}'s ${pick(r, KIN)} called from ${phone(r)}.`,
  (_r, p) => `${f(p)} tolerated the procedure well.`,
  (_r, p) => `${l(p)} was counseled about diet.`,
  (r, p) => `${name(slip(r, p.family))} was also given a pamphlet.`,
  (r, p) => `${title(r, p)} ${name(slip(r, p.family))} agreed with the plan.`,
  (_r, p) => `${name(`${p.given.charAt(0)}.${p.family.charAt(0)}.`)} was offered a follow-up visit.`,
  (r) => `${clinician(r)} was present for the examination.`,
  (r) => `The consult was requested by ${clinician(r)}.`,
  (r) => `Discussed with ${clinician(r)} and ${clinician(r)}.`,
  (r) => `Next appointment with ${clinician(r)} is ${day(r)}.`,
  (r) => `${clinician(r)} of ${hospital(r)} will follow.`,
  (r) => `Prior imaging from ${day(r)} was reviewed.`,
  (r) => `The accident happened around ${day(r)}.`,
  (r) => `Last seen ${day(r)}; next visit ${day(r)}.`,
  (r) => `The patient can be contacted at ${phone(r)}.`,
  (r) => `Fax records to ${phone(r)}.`,
  (r, p) => `E-mail ${email(r, p)} with results.`,
  (r) => `Home address is ${address(r)}.`,
  (r) => `The patient recently moved to ${address(r)}.`,
  (r) => `The patient is originally from ${city(r)} and now lives in ${city(r)}.`,
  (r) => `${id(r)}.`,
  (r) => `Please note ${id(r)}.`,
  (r) => `Identification was confirmed (${id(r)}).`,
  (r, p) => `Photos were uploaded to ${url(r, p)}.`,
  (r) => `The monitoring device connected from IP ${ip(r)}.`,
  (r) => `Portal login from ${ip(r)} was noted.`,
  (r) => `The patient works as ${as('state', 'a welder')} at ${firm(r)}.`,
  (r) => `Employed by ${firm(r)} since ${day(r)}.`,
  (r) => `The patient's ${pick(r, KIN)} is ${old(r)}.`,
  (r) => `The patient's ${pick(r, KIN)} ${f(person(r))} has the same condition.`,
  (r) => `Her ${pick(r, KIN)}, ${f(person(r))}, confirmed this.`,
  (r) => `Emergency contact: ${whole(r)} (${pick(r, KIN)}), ${phone(r)}.`,
  (r) => `Transferred from ${hospital(r)} in ${city(r)}.`,
  (r) => `Records from ${hospital(r)} dated ${day(r)} were requested.`,
  (r, p) => `${whole(r, p)} signed the consent form on ${full(r)}.`,
  (r) => `Interpreter services provided by ${whole(r)}.`,
];
const TALK: readonly Line[] = [
  (_r, p) => `Doctor: Hello, ${f(p)}. How are you feeling?`,
  (r, p) => `Doctor: Good morning, ${title(r, p)} ${l(p)}.`,
  (r) => `Doctor: My name is Dr. ${name(person(r).family)}.`,
  (r, p) => `Doctor: Can I have your name, please?\nPatient: ${whole(r, p)}.`,
  (r, p) => `Patient: I'm ${name(`${p.given} ${p.family}`)}, I was born on ${full(r)}.`,
  (r) => `Doctor: When did it start?\nPatient: ${day(r)}, I think.`,
  (r) => `Patient: My ${pick(r, KIN)} ${f(person(r))} made me come.`,
  (r) => `Patient: I saw ${clinician(r)} at ${hospital(r)} ${day(r)}.`,
  (r) => `Patient: You can call me at ${phone(r)}.`,
  (r) => `Patient: I live at ${address(r)}.`,
  (r) => `Patient: I'm from ${city(r)}.`,
  (r) => `Patient: My ${id(r)}.`,
  (r) => `Patient: I work for ${firm(r)}.`,
  (r) => `Guest_family: I am ${f(person(r))}, the ${pick(r, KIN)}.`,
  (_r, p) => `Doctor: Okay ${f(p)}, let me examine you.`,
  (_r, p) => `Doctor: Thanks, ${f(p)}.`,
  (r) => `Doctor: I'll refer you to ${clinician(r)}.`,
];
const HEAD: readonly Line[] = [
  (_r, p) => `Patient Name: ${name(`${p.given} ${p.family}`)}`,
  (r) => `Date of Birth: ${full(r)}`,
  (r) => id(r),
  (r) => `Date of Service: ${full(r)}`,
  (r) => `Provider: ${clinician(r)}`,
  (r) => `Location: ${hospital(r)}`,
  (r) => `Phone: ${phone(r)} | Email: ${email(r, person(r))}`,
  (r) => `Address: ${address(r)}`,
];
const TAIL: readonly Line[] = [
  (r) => `Electronically signed by: ${clinician(r)}, ${full(r)}`,
  (r) => `Dictated by: ${clinician(r)}`,
  (r) => `cc: ${clinician(r)}`,
  (r) => `${clinician(r)}\n${hospital(r)}`,
  (r) => `Sincerely,\n${name(`${person(r).given} ${person(r).family}`)}, MD`,
];

export function generateH(source: string, r: R): GoldNote {
  const text = source.replaceAll('{', '(').replaceAll('}', ')').replaceAll('\r', '');
  const p = person(r);
  const some = (from: readonly Line[], low: number, high: number): string[] =>
    Array.from({ length: int(r, low, high) }, () => pick(r, from)(r, p));
  if (/^\s*(?:Doctor|Patient):/.test(text)) {
    const turns = text.split('\n');
    for (const one of some(TALK, 2, 5)) turns.splice(int(r, 0, turns.length), 0, one);
    return marked(turns.join('\n'));
  }
  const parts = text.split(/(?<=[a-z)]\.)\s+(?=[A-Z])/);
  for (const one of some(PROSE, 3, 7)) parts.splice(int(r, 0, parts.length), 0, one);
  return marked(
    `${r() < 0.3 ? `${some(HEAD, 2, 5).join('\n')}\n\n` : ''}${parts.join(' ')}${r() < 0.3 ? `\n\n${some(TAIL, 1, 2).join('\n')}` : ''}`,
  );
}

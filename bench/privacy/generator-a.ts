/**
 * The first generator: identifiers put into the text of a note, in sentences of its own between the note's sentences, in the
 * place of "the patient", "Dr. X" and relatives, and around the note as head and foot.
 */
import { type GoldNote, marked } from './gold.ts';
import type { People } from './people.ts';
import { Values } from './values.ts';

type Make = (v: Values) => string;

const n = (text: string) => `{name:${text}}`;
const SENTENCES: readonly Make[] = [
  (v) => `She was seen by Dr. ${n(v.last())} on {date:${v.date()}}.`,
  (v) => `He was referred by Dr. ${n(v.full())} at {organisation:${v.hospital()}}.`,
  (v) => `Medical record number is {id:${v.mrn()}}.`,
  (v) => `MRN: {id:${v.mrn()}}.`,
  (v) => `The patient, ${n(v.full())}, lives in {place:${v.city()}}.`,
  (v) => `Lives at {address:${v.street()}}, {place:${v.city()}}, {state:OH} {zip:${v.zip()}}.`,
  (v) => `Home phone {phone:${v.phone()}}.`,
  (v) => `Please call her daughter ${n(v.first('female'))} at {phone:${v.phone()}}.`,
  (v) => `Emergency contact is his wife, ${n(v.full('female'))}, {phone:${v.phone()}}.`,
  (v) => `Social security number {id:${v.ssn()}}.`,
  (v) => `SSN {id:${v.ssn()}}.`,
  (v) => `Account number {id:${v.account()}}.`,
  (v) => `Acct # {id:${v.account()}}.`,
  (v) => `Insurance member ID {id:${v.account()}}.`,
  (v) => `Email: {email:${v.email()}}.`,
  (v) => `He can be reached at {email:${v.email()}}.`,
  (v) => `Results were posted at {url:${v.url()}}.`,
  (v) => `Login from IP {ip:${v.ip()}} was recorded.`,
  (v) => `Pacemaker serial number {id:${v.serial()}}.`,
  (v) => `Driver's license number {id:${v.letters(1)}${v.digits(7)}}.`,
  (v) => `Her car, license plate {id:${v.plate()}}, was struck from behind.`,
  (v) => `VIN {id:${v.vin()}}.`,
  (v) => `Surgery was performed on {date:${v.date()}} by Dr. ${n(v.last())}.`,
  (v) => `Last seen {date:${v.date()}}.`,
  (v) => `Follow up on {date:${v.date()}} with ${n(v.full())}, MD.`,
  (v) => `Transferred from {organisation:${v.hospital()}} on {date:${v.date()}}.`,
  (v) => `${n(v.first())} reports no other complaints.`,
  (v) => `Mr. ${n(v.last())} denies any other problems.`,
  (v) => `Ms. ${n(v.last())} agreed with the plan.`,
  (v) => `Discussed with ${n(v.full())}, RN.`,
  (v) => `Per Dr. ${n(v.last())}, continue current therapy.`,
  (v) => `His brother ${n(v.first('male'))} had the same problem.`,
  (v) => `Her mother ${n(v.first('female'))} ${n(v.last())} was present during the visit.`,
  (v) => `The grandmother is {age:${v.age()}} years old.`,
  (v) => `A {age:${v.age()}}-year-old aunt had diabetes.`,
  (v) => `Date of birth {date:${v.date()}}.`,
  (v) => `DOB: {date:${v.date()}}.`,
  (v) => `She moved here from {place:${v.city()}}.`,
  (v) => `NHS number {id:${v.digits(3)} ${v.digits(3)} ${v.digits(4)}}.`,
  (v) => `Specimen {id:S${v.digits(2)}-${v.digits(5)}} was sent to pathology.`,
  (v) => `cc: Dr. ${n(v.full())}.`,
  (v) => `Interpreter ${n(v.full())} was used.`,
  (v) => `I discussed the case with ${n(v.first())} today.`,
  (v) =>
    `Symptoms began {date:last ${v.pick(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'])}}.`,
  (v) =>
    `He was well until {date:${v.pick(['Christmas', 'Thanksgiving', 'Easter', 'Halloween'])} ${v.int(2010, 2022)}}.`,
  (v) => `Fax {phone:${v.phone()}}.`,
];

const SPOKEN: readonly Make[] = [
  (v) => `Doctor: Hi, ${n(v.first())}. Good to see you.`,
  (v) => `Doctor: Good morning, Mr. ${n(v.last())}.`,
  (v) => `Patient: My name is ${n(v.full())}.`,
  (v) => `Patient: Doctor ${n(v.last())} sent me here.`,
  (v) => `Patient: I was born on {date:${v.date()}}.`,
  (v) => `Patient: You can call me at {phone:${v.phone()}}.`,
  (v) => `Patient: My wife ${n(v.first('female'))} noticed it first.`,
  (v) => `Patient: I live in {place:${v.city()}}.`,
  (v) => `Patient: I had it done at {organisation:${v.hospital()}} on {date:${v.date()}}.`,
  (v) => `Doctor: I see that Dr. ${n(v.full())} saw you on {date:${v.date()}}.`,
  (v) => `Doctor: Can you confirm your record number, {id:${v.mrn()}}?`,
  (v) => `Patient: My email is {email:${v.email()}}.`,
  (v) => `Guest_family: I'm her son, ${n(v.first('male'))}.`,
  (v) => `Doctor: Okay, Ms. ${n(v.last())}, let me take a look.`,
];

/** One note with identifiers, from one text of the corpora. */
export function generateA(text: string, random: () => number, people: People): GoldNote {
  const v = new Values(random, people);
  const own = { first: v.first(), last: v.last() };
  const dialogue = /^(?:Doctor|Patient|Guest\w*):/m.test(text);
  const title = /\b(?:she|her|woman|female)\b/i.test(text) ? v.pick(['Ms.', 'Mrs.', 'Miss']) : 'Mr.';
  let body = text.replace(/[{}]/g, ' ').trim();
  body = body
    .replace(/\b(Dr\.|Doctor) (?:XYZ|ABCD?|[A-Z])\b(?!\.\w)/g, (_, word: string) => `${word} ${n(v.last())}`)
    .replace(
      /\b([Hh]is|[Hh]er|[Mm]y) (wife|husband|son|daughter|brother|sister|mother|father)\b(?!'|’)/g,
      (whole, _p, who: string) =>
        random() < 0.3 ? `${whole} ${n(v.first(/wife|daughter|sister|mother/.test(who) ? 'female' : 'male'))}` : whole,
    );
  if (!dialogue) {
    body = body.replace(/\b[Tt]he patient\b(?!'|’)/g, (whole) => {
      const kind = random();
      if (kind < 0.35) return `${title} ${n(own.last)}`;
      if (kind < 0.5) return n(`${own.first} ${own.last}`);
      return kind < 0.6 ? n(own.first) : whole;
    });
    body = body.replace(/\bMr\. (?:Smith|ABC|XYZ|[A-Z])\b/g, () => `Mr. ${n(own.last)}`);
  }
  const lines = dialogue ? body.split('\n') : body.split(/(?<=[.?!])\s+(?=[A-Z{])/);
  const count = 2 + Math.floor(random() * 4);
  for (let k = 0; k < count; k += 1) {
    const at = Math.floor(random() * (lines.length + 1));
    lines.splice(at, 0, v.pick(dialogue ? SPOKEN : SENTENCES)(v));
  }
  body = lines.join(dialogue ? '\n' : ' ');
  if (random() < 0.25 && !dialogue)
    body = `Patient Name: ${n(`${own.first} ${own.last}`)}\nMRN: {id:${v.mrn()}}\nDate of Visit: {date:${v.date()}}\n\n${body}`;
  if (random() < 0.2) body = `${body}\n\nElectronically signed by ${n(v.full())}, MD on {date:${v.date()}}`;
  return marked(body);
}

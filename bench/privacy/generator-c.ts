/**
 * The third generator: common names, surnames that are words or eponyms (they stay in the word list here), short remarks as they
 * are typed between the sentences of a note, often without a full stop.
 */
import { type GoldNote, marked } from './gold.ts';

const words = (text: string): string[] => text.trim().split(/\s+/);
const GIVEN = words(`
Jennifer Aaliyah Mohammed Wei Priya Carlos DeShawn Olga Fatima Jean-Pierre Mei Sofia Dmitri Chukwudi Yuki Hannah Tyrone Guadalupe Siobhan Rajesh Autumn Faith Dawn Mark Bill
Frank Art Angel Christian Jack Amber Ruby Ivy Violet Iris Chase Hunter Drew Gene Rob Pat Sue Ray Jade Jasmine Destiny Precious Heaven Lane Max Rich`);
const FAMILY = words(`
Smith Garcia Nguyen Patel Kowalski Johnson O'Connor Rodriguez Kim Cohen Abdullah Yamamoto Ivanov Schwartz MacDonald Baptiste Okafor Hernandez-Cruz Lee Park Brown Green White
Black Young King Long Short Price Bell Graves Baker Cook Hunter Fields Rivers Stone Wood Hill Bush Ford Banks Day Knight Rice Berry Moody Savage Sharp Strong Best Love Power
Cross Church Case Ward Bishop Pope Wells Downs Cushing Addison Paget Wilson Murphy Barrett Hodges Crohn Apgar Babinski`);
const TOWNS =
  'Boston|Springfield|Cedar Rapids|Leeds|Fort Worth|Tulsa|Buffalo|Phoenix|Reading|Bath|Boise|Newark|Chattanooga|Milwaukee|Glasgow|Augusta|Salem'.split(
    '|',
  );

type Fill = { first(): string; last(): string; town(): string; digits(count: number): string };
const REMARKS: readonly ((f: Fill) => string)[] = [
  (f) => `Patient is {name:${f.first()} ${f.last()}}.`,
  (f) => `{name:${f.first()} ${f.last()}} was evaluated today.`,
  (f) => `Spoke with {name:${f.first()}} by phone.`,
  (f) => `Dr {name:${f.last()}} aware.`,
  (f) => `Reviewed by {name:${f.last()}} MD`,
  (f) => `The patient's wife {name:${f.first()}} is at bedside.`,
  (f) => `{name:${f.last()}} was given the results.`,
  (f) => `Mr {name:${f.last()}}'s wound is clean.`,
  (f) => `She lives with her daughter {name:${f.first()}} in {place:${f.town()}}.`,
  (f) => `MRN {id:${f.digits(7)}}`,
  (f) => `Encounter date {date:0${f.digits(1)}/1${f.digits(1)}/2019}`,
  (f) => `DOB: {date:1${f.digits(1)} May 195${f.digits(1)}}`,
  (f) => `Policy # {id:${f.digits(3)}-${f.digits(5)}}`,
  (f) => `phone {phone:(617) 555-01${f.digits(2)}}`,
  (f) => `Patient ID: {id:P${f.digits(6)}}`,
  (f) => `on {date:June ${f.digits(1)}, 2018}`,
  (f) => `in {date:March 201${f.digits(1)}}`,
  (f) => `since {date:5/${f.digits(1)}}`,
  (f) => `Case number {id:${f.digits(2)}-${f.digits(4)}}`,
  (f) => `Nurse {name:${f.first()}} reports.`,
  (f) => `I, {name:${f.first()} ${f.last()}}, performed the exam.`,
  (f) => `Primary: {name:${f.last()}, ${f.first()}}`,
  (f) => `PCP {name:${f.last()}}`,
  (f) => `{name:${f.first()} ${f.last()}} RN 7a-7p`,
  (f) => `Attending {name:${f.first()} ${f.last()}} MD`,
  (f) => `Hi {name:${f.first()}}, how are you?`,
  (f) => `Thank you for seeing {name:${f.first()} ${f.last()}}`,
  (f) => `Assistant surgeon: {name:${f.last()}}`,
  (f) => `Follow-up with {name:${f.first()} ${f.last()}} in two weeks`,
  (f) => `Consult: {name:${f.last()}} (cardiology)`,
  (f) => `Plan discussed with {name:${f.last()}}.`,
  (f) => `{name:${f.first()}} states he is better.`,
  (f) => `Per {name:${f.last()}}'s note, stable.`,
  (f) => `Father {name:${f.first()}} and mother {name:${f.first()}} present.`,
];

/** One note with three remarks, from one text of the corpora. */
export function generateC(text: string, random: () => number): GoldNote {
  const pick = <T>(list: readonly T[]): T => {
    const item = list[Math.floor(random() * list.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  const fill: Fill = {
    first: () => pick(GIVEN),
    last: () => pick(FAMILY),
    town: () => pick(TOWNS),
    digits: (count) => Array.from({ length: count }, () => 1 + Math.floor(random() * 9)).join(''),
  };
  const sentences = text.replace(/[{}]/g, ' ').split(/(?<=[.?!]\s)/);
  for (let k = 0; k < 3; k += 1) {
    const remark = `${pick(REMARKS)(fill)}${random() < 0.5 ? '\n' : ' '}`;
    sentences.splice(Math.floor(random() * (sentences.length + 1)), 0, remark);
  }
  return marked(sentences.join(''));
}

/**
 * The tenth generator: people put into the sentences themselves (openings, appositions, what the patient is called, who is spoken
 * to), lines between them, headers, tables and closings; notes in capitals, without a case and broken as a scan is.
 */
import { type GoldNote, marked } from '../gold.ts';
import { int, pick, type R } from '../random.ts';
import { type Person, person } from './people.ts';
import { anyForm, doctor, full, g, HEAD, KIN, type Line, l, PROSE, TAIL, TALK, titled } from './sentences.ts';
import { site, when } from './values.ts';

/** One place in the note's own words where somebody may be named; at most two of each kind a note. */
type Place = readonly [RegExp, (r: R, p: Person, found: string) => string];

const KINSHIP = new RegExp(String.raw`\b(?:[Hh]is|[Hh]er|[Mm]y) (?:${KIN.join('|')})\b(?![-'’])`, 'g');
const PLACES: readonly Place[] = [
  [/^A(?=n? \d+[- ]year[- ]old (?:man|woman|boy|girl|male|female)\b)/g, (r, p) => `${anyForm(r, p)}, a`],
  [/^The patient(?= is (?:a|an) )/g, (r, p) => anyForm(r, p)],
  [/(?<=[.!?] )(?:The patient|Patient)(?= [a-z])/g, (r, p) => pick(r, [titled(r, p), g(p), l(p), full(p)])],
  [/(?<=[.!?] )(?:He|She)(?= [a-z])/g, (r, p) => pick(r, [titled(r, p), g(p), l(p)])],
  [/(?<=[a-z] )the patient(?=[ ,.'])/g, (r, p) => pick(r, [titled(r, p), g(p), full(p)])],
  [
    KINSHIP,
    (r, _p, found) =>
      pick(r, [`${found} ${g(person(r))}`, `${found}, ${full(person(r))},`, `${found} (${g(person(r))})`]),
  ],
  [/(?<=, )(?:sir|ma'am|ma’am)\b/g, (r, p) => pick(r, [g(p), titled(r, p)])],
  [
    /\b(?:his|her|my|your) (?:doctor|physician|primary care physician|cardiologist|psychiatrist)\b/g,
    (r, _p, found) => `${found}, ${doctor(r)},`,
  ],
  [/\bthe (?:hospital|emergency department|emergency room|clinic)(?=[ .,])/g, (r) => site(r)],
  [/(?<=[a-z]{3})\.(?= [A-Z]|$)/g, (r) => ` ${when(r)}.`],
];

export function generateJ(source: string, r: R): GoldNote {
  const text = source.replaceAll('{', '(').replaceAll('}', ')').replaceAll('\r', '');
  const p = person(r);
  const some = (from: readonly Line[], low: number, high: number): string[] =>
    Array.from({ length: int(r, low, high) }, () => pick(r, from)(r, p));
  const talk = /^\s*(?:Doctor|Patient):/.test(text);
  const parts = talk
    ? text.split('\n')
    : withPeople(r, p, text).split(/(?<=[a-z)}]\.)(?<!\b(?:Dr|Mr|Mrs|Ms|St|Prof)\.)\s+(?=[A-Z{])/);
  if (talk) for (const [index, part] of parts.entries()) parts[index] = withPeople(r, p, part);
  for (const one of some(talk ? TALK : PROSE, 2, 5)) parts.splice(int(r, 0, parts.length), 0, one);
  const head = !talk && r() < 0.35 ? `${some(HEAD, 1, 2).join('\n')}\n\n` : '';
  const tail = !talk && r() < 0.35 ? `\n\n${some(TAIL, 1, 2).join('\n')}` : '';
  return dressed(r, marked(head + parts.join(talk ? '\n' : ' ') + tail), talk);
}

function withPeople(r: R, p: Person, text: string): string {
  let out = text;
  for (const [pattern, make] of PLACES) {
    let left = int(r, 0, 1);
    // What a place before this one wrote is not to be broken up.
    out = out.replace(pattern, (found: string, ...rest: unknown[]) => {
      const at = rest.find((x) => typeof x === 'number') ?? 0;
      if (left === 0 || r() < 0.4 || isInside(out, at)) return found;
      left -= 1;
      return make(r, p, found);
    });
  }
  return out;
}

const isInside = (text: string, at: number): boolean => text.lastIndexOf('{', at) > text.lastIndexOf('}', at);

/** One note in twelve in capitals, one in twelve without a case, one in eight broken into lines wherever they end. */
function dressed(r: R, note: GoldNote, talk: boolean): GoldNote {
  const u = r();
  if (u < 1 / 12) return { ...note, text: letterwise(note.text, (x) => x.toUpperCase()) };
  if (u < 2 / 12) return { ...note, text: letterwise(note.text, (x) => x.toLowerCase()) };
  if (u < 7 / 24 && !talk) return { ...note, text: broken(note.text, int(r, 38, 76)) };
  return note;
}

/** Letters whose other case is longer stay, so that places keep their numbers. */
const letterwise = (text: string, make: (letter: string) => string): string =>
  text.replace(/\p{L}/gu, (x) => (make(x).length === x.length ? make(x) : x));

function broken(text: string, width: number): string {
  const out = [...text];
  let start = 0;
  let space = -1;
  for (let at = 0; at < out.length; at += 1) {
    if (out[at] === '\n') [start, space] = [at + 1, -1];
    if (out[at] === ' ') space = at;
    if (at - start < width || space < start) continue;
    out[space] = '\n';
    start = space + 1;
    space = -1;
  }
  return out.join('');
}

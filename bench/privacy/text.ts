/** De-identification of text: recall and precision on notes with inserted identifiers, a red team, what must stay, speed. */

import type { ScrubContext } from '../../src/privacy/scrub.ts';
import { scrubText, scrubWith } from '../../src/privacy/text/index.ts';
import { wordList } from '../../src/privacy/text/lexicon/load.ts';
import { tagger } from '../../src/privacy/text/names/tagger.ts';
import { type Figure, median, wilson } from '../figures.ts';
import { corpusTexts } from './corpus.ts';
import { generateD } from './d/generator.ts';
import { generateE } from './e/generator.ts';
import { generateF } from './f/generator.ts';
import { generateG } from './g/generator.ts';
import { generateA } from './generator-a.ts';
import { generateB } from './generator-b.ts';
import { generateC } from './generator-c.ts';
import { type GoldNote, marked, randomOf } from './gold.ts';
import { generateH } from './h/generator.ts';
import { generateI } from './i/generator.ts';
import { generateJ } from './j/generator.ts';
import { generateK } from './k/generator.ts';
import { isNatural } from './natural.ts';
import { type People, peopleOf, withoutKeptAside } from './people.ts';
import { HARD, LOOK_ALIKES } from './red-team.ts';
import { addTo, emptyScore, type Score } from './score.ts';

export { MEDEC_FILE, MTS_FILE } from './corpus.ts';

const SEEDS = [1, 2, 3];
/** Nothing is known of anybody. */
export const NO_ONE: ScrubContext = {
  known: {
    people: [],
    organisations: [],
    addresses: [],
    places: [],
    zips: [],
    phones: [],
    emails: [],
    urls: [],
    ids: [],
  },
  shiftDays: 41,
  keyed: () => new Uint8Array(32),
  options: { style: 'tags', holidays: true, occupations: false },
};
interface Generator {
  readonly name: string;
  readonly generate: (text: string, random: () => number, people: People) => GoldNote;
  /** Names of the word list that training never saw: the list is used without them. */
  readonly fromList: boolean;
}
const GENERATORS: readonly Generator[] = [
  { name: 'sentences inserted', generate: generateA, fromList: true },
  { name: 'whole documents', generate: generateB, fromList: true },
  { name: 'names that are words', generate: generateC, fromList: false },
  { name: 'names of many lands', generate: generateD, fromList: false },
  { name: 'letters and forms of Europe and India', generate: generateE, fromList: false },
  { name: 'community hospital in a hurry', generate: generateF, fromList: false },
  { name: 'plain notes around the world', generate: generateG, fromList: false },
  { name: 'every category, slips and initials', generate: generateH, fromList: false },
  { name: 'emergency, maternity, old age', generate: generateI, fromList: false },
  { name: 'people in the sentences themselves', generate: generateJ, fromList: false },
  { name: 'the same by other people', generate: generateK, fromList: false },
];

/** The record says nothing here: the text alone is read, with a word list that lacks the names inserted. */
export function textFigures(data: string, report: (line: string) => void): Figure[] {
  const texts = corpusTexts(data);
  const people = peopleOf(wordList());
  const resources = { words: withoutKeptAside(wordList()), tagger: tagger() };
  const shipped = { words: wordList(), tagger: tagger() };
  const figures: Figure[] = [];
  for (const { name, generate, fromList } of GENERATORS) {
    const score = emptyScore();
    for (const seed of SEEDS) {
      const random = randomOf(seed);
      for (const text of texts) {
        const note = generate(text, random, people);
        addTo(score, note, scrubWith(fromList ? resources : shipped, note.text, NO_ONE).spans, isNatural);
      }
    }
    figures.push(...figuresOf(`text, ${name}`, score));
    for (const line of score.missed) report(`missed ${line}`);
    for (const line of score.wrong) report(`wrong ${line}`);
  }
  return [...figures, ...redTeam(report), speed(texts)];
}

function figuresOf(name: string, score: Score): Figure[] {
  const figures: Figure[] = [];
  for (const [category, { found, gold }] of [...score.recall].sort()) {
    figures.push({ name: `${name}: recall of ${category}`, value: found / gold, ...wilson(found, gold), n: gold });
  }
  let right = 0;
  let reported = 0;
  for (const [category, { found, gold }] of [...score.precision].sort()) {
    right += found;
    reported += gold;
    if (gold >= 100)
      figures.push({ name: `${name}: precision of ${category}`, value: found / gold, ...wilson(found, gold), n: gold });
  }
  figures.push({ name: `${name}: precision, all`, value: right / reported, ...wilson(right, reported), n: reported });
  return figures;
}

/** Hard forms with the list as it ships, and sentences in which nothing may be found. */
function redTeam(report: (line: string) => void): Figure[] {
  const score = emptyScore();
  for (const line of HARD) {
    const note = marked(line);
    addTo(score, note, scrubText(note.text, NO_ONE).spans, () => false);
  }
  let found = 0;
  let gold = 0;
  for (const tally of score.recall.values()) {
    found += tally.found;
    gold += tally.gold;
  }
  const kept = emptyScore();
  for (const text of LOOK_ALIKES) addTo(kept, { text, gold: [] }, scrubText(text, NO_ONE).spans, () => false);
  const tokens = LOOK_ALIKES.join(' ').match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0;
  for (const line of score.missed) report(`red team missed ${line}`);
  for (const line of [...score.wrong, ...kept.wrong]) report(`red team wrong ${line}`);
  return [
    { name: 'text, red team: recall', value: found / gold, ...wilson(found, gold), n: gold },
    { name: 'text, red team: tokens of look-alikes kept', value: 1 - kept.wrong.length / tokens, n: tokens },
  ];
}

function speed(texts: readonly string[]): Figure {
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const rates = Array.from({ length: 7 }, () => {
    const start = process.cpuUsage();
    for (const text of texts) scrubText(text, NO_ONE);
    return bytes / process.cpuUsage(start).user;
  });
  return { name: 'text: speed on one core', value: median(rates), unit: 'MB/s', n: bytes };
}

import { MARK, NUMBER, type Tokens, WORD } from './tokens.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
/** May stand inside a term without changing it. */
const FILLER = words(
  "the a an of in on at to my his her your their our its it's both each some any mild mildly moderate severe slight slightly bit little very more much quite rather really pretty get gets getting got feel feels feeling felt is are was were be been being has have had remain remains look looks looking become becomes became still again also so all over around right left r l bilateral bilat bilaterally lower upper recent new ongoing constant intermittent occasional occas generally appears appear seems seem always often sometimes too this that these those she he i now currently today few several marked significant significantly noticeably gradually progressively rapidly grossly diffusely x2 acutely chronic acute within throughout visualized visualised involving about along affecting noted seen present identified mid middle lobe lobes lung lungs hilar perihilar lingular lingula apical basilar basal bibasilar medial lateral anterior posterior superior inferior proximal distal central peripheral paratracheal stable scattered multiple",
);
/** A word that may stand inside a term. */
export const isFiller = (tokens: Tokens, at: number): boolean =>
  tokens.kind[at] === WORD && FILLER.has(tokens.low[at] ?? '');

const NOT = words("not no isn't aren't wasn't weren't without nil never nor neither non");
const PREPOSITIONS = words('of in on at over to');
const AND = words('and or & / + plus');
/** Alone between two words they hold them apart: "drink alcohol or abuse drugs" says nothing of alcohol abuse. */
const EITHER = words('or nor');
/** Say how something is: the words before them are no list. */
const STATE = words(
  'clear normal nl ok okay fine good stable negative neg positive pos absent present soft well unremarkable intact supple regular none denies denied reports resolved settled better worse but with which who because due since after before if when has had is are was were not',
);

/** 0: the words do not belong together; 1: they do; 2: they do, with a negation between. */
export function gapsBetween(tokens: Tokens, places: readonly number[], to: number, turned: boolean): number {
  let verdict = 1;
  for (let index = 1; index < places.length; index++) {
    const one = gap(tokens, places[index - 1] ?? 0, places[index] ?? 0, to, turned);
    if (one === 0) return 0;
    if (one === 2) verdict = 2;
  }
  return verdict;
}

/** Whether the word at a token is said of the one after it: "cracked lips". */
const goesOn = (tokens: Tokens, at: number, to: number): boolean =>
  at + 1 < to &&
  tokens.kind[at + 1] === WORD &&
  ![FILLER, STATE, PREPOSITIONS, AND, NOT].some((list) => list.has(tokens.low[at + 1] ?? ''));

function gap(tokens: Tokens, left: number, right: number, to: number, turned: boolean): number {
  const size = right - left - 1;
  if (size === 0) return 1;
  const first = left + 1;
  let other = 0;
  let commas = 0;
  let ands = 0;
  let negated = false;
  for (let at = first; at < right; at++) {
    const low = tokens.low[at] ?? '';
    if (tokens.kind[at] === MARK) {
      if (low === '-' && tokens.start[at] === tokens.end[at - 1] && tokens.end[at] === tokens.start[at + 1]) continue;
      if (low === '-' && size === 1) continue;
      if (low === '"' || low === "'" || low === '~') continue;
      if (low === '>' && !turned && tokens.kind[at + 1] === NUMBER) continue;
      if (low === ',') commas++;
      else if (low === '/' || low === '&' || low === '+') ands++;
      else if (low === ':' && NOT.has(tokens.low[at + 1] ?? '')) continue;
      else return 0;
    } else if (size === 1 && EITHER.has(low)) return 0;
    else if (AND.has(low)) ands++;
    else if (NOT.has(low)) negated = true;
    else if (PREPOSITIONS.has(low)) continue;
    else if ((low === 'with' || low === 'for') && !turned) continue;
    else if (!FILLER.has(low)) {
      if (tokens.kind[at] === NUMBER && /^[cm]m$/.test(tokens.low[at + 1] ?? '')) at++;
      else if (tokens.kind[at] === WORD && !STATE.has(low)) other++;
      else if (tokens.kind[at] !== WORD && low === '\n') continue;
      else return 0;
    }
  }
  // Turned about, words on both sides of an "and" are two things: "sinus tachycardia and left ventricular hypertrophy"; so are they where
  // the second goes on: "peeling fingers and cracked lips".
  if (turned && AND.has(tokens.low[first] ?? '') && (size > 1 || goesOn(tokens, right, to))) return 0;
  if (negated) return other === 0 && commas === 0 && ands === 0 ? 2 : 0;
  if (other === 0) return commas === 0 ? 1 : 0;
  if (ands + commas === 0) return 0;
  const opening = tokens.low[first] ?? '';
  const sites = PREPOSITIONS.has(opening);
  const closing = tokens.low[right - 1] ?? '';
  if (
    !turned &&
    other <= 2 &&
    ((AND.has(opening) && commas === 0) || (opening === ',' && (ands > 0 || (commas === 1 && other === 1))))
  )
    return 1;
  if (commas === 0 && other <= 2 && AND.has(closing)) return 1;
  if (sites && other <= 4 && (AND.has(closing) || closing === ',') && !STATE.has(tokens.low[right + 1] ?? ''))
    return right < to ? 1 : 0;
  return 0;
}

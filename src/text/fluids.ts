import type { Named } from './measure-names.ts';
import { BREAK, NUMBER, type Tokens, WORD } from './tokens.ts';

type Fluid = 'csf' | 'synovial' | 'ascitic' | 'pleural' | 'blood';

/** Names of a specimen by themselves. */
const ALONE: ReadonlyMap<string, Fluid> = new Map<string, Fluid>([
  ['csf', 'csf'],
  ['cerebrospinal', 'csf'],
  ['lp', 'csf'],
  ['arthrocentesis', 'synovial'],
  ['paracentesis', 'ascitic'],
  ['thoracentesis', 'pleural'],
  ['serum', 'blood'],
  ['blood', 'blood'],
  ['plasma', 'blood'],
]);
/** Names of a place, which are a specimen when a word for a fluid follows: "pleural fluid", not "pleural effusion". */
const PLACES: ReadonlyMap<string, Fluid> = new Map<string, Fluid>([
  ['synovial', 'synovial'],
  ['joint', 'synovial'],
  ['ascitic', 'ascitic'],
  ['peritoneal', 'ascitic'],
  ['pleural', 'pleural'],
  ['lumbar', 'csf'],
]);
const DRAWN =
  /^(?:fluid|fluids|aspirate|aspiration|tap|puncture|leuko|leukocyte|leukocytes|wbc|white|neutrophil|glucose|protein|ldh)$/;
/** "white blood cells": no name of a specimen. */
const CELLS = /^(?:cell|cells|pressure|cultures?|count|sugar)$/;

/** What blood's measures are called in another fluid; one that is missing is not read. */
const IN: Readonly<Record<Exclude<Fluid, 'blood'>, ReadonlyMap<string, string>>> = {
  csf: new Map([
    ['leukocytes', 'csf-leukocytes'],
    ['erythrocytes', 'csf-erythrocytes'],
    ['glucose', 'csf-glucose'],
    ['total-protein', 'csf-protein'],
  ]),
  synovial: new Map([['leukocytes', 'synovial-leukocytes']]),
  ascitic: new Map([['neutrophils', 'ascitic-neutrophils']]),
  pleural: new Map(),
};
/** What is measured in blood and in such fluids alike. Other names (pulse, haemoglobin) mean what they always mean. */
const SHARED: ReadonlySet<string> = new Set(
  'leukocytes erythrocytes neutrophils lymphocytes monocytes eosinophils glucose total-protein albumin ldh amylase lactate'.split(
    ' ',
  ),
);

/**
 * Names whose fluid the sentence tells before them: "CSF: WBC 250, glucose 30" are of cerebrospinal fluid, "synovial fluid leukocyte
 * count" of the joint. Of a fluid that has no such measure here, the name is left out rather than taken for blood's.
 */
export function inTheirFluid(tokens: Tokens, names: readonly Named[], from: number): readonly Named[] {
  if (!names.some(({ analyte }) => SHARED.has(analyte))) return names;
  return names.flatMap((named): Named[] => {
    if (!SHARED.has(named.analyte)) return [named];
    const fluid = fluidBefore(tokens, from, named.from) ?? fluidOfList(tokens, from);
    if (fluid === undefined || fluid === 'blood') return [named];
    const analyte = IN[fluid].get(named.analyte);
    return analyte === undefined ? [] : [{ ...named, analyte }];
  });
}

/** A list under a heading is looked back through this far, in tokens: some fifteen lines of results. */
const LIST = 150;
/** Words of a line that only names what the lines below it are of: "Synovial fluid:", "Serum". */
const HEADING = 4;
/** A line with more words than this is prose and no line of a list. */
const LINE = 16;

/** The specimen that a heading above the list names, of which the line at `from` is one: "Synovial fluid:", and below it the counts. */
function fluidOfList(tokens: Tokens, from: number): Fluid | undefined {
  let end = from;
  while (end > 0 && tokens.kind[end - 1] === BREAK) end--;
  for (const first = Math.max(0, from - LIST); end > first; ) {
    let start = end;
    let words = 0;
    let numbers = 0;
    while (start > 0 && tokens.kind[start - 1] !== BREAK) {
      start--;
      if (tokens.kind[start] === WORD) words++;
      else if (tokens.kind[start] === NUMBER) numbers++;
    }
    if (words > LINE) return undefined;
    if (numbers === 0 && words <= HEADING && words > 0) {
      const fluid = fluidBefore(tokens, start, end);
      if (fluid !== undefined || tokens.low[end - 1] === ':') return fluid;
    }
    end = start;
    while (end > 0 && tokens.kind[end - 1] === BREAK) end--;
  }
  return undefined;
}

/** The specimen named last in the tokens [from, at). */
function fluidBefore(tokens: Tokens, from: number, at: number): Fluid | undefined {
  for (let back = at - 1; back >= from; back--) {
    const low = tokens.low[back] ?? '';
    const next = tokens.low[back + 1] ?? '';
    const alone = ALONE.get(low);
    if (alone !== undefined && !(alone === 'blood' && CELLS.test(next))) return alone;
    const place = PLACES.get(low);
    if (place !== undefined && DRAWN.test(next)) return place;
  }
  return undefined;
}

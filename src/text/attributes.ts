import type { Match } from './match.ts';
import type { Attributes, SiteMention, Span } from './mention.ts';
import { MARK, NUMBER, type Tokens } from './tokens.ts';
import { timingOf } from './when.ts';

const table = (rows: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(rows).flatMap(([means, list]) => list.split(' ').map((word) => [word, means] as const)));

const SEVERITY = table({
  mild: 'mild mildly slight slightly minimal minimally minor subtle little trace',
  moderate: 'moderate moderately',
  severe:
    'severe severely marked markedly intense intensely extreme extremely profound profoundly massive gross grossly excruciating agonising agonizing crippling debilitating unbearable',
});
const SIDE = table({
  left: 'left l lt left-sided',
  right: 'right r rt right-sided',
  bilateral: 'bilateral bilat bilaterally both bibasal bibasilar biapical',
});
const COURSE = table({
  worsening:
    'worsening worse worsened increasing increased progressive progressively progressing deteriorating enlarging growing grown spreading escalating',
  improving: 'improving improved better settling resolving decreasing decreased easing eased lessening receding',
  stable: 'stable unchanged same static persistent persisting persists ongoing constant chronic longstanding',
  recurrent: 'recurrent recurring recurs intermittent episodic relapsing again',
  new: 'new sudden acute',
});

const TELLING: ReadonlySet<string> = new Set([...SEVERITY.keys(), ...SIDE.keys(), ...COURSE.keys()]);

/** How far before and after a concept its attributes may stand, in tokens. */
const BEFORE = 4;
const AFTER = 7;
/** "3-week history of intermittent cough": how long it has lasted may stand further ahead. */
const HISTORY = 9;

const MM: Readonly<Record<string, number>> = {
  mm: 1,
  millimetre: 1,
  millimeter: 1,
  cm: 10,
  centimetre: 10,
  centimeter: 10,
};
const PER = new Set(['/', 'hg', 'h2o', 'per']);

type Found = { -readonly [key in keyof Attributes]: Attributes[key] };

/**
 * Severity, site, side, course, size, duration and onset told of the concept in the tokens `words` up to `last`, inside its
 * clause of the sentence [from, to): "severe R flank pain x 3/52, worsening", "8 mm nodule", "fatigue since 2019". `places`
 * are the sites named in the sentence; `written` is the time of the note in milliseconds.
 */
export function attributesOf(
  tokens: Tokens,
  words: readonly number[],
  last: number,
  from: number,
  to: number,
  places: readonly Match[] = [],
  written?: number,
): Attributes {
  const first = words[0] ?? 0;
  const found: Found = {};
  const begin = reachBack(tokens, first, Math.max(from, first - BEFORE));
  let end = last + 1;
  while (end < Math.min(to, last + 1 + AFTER) && !isBoundary(tokens, end)) end++;
  for (let at = begin; at < end; at++) {
    if (tokens.kind[at] === NUMBER) readSize(tokens, at, found);
    const low = tokens.low[at] ?? '';
    if (!TELLING.has(low)) continue;
    const severity = SEVERITY.get(low);
    if (severity !== undefined) found.severity ??= severity as NonNullable<Attributes['severity']>;
    const side = sideAt(tokens, at);
    if (side !== undefined) found.side = found.side !== undefined && found.side !== side ? 'bilateral' : side;
    const course = COURSE.get(low);
    if (course !== undefined && !isDenied(tokens, at)) found.course ??= course as NonNullable<Attributes['course']>;
  }
  if (places.length > 0) readSite(words, last, begin, end, places, found);
  const back = reachBack(tokens, first, Math.max(from, first - HISTORY));
  return Object.assign(found, timingOf(tokens, first, last, back, end, written));
}

function reachBack(tokens: Tokens, first: number, limit: number): number {
  let begin = first;
  while (begin > limit && !isBoundary(tokens, begin - 1)) begin--;
  return begin;
}

/** The site in the concept's own words, else the nearest in its clause, what stands after it before what stands ahead. */
function readSite(
  words: readonly number[],
  last: number,
  begin: number,
  end: number,
  places: readonly Match[],
  found: Found,
): void {
  const first = words[0] ?? 0;
  let best: Match | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const place of places) {
    const start = place.at[0] ?? 0;
    if (start < begin || place.last >= end) continue;
    const inside = start >= first && place.last <= last;
    const away = inside ? 0 : start > last ? start - last : first - place.last + 0.5;
    // Of sites in the concept's own words the last is the narrowest: "abdominal wall".
    if (away < least || (away === least && place.at.length >= (best?.at.length ?? 0))) {
      best = place;
      least = away;
    }
  }
  if (!best) return;
  const [site] = best.concepts;
  if (site !== undefined) found.site = site;
  const side = best.site?.side;
  if (side !== undefined) found.side ??= side;
}

/** A place of the body as it stands in the text, with its side. */
export function siteMentionOf(tokens: Tokens, place: Match, from: number, to: number, sentence: Span): SiteMention {
  const first = place.at[0] ?? 0;
  let side: SiteMention['side'] = place.site?.side;
  for (let at = Math.max(from, first - 2); at <= Math.min(to - 1, place.last + 1); at++) {
    if (at < first && isBoundary(tokens, at)) side = place.site?.side;
    else if (at > place.last && isBoundary(tokens, at)) break;
    else side ??= sideAt(tokens, at);
  }
  return {
    site: place.concepts[0] ?? '',
    ...(side === undefined ? {} : { side }),
    span: [tokens.start[first] ?? 0, tokens.end[place.last] ?? 0],
    sentence,
  };
}

const isBoundary = (tokens: Tokens, at: number): boolean => {
  const low = tokens.low[at] ?? '';
  return (
    (tokens.kind[at] === MARK && (low === ',' || low === ';' || low === '.' || low === ':' || low === '(')) ||
    low === 'no' ||
    low === 'but' ||
    low === '\n\n'
  );
};

/** "She left hospital", "right away", "left with a weakness": no sides. */
const NOT_LEFT = new Set(
  'the hospital home work without against ama with him her his to school early behind untreated'.split(' '),
);
const NOT_RIGHT = new Set('now away after before then up at through'.split(' '));

function sideAt(tokens: Tokens, at: number): NonNullable<Attributes['side']> | undefined {
  const low = tokens.low[at] ?? '';
  const side = SIDE.get(low);
  if (side === undefined) return undefined;
  const next = tokens.low[at + 1] ?? '';
  // `L` and `R` alone only in capitals, and not as a unit ("2 L/min").
  if (low.length === 1) {
    if (tokens.text.charCodeAt(tokens.start[at] ?? 0) >= 97) return undefined;
    if (tokens.kind[at - 1] === NUMBER || next === '/' || (tokens.low[at - 1] ?? '') === '/') return undefined;
  }
  if (low === 'left' && NOT_LEFT.has(next)) return undefined;
  if (low === 'right' && NOT_RIGHT.has(next)) return undefined;
  return side as NonNullable<Attributes['side']>;
}

/** "Not worse", "no better". */
const isDenied = (tokens: Tokens, at: number): boolean => /^(?:no|not|never)$/.test(tokens.low[at - 1] ?? '');

/** A length in mm or cm; not a pressure (mmHg), a rate (mm/h) or a water column. */
function readSize(tokens: Tokens, at: number, found: Found): void {
  const scale = MM[tokens.low[at + 1] ?? ''];
  if (scale === undefined || PER.has(tokens.low[at + 2] ?? '')) return;
  found.sizeMm = Math.max(found.sizeMm ?? 0, Number((tokens.low[at] ?? '').replaceAll(',', '')) * scale);
}

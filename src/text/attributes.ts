import { countOf, daysOf, isYear } from './assertion/time.ts';
import type { Attributes } from './mention.ts';
import { MARK, NUMBER, type Tokens } from './tokens.ts';

const table = (rows: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(rows).flatMap(([means, list]) => list.split(' ').map((word) => [word, means] as const)));

const SEVERITY = table({
  mild: 'mild mildly slight slightly minimal minor subtle little trace',
  moderate: 'moderate moderately',
  severe: 'severe severely marked markedly intense intensely extreme extremely profound massive gross excruciating',
});
const SIDE = table({
  left: 'left l lt left-sided',
  right: 'right r rt right-sided',
  bilateral: 'bilateral bilat bilaterally both bibasal bibasilar biapical',
});
const COURSE = table({
  worsening: 'worsening worse increasing progressive progressing deteriorating enlarging growing spreading',
  improving: 'improving improved better settling resolving decreasing decreased easing lessening',
  stable: 'stable unchanged same static persistent persisting ongoing constant chronic longstanding',
  recurrent: 'recurrent recurring intermittent episodic relapsing again',
  new: 'new sudden acute',
});

/** How far before and after a concept its attributes may stand, in tokens. */
const BEFORE = 4;
const AFTER = 7;

const MM: Readonly<Record<string, number>> = { mm: 1, cm: 10 };

/**
 * Severity, side, course, size and duration told of the concept in the tokens [first, last], inside its clause of the sentence
 * [from, to): "severe R flank pain x 3/52, worsening", "8 mm nodule", "fatigue since 2019".
 */
export function attributesOf(tokens: Tokens, first: number, last: number, from: number, to: number): Attributes {
  const found: { -readonly [key in keyof Attributes]: Attributes[key] } = {};
  const start = Math.max(from, first - BEFORE);
  let begin = first;
  while (begin > start && !isBoundary(tokens, begin - 1)) begin--;
  let end = last + 1;
  while (end < Math.min(to, last + 1 + AFTER) && !isBoundary(tokens, end)) end++;
  for (let at = begin; at < end; at++) {
    const low = tokens.low[at] ?? '';
    const severity = SEVERITY.get(low);
    if (severity !== undefined) found.severity ??= severity as NonNullable<Attributes['severity']>;
    const side = isSide(tokens, at) ? SIDE.get(low) : undefined;
    if (side !== undefined)
      found.side =
        found.side !== undefined && found.side !== side ? 'bilateral' : (side as NonNullable<Attributes['side']>);
    const course = COURSE.get(low);
    if (course !== undefined) found.course ??= course as NonNullable<Attributes['course']>;
    if (tokens.kind[at] === NUMBER) readNumber(tokens, at, found);
  }
  for (let at = last + 1; at < end; at++) readDuration(tokens, at, end, found);
  return found;
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

/** `L` and `R` alone only in capitals. */
function isSide(tokens: Tokens, at: number): boolean {
  const low = tokens.low[at] ?? '';
  return low.length > 1 || tokens.text.charCodeAt(tokens.start[at] ?? 0) < 97;
}

function readNumber(tokens: Tokens, at: number, found: { sizeMm?: number }): void {
  const scale = MM[tokens.low[at + 1] ?? ''];
  if (scale !== undefined) found.sizeMm = Math.max(found.sizeMm ?? 0, Number(tokens.low[at]) * scale);
}

const FRACTION: Readonly<Record<string, number>> = { '12': 30.4, '52': 7, '7': 1 };

/** "x 3/52", "for 2 years", "x3d", "since 2019". */
function readDuration(
  tokens: Tokens,
  at: number,
  end: number,
  found: { durationDays?: number; sinceYear?: number },
): void {
  const low = tokens.low[at] ?? '';
  if (low === 'since' && isYear(tokens.low[at + 1] ?? '')) found.sinceYear ??= Number(tokens.low[at + 1]);
  const short = /^x(\d+)([dwmy])$/.exec(low);
  if (short) found.durationDays ??= Math.round(Number(short[1]) * (daysOf(short[2] ?? '') ?? 1));
  if (low !== 'x' && low !== 'for' && low !== 'past' && low !== 'last' && low !== '~' && tokens.kind[at] !== NUMBER)
    return;
  const from = tokens.kind[at] === NUMBER ? at : at + 1;
  const count = from < end ? countOf(tokens, from) : undefined;
  if (count === undefined || found.durationDays !== undefined) return;
  const next = tokens.low[from + 1] ?? '';
  const days = next === '/' ? FRACTION[tokens.low[from + 2] ?? ''] : daysOf(next);
  if (days !== undefined && days >= 1 && tokens.low[from + 2] !== 'ago') found.durationDays = Math.round(count * days);
}

import { countOf, daysOf } from '../durations.ts';
import { MARK, NUMBER, type Tokens, WORD } from '../tokens.ts';

/** Older than this is history rather than the present complaint. */
const RECENT_DAYS = 60;

/** Stretches [from, to) told as long past: "hip fracture five years ago", "stroke in 2009", "fx at 78". `year` numbers are calendar years. */
export function pastIn(tokens: Tokens, from: number, to: number): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (let at = from; at < to; at++) {
    const low = tokens.low[at] ?? '';
    if (low === 'ago' || low === 'earlier' || low === 'previously' || low === 'prior') {
      const unit = daysOf(tokens.low[at - 1] ?? '');
      const count =
        unit === undefined
          ? undefined
          : (countOf(tokens, at - 2) ?? (tokens.low[at - 2] === 'of' ? countOf(tokens, at - 3) : undefined));
      if (unit !== undefined && (count ?? (low === 'ago' ? 2 : 0)) * unit > RECENT_DAYS)
        found.push(...aroundTime(tokens, clauseStart(tokens, at, from), at, to));
    } else if (low === 'when' && tellsYouth(tokens, at + 1, to)) {
      found.push([clauseStart(tokens, at, from), at]);
    } else if (
      tokens.kind[at] === NUMBER &&
      isYear(low) &&
      (tokens.low[at - 1] === 'in' || tokens.low[at - 1] === 'circa' || tokens.low[at - 1] === '(')
    ) {
      found.push(...aroundTime(tokens, clauseStart(tokens, at - 1, from), at, to));
    } else if (tokens.kind[at] === NUMBER && isYear(low) && isBareYear(tokens, at, from, to)) {
      found.push([clauseStart(tokens, at - 1, from), at]);
    } else if (
      (low === 'age' || low === 'aged') &&
      tokens.kind[at + 1] === NUMBER &&
      at > from &&
      tokens.low[at + 2] !== '-'
    ) {
      if (tokens.low[at - 1] !== 'since' && tokens.low[at - 1] !== 'from')
        found.push([clauseStart(tokens, at, from), at]);
    }
  }
  return found;
}

/** The clause before a time that is told last; when the time opens the clause ("Three years ago he had …"), what follows. */
function aroundTime(tokens: Tokens, start: number, at: number, to: number): (readonly [number, number])[] {
  if (at - start > OPENING) return [[start, at]];
  for (let before = start; before < at; before++) {
    const low = tokens.low[before] ?? '';
    if (
      countOf(tokens, before) === undefined &&
      daysOf(low) === undefined &&
      !/^(?:in|about|around|back|some|over|of|the|almost|nearly|more|than|\()$/.test(low)
    )
      return [[start, at]];
  }
  let next = at + 1;
  if (tokens.low[next] === ',') next++;
  let end = next;
  while (end < to && !/^(?:[,;:]|but|now|and|since|currently)$/.test(tokens.low[end] ?? '')) end++;
  return [
    [start, at],
    [next, end],
  ];
}
const OPENING = 5;

/** "When he was twelve", "when she was a child". */
function tellsYouth(tokens: Tokens, at: number, to: number): boolean {
  if (
    at + 2 >= to ||
    !/^(?:he|she|they|i)$/.test(tokens.low[at] ?? '') ||
    !/^(?:was|were)$/.test(tokens.low[at + 1] ?? '')
  )
    return false;
  const low = tokens.low[at + 2] ?? '';
  if (/^(?:a|an)$/.test(low))
    return /^(?:child|baby|boy|girl|kid|teenager|teen|student|toddler|infant|young)$/.test(tokens.low[at + 3] ?? '');
  return /^(?:young|younger|little|small|in)$/.test(low) || (countOf(tokens, at + 2) ?? 0) >= 1;
}

/** "Ca breast 2011 - discharged": a year that ends its clause, right after a word that is no part of a date or a span of time. */
const isBareYear = (tokens: Tokens, at: number, from: number, to: number): boolean =>
  at > from &&
  tokens.kind[at - 1] === WORD &&
  !DATING.test(tokens.low[at - 1] ?? '') &&
  (at + 1 >= to ||
    (tokens.kind[at + 1] === MARK && /^[,;.)-]$/.test(tokens.low[at + 1] ?? '') && !isDigits(tokens, at + 1)));
const isDigits = (tokens: Tokens, at: number): boolean =>
  tokens.kind[at + 1] === NUMBER && tokens.start[at + 1] === tokens.end[at];
const DATING =
  /^(?:since|from|until|till|to|by|for|of|before|after|due|jan\w*|feb\w*|mar|march|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*|early|late|mid|spring|summer|autumn|fall|winter|again|started|start|on|x|neg|negative|pos|positive|normal|clear|ok|nad|stable)$/;

export const isYear = (low: string): boolean => /^(?:19[2-9]\d|20[0-4]\d)$/.test(low);

function clauseStart(tokens: Tokens, at: number, from: number): number {
  let start = at;
  while (start - 1 >= from) {
    const low = tokens.low[start - 1] ?? '';
    if (tokens.kind[start - 1] === MARK && (low === ',' || low === ';' || low === ':' || low === '.')) break;
    start--;
  }
  return start;
}

/** Conditions that one has for years and seldom comes with: named alone on a line, they are the background of the case. */
const LASTING = new Set(
  'hypertension htn hyperlipidemia hyperlipidaemia hypercholesterolemia hypercholesterolaemia cholesterol diabetes dm niddm iddm hypothyroidism hypothyroid osteoporosis osteopenia gerd reflux fibrillation afib cardiomyopathy schizophrenia bipolar depression anxiety anemia anaemia osteoarthritis arthritis gout asthma glaucoma bph prostatic obesity hypertriglyceridemia thrombocytosis neuropathy cataracts psoriasis epilepsy'.split(
    ' ',
  ),
);
const QUALIFIERS = new Set(
  'type 1 2 i ii disease chronic essential mild persistent increased high elevated gastroesophageal gastro oesophageal atrial major mellitus insulin dependent diet controlled disorder of the and a systemic arterial iron deficiency rheumatoid benign hypertrophy hyperplasia seasonal bronchial peripheral diabetic paroxysmal permanent morbid'.split(
    ' ',
  ),
);
/** Longer than this is no bare name. */
const NAME_TOKENS = 8;

/** The tokens of a sentence that is nothing but the name of a lasting condition ("3. Type 2 diabetes mellitus."). */
export function backgroundIn(tokens: Tokens, from: number, to: number): readonly [number, number] | undefined {
  if (to - from > NAME_TOKENS) return undefined;
  let lasting = false;
  for (let at = from; at < to; at++) {
    const low = tokens.low[at] ?? '';
    if (LASTING.has(low)) lasting = true;
    else if (tokens.kind[at] !== MARK && tokens.kind[at] !== NUMBER && !QUALIFIERS.has(low)) return undefined;
    else if (low === '?' || low === '+' || low === ':') return undefined;
  }
  return lasting ? [from, to] : undefined;
}

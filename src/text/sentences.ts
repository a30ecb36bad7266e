import { BREAK, MARK, NUMBER, type Tokens, WORD } from './tokens.ts';

/** Abbreviations after whose point a sentence never ends. */
const NEVER = new Set('dr mr mrs ms prof vs eg ie fig approx st no'.split(' '));
/** Abbreviations after whose point a sentence ends only before a capital. */
const SELDOM = new Set(
  'hx dx tx rx fx sx yo wk wks yr yrs mo mos hr hrs min mins pt pts occ occas resp abd abdo temp wt ht max inc dept ext approx resp bilat esp incl prev est app tel'.split(
    ' ',
  ),
);

function isCapital(tokens: Tokens, at: number): boolean {
  const code = tokens.text.charCodeAt(tokens.start[at] ?? 0);
  return code >= 65 && code <= 90;
}

/** Whether the mark at `at` ends a sentence. */
export function endsSentence(tokens: Tokens, at: number): boolean {
  const low = tokens.low[at];
  if (low === '!') return true;
  if (low === '?') return endsWithQuestion(tokens, at);
  if (low !== '.') return false;
  const next = at + 1;
  if (next >= tokens.size) return true;
  const apart = (tokens.start[next] ?? 0) > (tokens.end[at] ?? 0);
  if (!apart) return closesQuote(tokens, next) || gluedSentence(tokens, at);
  const before = at - 1;
  if (before < 0) return false;
  const kind = tokens.kind[before];
  if (kind === NUMBER && (before === 0 || tokens.kind[before - 1] === BREAK)) return false;
  if (kind !== WORD) return true;
  const word = tokens.low[before] ?? '';
  if (word === 'no' || word === 'st')
    return tokens.kind[next] !== NUMBER && !(word === 'st' && isCapital(tokens, next));
  if (NEVER.has(word)) return false;
  if (word === 'd' && !/^(?:vit|vitamin|hep|hepatitis|vitamins)$/.test(tokens.low[before - 1] ?? '')) return false;
  if (SELDOM.has(word)) return isCapital(tokens, next) || tokens.kind[next] === BREAK;
  if (
    word.length === 1 &&
    before >= 2 &&
    tokens.low[before - 1] === '.' &&
    tokens.end[before - 1] === tokens.start[before]
  ) {
    return tokens.kind[next] === BREAK || (isCapital(tokens, next) && word !== 'y');
  }
  return true;
}

/** "fever.Denies": a point between a long word and a capital. */
function gluedSentence(tokens: Tokens, at: number): boolean {
  if (at === 0 || tokens.kind[at - 1] !== WORD || tokens.kind[at + 1] !== WORD || !isCapital(tokens, at + 1))
    return false;
  return (tokens.low[at - 1] ?? '').length > 3 && (tokens.low[at + 1] ?? '').length > 2;
}

function closesQuote(tokens: Tokens, next: number): boolean {
  const low = tokens.low[next];
  if (low !== '"' && low !== "'" && low !== ')' && low !== ']') return false;
  return next + 1 >= tokens.size || (tokens.start[next + 1] ?? 0) > (tokens.end[next] ?? 0);
}

/** "?fatty liver" asks about what follows; "Depression? flat" ends a sentence. */
function endsWithQuestion(tokens: Tokens, at: number): boolean {
  const next = at + 1;
  if (next >= tokens.size) return true;
  const gluedAfter = tokens.start[next] === tokens.end[at];
  if (gluedAfter) return closesQuote(tokens, next);
  if (at === 0) return false;
  const gluedBefore = tokens.end[at - 1] === tokens.start[at];
  return gluedBefore && tokens.kind[at - 1] !== MARK ? true : gluedBefore;
}

/** A line break inside a sentence: text wrapped by its width. */
export function isSoftBreak(tokens: Tokens, at: number): boolean {
  if (tokens.low[at] !== '\n') return false;
  const next = at + 1;
  if (next >= tokens.size || at === 0) return false;
  const before = tokens.low[at - 1] ?? '';
  if (tokens.kind[at - 1] === MARK && /^[.:;!?]/.test(before)) return false;
  if (tokens.kind[next] === MARK && tokens.low[next] !== '(') return false;
  if (before === ',' || GOES_ON.has(before)) return true;
  if (tokens.kind[next] === NUMBER || isCapital(tokens, next)) return false;
  const line = tokens.text.slice(Math.max(0, (tokens.start[at] ?? 0) - 160), tokens.start[at]);
  return line.length - 1 - line.lastIndexOf('\n') >= 30;
}

/** A line that ends with one of these is not the end of a sentence. */
const GOES_ON = new Set(
  'of the and or with to in a an no not for by her his their from at on is was were are has had that which but as than dr mr mrs ms'.split(
    ' ',
  ),
);

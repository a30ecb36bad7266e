import { endOfNon } from '../denied-part.ts';
import { BREAK, MARK, NUMBER, type Tokens, WORD } from '../tokens.ts';
import type { Cue } from './cues.ts';
import { isTest, itemBefore } from './items.ts';
import { isSound, recurs, soundScope } from './sound.ts';
import { statesOwn } from './states.ts';
import { isYear } from './time.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** One-word backward cues hold only at the end of a clause: "CP neg," but not "neg CP". */
const FINAL = words(
  'declined declines refused refuses neg negative no none nil absent denied denies never free excluded history hx previously possible probable probably likely suspected considered yes pos present positive questioned risk screening screen prevention education advice ?',
);
/** These qualify the nearest noun alone: their scope ends at the next comma. */
const NARROW = words(
  '? possible possibly poss probable probably prob likely suspected perhaps maybe presumed questionable query previous previously prev prior past old former formerly ex remote childhood potential potentially risk old non unlikely doubt never off stopped stop stopping discontinued discontinue cut d dc quit',
);
/** These qualify the word right before them alone: "TIA clinic". */
const NEXT_TO = words(
  'screen screening risk prevention prophylaxis ppx precautions advice leaflet awareness education warnings clinic pathway protocol service nurse specialist society association charity foundation guidelines guideline gene genes genetics vaccine vaccines vaccination vacc vax jab booster immunisation immunization workup contact contacts exposure intol intolerant intolerance allergy allergic',
);
const NEXT_PHRASES = new Set([
  'risk score',
  'risk scores',
  'risk calculator',
  'risk assessment',
  'risk factors',
  'support group',
  'w / u',
  'work up',
  'work - up',
  'r / o',
]);

/** Whether a backward cue speaks only of what stands right before it. */
export const touches = (cue: Cue, range: Range): boolean =>
  touchesAlways(cue) || (isSound(cue) && range[1] - range[0] === 1);

const touchesAlways = ({ rule: { words: own } }: Cue): boolean =>
  own.length === 1 ? NEXT_TO.has(own[0] ?? '') : NEXT_PHRASES.has(own.join(' '));

/** How a result ends a clause. */
const RESULTS = words('neg negative normal clear nl nad');
/** Verbs and states that make a new statement of the words after a comma. */
const PREDICATE = words(
  'is are was were has have had does did will would can could clear normal nl wnl ok okay fine good stable unremarkable intact supple soft regular well nad present positive pos yes benign symmetric symmetrical equal nontender nondistended alert oriented reactive patent within continues remains complains reports states started improved better worse worsening resolved settled increased decreased gets got feels felt s1 s2 rrr ctab perrla came went says said seen noted showed shows show demonstrates demonstrated revealed reveals developed received given known exam unchanged tolerating ambulating represents represent suggests appears appear demonstrate measures extends',
);
/** "No rash, mild cough": what has a degree is there. */
const GRADES = words(
  'mild moderate severe small tiny trace slight occasional occ few some minimal marked rare new old intermittent chronic positive several multiple',
);
/** Each denial has its own items. */
const AGAIN = words('no nil denies denied without');
const FOUND = words('noted seen found identified');
const WHERE = words('within in on at of along throughout over anywhere elsewhere about around');
const ASIDE = words('he she they it this these that patient pt there who which ever');
const AUX = words('is are was were has have had did does would will');

const RELATIVE = words('which that');

/** [from, to) of tokens that a cue governs. */
export type Range = readonly [from: number, to: number];

/** A comma in a list goes on with it; a comma before a new statement ends it. */
function opensStatement(tokens: Tokens, comma: number, to: number): boolean {
  if ((GRADES.has(tokens.low[comma + 1] ?? '') || isThing(tokens, comma + 1)) && !listEnds(tokens, comma + 1, to))
    return true;
  for (let at = comma + 1; at < to; at++) {
    const low = tokens.low[at] ?? '';
    if (tokens.kind[at] === MARK && (low === ',' || low === ';' || low === ':' || low === '(')) return low === ':';
    if (low === 'or' || low === 'nor') return false;
    if ((tokens.kind[at] === WORD && PREDICATE.has(low)) || (at > comma + 1 && statesOwn(tokens, at))) return true;
    if (tokens.kind[at] === NUMBER && (tokens.low[at + 1] === '/' || tokens.low[at + 1] === '%')) return true;
  }
  return false;
}

/** "No stones, a 2 cm cyst", "no effusion, 4 mm nodule": what has an article or a size is there. */
const isThing = (tokens: Tokens, at: number): boolean =>
  /^an?$/.test(tokens.low[at] ?? '') || (tokens.kind[at] === NUMBER && /^[cm]m$/.test(tokens.low[at + 1] ?? ''));

/** Whether "or" or "nor" follows before the next statement: the list of what is denied is not over. */
function listEnds(tokens: Tokens, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const low = tokens.low[at] ?? '';
    if (low === 'or' || low === 'nor') return true;
    if (low === ';' || low === '.' || low === ':') return false;
  }
  return false;
}

/** "X, or Y". */
const goesOn = (tokens: Tokens, comma: number): boolean => /^(?:or|nor|and)$/.test(tokens.low[comma + 1] ?? '');

const isDash = (tokens: Tokens, at: number): boolean =>
  (tokens.low[at] === '-' || tokens.low[at] === '->' || tokens.low[at] === '=') &&
  (tokens.start[at] ?? 0) > (tokens.end[at - 1] ?? 0) &&
  (tokens.start[at + 1] ?? 0) > (tokens.end[at] ?? 0);

/** Tokens after a forward cue that it governs, within the sentence [.., to). `stops` marks tokens at which a scope ends. */
export function forwardScope(tokens: Tokens, cue: Cue, to: number, stops: ReadonlySet<number>): Range {
  const { kind } = cue.rule;
  if (cue.rule.words.length === 1 && cue.rule.words[0] === 'non') return [cue.to, endOfNon(tokens, cue.to, to)];
  const narrow = cue.rule.words.length === 1 && NARROW.has(cue.rule.words[0] ?? '');
  const wide = kind === 'hypothetical';
  const past = kind === 'historical';
  const talk = kind === 'talk' && cue.rule.words.at(-1) !== ':';
  const lone =
    (kind === 'no' && /^(?:not|neg|negative)$/.test(cue.rule.words.join(' '))) ||
    cue.rule.words[0] === 'without' ||
    (cue.rule.words[0] === 'w' && cue.rule.words[2] === 'o');
  let depth = 0;
  // Words such as "c/o" or "has" right after "no" belong to the denial.
  let led = 0;
  let at = cue.to;
  if (tokens.low[at] === ':') at++;
  for (; at < to; at++) {
    const low = tokens.low[at] ?? '';
    const what = tokens.kind[at];
    if (what === BREAK && low !== '\n') break;
    if (what === MARK) {
      if (at === cue.to + led && stops.has(at)) led++;
      if (low === '(' && (past || kind === 'resolved')) break;
      if (low === '(' || low === '[') depth++;
      else if (low === ')' || low === ']') {
        if (depth === 0) break;
        depth--;
      } else if (low === ';' && !wide) break;
      else if (low === '.' && tokens.start[at + 1] !== tokens.end[at]) break;
      else if (low === ':' && at > cue.to) break;
      else if (low === ',') {
        if (talk && !listEnds(tokens, at + 1, to)) break;
        if (narrow && !(kind === 'possible' && listEnds(tokens, at + 1, to))) break;
        if (lone && !listEnds(tokens, at + 1, to)) break;
        if (kind === 'no' && opensStatement(tokens, at, to)) break;
      } else if (!wide && isDash(tokens, at)) break;
      else if (low === '?' && narrow && tokens.start[at + 1] === tokens.end[at]) break;
      continue;
    }
    if (narrow && low === 'and') break;
    if (kind === 'no' && at > cue.to && (low === 'for' || AGAIN.has(low))) break;
    if (narrow && low === 'for' && kind === 'possible') break;
    if (past && (low === 'no' || low === 'denies' || low === 'denied' || low === 'without' || isWithout(tokens, at)))
      break;
    if (past && low === 'as') continue;
    if (!wide && stops.has(at)) {
      // "No nodules noted within the lungs": what was looked for, and where.
      if (kind === 'no' && at > cue.to && FOUND.has(low) && WHERE.has(tokens.low[at + 1] ?? '')) continue;
      if (AUX.has(low) && at - cue.to <= 3 && ASIDE.has(tokens.low[at - 1] ?? '')) continue;
      // "Denies that he has had", "no reason to think that she has had".
      if (AUX.has(low) && at - cue.to <= 4 && AUX.has(tokens.low[at - 1] ?? '')) continue;
      if (at === cue.to + led) {
        led++;
        continue;
      }
      break;
    }
  }
  return [cue.to, at];
}

/** "w/o". */
const isWithout = (tokens: Tokens, at: number): boolean =>
  tokens.low[at] === 'w' && tokens.low[at + 1] === '/' && tokens.low[at + 2] === 'o';

/** Tokens before a backward cue that it governs. */
export function backwardScope(
  tokens: Tokens,
  cue: Cue,
  from: number,
  to: number,
  stops: ReadonlySet<number>,
): Range | undefined {
  const single = cue.rule.words.length === 1;
  const word = cue.rule.words[0] ?? '';
  const all = word === 'all' || word === 'both';
  const phrase = all || word === '-' || word === 'screen' || word === 'screening' || word === 'r';
  const final = single ? FINAL.has(word) : phrase || (word === 'not' && cue.rule.words[1] === 'felt');
  if (final && !endsClause(tokens, cue.to, to)) return undefined;
  if (word === '?' && tokens.end[cue.from - 1] !== tokens.start[cue.from]) return undefined;
  if (touchesAlways(cue)) return cue.from > from ? [cue.from - 1, cue.from] : undefined;
  if (isSound(cue)) return endsClause(tokens, cue.to, to) ? soundScope(tokens, cue.from, from) : undefined;
  if (cue.rule.kind === 'resolved' && recurs(tokens, cue, from, to)) return undefined;
  const ofTests =
    RESULTS.has(cue.rule.words.at(-1) ?? '') && !all && isTest(tokens, itemBefore(tokens, cue.from, from), cue.from);
  const narrow = (single && NARROW.has(word)) || cue.rule.kind === 'historical';
  let at = cue.from - 1;
  for (; at >= from; at--) {
    const low = tokens.low[at] ?? '';
    if (tokens.kind[at] === BREAK && low !== '\n') break;
    if (tokens.kind[at] === MARK) {
      if (low === ';' || low === '(') break;
      if (low === ':' || isDash(tokens, at)) {
        if (at === cue.from - 1) continue;
        break;
      }
      if (low === ',' && at === cue.from - 1 && cue.rule.kind !== 'yes' && cue.rule.kind !== 'historical') continue;
      if (low === ',' && at === cue.from - 1 && RELATIVE.has(word)) continue;
      if (low === ',' && at === cue.from - 2 && tokens.low[at + 1] === 'now') continue;
      if (low === ',' && ofTests && !isTest(tokens, itemBefore(tokens, at, from), at)) break;
      if (low === ',' && goesOn(tokens, at) && cue.rule.kind !== 'historical') continue;
      if (
        low === ',' &&
        (narrow ||
          cue.rule.kind === 'resolved' ||
          cue.rule.kind === 'hypothetical' ||
          cue.rule.kind === 'yes' ||
          statementBefore(tokens, at, from))
      )
        break;
      continue;
    }
    // "The effusion seen in March has cleared".
    if (FOUND.has(low) && WHERE.has(tokens.low[at + 1] ?? '')) continue;
    if (stops.has(at) && !(AUX.has(low) && cue.from - at <= 2)) break;
  }
  return at + 1 < cue.from ? [at + 1, cue.from] : undefined;
}

function endsClause(tokens: Tokens, at: number, to: number): boolean {
  if (at >= to || tokens.kind[at] === BREAK) return true;
  const low = tokens.low[at] ?? '';
  if (tokens.kind[at] === NUMBER) return isYear(low);
  if (low === '/') return RESULTS.has(tokens.low[at + 1] ?? '');
  if (tokens.kind[at] === MARK)
    return (
      low === ',' ||
      low === ';' ||
      low === '.' ||
      low === ')' ||
      low === '?' ||
      low === '"' ||
      low === "'" ||
      isDash(tokens, at)
    );
  return (
    low === 'and' ||
    low === 'but' ||
    low === 'x2' ||
    low === 'x3' ||
    low === 'today' ||
    low === 'at' ||
    low === 'on' ||
    low === 'in' ||
    low === 'x'
  );
}

/** Whether the words before a comma make a statement of their own. */
function statementBefore(tokens: Tokens, comma: number, from: number): boolean {
  for (let at = comma - 1; at >= from; at--) {
    const low = tokens.low[at] ?? '';
    if (tokens.kind[at] === MARK && (low === ',' || low === ';' || low === ':')) return false;
    if (tokens.kind[at] === NUMBER) return true;
    if (tokens.kind[at] === WORD && (PREDICATE.has(low) || low === 'no' || low === 'yes' || low === 'neg')) return true;
    if (statesOwn(tokens, at)) return true;
  }
  return false;
}

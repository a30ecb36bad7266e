import type { Experiencer } from '../mention.ts';
import { MARK, NUMBER, type Tokens, WORD } from '../tokens.ts';

const RELATIVES = new Map<string, string>();
const list: readonly (readonly [string, string])[] = [
  ['mother', "mother mother's mothers mum mum's mom mom's mam mummy"],
  ['father', "father father's fathers dad dad's daddy"],
  ['sister', "sister sister's sisters sis half-sister"],
  ['brother', "brother brother's brothers bro"],
  ['sibling', 'sibling siblings sib sibs'],
  ['parent', "parent parents parent's parents'"],
  ['daughter', "daughter daughter's daughters"],
  ['son', "son son's sons"],
  ['child', 'children kids'],
  ['grandmother', "grandmother grandmother's grandma gran granny nan nana nanna gm mgm pgm grandmothers"],
  ['grandfather', "grandfather grandfather's grandpa grandad granddad gf mgf pgf grandfathers"],
  ['grandparent', 'grandparent grandparents'],
  ['aunt', "aunt aunt's aunts auntie aunty"],
  ['uncle', "uncle uncle's uncles"],
  ['cousin', "cousin cousin's cousins"],
  ['niece', 'niece nieces'],
  ['nephew', 'nephew nephews'],
  ['twin', 'twin'],
  ['family', 'family familial relative relatives fh fhx famhx fhx'],
];
for (const [relative, forms] of list) for (const form of forms.split(' ')) RELATIVES.set(form, relative);

const OTHERS = new Set(
  "husband husband's wife wife's partner partner's spouse boyfriend girlfriend friend friends friend's roommate colleague colleagues neighbor neighbour coworker flatmate contact contacts classmate fetus".split(
    ' ',
  ),
);

/** After these a relative speaks or does something, and has nothing. */
const TELLS = new Set(
  'states state reports reported says said notes noted noticed thinks thought feels worried worries concerned brought brings present accompanies accompanied accompanying vouches denies describes described called gives gave translated interpreting aware believes attended called calls calling rang rings phoned phones emailed messaged agrees wants told requests asks asked confirms observed witnessed found corroborates bedside here adds informs informed'.split(
    ' ',
  ),
);
/** "lives with mother", "per husband": a relative that is only mentioned. */
const BESIDE = new Set(
  'with by from to per via for caring after cares near lives told and visiting visits visited saw seeing nursing helping met'.split(
    ' ',
  ),
);
/** "Daughter: forgets things": these tell of the patient rather than are told of. */
const INFORMS = /^(?:daughter|son|child)$/;
const AUXILIARY = new Set('has had also is was have did'.split(' '));
/** After these a relative has something, whatever stands before: "and her mother died of". */
const SUFFERS = new Set('who with has had died d dead passed passing suffered suffers diagnosed developed'.split(' '));
const DENIALS = new Set('no nil none nobody neg denies'.split(' '));
const OWNS = new Set('her his my their the a one'.split(' '));
const BACK = new Set(['patient', 'pt', "pt's", "patient's", 'pts', 'himself', 'herself', 'she', 'he', 'i']);

/** Who, of a stretch of tokens. */
export interface Kin {
  readonly from: number;
  readonly to: number;
  readonly experiencer: Experiencer;
  readonly relative: string | undefined;
}

/** The stretches of a sentence that speak of someone else than the patient. `familySection`: under a family history heading. */
export function kinIn(tokens: Tokens, from: number, to: number, familySection: boolean): Kin[] {
  const found: Kin[] = [];
  for (let at = from; at < to; at++) {
    const low = tokens.low[at] ?? '';
    const relative = RELATIVES.get(low);
    const other = relative === undefined && (OTHERS.has(low) || isElse(tokens, at));
    if (relative === undefined && !other) continue;
    if (relative === 'family' && !familySection && !isFamilyHistory(tokens, at)) continue;
    if (relative === 'family' && tokens.low[at - 2] === 'personal') continue;
    // "On her mother's side".
    if (/^(?:side|house|birthday)$/.test(tokens.low[at + 1] ?? '')) continue;
    const experiencer: Experiencer = other ? 'other' : 'family';
    const isOwner = relative === 'family' || familySection || at === from;
    const ahead = tokens.low[AUXILIARY.has(tokens.low[at + 1] ?? '') ? at + 2 : at + 1] ?? '';
    if (!familySection && relative !== 'family') {
      if (TELLS.has(ahead) || (ahead === ':' && (other || INFORMS.test(relative ?? '')))) continue;
      let before = at - 1;
      while (before >= from && OWNS.has(tokens.low[before] ?? '')) before--;
      // "Lives with his mother, who has dementia"; but "found by his wife with weakness".
      const after = tokens.low[at + 1] === ',' && tokens.low[at + 2] === 'who' ? 'who' : (tokens.low[at + 1] ?? '');
      const next = after === 'with' && tokens.low[before] === 'by' ? '' : after;
      if (
        before >= from &&
        BESIDE.has(tokens.low[before] ?? '') &&
        !(SUFFERS.has(ahead) && next !== '') &&
        !SUFFERS.has(next)
      )
        continue;
    }
    const has = /^(?:has|had|too|also|does|did)$/.test(tokens.low[at + 1] ?? '');
    const back = has ? at : backReach(tokens, at, from);
    if (back < at) found.push({ from: back, to: at, experiencer, relative });
    const stop = low.endsWith("'s") ? possessedReach(tokens, at, to) : forwardReach(tokens, at, to, isOwner);
    found.push({ from: at, to: Math.max(stop, at + 1), experiencer, relative });
  }
  return found;
}

/** "Nobody else at home itching". */
const isElse = (tokens: Tokens, at: number): boolean =>
  tokens.low[at] === 'else' && ELSE.test(tokens.low[at - 1] ?? '');
const ELSE = /^(?:nobody|anybody|anyone|one|everybody|everyone|somebody|someone)$/;

function isFamilyHistory(tokens: Tokens, at: number): boolean {
  const low = tokens.low[at] ?? '';
  if (low !== 'family') return true;
  const next = tokens.low[at + 1] ?? '';
  if (/^(?:history|hx)$/.test(tokens.low[at + 2] ?? '') && /^(?:medical|psychiatric|cancer|cardiac)$/.test(next))
    return true;
  if (next === 'history' || next === 'hx' || next === 'member' || next === 'members' || next === 'h') return true;
  return tokens.low[at - 1] === 'the' && tokens.low[at - 2] === 'in';
}

/** "X - mother,": nothing more is told of the relative. */
const endsItem = (tokens: Tokens, at: number): boolean => at >= tokens.size || tokens.kind[at] !== WORD;

/** "X in her mother", "X (sister)", "X - mother": where X begins, or `at` when the relative does not look back. */
function backReach(tokens: Tokens, at: number, from: number): number {
  let link = at - 1;
  while (
    link >= from &&
    (OWNS.has(tokens.low[link] ?? '') ||
      /^(?:maternal|paternal|older|younger|elder|twin|half)$/.test(tokens.low[link] ?? ''))
  )
    link--;
  const low = tokens.low[link] ?? '';
  const links =
    low === 'in' ||
    low === '(' ||
    (low === '-' && (tokens.start[link] ?? 0) > (tokens.end[link - 1] ?? 0) && endsItem(tokens, at + 1)) ||
    low === 'runs';
  if (link < from || !links) return at;
  let start = link;
  while (start - 1 >= from) {
    const word = tokens.low[start - 1] ?? '';
    if (
      tokens.kind[start - 1] === MARK &&
      (word === ',' || word === ';' || word === '(' || word === ')' || word === ':' || word === '.')
    )
      break;
    if (RELATIVES.has(word)) break;
    if (BACK.has(word) || link - start > 7) break;
    start--;
  }
  return start;
}

const BREAKS = /^(?:for|of|on|in|at|last|since|and|was|is|has|by|to|from|this|when|who)$/;

/** "Mother's stroke", "wife's tablets for tiredness": what is owned is told in a few words. */
function possessedReach(tokens: Tokens, at: number, to: number): number {
  let next = at + 1;
  while (next < Math.min(to, at + 4) && tokens.kind[next] !== MARK && !BREAKS.test(tokens.low[next] ?? '')) next++;
  return next;
}

function forwardReach(tokens: Tokens, at: number, to: number, acrossCommas: boolean): number {
  let depth = 0;
  let seen = 0;
  for (let next = at + 1; next < to; next++) {
    const low = tokens.low[next] ?? '';
    if (tokens.kind[next] === MARK) {
      if (low === '(') depth++;
      else if (low === ')') {
        if (depth === 0) return next;
        depth--;
      } else if (low === ';' || low === '?' || (low === ':' && seen > 0)) return next;
      else if (low === '.' && tokens.start[next + 1] !== tokens.end[next] && tokens.low[next - 1] !== 'd') return next;
      else if (low === ',' && DENIALS.has(tokens.low[next + 1] ?? '')) return next;
      else if (low === ',' && next === at + 1 && tokens.low[next + 1] === 'who') continue;
      else if (low === ',' && !acrossCommas && depth === 0 && !listGoesOn(tokens, next, to)) return next;
      continue;
    }
    if (tokens.kind[next] === NUMBER) continue;
    if (depth === 0 && tokens.low[next + 1] === 'side') continue;
    if (depth === 0 && (RELATIVES.has(low) || OTHERS.has(low)) && low !== 'history' && low !== 'family') return next;
    if (BACK.has(low) && seen > 0 && !isOther(tokens, next, at)) return next;
    if (TELLS.has(low) && seen > 1 && !acrossCommas) return next;
    seen++;
  }
  return to;
}

/** "Type I diabetes", "the father of the patient died": no word for the patient as subject. */
function isOther(tokens: Tokens, word: number, kin: number): boolean {
  const before = tokens.low[word - 1] ?? '';
  if (tokens.low[word] === 'i') return /^(?:type|stage|grade|class|bipolar|factor)$/.test(before);
  return word - kin <= 3 && (before === 'of' || (before === 'the' && tokens.low[word - 2] === 'of'));
}

/** "mother had a stroke, MI and diabetes": the next item has no subject or verb of its own. */
function listGoesOn(tokens: Tokens, comma: number, to: number): boolean {
  for (let at = comma + 1; at < Math.min(to, comma + 6); at++) {
    const low = tokens.low[at] ?? '';
    if (low === ',' || low === 'and' || low === '&') return true;
    if (BACK.has(low) || low === 'no' || low === 'denies' || low === 'has' || low === 'is') return false;
  }
  return true;
}

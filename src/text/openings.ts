import { isYear } from './assertion/time.ts';
import type { Clause } from './clauses.ts';
import { BREAK, MARK, type Tokens, WORD } from './tokens.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** What an opened clause asks for when it names no known test. */
export type Opened = 'evaluation' | 'immunisation' | 'other';

/** "Rec:", "Note to PCP:". */
const LABELS = words('rec recs recommendation recommendations recommend recommended suggest suggestion suggestions');
const DOCTORS = words('gp gps pcp pmd surgery practice');
const POLITE = words('please pls plz kindly');
/** Told of a thing to be found out. */
const SEARCHES = words(
  'cause causes secondary 2ry screen screening work workup test tests testing study studies check look exclude assess assessment evaluate evaluation investigate seek compare comparison source primary explanation re regarding overnight oximetry monitor chase ask opinion',
);
/** Drugs, habits, safety nets and courtesies: no tests. */
const NO_TEST = words(
  'start stop continue prescribe restart titrate increase reduce decrease switch change swap issue give take taper wean up down add hold avoid try eat drink lose keep use wear rest call ring return come bring contact find accept let be excuse note thank thanks inform tell sign complete refill know read attend advise prn',
);
const ENCLOSED = words('attached enclosed below above letter report notes list leaflet');
const VACCINES =
  /^(?:pneumovax|prevenar|ppv|ppsv23|pcv13|vaccin\w*|vaccs?|imms?|immuni[sz]ation\w*|jabs?|shingrix|zostavax|boosters?|tdap|flu)$/;
const SEEKS = words('seek investigate search');
const SOUGHT = words('cause causes source primary diagnosis explanation reason');

/** Whether a clause opens a recommendation by how it is addressed, whatever it asks for: "PCP to …", "… via GP", "Rec: …", "seek a cause". */
export function openedBy(tokens: Tokens, clause: Clause, start: number): Opened | undefined {
  const searches = (): boolean => has(tokens, clause, SEARCHES);
  const usual = (): Opened => (searches() ? 'evaluation' : 'other');
  if (isLabelled(tokens, clause.from)) return searches() ? 'evaluation' : undefined;
  if (asksAfterQuestion(tokens, start)) return 'evaluation';
  const low = tokens.low[start] ?? '';
  if (POLITE.has(low)) {
    const verb = tokens.low[start + 1] ?? '';
    const isLetter = verb === 'see' && ENCLOSED.has(tokens.low[start + 2] ?? '');
    return start + 2 >= clause.to || NO_TEST.has(verb) || isLetter ? undefined : usual();
  }
  if (SEEKS.has(low) && has(tokens, clause, SOUGHT)) return 'evaluation';
  if ((low === 'request' || low === 'requesting') && tokens.low[start + 1] === 'for') return 'evaluation';
  for (let at = clause.from; at < clause.to; at++) {
    const word = tokens.low[at] ?? '';
    const next = tokens.low[at + 1] ?? '';
    if (DOCTORS.has(word) && next === 'to' && at + 3 < clause.to)
      return NO_TEST.has(tokens.low[at + 2] ?? '') || tokens.low[clause.to - 1] === 'prn' ? undefined : usual();
    if (word === 'next' && /^(?:bloods?|labs|draw)$/.test(next) && WITH.has(tokens.low[at - 1] ?? '') && searches())
      return 'evaluation';
    if ((word === 'via' || word === 'through') && leadsToDoctor(tokens, at + 1) && !isDated(tokens, clause))
      return vaccine(tokens, clause) ? 'immunisation' : usual();
  }
  return undefined;
}

const WITH = words('with w at on /');

function has(tokens: Tokens, { from, to }: Clause, wanted: ReadonlySet<string>): boolean {
  for (let at = from; at < to; at++) {
    if (wanted.has(tokens.low[at] ?? '')) return true;
    if (tokens.low[at] === 'ry' && tokens.low[at - 1] === '2' && wanted === SEARCHES) return true;
  }
  return false;
}

/** "Rec:" or "Note to PCP:" right before a token. */
function isLabelled(tokens: Tokens, at: number): boolean {
  if (tokens.low[at - 1] !== ':') return false;
  const label = tokens.low[at - 2] ?? '';
  return LABELS.has(label) || (DOCTORS.has(label) && /^(?:to|for)$/.test(tokens.low[at - 3] ?? ''));
}

/** "US spleen? ask radiology". */
export const asksAfterQuestion = (tokens: Tokens, start: number): boolean =>
  tokens.low[start - 1] === '?' && /^(?:ask|discuss)$/.test(tokens.low[start] ?? '');

/** "2ry screen with next bloods", "secondary cause of low bone mass?": the result that is named is not what is asked for. */
export function asksForCause(tokens: Tokens, clause: Clause, action: number | undefined): boolean {
  return action === undefined ? has(tokens, clause, SOUGHT) : tokens.low[action - 1] === 'next';
}

/** "Certified only pending a test": waits for what is not yet arranged. */
export function awaits(tokens: Tokens, { from, to }: Clause): boolean {
  for (let at = from + 1; at + 1 < to; at++) {
    const next = tokens.low[at + 1] ?? '';
    if (
      tokens.low[at] === 'pending' &&
      tokens.kind[at + 1] === WORD &&
      !/^(?:via|through|with|at|from|for)$/.test(next)
    )
      return true;
  }
  return false;
}

/** The clause with the question before it. */
export function withQuestion(tokens: Tokens, clause: Clause, start: number): Clause {
  let from = start - 1;
  while (from > 0 && tokens.kind[from - 1] !== BREAK && !isEnd(tokens, from - 1)) from--;
  return { ...clause, from };
}

const isEnd = (tokens: Tokens, at: number): boolean =>
  tokens.kind[at] === MARK && /^[.,;:?!]$/.test(tokens.low[at] ?? '');

function leadsToDoctor(tokens: Tokens, at: number): boolean {
  const own = /^(?:the|her|his|own|their)$/.test(tokens.low[at] ?? '');
  return tokens.kind[at] === WORD && DOCTORS.has(tokens.low[own ? at + 1 : at] ?? '');
}

function isDated(tokens: Tokens, { from, to }: Clause): boolean {
  for (let at = from; at < to; at++) if (isYear(tokens.low[at] ?? '')) return true;
  return false;
}

function vaccine(tokens: Tokens, { from, to }: Clause): boolean {
  for (let at = from; at < to; at++) if (VACCINES.test(tokens.low[at] ?? '')) return true;
  return false;
}

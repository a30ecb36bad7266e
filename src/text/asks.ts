import type { Clause } from './clauses.ts';
import { daysOf } from './durations.ts';
import { NUMBER, type Tokens } from './tokens.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Ask for something wherever they stand in the clause. */
const ASKS = words(
  'recommend recommends recommended recommending recommendation advise advised advises consider considers should needs need warrants warranted indicated arrange order schedule obtain worth benefit chase organise organize must needed required requires due',
);
/** Ask for what comes after them; "is suggested" for what came before. */
const SUGGESTS = words('suggest suggests suggested request requests');
/** Ask for something when they begin the clause. */
const BEGINS = words(
  'correlate surveillance short repeat recheck rpt rechk re-check refer check rv review f fu rtc follow followup monitor return reassess send retest redo rept rpts ask see please consider needs due',
);
/** Do again what was done. */
export const REPEATS = words('repeat recheck rpt rechk retest redo rept reassess monitor check');
/** The thing is arranged. */
const BOOKED = words(
  'booked requested ordered arranged sent scheduled organised organized appt placed submitted pending awaited awaiting made',
);
/** The thing is past, or this is its result. */
const PAST = words(
  'was were had done showed shows showing shown normal nl neg negative positive clear reported revealed saw seen attended refused ago yesterday performed completed since similar unremarkable utd ok fine confirms confirmed demonstrated demonstrates underwent stable unchanged compared noted low high raised up last told',
);
/** Told of a result even where something is asked for. */
const RESULT = words('similar unremarkable utd ok fine normal nl neg negative positive showed shows revealed reported');
const MAY = words('may could can might should');
const OFFERED = words('considered performed obtained helpful useful repeated pursued');
const FURTHER = words('evaluation assessment characterisation characterization imaging work-up workup investigation');
const NEVER = words(
  "no not nil never without don't doesn't didn't cannot declined declines decline refuses cancelled canceled unnecessary",
);
const SPEAKERS = words(
  'gp pcp pmd will to should can please pls plz kindly you patient pt we i md dr doctor then and suggest recommend advise consider need needs would ask',
);

export type Asks = 'yes' | 'no' | 'perhaps';

/** Whether the first words of a clause, after "GP to" and the like, are one of the verbs. */
export function beginsWith(tokens: Tokens, start: number, to: number, verbs: ReadonlySet<string>): boolean {
  for (let at = start; at < to && at <= start + 3; at++) {
    const low = tokens.low[at] ?? '';
    if (verbs.has(low)) return true;
    if (!SPEAKERS.has(low)) return false;
  }
  return false;
}

/** Whether a clause asks for something. `no`: it says that something is not to be done. */
export function asksIn(tokens: Tokens, clause: Clause, start: number, action: number | undefined): Asks {
  for (let at = clause.from; at < clause.to; at++) {
    if (NEVER.has(tokens.low[at] ?? '') && !isAside(tokens, clause, at)) return 'no';
  }
  const low = tokens.low[start] ?? '';
  const next = tokens.low[start + 1] ?? '';
  if (low === 'f' || low === 'see' || low === 'review' || low === 'follow') {
    if (low === 'f' ? next === '/' : next !== 'of' && next !== 'ct') return 'yes';
  } else if (beginsWith(tokens, start, clause.to, BEGINS)) return 'yes';
  for (let at = clause.from; at < clause.to; at++) {
    const word = tokens.low[at] ?? '';
    if (word === 'if' || word === 'unless') break;
    const before = tokens.low[at - 1] ?? '';
    if (ASKS.has(word) && before !== 'was' && before !== 'were' && before !== 'as') {
      if (word !== 'due' || tokens.low[at + 1] !== 'to') return 'yes';
    }
    // "MRI could be considered", "biopsy may be performed"; "further evaluation with MRI".
    if (word === 'be' && MAY.has(before) && OFFERED.has(tokens.low[at + 1] ?? '')) return 'yes';
    if (word === 'further' && action !== undefined && FURTHER.has(tokens.low[at + 1] ?? '')) return 'yes';
    if (SUGGESTS.has(word)) {
      const passive = before === 'is' || before === 'are' || before === 'be';
      if (passive || (action !== undefined && action > at)) return 'yes';
    }
    if ((word === 'gp' || word === 'pcp') && tokens.low[at + 1] === 'to') return 'yes';
  }
  return 'perhaps';
}

/** A negation that is not about the action: after a condition, in brackets, "non urgent". */
function isAside(tokens: Tokens, clause: Clause, at: number): boolean {
  for (let back = at - 1; back >= clause.from; back--) {
    const low = tokens.low[back] ?? '';
    if (low === 'if' || low === 'unless' || low === 'when' || low === 'as' || low === 'because' || low === '(')
      return true;
  }
  const next = tokens.low[at + 1] ?? '';
  return next === 'urgent' || next === 'later' || next === 'contrast' || next === 'tourniquet';
}

/** Whether a clause tells of something past, or of a result. `asked`: it asks for something as well. */
export function isPast(tokens: Tokens, clause: Clause, asked: boolean): boolean {
  for (let at = clause.from; at < clause.to; at++) {
    const low = tokens.low[at] ?? '';
    if (low === 'if' || low === 'unless' || low === 'until' || low === '(') return false;
    if (!PAST.has(low) || (asked && !RESULT.has(low))) continue;
    if ((low === 'was' || low === 'were') && BOOKED.has(tokens.low[at + 1] ?? '')) continue;
    return true;
  }
  return false;
}

/** "Repeat 132/82": the repeat is done, and this is its value. */
export function isOwnResult(tokens: Tokens, start: number): boolean {
  const low = tokens.low[start + 2] ?? '';
  if (!REPEATS.has(tokens.low[start] ?? '') || tokens.kind[start + 1] !== NUMBER) return false;
  return (
    daysOf(low) === undefined && low !== '-' && !/^(?:12|52|7)$/.test(low === '/' ? (tokens.low[start + 3] ?? '') : '')
  );
}

/** Whether a clause says that the thing is arranged. */
export function isBooked(tokens: Tokens, clause: Clause): boolean {
  for (let at = clause.from; at < clause.to; at++) {
    const before = tokens.low[at - 1] ?? '';
    if (BOOKED.has(tokens.low[at] ?? '') && before !== 'to' && before !== 'be' && before !== 'please') return true;
  }
  return false;
}

const BRIEF = words(
  'in for at of the a ~ - / + & and then with w repeat ct mri scan next non urgent routine x short interval surveillance annual yearly follow up follow-up further evaluation',
);

/** "KUB 1 yr", "urology 2 wk", "BMP 4-6 wk": nothing but the thing and a time. `known`: tokens that name the thing. */
export function isBrief(tokens: Tokens, clause: Clause, known: ReadonlySet<number>): boolean {
  let other = 0;
  for (let at = clause.from; at < clause.to; at++) {
    const low = tokens.low[at] ?? '';
    if (known.has(at) || tokens.kind[at] === NUMBER || BRIEF.has(low) || daysOf(low) !== undefined) continue;
    other++;
  }
  return other <= 1;
}

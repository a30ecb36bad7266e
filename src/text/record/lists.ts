import { daysOf, numberOf } from '../durations.ts';
import type { Span } from '../mention.ts';
import type { Section } from '../structure.ts';
import { isDrug } from './drug-words.ts';

/** One item of a list in a text, without its number or bullet. */
export interface Item {
  readonly text: string;
  readonly span: Span;
  /** What stands after it in brackets or after a dash: a reaction, a reason. */
  readonly detail?: string;
  /** How long it has been so, in days, when told. */
  readonly days?: number;
}

const NONE =
  /^\W*(?:none|nil|no\b|nkd?a|n\/a|not\b|denies|deny|negative|unremarkable|unknown|noncontributory|non-contributory|otherwise healthy|see\b|as above|reviewed|per\b|otherwise)/i;
/** Opens a new clause: what follows is no item of the list. */
const CLAUSE =
  /^(?:(?:and|who|which|that|but)\s+)?(?:is|was|were|are|has|had|takes?|took|currently|reports?|denies|she|he|they|her|his|the patient|this|it|no|not)\b/i;
/** Words before the name of what it was. */
const OPENING =
  /^(?:(?:and|or|also|a|an|the|only|known|remote|prior|previous|longstanding|long-standing|well-controlled|poorly controlled|multiple|several|recurrent|repeated|some)\s+|history of\s+|(?:admissions?|episodes?|hospitali[sz]ations?|bouts?|attacks?)\s+(?:for|of)\s+)+/i;
const LEAD = /^(?:[\s\u2022*•·–—-]+|\(?\d{1,2}[.)]\s+)+/;
/** No item of a list is longer, in characters: what is longer is a story. */
const LONGEST = 120;

/** The items of the sections of some names: a line, a bullet, or what stands between commas and semicolons. */
export function itemsUnder(text: string, sections: readonly Section[], names: ReadonlySet<string>): Item[] {
  return sections.filter(({ name }) => names.has(name)).flatMap(({ span }) => itemsIn(text, span));
}

/** `isProse`: it ends where a new clause begins. Splits a stretch of text at line ends, semicolons, full stops and, outside brackets, at commas and a last "and". */
export function itemsIn(text: string, [from, to]: Span, isProse = false): Item[] {
  const items: Item[] = [];
  let start = from;
  let depth = 0;
  for (let at = from; at <= to; at++) {
    const mark = at === to ? '\n' : text.charAt(at);
    if (mark === '(' || mark === '[') depth++;
    else if (mark === ')' || mark === ']') depth = Math.max(0, depth - 1);
    const isEnd =
      mark === '\n' ||
      mark === ';' ||
      (depth === 0 && mark === ',' && !/\d/.test(text.charAt(at + 1))) ||
      (mark === '.' && /\s|$/.test(text.charAt(at + 1)) && at + 1 <= to && !/\d/.test(text.charAt(at - 1)));
    const isAnd = depth === 0 && /^ and (?!\d)/.test(text.slice(at, at + 6));
    if (!isEnd && !isAnd) continue;
    if (isProse && CLAUSE.test(text.slice(start, at).trimStart())) break;
    const item = itemOf(text, start, at);
    if (item) items.push(item);
    start = at + (isAnd ? 5 : 1);
    if (mark === '\n') depth = 0;
  }
  return items;
}

const LASTED =
  /\b(?:for|x)\s(?:the (?:past|last)\s)?(?:about\s|over\s|approximately\s)?(\d{1,3}|a|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|several)\s(day|week|month|year|yr|decade)s?\b/i;
/** Where the name of an item ends and its story begins. */
const STORY =
  /\s*(?:,|\(|\[| - | – |\bfor which\b|\bfor the (?:past|last)\b|\bfor (?:\d|a\b|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|several|about|over|approximately)|\bas well as\b|\b(?:is|was|were|are|has|had|presents?|presented|comes?)\b|\bwith (?:an?|his|her|the)\b|\bwhich\b|\bthat\b|\bwho\b|\btreated\b|\bcontrolled\b|\bmanaged\b|\bdiagnosed\b|\bsince\b|\bstatus post\b|\bs\/p\b|\bdue to\b|\bbut\b|\bwhen\b|\bat (?:the )?age\b|\bat (?:maximum|maximal|high|low|a)\b|\bwell\b|\b(?:\w+ )?(?:years?|months?|weeks?|days?) ago\b|\bin \d{4}\b).*$/is;

function itemOf(text: string, from: number, to: number): Item | undefined {
  const raw = text.slice(from, to);
  const lead = LEAD.exec(raw)?.[0].length ?? 0;
  if (CLAUSE.test(raw.slice(lead))) return undefined;
  const words = raw.slice(lead).replace(OPENING, '');
  const start = to - words.length;
  const body = words.trimEnd().replace(/[.:]+$/, '');
  if (!/\p{L}{2}/u.test(body) || body.length > LONGEST || NONE.test(body)) return undefined;
  const name = body.replace(STORY, '').trim();
  if (name.length < 2) return undefined;
  const detail = body.slice(name.length).replace(/^[\s,([\-–]+|[\s)\]]+$/g, '');
  const lasted = LASTED.exec(detail);
  const days =
    lasted === null
      ? undefined
      : (/^\d/.test(lasted[1] ?? '') ? Number(lasted[1]) : (numberOf((lasted[1] ?? '').toLowerCase()) ?? 1)) *
        (daysOf((lasted[2] ?? '').toLowerCase()) ?? 0);
  return {
    text: name,
    span: [start, start + name.length],
    ...(detail === '' ? {} : { detail }),
    ...(days === undefined ? {} : { days: Math.round(days) }),
  };
}

const TAKES =
  /\b(?:takes|(?:is|are) (?:currently |also |now )?(?:taking|on|using|prescribed|treated with|maintained on)|currently (?:taking|on|takes)|(?:current |home |daily |only )?medications?(?: at home)?(?: currently)? (?:include|includes|are|is|consist of)|(?:his|her|their) (?:current |only |daily )?(?:medications?|drugs?|medicines?) (?:include|includes|are|is))\s+(?!no\b|not\b|none\b)((?:[^.;\n]|\.(?=\d)){3,300})/gi;
const DENIED =
  /\b(?:no|not|never|denies|denied|without|mother|father|sister|brother|wife|husband|family|if)\b[^.;\n]{0,30}$/i;

/** Medicines that a sentence says the patient takes: "takes lisinopril and metformin", "medications include …". */
export function drugsTakenIn(text: string): Item[] {
  return [...text.matchAll(TAKES)].flatMap((match) => {
    const words = match[1] ?? '';
    const start = match.index + match[0].length - words.length;
    if (DENIED.test(text.slice(Math.max(0, match.index - 60), match.index))) return [];
    const items = itemsIn(text, [start, start + words.length], true);
    // In a list that says that it is one of medicines, and has one that is known, all are.
    const isList = /medicat|medicine|drugs/i.test(match[0]) && items.some(({ text: name }) => isDrug(name));
    return items.filter(({ text: name }) => isDrug(name) || (isList && !/\s\S+\s\S+\s/.test(name)));
  });
}

const HISTORY =
  /\b(?:medical|surgical|psychiatric) history (?:is |was )?(?:(?:also |otherwise |only )?(?:significant|notable|remarkable|positive|relevant|pertinent|important) )?(?:only )?(?:for|of|includes?|including|consists? of)\s+((?:[^.\n]|\.(?=\d)){3,300})/gi;
const NOT_SO = /\b(?:no|not|without|denies|family|mother|father|unremarkable)\b[^.;\n]{0,30}$/i;

/** What a sentence tells of the past: "past medical history is significant for hypertension and asthma". */
export function pastIn(text: string): Item[] {
  return [...text.matchAll(HISTORY)].flatMap((match) => {
    const words = match[1] ?? '';
    const start = match.index + match[0].length - words.length;
    if (NOT_SO.test(text.slice(Math.max(0, match.index - 40), match.index))) return [];
    return itemsIn(text, [start, start + words.length], true);
  });
}

const ALLERGIC = /\b(?:is |are )?allergic to\s+([^.;\n]{3,120})|\b(\w+) allergy\b/gi;

/** "allergic to penicillin", "a penicillin allergy" (of a medicine). */
export function allergiesIn(text: string): Item[] {
  return [...text.matchAll(ALLERGIC)].flatMap((match) => {
    const words = match[1] ?? match[2] ?? '';
    const start = match.index + match[0].indexOf(words);
    if (DENIED.test(text.slice(Math.max(0, match.index - 40), match.index))) return [];
    const items = itemsIn(text, [start, start + words.length], true);
    return match[1] === undefined ? items.filter(({ text: name }) => isDrug(name)) : items;
  });
}

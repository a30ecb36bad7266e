/** E-mail, handles, addresses of the network, as written and as spoken. */
import { CONTEXT, type Found, PATTERN } from '../found.ts';
import type { Tokens } from '../tokens.ts';
import { DOMAIN, EMAIL, SPOKEN_EMAIL, URL } from './patterns.ts';

const LOCAL = /[\p{L}\d._%+-]/u;

/** An e-mail address around its @, or a handle after one. */
export function emailAround(doc: Tokens, i: number, floor: number): Found | undefined {
  const at = doc.start[i] ?? 0;
  let start = at;
  while (start > floor && at - start < 64 && LOCAL.test(doc.text.charAt(start - 1))) start -= 1;
  EMAIL.lastIndex = start;
  if (start < at && EMAIL.test(doc.text))
    return { start, end: EMAIL.lastIndex, category: 'email', why: 'email', rank: PATTERN };
  const handle = /@[A-Za-z_][\w.]{2,30}/uy;
  handle.lastIndex = at;
  if (doc.gap[i + 1] === 0 && (start === at || doc.gap[i] !== 0) && handle.test(doc.text)) {
    return { start: at, end: handle.lastIndex, category: 'url', why: 'account name after @', rank: PATTERN };
  }
  return undefined;
}

export function addressAt(doc: Tokens, i: number, at: number): Found | undefined {
  const lower = doc.lower[i] ?? '';
  const scheme = /^(?:https?|ftps?|www)$/.test(lower);
  if (scheme) {
    URL.lastIndex = at;
    if (URL.test(doc.text))
      return { start: at, end: untailed(doc.text, at, URL.lastIndex), category: 'url', why: 'url', rank: PATTERN };
  }
  if (doc.lower[i + 1] !== '.' && doc.lower[i + 1] !== '-') return undefined;
  DOMAIN.lastIndex = at;
  if (!DOMAIN.test(doc.text)) return undefined;
  return {
    start: at,
    end: untailed(doc.text, at, DOMAIN.lastIndex),
    category: 'url',
    why: 'url without a scheme',
    rank: PATTERN,
  };
}

function untailed(text: string, start: number, end: number): number {
  let to = end;
  while (to > start && /[.,;:!?)]/.test(text.charAt(to - 1))) to -= 1;
  return to;
}

export function spokenEmail(doc: Tokens, i: number, at: number): Found | undefined {
  const next = doc.lower[i + 1];
  if (next !== 'dot' && next !== 'at' && next !== 'underscore' && next !== 'dash') return undefined;
  SPOKEN_EMAIL.lastIndex = at;
  return SPOKEN_EMAIL.test(doc.text)
    ? { start: at, end: SPOKEN_EMAIL.lastIndex, category: 'email', why: 'email: spoken', rank: CONTEXT }
    : undefined;
}

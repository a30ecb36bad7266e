/** Occupations, by choice: after the words that announce one. */
import { CONTEXT, type Found } from './found.ts';

const OCCUPATION =
  /\b(?:occupation|profession|job|vocation)\s?[:=]\s?([\p{L} -]{3,40}?)(?=[.,;\n]|$)|\b(?:works?|worked|working|employed|job|career)\s(?:full[- ]time\s|part[- ]time\s)?as\s(?:an?\s)?([\p{L}-]+(?:\s[\p{L}-]+)?)(?=\s(?:at|for|in|and|who|but|with|until|since)\b|[.,;\n]|$)|\b(?:is|was|a|an)\s(?:an?\s)?retired\s([\p{L}-]+(?:\s(?:driver|officer|worker|teacher|manager|engineer|operator|technician|nurse))?)/giu;

export function occupationsIn(text: string): Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(OCCUPATION)) {
    const value = match[1] ?? match[2] ?? match[3] ?? '';
    const start = match.index + match[0].lastIndexOf(value);
    if (value !== '')
      found.push({
        start,
        end: start + value.length,
        category: 'occupation',
        why: 'occupation: after a word of work',
        rank: CONTEXT,
      });
  }
  return found;
}

import type { Span, TextMeasurement } from './mention.ts';
import { type Tokens, WORD } from './tokens.ts';
import { isSigned, numberAt } from './values.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const SITES = words('hip neck fn radius spine forearm femoral t l4 wrist femur');

/** Whether a sentence may tell of bone density. */
export function hasSite(tokens: Tokens, from: number, to: number): boolean {
  for (let at = from; at + 1 < to; at++) if (SITES.has(tokens.low[at] ?? '')) return true;
  return false;
}

/** Bone density: "FN -2.1, forearm -2.6", "Total hip T -1.6": a site or a T before a signed decimal number. */
export function boneScores(tokens: Tokens, from: number, to: number, sentence: Span, out: TextMeasurement[]): void {
  for (let at = from; at + 1 < to; at++) {
    if (tokens.kind[at] !== WORD || !isSigned(tokens, at + 1) || !SITES.has(tokens.low[at] ?? '')) continue;
    if (!(tokens.low[at + 2] ?? '').includes('.') || tokens.low[at + 3] === '%') continue;
    const value = (tokens.low[at + 1] === '-' ? -1 : 1) * numberAt(tokens, at + 2);
    if (value < -7 || value > 5) continue;
    const span: Span = [tokens.start[at] ?? 0, tokens.end[at + 2] ?? 0];
    if (!out.some((one) => one.span[1] === span[1])) out.push({ analyte: 'dxa-t-score', value, span, sentence });
  }
}

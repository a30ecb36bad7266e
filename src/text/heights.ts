import type { Span, TextMeasurement } from './mention.ts';
import { NUMBER, type Tokens } from './tokens.ts';
import { numberAt } from './values.ts';

/** Between a height and the "tall" that names it, in tokens: "(5 ft 7 in)". */
const REACH = 10;
const FEET = /^(?:ft|feet|foot|')$/;
const INCHES = /^(?:in|inch|inches|")$/;
const CM_PER_FOOT = 30.48;
const CM_PER_INCH = 2.54;

/** "She is 174 cm (5 ft 7 in) tall", "5 feet 7 inches tall", "1.74 m tall": heights that are named after their value. */
export function heightsIn(tokens: Tokens, from: number, to: number, sentence: Span, out: TextMeasurement[]): void {
  for (let tall = from + 2; tall < to; tall++) {
    if (tokens.low[tall] !== 'tall') continue;
    for (let at = Math.max(from, tall - REACH); at < tall; at++) {
      if (tokens.kind[at] !== NUMBER) continue;
      const cm = heightAt(tokens, at);
      if (cm === undefined) continue;
      out.push({
        analyte: 'body-height',
        value: Math.round(cm * 10) / 10,
        unit: 'cm',
        span: [tokens.start[at] ?? 0, tokens.end[tall] ?? 0],
        sentence,
      });
      break;
    }
  }
}

function heightAt(tokens: Tokens, at: number): number | undefined {
  const value = numberAt(tokens, at);
  const unit = tokens.low[at + 1] ?? '';
  if (unit === 'cm') return within(value);
  if (unit === 'm') return within(value * 100);
  if (!FEET.test(unit)) return undefined;
  const inches = tokens.kind[at + 2] === NUMBER && INCHES.test(tokens.low[at + 3] ?? '') ? numberAt(tokens, at + 2) : 0;
  return within(value * CM_PER_FOOT + inches * CM_PER_INCH);
}

const within = (cm: number): number | undefined => (cm >= 40 && cm <= 240 ? cm : undefined);

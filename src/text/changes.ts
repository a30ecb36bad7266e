import type { Kin } from './assertion/index.ts';
import { isYear } from './assertion/time.ts';
import { countOf, daysOf } from './durations.ts';
import type { Measured } from './measurements.ts';
import type { Span, TextChange } from './mention.ts';
import { NUMBER, type Tokens } from './tokens.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const FALL = words('lost loss losing down dropped drop fallen shed -');
const RISE = words('gained gain gaining up put rise risen +');
/** Units of weight alone; a number of them is a change of weight only after a word for it. */
const KILOGRAMS = words('kg kgs kilo kilos');
const POUNDS = words('lb lbs pound pounds');
const STONES = words('st stone stones');
const SIZES = words('size sizes notch notches');
const GARMENTS = words('dress clothes clothing trouser trousers jean jeans belt skirt collar');
const BETWEEN = words(
  'of about approx approximately around another further almost nearly some on by weight wt ~ another her his',
);
const NOT_MEANT = words('if aim aims target goal to not no never denies needs wants baby infant newborn should');
const WANTED = words(
  'diet diets dieting slimming trying intentional intentionally deliberate deliberately purpose happy pleased delighted keto ozempic wegovy semaglutide mounjaro tirzepatide liraglutide saxenda orlistat exercise exercising gym watchers desmond walking',
);
const NOT = words("not no without w o isn't wasn't despite despite");
/** An earlier weight outside these shares of the present one is another number. */
const SHARES = [0.4, 2.5] as const;

/**
 * Changes told in the tokens [from, to) of one sentence: of any analyte whose earlier value stands beside the present one ("Wt 62
 * from 74"), and of the weight by its amount ("lost 8 lb", "down 2 dress sizes", "7% lost in 12 mo").
 */
export function changesIn(
  tokens: Tokens,
  measured: Measured | undefined,
  from: number,
  to: number,
  sentence: Span,
  kin: readonly Kin[] = [],
): TextChange[] {
  const found: TextChange[] = [];
  const meant = () => (isWanted(tokens, from, to) ? { wanted: true } : {});
  const all = measured?.measurements ?? [];
  for (const before of all) {
    if (!before.past) continue;
    const now = all.find((one) => !one.past && one.analyte === before.analyte);
    if (!now || now.value === before.value || now.value <= 0) continue;
    if (before.value / now.value < SHARES[0] || before.value / now.value > SHARES[1]) continue;
    const place = tokenAt(tokens, before.span[1], from, to);
    if (kin.some((one) => place > one.from && place <= one.to)) continue;
    const span: Span = [Math.min(now.span[0], before.span[0]), Math.max(now.span[1], before.span[1])];
    const direction = before.value > now.value ? 'fall' : 'rise';
    found.push({
      analyte: now.analyte,
      direction,
      from: before.value,
      to: now.value,
      ...(now.unit === undefined ? {} : { unit: now.unit }),
      ...overOf(tokens, place, to),
      ...(direction === 'fall' ? meant() : {}),
      span,
      sentence,
    });
  }
  for (let at = from; at < to; at++) {
    const change = amountAt(tokens, at, from, to);
    if (!change || !isTold(tokens, change.first, from)) continue;
    if (kin.some((one) => at >= one.from && at < one.to)) continue;
    const { direction, amount, unit, first, last } = change;
    const span: Span = [tokens.start[first] ?? 0, tokens.end[last] ?? 0];
    found.push({
      analyte: 'body-weight',
      direction,
      amount,
      unit,
      ...overOf(tokens, last + 1, to),
      ...(direction === 'fall' ? meant() : {}),
      span,
      sentence,
    });
    at = last;
  }
  return found;
}

interface Amount {
  readonly direction: 'rise' | 'fall';
  readonly amount: number;
  readonly unit: NonNullable<TextChange['unit']>;
  readonly first: number;
  readonly last: number;
}

/** An amount that begins with its number at `at`: the word for the change stands before it, or after a percentage. */
function amountAt(tokens: Tokens, at: number, from: number, to: number): Amount | undefined {
  const amount = countOf(tokens, at);
  if (amount === undefined || !(amount > 0)) return undefined;
  const half = tokens.low[at] === 'half' && tokens.low[at + 1] === 'a' ? 1 : 0;
  const measure = unitAt(tokens, at + 1 + half, to);
  if (!measure) return undefined;
  if (measure.unit === '%') {
    const after = tokens.low[measure.to] ?? '';
    const weight = /^(?:wt|weight|bw)$/;
    let named = false;
    for (let near = from; near < to; near++) if (weight.test(tokens.low[near] ?? '')) named = true;
    const isChange = after === 'lost' || after === 'loss' || after === 'down';
    return named && isChange ? { direction: 'fall', amount, unit: '%', first: at, last: measure.to } : undefined;
  }
  if (tokens.low[measure.to] === 'of') return undefined;
  let before = at - 1;
  while (before >= from && before >= at - 4 && BETWEEN.has(tokens.low[before] ?? '')) before--;
  const word = before >= from ? (tokens.low[before] ?? '') : '';
  const direction = FALL.has(word) ? 'fall' : RISE.has(word) ? 'rise' : undefined;
  if (direction === undefined || (word === 'put' && tokens.low[before + 1] !== 'on')) return undefined;
  if (word === '-' && !(before === from || tokens.start[before + 1] === tokens.end[before])) return undefined;
  return { direction, amount, unit: measure.unit, first: before, last: measure.to - 1 };
}

function unitAt(
  tokens: Tokens,
  at: number,
  to: number,
): { unit: NonNullable<TextChange['unit']>; to: number } | undefined {
  if (at >= to) return undefined;
  const low = tokens.low[at] ?? '';
  if (low === '%') return { unit: '%', to: at + 1 };
  if (KILOGRAMS.has(low)) return { unit: 'kg', to: at + 1 };
  if (POUNDS.has(low)) return { unit: 'lb', to: at + 1 };
  if (STONES.has(low)) return { unit: 'stone', to: at + 1 };
  if (GARMENTS.has(low) && SIZES.has(tokens.low[at + 1] ?? '')) return { unit: 'size', to: at + 2 };
  return undefined;
}

/** Whether the words before it let the change be true of the patient. */
function isTold(tokens: Tokens, at: number, from: number): boolean {
  for (let before = at - 1; before >= Math.max(from, at - 5); before--) {
    const low = tokens.low[before] ?? '';
    if (low === ',' || low === ';' || low === '.') break;
    if (NOT_MEANT.has(low)) return false;
  }
  return true;
}

/** Told as meant: a diet, a drug for it, pleasure in it. */
function isWanted(tokens: Tokens, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (WANTED.has(tokens.low[at] ?? '') && !NOT.has(tokens.low[at - 1] ?? '') && tokens.low[at - 2] !== 'w')
      return true;
  }
  return false;
}

/** "since 2011", "(93 in 2012)", "in 12 mo", "over 2 years", "/ 2.5 yrs", "a yr ago", "last yr". */
function overOf(tokens: Tokens, from: number, to: number): { overDays?: number; sinceYear?: number } {
  for (let at = from; at < Math.min(to, from + 6); at++) {
    if (tokens.kind[at] === NUMBER && isYear(tokens.low[at] ?? '')) return { sinceYear: Number(tokens.low[at]) };
    const days = daysOf(tokens.low[at] ?? '');
    if (days === undefined || days < 1 || (tokens.low[at] ?? '').length < 2) continue;
    if (tokens.low[at - 1] === 'last') return { overDays: Math.round(days) };
    const count = countOf(tokens, at - 1);
    if (count !== undefined) return { overDays: Math.round(days * count) };
  }
  return {};
}

/** The first token that ends after an offset. */
function tokenAt(tokens: Tokens, offset: number, from: number, to: number): number {
  let at = from;
  while (at < to && (tokens.end[at] ?? 0) <= offset) at++;
  return tokens.kind[at] === NUMBER ? at + 1 : at;
}

import type { Sex } from '../../chart/index.ts';
import { table } from '../../table.ts';
import type { Claim } from '../claims.ts';
import type { ReadNote } from '../notes.ts';
import { type Told, toldIn } from './told.ts';

/**
 * Low-risk limits a week: 14 units of 8 g (UK Chief Medical Officers 2016; recalled), 7 drinks of 14 g for a woman (NIAAA;
 * recalled). NIAAA allows a man 14 drinks: between 7 and 14 of his nothing is claimed.
 */
const UNITS = 14;
const DRINKS = 7;
const DRINKS_OF_MEN = 14;
const CERTAINTY = { number: 0.8, words: 0.75 } as const;
/** Units in a bottle of wine, a pint of beer and a glass of wine: rounded usual measures (estimate). */
const UNITS_IN: Readonly<Record<string, number>> = table({ bottle: 9, pint: 2.3, glass: 2 });

const WORD = '(?:etoh|alcohol|alc|drinks|drinking|beers?|wine|lager|cider|spirits|whiske?y|vodka|gin)';
const COUNT = String.raw`(nil|\d{1,3})(?:\s*(?:-|–|to)\s*(\d{1,3}))?`;
const MEASURE = '(units?|u|drinks?|beers?|cans?|glass(?:es)?|bottles?|pints?)';
const EVERY = String.raw`(?:\/|per|a|an|each|every|x\/)?\s*(wk|week|w|weekly|day|d|daily|night|nightly|month|mo)\b(?!\/)`;
const KIND = String.raw`(?:\s*(?:of\s+)?(?:wine|beer|lager|spirits|etoh|alcohol))?`;

/** "EtOH 1-2/wk", "Alcohol: 10u", "2 glasses of wine a week", "12u/wk". */
const AMOUNTS: readonly RegExp[] = [
  new RegExp(
    String.raw`\b${WORD}\b\s*(?:intake|use)?\s*[:~=-]?\s*(?:approx\.?|about|around|c\.?|<)?\s*${COUNT}\s*${MEASURE}?${KIND}\s*${EVERY}`,
    'gi',
  ),
  new RegExp(String.raw`\b(?:etoh|alcohol|alc)\b\s*[:~=-]?\s*${COUNT}\s*(units?|u)\b(?!\s*(?:\/|per|a\b|w|d))`, 'gi'),
  new RegExp(String.raw`(?<![\d/.-])\b${COUNT}\s*${MEASURE}${KIND}\s*${EVERY}`, 'gi'),
];
const NONE =
  /\b(?:etoh|alcohol|alc)\b\s*(?:intake|use)?\s*[:=-]?\s*(?:nil|none|no\b|0\b|never|denies|rare(?:ly)?|occasional(?:ly)?|occ\b|minimal|social(?:ly)?)(?!\s*-?\s*\d)|\b(?:no|nil|denies|minimal|rare|occasional)\s+(?:etoh|alcohol)\b(?!\s*(?:-|related|gel|wipe|based|withdraw|excess|abuse|misuse|problem|advice|on\b|today|until|for\b))|\b(?:teetotal(?:ler)?|tee-total|does ?n[o']t drink(?: alcohol)?|non-?drinker|never drinks)\b/gi;
/** Before an amount: a limit, an advice, or what was once. */
const NOT_NOW =
  /\b(?:limit\w*|max\w*|under|below|advis\w*|recommend\w*|reduce\w*|cut\w*(?: down)?(?: to)?|keep\w*|target|aim\w*|up to|used to|was|were|prev\w*|formerly|until|from|safe|than)\b[^.;\n]{0,16}$/i;
/** Units of insulin and cigarettes are counted too. */
const OTHER =
  /\b(?:insulin|glargine|lantus|levemir|novo\w*|humalog|basal|bolus|smok\w*|cig\w*|heparin|soda|coke|coffee|tea|water|energy|soft)\b/i;
const ALCOHOL = new RegExp(String.raw`\b${WORD}\b`, 'i');

/** What notes tell of alcohol in numbers, or that there is none, as claims of `alcohol-excess` and `little-or-no-alcohol`. */
export function alcoholClaims(
  notes: readonly ReadNote[],
  sex: Sex | undefined,
): { readonly finding: 'alcohol-excess' | 'little-or-no-alcohol'; readonly claim: Claim }[] {
  return notes.flatMap((read) => {
    if (read.note.kind !== 'note') return [];
    const taken: (readonly [number, number])[] = [];
    const amounts = AMOUNTS.flatMap((pattern) => toldIn(read, pattern)).flatMap((told) => {
      const span = [told.match.index, told.match.index + told.match[0].length] as const;
      if (taken.some(([from, to]) => span[0] < to && span[1] > from)) return [];
      const level = levelOf(told, sex);
      if (level === undefined) return [];
      taken.push(span);
      return claimsOf(told, level, CERTAINTY.number);
    });
    if (amounts.length > 0) return amounts;
    return toldIn(read, NONE)
      .slice(0, 1)
      .flatMap((told) => claimsOf(told, 'little', CERTAINTY.words));
  });
}

type Level = 'little' | 'excess';

function levelOf({ match, before, after }: Told, sex: Sex | undefined): Level | undefined {
  const [words, least = '', most, given = '', every = 'week'] = match;
  const beside = `${before.slice(-25).replace(/^.*[.;,\n]/s, '')} ${after.slice(0, 20).replace(/[.;,\n].*$/s, '')}`;
  if (NOT_NOW.test(before) || OTHER.test(words) || OTHER.test(beside)) return undefined;
  const unit = given.toLowerCase().replace(/(?<=glass)es$|s$(?<!glass)/, '');
  const isAlcohol = ALCOHOL.test(words) || ALCOHOL.test(beside);
  // Units a week are of nothing but alcohol; a bare "2 cans a day" may be of anything.
  const isWeekly = /^w/i.test(every);
  if (!isAlcohol && !(isWeekly && /^(?:u|unit)$/.test(unit)) && !/^(?:beer|pint)$/.test(unit)) return undefined;
  const times = isWeekly ? 1 : /^m/i.test(every) ? 1 / 4.35 : 7;
  const low = (/nil/i.test(least) ? 0 : Number(least)) * times;
  const high = most === undefined ? low : Number(most) * times;
  const inUnits = /^(?:u|unit)$/.test(unit) ? 1 : UNITS_IN[unit];
  const limit = inUnits === undefined ? DRINKS : UNITS / inUnits;
  const excess = inUnits === undefined && sex === 'male' ? DRINKS_OF_MEN : limit;
  if (high <= limit) return 'little';
  return (low + high) / 2 > excess ? 'excess' : undefined;
}

function claimsOf({ evidence }: Told, level: Level, certainty: number) {
  const claim = (says: Claim['says']): Claim => ({ says, certainty, kind: 'mentioned', strength: 1, evidence });
  const isLittle = level === 'little';
  return [
    { finding: 'alcohol-excess' as const, claim: claim(isLittle ? 'absent' : 'present') },
    { finding: 'little-or-no-alcohol' as const, claim: claim(isLittle ? 'present' : 'absent') },
  ];
}

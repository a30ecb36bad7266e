import type { Sex } from '../../chart/index.ts';
import type { Span } from '../mention.ts';

/** Who a text is about, with the words that say so. */
export interface Person {
  /** Age when the text was written, in days; years and months are taken at their middle. */
  readonly ageDays?: number;
  /** Day of birth, YYYY-MM-DD, where the text gives it. */
  readonly born?: string;
  readonly sex?: Sex;
  /** The words that give the age, or else the sex. */
  readonly span?: Span;
}

const DAYS: Readonly<Record<string, number>> = { y: 365.25, m: 30.44, w: 7, d: 1, h: 1 / 24 };
/** A person older than this, in years, is an error of entry. */
const OLDEST = 120;

const ONES =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';
const ones = ONES.split(' ');
const tens = TENS.split(' ');
const WRITTEN = `(?:(?:${tens.join('|')})(?:[- ](?:${ones.slice(0, 9).join('|')}))?|${ones.join('|')})`;
const NUMBER = `(\\d{1,3}|${WRITTEN})`;
const UNIT = '(years?|yrs?|y|months?|mos?|mths?|weeks?|wks?|days?|hours?|hrs?)';

interface Pattern {
  readonly form: RegExp;
  readonly number: number;
  /** Group of the unit; without it the number is of years. */
  readonly unit?: number;
  /** Group of an `M` or `F`. */
  readonly sex?: number;
}

const OLD: readonly Pattern[] = [
  {
    form: new RegExp(`(?<![\\d.])\\b${NUMBER}[\\s-]{0,2}${UNIT}[\\s.-]{0,2}(?:old|of age)\\b`, 'gi'),
    number: 1,
    unit: 2,
  },
  { form: /(?<![\d./])\b(\d{1,3})\s?(?:y\.?\s?\/?o\b\.?|yrs?\b|y(?=\s?\/?\s?[mf]\b))/gi, number: 1 },
  { form: /(?<![\d./°])\b(\d{1,3})\s?[/,-]?\s?([MF])\b(?![.'’/]?\w)/g, number: 1, sex: 2 },
  { form: /(?<![\w./])([MF])\s?[/,]?\s?(\d{2,3})\b(?![./]\d)/g, number: 2, sex: 1 },
  {
    form: /(?<!\b(?:at|since|from|by|before|after|until|the|under|over|for)\s)\bage[d]?\s{0,3}[:=]?\s{0,3}(?:is |of )?(\d{1,3})\b(?:\s?(years?|months?|weeks?|days?))?/gi,
    number: 1,
    unit: 2,
  },
  { form: /\b(?:day of life|DOL)\s?#?(\d{1,2})\b|\b(\d{1,2})[- ]days? of life\b/gi, number: 1, unit: 9 },
];
/** "in his late sixties": the middle of it. */
const DECADE = /\bin (?:his|her|their) (early |mid-?\s?|late )?(20|30|40|50|60|70|80|90)(?:['’]?s)\b/i;
const NEWBORN = /\b(?:newborn|neonate)\b/i;
/** Words for a time of life, with its middle in years: told at the beginning, where no age is. */
const STAGES: readonly (readonly [form: RegExp, years: number])[] = [
  [/\b(?:infant|baby)\b/i, 0.5],
  [/\btoddler\b/i, 2],
  [/\b(?:teenager|teenaged?|adolescent)\b/i, 15.5],
  [/\b(?:college|university) student\b/i, 20.5],
  [/\byoung (?:man|woman|adult|male|female|lady)\b/i, 26],
  [/\bmiddle[- ]aged?\b/i, 50],
  [/\b(?:elderly|geriatric|octogenarian)\b/i, 78],
  [/\b(?:child|schoolboy|schoolgirl)\b/i, 7],
];
const BEGINNING = 160;

/** "Six hours after delivery, a male newborn …": the age is counted from birth, of whom the sentence goes on to speak. */
const AFTER_BIRTH = new RegExp(
  `\\b(?:(?:${NUMBER}|a|an|the|several|few)\\s)?(minutes?|hours?|days?|weeks?|months?)\\s(?:after|following)\\s(?:his\\s|her\\s|the\\s)?(?:birth|delivery|being born)\\b(?=[^.;]{0,60}\\b(?:newborn|neonate|infant|baby|boy|girl)\\b)`,
  'i',
);
/** Whose age follows has given birth: "born at term to a healthy 35-year-old woman", "a newborn is delivered to a 26-year-old". */
const OF_MOTHER = /\b(?:born|delivered|birth)\b[^.;]{0,60}\bto\s(?:an?\s)(?:[\w-]+\s){0,2}$/i;

const RELATIVE =
  'mother|father|mom|dad|mum|parent|sister|brother|sibling|son|daughter|wife|husband|spouse|partner|girlfriend|boyfriend|aunt|uncle|cousin|niece|nephew|grandmother|grandfather|grandson|granddaughter|friend|roommate|neighbou?r|colleague|coworker|child|children|twin';
/** A relative whose age follows: "mother, 54 years old", "a brother who is 12". */
const OF_RELATIVE = new RegExp(
  `\\b(?:${RELATIVE})s?(?:['’]s)?[\\s,(]{0,3}(?:(?:who|is|was|now|aged?|at|a|an|the|died|of)[\\s,]{1,2}){0,4}$`,
  'i',
);
const POSSESSED = /\b(?:his|her|their|my|whose|patient['’]s)\s(?:\w+\s)?$/i;
const THEN_RELATIVE = new RegExp(`^\\W{0,2}(?:[\\w-]+\\s){0,2}?(?:${RELATIVE})\\b`, 'i');
const CHILD =
  /^\W{0,2}(?:[\w-]+\s){0,2}?(?:son|daughter|boy|girl|child|infant|baby|toddler|newborn|brother|sister|nephew|niece|grandson|granddaughter)\b/i;
const BRINGS = /\b(?:brings?|brought|bringing|presents? with|accompan\w+|carries|carrying)\b[^.]{0,40}$/i;
/** What a number with M or F after it is not: a temperature. */
const WARM = /\b(?:t|temp|temperature|tmax|fever)\b[^.\n]{0,12}$/i;

const MALE = 'man|male|gentleman|boy|father|son|grandfather|husband|businessman|salesman|policeman|fireman|mr';
const FEMALE =
  'woman|female|lady|girl|mother|daughter|grandmother|wife|housewife|waitress|nun|businesswoman|gravid\\w*|primigravida?|multigravida?|nulligravida?|nullipara\\w*|primipara\\w*|multipara\\w*|g\\d{1,2}\\s?p\\d{1,2}\\w*|pregnant|mrs|ms|miss';
const SEXED = new RegExp(`\\b(?:(${MALE})|(${FEMALE}))\\b`, 'i');
const LABELLED = /\b(?:sex|gender)\s{0,2}[:=]\s{0,2}(m|f)(?:ale|emale)?\b/i;

/** Who a note or a case description is about. The first age told that is not a relative's counts. Linear in the length of the text. */
export function personIn(text: string): Person {
  const found = ageIn(text);
  const born = birthIn(text);
  const sex = sexIn(text, found);
  const span = found?.span ?? sex?.span ?? born?.span;
  return {
    ...(found ? { ageDays: found.days } : {}),
    ...(born ? { born: born.day } : {}),
    ...(sex ? { sex: sex.sex } : {}),
    ...(span ? { span } : {}),
  };
}

interface Age {
  readonly days: number;
  readonly span: Span;
  readonly sex?: Sex;
}

function ageIn(text: string): Age | undefined {
  let best: Age | undefined;
  for (const pattern of OLD) {
    for (const match of text.matchAll(pattern.form)) {
      if (best && match.index >= best.span[0]) break;
      const age = ageOf(text, match, pattern);
      if (!age) continue;
      best = age;
      break;
    }
  }
  const fromBirth = afterBirth(text);
  if (fromBirth && (!best || fromBirth.span[0] < best.span[0])) return fromBirth;
  if (best) return best;
  const decade = DECADE.exec(text);
  if (decade) {
    const [words, part = '', tensOf = ''] = decade;
    const within = /early/i.test(part) ? 2.5 : /late/i.test(part) ? 7.5 : 5;
    return { days: (Number(tensOf) + within) * (DAYS.y ?? 0), span: [decade.index, decade.index + words.length] };
  }
  const newborn = NEWBORN.exec(text);
  if (newborn) return { days: 1, span: [newborn.index, newborn.index + newborn[0].length] };
  const beginning = text.slice(0, BEGINNING);
  for (const [form, years] of STAGES) {
    const match = form.exec(beginning);
    if (match) return { days: years * (DAYS.y ?? 0), span: [match.index, match.index + match[0].length] };
  }
  return undefined;
}

function afterBirth(text: string): Age | undefined {
  const match = AFTER_BIRTH.exec(text);
  if (!match) return undefined;
  const [words, written = '1', unit = ''] = match;
  const size = /^mi/i.test(unit) ? 0 : (DAYS[unit.charAt(0).toLowerCase()] ?? 1);
  return { days: numberOf(written) * size, span: [match.index, match.index + words.length] };
}

function ageOf(text: string, match: RegExpExecArray, pattern: Pattern): Age | undefined {
  const [words] = match;
  const number = numberOf(match[pattern.number] ?? match[2] ?? '');
  const isDayOfLife = pattern.unit === 9;
  const unit = isDayOfLife
    ? 'd'
    : ((pattern.unit === undefined ? undefined : match[pattern.unit]) ?? 'y').charAt(0).toLowerCase();
  const size = DAYS[unit];
  if (size === undefined || !Number.isFinite(number)) return undefined;
  if (number * size > OLDEST * (DAYS.y ?? 0)) return undefined;
  const before = text.slice(Math.max(0, match.index - 80), match.index);
  const after = text.slice(match.index + words.length, match.index + words.length + 60);
  const letter = pattern.sex === undefined ? undefined : match[pattern.sex];
  if (letter !== undefined && (WARM.test(before) || (pattern.number === 2 && number < 10))) return undefined;
  if (OF_RELATIVE.test(before) || OF_MOTHER.test(before)) return undefined;
  const isBrought = CHILD.test(after) && BRINGS.test(before);
  if (!isBrought && POSSESSED.test(before) && THEN_RELATIVE.test(after)) return undefined;
  const half = number === 0 || unit === 'd' || unit === 'h' ? 0 : 0.5;
  return {
    days: (number + half) * size,
    span: [match.index, match.index + words.length],
    ...(letter === undefined ? {} : { sex: letter === 'M' ? ('male' as const) : ('female' as const) }),
  };
}

function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [first = '', second = ''] = text.toLowerCase().split(/[- ]/);
  const ten = tens.indexOf(first);
  return ten >= 0 ? (ten + 2) * 10 + (ones.indexOf(second) + 1) : ones.indexOf(first) + 1;
}

function sexIn(text: string, age: Age | undefined): { readonly sex: Sex; readonly span: Span } | undefined {
  if (age?.sex) return { sex: age.sex, span: age.span };
  if (age) {
    const [sentence = ''] = /^[^.;\n]{0,90}/.exec(text.slice(age.span[1])) ?? [];
    const found = sexed(sentence, age.span[1]);
    if (found) return found;
    const letter = /^[\s,/-]{0,3}(?:old\s)?([MF])\b/i.exec(text.slice(age.span[1], age.span[1] + 12));
    if (letter) return { sex: /m/i.test(letter[1] ?? '') ? 'male' : 'female', span: age.span };
  }
  const labelled = LABELLED.exec(text);
  if (labelled) {
    const span: Span = [labelled.index, labelled.index + labelled[0].length];
    return { sex: /^m/i.test(labelled[1] ?? '') ? 'male' : 'female', span };
  }
  return byTitle(text) ?? byPronoun(text);
}

function sexed(words: string, offset: number): { readonly sex: Sex; readonly span: Span } | undefined {
  const match = SEXED.exec(words);
  if (!match) return undefined;
  const at = offset + match.index;
  return { sex: match[1] === undefined ? 'female' : 'male', span: [at, at + match[0].length] };
}

function byTitle(text: string): { readonly sex: Sex; readonly span: Span } | undefined {
  const match = /\b(?:(Mr)|(Mrs|Ms|Miss))\b\.?\s(?=[A-Z])/.exec(text);
  return match
    ? { sex: match[1] === undefined ? 'female' : 'male', span: [match.index, match.index + match[0].length] }
    : undefined;
}

/** Told by its pronouns, where one kind is at least twice as frequent as the other; else by the nouns of its first words. */
function byPronoun(text: string): { readonly sex: Sex; readonly span: Span } | undefined {
  const start = text.slice(0, 20_000);
  const he = [...start.matchAll(/\b(?:he|his|him)\b/gi)];
  const she = [...start.matchAll(/\b(?:she|her|hers)\b/gi)];
  const [more, less, sex] = he.length >= she.length ? [he, she, 'male' as const] : [she, he, 'female' as const];
  const [first] = more;
  if (!first || more.length < 2 * less.length) return sexed(text.slice(0, 300), 0);
  return { sex, span: [first.index, first.index + first[0].length] };
}

function birthIn(text: string): { readonly day: string; readonly span: Span } | undefined {
  const match = /\b(?:DOB|D\.O\.B\.?|date of birth|born(?: on)?)\s{0,2}[:=]?\s{0,2}(\d{4}-\d\d-\d\d)\b/i.exec(text);
  return match ? { day: match[1] ?? '', span: [match.index, match.index + match[0].length] } : undefined;
}

/** Patterns of dates that begin with a digit, tried where a number begins. All are sticky and bounded, so that a text is read once. */

const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const MONTH_NUMBER = '(?:0?[1-9]|1[0-2])';
const YEAR4 = '(?:1[89]|20)\\d\\d';
export const MONTH_NAME =
  '(?:jan(?:uary|urary|uray)?|feb(?:ruary|urary|uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|agust|sept?(?:ember)?|septmber|oct(?:ober)?|ocotber|nov(?:ember|emeber)?|dec(?:ember|emeber)?)';
const TIME =
  '(?:(?:T|\\s{1,2}|,\\s|\\s?(?:at|@)\\s)[0-2]?\\d:[0-5]\\d(?::[0-5]\\d(?:[.,]\\d{1,9})?)?(?:\\s?(?:[ap]\\.?m\\b\\.?|Z\\b|hrs?\\b|hours\\b|[+-]\\d\\d:?\\d\\d))?)?';
const END = '(?![\\p{L}\\d]|[-/.]\\d)';
const sticky = (source: string) => new RegExp(source, 'iuy');

/** Year, month, day with separators; a time may follow. */
const ISO = sticky(`(?:${YEAR4})([-/.])${MONTH_NUMBER}\\1${DAY}${TIME}${END}`);
const ISO_TIME = sticky(`(?:${YEAR4})-\\d\\d-\\d\\dT\\d\\d:\\d\\d[\\d:.]*(?:Z|[+-]\\d\\d:?\\d\\d)?`);
/** Day and month in either order, then a year of two or four digits. */
const FULL = sticky(`(?:${DAY})\\s?([-/.])\\s?${DAY}\\s?\\1\\s?(?:${YEAR4}|'?\\d\\d)${TIME}${END}`);
/** 20200314, with or without a time: HL7. */
const COMPACT = sticky(
  `(?:19|20)\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?:T?[0-2]\\d[0-5]\\d(?:[0-5]\\d)?)?${END}`,
);
/** 5/10-5/13/21: two dates, of which the last has the year. */
const RANGE = sticky(`${DAY}/${DAY}(?:/(?:${YEAR4}|\\d\\d))?\\s?(?:-|–|to)\\s?${DAY}/${DAY}/(?:${YEAR4}|\\d\\d)${END}`);
const QUARTER =
  /(?:Q[1-4](?:\s?(?:of\s)?|\s?[-/]\s?)(?:19|20)\d\d|Q[1-4](?:\s?['’/]|\s?of\s')\d\d|[1-4]Q(?:\s?(?:of\s)?['’]?|[-/])(?:(?:19|20)\d\d|\d\d))(?!\d)/iuy;
const MONTH_YEAR = sticky(`${MONTH_NUMBER}\\s?[-/.]\\s?(?:19|20)\\d\\d(?:[-/](?:19|20)?\\d\\d)?${END}`);
const YEAR_MONTH = sticky(`(?:19|20)\\d\\d[-/](?:0[1-9]|1[0-2])${END}`);
const YEARS = sticky(`(?:19|20)\\d\\d\\s?[-/–]\\s?(?:(?:19|20)\\d\\d|\\d\\d)${END}`);
/** "27 Dec 97": two digits that count nothing. */
const NO_COUNT =
  '(?!\\s?(?:[%:/.-]\\s?\\d|%|(?:mg|mcg|ml|g|kg|cm|mm|units?|x|times|of|or|more|out)\\b|(?!was\\b|has\\b|is\\b|as\\b|his\\b|this\\b)[a-z]+s\\b))';
/** 14 March 2020, 14th of March, 14-Mar-20, 14MAR2020, 14/Mar/2020, 3rd or 4th of May. */
const DAY_MONTH = sticky(
  `(?:${DAY})(?:\\s?(?:st|nd|rd|th))?(?:\\s?(?:-|–|to|or|and|&)\\s?${DAY}(?:st|nd|rd|th)?)?(?:\\s{0,2}[-/.,]?\\s{0,2}|\\s{1,2}(?:day\\s)?of\\s|of\\s)${MONTH_NAME}\\b\\.?(?:(?:\\s{0,2}[-/.,]?\\s{0,2}|,?\\sof\\s)(?:${YEAR4}|'\\d\\d|(?<=[-/]\\s?)\\d\\d|(?<=[a-z]\\.?\\s)\\d\\d${NO_COUNT})(?!\\d))?${TIME}`,
);
const DAY_MONTH_TIGHT = sticky(`(?:0[1-9]|[12]\\d|3[01])${MONTH_NAME}(?:(?:19|20)?\\d\\d)${END}`);

/** 14.III.2021, 9/XII/99: the month in Roman numerals. */
const ROMAN_MONTH = sticky(`${DAY}([-/. ])\\s?(?:x|xi|xii|i{1,3}|i?v|vi{1,3}|ix)\\1\\s?(?:${YEAR4})${END}`);

export const CERTAIN: readonly (readonly [pattern: RegExp, why: string])[] = [
  [ISO_TIME, 'date: ISO'],
  [ISO, 'date: year first'],
  [RANGE, 'date: numbers'],
  [FULL, 'date: numbers'],
  [QUARTER, 'date: quarter'],
  [DAY_MONTH_TIGHT, 'date: day and month'],
  [DAY_MONTH, 'date: day and month'],
  [COMPACT, 'date: eight digits'],
  [ROMAN_MONTH, 'date: month in Roman numerals'],
  [MONTH_YEAR, 'date: month and year'],
  [YEAR_MONTH, 'date: year and month'],
  [YEARS, 'date: years'],
];

/** Two numbers with a slash or hyphen: a date only where the words around it say so. */
export const TWO_NUMBERS = sticky(
  `(\\d{1,2})\\s?([-/])\\s?(\\d{1,2})(?:\\s?(?:-|–|to|through|thru)\\s?\\d{1,2}[-/]\\d{1,2})?${END}`,
);
export const YEAR = sticky(`(?:19[0-9]|20[0-4])\\d${END}`);
export const ORDINAL_DAY = sticky('(?:[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)\\b');

/** What may follow the name of a month: a day, a year, both, a range of days. */
export const AFTER_MONTH = sticky(
  `(?:(?<=\\b[a-z]{3,4})\\.)?(?:(?:\\s{1,2}|\\s?[-/]\\s?|,\\s?)(?:the\\s)?(?:${DAY})(?:\\s?(?:st|nd|rd|th)\\b)?(?![\\d:%]|\\.\\d|\\s?(?:mg|mcg|ml|units?|tablets?|times|weeks?|days?|hours?|years?)\\b)(?:\\s?(?:-|–|to|through|and|or|&)\\s?(?:the\\s)?${DAY}(?:st|nd|rd|th)?\\b)?(?:(?:\\s?,\\s?|\\s{1,2}(?:of\\s)?|\\s?[-/]\\s?)(?:${YEAR4}|'\\d\\d|(?<=[-/,]\\s?)\\d\\d)(?![\\d]))?|(?:\\s{1,2}|\\s?[-/]\\s?|,\\s?|\\s(?:of|in)\\s)(?:of\\s)?(?:${YEAR4}|'\\d\\d)(?!\\d)|-\\d\\d(?!\\d))${TIME}`,
);

/**
 * What in the corpora identifies, or stands in the place of what did, though no generator wrote it: read through by hand in the
 * list of all that is reported on the untouched texts (3,976 texts, 1,400 spans, of which 603 dates: all were dates). Such tokens
 * are neither right nor wrong when they are reported.
 */
const words = (text: string): ReadonlySet<string> => new Set(text.trim().toLowerCase().split(/\s+/));

const NAMES = words(`
smith jones jay dey lin helm emma white shimada arjun mary johnson mazatlan cheng anna kumar blackman mason sherry mina hudyncia jen little frankland kim bremer walter
brown rath sample madison stanley gertzbein reitman ferguson roszhart barney james miya john houston pai townsend waters green diana claire henley yen murphy ryan king
allen rez jonah foster nathan lee mathis patrick shami strange chandler morton long pratt sherman jena gina hanine jane ethan chip winkel tara welch kirkland wilson sunil
gray luna frank al abcd abc xyz doe x y z hippel`);
const PLACES = words(`
gig harbor wichita seattle coolidge sacaton newton salt lake city las vegas america bartow conway springs norwich avon north carolina munich germany santa cruz purdy correctional
institute facility newport cruces breckenridge vail colorado cheyenne wyoming baltimore taco bell san diego korea iowa europe easton casa angola maine tacoma bremerton morse
hope south high shepherd hilton fayetteville tennessee u s duke netherlands cuba philippines mexico russia village drive temple street alaska kansas mobile tanzania oklahoma texas eastern
juvenile hall danish swedish persian georgia japan vietnam united states`);
const BODIES = words(`
uihc chevron walmart wal mart fed ex fedex hopkins johns healing harmony music christian carter center mercy manor valley care siskin hospital general medical practice clinic
sierra pacific orthopedic group baylis building thrashers corner thomas memorial saint st university of life home champion automotive company co overeaters anonymous
social chain project access genesis airlines security administration webmd i h c prompt`);
const CLOCK = words(`
january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday mondays
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
hundred thousand first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth
twentieth thirtieth of and the summer winter spring fall autumn christmas thanksgiving halloween independence day easter nineties am pm last next early late mid past this end beginning`);

/** Initials after a title ("Miss A", "Doctor F") and stand-ins ("ABCD General Hospital") are what is left of names. */
const INITIAL = /(?:\b(?:dr|doctor|mr|mrs|ms|miss|mister)\.?\s+(?:[a-z]\.?\s?){0,3}|\b[a-z]\s)$/i;

export function isNatural(text: string, start: number, end: number): boolean {
  const word = text.slice(start, end).toLowerCase();
  if (NAMES.has(word) || PLACES.has(word) || BODIES.has(word) || CLOCK.has(word)) return true;
  if (/^\d{1,4}(?:st|nd|rd|th)?$/.test(word)) return isDate(text, start, end);
  const near = text.slice(Math.max(0, start - 16), start);
  return word.length === 1 && (INITIAL.test(near) || /^ [A-Z]\b/.test(text.slice(end, end + 2)));
}

/** Part of a date in figures, of a year after a word of time, or of an age over 89. */
function isDate(text: string, start: number, end: number): boolean {
  const near = text.slice(Math.max(0, start - 10), end + 12);
  if (/\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|\d{1,2}\/(?:\d{4}|0\d|9\d)/.test(near)) return true;
  const value = Number.parseInt(text.slice(start, end), 10);
  if (value >= 1930 && value <= 2015) return true;
  if (value >= 90 && value <= 110) return /year/.test(text.slice(end, end + 8));
  return /(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s?(?:\d{1,2},?\s)?$/i.test(
    text.slice(Math.max(0, start - 16), start),
  );
}

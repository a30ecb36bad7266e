/** A disease told with the age at which it came, "MI at 45", "breast ca 42": in a relative a family history, in the patient the disease. */
const AGED = /^(.+?)(?:,? (?:at|aged?|at the age of|at age))? \d{1,2}$/i;
const RELATIVE =
  /\b(?:(?:grand|step|half-?)?(?:father|mother|dad|mum|mom|brother|sister|son|daughter|parents?)|siblings?|uncle|aunt|cousin|nephew|niece|twin|(?:pa|ma)ternal|relatives?|family|familial|fhx?)\b/i;

/** The disease of words that tell it with an age and without a relative; undefined for all other words. */
export function diseaseToldWithAge(words: string): string | undefined {
  return RELATIVE.test(words) ? undefined : AGED.exec(words.trim())?.[1];
}

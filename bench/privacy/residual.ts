/** What of a Patient resource can still be found in an output: as written, or within one edit. */

type Json = Readonly<Record<string, unknown>>;

export interface Residual {
  values: number;
  exact: number;
  fuzzy: number;
  /** As many as would be found by chance: the same search for another patient's names. */
  chance: number;
}

const objects = (value: unknown): Json[] =>
  [value].flat().filter((each): each is Json => typeof each === 'object' && each !== null && !Array.isArray(each));
const texts = (value: unknown): string[] => [value].flat().filter((each): each is string => typeof each === 'string');

/**
 * Searches every string of the output for every value of the Patients of the input. Words of codes ("White", a race) and words
 * that the input has elsewhere than as a name are no trace of a name; `other` is another person's record, for comparison.
 */
export function residualOf(
  input: Json,
  output: Json,
  other: Json,
  sum: Residual,
  report: (what: string) => void,
): void {
  const strings = stringsOf(output).map((each) => each.replace(/[0-9a-f-]{32,}/g, ' '));
  const whole = strings.join('\n').toLowerCase();
  const coded = new Set(displaysOf(input).flatMap((each) => each.toLowerCase().match(/\p{L}+/gu) ?? []));
  const words = new Set((whole.match(/\p{L}+/gu) ?? []).filter((word) => !coded.has(word)));
  const digits = new Set(
    strings.flatMap((each) => each.match(/\d[\d\s().-]{5,}\d/g) ?? []).map((each) => each.replace(/\D/g, '')),
  );
  for (const patient of patientsOf(input)) {
    const { names, others, numbers } = valuesOf(patient);
    sum.values += names.length + others.length + numbers.length;
    for (const name of names) {
      if (words.has(name)) found('exact', `a name of ${name.length} letters`);
      else if (name.length >= 5 && near(name, words)) found('fuzzy', `a name of ${name.length} letters`);
    }
    for (const each of others) if (standsIn(each, whole)) found('exact', 'an address, an identifier or an id');
    for (const number of numbers) if (digits.has(number)) found('exact', `a number of ${number.length} digits`);
  }
  const others = patientsOf(other).flatMap((patient) => valuesOf(patient).names);
  sum.chance += others.filter((name) => name.length >= 5 && !words.has(name) && near(name, words)).length;

  function found(how: 'exact' | 'fuzzy', what: string): void {
    sum[how]++;
    report(`${how}: ${what}`);
  }
}

const patientsOf = (bundle: Json): Json[] =>
  objects(bundle.entry)
    .flatMap(({ resource }) => objects(resource))
    .filter(({ resourceType }) => resourceType === 'Patient');

/** By itself, not as a part of a longer word or number: the digits of a ZIP code stand in many a measured value. */
function standsIn(value: string, whole: string): boolean {
  for (let at = whole.indexOf(value); at >= 0; at = whole.indexOf(value, at + 1))
    if (!/[\p{L}\p{N}.]/u.test(whole.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(whole.charAt(at + value.length)))
      return true;
  return false;
}

function displaysOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'code' in value && 'display' in value && typeof value.display === 'string' ? [value.display] : [];
  return [...own, ...Object.values(value).flatMap(displaysOf)];
}

function valuesOf(patient: Json): { names: string[]; others: string[]; numbers: string[] } {
  const names = objects(patient.name).flatMap(({ family, given }) => [...texts(family), ...texts(given)]);
  const extensions = objects(patient.extension);
  const maiden = extensions
    .filter(({ url }) => String(url).endsWith('mothersMaidenName'))
    .flatMap(({ valueString }) => texts(valueString));
  const birthPlaces = extensions.flatMap(({ valueAddress }) => objects(valueAddress));
  const addresses = [...objects(patient.address), ...birthPlaces];
  const cities = addresses.flatMap(({ city }) => texts(city));
  const telecoms = objects(patient.telecom).flatMap(({ value }) => texts(value));
  const identifiers = objects(patient.identifier).flatMap(({ value }) => texts(value));
  const others = [
    ...addresses.flatMap(({ line, postalCode }) => [
      ...texts(line),
      ...texts(postalCode).filter((code) => code.length >= 5),
    ]),
    ...cities.filter((city) => /\s/.test(city)),
    ...telecoms,
    ...identifiers,
    ...texts(patient.id),
  ];
  return {
    names: unique(
      [...names, ...maiden, ...cities.filter((city) => !/\s/.test(city))].flatMap(
        (name) => name.toLowerCase().match(/\p{L}{3,}/gu) ?? [],
      ),
    ),
    others: unique(others.map((each) => each.toLowerCase())),
    numbers: unique(
      [...telecoms, ...identifiers].map((each) => each.replace(/\D/g, '')).filter((each) => each.length >= 7),
    ),
  };
}

const unique = (values: readonly string[]): string[] => [...new Set(values)];

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsOf);
}

/** Whether a word is one letter replaced, left out, put in, or two exchanged away. */
function near(name: string, words: ReadonlySet<string>): boolean {
  for (const word of words) if (Math.abs(word.length - name.length) <= 1 && isOneEdit(name, word)) return true;
  return false;
}

function isOneEdit(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

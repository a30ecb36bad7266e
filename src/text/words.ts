/** Words of one family get one stem: inflection, British and American spelling, common irregular forms. Same rule for terms and text. */

const IRREGULAR: Readonly<Record<string, string>> = {
  "can't": 'cannot',
  cant: 'cannot',
  swollen: 'swell',
  fell: 'fall',
  fallen: 'fall',
  lost: 'loss',
  lose: 'loss',
  loses: 'loss',
  losing: 'loss',
  losses: 'loss',
  bled: 'bleed',
  woke: 'wake',
  woken: 'wake',
  waking: 'wake',
  broke: 'break',
  broken: 'break',
  felt: 'feel',
  slept: 'sleep',
  ate: 'eat',
  eaten: 'eat',
  drank: 'drink',
  drunk: 'drink',
  teeth: 'tooth',
  feet: 'foot',
  worse: 'worsen',
  worst: 'worsen',
  vertebrae: 'vertebra',
  calculi: 'calculus',
  bacilli: 'bacillus',
  nuclei: 'nucleus',
  bronchi: 'bronchus',
  thrombi: 'thrombus',
  emboli: 'embolus',
  bullae: 'bulla',
  pleurae: 'pleura',
  aortae: 'aorta',
  ova: 'ovum',
  bacteria: 'bacterium',
  shook: 'shake',
  shaken: 'shake',
  shaking: 'shake',
  shaky: 'shake',
  ran: 'run',
  sought: 'seek',
  caught: 'catch',
  grew: 'grow',
  grown: 'grow',
  growth: 'grow',
  thinner: 'thin',
  thinning: 'thin',
  paler: 'pale',
  pallor: 'pale',
  breathing: 'breath',
  breathe: 'breath',
  breathes: 'breath',
  breaths: 'breath',
  wt: 'weight',
  abdo: 'abdomen',
  abd: 'abdomen',
  abdominal: 'abdomen',
  feces: 'fece',
  faeces: 'fece',
  faecal: 'fece',
  fecal: 'fece',
  renal: 'kidney',
  hepatic: 'liver',
  def: 'deficien',
  defic: 'deficien',
  deficiency: 'deficien',
  deficient: 'deficien',
  deficiencies: 'deficien',
  ca125: 'ca125',
  women: 'woman',
  men: 'man',
  children: 'child',
  grey: 'gray',
  gynae: 'gyn',
  gynaecology: 'gyn',
  occas: 'occasional',
  hx: 'history',
  fx: 'fracture',
  fxs: 'fracture',
  vit: 'vitamin',
  iddm: 'iddm',
  dz: 'disease',
  dysfn: 'dysfunction',
  incr: 'increase',
  chr: 'chronic',
  bilat: 'bilateral',
  rt: 'right',
  lt: 'left',
  freq: 'frequent',
  frequency: 'frequent',
  frequently: 'frequent',
  urinary: 'urin',
  urine: 'urin',
  urinating: 'urin',
  urination: 'urin',
  muscular: 'muscl',
  muscle: 'muscl',
  muscles: 'muscl',
  numb: 'numb',
  tiring: 'tired',
  tires: 'tired',
  constip: 'constipat',
  constipation: 'constipat',
  constipated: 'constipat',
};

/** Words whose ending only looks like an inflection. */
const FIXED = new Set(
  'during anything nothing something everything bring king ring sing string spring wing thing sling ceiling being red bed shed sled need seed feed speed weed indeed gas bus pus plus this his us as is was has yes less loss mass pass glass dress stress press cross class his thus lens'.split(
    ' ',
  ),
);

const VOWELS = 'aeiouy';

/** Lower-case word to its stem. Idempotent enough for matching: equal for the forms of one word, not a dictionary form. */
export function stemOf(lower: string): string {
  let word = lower;
  const irregular = IRREGULAR[word];
  if (irregular !== undefined) return suffixed(irregular);
  const length = word.length;
  if (length < 4 || length > 32) return word;
  if (word.charCodeAt(length - 2) === 39 && word.endsWith("'s")) word = word.slice(0, -2);
  if (word.endsWith("n't")) word = `${word.slice(0, -2)}t`;
  word = british(word);
  if (FIXED.has(word)) return word;
  return suffixed(word);
}

function suffixed(given: string): string {
  let word = given;
  if (word.length < 4) return word;
  if (word.endsWith('ness') && word.length > 6) word = word.slice(0, -4);
  if (word.endsWith('ies') && word.length > 4) word = `${word.slice(0, -3)}y`;
  else if (endsHissing(word)) word = word.slice(0, -2);
  else if (word.endsWith('ses') && word.length > 5) word = word.slice(0, -2);
  else if (word.endsWith('sis') && word.length > 5) word = word.slice(0, -2);
  else if (isPlural(word)) word = word.slice(0, -1);
  if (word.endsWith('ing') && word.length > 5 && hasVowel(word, word.length - 3)) word = undoubled(word.slice(0, -3));
  else if (word.endsWith('ed') && word.length > 4 && hasVowel(word, word.length - 2))
    word = undoubled(word.slice(0, -2));
  if (word.length > 3 && word.endsWith('e')) word = word.slice(0, -1);
  return word;
}

const S = 115;
const E = 101;

/** "-sses", "-shes", "-ches", "-xes", "-zes". */
function endsHissing(word: string): boolean {
  const { length } = word;
  if (word.charCodeAt(length - 1) !== S || word.charCodeAt(length - 2) !== E) return false;
  const before = word.charAt(length - 3);
  if (before === 'x' || before === 'z') return true;
  const ahead = word.charAt(length - 4);
  return (before === 's' && ahead === 's') || (before === 'h' && (ahead === 's' || ahead === 'c'));
}

/** An s at the end, but no "-ss", "-us", "-is". */
function isPlural(word: string): boolean {
  if (word.charCodeAt(word.length - 1) !== S) return false;
  const before = word.charAt(word.length - 2);
  return before !== 's' && before !== 'u' && before !== 'i';
}

/** Whether one of the first `to` characters is a vowel. */
function hasVowel(word: string, to: number): boolean {
  for (let at = 0; at < to; at++) if (VOWELS.includes(word.charAt(at))) return true;
  return false;
}

function undoubled(word: string): string {
  const last = word.charCodeAt(word.length - 1);
  if (word.length > 3 && last === word.charCodeAt(word.length - 2) && last !== 115 && last !== 108 && last !== 122) {
    return word.slice(0, -1);
  }
  return word;
}

/** No accent, no ligature: printable ASCII alone. */
function isPlain(word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code < 32 || code > 126) return false;
  }
  return true;
}

/** British and American spellings, accents and ligatures to one form. */
function british(given: string): string {
  let word = given;
  if (!isPlain(word)) {
    word = word
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .replaceAll('æ', 'ae')
      .replaceAll('œ', 'oe')
      .replaceAll('ø', 'o')
      .replaceAll('ß', 'ss');
  }
  if (word.length > 4) {
    if (word.includes('ae') || word.includes('oe')) word = word.replace(/[ao]e/g, 'e');
    if (word.includes('our')) word = word.replace(/our(?=$|s$|ed$|ing$|less$|ation)/, 'or');
    if (word.includes('is')) word = word.replace(/is(?=e$|es$|ed$|ing$|ation|er$)/, 'iz');
    if (word.includes('ys')) word = word.replace(/ys(?=e$|es$|ed$|ing$)/, 'yz');
    if (word.includes('sulph')) word = word.replace('sulph', 'sulf');
    if (word.endsWith('bre') || word.endsWith('tre')) word = `${word.slice(0, -2)}er`;
    if (word.startsWith('leuc')) word = `leuk${word.slice(4)}`;
  }
  return word;
}

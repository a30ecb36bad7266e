import { daysOf } from '../durations.ts';
import { type Tokens, WORD } from '../tokens.ts';
import { type Cue, cuesIn } from './cues.ts';
import { type Kin, kinIn } from './experiencer.ts';
import { backwardScope, forwardScope, type Range, touches } from './scope.ts';
import { type Sign, signsIn } from './signs.ts';
import { ownFrom } from './states.ts';
import { backgroundIn, pastIn } from './time.ts';

/** A cue and the tokens that it governs. */
export interface Scoped {
  readonly cue: Cue;
  readonly range: Range;
  /** It governs only the concept whose last word ends the range: "heart failure clinic". */
  readonly touching: boolean;
}

/** What a sentence says around its concepts: worked out once, asked for each of them. */
export interface Reading {
  readonly scopes: readonly Scoped[];
  readonly signs: readonly Sign[];
  readonly kin: readonly Kin[];
  readonly past: readonly Range[];
  readonly section: string | undefined;
  readonly from: number;
  /** From here on a family history speaks of the patient. */
  readonly own: number;
  /** The sentence is the bare name of a lasting condition, as in a list of background diseases: tokens of the name. */
  readonly background: Range | undefined;
}

const FAMILY = new Set(['family-history']);
/** What stands alone there is what was found, not the background. */
const CONCLUDES = new Set([
  'impression',
  'findings',
  'assessment-plan',
  'plan',
  'results',
  'examination',
  'indication',
]);
/** "Hoarseness if persists" is there. */
const PERSISTS = new Set(
  'persists persisting persistent continues continuing worse worsens worsening no not recurs ongoing still unresolved fails bothers bothersome troublesome returns'.split(
    ' ',
  ),
);
const PLANS = new Set(['plan', 'assessment-plan']);

/**
 * Reads the cues of a sentence, tokens [from, to). `inside`: tokens of a concept, whose words are no cues for it; `kin`: of whom
 * else the sentence speaks, where that is known already.
 */
export function readingOf(
  tokens: Tokens,
  from: number,
  to: number,
  section: string | undefined,
  inside: ReadonlySet<number>,
  kin: readonly Kin[] = kinIn(tokens, from, to, FAMILY.has(section ?? '')),
): Reading {
  const cues = cuesIn(tokens, from, to).filter(({ rule, from: at, to: end }) => {
    // "HIV/HCV/TTG neg": the end of one name is the result of all of them.
    if (rule.kind === 'no' && rule.direction === 'backward' && BARE.has(rule.words.join(' '))) return true;
    for (let token = at; token < end; token++) if (inside.has(token)) return false;
    return true;
  });
  const stops = new Set<number>();
  let masked = -1;
  for (const { rule, from: at, to: end } of cues) {
    if (rule.kind === 'mask') masked = Math.max(masked, end);
    if (end <= masked) continue;
    if (rule.kind === 'stop' || rule.kind === 'yes') {
      if (rule.direction !== 'backward') for (let token = at; token < end; token++) stops.add(token);
    }
  }
  const scopes: Scoped[] = [];
  for (const cue of cues) {
    const { direction, kind } = cue.rule;
    if (kind === 'stop' || direction === 'nowhere') {
      if (kind === 'mask') scopes.push({ cue, range: [cue.from, commaAfter(tokens, cue.to, to)], touching: false });
      continue;
    }
    if (
      kind === 'hypothetical' &&
      cue.rule.words[0] === 'should' &&
      cue.from > from &&
      tokens.low[cue.from - 1] !== ','
    )
      continue;
    if (cue.rule.words[0] === 'if' && direction === 'backward') {
      if (!PLANS.has(section ?? '') || PERSISTS.has(tokens.low[cue.to] ?? '')) continue;
    }
    if (cue.rule.words[0] === '-' && direction === 'backward' && !isChecked(tokens, from, cue.from)) continue;
    if (kind === 'no' && direction === 'forward' && BARE.has(cue.rule.words.join(' ')) && !showsNone(tokens, cue, from))
      continue;
    if (isGeneSymbol(tokens, cue) || isWorkUpOfComplaint(tokens, cue)) continue;
    if (kind === 'historical' && direction === 'forward' && isDuration(tokens, cue.from)) continue;
    if (direction === 'forward') scopes.push({ cue, range: forwardScope(tokens, cue, to, stops), touching: false });
    else {
      const range = backwardScope(tokens, cue, from, to, stops);
      if (range) scopes.push({ cue, range, touching: touches(cue, range) });
    }
  }
  return {
    scopes,
    signs: signsIn(tokens, from, to),
    kin,
    past: pastIn(tokens, from, to),
    section,
    from,
    own: ownFrom(tokens, from, to),
    background: CONCLUDES.has(section ?? '') ? undefined : backgroundIn(tokens, from, to),
  };
}

/** "ROS neg x fatigue", "neg except": what follows is there. */
const LEADS_OFF = new Set('for x except exc bar apart other but save besides aside'.split(' '));
const BARE = new Set(['neg', 'negative']);
const MODALITY = new Set(
  'us uss ultrasound ct ctpa cta ctkub mri mra mrcp scan doppler dopplers duplex cxr xr xray film films echo dip urine dimer swab smear biopsy bx culture cultures colonoscopy ogd egd'.split(
    ' ',
  ),
);

/** "USS neg DVT": what a test did not show; "negative nausea, negative rash": at the start of an item. */
function showsNone(tokens: Tokens, { from, to }: Cue, start: number): boolean {
  const before = tokens.low[from - 1] ?? '';
  const opens = from === start || before === ',' || before === ':';
  return (opens || MODALITY.has(before)) && tokens.kind[to] === WORD && !LEADS_OFF.has(tokens.low[to] ?? '');
}

const CHECKED = new Set(
  'screened screen screening checked tested tests test swab swabs scan scanned bloods serology'.split(' '),
);

/** "Screened for coeliac - clear": without a test before it, "clear" after a dash says nothing of the words before. */
function isChecked(tokens: Tokens, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (CHECKED.has(tokens.low[at] ?? '')) return true;
  return false;
}

const COMPLAINTS = new Set(
  'fatigue tiredness pain ache aches headache headaches dizziness vertigo syncope collapse cough fever fevers anemia anaemia bleeding haematuria hematuria rash itch pruritus edema oedema swelling dyspnea dyspnoea breathlessness sob cp palpitations nausea vomiting diarrhea diarrhoea constipation tremor numbness weakness falls fall loss nodule mass lump sweats'.split(
    ' ',
  ),
);

/** "AKI w/u" asks; "fatigue w/u neg" was done because there is fatigue. */
function isWorkUpOfComplaint(tokens: Tokens, { rule, from }: Cue): boolean {
  if (rule.direction !== 'backward') return false;
  const result = rule.kind === 'no' ? from : from + 1;
  for (let at = result - 1; at >= result - 3 && at > 0; at--) {
    if (!/^(?:w|work|workup)$/.test(tokens.low[at] ?? '')) continue;
    return COMPLAINTS.has(tokens.low[at - 1] ?? '');
  }
  return false;
}

/** "BRCA gene": the gene is named by its own symbol. */
function isGeneSymbol(tokens: Tokens, { rule, from }: Cue): boolean {
  if (rule.words[0] !== 'gene' && rule.words[0] !== 'genes') return false;
  return /^[A-Z][A-Z0-9]{2,}$/.test(tokens.text.slice(tokens.start[from - 1], tokens.end[from - 1]));
}

/** "No change in vision, diplopia": the words are no denial as far as the comma, and a denial after it. */
function commaAfter(tokens: Tokens, from: number, to: number): number {
  let at = from;
  while (at < to && tokens.low[at] !== ',') at++;
  return at;
}

/** "Three-week history of cough": how long the complaint has lasted, not that it is past. */
function isDuration(tokens: Tokens, at: number): boolean {
  const before = tokens.low[at - 1] === 'long' ? at - 2 : at - 1;
  return tokens.low[at] === 'history' && daysOf(tokens.low[before] ?? '') !== undefined;
}

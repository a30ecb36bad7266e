import { ACTION_WORDS, REGION_WORDS, SPECIALTY_WORDS, type Wording } from './actions.ts';
import type { Clause } from './clauses.ts';
import type { Named } from './measure-names.ts';
import { NUMBER, standsAt, type Tokens, WORD } from './tokens.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
/** Measured at a visit rather than in the laboratory. */
export const VITALS = words(
  'systolic-bp diastolic-bp body-weight body-height bmi heart-rate oxygen-saturation body-temperature phq-9 gad-7',
);

/** An action word and where it stands. */
export type Found = Wording & { readonly at: number };

/** The longest wording of a table that begins at a token. */
export function longestAt(
  map: ReadonlyMap<string, readonly Wording[]>,
  tokens: Tokens,
  at: number,
  to: number,
): Wording | undefined {
  for (const wording of map.get(tokens.low[at] ?? '') ?? []) {
    if (at + wording.words.length <= to && standsAt(tokens, at, wording.words)) return wording;
  }
  return undefined;
}

const GENERAL = words('evaluation lab referral');
const WEAK = words('see clinic level levels film scan us lab fit mr review assessment stool culture scope colon');
const CAPITALS = words('us fit mr ua id');

/** The most telling action word of a clause. */
export function actionIn(tokens: Tokens, clause: Clause): Found | undefined {
  let best: Found | undefined;
  for (let at = clause.from; at < clause.to; at++) {
    if (tokens.kind[at] !== WORD && tokens.kind[at] !== NUMBER) continue;
    const wording = longestAt(ACTION_WORDS, tokens, at, clause.to);
    if (!wording) continue;
    const only = wording.words.length === 1 ? (wording.words[0] ?? '') : '';
    const raw = tokens.text.slice(tokens.start[at], tokens.end[at]);
    if (CAPITALS.has(only) && raw !== raw.toUpperCase()) continue;
    if ((only === 'see' || only === 'clinic' || only === 'letter') && !specialtyIn(tokens, clause.from, clause.to))
      continue;
    if (!best || rank(wording) > rank(best)) best = { ...wording, at };
    at += wording.words.length - 1;
  }
  return best;
}

function rank(wording: Wording): number {
  if (wording.means === 'visit') return 0;
  if (WEAK.has(wording.words.join(' '))) return 1;
  return GENERAL.has(wording.means) ? 2 : 3;
}

/** The medical specialty that is named in the tokens [from, to). */
export function specialtyIn(tokens: Tokens, from: number, to: number): string | undefined {
  for (let at = from; at < to; at++) {
    const wording = longestAt(SPECIALTY_WORDS, tokens, at, to);
    if (!wording) continue;
    const low = tokens.low[at] ?? '';
    if ((low === 'id' || low === 'pt') && wording.words.length === 1) continue;
    return wording.means;
  }
  return undefined;
}

/** The class of action and what it is about, most telling first. */
export function aim(
  tokens: Tokens,
  clause: Clause,
  action: Found | undefined,
  specialty: string | undefined,
  names: readonly Named[],
  repeats: boolean,
): { means: string; targets: string[] } {
  const targets = new Set<string>();
  let means = action?.means ?? (specialty === undefined || repeats ? 'repeat' : 'referral');
  if (action === undefined && names.length > 0) means = VITALS.has(names[0]?.analyte ?? '') ? 'visit' : 'lab';
  if (specialty !== undefined && (means === 'referral' || means === 'visit')) {
    targets.add(specialty);
    means = 'referral';
  }
  if (means !== 'referral') for (const { analyte } of names) targets.add(analyte);
  if (action?.target !== undefined) targets.add(action.target);
  if (means !== 'lab' && means !== 'referral' && means !== 'visit') {
    for (let at = clause.from; at < clause.to; at++) {
      const region = longestAt(REGION_WORDS, tokens, at, clause.to)?.means;
      if (region !== undefined) targets.add(region);
    }
  }
  if (targets.size === 0 && specialty !== undefined) targets.add(specialty);
  return { means, targets: [...targets] };
}

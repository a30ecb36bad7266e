/**
 * People, and places and organisations that the tagger sees, in one text. First the tagger with the rules that overrule it
 * (titles, eponyms, drugs); then what belongs to a name (initials, particles); then the same names elsewhere in the text.
 */
import { CONTEXT, type Found, TAGGER } from '../found.ts';
import { commonLevel } from '../lexicon/bits.ts';
import { BODY_WORDS, GENERAL } from '../places/words.ts';
import { setOf } from '../sets.ts';
import { MARK, type Tokens, WORD } from '../tokens.ts';
import { belonging } from './belong.ts';
import { afterRole, besides } from './beside.ts';
import { afterTitle, isCandidate } from './candidates.ts';
import { credentialled } from './credentials.ts';
import { elsewhere } from './elsewhere.ts';
import { viewOf } from './features.ts';
import { fieldsOf } from './fields.ts';
import { isNoPerson, leastFor, PLACEHOLDER } from './nobody.ts';
import { byRule, isPlainAfterTitle } from './rules.ts';
import { chancesAt, NAME, ORGANISATION, PLACE_TAG, type Tagger } from './tagger.ts';

/** Chance from which a word is taken for a name elsewhere in the text too. */
const SURE = 0.9;
/** `skip` marks the units of the text that other detectors have taken as numbers, dates or addresses of the network. */
export function namesIn(doc: Tokens, tagger: Tagger, skip: Uint8Array): Found[] {
  const view = viewOf(doc);
  const why: (string | undefined)[] = [];
  const chances = new Float64Array(4);
  const sure = new Set<string>();
  const fields = fieldsOf(doc);
  for (let i = 0; i < doc.length; i += 1) {
    if (fields[i] === 1 && skip[doc.start[i] ?? 0] !== 1 && !PLACEHOLDER.test(doc.lower[i] ?? '')) {
      view.tags[i] = NAME;
      why[i] = 'in a field for a name';
      if ((doc.lower[i] ?? '').length > 2 && commonLevel(doc.bits[i] ?? 0) < 4) sure.add(doc.lower[i] ?? '');
      continue;
    }
    if (!isCandidate(doc, i, view.tags[i - 1] ?? 0) || skip[doc.start[i] ?? 0] === 1) {
      // A hyphen or an initial's full stop does not end a name.
      if (
        doc.kind[i] === MARK &&
        doc.gap[i] === 0 &&
        (doc.lower[i] === '-' || doc.lower[i] === "'" || (doc.lower[i] === '.' && shortens(doc, i)))
      )
        view.tags[i] = view.tags[i - 1] ?? 0;
      continue;
    }
    const lower = doc.lower[i] ?? '';
    const titled = afterTitle(doc, i);
    if (titled && !PLACEHOLDER.test(lower) && !isPlainAfterTitle(doc, i)) {
      view.tags[i] = NAME;
      why[i] = 'after a title';
      if (lower.length > 2) sure.add(lower);
      continue;
    }
    const rule = PLACEHOLDER.test(lower) ? undefined : (byRule(doc, i, view.tags) ?? roleOf(doc, i));
    if (rule !== undefined) {
      view.tags[i] = NAME;
      why[i] = rule;
      if (lower.length > 2 && commonLevel(doc.bits[i] ?? 0) < 3) sure.add(lower);
      continue;
    }
    if (PLACEHOLDER.test(lower) || isNoPerson(doc, i, view.tags[i - 1] ?? 0)) continue;
    chancesAt(tagger, view, i, chances);
    const [out = 0, name = 0, place = 0, organisation = 0] = chances;
    if (1 - out < leastFor(doc, i, view.tags[i - 1] ?? 0)) continue;
    const tag = name >= place && name >= organisation ? NAME : place >= organisation ? PLACE_TAG : ORGANISATION;
    view.tags[i] = tag;
    why[i] = `tagger: ${tag === NAME ? 'name' : tag === PLACE_TAG ? 'place' : 'organisation'}, ${(1 - out).toFixed(2)}`;
    if (tag === NAME && name > SURE && lower.length > 2) sure.add(lower);
  }
  withoutPlainBodies(doc, view.tags, why);
  credentialled(doc, view.tags, why);
  besides(doc, view.tags, skip, (i, reason) => {
    view.tags[i] = NAME;
    why[i] ??= reason;
  });
  belonging(doc, view.tags, why, skip);
  elsewhere(doc, view.tags, why, sure, skip);
  return spansOf(doc, view.tags, why);
}

const roleOf = (doc: Tokens, i: number): string | undefined => (afterRole(doc, i) ? 'after a role' : undefined);

/** The stop of "J." or "St.", not of a sentence. */
function shortens(doc: Tokens, i: number): boolean {
  const before = doc.lower[i - 1] ?? '';
  return before.length === 1 || /^(?:st|ste|mt|jr|sr|wm|chas|geo|thos)$/.test(before);
}

/** Before a body that is told by the tagger alone. */
const AT_BODY = setOf('at for from with to by');

/** "Nursing Home", "Pulmonary Clinic": what the tagger takes for a body, but no word of which tells it from another. */
function withoutPlainBodies(doc: Tokens, tags: Uint8Array, why: (string | undefined)[]): void {
  for (let i = 0; i < doc.length; i += 1) {
    if (tags[i] !== ORGANISATION) continue;
    let last = i;
    while (tags[last + 1] === ORGANISATION && (doc.gap[last + 1] ?? 9) <= 1) last += 1;
    let telling = false;
    for (let k = i; k <= last; k += 1) if (doc.kind[k] === WORD && !isKind(doc, k)) telling = true;
    const common = commonLevel(doc.bits[i] ?? 0);
    const unsure = common >= 3 || Number(why[i]?.slice(-4)) < 0.7;
    const lone = last === i && unsure && !isKind(doc, i + 1) && !AT_BODY.has(doc.lower[i - 1] ?? '');
    if (!telling || lone)
      for (let k = i; k <= last; k += 1) {
        tags[k] = 0;
        why[k] = undefined;
      }
    i = last;
  }
}

/** A word for a kind of body or of medicine. */
const isKind = (doc: Tokens, i: number): boolean => {
  const lower = doc.lower[i] ?? '';
  return GENERAL.has(lower) || BODY_WORDS.has(lower);
};

function spansOf(doc: Tokens, tags: Uint8Array, why: readonly (string | undefined)[]): Found[] {
  const found: Found[] = [];
  for (let i = 0; i < doc.length; i += 1) {
    const tag = tags[i] ?? 0;
    const reason = why[i];
    if (tag === 0 || reason === undefined) continue;
    found.push({
      start: doc.start[i] ?? 0,
      end: doc.end[i] ?? 0,
      category: tag === NAME ? 'name' : tag === PLACE_TAG ? 'place' : 'organisation',
      why: reason,
      rank: reason.startsWith('tagger') ? TAGGER : CONTEXT,
    });
  }
  return found;
}

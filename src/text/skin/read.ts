import type { Span } from '../mention.ts';
import { assertSpans, type NoteReading, type ReadOptions } from '../read.ts';
import { SKIN_FACETS, type SkinDescription, type SkinFacet, type SkinTrait } from './facets.ts';
import { ELSEWHERE, OF_SKIN, OWN_FORMS, SHARED_FORMS, SITES, TRAITS } from './words.ts';

/** A text without any of these tells nothing of the skin. */
const ANY =
  /papul|macul|rash|erupti|lesion|plaque|patch|nodul|vesic|blister|bull[ao]|pustul|ulcer|erosi|wheal|hives|welt|urticari|purpur|petechi|bruis|ecchymo|comedo|skin|bump|growth|spots?\b|sores?\b|mole|nev|wart|erythem|dermat|scal[ey]|crust|discolo|lump|tumou?r|streak/i;

/** Where nothing of the patient's own present skin is told. */
const SILENT: ReadonlySet<string> = new Set(['family-history', 'instructions', 'technique', 'comparison', 'allergies']);

/** Parts of a sentence that each tell something of their own. */
const CUT =
  /;|\bbut\b|\bwhile\b|\bwhereas\b|\bas well as\b|\balong with\b|,\s+(?:and\s+)?(?=(?:there|she|he|they|the patient|his|her|an?)\b)/gi;
/** Goes on about the lesions of the sentence before. */
const GOES_ON =
  /^\W*(?:it|this|these|they|the (?:lesions?|rash|eruption|papules?|plaques?|patch(?:es)?|nodules?|bumps?|spots?|growth|mole|blisters?|area|skin)|some of (?:them|the)|each|similar|lesions?|individual|most|skin)\b/i;
/** Words of the longest phrase of the tables. */
const LONGEST = 3;

interface Word {
  readonly low: string;
  readonly at: number;
  readonly end: number;
}

interface Told {
  readonly trait: SkinTrait;
  readonly span: Span;
  readonly isOwn: boolean;
}

type Kind = 'own' | 'shared' | 'trait' | 'site';

const lexicon = ((): ReadonlyMap<string, readonly { readonly trait: SkinTrait; readonly kind: Kind }[]> => {
  const map = new Map<string, { trait: SkinTrait; kind: Kind }[]>();
  const put = (rows: typeof TRAITS, kind: Kind): void => {
    for (const [phrase, trait] of rows) map.set(phrase, [...(map.get(phrase) ?? []), { trait, kind }]);
  };
  put(OWN_FORMS, 'own');
  put(SHARED_FORMS, 'shared');
  put(TRAITS, 'trait');
  put(SITES, 'site');
  return map;
})();

const facetOf = new Map<SkinTrait, SkinFacet>(
  (Object.keys(SKIN_FACETS) as SkinFacet[]).flatMap((facet) =>
    SKIN_FACETS[facet].map((trait): [SkinTrait, SkinFacet] => [trait, facet]),
  ),
);

/** Facets that make a lesion, which any organ may have, one of the skin. */
const OF_THE_SKIN: ReadonlySet<SkinFacet> = new Set(['colour', 'surface', 'site']);
/** Words for how something feels are told of anything: they count beside a lesion only. */
const NEVER_ALONE: ReadonlySet<SkinFacet> = new Set(['feel', 'course', 'pattern', 'edge']);

/**
 * What a text tells of the skin: each clause that names a lesion of it, or the colour or scale of a place, with all that the clause
 * tells of form, colour, surface, edge, pattern, feel, course and place. A sentence that goes on about the lesions of the one before
 * adds to a description of its own. What is denied is left out. Linear in the text's length.
 */
export function skinIn(text: string, { sentences }: NoteReading, options: ReadOptions = {}): SkinDescription[] {
  if (!ANY.test(text)) return [];
  const drafts: { readonly told: readonly Told[]; readonly sentence: Span; readonly carries: boolean }[] = [];
  let goesOn = false;
  for (const { span, section } of sentences) {
    if (SILENT.has(section ?? '')) continue;
    const words = text.slice(...span);
    const carries = goesOn && GOES_ON.test(words);
    goesOn = false;
    for (const [from, to] of clausesOf(words)) {
      const clause = words.slice(from, to);
      const told = toldIn(clause, span[0] + from);
      if (!isOfSkin(told, clause, words, carries)) continue;
      drafts.push({ told, sentence: span, carries });
      goesOn = true;
    }
    if (carries) goesOn = true;
  }
  const status = assertSpans(
    text.replace(OWN_NEGATION, same),
    drafts.flatMap(({ told }) => told.map(({ span }) => span)),
    options,
  );
  let next = 0;
  return drafts.flatMap(({ told, sentence, carries }): SkinDescription[] => {
    const own = told.filter(() => {
      const { assertion, temporality, experiencer } = status[next++] ?? PLAIN;
      return assertion === 'present' && experiencer === 'patient' && temporality !== 'resolved';
    });
    const [first] = own;
    if (!first || (!carries && !own.some(({ trait }) => !NEVER_ALONE.has(facetOf.get(trait) ?? 'feel')))) return [];
    const start = Math.min(...own.map(({ span }) => span[0]));
    const end = Math.max(...own.map(({ span }) => span[1]));
    return [{ ...PLAIN, traits: new Set(own.map(({ trait }) => trait)), span: [start, end], sentence }];
  });
}

const PLAIN = { assertion: 'present', temporality: 'current', experiencer: 'patient' } as const;

/** "Non-blanching purple macules": the first word is denied, and not the macules. */
const OWN_NEGATION = /\bnon-(?=[a-z])/gi;
const same = (words: string): string => '~'.repeat(words.length);

function clausesOf(words: string): [number, number][] {
  const cuts = [0];
  for (const { index, 0: cut } of words.matchAll(CUT)) cuts.push(index + cut.length);
  for (const { index, 0: cut } of words.matchAll(ITEM)) if (isOwnItem(words, index, cut)) cuts.push(index + cut.length);
  cuts.sort((a, b) => a - b);
  return cuts.map((from, index): [number, number] => [from, cuts[index + 1] ?? words.length]);
}

/** Between two items of a list of which the second is two words. */
const ITEM = /(?:,|,?\s+and\b)\s+(?=([a-z]+)\s+([a-z]+)\s*(?:[,;.]|$|\band\b))/gi;

/** "Rash, peeling fingers and cracked lips": a place with a word of its own, after a form or another place, is told for itself. */
function isOwnItem(words: string, at: number, cut: string): boolean {
  const kindsOf = (word: string) => (hitsOf(word.toLowerCase()) ?? []).map(({ kind }) => kind);
  const [, trait = '', place = ''] = /^([a-z]+)\s+([a-z]+)/i.exec(words.slice(at + cut.length)) ?? [];
  if (!kindsOf(trait).includes('trait') || !kindsOf(place).includes('site')) return false;
  const [before = ''] = /[a-z]+$/i.exec(words.slice(0, at)) ?? [];
  return kindsOf(before).some((kind) => kind !== 'trait');
}

const WORD = /[a-z]+/gi;

function toldIn(clause: string, start: number): Told[] {
  const words: Word[] = [...clause.matchAll(WORD)].map(({ index, 0: raw }) => ({
    low: raw.toLowerCase(),
    at: index,
    end: index + raw.length,
  }));
  const told: Told[] = [];
  for (let at = 0; at < words.length; ) {
    let taken = 1;
    for (let count = Math.min(LONGEST, words.length - at); count > 0; count--) {
      const phrase = words.slice(at, at + count);
      const hits = hitsOf(phrase.map(({ low }) => low).join(' '));
      const [first, last] = [phrase[0], phrase[count - 1]];
      if (!hits || !first || !last) continue;
      const next = words[at + count]?.low ?? '';
      for (const { trait, kind } of hits) {
        if (count === 1 && (isOther(trait, kind, next) || isSoreHere(words, at))) continue;
        told.push({ trait, span: [start + first.at, start + last.end], isOwn: kind === 'own' });
      }
      taken = count;
      break;
    }
    at += taken;
  }
  return told;
}

const PERSON =
  /^(?:wom[ae]n|m[ae]n|males?|females?|boys?|girls?|patients?|gentlem[ae]n|lady|child|persons?|people|mother|father|blood|cells?|counts?|matter|eyes?|urine|flags?|meat|conjunctiva\w*|sclera\w*|stools?|sputum|discharge|count)$/;
const TIME =
  /^(?:years?|months?|weeks?|days?|hours?|times?|episodes?|other|medical|medications?|people|family|attempts?|courses?|drinks?)$/;
const NO_PLACE =
  /^(?:lymphadenopathy|adenopathy|lymph|nodes?|temperature|canal|pressure|pain|discomfort|tenderness|ache|weakness|numbness|swelling|edema|oedema|drop|joints?|pulses?)$/;

/** "Sore throat", "sore knees" are no sores. */
const SORE = /^(?:throats?|knees?|necks?|muscles?|joints?|breasts?|eyes?|tongue|gums?|back|arms?|legs?|feet|nipples?)$/;

/** "A white woman", "many years", "axillary nodes", "chest pain": no colour, no number, no place of a lesion. */
function isOther(trait: SkinTrait, kind: Kind, next: string): boolean {
  if (trait === 'white' || trait === 'black' || trait === 'red' || trait === 'yellow') return PERSON.test(next);
  if (trait === 'multiple') return TIME.test(next);
  if (kind === 'shared' && trait === 'ulcer' && SORE.test(next)) return true;
  return kind === 'site' && NO_PLACE.test(next);
}

const ARTICLE = /^(?:an?|the|this|one|cold|another)$/;

/** "Sore scalp", "mouth sore" are no sores either; "a mouth sore" is one. */
function isSoreHere(words: readonly Word[], at: number): boolean {
  if (words[at]?.low !== 'sore') return false;
  const isPlace = (index: number) => (hitsOf(words[index]?.low ?? '') ?? []).some(({ kind }) => kind === 'site');
  const isBefore = isPlace(at - 1) || /^(?:mouth|throat|tongue)$/.test(words[at - 1]?.low ?? '');
  return isPlace(at + 1) || (isBefore && !ARTICLE.test(words[at - 2]?.low ?? ''));
}

/** A phrase as it stands, or without the plural of its last word. */
function hitsOf(phrase: string): ReturnType<typeof lexicon.get> {
  return lexicon.get(phrase) ?? (phrase.endsWith('s') ? lexicon.get(phrase.slice(0, -1)) : undefined);
}

function isOfSkin(told: readonly Told[], clause: string, sentence: string, carries: boolean): boolean {
  const facets = new Set(told.map(({ trait }) => facetOf.get(trait)));
  if (told.some(({ isOwn }) => isOwn)) return !ELSEWHERE.test(clause) || OF_SKIN.test(clause);
  if (ELSEWHERE.test(sentence) && !OF_SKIN.test(clause)) return false;
  const isSkinWord = OF_SKIN.test(clause);
  if (facets.has('form')) return carries || isSkinWord || [...OF_THE_SKIN].some((facet) => facets.has(facet));
  if (carries) return told.length > 0;
  return (
    (facets.has('colour') || facets.has('surface')) && (isSkinWord || (facets.has('site') && facets.has('surface')))
  );
}

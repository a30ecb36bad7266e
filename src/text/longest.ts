import { deniedAfterNot, deniedByNon } from './denied-part.ts';
import { FIRM, SITE, YIELDING } from './lexicon.ts';
import type { Match } from './match.ts';
import { isTwoItems, type List, listIn } from './term-lists.ts';
import type { Tokens } from './tokens.ts';

const NONE: readonly string[] = [];

/**
 * Of what was found, that which is not part of something longer. A longer term of which a part is denied takes nothing from the rest:
 * "non-bilious vomiting" denies bilious vomiting, and tells of vomiting. Nor does one that shares its first word with another thing:
 * "bloody diarrhoea and vomiting" tells of vomiting, and perhaps of blood in it. In reports of images the first word is of both
 * ("calcified nodes and granulomas").
 */
export function longest(found: Match[], tokens: Tokens, from: number, to: number, report = false): Match[] {
  const byNon = deniedByNon(tokens, from, to);
  found.sort((a, b) => b.at.length - a.at.length || a.last - (a.at[0] ?? 0) - (b.last - (b.at[0] ?? 0)));
  const covering = new Array<Match[] | undefined>(to - from);
  const kept: Match[] = [];
  const terms = found.filter((match) => !isTwoItems(tokens, match, found));
  const lists = new Map(
    terms.flatMap((match): [Match, List][] => {
      const isSpread = match.at.length > 1 && match.last - (match.at[0] ?? 0) >= match.at.length;
      const list = isSpread && !report ? listIn(tokens, match, found) : undefined;
      return list ? [[match, list]] : [];
    }),
  );
  for (const match of terms) {
    const start = match.at[0] ?? 0;
    const rivals = covering[start - from];
    let left = match.concepts;
    for (const rival of rivals ?? []) {
      if ((match.layer === SITE) !== (rival.layer === SITE)) continue;
      if (match.layer === FIRM && rival.layer === YIELDING) continue;
      if (!match.at.every((token) => rival.at.includes(token))) continue;
      if (match.at.length < rival.at.length && isApart(match, deniedIn(tokens, rival, byNon))) continue;
      if (lists.get(rival)?.own.some((words) => match.at.every((token) => words.includes(token)))) continue;
      if (rival.concepts === match.concepts) left = NONE;
      else if (rival.at.length > match.at.length)
        left = rival.apart.size > 0 ? NONE : left.filter((one) => match.apart.has(one));
      if (left.length === 0) break;
    }
    if (left.length === 0) continue;
    const own = left === match.concepts ? match : { ...match, concepts: left };
    kept.push(lists.get(match)?.perhaps ? { ...own, perhaps: true } : own);
    for (const token of match.at) {
      const list = covering[token - from];
      if (list) list.push(match);
      else covering[token - from] = [match];
    }
  }
  return withoutTold(tokens, kept, byNon).sort((a, b) => (a.at[0] ?? 0) - (b.at[0] ?? 0) || a.last - b.last);
}

/** The words of a term that are denied while the rest of them is not; undefined for most. */
function deniedIn(tokens: Tokens, { at, negated }: Match, byNon: ReadonlySet<number> | undefined) {
  if (negated) return deniedAfterNot(tokens, at);
  if (byNon === undefined || tokens.low[at[0] ?? 0] === 'non') return undefined;
  const denied = at.filter((token) => byNon.has(token));
  return denied.length > 0 && denied.length < at.length ? denied : undefined;
}

const isApart = ({ at, negated }: Match, denied: readonly number[] | undefined): boolean =>
  denied !== undefined && !negated && !at.some((token) => denied.includes(token));

/** A term of which a part is denied says nothing of the concepts that the rest of its words tell. */
function withoutTold(tokens: Tokens, kept: readonly Match[], byNon: ReadonlySet<number> | undefined): Match[] {
  return kept.flatMap((match) => {
    const denied = deniedIn(tokens, match, byNon);
    if (denied === undefined) return [match];
    const told = kept
      .filter((other) => isApart(other, denied) && other.at.some((token) => match.at.includes(token)))
      .flatMap((other) => other.concepts);
    const concepts = match.concepts.filter((concept) => !told.includes(concept));
    return concepts.length === 0 ? [] : [{ ...match, concepts }];
  });
}

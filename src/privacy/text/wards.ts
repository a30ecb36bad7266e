/** Wards that bear the name of a person: "Qureshi Unit", "Blackwood Wing". */
import type { Found } from './found.ts';

const WARD = /^ (?:Ward|Unit|Wing|Pavilion|Tower|Building|System)\b/;
const NAMED = new Set<Found['category']>(['name', 'place', 'organisation']);

/** The spans; where the word of a ward follows a name the two are one organisation. */
export function withWards(found: readonly Found[], { text }: { readonly text: string }): Found[] {
  return found.flatMap((span): Found[] => {
    const ward = NAMED.has(span.category) ? WARD.exec(text.slice(span.end, span.end + 10)) : null;
    if (!ward) return [span];
    const end = span.end + ward[0].length;
    return [
      span,
      { ...span, start: span.end, end, category: 'organisation', why: 'organisation: a ward after a name' },
    ];
  });
}

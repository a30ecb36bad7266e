/**
 * Which Orphanet entry describes the same disease as an OMIM entry, or the family that it is a numbered member of. Told by name
 * alone (both sources keep one name a disease), words in any order, numerals as digits: `Feingold syndrome 1` is
 * `Feingold syndrome type 1`; `Noonan syndrome 5` belongs to `Noonan syndrome`.
 */
export interface Counterpart {
  readonly of: number;
  readonly counterpart: number;
  readonly kind: 'same' | 'family';
}

const FILLERS: ReadonlySet<string> = new Set(
  'syndrome disease disorder type and of with the to in due related form susceptibility'.split(' '),
);
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];

/** The words that tell one disease's name from another's, sorted. */
export function nameKey(name: string): string {
  return wordsOf(name).join(' ');
}

/** The same without what numbers a member of a family: `5`, `2a`, `b`. */
function familyKey(name: string): string {
  return wordsOf(name)
    .filter((word) => !/^(\d+[a-z]?|[a-z])$/.test(word))
    .join(' ');
}

function wordsOf(name: string): string[] {
  const plain = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’]s\b/g, '');
  const words = plain.split(/[^a-z0-9]+/).filter((word) => word !== '' && !FILLERS.has(word));
  return words.map((word) => (ROMAN.includes(word) ? String(ROMAN.indexOf(word) + 1) : word)).sort();
}

/** Counterparts in the entries whose id begins `ORPHA:` of those whose id begins `OMIM:`; places are of the list given. */
export function counterpartsOf(diseases: readonly { id: string; name: string }[]): Counterpart[] {
  const byName = new Map<string, number>();
  diseases.forEach(({ id, name }, place) => {
    const key = nameKey(name);
    if (id.startsWith('ORPHA:') && key !== '' && !byName.has(key)) byName.set(key, place);
  });
  return diseases.flatMap(({ id, name }, of): Counterpart[] => {
    if (!id.startsWith('OMIM:')) return [];
    const same = byName.get(nameKey(name));
    if (same !== undefined) return [{ of, counterpart: same, kind: 'same' }];
    const family = byName.get(familyKey(name));
    return family === undefined ? [] : [{ of, counterpart: family, kind: 'family' }];
  });
}

import type { ConditionDefinition, Knowledge } from '../../src/knowledge/index.ts';

/** How an answer's words were found among the names of the shelf: the same words, or a name that ends the answer or is all but a common adjective of it. */
export interface Covered {
  readonly ids: ReadonlySet<string>;
  readonly how: 'same' | 'broader';
}

/** Words that tell one name of a disease from another of the same disease less than the rest does. */
const LOOSE = new Set(
  'acute chronic primary secondary idiopathic classic classical simple adult childhood juvenile infantile congenital disease disorder syndrome the a an of with to in and due from caused by type severe mild recurrent typical common'.split(
    ' ',
  ),
);
/** A name of one such word is too general to be a diagnosis that a longer one ends in. */
const GENERAL = new Set(
  'cancer carcinoma infection syndrome disease disorder failure tumor cyst abscess injury fracture rash ulcer pain failure stenosis insufficiency deficiency haemorrhage hemorrhage'.split(
    ' ',
  ),
);

/** Lower case, American spelling, singular, without marks and brackets. */
export function normalWords(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/\([^)]*\)/g, ' ')
      .replace(/['’]s\b/g, '')
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/ae(?=[a-z])|oe(?=[a-z])/g, 'e')
      .replace(/our\b/g, 'or')
      .replace(/isation/g, 'ization')
      .match(/[a-z0-9]+/g)
      ?.map((word) => (word.length > 4 && /[^siu]s$/.test(word) ? word.slice(0, -1) : word)) ?? []
  );
}

const telling = (words: readonly string[]): string[] => words.filter((word) => !LOOSE.has(word));

/** The conditions of the shelf that an answer names, by their names and synonyms alone; undefined when there is none. */
export function coveredBy(answer: string, knowledge: Knowledge): Covered | undefined {
  const names = namesOf(knowledge);
  const whole = normalWords(answer);
  const bracketed = /\(([^)]+)\)/.exec(answer)?.[1];
  for (const words of [whole, ...(bracketed === undefined ? [] : [normalWords(bracketed)])]) {
    const key = telling(words).sort().join(' ');
    const same = key === '' ? undefined : names.byKey.get(key);
    if (same) return { ids: same, how: 'same' };
  }
  const words = telling(whole);
  for (let from = 1; from < words.length; from++) {
    const rest = words.slice(from);
    if (rest.length === 1 && GENERAL.has(rest[0] ?? '')) continue;
    const broader = names.byKey.get([...rest].sort().join(' '));
    if (broader) return { ids: broader, how: 'broader' };
  }
  return undefined;
}

const cache = new WeakMap<Knowledge, { readonly byKey: ReadonlyMap<string, ReadonlySet<string>> }>();

function namesOf(knowledge: Knowledge): { readonly byKey: ReadonlyMap<string, ReadonlySet<string>> } {
  const known = cache.get(knowledge);
  if (known) return known;
  const byKey = new Map<string, Set<string>>();
  for (const condition of knowledge.conditions.values()) {
    for (const key of keysOf(condition)) byKey.set(key, (byKey.get(key) ?? new Set()).add(condition.id));
  }
  cache.set(knowledge, { byKey });
  return { byKey };
}

function keysOf({ name, synonyms }: ConditionDefinition): string[] {
  return [name, ...synonyms].flatMap((each) => telling(normalWords(each)).sort().join(' ') || []);
}

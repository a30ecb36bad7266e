import type { HpoTerm } from './release.ts';

/**
 * Terms of an `hp.obo` file (OBO Format 1.4): the [Term] stanzas with an HP id, and the version of the header
 * (`data-version: hp/releases/2025-01-16` or the same with `.obo` details after it).
 */
export function readObo(text: string): { version: string | undefined; terms: HpoTerm[] } {
  const [header = '', ...stanzas] = text.split(/^\[/m);
  const version = /^data-version:\s*\S*?(\d{4}-\d{2}-\d{2})/m.exec(header)?.[1];
  const terms = stanzas.flatMap((stanza) => (stanza.startsWith('Term]') ? termOf(stanza) : []));
  return { version, terms };
}

function termOf(stanza: string): HpoTerm[] {
  const values = new Map<string, string[]>();
  for (const line of stanza.split('\n')) {
    const at = line.indexOf(': ');
    if (at <= 0) continue;
    const tag = line.slice(0, at);
    values.set(tag, [...(values.get(tag) ?? []), line.slice(at + 2).trim()]);
  }
  const all = (tag: string) => values.get(tag) ?? [];
  const [id] = all('id');
  const [name] = all('name');
  if (!id?.startsWith('HP:') || name === undefined) return [];
  const [replacedBy] = all('replaced_by').map(firstWord);
  return [
    {
      id,
      name: bare(name),
      synonyms: all('synonym').flatMap((text) => /^"((?:[^"\\]|\\.)*)"\s+EXACT/.exec(text)?.[1] ?? []),
      parents: all('is_a')
        .map(firstWord)
        .filter((parent) => parent.startsWith('HP:')),
      alternatives: all('alt_id').map(firstWord),
      obsolete: all('is_obsolete').includes('true'),
      ...(replacedBy ? { replacedBy } : {}),
    },
  ];
}

const firstWord = (text: string): string => text.split(/[\s!{]/)[0] ?? '';
/** A value without its trailing modifiers `{…}` and comment `! …`. */
const bare = (text: string): string => text.replace(/\s*(\{[^}]*\})?\s*(!.*)?$/, '');

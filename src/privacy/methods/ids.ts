import { RESOURCES } from '../fhir/elements.ts';
import type { Keys } from '../key.ts';

/** So many hashes are kept at hand; they are functions of the value alone, so forgetting them changes nothing. */
const AT_HAND = 200_000;

/**
 * Keyed hashes of ids and what refers to them. A hash depends on the id alone, not on its type, so that `urn:uuid:x`,
 * `Patient/x`, an absolute URL and the resource's own `id` all come out as the same.
 */
export class Ids {
  readonly #keys: Keys;
  readonly #standard: readonly string[];
  readonly #uuids = new Map<string, string>();
  readonly #urls = new Map<string, string>();
  readonly #isStandard = new Map<string, boolean>();

  constructor(keys: Keys, standardSystems: readonly string[]) {
    this.#keys = keys;
    this.#standard = standardSystems;
  }

  /** An id as a UUID (version 8, RFC 9562: of the maker's own making). */
  id(text: string): string {
    return remembered(this.#uuids, text, () =>
      uuidOf(this.#keys.keyed('id', UUID.test(text) ? text.toLowerCase() : text)),
    );
  }

  /** The value of an identifier: 128 bits in hexadecimal; of one that is a URI, a URI. */
  value(text: string): string {
    const urn = URN.exec(text)?.[1];
    if (urn !== undefined) return `urn:uuid:${this.id(urn)}`;
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return `urn:uuid:${uuidOf(this.#keys.keyed('value', text))}`;
    return this.#keys.keyed('value', text.trim()).toString('hex', 0, 16);
  }

  /** A system, an address or a canonical: as it is when it is the same everywhere, else a `urn:uuid:` of its own. */
  url(text: string): string {
    return remembered(this.#urls, text, () => this.#url(text));
  }

  #url(text: string): string {
    if (text.startsWith('#')) return `#${this.id(text.slice(1))}`;
    if (this.isStandard(text)) return text;
    const bar = text.indexOf('|');
    const [address, version] = bar < 0 ? [text, ''] : [text.slice(0, bar), text.slice(bar)];
    const kept = /^\|[\d.]{1,12}$/.test(version) ? version : '';
    const urn = URN.exec(address)?.[1];
    return `urn:uuid:${urn === undefined ? uuidOf(this.#keys.keyed('value', address)) : this.id(urn)}${kept}`;
  }

  isStandard(text: string): boolean {
    const found = this.#isStandard.get(text);
    if (found !== undefined) return found;
    if (this.#isStandard.size >= AT_HAND) this.#isStandard.clear();
    const made = this.#asks(text);
    this.#isStandard.set(text, made);
    return made;
  }

  #asks(text: string): boolean {
    return /^[\w:/.|-]+$/.test(text) && this.#standard.some((prefix) => text.startsWith(prefix));
  }

  /**
   * What refers to a resource, or is its address: `#contained`, `urn:uuid:…`, `Type/id`, an absolute URL of that form, any of
   * them with a version, a bare `Type`, and `Type?identifier=…`. Undefined for what is none of these. Patients go by their person.
   */
  reference(text: string, personOf: PersonOf = itself): string | undefined {
    if (text.startsWith('urn:uuid:')) return `urn:uuid:${this.id(personOf(text.slice(9)))}`;
    if (text.startsWith('#')) return text === '#' ? text : `#${this.id(text.slice(1))}`;
    const urn = URN.exec(text)?.[1];
    if (urn !== undefined) return `urn:uuid:${this.id(personOf(urn))}`;
    const query = text.indexOf('?');
    if (query >= 0) return this.#conditional(text.slice(0, query), text.slice(query + 1), personOf);
    const match = REFERENCE.exec(text);
    if (!match) return RESOURCES.has(text) ? text : undefined;
    const [, base, type = '', id = '', version] = match;
    if (!RESOURCES.has(type)) return undefined;
    const history = version === undefined ? '' : `/_history/${this.id(version)}`;
    return `${this.#base(base)}${type}/${this.id(type === 'Patient' ? personOf(id) : id)}${history}`;
  }

  /** `identifier=system|value` and `_id` of a query, alone (`ifNoneExist`) or behind a type; the rest says too much. */
  query(text: string, personOf: PersonOf = itself): string | undefined {
    const kept: string[] = [];
    for (const [name, value] of new URLSearchParams(text)) {
      if (name === '_id') kept.push(`_id=${this.id(personOf(value))}`);
      if (name !== 'identifier') continue;
      const bar = value.indexOf('|');
      const system = bar > 0 ? this.url(value.slice(0, bar)) : '';
      kept.push(`identifier=${bar < 0 ? '' : `${system}|`}${this.value(value.slice(bar + 1))}`);
    }
    return kept.length === 0 ? undefined : kept.join('&');
  }

  #conditional(target: string, query: string, personOf: PersonOf): string | undefined {
    const match = /^(.*\/)?([A-Za-z]+)$/.exec(target);
    const kept = this.query(query, match?.[2] === 'Patient' ? personOf : itself);
    if (!match || !RESOURCES.has(match[2] ?? '') || kept === undefined) return undefined;
    return `${this.#base(match[1])}${match[2]}?${kept}`;
  }

  /** A server's address as one that cannot exist (RFC 2606), the same for the same server. */
  #base(base: string | undefined): string {
    if (base === undefined || base === '') return '';
    return `https://${this.#keys.keyed('value', base).toString('hex', 0, 8)}.invalid/`;
  }
}

/** Under what id the person goes whose id as a patient is given (patient/persons.ts). */
export type PersonOf = (patient: string) => string;
const itself: PersonOf = (patient) => patient;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const URN = /^urn:(?:uuid|oid):(.+)$/i;
const REFERENCE = /^(https?:\/\/.+\/)?([A-Z][A-Za-z]+)\/([^/?#\s]+)(?:\/_history\/([^/?#\s]+))?$/;

function uuidOf(hash: Buffer): string {
  const hex = hash.toString('hex', 0, 16);
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function remembered(known: Map<string, string>, text: string, make: () => string): string {
  const found = known.get(text);
  if (found !== undefined) return found;
  if (known.size >= AT_HAND) known.clear();
  const made = make();
  known.set(text, made);
  return made;
}

import { table } from '../../table.ts';
import type { Json } from '../json.ts';
import { uriOfOid } from '../translate/systems.ts';
import { fhirDate, fhirTime } from '../translate/time.ts';
import { attribute, child, children, type Element, plain } from './xml.ts';

const UCUM = 'http://unitsofmeasure.org';

/** The narrative that a `reference value="#id"` of a coded element points to. */
export type Narrative = ReadonlyMap<string, Element>;

/** A CD, CE or CV with its translations and the words it stands for; undefined when it says nothing. */
export function conceptOf(element: Element | undefined, narrative: Narrative): Json | undefined {
  if (!element) return undefined;
  const coding = [element, ...children(element, 'translation')].flatMap((each) => {
    const code = attribute(each, 'code');
    if (code === undefined) return [];
    const oid = attribute(each, 'codeSystem');
    return [{ system: oid === undefined ? undefined : uriOfOid(oid), code, display: attribute(each, 'displayName') }];
  });
  const text = wordsOf(child(element, 'originalText'), narrative) ?? attribute(element, 'displayName');
  const said = text ?? coding.find(({ display }) => display !== undefined)?.display;
  if (coding.length === 0 && said === undefined) return undefined;
  return { coding, text: said };
}

/** The words in an element, or those of the narrative to which it refers. */
export function wordsOf(element: Element | undefined, narrative: Narrative): string | undefined {
  const own = plain(element);
  if (own !== undefined || !element) return own;
  const id = (attribute(child(element, 'reference'), 'value') ?? '').replace(/^#/, '');
  return plain(narrative.get(id));
}

/** Start and end of a TS or IVL_TS; the middle where only that is given. */
export function intervalOf(element: Element | undefined): { start?: string | undefined; end?: string | undefined } {
  const at = fhirTime(attribute(element, 'value') ?? attribute(child(element, 'center'), 'value'));
  if (at !== undefined) return { start: at };
  return {
    start: fhirTime(attribute(child(element, 'low'), 'value')),
    end: fhirTime(attribute(child(element, 'high'), 'value')),
  };
}

export const dateOf = (element: Element | undefined): string | undefined => fhirDate(attribute(element, 'value'));

/** A PQ as a Quantity. */
export function quantityOf(element: Element | undefined): Json | undefined {
  const written = attribute(element, 'value');
  const value = Number(written);
  if (written === undefined || !Number.isFinite(value)) return undefined;
  const unit = attribute(element, 'unit');
  if (unit === undefined || unit === '1') return { value };
  return { value, unit, system: UCUM, code: unit };
}

/** NullFlavor as the code of `dataAbsentReason`. */
const ABSENT: Readonly<Record<string, string>> = table({
  UNK: 'unknown',
  NASK: 'not-asked',
  ASKU: 'asked-unknown',
  NAV: 'temp-unknown',
  MSK: 'masked',
  NA: 'not-applicable',
  NINF: 'negative-infinity',
  PINF: 'positive-infinity',
  OTH: 'unsupported',
  NI: 'unknown',
});

/** The value of an observation as `value[x]`, or why there is none. */
export function valueOfElement(element: Element | undefined, narrative: Narrative): Json {
  if (!element) return {};
  const type = (attribute(element, 'type') ?? '').replace(/^.*:/, '');
  const flavour = attribute(element, 'nullFlavor');
  const found = typed(type, element, narrative);
  if (found) return found;
  const words = wordsOf(element, narrative) ?? wordsOf(child(element, 'originalText'), narrative);
  if (words !== undefined) return { valueString: words };
  const written = attribute(element, 'value');
  if (written !== undefined) return { valueString: [written, attribute(element, 'unit')].filter(Boolean).join(' ') };
  const code = ABSENT[flavour ?? 'NI'] ?? 'unknown';
  return {
    dataAbsentReason: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code }] },
  };
}

function typed(type: string, element: Element, narrative: Narrative): Json | undefined {
  const whole = (key: string, value: unknown): Json | undefined => (value === undefined ? undefined : { [key]: value });
  switch (type) {
    case 'PQ':
    case 'REAL':
    case 'INT':
    case 'MO':
      return whole('valueQuantity', quantityOf(element));
    case 'CD':
    case 'CE':
    case 'CV':
    case 'CO':
    case 'CS':
      return whole('valueCodeableConcept', conceptOf(element, narrative));
    case 'IVL_PQ':
    case 'IVL_INT':
    case 'IVL_REAL':
      return rangeOf(element);
    case 'TS':
    case 'IVL_TS':
      return whole('valueDateTime', intervalOf(element).start);
    case 'BL': {
      const truth = attribute(element, 'value');
      return truth === undefined ? undefined : { valueBoolean: truth === 'true' };
    }
    case 'RTO':
    case 'RTO_PQ_PQ': {
      const [above, below] = [quantityOf(child(element, 'numerator')), quantityOf(child(element, 'denominator'))];
      return above && below ? { valueRatio: { numerator: above, denominator: below } } : undefined;
    }
    default:
      return undefined;
  }
}

/** An open interval is a limit: `low` alone with `inclusive="false"` is "more than". */
function rangeOf(element: Element): Json | undefined {
  const [low, high] = [child(element, 'low'), child(element, 'high')];
  const [from, to] = [quantityOf(low), quantityOf(high)];
  if (from && to) return { valueRange: { low: from, high: to } };
  const isOpen = attribute(low ?? high, 'inclusive') === 'false';
  if (from) return { valueQuantity: { ...from, comparator: isOpen ? '>' : '>=' } };
  return to ? { valueQuantity: { ...to, comparator: isOpen ? '<' : '<=' } } : undefined;
}

/** An II as an Identifier. */
export function identifierOf(id: Element): Json | undefined {
  const [root, extension] = [attribute(id, 'root'), attribute(id, 'extension')];
  if (root === undefined) return undefined;
  const uri = /^[0-2](\.\d+)+$/.test(root) ? `urn:oid:${root}` : `urn:uuid:${root.toLowerCase()}`;
  if (extension === undefined) return { system: 'urn:ietf:rfc:3986', value: uri };
  return {
    system: root === '2.16.840.1.113883.4.1' ? 'http://hl7.org/fhir/sid/us-ssn' : uri,
    value: extension,
  };
}

/** PN as HumanNames. */
export function namesOf(parent: Element | undefined): Json[] {
  return children(parent, 'name').flatMap((name): Json[] => {
    const parts = (key: string): string[] => children(name, key).flatMap((part) => plain(part) ?? []);
    const [family, given] = [parts('family'), parts('given')];
    if (family.length === 0 && given.length === 0) {
      const text = plain(name);
      return text === undefined ? [] : [{ text }];
    }
    const use = attribute(name, 'use') === 'L' ? 'official' : undefined;
    return [{ use, family: family.join(' '), given, prefix: parts('prefix'), suffix: parts('suffix') }];
  });
}

export function telecomsOf(parent: Element | undefined): Json[] {
  return children(parent, 'telecom').flatMap((telecom): Json[] => {
    const value = attribute(telecom, 'value');
    if (value === undefined) return [];
    const [, scheme, rest] = /^(tel|mailto|fax|http|https):(.*)$/i.exec(value) ?? [undefined, 'tel', value];
    const kind = scheme?.toLowerCase();
    const system = kind === 'mailto' ? 'email' : kind === 'fax' ? 'fax' : kind === 'tel' ? 'phone' : 'url';
    return [{ system, value: system === 'url' ? value : rest }];
  });
}

export function addressesOf(parent: Element | undefined): Json[] {
  return children(parent, 'addr').flatMap((address): Json[] => {
    const one = (key: string): string | undefined => plain(child(address, key));
    const line = children(address, 'streetAddressLine').flatMap((each) => plain(each) ?? []);
    const parts = { city: one('city'), district: one('county'), state: one('state'), postalCode: one('postalCode') };
    const country = one('country');
    const isEmpty = line.length === 0 && Object.values(parts).every((part) => part === undefined);
    const text = isEmpty ? plain(address) : undefined;
    return isEmpty && text === undefined ? [] : [{ text, line, ...parts, country }];
  });
}

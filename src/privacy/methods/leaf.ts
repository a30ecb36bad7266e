import { createCipheriv } from 'node:crypto';
import { type RecordContext, tick } from '../context.ts';
import { R4_CODES, RESOURCES } from '../fhir/elements.ts';
import { type Json, objectsAt } from '../json.ts';
import { bare, typeOfReference } from '../patient/known.ts';
import type { Place } from '../rules/plan.ts';
import type { Rule } from '../rules/rules.ts';
import { OLDEST, shiftedBirth, shiftedBirthOfOther } from './ages.ts';
import { datePartsOf, shifted, yearOnly } from './dates.ts';
import { countryOnly, stateOnly, zip3 } from './places.ts';
import { scrubbed, scrubbedData, scrubbedDisplay, scrubbedXhtml } from './texts.ts';

/** Treats one primitive value: the new value, or undefined when it is redacted. `parent` is what it stands in, as it came. */
export type Leaf = (value: unknown, context: RecordContext, parent: Json) => unknown;

const REDACT: Leaf = () => undefined;

/** What a rule does with a primitive at a place. A method that has no sense there redacts. */
export function leafOf(rule: Rule | undefined, place: Place): Leaf {
  switch (rule?.method) {
    case 'keep':
      return kept(place);
    case 'dateShift':
      return dateShift(place);
    case 'generalize':
      return generalize(rule, place);
    case 'perturb':
      return perturb(rule, place);
    case 'cryptoHash':
      return cryptoHash(place);
    case 'encrypt':
      return encrypt(place);
    case 'substitute':
      return (value) => (typeof value === typeof rule.with ? rule.with : undefined);
    case 'scrubText':
      return scrubText(rule, place);
    default:
      return REDACT;
  }
}

const NUMBERS = new Set(['decimal', 'integer', 'positiveInt', 'unsignedInt']);
const DATES = new Set(['date', 'dateTime', 'instant']);
const STRINGS = new Set(['string', 'markdown']);

/** As it is, when it is of its type and is not something that the record knows as a name or a number of somebody. */
function kept({ owner, key, element: { type } }: Place): Leaf {
  if (type === 'boolean') return (value) => (typeof value === 'boolean' ? value : undefined);
  if (NUMBERS.has(type))
    return (value, { patient }) =>
      typeof value === 'number' && !(value >= 1e5 && patient.values.has(String(value))) ? value : undefined;
  if (DATES.has(type)) return (value) => (typeof value === 'string' && datePartsOf(value) ? value : undefined);
  if (type === 'time') return time;
  if (owner === 'Reference' && key === 'type')
    return (value) => (typeof value === 'string' && RESOURCES.has(value) ? value : undefined);
  return (value, { patient }) => {
    if (typeof value !== 'string') return undefined;
    if (patient.values.size === 0) return value;
    return R4_CODES.has(value) || !patient.values.has(bare(value)) ? value : undefined;
  };
}

const time: Leaf = (value) =>
  typeof value === 'string' && /^\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(value) ? value : undefined;

/** What ends something. */
const ENDS = new Set([
  'end',
  'abatement',
  'deceased',
  'expirationDate',
  'expiryDate',
  'validUntil',
  'dueDate',
  'expiry',
]);

function dateShift({ element: { type, base } }: Place): Leaf {
  if (type === 'time') return time;
  if (!DATES.has(type)) return REDACT;
  const [last, isInstant] = [ENDS.has(base), type === 'instant'];
  return (value, { patient: { shiftDays, floor } }) => {
    if (typeof value !== 'string') return undefined;
    if (shiftDays === undefined) return yearOnly(value, isInstant);
    // A date before a life of 90 years tells that the life is longer.
    if (floor !== undefined && value.slice(0, 4) < floor) return undefined;
    return shifted(value, shiftDays, last);
  };
}

function generalize(rule: Rule, place: Place): Leaf {
  const { element, owner } = place;
  if (rule.as === 'zip3' && STRINGS.has(element.type))
    return (value, { tools }, parent) => (typeof value === 'string' ? zip3(value, parent, tools.rules) : undefined);
  if (rule.as === 'state' && STRINGS.has(element.type))
    return (value) => (typeof value === 'string' ? stateOnly(value) : undefined);
  if (rule.as === 'country' && STRINGS.has(element.type))
    return (value) => (typeof value === 'string' ? countryOnly(value) : undefined);
  if (rule.as === 'birthDate' && DATES.has(element.type)) {
    const shift = owner === 'Patient' ? shiftedBirth : shiftedBirthOfOther;
    return (value, context) => (typeof value === 'string' ? shift(value, context) : undefined);
  }
  if ((rule.as === 'year' || rule.as === 'month') && DATES.has(element.type) && element.type !== 'instant') {
    const [shift, length] = [dateShift(place), rule.as === 'year' ? 4 : 7];
    return (value, context, parent) => {
      const moved = shift(value, context, parent);
      return typeof moved === 'string' ? moved.slice(0, length) : undefined;
    };
  }
  if (rule.as === 'round' && NUMBERS.has(element.type)) {
    const { step = 1 } = rule;
    return (value) =>
      typeof value === 'number' ? Number((Math.round(value / step) * step).toPrecision(12)) : undefined;
  }
  if (rule.as === 'age90') {
    // A quantity of time is seen to when it is whole (record.ts): what counts is its unit.
    if (element.type === 'integer' || element.type === 'positiveInt' || element.type === 'unsignedInt')
      return (value) => (typeof value === 'number' ? Math.min(value, OLDEST) : undefined);
    return besideNumber(rule, place);
  }
  return REDACT;
}

/** What stands beside the number of a quantity: its unit and code stay, a text is scrubbed. */
function besideNumber(rule: Rule, place: Place): Leaf {
  const { type } = place.element;
  if (STRINGS.has(type)) return scrubText({ ...rule, as: place.key === 'unit' ? 'coded' : 'text' }, place);
  return type === 'uri' ? cryptoHash(place) : kept(place);
}

/** Noise that the key, the patient and the value decide: the same run gives the same. */
function perturb(rule: Rule, place: Place): Leaf {
  const { spread = 0 } = rule;
  const { type } = place.element;
  if (!NUMBERS.has(type)) return besideNumber(rule, place);
  return (value, { tools, patient }) => {
    if (typeof value !== 'number') return undefined;
    const hash = tools.keys.keyed('noise', `${patient.id ?? ''} ${place.owner} ${place.key} ${value}`);
    const moved = value * (1 + spread * ((2 * hash.readUIntBE(0, 6)) / (2 ** 48 - 1) - 1));
    return type === 'decimal'
      ? Number(moved.toPrecision(4))
      : Math.max(type === 'positiveInt' ? 1 : 0, Math.round(moved));
  };
}

/** Elements whose value names a resource, or is its address. */
const REFERENCES = new Set([
  'Reference.reference',
  '#Bundle.entry.fullUrl',
  '#Bundle.entry.request.url',
  '#Bundle.entry.response.location',
  'Attachment.url',
]);

function cryptoHash({ owner, key, element: { type } }: Place): Leaf {
  if (REFERENCES.has(`${owner}.${key}`))
    return (value, { tools, tally, personOf }) => {
      if (typeof value !== 'string') return undefined;
      const made = tools.ids.reference(value, personOf);
      if (made === undefined) tick(tally.notUnderstood, 'reference');
      return made;
    };
  if (owner === '#Bundle.entry.request' && key === 'ifNoneExist')
    return (value, { tools }) => (typeof value === 'string' ? tools.ids.query(value.replace(/^\?/, '')) : undefined);
  const hash = (to: (text: string, context: RecordContext) => string): Leaf => {
    return (value, context) => (typeof value === 'string' && value !== '' ? to(value, context) : undefined);
  };
  if (owner === 'Patient' && key === 'id') return hash((text, { tools, personOf }) => tools.ids.id(personOf(text)));
  if (type === 'id' || type === 'uuid' || type === 'oid')
    return hash((text, { tools }) => (type === 'id' ? tools.ids.id(text) : tools.ids.url(text)));
  if (type === 'uri' || type === 'url' || type === 'canonical') return hash((text, { tools }) => tools.ids.url(text));
  if (type === 'string' || type === 'code' || type === 'markdown')
    return hash((text, { tools }) => tools.ids.value(text));
  return REDACT;
}

/** AES-256-GCM; the nonce is a keyed hash of the value, so that equal values, and only they, come out equal. */
function encrypt({ owner, key, element: { type } }: Place): Leaf {
  if (!STRINGS.has(type)) return REDACT;
  return (value, { tools }) => {
    if (typeof value !== 'string') return undefined;
    const nonce = tools.keys.keyed('noise', `${owner} ${key} ${value}`).subarray(0, 12);
    const cipher = createCipheriv('aes-256-gcm', tools.keys.encryption, nonce);
    return Buffer.concat([nonce, cipher.update(value, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64');
  };
}

/** Resources whose names are the names of people or places. */
const NAMED = new Set(
  'Patient RelatedPerson Person Practitioner PractitionerRole Organization OrganizationAffiliation Location HealthcareService CareTeam Group Device Endpoint Account Coverage InsurancePlan'.split(
    ' ',
  ),
);

function scrubText({ as }: Rule, { owner, key, element: { type } }: Place): Leaf {
  if (type === 'xhtml')
    return (value, context) => {
      const made = typeof value === 'string' ? scrubbedXhtml(value, context) : undefined;
      if (made === undefined) tick(context.tally.notUnderstood, 'narrative');
      return made;
    };
  if (type === 'base64Binary' && key === 'data')
    return (value, context, parent) => (typeof value === 'string' ? scrubbedData(value, parent, context) : undefined);
  if (!STRINGS.has(type)) return REDACT;
  if (as === 'coded')
    return (value, context, { system }) =>
      typeof value === 'string'
        ? filled(scrubbedDisplay(value, owner === 'Coding' ? system : undefined, context))
        : undefined;
  if (as === 'display')
    return (value, context, { reference }) => {
      if (typeof value !== 'string' || typeof reference !== 'string') return undefined;
      const target = context.typeOf(reference) ?? typeOfReference(reference);
      return target === undefined || NAMED.has(target) ? undefined : filled(scrubbedDisplay(value, undefined, context));
    };
  if (owner === 'CodeableConcept')
    return (value, context, parent) => {
      if (typeof value !== 'string') return undefined;
      // Most often the text of a concept is the display of its code once more.
      const coding = objectsAt(parent, 'coding').find(({ display }) => display === value);
      return filled(coding ? scrubbedDisplay(value, coding.system, context) : scrubbed(value, context));
    };
  return (value, context) => (typeof value === 'string' ? filled(scrubbed(value, context)) : undefined);
}

/** FHIR has no empty strings. */
const filled = (text: string): string | undefined => (text.trim() === '' ? undefined : text);

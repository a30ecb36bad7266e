import { table } from '../../table.ts';
import type { Json } from '../json.ts';
import type { Draft } from '../translate/bundle.ts';
import type { Context } from './context.ts';
import { conceptOf, dateOf, intervalOf, quantityOf, wordsOf } from './values.ts';
import { attribute, child, children, type Element } from './xml.ts';

const terminology = (system: string, code: string): Json => ({
  coding: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code }],
});

export const isNegated = (element: Element): boolean => attribute(element, 'negationInd') === 'true';

/** Codes of SNOMED CT by which C-CDA says how a problem or an allergy stands. */
const STANDING: Readonly<Record<string, string>> = table({
  '55561003': 'active',
  '73425007': 'inactive',
  '413322009': 'resolved',
});
/** Concepts that stand for any problem or any allergy: negated, they say that there is none. */
const ANY = new Set(
  '55607006 64572001 404684003 420134006 419199007 416098002 414285001 235719002 418038007 419511003 418471000 59037007'.split(
    ' ',
  ),
);

/** Observations within an entry, to which it is related. */
export function related(element: Element, name = 'observation'): Element[] {
  return children(element, 'entryRelationship').flatMap((relation) => children(relation, name));
}

/** What the entry, or the concern around it, says of how it stands. */
function standingOf(element: Element, end: Element | undefined): string | undefined {
  for (const each of related(element)) {
    const code = attribute(child(each, 'code'), 'code');
    const said = STANDING[attribute(child(each, 'value'), 'code') ?? ''];
    if (said !== undefined && (code === '33999-4' || code === '11323-3' || code === undefined)) return said;
  }
  // An end that is not known is an end all the same.
  if (end) return attribute(end, 'nullFlavor') === 'NA' ? 'active' : 'resolved';
  const status = attribute(child(concernOf(element), 'statusCode'), 'code');
  return status === 'active' ? 'active' : status === 'completed' || status === 'suspended' ? 'inactive' : undefined;
}

/** The act of concern in which a problem stands. */
function concernOf(element: Element): Element | undefined {
  const outer = element.parent?.parent;
  return outer?.name === 'act' ? outer : undefined;
}

const CATEGORY = { problem: 'problem-list-item', other: 'encounter-diagnosis' } as const;

/** Problem Observation: a Condition. */
export function problemOf(element: Element, context: Context): Draft[] {
  const value = child(element, 'value');
  const code = conceptOf(value, context.narrative) ?? textOnly(element, context);
  const negated = isNegated(element);
  if (code === undefined || (negated && ANY.has(attribute(value, 'code') ?? ''))) {
    const text = code === undefined ? 'a problem without a name, left out' : 'says that there is no problem';
    context.report(code === undefined ? 'value-missing' : 'not-done', 'information', element, text);
    return [];
  }
  const time = child(element, 'effectiveTime');
  const { start, end } = intervalOf(time);
  const standing = standingOf(element, child(time, 'high'));
  const isList = attribute(child(sectionOf(element), 'code'), 'code') === '11450-4';
  return [
    {
      resourceType: 'Condition',
      ...context.identity('Condition', element),
      clinicalStatus: standing === undefined || negated ? undefined : terminology('condition-clinical', standing),
      verificationStatus: negated ? terminology('condition-ver-status', 'refuted') : undefined,
      category: [terminology('condition-category', isList ? CATEGORY.problem : CATEGORY.other)],
      code,
      subject: context.subject,
      onsetDateTime: start,
      abatementDateTime: end,
      recordedDate: intervalOf(child(concernOf(element), 'effectiveTime')).start,
    },
  ];
}

/** Where the coded value says nothing, the words of the entry. */
function textOnly(element: Element, context: Context): Json | undefined {
  const text = wordsOf(child(element, 'text'), context.narrative);
  return text === undefined || text.length > 200 ? undefined : { text };
}

function sectionOf(element: Element): Element | undefined {
  let at: Element | undefined = element;
  while (at && at.name !== 'section') at = at.parent;
  return at;
}

const SEVERITY: Readonly<Record<string, string>> = table({
  '255604002': 'mild',
  '6736007': 'moderate',
  '24484000': 'severe',
});

/** Allergy Observation: an AllergyIntolerance of its participant's substance. */
export function allergyOf(element: Element, context: Context): Draft[] {
  const entity = child(element, 'participant', 'participantRole', 'playingEntity');
  const name = child(entity, 'name');
  const said = wordsOf(name, context.narrative);
  const substance =
    conceptOf(child(entity, 'code'), context.narrative) ?? (said === undefined ? undefined : { text: said });
  if (substance === undefined || isNegated(element)) {
    const text = isNegated(element) ? 'says that there is no such allergy' : 'an allergy without a substance, left out';
    context.report(isNegated(element) ? 'not-done' : 'value-missing', 'information', element, text);
    return [];
  }
  const time = child(element, 'effectiveTime');
  const { start } = intervalOf(time);
  const standing = standingOf(element, child(time, 'high')) ?? 'active';
  const reactions = related(element).filter((each) => attribute(child(each, 'templateId'), 'root')?.endsWith('.4.9'));
  const kind = attribute(child(element, 'value'), 'displayName')?.toLowerCase() ?? '';
  const category = /drug|medic/.test(kind) ? 'medication' : /food/.test(kind) ? 'food' : undefined;
  return [
    {
      resourceType: 'AllergyIntolerance',
      ...context.identity('AllergyIntolerance', element),
      clinicalStatus: terminology('allergyintolerance-clinical', standing),
      type: kind.includes('intolerance') ? 'intolerance' : undefined,
      category: category === undefined ? undefined : [category],
      code: substance,
      patient: context.subject,
      onsetDateTime: start,
      reaction: reactions.flatMap((each) => {
        const manifestation = conceptOf(child(each, 'value'), context.narrative) ?? textOnly(each, context);
        const severity = [...related(each), ...related(element)].map(
          (one) => SEVERITY[attribute(child(one, 'value'), 'code') ?? ''],
        );
        return manifestation === undefined
          ? []
          : [{ manifestation: [manifestation], severity: severity.find((one) => one !== undefined) }];
      }),
    },
  ];
}

/** Family History Organizer: a FamilyMemberHistory. */
export function familyOf(element: Element, context: Context): Draft[] {
  const person = child(element, 'subject', 'relatedSubject');
  const relationship = conceptOf(child(person, 'code'), context.narrative) ?? { text: 'family member' };
  const inner = child(person, 'subject');
  const condition = children(element, 'component')
    .flatMap((component) => children(component, 'observation'))
    .filter((each) => !isNegated(each))
    .flatMap((each) => {
      const code = conceptOf(child(each, 'value'), context.narrative) ?? textOnly(each, context);
      const ages = related(each).filter((one) => attribute(child(one, 'code'), 'code') === '445518008');
      const age = quantityOf(child(ages[0], 'value'));
      const dead = related(each).some((one) => attribute(child(one, 'value'), 'code') === '419099009');
      return code === undefined ? [] : [{ code, onsetAge: age, contributedToDeath: dead || undefined }];
    });
  if (condition.length === 0) {
    context.report('value-missing', 'information', element, 'a relative without a condition, read only as text');
    return [];
  }
  const sex = attribute(child(inner, 'administrativeGenderCode'), 'code');
  return [
    {
      resourceType: 'FamilyMemberHistory',
      ...context.identity('FamilyMemberHistory', element),
      status: 'completed',
      patient: context.subject,
      relationship,
      sex: sex === undefined ? undefined : terminology('administrative-gender', sex === 'F' ? 'female' : 'male'),
      bornDate: dateOf(child(inner, 'birthTime')),
      deceasedBoolean: deadOf(inner),
      condition,
    },
  ];
}

const deadOf = (person: Element | undefined): boolean | undefined =>
  attribute(child(person, 'deceasedInd'), 'value') === 'true' ? true : undefined;

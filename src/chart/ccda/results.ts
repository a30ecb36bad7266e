import { table } from '../../table.ts';
import type { Json } from '../json.ts';
import type { Draft } from '../translate/bundle.ts';
import { isNegated, related } from './conditions.ts';
import type { Context } from './context.ts';
import { conceptOf, intervalOf, quantityOf, valueOfElement, wordsOf } from './values.ts';
import { attribute, child, children, type Element } from './xml.ts';

const STATUS: Readonly<Record<string, string>> = table({
  completed: 'final',
  active: 'preliminary',
  held: 'registered',
  suspended: 'registered',
  aborted: 'cancelled',
  cancelled: 'cancelled',
  nullified: 'entered-in-error',
});

/** An observation of a result, a vital sign or the social history: an Observation for each of its values. */
export function observationOf(element: Element, category: string, context: Context): Draft[] {
  const { narrative } = context;
  const code = conceptOf(child(element, 'code'), narrative);
  const values = children(element, 'value');
  if (code === undefined && values.length === 0) {
    context.report(
      'value-missing',
      'information',
      element,
      'an observation without a name and value, read only as text',
    );
    return [];
  }
  if (isNegated(element)) {
    context.report('not-done', 'information', element, 'an observation that is negated, read only as text');
    return [];
  }
  const organizer = element.parent?.parent?.name === 'organizer' ? element.parent.parent : undefined;
  const own = intervalOf(child(element, 'effectiveTime'));
  const time = own.start === undefined && own.end === undefined ? intervalOf(child(organizer, 'effectiveTime')) : own;
  const isSpan = time.end !== undefined && time.end !== time.start;
  const comments = related(element, 'act')
    .filter((each) => attribute(child(each, 'code'), 'code') === '48767-8')
    .flatMap((each) => wordsOf(child(each, 'text'), narrative) ?? []);
  const status = STATUS[attribute(child(element, 'statusCode'), 'code') ?? ''] ?? 'unknown';
  const { id, meta } = context.identity('Observation', element);
  return (values.length === 0 ? [undefined] : values).map((value, index) => ({
    resourceType: 'Observation',
    id: index === 0 ? id : `${id}.${index + 1}`,
    meta,
    status,
    category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: category }] }],
    code: code ?? { text: 'Result without a name' },
    subject: context.subject,
    ...(isSpan ? { effectivePeriod: time } : { effectiveDateTime: time.start }),
    ...valueOfElement(value, narrative),
    interpretation: children(element, 'interpretationCode').map((each) => conceptOf(each, narrative)),
    referenceRange: children(element, 'referenceRange').flatMap((each) => rangeOf(each, context)),
    note: comments.map((text) => ({ text })),
  }));
}

function rangeOf(element: Element, { narrative }: Context): Json[] {
  const range = child(element, 'observationRange');
  const value = child(range, 'value');
  const [low, high] = [quantityOf(child(value, 'low')), quantityOf(child(value, 'high'))];
  const text = wordsOf(child(range, 'text'), narrative);
  return low || high || text !== undefined ? [{ low, high, text }] : [];
}

/** Result Organizer: a DiagnosticReport of its Observations. Organizers of vital signs are no reports. */
export function reportOf(organizer: Element, members: readonly Draft[], context: Context): Draft[] {
  const code = conceptOf(child(organizer, 'code'), context.narrative);
  const results = members.filter(({ resourceType, category }) => {
    const text = JSON.stringify(category ?? '');
    return resourceType === 'Observation' && text.includes('"laboratory"');
  });
  if (results.length === 0 || code === undefined) return [];
  const { start } = intervalOf(child(organizer, 'effectiveTime'));
  const dates = results.flatMap(({ effectiveDateTime }) =>
    typeof effectiveDateTime === 'string' ? [effectiveDateTime] : [],
  );
  return [
    {
      resourceType: 'DiagnosticReport',
      ...context.identity('DiagnosticReport', organizer),
      status: STATUS[attribute(child(organizer, 'statusCode'), 'code') ?? ''] ?? 'unknown',
      category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code: 'LAB' }] }],
      code,
      subject: context.subject,
      effectiveDateTime: start ?? dates.sort()[0],
      result: results.map(({ id }) => ({ reference: `Observation/${String(id)}` })),
    },
  ];
}

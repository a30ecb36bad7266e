import { table } from '../../table.ts';
import type { Json } from '../json.ts';
import type { Draft } from '../translate/bundle.ts';
import { isNegated, related } from './conditions.ts';
import type { Context } from './context.ts';
import { conceptOf, intervalOf, quantityOf, wordsOf } from './values.ts';
import { attribute, child, children, type Element, plain } from './xml.ts';

/** The drug or vaccine of a substanceAdministration or supply. */
function productOf(element: Element, context: Context): { code: Json | undefined; material: Element | undefined } {
  const product =
    child(element, 'consumable', 'manufacturedProduct') ?? child(element, 'product', 'manufacturedProduct');
  const material = child(product, 'manufacturedMaterial') ?? child(product, 'manufacturedLabeledDrug');
  const name = plain(child(material, 'name'));
  const code =
    conceptOf(child(material, 'code'), context.narrative) ?? (name === undefined ? undefined : { text: name });
  return { code, material };
}

const STATEMENT: Readonly<Record<string, string>> = table({
  active: 'active',
  completed: 'completed',
  aborted: 'stopped',
  suspended: 'on-hold',
  nullified: 'entered-in-error',
  held: 'on-hold',
  cancelled: 'stopped',
});

/** Medication Activity: a MedicationStatement of what is taken; one that is only asked for in a plan is a proposal. */
export function medicationOf(element: Element, context: Context): Draft[] {
  const { code } = productOf(element, context);
  if (code === undefined) {
    context.report('value-missing', 'information', element, 'a medicine without a name, read only as text');
    return [];
  }
  const times = children(element, 'effectiveTime');
  const period = times.find((time) => child(time, 'low') ?? child(time, 'high') ?? attribute(time, 'value'));
  const interval = period && !isPeriodic(period) ? intervalOf(period) : {};
  const status = STATEMENT[attribute(child(element, 'statusCode'), 'code') ?? ''] ?? 'unknown';
  const dosage = dosageOf(element, times, context);
  const common = {
    medicationCodeableConcept: code,
    subject: context.subject,
  };
  if (isPlan(element))
    return [
      {
        resourceType: 'MedicationRequest',
        ...context.identity('MedicationRequest', element),
        status: 'active',
        intent: 'proposal',
        ...common,
        authoredOn: interval.start,
        dosageInstruction: dosage,
      },
    ];
  return [
    {
      resourceType: 'MedicationStatement',
      ...context.identity('MedicationStatement', element),
      status: isNegated(element) ? 'not-taken' : status,
      ...common,
      effectivePeriod: interval,
      dosage,
    },
  ];
}

/** Whether an order stands in a plan of treatment and not among the medicines. */
function isPlan(element: Element): boolean {
  if (attribute(element, 'moodCode') === 'EVN' || attribute(element, 'moodCode') === undefined) return false;
  for (let at = element.parent; at; at = at.parent)
    if (at.name === 'section') return attribute(child(at, 'code'), 'code') === '18776-5';
  return false;
}

const isPeriodic = (time: Element): boolean => /PIVL|EIVL/.test(attribute(time, 'type') ?? '');

const UNITS = new Set(['s', 'min', 'h', 'd', 'wk', 'mo', 'a']);

function dosageOf(element: Element, times: readonly Element[], context: Context): Json[] | undefined {
  const sig = related(element, 'substanceAdministration')
    .filter((each) => attribute(child(each, 'code'), 'code') === '76662-6')
    .map((each) => wordsOf(child(each, 'text'), context.narrative))[0];
  const own = wordsOf(child(element, 'text'), context.narrative);
  const period = child(times.find(isPeriodic), 'period');
  const every = Number(attribute(period, 'value'));
  const unit = attribute(period, 'unit') ?? '';
  const repeat =
    Number.isFinite(every) && every > 0 && UNITS.has(unit)
      ? { frequency: 1, period: every, periodUnit: unit }
      : undefined;
  const dose = quantityOf(child(element, 'doseQuantity'));
  const route = conceptOf(child(element, 'routeCode'), context.narrative);
  // The text of the entry often only names the drug again.
  const text = sig ?? (own !== undefined && own.length < 200 && !dose && !repeat ? own : undefined);
  if (text === undefined && !repeat && !dose && !route) return undefined;
  return [{ text, timing: { repeat }, route, doseAndRate: [{ doseQuantity: dose }] }];
}

/** Immunization Activity: an Immunization. */
export function immunizationOf(element: Element, context: Context): Draft[] {
  const { code, material } = productOf(element, context);
  if (code === undefined) {
    context.report('value-missing', 'information', element, 'a vaccine without a name, read only as text');
    return [];
  }
  const { start } = intervalOf(child(element, 'effectiveTime'));
  const status = attribute(child(element, 'statusCode'), 'code');
  const isDone = !isNegated(element) && status !== 'aborted' && status !== 'cancelled';
  return [
    {
      resourceType: 'Immunization',
      ...context.identity('Immunization', element),
      status: status === 'nullified' ? 'entered-in-error' : isDone ? 'completed' : 'not-done',
      vaccineCode: code,
      patient: context.subject,
      ...(start === undefined ? { occurrenceString: 'unknown' } : { occurrenceDateTime: start }),
      lotNumber: plain(child(material, 'lotNumberText')),
    },
  ];
}

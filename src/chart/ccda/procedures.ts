import { table } from '../../table.ts';
import type { Draft } from '../translate/bundle.ts';
import { isNegated } from './conditions.ts';
import type { Context } from './context.ts';
import { conceptOf, intervalOf } from './values.ts';
import { attribute, child, type Element } from './xml.ts';

const STATUS: Readonly<Record<string, string>> = table({
  completed: 'completed',
  active: 'in-progress',
  aborted: 'stopped',
  cancelled: 'not-done',
  nullified: 'entered-in-error',
});

/** Procedure Activity (procedure, observation or act): a Procedure. */
export function procedureOf(element: Element, context: Context): Draft[] {
  const code = conceptOf(child(element, 'code'), context.narrative);
  if (code === undefined) {
    context.report('value-missing', 'information', element, 'a procedure without a name, read only as text');
    return [];
  }
  const { start, end } = intervalOf(child(element, 'effectiveTime'));
  const status = STATUS[attribute(child(element, 'statusCode'), 'code') ?? ''] ?? 'unknown';
  return [
    {
      resourceType: 'Procedure',
      ...context.identity('Procedure', element),
      status: isNegated(element) ? 'not-done' : status,
      code,
      subject: context.subject,
      ...(end === undefined ? { performedDateTime: start } : { performedPeriod: { start, end } }),
      bodySite: [conceptOf(child(element, 'targetSiteCode'), context.narrative)],
    },
  ];
}

const KNOWN_CLASS = new Set(['AMB', 'EMER', 'IMP', 'ACUTE', 'NONAC', 'OBSENC', 'PRENC', 'SS', 'VR', 'HH', 'FLD']);

/** Encounter Activity, and the encounter that a document is about: an Encounter. */
export function encounterOf(element: Element, context: Context): Draft[] {
  const code = child(element, 'code');
  const period = intervalOf(child(element, 'effectiveTime'));
  const type = conceptOf(code, context.narrative);
  if (type === undefined && period.start === undefined) return [];
  const setting = attribute(code, 'code') ?? '';
  const disposition = conceptOf(child(element, 'dischargeDispositionCode'), context.narrative);
  return [
    {
      resourceType: 'Encounter',
      ...context.identity('Encounter', element),
      status: 'finished',
      class: {
        system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
        code: KNOWN_CLASS.has(setting) ? setting : 'AMB',
      },
      type: [type],
      subject: context.subject,
      period,
      hospitalization: { dischargeDisposition: disposition },
    },
  ];
}

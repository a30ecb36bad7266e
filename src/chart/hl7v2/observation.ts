import { table } from '../../table.ts';
import type { Json } from '../json.ts';
import { type Draft, idOf } from '../translate/bundle.ts';
import { fhirTime } from '../translate/time.ts';
import { conceptKey, conceptOf } from './concept.ts';
import type { Context } from './context.ts';
import { at, type Segment } from './message.ts';
import { valuesOf } from './value.ts';

/** OBX-11, table 0085. */
const STATUS: Readonly<Record<string, string>> = table({
  F: 'final',
  U: 'final',
  V: 'final',
  C: 'corrected',
  A: 'amended',
  B: 'amended',
  P: 'preliminary',
  R: 'preliminary',
  S: 'preliminary',
  I: 'registered',
  O: 'registered',
  X: 'cancelled',
  N: 'cancelled',
  D: 'entered-in-error',
  W: 'entered-in-error',
});
/** Sections of table 0074 whose results are of a laboratory. */
const LABORATORY = new Set('LAB CH HM MB MCB MYC IMM BLB BG SR TX VR URN GE CTH'.split(' '));

/** What the order of an OBX says of it. */
export interface Order {
  /** What numbers the order at the laboratory, by which a correction is known; undefined when nothing does. */
  readonly key: string | undefined;
  readonly section: string | undefined;
  readonly time: string | undefined;
  readonly issued: string | undefined;
}

/**
 * The Observations of an OBX: one, or one for each repetition of a coded answer. Its id is made of what numbers the order, the code
 * and the sub-id, so that a correction in a later message is a newer state of the same resource.
 */
export function observationsOf(obx: Segment, notes: readonly string[], order: Order, context: Context): Draft[] {
  const { patient, zone } = context;
  const values = valuesOf(obx, zone);
  const status = STATUS[obx.text(11)?.toUpperCase() ?? ''] ?? 'unknown';
  const code = conceptOf(obx.field(3)[0]);
  return (values.length === 0 ? [{}] : values).map((value: Json, index) => ({
    resourceType: 'Observation',
    id: idOf(
      'obx',
      ...context.identity(order.key, 'OBX', conceptKey(obx.field(3)[0]), obx.text(4) ?? '', String(index)),
    ),
    meta: context.meta(obx),
    status,
    category: LABORATORY.has(order.section ?? '')
      ? [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' }] }]
      : undefined,
    code: code ?? { text: 'Result without a name' },
    subject: { reference: `Patient/${patient}` },
    encounter: context.encounter,
    effectiveDateTime: fhirTime(obx.text(14), zone) ?? order.time,
    issued: order.issued,
    ...value,
    interpretation: obx.field(8).flatMap((each) => {
      const flag = at(each, 1);
      return flag === undefined
        ? []
        : [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation', code: flag }] }];
    }),
    referenceRange: [{ text: obx.text(7) }],
    note: notes.map((text) => ({ text })),
  }));
}

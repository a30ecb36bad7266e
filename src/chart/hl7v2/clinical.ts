import { table } from '../../table.ts';
import type { Json } from '../json.ts';
import { type Draft, idOf } from '../translate/bundle.ts';
import { fhirTime } from '../translate/time.ts';
import { conceptKey, conceptOf } from './concept.ts';
import type { Context } from './context.ts';
import { at, type Field, type Segment } from './message.ts';
import { clinician } from './report.ts';

const CLASS: Readonly<Record<string, string>> = table({
  E: 'EMER',
  I: 'IMP',
  O: 'AMB',
  P: 'PRENC',
  R: 'AMB',
  B: 'IMP',
  C: 'AMB',
});
const terminology = (system: string, code: string): unknown => ({
  coding: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code }],
});

/** What the events of ADT say of a visit; other messages only say that there is one. */
const STATES: Readonly<Record<string, string>> = table({
  A01: 'in-progress',
  A02: 'in-progress',
  A03: 'finished',
  A04: 'in-progress',
  A05: 'planned',
  A06: 'in-progress',
  A07: 'in-progress',
  A11: 'cancelled',
  A13: 'in-progress',
});

/** PV1: the Encounter in which the rest of the message happened, with the clinician in charge. */
export function encounterOf(pv1: Segment, context: Context): Draft[] {
  const { zone, event, patient } = context;
  const number = pv1.text(19) ?? pv1.text(50);
  const [start, end] = [fhirTime(pv1.text(44), zone), fhirTime(pv1.text(45), zone)];
  if (number === undefined && start === undefined) return [];
  const id = idOf('pv1', patient, number ?? '', number === undefined ? (start ?? '') : '');
  context.encounter = { reference: `Encounter/${id}` };
  const setting = pv1.text(2)?.toUpperCase() ?? '';
  const status = end === undefined ? (STATES[context.type === 'ADT' ? event : ''] ?? 'unknown') : 'finished';
  const person = clinician(pv1, 7, context);
  return [
    ...(person ? [person.resource] : []),
    {
      resourceType: 'Encounter',
      id,
      meta: context.meta(pv1),
      identifier: number === undefined ? undefined : [{ value: number }],
      status,
      class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: CLASS[setting] ?? 'AMB' },
      serviceType: pv1.text(10) === undefined ? undefined : { text: pv1.text(10, 2) ?? pv1.text(10) },
      subject: { reference: `Patient/${patient}` },
      participant: person ? [{ individual: person.reference }] : undefined,
      period: { start, end: end !== undefined && start !== undefined && end < start ? undefined : end },
    },
  ];
}

const ALLERGY_CATEGORY: Readonly<Record<string, string>> = table({
  DA: 'medication',
  FA: 'food',
  EA: 'environment',
  PA: 'environment',
  AA: 'environment',
});
const SEVERITY: Readonly<Record<string, string>> = table({ SV: 'severe', MO: 'moderate', MI: 'mild' });

/** AL1 and IAM: an AllergyIntolerance. */
export function allergyOf(segment: Segment, context: Context): Draft[] {
  const code = conceptOf(segment.field(3)[0]);
  if (code === undefined) {
    context.report('value-missing', 'warning', segment, 'an allergy without a substance, left out');
    return [];
  }
  const isIam = segment.name === 'IAM';
  const category = ALLERGY_CATEGORY[segment.text(2)?.toUpperCase() ?? ''];
  const severity = SEVERITY[segment.text(4)?.toUpperCase() ?? ''];
  const reactions = segment.field(5).flatMap((each) => reactionOf(each) ?? []);
  const isDeleted = isIam && segment.text(6)?.toUpperCase() === 'D';
  return [
    {
      resourceType: 'AllergyIntolerance',
      id: idOf('allergy', context.patient, conceptKey(segment.field(3)[0])),
      meta: context.meta(segment),
      verificationStatus: isDeleted ? terminology('allergyintolerance-verification', 'entered-in-error') : undefined,
      clinicalStatus: isDeleted ? undefined : terminology('allergyintolerance-clinical', 'active'),
      category: category === undefined ? undefined : [category],
      code,
      patient: { reference: `Patient/${context.patient}` },
      onsetDateTime: fhirTime(segment.text(isIam ? 11 : 6), context.zone),
      recordedDate: isIam ? fhirTime(segment.text(13), context.zone) : undefined,
      reaction:
        reactions.length > 0
          ? [{ manifestation: reactions, severity }]
          : severity === undefined
            ? undefined
            : [{ manifestation: [{ text: 'Reaction' }], severity }],
    },
  ];
}

/** A reaction is words in AL1, and coded in IAM. */
function reactionOf(each: Field[number]): Json | undefined {
  const [code, display, system] = [1, 2, 3].map((part) => at(each, part));
  return code !== undefined && display === undefined && system === undefined ? { text: code } : conceptOf(each);
}

/** DG1 and PRB: a Condition. Admitting and working diagnoses are provisional. */
export function conditionOf(segment: Segment, context: Context): Draft[] {
  const isProblem = segment.name === 'PRB';
  const coded = conceptOf(segment.field(3)[0]);
  const said = isProblem ? undefined : segment.text(4);
  const code = coded === undefined ? (said === undefined ? undefined : { text: said }) : { text: said, ...coded };
  if (code === undefined) {
    context.report('value-missing', 'warning', segment, 'a diagnosis without a name, left out');
    return [];
  }
  const type = isProblem ? '' : (segment.text(6)?.toUpperCase() ?? '');
  const isDeleted = isProblem ? segment.text(1)?.toUpperCase() === 'DE' : segment.text(21)?.toUpperCase() === 'D';
  const verification = isDeleted
    ? 'entered-in-error'
    : type === 'A' || type === 'W'
      ? 'provisional'
      : type === 'F'
        ? 'confirmed'
        : undefined;
  const end = isProblem ? fhirTime(segment.text(9), context.zone) : undefined;
  const key = conceptKey(segment.field(3)[0]);
  return [
    {
      resourceType: 'Condition',
      id: idOf('condition', context.patient, JSON.stringify(context.encounter ?? ''), key === '|' ? (said ?? '') : key),
      meta: context.meta(segment),
      clinicalStatus:
        isProblem && !isDeleted
          ? terminology('condition-clinical', end === undefined ? 'active' : 'resolved')
          : undefined,
      verificationStatus: verification === undefined ? undefined : terminology('condition-ver-status', verification),
      category: [terminology('condition-category', isProblem ? 'problem-list-item' : 'encounter-diagnosis')],
      code,
      subject: { reference: `Patient/${context.patient}` },
      encounter: context.encounter,
      onsetDateTime: isProblem ? fhirTime(segment.text(16), context.zone) : undefined,
      abatementDateTime: end,
      recordedDate: fhirTime(segment.text(isProblem ? 7 : 5), context.zone),
    },
  ];
}

/** PR1: a Procedure that was done. */
export function procedureOf(pr1: Segment, context: Context): Draft[] {
  const coded = conceptOf(pr1.field(3)[0]);
  const said = pr1.text(4);
  if (coded === undefined && said === undefined) {
    context.report('value-missing', 'warning', pr1, 'a procedure without a name, left out');
    return [];
  }
  return [
    {
      resourceType: 'Procedure',
      id: idOf('procedure', context.patient, conceptKey(pr1.field(3)[0]), said ?? '', pr1.text(5) ?? ''),
      meta: context.meta(pr1),
      status: pr1.text(20)?.toUpperCase() === 'D' ? 'entered-in-error' : 'completed',
      code: coded === undefined ? { text: said } : { text: said, ...coded },
      subject: { reference: `Patient/${context.patient}` },
      encounter: context.encounter,
      performedDateTime: fhirTime(pr1.text(5), context.zone),
    },
  ];
}

/** RXA: an Immunization (VXU, or a vaccine by its code), else a MedicationAdministration. */
export function administrationOf(rxa: Segment, rxr: Segment | undefined, context: Context): Draft[] {
  const drug = rxa.field(5)[0];
  const code = conceptOf(drug);
  if (code === undefined) {
    context.report('value-missing', 'warning', rxa, 'something given without a name, left out');
    return [];
  }
  const given = fhirTime(rxa.text(3), context.zone);
  const outcome = rxa.text(20)?.toUpperCase() ?? '';
  const isDeleted = rxa.text(21)?.toUpperCase() === 'D';
  const isNotDone = outcome === 'RE' || outcome === 'NA' || at(drug, 1) === '998';
  const status = isDeleted ? 'entered-in-error' : isNotDone ? 'not-done' : 'completed';
  const id = idOf('rxa', context.patient, conceptKey(drug), rxa.text(3) ?? '');
  const common = { id, meta: context.meta(rxa), status };
  if (context.type === 'VXU' || at(drug, 3)?.toUpperCase() === 'CVX' || at(drug, 6)?.toUpperCase() === 'CVX')
    return [
      {
        resourceType: 'Immunization',
        ...common,
        vaccineCode: code,
        patient: { reference: `Patient/${context.patient}` },
        encounter: context.encounter,
        ...(given === undefined ? { occurrenceString: 'unknown' } : { occurrenceDateTime: given }),
        lotNumber: rxa.text(15),
      },
    ];
  return [
    {
      resourceType: 'MedicationAdministration',
      ...common,
      medicationCodeableConcept: code,
      subject: { reference: `Patient/${context.patient}` },
      context: context.encounter,
      effectiveDateTime: given,
      dosage: { text: dose(rxa.text(6), rxa.text(7, 2) ?? rxa.text(7), routeOf(rxr)) },
    },
  ];
}

/** ORC-1 of orders that are no longer in force. */
const ENDED: Readonly<Record<string, string>> = table({
  CA: 'cancelled',
  OC: 'cancelled',
  CR: 'cancelled',
  DC: 'stopped',
  OD: 'stopped',
  DR: 'stopped',
  HD: 'on-hold',
  OH: 'on-hold',
});

/** RXE, or RXO where there is none: a MedicationRequest. RXD: a MedicationDispense. */
export function medicationOf(
  rx: Segment,
  orc: Segment | undefined,
  rxr: Segment | undefined,
  context: Context,
): Draft[] {
  const place = rx.name === 'RXO' ? 1 : 2;
  const drug = rx.field(place)[0];
  const code = conceptOf(drug);
  if (code === undefined) {
    context.report('value-missing', 'warning', rx, 'a medicine without a name, left out');
    return [];
  }
  const subject = { reference: `Patient/${context.patient}` };
  const number = orc?.text(2) ?? orc?.text(3);
  if (rx.name === 'RXD')
    return [
      {
        resourceType: 'MedicationDispense',
        id: idOf('rxd', ...context.identity(number, 'RXD', conceptKey(drug), rx.text(3) ?? '')),
        meta: context.meta(rx),
        status: 'completed',
        medicationCodeableConcept: code,
        subject,
        whenHandedOver: fhirTime(rx.text(3), context.zone),
      },
    ];
  const isRxe = rx.name === 'RXE';
  const words = rx
    .field(7)
    .map((each) => at(each, 2) ?? at(each, 1) ?? '')
    .filter(Boolean);
  const unit = isRxe ? (rx.text(5, 2) ?? rx.text(5)) : (rx.text(4, 2) ?? rx.text(4));
  const often = isRxe ? rx.text(1, 2) : undefined;
  const text = [dose(isRxe ? rx.text(3) : rx.text(2), unit, routeOf(rxr)), often, ...words].filter(Boolean).join(', ');
  return [
    {
      resourceType: 'MedicationRequest',
      id: idOf('rx', ...context.identity(number, 'RX', conceptKey(drug))),
      meta: context.meta(rx),
      status: ENDED[orc?.text(1)?.toUpperCase() ?? ''] ?? 'active',
      intent: 'order',
      medicationCodeableConcept: code,
      subject,
      encounter: context.encounter,
      authoredOn: fhirTime(orc?.text(15) ?? orc?.text(9), context.zone) ?? context.sent,
      dosageInstruction: text === '' ? undefined : [{ text }],
    },
  ];
}

const routeOf = (rxr: Segment | undefined): string | undefined => rxr?.text(1, 2) ?? rxr?.text(1);

function dose(amount: string | undefined, unit: string | undefined, route: string | undefined): string | undefined {
  const text = [amount, amount === undefined ? undefined : unit, route].filter(Boolean).join(' ');
  return text === '' ? undefined : text;
}

import { table } from '../../table.ts';
import { type Draft, idOf } from '../translate/bundle.ts';
import { fhirTime } from '../translate/time.ts';
import { conceptOf } from './concept.ts';
import type { Context } from './context.ts';
import type { Segment } from './message.ts';
import { clinician, instant } from './report.ts';

/** A document of TXA and its OBX, or (without TXA) what an ADT says in words, as a DocumentReference. */
export function documentOf(
  segment: Segment,
  forms: readonly unknown[],
  title: string | undefined,
  context: Context,
): Draft[] {
  if (forms.length === 0) {
    if (segment.name === 'TXA') context.report('document-unreadable', 'warning', segment, 'a document without words');
    return [];
  }
  const isTxa = segment.name === 'TXA';
  const number = isTxa ? segment.text(12) : undefined;
  const parent = isTxa ? segment.text(13) : undefined;
  const status = isTxa ? segment.text(17)?.toUpperCase() : undefined;
  const availability = isTxa ? segment.text(19)?.toUpperCase() : undefined;
  const written = isTxa ? fhirTime(segment.text(4) ?? segment.text(6), context.zone) : undefined;
  const author = isTxa ? (clinician(segment, 9, context) ?? clinician(segment, 5, context)) : undefined;
  const isVoid = availability === 'CA' || availability === 'OB' || context.event === 'T11';
  const kind = isTxa ? typeOf(segment) : undefined;
  const idFor = (key: string): string => idOf('document', context.patient, key);
  return [
    ...(author ? [author.resource] : []),
    {
      resourceType: 'DocumentReference',
      id: number === undefined ? idOf('document', ...context.identity(undefined, segment.name)) : idFor(number),
      meta: context.meta(segment),
      status: isVoid ? 'entered-in-error' : 'current',
      docStatus: status === undefined ? undefined : status === 'DI' || status === 'IP' ? 'preliminary' : 'final',
      type: kind,
      subject: { reference: `Patient/${context.patient}` },
      date: instant(written),
      author: author ? [author.reference] : undefined,
      relatesTo:
        parent === undefined || context.event !== 'T10'
          ? undefined
          : [{ code: 'replaces', target: { reference: `DocumentReference/${idFor(parent)}` } }],
      description: title,
      content: forms.map((form) => ({ attachment: { creation: written, ...(form as object) } })),
      context: context.encounter === undefined ? undefined : { encounter: [context.encounter] },
    },
  ];
}

/** Table 0270. */
const TYPES: Readonly<Record<string, string>> = table({
  AR: 'Autopsy report',
  CD: 'Cardiodiagnostics',
  CN: 'Consultation',
  DI: 'Diagnostic imaging',
  DS: 'Discharge summary',
  ED: 'Emergency department report',
  HP: 'History and physical examination',
  OP: 'Operative report',
  PC: 'Psychiatric consultation',
  PH: 'Psychiatric history and physical examination',
  PN: 'Procedure note',
  PR: 'Progress note',
  SP: 'Surgical pathology',
  TS: 'Transfer summary',
});

function typeOf(txa: Segment): unknown {
  const concept = conceptOf(txa.field(2)[0]);
  const known = TYPES[txa.text(2)?.toUpperCase() ?? ''];
  if (known === undefined || txa.text(2, 2) !== undefined) return concept;
  return { ...concept, text: known };
}

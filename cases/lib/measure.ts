import { ANALYTES, fromUs, toUs } from './analytes.ts';
import { concept, hl7, LOINC, quantity, ref, SNOMED } from './fhir.ts';
import { PANELS, QUALITATIVE } from './panels.ts';
import { printedBy, rangeOf, Sample } from './physiology.ts';
import type { Draw, Lab } from './story.ts';
import type { Visit, Writer } from './writer.ts';

const LABORATORY = hl7('observation-category', 'laboratory', 'Laboratory');
const FLAGS = { H: 'High', L: 'Low', N: 'Normal', A: 'Abnormal' } as const;
const WORDS: Readonly<Record<string, string>> = { Negative: '260385009', Positive: '10828004' };

const interpretation = (flag: keyof typeof FLAGS) => [hl7('v3-ObservationInterpretation', flag, FLAGS[flag])];

const word = (text: string) => {
  const code = WORDS[text];
  return code === undefined ? concept(text) : concept(text, [SNOMED, code, text]);
};

/** Splits `<5` into comparator and number. */
function parsed(result: number | string): { value: number; comparator?: string } | undefined {
  if (typeof result === 'number') return { value: result };
  const match = /^([<>]=?)?\s*(-?\d+(?:\.\d+)?)$/.exec(result);
  if (!match) return undefined;
  return { value: Number(match[2]), ...(match[1] === undefined ? {} : { comparator: match[1] }) };
}

interface Result {
  readonly value: number;
  readonly unit: string;
  readonly decimals: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly comparator?: string;
  readonly flag?: keyof typeof FLAGS;
}

function quantityBody(result: Result) {
  const value = Number(result.value.toFixed(result.decimals));
  const bounds = {
    ...(result.low === null ? {} : { low: quantity(result.low, result.unit) }),
    ...(result.high === null ? {} : { high: quantity(result.high, result.unit) }),
  };
  const flag =
    result.flag ??
    (result.high !== null && value > result.high ? 'H' : result.low !== null && value < result.low ? 'L' : 'N');
  return {
    valueQuantity: quantity(value, result.unit, result.unit, result.comparator),
    ...(result.low === null && result.high === null
      ? {}
      : { interpretation: interpretation(flag), referenceRange: [bounds] }),
  };
}

function egfrOf(sample: Sample, lab: Lab, date: string) {
  const year = Number(date.slice(0, 4));
  const formula =
    lab.egfr ?? (lab.dialect === 'us-conventional' && year >= 2022 ? '2021' : year < 2011 ? 'mdrd' : '2009');
  const [loinc, display] = {
    mdrd: [
      '33914-3',
      'Glomerular filtration rate/1.73 sq M.predicted [Volume Rate/Area] in Serum or Plasma by Creatinine-based formula (MDRD)',
    ],
    '2009': [
      '62238-1',
      'Glomerular filtration rate/1.73 sq M.predicted [Volume Rate/Area] in Serum or Plasma by Creatinine-based formula (CKD-EPI)',
    ],
    '2021': [
      '98979-8',
      'Glomerular filtration rate [Volume Rate/Area] in Serum, Plasma or Blood by Creatinine-based formula (CKD-EPI 2021)/1.73 sq M',
    ],
  }[formula] as [string, string];
  const value = sample.egfr(formula);
  const cap = lab.egfrCap;
  const capped = cap !== undefined && value > cap;
  return {
    code: concept(display, [LOINC, loinc, display]),
    body: quantityBody({
      value: capped ? cap : value,
      unit: 'mL/min/{1.73_m2}',
      decimals: 0,
      low: cap ?? 60,
      high: null,
      ...(capped ? { comparator: '>' } : {}),
    }),
  };
}

/** Writes the observations of one draw, and a DiagnosticReport for each panel. */
export function writeDraw(writer: Writer, visit: Visit, draw: Draw): void {
  const { story, slug } = writer;
  const labId = draw.lab ?? Object.keys(story.labs)[0] ?? '';
  const lab = story.labs[labId];
  if (!lab) throw new Error(`${slug} ${visit.date}: no laboratory ${labId}`);
  const values = draw.values ?? {};
  const fixed = new Map<string, number>();
  for (const [id, result] of Object.entries(values)) {
    const printed = printedBy(id, lab);
    const number = parsed(result);
    if (printed && number) fixed.set(id, toUs(id, number.value, printed));
  }
  const sample = new Sample(`${slug}`, story, visit.date, fixed);
  const shared = (after: number) => ({
    ...(visit.encounter === undefined ? {} : { encounter: ref(visit.encounter) }),
    effectiveDateTime: writer.time(visit, 12),
    issued: writer.time(visit, after),
    performer: [{ ...ref(writer.labels.get(`lab:${labId}`)?.[0] ?? ''), display: lab.name }],
  });
  const written = new Map<string, string>();

  const write = (id: string): string => {
    const done = written.get(id);
    if (done !== undefined) return done;
    const result = values[id];
    const rest = () => {
      if (id === 'egfr') return egfrOf(sample, lab, visit.date);
      const qualitative = QUALITATIVE[id];
      if (qualitative) {
        const { loinc, display } = qualitative;
        return {
          code: concept(display, [LOINC, loinc, display]),
          body: { valueCodeableConcept: word(String(result ?? qualitative.usual)) },
        };
      }
      const printed = printedBy(id, lab);
      if (!printed || !ANALYTES[id]) throw new Error(`${slug} ${visit.date}: no test called ${id}`);
      const [loinc, display] = lab.loinc?.[id] ?? [printed.loinc, printed.display];
      const code = concept(display, [LOINC, loinc, display]);
      const given = result === undefined ? undefined : parsed(result);
      if (result !== undefined && given === undefined) return { code, body: { valueString: String(result) } };
      const value = given?.value ?? Math.max(0, fromUs(id, sample.value(id), printed));
      const below = lab.below?.[id];
      const under = given === undefined && below !== undefined && value < below;
      const [low, high] = rangeOf(id, lab, story.patient.sex) ?? [null, null];
      const comparator = under ? '<' : given?.comparator;
      return {
        code,
        body: quantityBody({
          value: under ? below : value,
          unit: printed.unit,
          decimals: given ? 3 : printed.decimals,
          low,
          high,
          ...(comparator === undefined ? {} : { comparator }),
        }),
      };
    };
    const { code, body } = rest();
    const observation = writer.add(
      `lab/${visit.date}/${labId}/${id}`,
      writer.time(visit, 12),
      {
        resourceType: 'Observation',
        status: 'final',
        category: [LABORATORY],
        code,
        subject: ref(writer.patient),
        ...shared(240),
        ...body,
      },
      `${id}@${visit.date}`,
    );
    if (draw.label !== undefined) writer.label(`${draw.label}.${id}`, observation);
    const shown: { comparator?: string; value?: number } | undefined =
      'valueQuantity' in body ? body.valueQuantity : undefined;
    if (shown?.value !== undefined) writer.quote(id, visit.date, `${shown.comparator ?? ''}${shown.value}`);
    written.set(id, observation);
    return observation;
  };

  for (const name of draw.panels ?? []) {
    const panel = PANELS[name];
    if (!panel) throw new Error(`${slug} ${visit.date}: no panel called ${name}`);
    const tests = lab.dialect === 'si' ? (panel.siTests ?? panel.tests) : panel.tests;
    const results = tests.map(write);
    const head: { readonly loinc?: string; readonly name: string } = lab.dialect === 'si' ? panel.si : panel.us;
    writer.add(
      `panel/${visit.date}/${labId}/${name}`,
      writer.time(visit, 13),
      {
        resourceType: 'DiagnosticReport',
        status: 'final',
        category: [hl7('v2-0074', 'LAB', 'Laboratory')],
        code: head.loinc === undefined ? concept(head.name) : concept(head.name, [LOINC, head.loinc, head.name]),
        subject: ref(writer.patient),
        ...shared(245),
        result: results.map(ref),
        ...(draw.comment === undefined ? {} : { conclusion: draw.comment }),
      },
      `${name}@${visit.date}`,
      draw.label,
    );
  }
  for (const id of [...(draw.tests ?? []), ...Object.keys(values)]) write(id);

  for (const extra of draw.extra ?? []) {
    const number = extra.unit === undefined ? undefined : parsed(extra.value);
    const body = number
      ? quantityBody({
          value: number.value,
          unit: extra.unit ?? '1',
          decimals: 3,
          low: extra.low ?? null,
          high: extra.high ?? null,
          ...(number.comparator === undefined ? {} : { comparator: number.comparator }),
          ...(extra.flag === undefined ? {} : { flag: extra.flag }),
        })
      : {
          ...(/^\S+$/.test(String(extra.value))
            ? { valueCodeableConcept: word(String(extra.value)) }
            : { valueString: String(extra.value) }),
          ...(extra.flag === undefined ? {} : { interpretation: interpretation(extra.flag) }),
        };
    writer.add(
      `extra/${visit.date}/${labId}/${extra.name}`,
      writer.time(visit, 12),
      {
        resourceType: 'Observation',
        status: 'final',
        category: [LABORATORY],
        code: extra.loinc === undefined ? concept(extra.name) : concept(extra.name, [LOINC, extra.loinc, extra.name]),
        subject: ref(writer.patient),
        ...shared(1400),
        ...body,
      },
      `${extra.name}@${visit.date}`,
      extra.label,
    );
  }
}

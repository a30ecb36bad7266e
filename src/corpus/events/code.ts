import type { ChartEvent } from '../../chart/index.ts';
import { table } from '../../table.ts';
import { ANALYTES, type Coding, SYSTEM } from '../../terms/index.ts';
import { endOf, KIND, POSSIBLE } from './kinds.ts';
import { byPreference, categoryOf, codeIn, codeOfName, part } from './vocabulary.ts';

/** HL7's v3-ActCode for the class of an encounter, in words. */
const CLASSES: Readonly<Record<string, string>> = table({
  AMB: 'ambulatory',
  EMER: 'emergency',
  IMP: 'inpatient',
  ACUTE: 'inpatient',
  NONAC: 'inpatient',
  OBSENC: 'observation',
  PRENC: 'preadmission',
  SS: 'shortstay',
  VR: 'virtual',
  HH: 'home',
  FLD: 'field',
});

/** Stays: their end is an event of its own. */
const STAYS = new Set(['inpatient', 'observation', 'shortstay', 'emergency']);

/** The code of an event and what `metadata/codes.parquet` says of it. */
export interface EventCode {
  readonly code: string;
  /** The code of its end; undefined for what has none. */
  readonly end?: string;
  readonly description: string;
  readonly parents: readonly string[];
}

/** The code of an event: its kind, then the preferred of its codes, then for a number its canonical unit. */
export function codeOf(event: ChartEvent): EventCode {
  if (event.kind === 'encounter') return encounterCode(event);
  if (event.kind === 'imaging') return imagingCode(event);
  const codings = byPreference(measuredBy(event));
  const [first, ...others] = codings;
  const own = first ? codeIn(first) : codeOfName(event.name);
  const unit = event.value?.type === 'quantity' && event.value.unit !== '' ? `//${event.value.unit.trim()}` : '';
  const stem = kindOf(event);
  const parents = [
    ...(event.analyte === undefined ? [] : [`ANALYTE/${event.analyte}`]),
    ...(unit !== '' ? [own] : []),
    ...codings.flatMap((coding) => categoryOf(coding) ?? []),
    ...others.map(codeIn),
  ].filter((parent, index, all) => all.indexOf(parent) === index && parent !== `${stem}//${own}`);
  const ends = event.kind === 'condition' || event.kind === 'medication' || event.kind === 'plan';
  return {
    code: `${stem}//${own}${unit}`,
    ...(ends ? { end: `${endOf(stem)}//${own}` } : {}),
    description: first?.display ?? event.name,
    parents,
  };
}

/** The first part of a code; problems that are not sure have codes of their own. */
function kindOf({ kind, verification }: ChartEvent): string {
  if (kind === 'condition' && /^(provisional|differential|unconfirmed)$/.test(verification ?? '')) return POSSIBLE;
  return KIND[kind];
}

/** A result that has no LOINC code and is of a known analyte gets the analyte's first one, so that equal things have equal codes. */
function measuredBy({ codings, analyte, kind }: ChartEvent): readonly Coding[] {
  const known = analyte === undefined ? undefined : ANALYTES.get(analyte);
  const [loinc] = known?.loinc ?? [];
  if (loinc === undefined || !['lab', 'vital', 'social'].includes(kind)) return codings;
  if (codings.some(({ system }) => system === SYSTEM.loinc)) return codings;
  return [{ system: SYSTEM.loinc, code: loinc, ...(known ? { display: known.name } : {}) }, ...codings];
}

function encounterCode({ category = '', name, codings }: ChartEvent): EventCode {
  const said = CLASSES[category] ?? (part(category).toLowerCase() || 'unknown');
  return {
    code: `${KIND.encounter}//${said}`,
    ...(STAYS.has(said) ? { end: `${endOf(KIND.encounter)}//${said}` } : {}),
    description: codings.length === 0 ? name : `Encounter, ${said}`,
    parents: [],
  };
}

function imagingCode({ category, codings, name }: ChartEvent): EventCode {
  const site = byPreference(codings).find(({ system }) => system === SYSTEM.snomed);
  const modality = part(category ?? 'unknown');
  return {
    code: `${KIND.imaging}//${modality}${site ? `//${codeIn(site)}` : ''}`,
    description: name,
    parents: codings.map(codeIn).filter((each, index, all) => all.indexOf(each) === index),
  };
}

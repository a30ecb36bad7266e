import type { Analyte, AnalyteId } from './analyte.ts';
import { ANALYTES } from './catalogue.ts';
import { type Coding, SYSTEM } from './coding.ts';

const BY_LOINC: ReadonlyMap<string, AnalyteId> = new Map(
  [...ANALYTES.values()].flatMap((analyte) => analyte.loinc.map((code): [string, AnalyteId] => [code, analyte.id])),
);

const BY_NAME: ReadonlyMap<string, AnalyteId> = new Map(
  [...ANALYTES.values()].flatMap((analyte) =>
    [analyte.name, analyte.short, ...analyte.textNames.map(({ text }) => text), ...analyte.aliases].map(
      (name): [string, AnalyteId] => [spaced(name), analyte.id],
    ),
  ),
);

const BY_COMPONENT = componentIndex();

/**
 * The analyte that codings and a name stand for: by a listed LOINC code; else, for a LOINC code that is not listed,
 * by the parts of its long name (component, property, specimen); else, where there is no LOINC code, by an exact name
 * of a local laboratory. A LOINC code of something else is never overruled by a name.
 */
export function analyteOf(codings: readonly Coding[], name?: string): AnalyteId | undefined {
  const loinc = codings.filter(({ system }) => isLoinc(system));
  for (const { code } of loinc) {
    const id = BY_LOINC.get(code.trim());
    if (id) return id;
  }
  const names = [name, ...codings.map(({ display }) => display)].flatMap((text) => text || []);
  if (loinc.length > 0) return first(names, byLongName);
  return first(names, (text) => BY_NAME.get(spaced(text)) ?? BY_NAME.get(plainName(text)) ?? byLongName(text));
}

function isLoinc(system: string): boolean {
  return system === SYSTEM.loinc || /(^|[/:.])loinc|2\.16\.840\.1\.113883\.6\.1$/i.test(system);
}

function first(names: readonly string[], find: (name: string) => AnalyteId | undefined): AnalyteId | undefined {
  for (const name of names) {
    const id = find(name);
    if (id) return id;
  }
  return undefined;
}

/** A laboratory's name without its specimen, unit and punctuation: `S-Ferritin (ug/L)` and `FERRITIN, SERUM` are `ferritin`. */
function plainName(name: string): string {
  return spaced(name)
    .replace(/\s*[([][^)\]]*[)\]]\s*$/, '')
    .replace(
      /[.,:]?\s*\b(in\s+)?(serum or plasma|serum\/plasma|serum|plasma|blood|quantitative|quant|level|measurement)$/,
      '',
    )
    .replace(/^(serum|plasma|blood|[spb] |fs |fp )\s*/, '')
    .replace(/[,:;*]+$/, '')
    .trim();
}

function spaced(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\u200b/g, '')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
}

/** `Ferritin [Mass/volume] in Serum or Plasma by Immunoassay`: component, property, specimen and method of a LOINC long name. */
const LONG_NAME = /^(.+?) \[([^\]]+)\]( corrected for albumin)? in (.+?)(?: by (.+))?$/;
const BLOOD =
  /^(serum|plasma|blood|serum or plasma|serum, plasma or blood|(capillary|venous|arterial|mixed venous) blood|platelet poor plasma)$/;
const AMOUNTS = new Set([
  'mass/volume',
  'moles/volume',
  'units/volume',
  'enzymatic activity/volume',
  'catalytic activity/volume',
]);
const GRADES = new Set(['presence', 'units/volume', 'titer', 'mass/volume', 'interpretation', 'ratio', '#/volume']);

function byLongName(text: string): AnalyteId | undefined {
  const parts = LONG_NAME.exec(text.replace(/\u200b/g, '').trim());
  if (!parts || text.includes('--')) return undefined;
  const [, component = '', property = '', correction = '', system = ''] = parts;
  return BY_COMPONENT.get(`${component}${correction}`.toLowerCase())?.find(
    (analyte) => hasProperty(analyte, property.toLowerCase()) && hasSpecimen(analyte, system.toLowerCase()),
  )?.id;
}

function hasProperty(analyte: Analyte, property: string): boolean {
  if (analyte.result === 'ordinal') return GRADES.has(property);
  if (analyte.unit.startsWith('10*')) return property === '#/volume';
  return /^[a-z[\]]+\/(mL|dL|L)$/i.test(analyte.unit) && AMOUNTS.has(property);
}

function hasSpecimen(analyte: Analyte, system: string): boolean {
  return analyte.specimen === 'blood' ? BLOOD.test(system) : analyte.specimen === 'urine' && system === 'urine';
}

function componentIndex(): ReadonlyMap<string, readonly Analyte[]> {
  const index = new Map<string, Analyte[]>();
  for (const analyte of ANALYTES.values()) {
    for (const component of analyte.components) index.set(component, [...(index.get(component) ?? []), analyte]);
  }
  return index;
}

import type { Readable } from 'node:stream';
import { ProdromeError } from '../../errors.ts';
import type { Chart, ChartIssue } from '../chart.ts';
import { batchOf, isPatient, onlyOne, unknownPatient } from '../fhir/charts.ts';
import { groupByPatient, ownerOf } from '../fhir/patients.ts';
import { READERS } from '../fhir/readers.ts';
import { ReferenceIndex } from '../fhir/reference.ts';
import type { Resource } from '../fhir/resource.ts';
import { IssueList } from '../issues.ts';
import { Catalogue } from './catalogue.ts';
import { type Input, openBytes, openInput } from './open.ts';
import type { KnownPatient } from './patient-list.ts';

export interface ReadOptions {
  /** Id of the patient wanted, or one of the patient's identifiers (a record number). */
  readonly patient?: string | undefined;
  /** YYYY-MM-DD: dates later than this are reported as implausible. */
  readonly today?: string | undefined;
  /** Only every `of`th patient, from the `index`th: several processes share one input. */
  readonly share?: { readonly index: number; readonly of: number } | undefined;
  /** Takes, at the end, what is wrong with the input and of no patient in it; without this, every chart has it among its issues. */
  readonly ofInput?: ((issues: readonly ChartIssue[]) => void) | undefined;
  /** What `-` reads; standard input by default. */
  readonly stdin?: Readable | undefined;
}

/**
 * The charts of all patients of a FHIR R4 input, one at a time: a Bundle, NDJSON (of bundles, or of resources as bulk export
 * writes them), a folder of such files, any of them gzipped, or `-` for standard input. The input is gone through twice, and
 * only one patient is held in memory at a time.
 * @throws ProdromeError `input-missing`, `input-empty`, `input-not-json`, `input-not-fhir`, `input-wrong-version`,
 *   `input-too-large`, `input-no-patient`, `patient-unknown`
 */
export async function* readCharts(path: string, options: ReadOptions = {}): AsyncGenerator<Chart> {
  const input = await openInput(path, () => options.stdin ?? process.stdin);
  try {
    yield* chartsIn(input, options);
  } finally {
    input.close();
  }
}

/**
 * The chart of the one patient of an input, or of the patient asked for.
 * @throws ProdromeError as {@link readCharts}, and `patient-ambiguous`
 */
export async function readChart(path: string, options: ReadOptions = {}): Promise<Chart> {
  return oneIn(await openInput(path, () => options.stdin ?? process.stdin), options);
}

/** The same for a file that is already in memory; `path` is its name in errors. */
export async function readChartFromBytes(bytes: Uint8Array, path: string, options: ReadOptions = {}): Promise<Chart> {
  return oneIn(await openBytes(bytes, path), options);
}

function oneIn(input: Input, options: ReadOptions): Chart {
  try {
    const catalogue = catalogueOf(input);
    const wanted =
      options.patient === undefined
        ? onlyOne(
            [...catalogue.patients],
            [...catalogue.patients].filter(({ isPresent }) => isPresent),
            input.path,
          )
        : patientOf(catalogue, options.patient, input.path);
    for (const chart of chartsOf([wanted], catalogue, input.path, options)) {
      if (chart.patient.id === wanted.id) return chart;
    }
    throw new ProdromeError('input-no-patient', { path: input.path });
  } finally {
    input.close();
  }
}

function* chartsIn(input: Input, options: ReadOptions): Generator<Chart> {
  const catalogue = catalogueOf(input);
  const { patient } = options;
  if (patient === undefined) {
    const { index, of } = options.share ?? { index: 0, of: 1 };
    if (index < catalogue.patients.size || index === 0)
      yield* chartsOf(every(of, index, catalogue.patients), catalogue, input.path, options);
    return;
  }
  const wanted = patientOf(catalogue, patient, input.path);
  for (const chart of chartsOf([wanted], catalogue, input.path, options))
    if (chart.patient.id === wanted.id) yield chart;
}

/** Each `of`th, from the `index`th. */
function* every<T>(of: number, index: number, all: Iterable<T>): Generator<T> {
  let number = 0;
  for (const each of all) if (number++ % of === index) yield each;
}

/** @throws ProdromeError when there is nothing of FHIR in the input */
function catalogueOf({ parts, path }: Input): Catalogue {
  const catalogue = new Catalogue(parts, path);
  const { units, json, resources, error } = catalogue.seen;
  if (units === 0) throw new ProdromeError('input-empty', { path });
  if (json === 0) throw new ProdromeError('input-not-json', { path, where: error });
  if (resources === 0) throw new ProdromeError('input-not-fhir', { path, where: 'nothing in it has a "resourceType"' });
  if (catalogue.patients.size === 0) throw new ProdromeError('input-no-patient', { path });
  return catalogue;
}

/** @throws ProdromeError `patient-unknown` */
function patientOf(catalogue: Catalogue, wanted: string, path: string): KnownPatient {
  const known = catalogue.patient(wanted);
  if (known) return known;
  // Bundles of one patient were not parsed: an identifier may be in any of them.
  for (const patient of catalogue.patients) {
    const resources = catalogue.load(patient.places).flatMap(({ entries }) => entries.resources);
    const { groups } = groupByPatient(resources, new ReferenceIndex(resources));
    if (groups.some((group) => group.id === patient.id && isPatient(group, wanted))) return patient;
  }
  throw unknownPatient(wanted, [...catalogue.patients], path);
}

/** The charts of some patients; of a patient whom none of the others expected, after the one in whose record they were found. */
function* chartsOf(
  patients: Iterable<KnownPatient>,
  catalogue: Catalogue,
  path: string,
  { today, ofInput }: ReadOptions,
): Generator<Chart> {
  const ofAll = ofInput === undefined ? catalogue.issues() : [];
  let late: ChartIssue[] = [];
  let failure: ProdromeError | undefined;
  // One chart is held back, so that what goes wrong after it can still be said somewhere.
  let held: Chart | undefined;
  for (const patient of patients) {
    const { resources, issues } = contentOf(patient, catalogue);
    const batch = batchOf(resources, issues, { path, shared: (key) => catalogue.lookUp(key), today });
    let isFound = false;
    for (const group of batch.groups) {
      if (group.id !== patient.id && catalogue.patients.has(group.id)) continue;
      isFound = true;
      try {
        const chart = withIssues(batch.chart(group), [...ofAll, ...late]);
        late = [];
        if (held) yield held;
        held = chart;
      } catch (error) {
        if (!(error instanceof ProdromeError)) throw error;
        failure ??= error;
        late.push({
          code: 'line-invalid',
          severity: 'error',
          where: `Patient/${group.id}`,
          text: `FHIR ${error.details.version ?? 'of another version'}, not R4: left out`,
        });
      }
    }
    if (!isFound) late.push(...issues);
  }
  ofInput?.(catalogue.issues());
  if (held) yield withIssues(held, late);
  else throw failure ?? nothingRead(catalogue, path);
}

/** Everything of one patient, and what stands with it and is of nobody known. */
function contentOf(patient: KnownPatient, catalogue: Catalogue): { resources: Resource[]; issues: ChartIssue[] } {
  const units = catalogue.load(patient.places);
  const resources = units.flatMap(({ entries }) => entries.resources);
  const issues = units.flatMap(({ entries }) => entries.issues);
  if (!units.some(({ number }) => catalogue.mixed.has(number))) return { resources, issues };
  const index = new ReferenceIndex(resources);
  const own = units.flatMap(({ number, entries }) => {
    if (!catalogue.mixed.has(number)) return entries.resources;
    return entries.resources.filter((resource) => {
      const owner = ownerOf(resource, index);
      return typeof owner === 'object'
        ? owner.patient === patient.id
        : owner === 'nobody' && !READERS.has(resource.type);
    });
  });
  return { resources: own, issues };
}

function withIssues(chart: Chart, more: readonly ChartIssue[]): Chart {
  if (more.length === 0) return chart;
  const issues = new IssueList();
  for (const issue of [...chart.issues, ...more]) issues.add(issue);
  return { ...chart, issues: issues.list() };
}

function nothingRead({ seen }: Catalogue, path: string): ProdromeError {
  return seen.error === ''
    ? new ProdromeError('input-no-patient', { path })
    : new ProdromeError('input-not-json', { path, where: seen.error });
}

/** Stable id of something measured, e.g. `ferritin`. All ids are the keys of `ANALYTES`. */
export type AnalyteId = string;

export type AnalyteSex = 'female' | 'male';

/**
 * A reference interval in the analyte's canonical unit, for those of `sex` (both when absent)
 * and of age `from` (inclusive) to `to` (exclusive), in years.
 */
export interface AnalyteRange {
  readonly low?: number;
  readonly high?: number;
  readonly sex?: AnalyteSex;
  readonly from?: number;
  readonly to?: number;
}

/**
 * Biological variation: within-subject (`cvi`) and analytical (`cva`) coefficients of variation, as fractions.
 * `source` is an id of `TERM_SOURCES`.
 */
export interface Variation {
  readonly cvi: number;
  readonly cva: number;
  readonly source: string;
}

/** A name of the analyte as clinicians write it in notes. */
export interface TextName {
  readonly text: string;
  /** Short names such as `Ca` or `K` count only as they are written here. */
  readonly caseSensitive: boolean;
}

/** canonical = given * factor + offset */
export interface Conversion {
  readonly factor: number;
  readonly offset: number;
}

/** Something that is measured, counted, graded or scored, and everything that is known of it without knowing the patient. */
export interface Analyte {
  readonly id: AnalyteId;
  readonly name: string;
  /** For axes of charts and narrow tables. */
  readonly short: string;
  readonly kind: 'lab' | 'vital' | 'score';
  /** `ordinal`: negative, trace, 1+, positive, …; `coded`: an answer out of a list. */
  readonly result: 'quantity' | 'ordinal' | 'coded';
  /** Canonical UCUM unit; `1` for a pure number, empty for ordinal and coded results without a unit. */
  readonly unit: string;
  readonly loinc: readonly string[];
  /** LOINC codes whose number must be multiplied to be this analyte, besides its unit (urea mass to urea nitrogen, DDU to FEU). */
  readonly loincFactor: ReadonlyMap<string, number>;
  /** LOINC component names, lower case, by which an unlisted LOINC code of the same component, property and specimen is recognised. */
  readonly components: readonly string[];
  readonly specimen: 'blood' | 'urine' | 'other';
  readonly textNames: readonly TextName[];
  /** Further names of local laboratories that are too loose for a note, lower case. */
  readonly aliases: readonly string[];
  /** g/mol: lets mass and substance units convert. */
  readonly molarMass?: number;
  /** Elementary charges a molecule: lets equivalents convert. */
  readonly valence?: number;
  /** Further units and how they convert to the canonical one. */
  readonly conversions: ReadonlyMap<string, Conversion>;
  /** Values outside [low, high] are taken for errors of entry, not for illness. */
  readonly plausible: readonly [number, number];
  readonly ranges: readonly AnalyteRange[];
  /** Id of `TERM_SOURCES` that the ranges follow. */
  readonly rangeSource: string;
  readonly variation?: Variation;
  /**
   * How much a lasting change in this direction is worth to a clinician who reads trends, 0 (nothing) to 1.
   * An ordering of attention chosen by the project (`estimate`), not a measured quantity.
   */
  readonly attention: { readonly rising: number; readonly falling: number };
}

/** What an author of a data file writes for one analyte; see {@link Analyte}. Lists are strings: codes split at spaces, names at `|`. */
export interface AnalyteData {
  kind?: Analyte['kind'];
  specimen?: Analyte['specimen'];
  loinc?: string;
  loincFactor?: Readonly<Record<string, number>>;
  components?: string;
  /** A leading `=` marks a case-sensitive name: `ferritin|=Fer`. */
  text?: string;
  aliases?: string;
  molarMass?: number;
  valence?: number;
  /** Unit to factor, or to [factor, offset]. */
  units?: Readonly<Record<string, number | readonly [number, number]>>;
  plausible?: readonly [number, number];
  ranges?: readonly AnalyteRange[];
  source?: string;
  /** [CVI %, CVA %, source]. */
  variation?: readonly [number, number, string];
  attention?: readonly [rising: number, falling: number];
}

const list = (text: string | undefined, separator: string): string[] =>
  (text ?? '').split(separator).flatMap((part) => part.trim() || []);

/** A measured analyte with canonical UCUM `unit`. */
export function quantity(id: AnalyteId, name: string, short: string, unit: string, data: AnalyteData): Analyte {
  return build(id, name, short, unit, 'quantity', data);
}

/** A graded result (negative, trace, 1+, …, positive); `unit` when some laboratories report a number. */
export function ordinal(id: AnalyteId, name: string, short: string, data: AnalyteData, unit = ''): Analyte {
  return build(id, name, short, unit, 'ordinal', data);
}

/** A result that is an answer out of a list. */
export function coded(id: AnalyteId, name: string, short: string, data: AnalyteData): Analyte {
  return build(id, name, short, '', 'coded', data);
}

function build(
  id: AnalyteId,
  name: string,
  short: string,
  unit: string,
  result: Analyte['result'],
  data: AnalyteData,
): Analyte {
  const conversions = Object.entries(data.units ?? {}).map(([from, to]): [string, Conversion] => [
    from,
    typeof to === 'number' ? { factor: to, offset: 0 } : { factor: to[0], offset: to[1] },
  ]);
  return {
    id,
    name,
    short,
    kind: data.kind ?? 'lab',
    result,
    unit,
    loinc: list(data.loinc, ' '),
    loincFactor: new Map(Object.entries(data.loincFactor ?? {})),
    components: list(data.components, '|').map((component) => component.toLowerCase()),
    specimen: data.specimen ?? 'blood',
    textNames: list(data.text, '|').map((text) =>
      text.startsWith('=') ? { text: text.slice(1), caseSensitive: true } : { text, caseSensitive: false },
    ),
    aliases: list(data.aliases, '|').map((alias) => alias.toLowerCase()),
    ...(data.molarMass === undefined ? {} : { molarMass: data.molarMass }),
    ...(data.valence === undefined ? {} : { valence: data.valence }),
    conversions: new Map(conversions),
    plausible: data.plausible ?? [0, Number.POSITIVE_INFINITY],
    ranges: data.ranges ?? [],
    rangeSource: data.source ?? 'estimate',
    ...(data.variation
      ? { variation: { cvi: data.variation[0] / 100, cva: data.variation[1] / 100, source: data.variation[2] } }
      : {}),
    attention: { rising: data.attention?.[0] ?? 0.3, falling: data.attention?.[1] ?? 0.3 },
  };
}

/** Adults of both sexes (18 years and over unless `from` says otherwise). */
export const adults = (low?: number, high?: number, from = 18): AnalyteRange => ages(from, undefined, low, high);
/** Women of 18 years and over. */
export const women = (low?: number, high?: number, from = 18, to?: number): AnalyteRange => ({
  ...ages(from, to, low, high),
  sex: 'female',
});
/** Men of 18 years and over. */
export const men = (low?: number, high?: number, from = 18, to?: number): AnalyteRange => ({
  ...ages(from, to, low, high),
  sex: 'male',
});
/** Both sexes of age `from` (inclusive) to `to` (exclusive), in years. */
export const ages = (from?: number, to?: number, low?: number, high?: number): AnalyteRange => ({
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
  ...(low === undefined ? {} : { low }),
  ...(high === undefined ? {} : { high }),
});

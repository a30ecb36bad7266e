/**
 * What a release of the Human Phenotype Ontology says, as plain data: the form that every reader of its files makes, and that
 * the index is built from. Nothing of it is altered; what could not be read is listed in `faults`.
 */
export interface HpoRelease {
  /** As the release names itself, `2025-01-16`; `unknown` where its files do not say. */
  readonly version: string;
  readonly terms: readonly HpoTerm[];
  readonly diseases: readonly DiseaseProfile[];
  /** Rows that were left out, each with its place: shown to whoever imports. */
  readonly faults: readonly string[];
}

export interface HpoTerm {
  /** `HP:0001250`. */
  readonly id: string;
  readonly name: string;
  readonly synonyms: readonly string[];
  readonly parents: readonly string[];
  /** Former ids of the same term. */
  readonly alternatives: readonly string[];
  readonly obsolete: boolean;
  /** For an obsolete term, the one to use instead. */
  readonly replacedBy?: string;
}

export interface DiseaseProfile {
  /** `OMIM:154700`, `ORPHA:558`, `DECIPHER:1`. */
  readonly id: string;
  readonly name: string;
  readonly annotations: readonly Annotation[];
}

export interface Annotation {
  readonly term: string;
  /** Share of patients who have it, 0 to 1; undefined where the release does not say. 0: looked for and found in none. */
  readonly frequency?: number;
  /** Only in persons of this sex. */
  readonly sex?: 'female' | 'male';
  /** When the feature begins: a term of the Onset branch. */
  readonly onset?: string;
}

/** Asked for by the ontology's licence wherever its content is shown. */
export const LICENCE =
  'Human Phenotype Ontology (HPO), used under its licence (https://hpo.jax.org/app/license), cited and unaltered';

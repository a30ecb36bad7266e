import type { Span, Status } from '../mention.ts';

/** Where a lesion is; the organs of which guidance on chance findings speaks, and `other`. */
export type Organ =
  | 'lung'
  | 'kidney'
  | 'adrenal'
  | 'thyroid'
  | 'pancreas'
  | 'liver'
  | 'gallbladder'
  | 'ovary'
  | 'aorta'
  | 'pituitary'
  | 'other';

export type LesionKind = 'nodule' | 'mass' | 'cyst' | 'polyp' | 'aneurysm' | 'lesion';

/** How a lesion compares with an earlier examination. */
export type Change = 'new' | 'larger' | 'smaller' | 'unchanged' | 'resolved';

/** A focal thing that a report or a note describes: what, where, how large, and against what came before. */
export interface Lesion extends Pick<Status, 'assertion' | 'temporality' | 'experiencer'> {
  readonly organ: Organ;
  readonly kind: LesionKind;
  readonly side?: 'left' | 'right' | 'bilateral';
  /** As written: `right upper lobe`, `segment VI`, `tail`. */
  readonly site?: string;
  /** One to three dimensions in millimetres, as told; for "4-6 mm" both. */
  readonly sizesMm: readonly number[];
  /** The largest of them. */
  readonly largestMm?: number;
  /** Told only as less than `largestMm`. */
  readonly isLess?: boolean;
  readonly isMultiple: boolean;
  /** What else is told of it, in the words of the tables: `solid`, `part-solid`, `ground-glass`, `calcified`, `simple`, `bosniak-2f`, `tr4`, … */
  readonly traits: readonly string[];
  /** Attenuation without contrast, in Hounsfield units. */
  readonly hounsfield?: number;
  readonly change?: Change;
  /** Largest dimension on the earlier examination, in millimetres. */
  readonly priorMm?: number;
  /** Told in the conclusion of a report rather than among its findings. */
  readonly inImpression: boolean;
  /** The words that name it, with its size where that stands in the same sentence. */
  readonly span: Span;
  readonly sentence: Span;
}

import type { Lesion } from '../text/index.ts';
import type { Claim } from './claims.ts';
import { evidenceOf } from './mentioned.ts';
import { isCopied, lesionsOf, type ReadNote } from './notes.ts';

/** A finding that a lesion of some organ, kind, size or character is. */
interface LesionRule {
  readonly finding: string;
  readonly organ: Lesion['organ'];
  readonly kinds: readonly Lesion['kind'][];
  /** In millimetres; without it any size, also none told, is enough. */
  readonly from?: number;
  /** One of these traits stands for the size. */
  readonly or?: readonly string[];
  /** With one of these it is something else. */
  readonly none?: readonly string[];
}

const BENIGN = ['benign-calcification', 'fat', 'haemangioma'];

/**
 * Where a lesion becomes a finding. Lung: 8 mm or a suspicious character (Fleischner Society 2017). Adrenal: 1 cm, large from 4 cm
 * (European Society of Endocrinology 2023). Aorta: 3.0 cm (NICE NG156). A lung nodule below 3 mm is not counted (estimate).
 */
const RULES: readonly LesionRule[] = [
  { finding: 'lung-nodule', organ: 'lung', kinds: ['nodule'], from: 3, none: BENIGN },
  {
    finding: 'lung-nodule-8mm-or-suspicious',
    organ: 'lung',
    kinds: ['nodule'],
    from: 8,
    or: ['spiculated'],
    none: BENIGN,
  },
  { finding: 'adrenal-nodule', organ: 'adrenal', kinds: ['nodule', 'mass', 'lesion'], from: 10, none: ['fat'] },
  { finding: 'large-adrenal-mass', organ: 'adrenal', kinds: ['nodule', 'mass', 'lesion'], from: 40, none: ['fat'] },
  { finding: 'pancreatic-cyst', organ: 'pancreas', kinds: ['cyst'] },
  { finding: 'abdominal-aortic-aneurysm-imaging', organ: 'aorta', kinds: ['aneurysm'], from: 30 },
];
/** A nodule is told to the millimetre; more than this is a mass. */
const LARGEST_NODULE = 30;

/** Findings that notes and reports tell as a lesion: its organ, its size and its character. */
export function lesionClaims(notes: readonly ReadNote[]): { readonly finding: string; readonly claim: Claim }[] {
  return notes.flatMap((read) =>
    lesionsOf(read).flatMap((lesion) => {
      const { assertion, temporality, experiencer } = lesion;
      const isOwn = assertion === 'present' && temporality === 'current' && experiencer === 'patient';
      if (!isOwn || isCopied(read, lesion.span)) return [];
      return RULES.filter((rule) => isOf(lesion, rule)).map(({ finding }) => ({
        finding,
        claim: {
          says: 'present',
          certainty: 0.85,
          kind: 'mentioned',
          strength: 1,
          evidence: evidenceOf(read, lesion),
        } satisfies Claim,
      }));
    }),
  );
}

function isOf(
  { organ, kind, largestMm, traits }: Lesion,
  { organ: of, kinds, from, or = [], none = [] }: LesionRule,
): boolean {
  if (organ !== of || !kinds.includes(kind) || none.some((trait) => traits.includes(trait))) return false;
  if (from === undefined) return true;
  const isSuspicious = or.some((trait) => traits.includes(trait));
  if (largestMm === undefined) return isSuspicious;
  return (largestMm >= from || isSuspicious) && (kind !== 'nodule' || organ !== 'lung' || largestMm <= LARGEST_NODULE);
}

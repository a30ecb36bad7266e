import { type Source, sourceKey } from '../chart/index.ts';
import type { Evidence } from '../findings/index.ts';
import type { Citations } from './review.ts';

/** The sources of evidence, each once, in the order given; `otherwise` (the patient) where there is none. */
export function cite(evidence: readonly Evidence[], otherwise: Source): Citations {
  return citeSources(
    evidence.map((each) => each.source),
    otherwise,
  );
}

export function citeSources(sources: readonly Source[], otherwise: Source): Citations {
  const seen = new Set<string>();
  const [first, ...rest] = sources.filter((source) => seen.size !== seen.add(sourceKey(source)).size);
  return first ? [first, ...rest] : [otherwise];
}

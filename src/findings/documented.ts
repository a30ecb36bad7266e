import type { Evidence } from './finding.ts';

/** Whether, and where, the record itself names a condition. */
export interface Documented {
  /** Id in `knowledge/conditions`. */
  readonly condition: string;
  /** `coded`: a Condition resource; `noted`: stated in a note; `considered`: only a question in a note. */
  readonly as: 'coded' | 'noted' | 'considered';
  readonly active: boolean;
  readonly since?: string;
  readonly evidence: readonly Evidence[];
}

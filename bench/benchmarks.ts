import type { Benchmark } from './figures.ts';

/** The benchmarks by name, one file each, loaded when asked for. */
export const BENCHMARKS: Record<string, () => Promise<{ bench: Benchmark }>> = {
  cases: () => import('./cases.ts'),
  review: () => import('./review.ts'),
  differential: () => import('./differential.ts'),
  ingest: () => import('./ingest.ts'),
  privacy: () => import('./privacy.ts'),
  synthea: () => import('./synthea.ts'),
  text: () => import('./text.ts'),
  corpus: () => import('./corpus.ts'),
  'corpus-scale': () => import('./corpus-scale.ts'),
  training: () => import('./training.ts'),
  prediction: () => import('./prediction.ts'),
  'pack-scale': () => import('./pack-scale.ts'),
  craft: () => import('./craft.ts'),
  model: () => import('./model.ts'),
};

/** Flags of every benchmark. */
export const COMMON = { data: { type: 'string' }, json: { type: 'string' } } as const;

/** chart: one patient's record on one timeline; the readers; what was wrong with the input. */
export * from './chart.ts';

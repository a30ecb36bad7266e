/** corpus: MEDS data sets on disk. No identifiable data. */
export { assertTrainable, type Dataset, openDataset } from './dataset.ts';
export { openSubjects, type ReadSubjectsOptions, readSubjects, type SubjectReader } from './subjects.ts';
export type * from './types.ts';

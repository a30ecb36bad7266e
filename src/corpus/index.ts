/** corpus: MEDS data sets on disk. No identifiable data. */
export { type BuildOptions, type Built, buildCorpus, metadataOf } from './build/build.ts';
export { type Filtered, filterBundles } from './build/filter.ts';
export { assertStream, commonProvenance } from './build/source.ts';
export { finishStage, type StageOptions, stageShard } from './build/stage.ts';
export { type Cohort, type Criteria, type Criterion, cohortOf, type Followed, followedBy } from './cohort.ts';
export { assertTrainable, type Dataset, openDataset } from './dataset.ts';
export { describeCorpus } from './describe/describe.ts';
export type { Description } from './describe/description.ts';
export { descriptionAsHtml } from './describe/page.ts';
export { type Reference, referenceOf } from './describe/representation.ts';
export { descriptionAsText } from './describe/text.ts';
export { countText } from './describe/words.ts';
export { DEFAULT_SHARES, type SplitShares } from './events/subject.ts';
export { type Imported, type ImportOptions, importCorpus } from './import/import.ts';
export { readMapping } from './import/mapping-file.ts';
export { openSubjects, type ReadSubjectsOptions, readSubjects, type SubjectReader } from './subjects.ts';
export type { Cell, Count } from './suppress.ts';
export type * from './types.ts';

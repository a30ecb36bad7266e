/** corpus: MEDS data sets on disk: built, imported, described, read; cohorts. No identifiable data. */
export { type Built, buildCorpus, metadataOf } from './build/build.ts';
export { type Filtered, filterBundles, filterLines } from './build/filter.ts';
export { assertStream, commonProvenance } from './build/source.ts';
export { finishStage, stageShard } from './build/stage.ts';
export { type Criteria, cohortOf, followedBy } from './cohort.ts';
/** For whoever trains from what was read of a data set before. @public */
export { assertTrainable } from './dataset.ts';
export { describeCorpus } from './describe/describe.ts';
export type { Description } from './describe/description.ts';
export { descriptionAsHtml } from './describe/page.ts';
export { type Reference, referenceOf } from './describe/representation.ts';
export { descriptionAsText } from './describe/text.ts';
export { countText } from './describe/words.ts';
export { subjectOf } from './events/as-subject.ts';
export { eventsOf } from './events/events.ts';
export { DEFAULT_SHARES, type SplitShares } from './events/subject.ts';
export { importCorpus } from './import/import.ts';
export { readMapping } from './import/mapping-file.ts';
export { openSubjects, readSubjects } from './subjects.ts';
export type { Cell } from './suppress.ts';
export type * from './types.ts';

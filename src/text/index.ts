/** text: notes and reports, read. Text in, structure out; pure. */
export { copiedSpans, type Dated } from './copies.ts';
export { compileLexicon, type Lexicon } from './lexicon.ts';
export type { MeasureName, MeasureNames } from './measure-names.ts';
export * from './mention.ts';
export { assertSpans, type NoteReading, type ReadOptions, readNote } from './read.ts';
export type { Section } from './structure.ts';

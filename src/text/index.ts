/** text: notes and reports, read. Text in, structure out; pure. */
export type { AbbreviationSenses, SenseCues } from './abbreviations.ts';
export { copiedSpans, type Known, knownAgain } from './copies.ts';
export * from './lesions/index.ts';
export { compileLexicon, type Lexicon } from './lexicon.ts';
export * from './mention.ts';
export { assertSpans, type NoteReading, readNote } from './read.ts';
export * from './record/index.ts';
export * from './skin/index.ts';

/** record: plain texts as the record of one person. */
export { chartFromTexts, DAY_ZERO, type PlainNote } from './chart.ts';
export { openRecord, openText } from './open.ts';

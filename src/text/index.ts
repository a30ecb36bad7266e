/** text: notes and reports, read. */
export * from './mention.ts';

/** reading: what was understood of a note, shown in its words. */
export { readingsAsHtml } from './html.ts';
export { type Reading, readingsOf } from './reading.ts';
export { readingsAsText } from './text.ts';

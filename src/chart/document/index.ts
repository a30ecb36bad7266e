/** document: text, HTML and RTF that records carry in base64, made plain with the place of each character kept. */
export { preference, readDocument } from './attachment.ts';
export { textOfHtml } from './html.ts';
export { textOfRtf } from './rtf.ts';

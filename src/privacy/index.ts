/** privacy: de-identification of records and of text, and the proof of it. */
export { type DeidManifest, MANIFEST_FILE, parseManifest } from './manifest.ts';
export type { KnownIdentifiers, ScrubCategory, ScrubContext, ScrubText } from './scrub.ts';
export { scrubText } from './text/index.ts';

/** privacy: de-identification of records and of text, and the proof of it. */
export { Deidentifier } from './deidentifier.ts';
export { KEY_VARIABLE, keysOf, loadKeys, writeNewKey } from './key.ts';
export { type DeidManifest, MANIFEST_FILE, parseManifest } from './manifest.ts';
export { QUASIS } from './proof/quasi.ts';
export { loadRules } from './rules/rules.ts';
export { DEFAULT_QUASI, deidTally, type RunOptions, toolsOf } from './run/options.ts';
export { deidentifyFiles } from './run/run.ts';
export { deidentifyStream } from './run/stream.ts';

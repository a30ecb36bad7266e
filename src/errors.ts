/**
 * Every error of Prodrome: its code, what it says, and the HTTP status the API answers with.
 * `{name}` in a title is filled from the details. Details never hold patient data: only places, counts and names of things.
 */
export const ERRORS = {
  'input-missing': { title: 'No such file or folder: {path}', status: 404 },
  'input-empty': {
    title:
      '{path} is empty, or a folder without records (.json, .ndjson, .hl7, .xml): give a FHIR R4 Bundle, NDJSON, HL7 v2 or C-CDA',
    status: 400,
  },
  'input-not-json': {
    title: '{path} is not JSON ({where}): give a FHIR R4 Bundle, NDJSON, HL7 v2, C-CDA, or a folder of them',
    status: 400,
  },
  'input-not-fhir': {
    title: '{path} holds no FHIR resources ({where}): give a FHIR R4 Bundle, NDJSON, HL7 v2 or C-CDA',
    status: 400,
  },
  'input-damaged': {
    title: '{path} is {format} that cannot be read ({where}): send it again, whole and as the standard has it',
    status: 400,
  },
  'input-wrong-version': { title: '{path} is FHIR {version}, not R4: convert it to R4 first', status: 400 },
  'input-no-patient': {
    title: '{path} holds no Patient and nothing that refers to one: give the record of a person',
    status: 400,
  },
  'input-mixed': {
    title: '{path} holds plain texts beside FHIR files: put the notes of one person in a folder of their own',
    status: 400,
  },
  'input-not-text': { title: '{path} is not plain text: give UTF-8, UTF-16 or Windows-1252', status: 400 },
  'input-no-words': { title: '{path} holds no words: give a note or a case description', status: 400 },
  'input-too-large': {
    title: '{path} is larger than {limit}: export it as NDJSON, which is read as a stream',
    status: 413,
  },
  'patient-ambiguous': { title: '{path} holds {count} patients: name one with --patient ID ({some})', status: 400 },
  'patient-unknown': { title: 'No patient {id} in {path} (it holds: {some})', status: 404 },
  'date-invalid': { title: '{what} is not a date: write YYYY-MM-DD', status: 400 },
  'as-of-too-early': {
    title: 'Nothing in the record is dated on or before {asOf}: choose a later day',
    status: 422,
  },
  'knowledge-invalid': { title: 'Knowledge is not valid at {where}: {why}', status: 500 },
  'corpus-invalid': { title: '{path} is not a data set that can be used: {why}', status: 400 },
  'corpus-not-deidentified': {
    title:
      '{path} does not show that it was de-identified ({why}): give the output of prodrome deid, or --identified-source for a data set that no model may learn from',
    status: 403,
  },
  'corpus-reference-invalid': {
    title: '{path} is no reference population ({why}): see docs/corpus.md',
    status: 400,
  },
  'corpus-mapping-invalid': {
    title: '{path} is no mapping: line {line}: {why} (docs/corpus.md has the language)',
    status: 400,
  },
  'corpus-csv-invalid': { title: '{path} cannot be mapped: {why}', status: 400 },
  'corpus-criteria-invalid': { title: 'These are no criteria of a cohort: {why}', status: 400 },
  'corpus-line-invalid': {
    title: 'Line {line} of standard input is no event of prodrome corpus build -: {why}',
    status: 400,
  },
  'output-exists': { title: '{path} is there already and not empty: name another, or remove it', status: 409 },
  'corpus-identified': {
    title: '{path} was made from identified records: a model may learn only from de-identified ones (prodrome deid)',
    status: 403,
  },
  'hpo-missing': {
    title: 'No HPO index in {folder}: make one with prodrome knowledge add hpo, or name its folder with --hpo',
    status: 404,
  },
  'hpo-damaged': { title: 'Cannot use {path}: {why}; make it anew with prodrome knowledge add hpo', status: 500 },
  'hpo-source': { title: 'Cannot read the HPO from {from}: {why}', status: 400 },
  'case-unreadable': {
    title: '{path} holds no case ({why}): give phenopackets, lists of findings or reviews as JSON or NDJSON',
    status: 400,
  },
  'file-failed': { title: 'Cannot {verb} {path}: {why}', status: 500 },
  'model-invalid': { title: 'The model in {path} cannot be used: {why}', status: 422 },
  'shards-invalid': { title: 'Cannot train on {path}: {why}', status: 422 },
  'training-config-invalid': { title: '{path} is not a training configuration: {why}', status: 422 },
  'outcomes-invalid': {
    title: '{path} is no list of outcomes: {why} (a YAML list of name and codes, as docs/model.md shows)',
    status: 422,
  },
  'calibration-impossible': { title: 'The model cannot be calibrated on this split: {why}', status: 422 },
  'training-failed': { title: 'Training stopped: {why}', status: 500 },
  'rules-invalid': { title: 'De-identification rules are not valid at {where}: {why}', status: 400 },
  'key-missing': {
    title: 'No key: name a file with --key-file, or set {variable} (prodrome deid --new-key FILE makes one)',
    status: 400,
  },
  'key-weak': { title: 'The key of {where} is too weak: {why} (prodrome deid --new-key FILE makes one)', status: 400 },
  'record-too-deep': { title: 'A resource is nested deeper than {limit} levels: it is not FHIR', status: 400 },
  internal: { title: 'Something went wrong inside Prodrome ({what}): please report it', status: 500 },
  'port-taken': { title: 'Port {port} is taken: choose another with --port', status: 500 },
  usage: { title: '{why}', status: 400 },
  'not-found': { title: 'Nothing at {path}', status: 404 },
} as const;

export type ErrorCode = keyof typeof ERRORS;

/** The one error class: a code of {@link ERRORS} and the details that fill its title. */
export class ProdromeError extends Error {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(code: ErrorCode, details: Record<string, string | number> = {}) {
    super(ERRORS[code].title.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? '?')));
    this.name = 'ProdromeError';
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return ERRORS[this.code].status;
  }
}

import { table } from '../../table.ts';
import { type RecordContext, tick } from '../context.ts';
import type { Json } from '../json.ts';
import { EMPTY_KNOWN } from '../patient/known.ts';
import type { ScrubCategory } from '../scrub.ts';
import { wordsOf } from './words.ts';

/** Texts longer than this are not kept for a second time. */
const LONGEST_KEPT = 400;
const AT_HAND = 100_000;

/** A text with everything in it that identifies somebody replaced. */
export function scrubbed(text: string, context: RecordContext): string {
  const { patient, tools, tally, writtenOn } = context;
  const isShort = text.length <= LONGEST_KEPT;
  // What holds nothing holds nothing on any day; only what is replaced may depend on when it was written.
  if (isShort && patient.clean.has(text)) return text;
  const { text: result, spans } = tools.scrub(
    text,
    writtenOn === undefined ? patient.scrub : { ...patient.scrub, writtenOn },
  );
  for (const { category } of spans) tick(tally.spans, category);
  if (isShort && spans.length === 0) {
    if (patient.clean.size >= AT_HAND) patient.clean.clear();
    patient.clean.add(text);
  }
  return result;
}

/**
 * The display of a code, or a unit. It comes from a terminology and repeats a million times, so it is scrubbed only when it
 * says something that the patient's record knows, or holds a number, an address or the like that no terminology has. Of a code
 * system that is not the same everywhere nobody knows what its displays are: those are texts like any other.
 */
export function scrubbedDisplay(text: string, system: unknown, context: RecordContext): string {
  const isLocal = typeof system === 'string' && !context.tools.ids.isStandard(system);
  const isPlain = !isLocal && isTerminology(text, context) && !mentions(text, context.patient.words);
  return isPlain ? text : scrubbed(text, context);
}

/** What the displays of terminologies do not have; names, places and dates they have ("Hodgkin", "Lyme", "2000 panel"). */
const FOREIGN: ReadonlySet<ScrubCategory> = new Set<ScrubCategory>([
  'phone',
  'fax',
  'email',
  'url',
  'ip',
  'ssn',
  'mrn',
  'plan',
  'account',
  'licence',
  'vehicle',
  'device',
  'address',
]);

function isTerminology(text: string, { tools }: RecordContext): boolean {
  const found = tools.plainTexts.get(text);
  if (found !== undefined) return found;
  const nobody = { known: EMPTY_KNOWN, keyed: () => new Uint8Array(32), options: tools.options };
  const plain = !tools.scrub(text, nobody).spans.some(({ category }) => FOREIGN.has(category));
  if (tools.plainTexts.size >= AT_HAND) tools.plainTexts.clear();
  tools.plainTexts.set(text, plain);
  return plain;
}

function mentions(text: string, words: ReadonlySet<string>): boolean {
  if (words.size === 0) return false;
  for (const word of wordsOf(text)) if (words.has(word)) return true;
  return false;
}

/** Elements that FHIR's narrative may have (https://hl7.org/fhir/R4/narrative.html, XHTML 1.0 chapters 7-11, 15). */
const TAGS = new Set(
  'div p br b i em strong small big tt sub sup span ul ol li dl dt dd table thead tbody tfoot tr th td caption col colgroup h1 h2 h3 h4 h5 h6 pre blockquote hr code q cite var kbd samp abbr acronym dfn a img'.split(
    ' ',
  ),
);
const EMPTY_TAGS = new Set(['br', 'hr', 'col']);

/**
 * A narrative with its texts scrubbed: the tags stay, bare of attributes, for those hold addresses, ids and file names.
 * Undefined for what is not a well-formed narrative.
 */
export function scrubbedXhtml(div: string, context: RecordContext): string | undefined {
  const open: string[] = [];
  let out = '';
  let at = 0;
  let text = '';
  const flush = (): void => {
    if (text.trim() === '') out += text;
    else out += escaped(scrubbed(unescaped(text), context));
    text = '';
  };
  for (const match of div.matchAll(/<!--[\s\S]*?-->|<(\/?)([A-Za-z][A-Za-z0-9]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/g)) {
    text += div.slice(at, match.index);
    at = match.index + match[0].length;
    if (match[2] === undefined) continue;
    const tag = match[2].toLowerCase();
    if (!TAGS.has(tag)) return undefined;
    flush();
    const closes = match[1] === '/';
    const closed = match[3]?.trimEnd().endsWith('/') === true;
    if (tag === 'a' || tag === 'img') continue;
    if (closes) {
      if (open.pop() !== tag) return undefined;
      out += `</${tag}>`;
      if (open.length === 0) return at === div.trimEnd().length ? out : undefined;
      continue;
    }
    if (open.length === 0 && (tag !== 'div' || out.trim() !== '')) return undefined;
    out += open.length === 0 ? '<div xmlns="http://www.w3.org/1999/xhtml"' : `<${tag}`;
    out += closed || EMPTY_TAGS.has(tag) ? '/>' : '>';
    if (!closed && !EMPTY_TAGS.has(tag)) open.push(tag);
  }
  return undefined;
}

const ENTITIES: Readonly<Record<string, string>> = table({
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
});

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|([A-Za-z]+));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return (Object.hasOwn(ENTITIES, String(name)) && ENTITIES[String(name)]) || whole;
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

const escaped = (text: string): string =>
  text.replace(/[<>&]/g, (character) => (character === '<' ? '&lt;' : character === '>' ? '&gt;' : '&amp;'));

/** Texts that can be scrubbed as they stand; markup that would have to be read first (RTF, PDF, XML) is not among them. */
const PLAIN = /^text\/(plain|markdown|csv|tab-separated-values)\b/i;
const HTML = /^(text\/html|application\/xhtml\+xml)\b/i;

/** The data of an Attachment or a Binary: a text is scrubbed, anything else goes. */
export function scrubbedData(data: string, parent: Json, context: RecordContext): string | undefined {
  const type = typeof parent.contentType === 'string' ? parent.contentType : '';
  if (!PLAIN.test(type) && !HTML.test(type)) {
    const shown = /^[a-z]+\/[\w.+-]{1,60}/i.exec(type)?.[0].toLowerCase();
    tick(context.tally.notUnderstood, `attachment: ${shown !== undefined && KNOWN_TYPES.has(shown) ? shown : 'other'}`);
    return undefined;
  }
  const bytes = Buffer.from(data, 'base64');
  const text = decodedText(bytes);
  if (text === undefined) {
    tick(context.tally.notUnderstood, 'attachment: not a text');
    return undefined;
  }
  const result = PLAIN.test(type) ? scrubbed(text, context) : htmlOf(text, context);
  return Buffer.from(result, 'utf8').toString('base64');
}

const KNOWN_TYPES = new Set(
  'application/pdf application/rtf text/rtf text/xml application/xml application/hl7-v3+xml application/json image/jpeg image/png image/tiff image/gif application/dicom application/msword audio/mpeg audio/wav video/mp4'.split(
    ' ',
  ),
);

/** The words of an HTML document, scrubbed, line by line: its markup can hide anything. */
function htmlOf(html: string, context: RecordContext): string {
  const text = unescaped(
    html
      .replace(/<(script|style|head)\b[\s\S]*?<\/\1\s*>/gi, '')
      .replace(/<!--[\s\S]*?-->/g, '')
      .replace(/<(br|p|div|tr|li|h[1-6]|table)\b[^>]*>/gi, '\n')
      .replace(/<[^>]*>/g, ' '),
  );
  return `<pre>${escaped(scrubbed(text, context))}</pre>`;
}

/** UTF-8, or Windows-1252 for what is not; undefined for binary content. */
function decodedText(bytes: Buffer): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

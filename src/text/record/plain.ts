/** Files that are plain text by their name. */
export const isTextName = (name: string): boolean => /\.(?:txt|text|md)$/i.test(name);
/** Files that are records by their name, packed or not. */
export const isRecordName = (name: string): boolean =>
  /\.(?:json|ndjson|jsonl|xml|hl7|csv|parquet)(?:\.gz)?$|\.gz$/i.test(name);

/** How other formats begin: XML and HTML, HL7 v2, PDF, RTF, zip. */
const OTHER = /^\s*(?:<[?!a-z]|MSH\||FHS\||BHS\||%PDF|\{\\rtf|PK[^ -~])/i;
/** JSON: an object, or a list of something. */
const JSON_START = /^\s*(?:\{|\[\s*(?:[{["\d\]-]|true|false|null))/;

/** Whether bytes begin as words do, and not as JSON or another format does. */
export function looksLikeText(start: Uint8Array): boolean {
  const text = decoded(start, true);
  return text !== undefined && /\p{L}{2}/u.test(text) && !JSON_START.test(text) && !OTHER.test(text);
}

/** The text that bytes are: UTF-8, UTF-16 with its mark, else Windows-1252; undefined when they are no text. `isPart`: cut anywhere. */
export function decoded(bytes: Uint8Array, isPart = false): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) return undefined;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: isPart });
  } catch {
    text = new TextDecoder('windows-1252').decode(bytes);
  }
  return isBinary(text) ? undefined : text;
}

/** More than one control character in so many is no text. */
const ODD = 50;

function isBinary(text: string): boolean {
  let odd = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13) odd++;
  }
  return odd > text.length / ODD;
}

/** The day in a file's name (`2024-03-01 clinic.txt`, `letter_20240301.txt`), YYYY-MM-DD. */
export function dayOfName(name: string): string | undefined {
  const match = /(?<!\d)((?:19|20)\d\d)[-_.]?(\d\d)[-_.]?(\d\d)(?!\d)/.exec(name);
  if (!match) return undefined;
  const day = `${match[1]}-${match[2]}-${match[3]}`;
  const at = Date.parse(day);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day) ? day : undefined;
}

import type { ChartIssue } from '../chart.ts';
import { coderOf, usualCoder } from './charset.ts';
import { type Delimiters, Segment } from './message.ts';

/** One message: its segments, the first of which is MSH. */
export interface Message {
  /** Counted from 1 in the file. */
  readonly number: number;
  readonly segments: readonly Segment[];
  /** The text of the message, one segment a line: what tells it from another. */
  readonly text: string;
}

const HEAD = /^\s*(?:MSH|FHS|BHS)([^A-Za-z0-9\s])[^A-Za-z0-9\s]{1,5}\1/;
const SEGMENT = /^[A-Z][A-Z0-9]{2}$/;
const ENVELOPE = new Set(['FHS', 'FTS', 'BHS', 'BTS']);

/** Whether bytes begin as an HL7 v2 message or batch does, in the frame of MLLP or without. */
export function isHl7v2(start: Uint8Array): boolean {
  return HEAD.test(
    Buffer.from(start)
      .toString('latin1')
      .replace(/^\u00ef\u00bb\u00bf/, ''),
  );
}

/** Where the last message in these bytes begins; 0 when none begins after the first byte. */
export function lastMessageIn(bytes: Buffer): number {
  for (let at = bytes.lastIndexOf('MSH'); at > 0; at = bytes.lastIndexOf('MSH', at - 1)) {
    const [before = 0, after = 0] = [bytes[at - 1], bytes[at + 3]];
    // After a line end or the frame of MLLP, and before a delimiter.
    if ((before === 10 || before === 13 || before === 11) && !/[A-Za-z0-9\s]/.test(String.fromCharCode(after)))
      return at;
  }
  return 0;
}

/**
 * The messages of a file, one after the other; what is wrong with the file goes to `issues`. `before`: so many messages
 * of the file came before these bytes. Segments end with CR, LF or both;
 * frames of MLLP are taken off. A line that begins no segment goes on with the one before, as senders forget to escape line breaks.
 */
export function* messagesOf(bytes: Buffer, issues: ChartIssue[], before = 0): Generator<Message> {
  const lines = bytes
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .replaceAll('\u000b', '\r')
    .replaceAll('\u001c', '\r')
    .split(/\r\n|\r|\n/);
  let current: string[] | undefined;
  let [astray, number] = [0, before];
  for (const line of lines) {
    if (line.trim() === '') continue;
    const name = line.slice(0, 3);
    const separator = line.charAt(3);
    const opens = name === 'MSH' && /[^A-Za-z0-9\s]/.test(separator);
    const closes = ENVELOPE.has(name) && /[^A-Za-z0-9\s]/.test(separator);
    if (opens || closes) {
      if (current) yield* messageOf(current, ++number, issues);
      current = opens ? [line] : undefined;
    } else if (!current) astray++;
    else if (SEGMENT.test(name) && (separator === current[0]?.charAt(3) || line.length === 3)) current.push(line);
    else current.push(`${current.pop() ?? ''}\u0000${line}`);
  }
  if (current) yield* messageOf(current, ++number, issues);
  if (astray > 0)
    issues.push(issue('the file', `${astray} line${astray === 1 ? '' : 's'} outside any message, left out`));
}

function messageOf(lines: readonly string[], number: number, issues: ChartIssue[]): Message[] {
  const [header = ''] = lines;
  const delimiters = delimitersOf(header);
  if (!delimiters) {
    issues.push(issue(`message ${number} MSH[1]`, 'its MSH does not say by what it is divided: left out'));
    return [];
  }
  const named = new Segment(header, 1, delimiters, usualCoder).text(18);
  const coder = coderOf(named);
  if (!coder)
    issues.push(issue(`message ${number} MSH[1] field 18`, 'a character set that is not known: read as UTF-8'));
  const decode = coder ?? usualCoder;
  const texts = lines.map((line) => {
    // The lower half is the same in every character set that is known.
    const text = ABOVE_ASCII.test(line) ? decode(Buffer.from(line, 'latin1')) : line;
    return text.replaceAll('\u0000', '\n');
  });
  const segments = texts.map((text, index) => new Segment(text, index + 1, delimiters, decode));
  return [{ number, segments, text: texts.join('\n') }];
}

const ABOVE_ASCII = /\P{ASCII}/u;

function delimitersOf(header: string): Delimiters | undefined {
  const field = header.charAt(3);
  const encoding = header.slice(4).split(field)[0] ?? '';
  if (encoding === '' || encoding.length > 5 || /[A-Za-z0-9\s]/.test(encoding)) return undefined;
  if (new Set(encoding).size !== encoding.length || !header.slice(4).includes(field)) return undefined;
  const [component = '', repetition = '', mark = '', subcomponent = ''] = encoding;
  return { field, component, repetition, escape: mark, subcomponent };
}

function issue(where: string, text: string): ChartIssue {
  return { code: 'line-invalid', severity: 'warning', where, text };
}

import { textOfHtml } from './html.ts';
import type { PlainText } from './plain-text.ts';
import { textOfRtf } from './rtf.ts';

/** A document as text, or why it is none. `offsets` is absent where `text` is the decoded document itself. */
type ReadDocument =
  | { readonly text: string; readonly offsets?: Uint32Array; readonly contentType: string }
  | { readonly unreadable: string };

type Format = 'plain' | 'html' | 'rtf';

/** Reads a base64 document of text, HTML or RTF; its form is seen from its first bytes where its declared type is missing or wrong. */
export function readDocument(base64: string, contentType = ''): ReadDocument {
  const packed = /\s/.test(base64) ? base64.replace(/\s+/g, '') : base64;
  if (!/^[A-Za-z0-9+/_-]*={0,2}$/.test(packed)) return { unreadable: 'its data is not base64' };
  const bytes = Buffer.from(packed, 'base64');
  if (bytes.length === 0) return { unreadable: 'it is empty' };
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  const format = formatOf(bytes, type);
  if (format === undefined) return { unreadable: `${type || 'its content type'} is not a kind of text that is read` };
  const document = format === 'rtf' ? bytes.toString('latin1') : decode(bytes, charsetOf(contentType, bytes, format));
  const plain: PlainText | undefined =
    format === 'rtf' ? textOfRtf(document) : format === 'html' ? textOfHtml(document) : undefined;
  const text = plain?.text ?? document;
  if (text.trim() === '') return { unreadable: 'it is empty' };
  if (text.includes('\u0000')) return { unreadable: 'it is binary' };
  const declared = { plain: 'text/plain', html: 'text/html', rtf: 'text/rtf' }[format];
  return plain ? { ...plain, contentType: declared } : { text, contentType: declared };
}

/** How well a content type can be read, the best first; negative when not at all. Of several forms of one document the best is taken. */
export function preference(contentType: string): number {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'text/plain' || type === 'text/markdown') return 4;
  if (type === 'text/html' || type === 'application/xhtml+xml') return 3;
  if (type === 'text/rtf' || type === 'application/rtf') return 2;
  if (type === '' || type === 'application/octet-stream') return 1;
  return type.startsWith('text/') && type !== 'text/xml' ? 1 : -1;
}

function formatOf(bytes: Buffer, type: string): Format | undefined {
  const start = bytes
    .subarray(0, 256)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  if (start.startsWith('{\\rtf')) return 'rtf';
  if (start.startsWith('%PDF')) return undefined;
  if (/^(<!doctype html|<html|<div|<body)/i.test(start) || /xhtml/.test(start)) return 'html';
  if (start.startsWith('<?xml') || start.startsWith('<ClinicalDocument')) return undefined;
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'html';
  return preference(type) > 0 ? 'plain' : undefined;
}

function charsetOf(contentType: string, bytes: Buffer, format: Format): string | undefined {
  const declared = /charset\s*=\s*"?([\w.:-]+)/i.exec(contentType)?.[1];
  if (declared !== undefined || format !== 'html') return declared;
  return /<meta[^>]+charset\s*=\s*["']?([\w.:-]+)/i.exec(bytes.subarray(0, 2048).toString('latin1'))?.[1];
}

/** Decodes by byte order mark, by the declared charset, else as UTF-8, and as windows-1252 what is none of these. */
function decode(bytes: Buffer, charset: string | undefined): string {
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  for (const name of [mark, charset, 'utf-8']) {
    if (name === undefined) continue;
    try {
      return new TextDecoder(name, { fatal: true }).decode(bytes);
    } catch {
      // The next: the declaration is wrong or unknown here.
    }
  }
  return new TextDecoder('windows-1252').decode(bytes);
}

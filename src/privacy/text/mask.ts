/**
 * Markup out of the way, without moving anything: HTML tags, entities and RTF control words become spaces of the same length,
 * so that an offset in the masked text is an offset in the note. Values of attributes stay: they may hold a name.
 */

/** Only tags that HTML has: "<mary@example.org>" is no markup. */
const ELEMENTS =
  'a|abbr|address|article|aside|b|base|big|blockquote|body|br|button|caption|center|cite|code|col|colgroup|content|dd|del|div|dl|dt|em|fieldset|figure|font|footer|form|h[1-6]|head|header|hr|html|i|img|input|ins|item|label|legend|li|link|linkHtml|list|main|meta|nav|ol|option|p|paragraph|pre|q|renderMultiMedia|s|script|section|select|small|span|strike|strong|style|sub|sup|svg|table|tbody|td|text|textarea|tfoot|th|thead|title|tr|tt|u|ul';
const HTML = new RegExp(`</?(?:${ELEMENTS})(?:\\s[^<>]{0,2000})?/?>|<!--|-->|&[a-z]{2,8};|&#x?[0-9a-f]{1,6};`, 'gi');
const RTF = /\\'[0-9a-f]{2}|\\[a-z]+-?\d{0,10} ?|\\[^a-z]|[{}]/gi;
/** Drawn over a letter written as an escape: counts as part of a word, and is dropped where words are compared. */
const SOFT = '\u00ad';
const LETTER_ENTITY = /^&([a-z])(?:acute|grave|circ|uml|tilde|cedil|ring|caron|slash);$/i;

/** The text with its markup blanked; the text itself where it has none. */
export function maskMarkup(text: string): string {
  if (text.startsWith('{\\rtf')) return text.replace(RTF, rtfPiece);
  if (text.includes('<') || text.includes('&')) return text.replace(HTML, htmlPiece);
  return text;
}

function htmlPiece(piece: string): string {
  const letter = LETTER_ENTITY.exec(piece)?.[1];
  if (letter !== undefined) return letter + SOFT.repeat(piece.length - 1);
  if (piece === '&#39;' || piece === '&apos;' || piece === '&rsquo;') return `'${SOFT.repeat(piece.length - 1)}`;
  const quote = /=\s*["'][^"']*["']/.test(piece);
  if (!quote)
    return /^<\/?(?:p|br|div|tr|li|h\d|table|ul|ol)\b/i.test(piece) ? lineOf(piece.length) : ' '.repeat(piece.length);
  return piece.replace(/(^<[^\s>]+)|(\s[\w:-]+\s*=\s*["'])|(["']\s*\/?>?)/g, (part) => ' '.repeat(part.length));
}

function rtfPiece(piece: string): string {
  if (piece.startsWith("\\'")) {
    const code = String.fromCharCode(Number.parseInt(piece.slice(2), 16));
    return /\p{L}/u.test(code) ? code + SOFT.repeat(3) : `'${SOFT.repeat(3)}`;
  }
  return /^\\(?:par|line|row|cell|pard|sect|page)\b/.test(piece) ? lineOf(piece.length) : ' '.repeat(piece.length);
}

const lineOf = (length: number): string => `\n${' '.repeat(length - 1)}`;

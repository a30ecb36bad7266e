import { entityAt } from './entities.ts';
import { type PlainText, PlainTextWriter } from './plain-text.ts';

/** Elements that begin and end on a line of their own. */
const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form header hr html li main nav ol pre summary tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
/** Elements with an empty line around them. */
const PARAGRAPHS = new Set('p h1 h2 h3 h4 h5 h6 table section'.split(' '));
/** Elements whose content is not shown. */
const HIDDEN = new Set('script style head title template noscript svg object'.split(' '));

const TAG_START = /<(\/?)(?:[a-zA-Z][\w-]*:)?([a-zA-Z][\w-]*)/y;

/** The text that HTML or XHTML shows, with the offset of each character in the document. */
export function textOfHtml(html: string): PlainText {
  const out = new PlainTextWriter();
  let at = 0;
  let preformatted = 0;
  while (at < html.length) {
    const character = html.charAt(at);
    if (character === '<') {
      const end = skipMarkup(html, at);
      if (end !== undefined) {
        at = end;
        continue;
      }
      const tag = tagAt(html, at);
      if (tag) {
        if (tag.name === 'pre') preformatted = Math.max(0, preformatted + (tag.isEnd ? -1 : 1));
        layOut(tag.name, tag.isEnd, at, out);
        at = tag.end;
        if (HIDDEN.has(tag.name) && !tag.isEnd && html.charAt(at - 2) !== '/') at = endOfElement(html, tag.name, at);
        continue;
      }
    }
    if (character === '&') {
      const entity = entityAt(html, at);
      if (entity) {
        if (entity.text === '\u00a0' || entity.text === ' ') out.space(at);
        else if (entity.text !== '' && entity.text !== '\u00ad') out.write(entity.text, at);
        at += entity.length;
        continue;
      }
    }
    if (character === '\n' && preformatted > 0) out.lineBreak(at);
    else if (character === ' ' && preformatted > 0) out.write(' ', at);
    else if (/\s/.test(character)) out.space(at);
    else out.write(character, at);
    at++;
  }
  return out.finish();
}

/** The tag that begins at `at`. A `>` inside quotes does not end it, unless the quotes never close. */
function tagAt(html: string, at: number): { name: string; isEnd: boolean; end: number } | undefined {
  TAG_START.lastIndex = at;
  const start = TAG_START.exec(html);
  if (!start) return undefined;
  let end = TAG_START.lastIndex;
  while (end < html.length && html.charAt(end) !== '>') {
    const quote = html.charAt(end);
    const close = quote === '"' || quote === "'" ? html.indexOf(quote, end + 1) : end;
    end = close < 0 ? html.indexOf('>', end) : close + 1;
    if (end < 0) return undefined;
  }
  if (end >= html.length) return undefined;
  return { name: (start[2] ?? '').toLowerCase(), isEnd: start[1] === '/', end: end + 1 };
}

function layOut(name: string, isEnd: boolean, at: number, out: PlainTextWriter): void {
  if (name === 'br') out.lineBreak(at);
  else if (name === 'td' || name === 'th') {
    if (!isEnd) out.space(at, '\t');
  } else if (PARAGRAPHS.has(name)) out.block(at, 2);
  else if (BLOCKS.has(name)) out.block(at);
  if (name === 'li' && !isEnd) {
    out.write('-', at);
    out.space(at);
  }
}

/** The end of a comment, CDATA mark, declaration or processing instruction that begins at `at`. */
function skipMarkup(html: string, at: number): number | undefined {
  if (html.startsWith('<!--', at)) return endAfter(html, '-->', at + 4);
  if (html.startsWith('<![CDATA[', at)) return at + 9;
  const next = html.charAt(at + 1);
  return next === '!' || next === '?' ? endAfter(html, '>', at + 2) : undefined;
}

function endOfElement(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}\\s*>`, 'gi');
  end.lastIndex = from;
  const match = end.exec(html);
  return match ? match.index : html.length;
}

function endAfter(html: string, mark: string, from: number): number {
  const end = html.indexOf(mark, from);
  return end < 0 ? html.length : end + mark.length;
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument, textOfHtml, textOfRtf } from './index.ts';

const base64 = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding).toString('base64');

/** What stands in the document where each character of the text is said to come from. */
function origins({ text, offsets }: { text: string; offsets: Uint32Array }, document: string): string {
  return Array.from(text, (_, index) => document.charAt(offsets[index] ?? -1)).join('');
}

describe('HTML', () => {
  it('shows what a browser shows, block by line', () => {
    const html =
      '<html><head><title>x</title><style>p{}</style></head><body><!-- c --><h1>Visit</h1><p>Tired &amp; pale,\n  Hb&nbsp;9.1<br/>BP 120/80</p>' +
      '<ul><li>ferritin &lt;9</li><li>TSH &#49;.2</li></ul><table><tr><td>Ca</td><td>2.7</td></tr><tr><td>PTH</td><td>80</td></tr></table><script>1<2</script></body></html>';
    expect(textOfHtml(html).text).toBe(
      'Visit\n\nTired & pale, Hb 9.1\nBP 120/80\n\n- ferritin <9\n- TSH 1.2\n\nCa\t2.7\nPTH\t80',
    );
  });

  it('keeps where each character stands', () => {
    const html = '<div>a &lt; <b>b</b></div>';
    const plain = textOfHtml(html);
    expect(plain.text).toBe('a < b');
    expect(origins(plain, html)).toBe('a & b');
    expect(plain.offsets.length).toBe(plain.text.length);
  });

  it.each([
    ['5 < 6 and 7 > 3', '5 < 6 and 7 > 3'],
    ['<p title="a > b">x</p>', 'x'],
    ['<p title="open>x</p>', 'x'],
    ['a &unknown; &#xZZ; b', 'a &unknown; &#xZZ; b'],
    ['<pre>a  b\nc</pre>', 'a  b\nc'],
    ['<![CDATA[x]]', 'x]]'],
    ['😀 <i>😀</i>', '😀 😀'],
    ['caf&eacute; &#8722;2', 'café −2'],
    ['unclosed <b', 'unclosed <b'],
  ])('reads %s', (html, text) => {
    expect(textOfHtml(html).text).toBe(text);
  });

  it('never fails, and never leaves the document', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('<', '>', '</p>', '<p', '&', '&amp', ';', '"', '<!--', '-->', '<pre>', '<script>', '<![CDATA['),
    );
    fc.assert(
      fc.property(
        fc.array(piece).map((parts) => parts.join('')),
        (html) => {
          const { text, offsets } = textOfHtml(html);
          return (
            text.length === offsets.length &&
            offsets.every((offset, index) => offset < html.length && offset >= (offsets[index - 1] ?? 0))
          );
        },
      ),
    );
  });
});

describe('RTF', () => {
  it('shows the text without fonts, pictures and control words', () => {
    const rtf =
      "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial;}}{\\colortbl;\\red0;}{\\*\\generator X;}\\f0\\fs20 Caf\\'e9 \\b bold\\b0\\par Line 2\\line x\\tab y\\par\\u8722?2.5 \\emdash  {\\pict 89504e47}end\\~1 \\{a\\}}";
    expect(textOfRtf(rtf).text).toBe('Café bold\nLine 2\nx\ty\n−2.5 — end 1 {a}');
  });

  it('passes over control words that it does not know', () => {
    expect(textOfRtf('{\\rtf1 a\\valueOf b\\constructor c}').text).toBe('abc');
  });

  it('keeps where each character stands', () => {
    const rtf = '{\\rtf1 a\\par b}';
    const plain = textOfRtf(rtf);
    expect(plain.text).toBe('a\nb');
    expect(origins(plain, rtf)).toBe('a\\b');
  });

  it('never fails', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('{', '}', '\\', '\\par', '\\toString', "\\'e", '\\u-1?', '\\bin99', '\\*', '\\uc0 '),
    );
    fc.assert(
      fc.property(
        fc.array(piece).map((parts) => parts.join('')),
        (rtf) => {
          const { text, offsets } = textOfRtf(rtf);
          return text.length === offsets.length;
        },
      ),
    );
  });
});

describe('readDocument', () => {
  it('gives plain text as it is, without offsets', () => {
    expect(readDocument(base64('  Hb 9\r\nok  '), 'text/plain; charset=utf-8')).toEqual({
      text: '  Hb 9\r\nok  ',
      contentType: 'text/plain',
    });
  });

  it.each([
    ['utf-8', base64('µmol'), 'text/plain'],
    ['a declared charset', base64('µmol', 'latin1'), 'text/plain; charset=ISO-8859-1'],
    ['windows-1252 that nobody declared', base64('µmol', 'latin1'), 'text/plain'],
    ['a wrong declaration', base64('µmol'), 'text/plain; charset=klingon'],
    ['a byte order mark', base64('\ufeffµmol'), 'text/plain'],
    ['UTF-16', base64('\ufeffµmol', 'utf16le'), 'text/plain'],
    ['HTML with a charset of its own', base64('<meta charset="windows-1252"><p>µmol</p>', 'latin1'), 'text/html'],
    ['white space in base64', base64('µmol').replace(/(.)/g, '$1\n'), 'text/plain'],
    ['RTF declared as text', base64("{\\rtf1 \\'b5mol}"), 'text/plain'],
    ['HTML without a type', base64('<html><body>µmol</body></html>'), undefined],
  ])('decodes %s', (_, data, type) => {
    expect(readDocument(data, type)).toMatchObject({ text: 'µmol' });
  });

  it.each([
    ['PDF', base64('%PDF-1.4 …'), 'application/pdf'],
    ['PDF declared as text', base64('%PDF-1.4 …'), 'text/plain'],
    ['an image', base64('\u0000\u0001'), 'image/png'],
    ['binary declared as text', base64('\u0000\u0001'), 'text/plain'],
    ['a C-CDA document', base64('<?xml version="1.0"?><ClinicalDocument/>'), 'text/xml'],
    ['nothing', '', 'text/plain'],
    ['blank text', base64(' \n'), 'text/plain'],
    ['what is not base64', 'Patient seen today!', 'text/plain'],
  ])('says that it cannot read %s', (_, data, type) => {
    expect(readDocument(data, type)).toHaveProperty('unreadable');
  });
});

import { type PlainText, PlainTextWriter } from './plain-text.ts';

/** Groups whose content is not text of the document. */
const DESTINATIONS = new Set(
  'fonttbl colortbl stylesheet listtable listoverridetable rsidtbl info pict object header headerl headerr headerf footer footerl footerr footerf generator themedata colorschememapping datastore latentstyles xmlnstbl fldinst filetbl revtbl nonshppict'.split(
    ' ',
  ),
);

const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['emdash', '—'],
  ['endash', '–'],
  ['bullet', '•'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
]);

const CONTROL = /\\(?:([a-zA-Z]{1,32})(-?\d{1,10})? ?|'([0-9a-fA-F]{2})|([^a-zA-Z]))/y;

interface Group {
  readonly hidden: boolean;
  /** How many characters stand in for one `\u` (RTF 1.9, `\uc`). */
  readonly fallback: number;
}

/** The text of an RTF document (RTF 1.9), with the offset of each character in it. `rtf` is decoded byte by byte (latin1). */
export function textOfRtf(rtf: string): PlainText {
  const out = new PlainTextWriter();
  const decoder = decoderOf(/\\ansicpg(\d+)/.exec(rtf)?.[1]);
  const groups: Group[] = [];
  let group: Group = { hidden: false, fallback: 1 };
  let skip = 0;
  let at = 0;
  const show = (text: string): void => {
    if (skip > 0) skip--;
    else if (!group.hidden) {
      if (text === ' ' || text === '\u00a0') out.space(at);
      else out.write(text, at);
    }
  };
  while (at < rtf.length) {
    const character = rtf.charAt(at);
    if (character === '{') {
      groups.push(group);
      skip = 0;
      at++;
    } else if (character === '}') {
      group = groups.pop() ?? { hidden: false, fallback: 1 };
      skip = 0;
      at++;
    } else if (character === '\\') {
      CONTROL.lastIndex = at;
      const control = CONTROL.exec(rtf);
      if (!control) {
        at++;
        continue;
      }
      const [whole, word, parameter, hex, symbol] = control;
      if (hex !== undefined) show(decoder.decode(Uint8Array.of(Number.parseInt(hex, 16))));
      else if (symbol === '*') group = { ...group, hidden: true };
      else if (symbol !== undefined) {
        if (symbol === '~') show(' ');
        else if (symbol === '_') show('-');
        else if ('\\{}'.includes(symbol)) show(symbol);
        else if (symbol === '\n' || symbol === '\r') out.lineBreak(at);
      } else if (word === 'u') {
        const code = Number(parameter);
        show(String.fromCharCode(code < 0 ? code + 65_536 : code));
        skip = group.fallback;
      } else if (word === 'uc') group = { ...group, fallback: Number(parameter ?? 1) };
      else if (word === 'bin') at += Math.max(0, Number(parameter ?? 0));
      else if (word !== undefined && DESTINATIONS.has(word)) group = { ...group, hidden: true };
      else if (word !== undefined && !group.hidden) write(word, at, out, show);
      at += whole.length;
    } else {
      if (character !== '\n' && character !== '\r') show(character === '\t' ? ' ' : character);
      at++;
    }
  }
  return out.finish();
}

function write(word: string, at: number, out: PlainTextWriter, show: (text: string) => void): void {
  if (word === 'par' || word === 'line' || word === 'sect' || word === 'page') out.lineBreak(at);
  else if (word === 'row') out.block(at);
  else if (word === 'tab' || word === 'cell') out.space(at, '\t');
  else {
    const character = CHARACTERS.get(word);
    if (character !== undefined) show(character);
  }
}

/** The decoder of a Windows code page, 1252 when it is not known. */
function decoderOf(page: string | undefined): { decode(bytes: Uint8Array): string } {
  try {
    return new TextDecoder(page === undefined ? 'windows-1252' : `windows-${page}`);
  } catch {
    return new TextDecoder('windows-1252');
  }
}

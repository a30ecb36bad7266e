/** How a word is painted where there is colour. */
export type Paint = 'bold' | 'dim' | 'title' | 'alarm' | 'accent' | 'warm';

const CODES: Record<Paint, string> = { bold: '1', dim: '2', title: '1;36', alarm: '31', accent: '36', warm: '33' };

/** A run of text in one paint. */
export type Piece = string | readonly [text: string, paint: Paint];

/** Lines folded to a width in columns, with or without colour. Control characters never get through: a record cannot steer a terminal. */
export class Paper {
  readonly width: number;
  private readonly colour: boolean;
  private readonly lines: string[] = [];

  constructor(width: number, colour: boolean) {
    this.width = width;
    this.colour = colour;
  }

  /** Pieces folded at spaces; the first line begins with `mark`, the others are indented as far. */
  put(pieces: readonly Piece[], mark = '', markPaint?: Paint): void {
    const lead = widthOf(mark);
    const lines = fold(pieces, this.width - lead);
    lines.forEach((line, index) => {
      const start = index > 0 ? ' '.repeat(lead) : markPaint ? this.paint(mark, markPaint) : mark;
      const text = line.map(([part, paint]) => (paint ? this.paint(part, paint) : part)).join('');
      this.lines.push((start + text).trimEnd());
    });
  }

  /** One line with its end at the right edge, or two when they do not fit. */
  spread(left: Piece, right: Piece): void {
    const [first, last] = [textOf(left), textOf(right)];
    const gap = this.width - widthOf(first) - widthOf(last);
    if (gap < 2) {
      this.put([left]);
      this.put([right]);
    } else this.put([left, [`${NO_BREAK.repeat(gap)}`, 'dim'], right]);
  }

  section(title: string, remark = ''): void {
    this.lines.push('');
    this.put([[title, 'title'], ...(remark ? [[` ${remark}`, 'dim'] as const] : [])]);
  }

  gap(): void {
    this.lines.push('');
  }

  toString(): string {
    return `${this.lines.join('\n').replaceAll(NO_BREAK, ' ')}\n`;
  }

  private paint(text: string, paint: Paint): string {
    return this.colour && text.trim() !== '' ? `\u001b[${CODES[paint]}m${text}\u001b[0m` : text;
  }
}

/** A space at which no line is broken. */
const NO_BREAK = '\u00a0';

const textOf = (piece: Piece): string => (typeof piece === 'string' ? piece : piece[0]);

type Run = [text: string, paint: Paint | undefined];

/** Breaks pieces at spaces into lines of at most `width` columns; a word that is wider is cut. */
function fold(pieces: readonly Piece[], width: number): Run[][] {
  const lines: Run[][] = [[]];
  let used = 0;
  for (const piece of pieces) {
    const paint = typeof piece === 'string' ? undefined : piece[1];
    for (const part of clean(textOf(piece)).split(/( )/)) {
      for (const word of cut(part, width)) {
        const size = widthOf(word);
        if (used + size > width && word.trim() !== '') {
          lines.push([]);
          used = 0;
        }
        if (used === 0 && word === ' ') continue;
        const line = lines.at(-1);
        const run = line?.at(-1);
        if (run && run[1] === paint) run[0] += word;
        else line?.push([word, paint]);
        used += size;
      }
    }
  }
  return lines.map(trimEnd);
}

/** Without spaces at the end, which a wide word pushed to the next line leaves behind. */
function trimEnd(line: Run[]): Run[] {
  const last = line.at(-1);
  return last ? [...line.slice(0, -1), [last[0].replace(/ +$/, ''), last[1]]] : line;
}

function cut(word: string, width: number): string[] {
  if (widthOf(word) <= width) return [word];
  const parts = [''];
  for (const sign of word) {
    if (widthOf((parts.at(-1) ?? '') + sign) > width) parts.push('');
    parts[parts.length - 1] += sign;
  }
  return parts;
}

/** Without control characters (escape sequences begin with one), in one line. */
const clean = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is left out
  text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+| {2,}/g, ' ');

/** Columns that a terminal gives a text: two for East Asian wide letters, none for combining marks. */
function widthOf(text: string): number {
  if (/^[\u0020-\u02ff]*$/.test(text)) return text.length;
  let width = 0;
  for (const sign of text) width += /\p{M}/u.test(sign) ? 0 : WIDE.test(sign) ? 2 : 1;
  return width;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

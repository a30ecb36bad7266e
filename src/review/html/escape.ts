/** Markup that is already safe to put in a page. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
  toString(): string {
    return this.markup;
  }
}

type Piece = string | number | Html | undefined | false | '' | readonly Piece[];

/** A template whose values are escaped unless they are {@link Html}: record text can never become markup. */
export function html(strings: TemplateStringsArray, ...values: Piece[]): Html {
  return new Html(strings.reduce((all, part, index) => all + text(values[index - 1]) + part));
}

function text(piece: Piece): string {
  if (piece instanceof Html) return piece.markup;
  if (Array.isArray(piece)) return piece.map(text).join('');
  if (piece === undefined || piece === false) return '';
  return escapeHtml(String(piece));
}

const NAMES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For element content and quoted attributes. Control characters, which HTML does not allow, are left out. */
export function escapeHtml(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is left out
  return value.replace(/[&<>"'\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, (character) => NAMES[character] ?? '');
}

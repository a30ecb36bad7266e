/** Text made from a marked-up document, and where each of its UTF-16 units stands in that document. */
export interface PlainText {
  readonly text: string;
  readonly offsets: Uint32Array;
}

/**
 * Writes plain text while a marked-up document is walked through. Runs of white space become one space, blocks become lines;
 * a space or line break takes the offset of what made it.
 */
export class PlainTextWriter {
  readonly #parts: string[] = [];
  #offsets = new Uint32Array(1024);
  #length = 0;
  #breaks = 0;
  #breakAt = 0;
  #space = '';
  #spaceAt = 0;

  /** A character (or surrogate pair) that is shown. */
  write(character: string, at: number): void {
    this.#settle();
    this.#append(character, at);
  }

  /** White space between words: a space, or a tab between cells. */
  space(at: number, character: ' ' | '\t' = ' '): void {
    if (this.#space === '' || character === '\t') {
      this.#space = character;
      this.#spaceAt = at;
    }
  }

  /** At least so many line breaks before what follows. */
  block(at: number, breaks = 1): void {
    if (this.#breaks === 0) this.#breakAt = at;
    this.#breaks = Math.max(this.#breaks, breaks);
    this.#space = '';
  }

  /** One more line break. */
  lineBreak(at: number): void {
    if (this.#breaks === 0) this.#breakAt = at;
    this.#breaks++;
    this.#space = '';
  }

  finish(): PlainText {
    return { text: this.#parts.join(''), offsets: this.#offsets.slice(0, this.#length) };
  }

  #settle(): void {
    if (this.#length > 0) {
      // Never more than one empty line.
      for (let index = 0; index < Math.min(this.#breaks, 2); index++) this.#append('\n', this.#breakAt);
      if (this.#breaks === 0 && this.#space !== '') this.#append(this.#space, this.#spaceAt);
    }
    this.#breaks = 0;
    this.#space = '';
  }

  #append(text: string, at: number): void {
    if (this.#length + text.length > this.#offsets.length) {
      const larger = new Uint32Array(this.#offsets.length * 2);
      larger.set(this.#offsets);
      this.#offsets = larger;
    }
    for (let index = 0; index < text.length; index++) this.#offsets[this.#length++] = at;
    this.#parts.push(text);
  }
}

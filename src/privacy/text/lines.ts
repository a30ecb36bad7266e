/**
 * Text that was broken into lines wherever the line was full: such a break is a space. A break is one of those where the first word
 * of the next line would not have fitted into the width of the text, and the text goes on in small letters at several of them.
 */

const NARROW = 30;
const WIDE = 200;
/** Breaks inside a sentence that make a text one of broken lines; one after which small letters go on counts double. */
const LEAST = 2;
const ENDS_INSIDE = /[\p{L}\d,;(-]$/u;
const GOES_ON = /^\p{Ll}/u;

/** The text with a space for each break that says nothing, of the same length. */
export function withoutSoftBreaks(text: string): string {
  const lines = text.split('\n');
  if (lines.length < 2) return text;
  let width = 0;
  for (const line of lines) if (line.includes(' ')) width = Math.max(width, line.trimEnd().length);
  if (width < NARROW || width > WIDE) return text;
  const soft: boolean[] = [];
  let inside = 0;
  for (let k = 0; k + 1 < lines.length; k += 1) {
    const [line, next] = [lines[k]?.trimEnd() ?? '', lines[k + 1] ?? ''];
    const word = /^\S+/.exec(next)?.[0] ?? '';
    soft[k] = line !== '' && word !== '' && line.length + 1 + word.length > width;
    if (soft[k] && ENDS_INSIDE.test(line)) inside += GOES_ON.test(next) ? 2 : 1;
  }
  if (inside < LEAST) return text;
  let out = lines[0] ?? '';
  for (let k = 1; k < lines.length; k += 1) {
    const [before, line] = [out.endsWith('\r'), lines[k] ?? ''];
    if (soft[k - 1] === true && before) out = `${out.slice(0, -1)} `;
    out += (soft[k - 1] === true ? ' ' : '\n') + line;
  }
  return out;
}

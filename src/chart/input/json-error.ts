// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them in strings, so they are looked for
const STRING = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const SPACE = /[ \t\r\n]*/y;

/** Where a text stops being JSON: `line 3, column 14`. Says nothing of the content, as the parser's own message does. */
export function whereNotJson(text: string): string {
  if (/^\s*</.test(text.slice(0, 200))) return 'it looks like XML';
  if (text.charCodeAt(0) === 0xfffd || text.slice(0, 20).includes('\u0000')) return 'it is not UTF-8 text';
  const at = errorAt(text);
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  return `${at >= text.trimEnd().length ? 'it ends too early, ' : ''}line ${line}, column ${at - before.lastIndexOf('\n')}`;
}

/** The index of the first character that cannot stand where it stands; the end of the text when something is missing. */
function errorAt(text: string): number {
  const open: ('{' | '[')[] = [];
  let at = 0;
  let expects: 'value' | 'value or end' | 'key' | 'key or end' | 'more' = 'value';
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  for (;;) {
    take(SPACE);
    const character = text.charAt(at);
    if (character === '') return at;
    if (expects === 'more') {
      const inside = open.at(-1);
      if (inside === undefined) return at;
      if (character === ',') expects = inside === '{' ? 'key' : 'value';
      else if (character === (inside === '{' ? '}' : ']')) open.pop();
      else return at;
      at++;
    } else if (expects === 'key' || expects === 'key or end') {
      if (character === '}' && expects === 'key or end') {
        open.pop();
        at++;
        expects = 'more';
        continue;
      }
      if (!take(STRING)) return at;
      take(SPACE);
      if (text.charAt(at) !== ':') return at;
      at++;
      expects = 'value';
    } else if (character === ']' && expects === 'value or end') {
      open.pop();
      at++;
      expects = 'more';
    } else if (character === '{' || character === '[') {
      open.push(character);
      at++;
      expects = character === '{' ? 'key or end' : 'value or end';
    } else if (take(character === '"' ? STRING : SCALAR)) {
      expects = 'more';
    } else {
      return at;
    }
  }
}

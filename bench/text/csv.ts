/** Rows of a CSV text (RFC 4180) as records by the names of its first line. */
export function readCsv(text: string): Record<string, string>[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  for (let at = 0; at < body.length; at++) {
    const mark = body[at];
    if (quoted) {
      if (mark !== '"') cell += mark;
      else if (body[at + 1] === '"') {
        cell += '"';
        at++;
      } else quoted = false;
    } else if (mark === '"') quoted = true;
    else if (mark === ',' || mark === '\n') {
      row.push(cell);
      cell = '';
      if (mark === '\n') {
        rows.push(row);
        row = [];
      }
    } else if (mark !== '\r') cell += mark;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  const [names = [], ...records] = rows;
  return records.map((cells) => Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ''])));
}

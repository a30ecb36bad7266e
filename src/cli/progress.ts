/**
 * Says on standard error how far something is: on a terminal in one line that is written anew, else a line every ten seconds; the
 * last text always. Without a text the line is cleared.
 */
export function progress(): (text?: string, last?: boolean) => void {
  const { isTTY } = process.stderr;
  const interval = isTTY ? 100 : 10_000;
  let due = performance.now() + (isTTY ? 0 : interval);
  return (text, last = false) => {
    if (text === undefined) {
      if (isTTY) process.stderr.write(CLEAR);
      return;
    }
    if (performance.now() < due && !last) return;
    due = performance.now() + interval;
    process.stderr.write(isTTY ? `${CLEAR}${text}${last ? '\n' : ''}` : `${text}\n`);
  };
}

/** To the start of the line, and nothing behind it. */
const CLEAR = '\r\u001b[K';

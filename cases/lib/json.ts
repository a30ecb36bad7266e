const WIDTH = 120;

/** JSON laid out as the project's formatter would: objects open, a list of values on one line where it fits. */
export function layOut(value: unknown, indent = '', before = 0): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    const flat = flatOf(value);
    if (flat !== undefined && before + flat.length + 1 <= WIDTH) return flat;
    return `[\n${value.map((item) => inner + layOut(item, inner, inner.length)).join(',\n')}\n${indent}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const lines = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => {
        const start = `${inner}${JSON.stringify(key)}: `;
        return start + layOut(item, inner, start.length);
      });
    return `{\n${lines.join(',\n')}\n${indent}}`;
  }
  return JSON.stringify(value);
}

/** The one-line form; none for a list that holds objects, or several lists each of several values. */
function flatOf(list: readonly unknown[]): string | undefined {
  const several = (item: unknown) => Array.isArray(item) && item.length > 1;
  if (list.length > 1 && list.every(several)) return undefined;
  const parts = list.map((item) =>
    Array.isArray(item) ? flatOf(item) : typeof item === 'object' ? undefined : JSON.stringify(item),
  );
  return parts.includes(undefined) ? undefined : `[${parts.join(', ')}]`;
}

/**
 * A table to look words of a record up in. It inherits nothing: in a plain object a word such as `constructor` or `valueOf` would find a
 * function.
 */
export const table = <Value>(rows: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> =>
  Object.freeze(Object.assign(Object.create(null) as Record<string, Value>, rows));

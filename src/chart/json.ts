/**
 * Reading JSON that may be anything: every accessor answers undefined, or an empty list, for what is not of the kind asked for.
 * A list is accepted where one object is expected and the other way round, as senders mix them up.
 */
export type Json = { readonly [key: string]: unknown };

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Zero-width and other invisible characters that stand in names by accident (Synthea has U+200B), not the joiners of Indic and Arabic scripts. */
const INVISIBLE = /[\u00AD\u200B\u200E\u200F\u2060\uFEFF]/g;
const HAS_INVISIBLE = /[\u00AD\u200B\u200E\u200F\u2060\uFEFF]/;

/** Without invisible characters and outer white space. */
export function clean(text: string): string {
  return (HAS_INVISIBLE.test(text) ? text.replace(INVISIBLE, '') : text).trim();
}

/** A string, cleaned; undefined when empty. */
export function string(object: Json | undefined, key: string): string | undefined {
  const value = object?.[key];
  if (typeof value !== 'string') return undefined;
  return clean(value) || undefined;
}

/** A finite number; a string that is one is taken as one. */
export function number(object: Json | undefined, key: string): number | undefined {
  const value = object?.[key];
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || !/^\s*[-+]?\d+(\.\d+)?([eE][-+]?\d+)?\s*$/.test(value)) return undefined;
  return Number(value);
}

export function boolean(object: Json | undefined, key: string): boolean | undefined {
  const value = object?.[key];
  return typeof value === 'boolean' ? value : undefined;
}

/** The object under `key`, or the first object of a list. */
export function object(parent: Json | undefined, key: string): Json | undefined {
  const value = parent?.[key];
  if (Array.isArray(value)) return value.find(isObject);
  return isObject(value) ? value : undefined;
}

const NONE: readonly Json[] = [];

/** The objects of the list under `key`. */
export function objects(parent: Json | undefined, key: string): readonly Json[] {
  const value = parent?.[key];
  if (Array.isArray(value)) return value.every(isObject) ? value : value.filter(isObject);
  return isObject(value) ? [value] : NONE;
}

/** The object under `key` of each parent that has one. */
export function objectOfEach(parents: readonly Json[], key: string): Json[] {
  return parents.map((parent) => object(parent, key)).filter((child) => child !== undefined);
}

/** The strings of the list under `key`, cleaned. */
export function strings(parent: Json | undefined, key: string): string[] {
  const value = parent?.[key];
  return (Array.isArray(value) ? value : [value]).flatMap((each) =>
    typeof each === 'string' && clean(each) ? [clean(each)] : [],
  );
}

/** The same object without the keys whose value is undefined; optional keys of T may be given as undefined. */
export function compact<T extends object>(loose: Loose<T>): T {
  const result: Record<string, unknown> = {};
  for (const key in loose) if (loose[key] !== undefined) result[key] = loose[key];
  return result as T;
}

/** T, whose optional keys may also be undefined. */
export type Loose<T> = { [K in keyof T]: Record<never, never> extends Pick<T, K> ? T[K] | undefined : T[K] };

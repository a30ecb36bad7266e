/** A JSON object of any content. */
export type Json = { readonly [key: string]: unknown };

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects under a key, one or a list. */
export function objectsAt(parent: Json | undefined, key: string): readonly Json[] {
  const value = parent?.[key];
  if (Array.isArray(value)) return value.filter(isObject);
  return isObject(value) ? [value] : [];
}

/** The strings under a key that are not blank, one or a list. */
export function textsAt(parent: Json | undefined, key: string): readonly string[] {
  const value = parent?.[key];
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((each): each is string => typeof each === 'string' && each.trim() !== '');
}

export function textAt(parent: Json | undefined, key: string): string | undefined {
  return textsAt(parent, key)[0];
}

const [QUOTE, BACKSLASH, OPEN, CLOSE, OPEN_LIST, CLOSE_LIST, COLON] = [34, 92, 123, 125, 91, 93, 58];
const PATIENT = Buffer.from('"Patient"');
const RESOURCE_TYPE = Buffer.from('"resourceType"');
const BUNDLE = Buffer.from('"Bundle"');

/**
 * The id of the only Patient of a Bundle, found without parsing it, which spares parsing a file of bundles twice.
 * Undefined when it is not plain to see (no Bundle, several patients, unusual order): then it is parsed.
 */
export function onlyPatientOf(json: Buffer): string | undefined {
  if (typeAt(json, json.indexOf(RESOURCE_TYPE), BUNDLE) === undefined) return undefined;
  let object: number | undefined;
  for (let at = json.indexOf(PATIENT); at >= 0; at = json.indexOf(PATIENT, at + PATIENT.length)) {
    const key = keyBefore(json, at);
    if (key === undefined) continue;
    const start = before(json, key - 1);
    if (object !== undefined || json[start] !== OPEN) return undefined;
    object = start;
  }
  return object === undefined ? undefined : idOf(json, object);
}

/** Where the value of `"resourceType":` at `key` is `value`. */
function typeAt(json: Buffer, key: number, value: Buffer): number | undefined {
  if (key < 0) return undefined;
  const colon = after(json, key + RESOURCE_TYPE.length);
  const at = after(json, colon + 1);
  return json[colon] === COLON && json.subarray(at, at + value.length).equals(value) ? at : undefined;
}

/** Where the key `"resourceType"` stands whose value begins at `at`. */
function keyBefore(json: Buffer, at: number): number | undefined {
  const colon = before(json, at - 1);
  if (json[colon] !== COLON) return undefined;
  const start = before(json, colon - 1) - RESOURCE_TYPE.length + 1;
  return start >= 0 && json.subarray(start, start + RESOURCE_TYPE.length).equals(RESOURCE_TYPE) ? start : undefined;
}

/** The value of `id` of the object that begins at `start`. */
function idOf(json: Buffer, start: number): string | undefined {
  let depth = 0;
  for (let at = start; at < json.length; at++) {
    const byte = json[at];
    if (byte === OPEN || byte === OPEN_LIST) depth++;
    else if (byte === CLOSE || byte === CLOSE_LIST) {
      if (--depth === 0) return undefined;
    } else if (byte === QUOTE) {
      const end = endOfString(json, at);
      const colon = after(json, end + 1);
      if (depth === 1 && json[colon] === COLON && json.toString('latin1', at + 1, end) === 'id') {
        const value = after(json, colon + 1);
        const text = json[value] === QUOTE ? json.toString('utf8', value + 1, endOfString(json, value)) : '';
        return /^[A-Za-z0-9.-]{1,64}$/.test(text) ? text : undefined;
      }
      at = end;
    }
  }
  return undefined;
}

function endOfString(json: Buffer, quote: number): number {
  let at = quote + 1;
  while (at < json.length && json[at] !== QUOTE) at += json[at] === BACKSLASH ? 2 : 1;
  return at;
}

function after(json: Buffer, at: number): number {
  let index = at;
  while (isSpace(json[index])) index++;
  return index;
}

function before(json: Buffer, at: number): number {
  let index = at;
  while (isSpace(json[index])) index--;
  return index;
}

function isSpace(byte: number | undefined): boolean {
  return byte === 32 || byte === 9 || byte === 10 || byte === 13;
}

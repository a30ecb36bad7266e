import { createHmac, createSecretKey, hash, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { ProdromeError } from '../errors.ts';

/** Where the key is looked for when no file is named. */
export const KEY_VARIABLE = 'PRODROME_DEID_KEY';

/** What one secret gives: a key for each purpose, so that none tells of another. */
export interface Keys {
  /** Names the secret, and says nothing of it. */
  readonly fingerprint: string;
  /** 32 bytes by purpose and value. */
  keyed(purpose: Purpose, value: string): Buffer;
  /** 32 bytes for AES-256. */
  readonly encryption: Uint8Array;
  /** The key under which whole inputs are hashed. */
  readonly input: Uint8Array;
}

const PURPOSES = ['id', 'shift', 'value', 'text', 'noise', 'sample'] as const;
export type Purpose = (typeof PURPOSES)[number];

const LEAST_BYTES = 32;
/** 32 random bytes have 30.6 different values on average, and fewer than 20 once in 10^12 times: fewer is no random key. */
const LEAST_DIFFERENT = 20;

/**
 * The key of a file or of the environment: hexadecimal (64 digits or more), base64 (43 characters or more), or at least 32
 * raw bytes in a file.
 * @throws ProdromeError `key-missing`, `key-weak`
 */
export function loadKeys(file: string | undefined, environment: string | undefined): Keys {
  if (file === undefined && !environment) throw new ProdromeError('key-missing', { variable: KEY_VARIABLE });
  const where = file ?? KEY_VARIABLE;
  if (file === undefined) return keysOf(decoded(Buffer.from(environment ?? '', 'utf8')), where);
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    throw new ProdromeError('input-missing', { path: file });
  }
  return keysOf(decoded(bytes), where);
}

/** @throws ProdromeError `key-weak` */
export function keysOf(secret: Uint8Array, where = 'the key'): Keys {
  if (secret.length < LEAST_BYTES) throw weak(where, `it has ${secret.length} bytes, and ${LEAST_BYTES} are needed`);
  if (new Set(secret).size < LEAST_DIFFERENT) throw weak(where, 'its bytes are not random');
  const derive = (purpose: string): Uint8Array =>
    new Uint8Array(hkdfSync('sha256', secret, 'prodrome deid 1', purpose, 32));
  const purposes = {} as Record<Purpose, (value: string) => Buffer>;
  for (const purpose of PURPOSES) purposes[purpose] = hmacOf(derive(purpose));
  return {
    fingerprint: Buffer.from(derive('fingerprint')).toString('hex').slice(0, 16),
    keyed: (purpose, value) => purposes[purpose](value),
    encryption: derive('encryption'),
    input: derive('input'),
  };
}

const BLOCK = 64;
/** Values up to this length, in UTF-16 units, are hashed in a buffer that is at hand. */
const SHORT = 256;

/**
 * HMAC-SHA-256 (RFC 2104) under one key of 32 bytes: the inner hash and the outer, each in one call of the library's SHA-256, which
 * is a quarter quicker for short values than its HMAC.
 */
function hmacOf(key: Uint8Array): (value: string) => Buffer {
  const [inner, outer] = [Buffer.alloc(BLOCK + 3 * SHORT, 0x36), Buffer.alloc(BLOCK + 32, 0x5c)];
  for (const [index, byte] of key.entries()) {
    inner[index] = byte ^ 0x36;
    outer[index] = byte ^ 0x5c;
  }
  const whole = createSecretKey(key);
  return (value) => {
    if (value.length > SHORT) return createHmac('sha256', whole).update(value).digest();
    const end = BLOCK + inner.write(value, BLOCK, 'utf8');
    outer.set(hash('sha256', inner.subarray(0, end), 'buffer'), BLOCK);
    return hash('sha256', outer, 'buffer');
  };
}

/**
 * Writes a new random key that only its owner may read.
 * @throws ProdromeError `file-failed` when the file is there already
 */
export function writeNewKey(file: string): void {
  if (existsSync(file))
    throw new ProdromeError('file-failed', { verb: 'write', path: file, why: 'it is there already' });
  writeFileSync(file, `${randomBytes(LEAST_BYTES).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
}

function decoded(bytes: Buffer): Uint8Array {
  const text = bytes.toString('latin1').trim();
  if (/^[0-9a-fA-F]+$/.test(text)) return Buffer.from(text, 'hex');
  if (/^[A-Za-z0-9+/_-]+={0,2}$/.test(text)) return Buffer.from(text, 'base64');
  return bytes;
}

function weak(where: string, why: string): ProdromeError {
  return new ProdromeError('key-weak', { where, why });
}

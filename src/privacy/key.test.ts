import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keysOf, loadKeys, writeNewKey } from './key.ts';

const secret = Buffer.from(Array.from({ length: 32 }, (_, index) => index * 7));

test('no key, no run', () => {
  expect(() => loadKeys(undefined, undefined)).toThrow(/--key-file/);
  expect(() => loadKeys(undefined, '')).toThrow(/PRODROME_DEID_KEY/);
});

test.each([
  ['short', 'abcdef'],
  ['31 bytes', Buffer.alloc(31, 'x').toString('hex')],
  ['all the same', '00'.repeat(32)],
  ['a sentence over and over', Buffer.from('password'.repeat(8)).toString('hex')],
])('a weak key is refused and not shown: %s', (_, key) => {
  expect(() => loadKeys(undefined, key)).toThrow(/too weak/);
  try {
    loadKeys(undefined, key);
  } catch (error) {
    expect(String(error)).not.toContain(key);
  }
});

test('hexadecimal, base64 and bytes of a file are the same key', () => {
  const folder = mkdtempSync(join(tmpdir(), 'prodrome-key-'));
  try {
    const file = join(folder, 'key');
    writeFileSync(file, secret);
    const prints = [
      loadKeys(undefined, secret.toString('hex')),
      loadKeys(undefined, secret.toString('base64')),
      loadKeys(file, undefined),
    ];
    expect(new Set(prints.map(({ fingerprint }) => fingerprint)).size).toBe(1);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a new key is for its owner alone, and never over another', () => {
  const folder = mkdtempSync(join(tmpdir(), 'prodrome-key-'));
  try {
    const file = join(folder, 'key');
    writeNewKey(file);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0);
    expect(loadKeys(file, undefined).fingerprint).toMatch(/^[0-9a-f]{16}$/);
    const before = readFileSync(file, 'utf8');
    expect(() => writeNewKey(file)).toThrow(/already/);
    expect(readFileSync(file, 'utf8')).toBe(before);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('hashes are HMAC-SHA-256 under a key of their purpose', () => {
  const own = new Uint8Array(hkdfSync('sha256', secret, 'prodrome deid 1', 'id', 32));
  expect(keysOf(secret).keyed('id', 'x')).toEqual(createHmac('sha256', own).update('x').digest());
  expect(keysOf(secret).keyed('value', 'x')).not.toEqual(keysOf(secret).keyed('id', 'x'));
  expect(keysOf(randomBytes(32)).keyed('id', 'x')).not.toEqual(keysOf(secret).keyed('id', 'x'));
});

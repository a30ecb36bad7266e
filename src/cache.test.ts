import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { cacheFolder } from './cache.ts';

const home = mkdtempSync(join(tmpdir(), 'prodrome-cache-'));
afterAll(() => rmSync(home, { recursive: true }));

test('is the user’s own, and made when first asked for', () => {
  const folder = cacheFolder({ XDG_CACHE_HOME: home });
  expect(folder).toBe(join(home, 'prodrome'));
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test('is not relative to where a command runs', () => {
  expect(cacheFolder({ XDG_CACHE_HOME: 'here' })).toBe(join(homedir(), '.cache', 'prodrome'));
});

test('that cannot be made is an error, which callers do without', () => {
  writeFileSync(join(home, 'file'), '');
  expect(() => cacheFolder({ XDG_CACHE_HOME: join(home, 'file') })).toThrow();
});

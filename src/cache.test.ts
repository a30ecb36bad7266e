import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { bound, cacheFolder } from './cache.ts';

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

test('keeps the newest files up to its bound, in its folders too, and nothing of what is older', () => {
  const folder = mkdtempSync(join(home, 'bound-'));
  mkdirSync(join(folder, 'code'));
  const file = (name: string, day: number, bytes: number): string => {
    const path = join(folder, name);
    writeFileSync(path, 'x'.repeat(bytes));
    utimesSync(path, day * 86_400, day * 86_400);
    return path;
  };
  const [oldest, newest, second, third] = [
    file('a.json', 1, 10),
    file('code/new', 9, 40),
    file('b.json', 8, 50),
    file('code/older', 5, 20),
  ];
  const left = () => [oldest, newest, second, third].filter((path) => existsSync(path));
  bound(folder, 120);
  expect(left()).toEqual([oldest, newest, second, third]);
  bound(folder, 100);
  expect(left()).toEqual([newest, second]);
  bound(folder, 0);
  expect(left()).toEqual([]);
});

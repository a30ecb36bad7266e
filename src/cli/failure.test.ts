import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { ERRORS, ProdromeError } from '../errors.ts';
import { failureOf, framesOf } from './failure.ts';

function thrownBy(work: () => unknown): unknown {
  try {
    work();
    return undefined;
  } catch (error) {
    return error;
  }
}

test.each([
  ['wrong usage', new ProdromeError('usage', { why: 'Say what' }), 2, /^prodrome review: Say what \(.*--help\)$/],
  ['a known error', new ProdromeError('port-taken', { port: 80 }), 1, /^prodrome: Port 80 is taken/],
  ['the file system', thrownBy(() => readFileSync(tmpdir())), 1, /^prodrome: Cannot use .*it is a folder$/],
  ['the unforeseen', new RangeError('Jane Doe has 9'), 1, /^prodrome: .*\(RangeError\).*report/],
  ['what is no error', 'Jane Doe', 1, /^prodrome: .*\(string\)/],
] as const)('%s', (_, error, status, line) => {
  const failure = failureOf(error, 'review');
  expect(failure.status).toBe(status);
  expect(failure.line).toMatch(line);
  expect(failure.line).not.toMatch(/Jane|\n/);
});

test('a trace shows places, not messages', () => {
  const frames = framesOf(new Error('Jane Doe\nhas 9'));
  expect(frames).toContain('failure.test.ts');
  expect(frames).not.toMatch(/Jane|has 9/);
});

test.each(Object.entries(ERRORS))('%s: its title and status are of use', (_, { title, status }) => {
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(600);
  expect(title).not.toMatch(/\n/);
});

test('a title is filled from the details, and shows what is lacking', () => {
  expect(new ProdromeError('input-missing', { path: 'a/b' }).message).toBe('No such file or folder: a/b');
  expect(new ProdromeError('input-missing').message).toBe('No such file or folder: ?');
});

#!/usr/bin/env node
// Starts the command line on Node 24, which comes as a dependency, whatever Node runs this file.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = new URL('../dist/cli/main.js', import.meta.url);
const main = existsSync(built) ? built : new URL('../src/cli/main.ts', import.meta.url);
const [major = 0] = process.versions.node.split('.').map(Number);
const node24 = ['../node_modules/node/bin/node', '../../node/bin/node', '../node_modules/.bin/node']
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  .find((path) => existsSync(path));

if (major >= 24 || node24 === undefined) {
  await import(main.href);
} else {
  const { status } = spawnSync(node24, [fileURLToPath(main), ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}

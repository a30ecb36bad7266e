#!/usr/bin/env node
// Starts the command line on Node 24, which comes as a dependency, whatever Node runs this file.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = new URL('../dist/cli/main.js', import.meta.url);
const main = existsSync(built) ? built : new URL('../src/cli/main.ts', import.meta.url);
const [major = 0] = process.versions.node.split('.').map(Number);
const node24 = ['../node_modules/node/bin/node', '../../node/bin/node', '../node_modules/.bin/node']
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  .find((path) => existsSync(path));
const node = major >= 24 ? process.execPath : node24;

// A training takes its memory in large pages, which is a tenth faster; the C library is told so by the environment it starts in.
const { GLIBC_TUNABLES: tunables = '' } = process.env;
const large = process.platform === 'linux' && process.argv[2] === 'train' && !tunables.includes('glibc.malloc.hugetlb');

if (node === undefined || (major >= 24 && !large)) await import(main.href);
else {
  const settings = [tunables, 'glibc.malloc.hugetlb=1'].filter((text) => text !== '').join(':');
  const env = large ? { ...process.env, GLIBC_TUNABLES: settings } : process.env;
  const child = spawn(node, [fileURLToPath(main), ...process.argv.slice(2)], { stdio: 'inherit', env });
  // A terminal tells both of Ctrl-C; what ends a job tells this process alone.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`prodrome: Node cannot be started (${error.message})`);
    process.exitCode = 1;
  });
  child.on('exit', (status) => {
    process.exitCode = status ?? 1;
  });
}

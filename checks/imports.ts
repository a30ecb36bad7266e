/**
 * Fails on an import that goes up the house or past a door: a room of `src/` imports only rooms above it in this list,
 * and only through their `index.ts`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Ground floor first; the table is in docs/architecture.md. */
const ROOMS = [
  'terms',
  'chart',
  'text',
  'knowledge',
  'findings',
  'model',
  'reasoning',
  'review',
  'privacy',
  'corpus',
  'governance',
  'store',
  'api',
  'cli',
];

const src = fileURLToPath(new URL('../src/', import.meta.url));

function faultsIn(file: string): string[] {
  const room = roomOf(file);
  const text = readFileSync(file, 'utf8');
  const imports = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g)].flatMap((match) => match[1] ?? []);
  return imports.flatMap((path) => {
    const target = resolve(dirname(file), path);
    const other = roomOf(target);
    if (other === undefined || other === room) return [];
    const place = `${relative(src, file)} imports ${path}`;
    if (room === undefined) return [];
    if (ROOMS.indexOf(other) > ROOMS.indexOf(room)) return [`${place}: ${other}/ is below ${room}/`];
    if (relative(join(src, other), target) !== 'index.ts') return [`${place}: enter ${other}/ by its index.ts`];
    return [];
  });
}

function roomOf(file: string): string | undefined {
  const [room] = relative(src, file).split(sep);
  return room !== undefined && ROOMS.includes(room) ? room : undefined;
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
const unknown = readdirSync(src, { withFileTypes: true }).filter(
  (entry) => entry.isDirectory() && !ROOMS.includes(entry.name),
);
const faults = [
  ...unknown.map((entry) => `src/${entry.name}: not a room of the house`),
  ...files.flatMap((name) => faultsIn(join(src, name))),
];
for (const fault of faults) console.error(fault);
console.log(`imports: ${files.length} files, ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;

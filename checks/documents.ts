/**
 * Fails where a document names what is not there: a file of the repository, a link, a command of `prodrome` or one of its flags, a
 * benchmark or one of its flags, a script of `package.json`; and where a dependency has no row in `docs/dependencies.md`. What
 * stands in code marks and code blocks is looked at, prose is not.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BENCHMARKS, COMMON } from '../bench/benchmarks.ts';
import { USAGE } from '../src/cli/usage.ts';

/** What there is to name. */
export interface Known {
  /** Paths of the repository's files, from its top. */
  readonly files: readonly string[];
  /** Scripts of `package.json`. */
  readonly scripts: ReadonlySet<string>;
  /** By name of a command, what its help says. */
  readonly commands: ReadonlyMap<string, string>;
  /** By name of a benchmark, its flags. */
  readonly benchmarks: ReadonlyMap<string, ReadonlySet<string>>;
  /** The text of a file of the repository. */
  readonly read: (path: string) => string;
}

/** What is wrong with a document, one line each. `path` is from the top of the repository. */
export function faultsIn(path: string, markdown: string, known: Known): string[] {
  const { links, code } = partsOf(markdown);
  const faults = [
    ...links
      .filter((link) => !isThere(posix.join(dirname(path), link), known))
      .map((link) => `the link ${link} leads nowhere`),
    ...code.flatMap((text) => pathsIn(text, known)).map((name) => `there is no ${name}`),
    ...code.flatMap(commandsIn).flatMap((words) => commandFaults(words, known)),
    ...code.flatMap((text) => loneFlags(text, known)),
  ];
  return [...new Set(faults)].map((fault) => `${path}: ${fault}`);
}

const FENCED = /^```.*\n([\s\S]*?)^```/gm;
/** Indented lines that are commands, and those that follow; text of a list is indented too. */
const INDENTED = /^ {4}(?:prodrome|torchrun) .*\n(?: {4,}\S.*\n)*/gm;

/** Packages of `package.json` that the record of dependencies has no row for. */
export const unrecorded = (record: string, packages: readonly string[]): string[] =>
  packages.filter((name) => !record.includes(`\`${name}\``)).map((name) => `${RECORD}: no row for ${name}`);

const RECORD = 'docs/dependencies.md';

/** Relative links, and what stands in code marks or in code blocks, fenced or indented. */
function partsOf(markdown: string): { links: string[]; code: string[] } {
  const unfenced = markdown.replaceAll(FENCED, '');
  const prose = unfenced.replaceAll(INDENTED, '');
  const fenced = [...markdown.matchAll(FENCED)].map(([, block = '']) => block);
  const indented = [...unfenced.matchAll(INDENTED)].map(([block]) => block);
  const spans = [...prose.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text.replaceAll(/\s+/g, ' '));
  const links = [...prose.matchAll(/\]\(([^)\s#]+)[^)]*\)/g)].map(([, link = '']) => link);
  return { links: links.filter((link) => !/^[a-z]+:/.test(link)), code: [...spans, ...fenced, ...indented] };
}

const isThere = (path: string, { files }: Known): boolean => {
  const clean = path.replace(/\/$/, '');
  return files.some((file) => file === clean || file.startsWith(`${clean}/`));
};

/**
 * Paths that a text names and that are not there: those that begin with a folder of the repository's top, and names of sources
 * (`trees/stopping.ts`), which may leave out the folders above.
 */
function pathsIn(text: string, known: Known): string[] {
  const tops = new Set(known.files.filter((file) => file.includes('/')).map((file) => file.split('/')[0]));
  const named = text.match(/(?<![\w./$@:-])[\w.-]+(?:\/[\w.*-]+)*\/?/g) ?? [];
  return named.filter((name) => {
    if (/\*|YYYY/.test(name)) return false;
    const [top, ...rest] = name.split('/');
    if (rest.length > 0 && tops.has(top ?? '')) return !isThere(name, known);
    return /\w\.(?:ts|py)$/.test(name) && !known.files.some((file) => `/${file}`.endsWith(`/${name}`));
  });
}

/** The commands of a text as words: one a line, and a part of a line before `|`, `&&` or a comment. */
function commandsIn(text: string): string[][] {
  return text
    .replaceAll(/\\\n/g, ' ')
    .split('\n')
    .flatMap((line) => line.replace(/(?:^|\s)#.*/, '').split(/&&|\||;/))
    .map((part) => part.match(/'[^']*'|"[^"]*"|\S+/g) ?? [])
    .map((words) =>
      words.slice(
        Math.max(
          0,
          words.findIndex((word) => !/^[A-Z_]+=/.test(word)),
        ),
      ),
    );
}

function commandFaults([first = '', second = '', ...rest]: readonly string[], known: Known): string[] {
  if (first === 'prodrome') return prodromeFaults([second, ...rest], known);
  if (first === 'npm' && (second === 'run' || second === 'start' || second === 'test')) {
    const [script = '', ...words] = second === 'run' ? rest.filter((word) => !['-s', '--'].includes(word)) : [second];
    if (!known.scripts.has(script)) return isWord(script) ? [`no script npm run ${script}`] : [];
    if (script === 'prodrome') return prodromeFaults(words, known);
    return script === 'bench' ? benchFaults(words, known) : [];
  }
  // A script of the repository by its path, as in `node bench/x-probe.ts --flag` or `torchrun … scale/x.py --flag`.
  const words = [first, second, ...rest];
  const at = words.findLastIndex((word) => /\.(?:ts|py)$/.test(word) && known.files.includes(word));
  if (at < 0 || !/^(?:node|python|torchrun|spark)/.test(first.split('/').at(-1) ?? '')) return [];
  const script = words[at] ?? '';
  const source = known.read(script);
  return flagsOf(words.slice(at + 1))
    .filter((flag) => !source.includes(flag))
    .map((flag) => `${script} has no --${flag}`);
}

/** Flags that stand alone in code marks: some command, benchmark or script must have them. */
function loneFlags(text: string, { commands, benchmarks, files, read }: Known): string[] {
  const [flag] = flagsOf([text]);
  if (flag === undefined || flag === 'help' || flag === 'version') return [];
  const scripts = files.filter((file) => /^scale\/.*\.py$/.test(file)).map(read);
  const named = [...commands.values(), ...scripts].some((help) => isNamed(flag, help));
  return named || [...benchmarks.values()].some((flags) => flags.has(flag)) ? [] : [`nothing has a --${flag}`];
}

const isNamed = (flag: string, help: string): boolean => new RegExp(`--${flag}(?![\\w-])`).test(help);

function prodromeFaults([name = '', ...words]: readonly string[], { commands }: Known): string[] {
  if (!isWord(name)) return [];
  const help = commands.get(name);
  if (help === undefined) return [`no command prodrome ${name}`];
  const [verb = ''] = words;
  const verbs = new Set(
    [...help.matchAll(new RegExp(`prodrome ${name} ([a-z]+)`, 'g'))].map(([, found = '']) => found),
  );
  const unknown = verbs.size > 0 && isWord(verb) && !verbs.has(verb) ? [`no prodrome ${name} ${verb}`] : [];
  const flags = flagsOf(words).filter((flag) => flag !== 'help' && !isNamed(flag, help));
  return [...unknown, ...flags.map((flag) => `prodrome ${name} has no --${flag}`)];
}

function benchFaults([name = '', ...words]: readonly string[], { benchmarks }: Known): string[] {
  if (!isWord(name)) return [];
  const flags = benchmarks.get(name);
  if (!flags) return [`no benchmark ${name}`];
  return flagsOf(words)
    .filter((flag) => !flags.has(flag))
    .map((flag) => `benchmark ${name} has no --${flag}`);
}

/** A name in small letters, and not one that stands for another (`NAME`, `…`). */
const isWord = (text: string): boolean => /^[a-z][a-z0-9-]*$/.test(text);

const flagsOf = (words: readonly string[]): string[] =>
  words.flatMap((word) => /^--([a-z][\w-]*)/.exec(word)?.[1] ?? []);

type Package = Readonly<Record<'scripts' | 'dependencies' | 'devDependencies', Record<string, string>>>;

/** The repository as it is. */
async function knownOf(top: string): Promise<Known & { packages: string[] }> {
  const read = (path: string) => readFileSync(`${top}${path}`, 'utf8');
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: top,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const benchmarks = new Map<string, ReadonlySet<string>>();
  for (const [name, load] of Object.entries(BENCHMARKS)) {
    const { flags } = (await load()).bench;
    benchmarks.set(name, new Set([...Object.keys(COMMON), ...Object.keys(flags ?? {})]));
  }
  const { scripts, dependencies, devDependencies } = JSON.parse(read('package.json')) as Package;
  return {
    packages: Object.keys({ ...dependencies, ...devDependencies }),
    ...{
      files: files
        .trim()
        .split('\n')
        .filter((path) => existsSync(`${top}${path}`)),
      scripts: new Set(Object.keys(scripts)),
      benchmarks,
      read,
    },
    commands: new Map(Object.entries(USAGE)),
  };
}

if (import.meta.main) {
  const known = await knownOf(fileURLToPath(new URL('../', import.meta.url)));
  const documents = known.files.filter((file) => file.endsWith('.md'));
  const faults = [
    ...documents.flatMap((path) => faultsIn(path, known.read(path), known)),
    ...unrecorded(known.read(RECORD), known.packages),
  ];
  for (const fault of faults) console.error(fault);
  console.log(`documents: ${documents.length} files, ${faults.length} faults`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

import { describe, expect, it } from 'vitest';
import { faultsIn, type Known, unrecorded } from './documents.ts';

const known: Known = {
  files: [
    'README.md',
    'docs/model.md',
    'docs/pictures/review.png',
    'src/model/trees/stopping.ts',
    'scale/train_torch.py',
  ],
  scripts: new Set(['bench', 'prodrome', 'check', 'start']),
  commands: new Map([
    ['review', 'prodrome review PATH [--as-of DAY] [--out FILE]'],
    ['corpus', 'prodrome corpus build IN OUT [--splits 0.8,0.1,0.1]\nprodrome corpus describe DIR [--format text]'],
  ]),
  benchmarks: new Map([['model', new Set(['data', 'only'])]]),
  read: () => 'args.add_argument("--bf16")',
};
const faults = (markdown: string, path = 'docs/model.md') => faultsIn(path, markdown, known);

describe('a document that names what is there', () => {
  it.each([
    ['files, whole or from a folder on', 'See `src/model/`, `trees/stopping.ts`, `scale/train_torch.py`.'],
    ['links from where it stands', '![a](pictures/review.png) [b](../README.md) [c](https://example.org/x) [d](#here)'],
    [
      'commands with their flags',
      '`prodrome review - --as-of 2019-01-01`, `prodrome --help`, `npm run -s prodrome -- corpus build a b`',
    ],
    ['benchmarks with their flags', '`npm run bench -- model --only x --data FOLDER`, `npm run bench -- NAME`'],
    [
      'scripts with their flags',
      '```\nprodrome review a | prodrome review - # --no\ntorchrun --n 8 scale/train_torch.py --bf16\n```\n',
    ],
    ['flags alone, from any of these', '`--bf16`, `--splits 1,0,0`, `--only`, `--help`'],
    [
      'what is no path of it',
      '`night-sweats/absent`, `ICD10CM/E11`, `docs/*.md`, `docs/YYYY-MM-DD.md`, `application/json`',
    ],
    ['in prose whatever it likes', 'prodrome dances, src/nowhere.ts'],
  ])('passes: %s', (_, markdown) => expect(faults(markdown)).toEqual([]));
});

describe('a document that names what is not there', () => {
  it.each([
    ['a file', 'See `src/model/forest.ts`.', 'there is no src/model/forest.ts'],
    ['a source by its end', 'See `trees/forest.ts`.', 'there is no trees/forest.ts'],
    ['a link', '[the guide](guide.md)', 'the link guide.md leads nowhere'],
    ['a command', '`prodrome dance`', 'no command prodrome dance'],
    ['a verb', '`prodrome corpus paint x`', 'no prodrome corpus paint'],
    ['a flag', '`prodrome review x --as 3`', 'prodrome review has no --as'],
    ['a flag over two lines of a block', '```\nprodrome review x \\\n  --loud\n```\n', 'prodrome review has no --loud'],
    ['a flag in an indented block', '\n    prodrome review x --loud\n', 'prodrome review has no --loud'],
    ['a benchmark', '`npm run bench -- beauty`', 'no benchmark beauty'],
    ['a flag of a benchmark', '`npm run bench -- model --fast`', 'benchmark model has no --fast'],
    ['a script', '`npm run dance`', 'no script npm run dance'],
    ['a flag of a script', '`python scale/train_torch.py --fp8`', 'scale/train_torch.py has no --fp8'],
    ['a flag of nothing', '`--loud`', 'nothing has a --loud'],
  ])('fails: %s', (_, markdown, fault) => expect(faults(markdown)).toEqual([`docs/model.md: ${fault}`]));
});

it('a dependency without a row is told', () => {
  expect(
    unrecorded('| `zod` 4 | x |\n| `hono`, `@hono/node-server` |', ['zod', 'hono', '@hono/node-server', 'yaml']),
  ).toEqual(['docs/dependencies.md: no row for yaml']);
});

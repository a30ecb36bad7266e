import type { Tally } from '../context.ts';
import type { Json } from '../json.ts';
import type { RuleSet } from '../rules/rules.ts';
import type { Measured } from './anonymity.ts';

/** A resource as it was published, for a person to read. */
export interface Sampled {
  /** Hash that put it into the sample: the lowest do. */
  readonly draw: string;
  readonly output: Json;
}

export interface Anonymity {
  readonly quasi: readonly string[];
  readonly wanted: number | undefined;
  readonly before: Measured;
  readonly after: Measured;
  /** How many people lost each quasi-identifier. */
  readonly suppressed: Readonly<Record<string, number>>;
  readonly leftOut: number;
}

export interface SetAside {
  /** The name of what would have been written. */
  readonly input: string;
  readonly reason: string;
}

const SAMPLE_NOTICE =
  'Resources as they were written, for a person to look for what should not be there. Keep this file as the output is kept; --sample 0 leaves them out.';

/**
 * What was done, for whoever has to answer for it. Holds nothing of the input but counts; the sample holds of the output, and
 * nothing that is not in it.
 */
export function reportOf(
  tally: Tally,
  rules: RuleSet,
  more: { anonymity?: Anonymity | undefined; setAside: readonly SetAside[]; sample: readonly Sampled[] },
): Json {
  const rows = rules.rules.map((rule, index) => ({ rule, index, ...countsOf(tally, index) }));
  const categories: Record<string, { changed: number; removed: number }> = {};
  for (const { rule, changed, removed } of rows) {
    if (rule.category === undefined) continue;
    const sum = categories[rule.category] ?? { changed: 0, removed: 0 };
    categories[rule.category] = { changed: sum.changed + changed, removed: sum.removed + removed };
  }
  const unnamed = countsOf(tally, rules.rules.length);
  return {
    resources: sorted(tally.resources),
    leftOut: sorted(tally.leftOut),
    categories: Object.fromEntries(
      Object.entries(categories)
        .filter(([, { changed, removed }]) => changed + removed > 0)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
    foundInTexts: sorted(tally.spans),
    notUnderstood: sorted(tally.notUnderstood),
    namedByNoRule: { removed: unnamed.removed },
    rules: rows
      .filter(({ kept, changed, removed }) => kept + changed + removed > 0)
      .map(({ rule, kept, changed, removed }) => ({
        path: rule.path,
        method: rule.method,
        ...(rule.category === undefined ? {} : { category: rule.category }),
        kept,
        changed,
        removed,
      })),
    ...(more.anonymity === undefined ? {} : { anonymity: more.anonymity }),
    setAside: more.setAside,
    ...(more.sample.length === 0 ? {} : { sampleNotice: SAMPLE_NOTICE }),
    sample: more.sample.map(({ output }) => output),
  };
}

function countsOf({ kept, changed, removed }: Tally, rule: number): { kept: number; changed: number; removed: number } {
  return { kept: kept[rule] ?? 0, changed: changed[rule] ?? 0, removed: removed[rule] ?? 0 };
}

function sorted(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Keeps the resources with the lowest draws: which they are depends on the key and the resources alone. */
export function intoSample(sample: Sampled[], drawn: Sampled, size: number): void {
  const last = sample.at(-1);
  if (sample.length >= size && last && drawn.draw >= last.draw) return;
  sample.push(drawn);
  sample.sort((a, b) => (a.draw < b.draw ? -1 : 1));
  if (sample.length > size) sample.pop();
}

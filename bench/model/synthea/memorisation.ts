/**
 * Memorisation by prompted completion (after Carlini et al. 2019, 2021): the event model is given what a person's record says
 * before a rare condition, and names the condition that comes next. If it names rare ones more often for persons of training
 * than for others, it has kept something of them.
 */
import type { Life, Model } from '../../../src/model/index.ts';
import { type Figure, wilson } from '../../figures.ts';
import { type StreamCodes, streamOf, type Window, windowBatch } from './event-stream.ts';

/** A condition is rare that fewer than this share of the persons of training have. */
const RARE = 0.05;
/** Prompts of each side, about. */
const PROMPTS = 1000;

interface Prompt {
  readonly window: Window;
  /** What came next. */
  readonly code: number;
}

/** Codes of conditions that some persons have, but few. */
export function rareConditions(lives: readonly Life[], { targets, death }: StreamCodes): Set<number> {
  const persons = new Map<number, number>();
  for (const { codes } of lives)
    for (const code of new Set(codes)) if (targets.has(code)) persons.set(code, (persons.get(code) ?? 0) + 1);
  return new Set([...persons].filter(([code, n]) => code !== death && n < RARE * lives.length).map(([code]) => code));
}

/** For each first of a rare condition: the events before its moment, as many as fit a row. */
function promptsOf(life: Life, rare: ReadonlySet<number>, codes: StreamCodes, length: number): Prompt[] {
  const stream = streamOf(life, codes);
  const told = new Set<number>();
  const prompts: Prompt[] = [];
  for (let i = 0, moment = 0; i < stream.codes.length; i++) {
    if (stream.days[i] !== stream.days[moment]) moment = i;
    const code = stream.codes[i] as number;
    if (!rare.has(code) || told.has(code) || moment === 0) continue;
    told.add(code);
    prompts.push({ window: { stream, from: Math.max(0, moment - length), to: moment }, code });
  }
  return prompts;
}

/** Share of prompts whose condition has the highest rate of all conditions. */
export async function completions(
  name: string,
  model: Model,
  lives: readonly Life[],
  rare: ReadonlySet<number>,
  codes: StreamCodes,
  { length, rows }: { readonly length: number; readonly rows: number },
): Promise<Figure> {
  const all = lives.flatMap((life) => promptsOf(life, rare, codes, length));
  const every = Math.max(1, Math.round(all.length / PROMPTS));
  const prompts = all.filter((_, k) => k % every === 0);
  const width = model.network.vocabulary;
  let hits = 0;
  for (let first = 0; first < prompts.length; first += rows) {
    const part = prompts.slice(first, first + rows);
    const batch = windowBatch(
      part.map(({ window }) => window),
      length,
      codes,
      rows,
    );
    const { logRates } = await model.predict(batch);
    for (const [row, { code }] of part.entries()) {
      const rateOf = (one: number) => logRates[row * width + one] as number;
      if ([...codes.targets].every((other) => other === code || rateOf(other) < rateOf(code))) hits++;
    }
  }
  const value = hits / prompts.length;
  return { name: `${name}: rare conditions named first`, value, ...wilson(hits, prompts.length), n: prompts.length };
}

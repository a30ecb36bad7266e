/**
 * Memorisation by prompted completion (after Carlini et al. 2019, 2021): the model is given what a person's record says before a
 * rare condition, and is asked which condition comes next, the one whose hazard is raised most. If it names the rare one more
 * often for persons of training than for others, it has kept something of them.
 */
import { isAtRisk, type Landmark, type LandmarkModel, type Life } from '../../../src/model/index.ts';
import { type Figure, wilson } from '../../figures.ts';

/** A condition is rare that fewer than this share of the persons of training have. */
const RARE = 0.05;
/** Prompts of each side, about. */
const PROMPTS = 1000;
/** Days before the condition at which the model is asked: the moment before. */
const BEFORE = 1e-3;

interface Prompt extends Landmark {
  /** Outcome that came next. */
  readonly outcome: number;
}

/** Outcomes that some persons have, but few. */
export function rareOutcomes(lives: readonly Life[]): Set<number> {
  const persons = new Map<number, number>();
  for (const { first } of lives)
    for (const [o, day] of first.entries()) if (Number.isFinite(day)) persons.set(o, (persons.get(o) ?? 0) + 1);
  return new Set([...persons].filter(([, n]) => n < RARE * lives.length).map(([o]) => o));
}

/** For each first of a rare condition, in the life of an adult or a child: the moment before it. */
export const promptsOf = (life: Life, rare: ReadonlySet<number>): Prompt[] =>
  [...life.first.entries()].flatMap(([outcome, first]) => {
    const day = first - BEFORE;
    return rare.has(outcome) && Number.isFinite(first) && (life.days[0] ?? first) < day ? [{ life, day, outcome }] : [];
  });

/** Share of prompts whose condition has its hazard of the next months raised most, against the mean over all prompts. */
export async function completions(
  name: string,
  model: LandmarkModel,
  lives: readonly Life[],
  rare: ReadonlySet<number>,
): Promise<Figure> {
  const all = lives.flatMap((life) => promptsOf(life, rare));
  const every = Math.max(1, Math.round(all.length / PROMPTS));
  const prompts = all.filter((_, k) => k % every === 0);
  const logHazards = await model.logHazards(prompts);
  const { outcomes, hazardBins } = model.network;
  const at = (prompt: number, outcome: number) =>
    logHazards[(prompt * outcomes.length + outcome) * hazardBins.length] as number;
  const means = outcomes.map((_, o) => prompts.reduce((sum, _prompt, k) => sum + at(k, o), 0) / prompts.length);
  const raised = (prompt: number, outcome: number) => at(prompt, outcome) - (means[outcome] as number);
  const hits = prompts.filter(({ life, day, outcome }, k) =>
    outcomes.every((_, o) => o === outcome || !isAtRisk(life, o, day) || raised(k, o) < raised(k, outcome)),
  ).length;
  return {
    name: `${name}: rare conditions named first`,
    value: hits / prompts.length,
    ...wilson(hits, prompts.length),
    n: prompts.length,
  };
}

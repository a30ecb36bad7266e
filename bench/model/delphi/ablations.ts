/** What each part of the event model is worth on Delphi's trajectories: short training of one seed, one thing changed at a time. */
import type { Figure } from '../../figures.ts';
import { NO_EVENT, type Trajectory } from './data.ts';
import { SETTINGS, scorerOf, trainDelphi } from './network.ts';
import { risksBy } from './priors.ts';
import { meanAuc, type Score, scoreCodes } from './protocol.ts';
import { prepared } from './run.ts';

const STEPS = 700;

interface Ablation {
  readonly name: string;
  readonly settings?: Partial<typeof SETTINGS>;
  /** Leaves out the relative risks of past diagnoses: rates start from age and sex. */
  readonly plain?: boolean;
  /** Leaves out the "no event" tokens: then a person is asked at the last event before each. */
  readonly quiet?: boolean;
  /** Share of the people that all is learnt from. */
  readonly share?: number;
}

const ABLATIONS: readonly Ablation[] = [
  { name: 'as it is' },
  { name: 'without gaps', settings: { gaps: false } },
  { name: 'without no-event tokens', quiet: true },
  { name: 'without relative risks to start from', plain: true },
  { name: 'without the loss of waits', settings: { wait: 0 } },
  { name: 'width 48, one layer', settings: { width: 48, layers: 1 } },
  { name: 'width 192, six layers', settings: { width: 192, layers: 6 } },
  { name: 'an eighth of the people', share: 1 / 8 },
  { name: 'a quarter of the people', share: 1 / 4 },
  { name: 'half of the people', share: 1 / 2 },
];

export async function delphiAblations(path: string, log: (line: string) => void): Promise<Figure[]> {
  const everybody = prepared(path, log);
  const figures: Figure[] = [];
  for (const { name, settings, plain = false, quiet = false, share = 1 } of ABLATIONS) {
    const { learnt, tuning, scored, all, knowledge } = share < 1 ? prepared(path, log, share) : everybody;
    const unrelated = risksBy(all, 0);
    const whole = { ...SETTINGS, steps: STEPS, patience: 0, ...settings };
    // Relative risks are known by trajectory as it was counted, so each keeps the way back to that.
    const counted = new Map<Trajectory, Trajectory>();
    const shown = new Map<Trajectory, Trajectory>();
    for (const trajectory of [...learnt, ...tuning, ...scored]) {
      const own = quiet ? withoutNoEvents(trajectory) : trajectory;
      counted.set(own, trajectory);
      shown.set(trajectory, own);
    }
    const ownOf = (trajectory: Trajectory) => shown.get(trajectory) ?? trajectory;
    const risksOf = (own: Trajectory) => (plain ? unrelated : knowledge.risksOf(counted.get(own) ?? own));
    const known = { ...knowledge, risksOf };
    const model = await trainDelphi(learnt.map(ownOf), tuning.map(ownOf), known, 1, log, whole);
    const score = scorerOf([model], known, whole)(scored.map(ownOf));
    const [near = []] = await scoreCodes(scored, [0.1], async (trajectory, index): Promise<Score> => {
      const own = await score(ownOf(trajectory), index);
      if (!quiet) return own;
      const positions = lastEvents(trajectory);
      return (position, token) => {
        const at = positions[position] as number;
        return at < 0 ? Number.NEGATIVE_INFINITY : own(at, token);
      };
    });
    await model.close();
    figures.push({ name: `delphi ablation, ${name}: mean AUC over codes`, value: meanAuc(near), n: near.length });
    log(`${figures.at(-1)?.name}: ${figures.at(-1)?.value.toFixed(4)}`);
  }
  return figures;
}

function withoutNoEvents(trajectory: Trajectory): Trajectory {
  const kept = [...trajectory.tokens.keys()].filter((i) => trajectory.tokens[i] !== NO_EVENT);
  return {
    ...trajectory,
    ages: Float64Array.from(kept, (i) => trajectory.ages[i] as number),
    tokens: Int32Array.from(kept, (i) => trajectory.tokens[i] as number),
  };
}

/** For each position, the last one at or before it among those that are events; −1 before the first. */
function lastEvents({ tokens }: Trajectory): Int32Array {
  let last = -1;
  return tokens.map((token) => {
    if (token !== NO_EVENT) last++;
    return last;
  });
}

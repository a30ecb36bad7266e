import { auprc, auroc } from './metrics/binary.ts';
import { GroupBootstrap, type Interval } from './metrics/bootstrap.ts';
import { calibrationOf } from './metrics/calibration.ts';

/** One person's risk of one outcome, and whether it came within the horizon. */
export interface ScoredRisk {
  readonly person: number;
  readonly outcome: string;
  readonly years: number;
  readonly risk: number;
  readonly came: boolean;
  /** Values of the subgroups that the person is in: sex, band of age. */
  readonly groups: Readonly<Record<string, string>>;
}

export interface OutcomeEvaluation {
  readonly outcome: string;
  readonly years: number;
  readonly persons: number;
  readonly events: number;
  readonly auroc: number;
  readonly interval: Interval;
  readonly auprc: number;
  readonly brier: number;
  readonly slope: number;
  readonly ece: number;
  /** Tenths of the persons by their risk: mean risk, observed share, persons. */
  readonly bins: readonly { readonly predicted: number; readonly observed: number; readonly n: number }[];
  readonly subgroups: readonly {
    readonly group: string;
    readonly value: string;
    readonly persons: number;
    readonly events: number;
    readonly auroc: number;
    /** Events seen over events predicted; 1 is best. */
    readonly observedOverExpected: number;
  }[];
}

/** Fewer events, or fewer without, are not told: neither figures that mean something, nor safe to show. */
const LEAST = 11;

/**
 * Discrimination and calibration of each outcome and horizon, with a 95 % interval by resampling persons, and by subgroup.
 * Outcomes with fewer than 11 events (or non-events) are left out, and so are such subgroups.
 */
export function evaluationOf(rows: readonly ScoredRisk[], resamples = 500): OutcomeEvaluation[] {
  return groupedBy(rows, ({ outcome, years }) => `${years} ${outcome}`).flatMap((mine) => {
    const [first] = mine;
    if (!first || !isEnough(mine)) return [];
    const [risk, came] = columns(mine);
    const bootstrap = new GroupBootstrap(
      mine.map(({ person }) => person),
      resamples,
    );
    const { brier, slope, ece, bins } = calibrationOf(risk, came);
    return {
      outcome: first.outcome,
      years: first.years,
      ...countsOf(mine),
      auroc: auroc(risk, came),
      interval: bootstrap.interval((weight) => auroc(risk, came, weight)),
      auprc: auprc(risk, came),
      brier,
      slope,
      ece,
      // Groups of fewer persons are not told.
      bins: bins.filter(({ n }) => n >= LEAST),
      subgroups: Object.keys(first.groups).flatMap((group) => subgroupsOf(mine, group)),
    };
  });
}

function subgroupsOf(rows: readonly ScoredRisk[], group: string): OutcomeEvaluation['subgroups'] {
  return groupedBy(rows, ({ groups }) => groups[group] ?? 'unknown').flatMap((mine) => {
    if (!isEnough(mine)) return [];
    const [risk, came] = columns(mine);
    const expected = risk.reduce((sum, p) => sum + p, 0);
    const counts = countsOf(mine);
    const value = mine[0]?.groups[group] ?? 'unknown';
    return [{ group, value, ...counts, auroc: auroc(risk, came), observedOverExpected: counts.events / expected }];
  });
}

const columns = (rows: readonly ScoredRisk[]): [number[], number[]] => [
  rows.map(({ risk }) => risk),
  rows.map(({ came }) => Number(came)),
];

function countsOf(rows: readonly ScoredRisk[]): { persons: number; events: number } {
  return { persons: rows.length, events: rows.filter(({ came }) => came).length };
}

function isEnough(rows: readonly ScoredRisk[]): boolean {
  const { persons, events } = countsOf(rows);
  return events >= LEAST && persons - events >= LEAST;
}

function groupedBy<T>(rows: readonly T[], key: (row: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

/** Scores of the Synthea tasks: AUROC, AUPRC and calibration of each, and the mean over the tasks. */
import { auprc, auroc, calibrationOf } from '../../../src/governance/index.ts';
import { calibrated, type Life, type RiskModel, riskOf } from '../../../src/model/index.ts';
import { before } from './network.ts';
import { type LabelRow, TASKS } from './tasks.ts';

export interface TaskScore {
  readonly task: string;
  readonly years: number;
  readonly n: number;
  readonly events: number;
  readonly auroc: number;
  readonly auprc: number;
  readonly slope: number;
  readonly ece: number;
}

/** Calibrated probability of each label row; NaN for persons that were not read. */
export async function risksOf(
  model: RiskModel,
  lives: readonly Life[],
  rows: readonly LabelRow[],
): Promise<Float64Array> {
  const byId = new Map(lives.map((life) => [life.id, life]));
  const keyOf = ({ subject, day }: LabelRow) => `${subject} ${day}`;
  const keys = [...new Set(rows.map(keyOf))];
  const landmarks = keys.flatMap((key) => {
    const [subject, day] = key.split(' ').map(Number);
    const life = byId.get(subject ?? -1);
    return life ? [{ key, life, day: before(day ?? 0) }] : [];
  });
  const at = new Map(landmarks.map(({ key }, k) => [key, k]));
  const logHazards = await model.landmarks.logHazards(landmarks);
  const risks = new Map([1, 5].map((years) => [years, riskOf(model.landmarks.network, logHazards, years)]));
  return Float64Array.from(rows, (row) => {
    const k = at.get(keyOf(row));
    const risk = k === undefined ? undefined : risks.get(row.years)?.[k * TASKS.length + row.task];
    if (risk === undefined) return Number.NaN;
    const recalibration = model.file.horizons.find(({ years }) => years === row.years)?.outcomes[row.task];
    return recalibration ? calibrated(recalibration, risk).risk : risk;
  });
}

/** Tasks with at least 8 events at one year, all at five, as the data set's README says. */
export function scoreTasks(rows: readonly LabelRow[], risks: Float64Array): TaskScore[] {
  return [5, 1].flatMap((years) =>
    TASKS.flatMap(({ name }, task) => {
      const mine = rows.flatMap((row, k) =>
        row.task === task && row.years === years && !Number.isNaN(risks[k])
          ? [{ risk: risks[k] as number, y: row.outcome }]
          : [],
      );
      const [p, y] = [mine.map(({ risk }) => risk), mine.map((row) => row.y)];
      const events = y.reduce((sum, outcome) => sum + outcome, 0);
      if (events < (years === 1 ? 8 : 1)) return [];
      const { slope, ece } = calibrationOf(p, y);
      return [{ task: name, years, n: p.length, events, auroc: auroc(p, y), auprc: auprc(p, y), slope, ece }];
    }),
  );
}

export function meanOf(scores: readonly TaskScore[], years: number, of: 'auroc' | 'auprc' | 'slope'): number {
  const values = scores.filter((score) => score.years === years).map((score) => score[of]);
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

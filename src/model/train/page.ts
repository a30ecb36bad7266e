import { LOSSES } from '../losses.ts';
import type { EvaluationReport, StepReport } from './train.ts';

/** A line of a training's log. */
export type LogLine =
  | ({ readonly kind: 'step'; readonly tokensPerSecond: number } & StepReport)
  | ({ readonly kind: 'evaluation' } & EvaluationReport);

/** Predicted against observed risk in groups of people, for one outcome at one horizon. */
export interface CalibrationCurve {
  readonly name: string;
  readonly groups: readonly { readonly predicted: number; readonly observed: number; readonly n: number }[];
}

/** The page of a training: a curve for each loss, speed, and calibration where it is known. No scripts, nothing from afar. */
export function trainingPage(log: readonly LogLine[], calibration: readonly CalibrationCurve[] = []): string {
  const steps = log.filter((line) => line.kind === 'step');
  const evaluations = log.filter((line) => line.kind === 'evaluation');
  const last = steps.at(-1);
  const best = evaluations.findLast((line) => line.best);
  const facts = [
    `${last?.step ?? 0} steps`,
    `${steps.reduce((sum, { tokens }) => sum + tokens, 0).toLocaleString('en')} tokens`,
    `${(last?.tokensPerSecond ?? 0).toLocaleString('en')} tokens/s at the end`,
    ...(best ? [`best validation loss ${best.loss.toFixed(4)} at step ${best.step}`] : []),
  ];
  const used = LOSSES.filter((name) => steps.some(({ losses }) => losses[name] !== 0));
  const curve = (title: string, of: (line: StepReport | EvaluationReport) => number) =>
    chart(title, [
      { name: 'training (running mean)', points: smoothed(steps.map((line) => [line.step, of(line)])) },
      { name: 'validation', points: evaluations.map((line) => [line.step, of(line)]) },
    ]);
  const charts = [
    curve('Loss, nats', ({ loss }) => loss),
    ...used.map((name) => curve(`Loss: ${name}`, ({ losses }) => losses[name])),
    chart('Learning rate', [{ name: 'rate', points: steps.map(({ step, rate }) => [step, rate]) }]),
    chart('Norm of the gradient', [{ name: 'norm', points: smoothed(steps.map(({ step, norm }) => [step, norm])) }]),
  ];
  const calibrated = calibration.map(({ name, groups }) =>
    chart(`Calibration: ${name} (predicted across, observed up)`, [
      { name: 'groups of people', points: groups.map(({ predicted, observed }) => [predicted, observed]) },
      { name: 'as predicted', points: groups.map(({ predicted }) => [predicted, predicted]) },
    ]),
  );
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Training</title>
<style>
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; color: #1b2733 }
main { display: grid; grid-template-columns: repeat(auto-fill, minmax(22rem, 1fr)); gap: 1.5rem }
figure { margin: 0 } figcaption { font-weight: 600 } svg { width: 100%; height: auto } text { font-size: 11px; fill: #51606e }
</style>
<h1>Training</h1>
<p>${facts.join(' · ')}</p>
<main>
${[...charts, ...calibrated].join('\n')}
</main>
</html>
`;
}

type Point = readonly [number, number];

const COLOURS = ['#1f6feb', '#b3541e'];
const [WIDTH, HEIGHT, LEFT, BOTTOM] = [420, 240, 56, 24];

function chart(title: string, lines: readonly { readonly name: string; readonly points: readonly Point[] }[]): string {
  const drawn = lines.filter(({ points }) => points.length > 0);
  const points = drawn.flatMap(({ points }) => points).filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y));
  const [x0, x1] = range(points.map(([x]) => x));
  const [y0, y1] = range(points.map(([, y]) => y));
  const across = (x: number) => (LEFT + ((x - x0) / (x1 - x0)) * (WIDTH - LEFT - 8)).toFixed(1);
  const up = (y: number) => (HEIGHT - BOTTOM - ((y - y0) / (y1 - y0)) * (HEIGHT - BOTTOM - 12)).toFixed(1);
  const paths = drawn.map(({ points }, i) => {
    const path = points.map(([x, y]) => `${across(x)},${up(y)}`).join(' ');
    return `<polyline fill="none" stroke="${COLOURS[i % 2]}" stroke-width="1.5" points="${path}"/>`;
  });
  const legend = drawn.map(
    ({ name }, i) =>
      `<text x="${WIDTH - 8}" y="${24 + 14 * i}" text-anchor="end" style="fill:${COLOURS[i % 2]}">${name}</text>`,
  );
  const label = (x: number | string, y: number | string, text: number, anchor: string) =>
    `<text x="${x}" y="${y}" text-anchor="${anchor}">${Number(text.toPrecision(3))}</text>`;
  return `<figure><figcaption>${escaped(title)}</figcaption>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(title)}">
<path d="M${LEFT} 8V${HEIGHT - BOTTOM}H${WIDTH - 8}" fill="none" stroke="#c3ccd5"/>
${label(LEFT - 6, up(y0), y0, 'end')}${label(LEFT - 6, up(y1), y1, 'end')}
${label(LEFT, HEIGHT - 6, x0, 'start')}${label(WIDTH - 8, HEIGHT - 6, x1, 'end')}
${[...paths, ...legend].join('\n')}
</svg></figure>`;
}

function range(values: readonly number[]): [number, number] {
  const low = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const high = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  if (values.length === 0) return [0, 1];
  return high > low ? [low, high] : [low - 0.5, high + 0.5];
}

/** A running mean over a fiftieth of the points, thinned to at most 500. */
function smoothed(points: readonly Point[]): Point[] {
  const width = Math.max(1, Math.floor(points.length / 50));
  const every = Math.max(1, Math.floor(points.length / 500));
  const means: Point[] = [];
  for (let i = 0; i < points.length; i += every) {
    const near = points.slice(Math.max(0, i - width + 1), i + 1);
    means.push([points[i]?.[0] ?? 0, near.reduce((sum, [, y]) => sum + y, 0) / near.length]);
  }
  return means;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);
}
